/** Every finding, the gravest first: why, what to do, who says so, where it comes from, and who has accepted it. */

import { Button, makeStyles, SearchBox, tokens } from '@fluentui/react-components';
import { WarningRegular } from '@fluentui/react-icons';
import { useDeferredValue, useMemo, useState } from 'react';
import { checklistOf } from '../../../shared/assess/readiness.ts';
import { content } from '../../../shared/content/content.ts';
import type { Action } from '../../../shared/project/paths.ts';
import { checklistTitle } from '../../../shared/review-checklist/checklist-title.ts';
import { type Finding, type Severity, severities } from '../../../shared/view.ts';
import { useProject } from '../../data/use-project.ts';
import { Filter } from '../../fields/Filter.tsx';
import { Segmented } from '../../fields/Segmented.tsx';
import { EmptyState } from '../../frame/EmptyState.tsx';
import { Page } from '../../frame/Page.tsx';
import { useWords } from '../../words/words.ts';
import { actionsByFinding } from '../actions/action-of-finding.ts';
import { ContinueButton } from '../overview/ContinueButton.tsx';
import { FindingCard } from './FindingCard.tsx';

const useStyles = makeStyles({
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '12px', marginBottom: '16px' },
  search: { flexGrow: 1, flexBasis: '150px', maxWidth: '260px', minWidth: 0 },
  group: { marginBottom: '24px' },
  heading: {
    display: 'flex',
    alignItems: 'baseline',
    flexWrap: 'wrap',
    columnGap: '10px',
    margin: '0 0 8px',
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
  },
  says: {
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground3,
  },
  list: { listStyle: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '10px' },
  more: { marginTop: '10px' },
  count: {
    marginInlineStart: 'auto',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
  },
});

const stateFilters = ['open', 'accepted', 'all'] as const;
type StateFilter = (typeof stateFilters)[number];
const everything = 'all';

export function FindingsPage() {
  const styles = useStyles();
  const words = useWords();
  const project = useProject();
  const { findings } = project.assessment;
  const actions = useMemo(() => actionsByFinding(project.actions), [project.actions]);
  const [text, setText] = useState('');
  const [checklist, setChecklist] = useState(everything);
  const [severity, setSeverity] = useState<Severity | typeof everything>(everything);
  const [state, setState] = useState<StateFilter>('open');
  const sought = useDeferredValue(text.trim().toLowerCase());

  const shown = useMemo(() => {
    const wanted = sought.split(/\s+/).filter(Boolean);
    return findings.filter((finding) => {
      if (state !== 'all' && (finding.accepted !== undefined) !== (state === 'accepted')) return false;
      if (severity !== everything && finding.severity !== severity) return false;
      if (checklist !== everything && checklistOf(content, finding) !== checklist) return false;
      const haystack = `${finding.title} ${finding.why} ${finding.remedy}`.toLowerCase();
      return wanted.every((word) => haystack.includes(word));
    });
  }, [findings, sought, checklist, severity, state]);

  const checklistName = (id: string) =>
    id === everything ? words.findings.all : checklistTitle(project, id);
  const severityName = (id: string) =>
    id === everything ? words.findings.all : words.severity[id as Severity];
  const clear = () => {
    setText('');
    setChecklist(everything);
    setSeverity(everything);
    setState('all');
  };
  return (
    <Page title={words.findings.title} intro={words.findings.intro} narrow>
      <div className={styles.bar}>
        <SearchBox
          className={styles.search}
          placeholder={words.findings.search}
          aria-label={words.findings.search}
          value={text}
          onChange={(_, data) => setText(data.value)}
        />
        <Filter
          label={words.findings.checklist}
          value={checklist}
          values={[everything, ...project.assessment.readiness.checklists.map((one) => one.checklist)]}
          nameOf={checklistName}
          onChange={setChecklist}
        />
        <Filter
          label={words.findings.severity}
          value={severity}
          values={[everything, ...severities]}
          nameOf={severityName}
          onChange={(value) => setSeverity(value as Severity | typeof everything)}
        />
        <Segmented
          label={words.findings.state}
          choices={stateFilters.map((value) => ({ value, label: words.findings.states[value] }))}
          value={state}
          onChoose={setState}
        />
        <span className={styles.count} role="status">
          {words.findings.count(shown.length)}
        </span>
      </div>
      {shown.length === 0 ? (
        <EmptyState
          icon={<WarningRegular />}
          text={findings.length === 0 ? words.findings.none : words.findings.noMatch}
        >
          {findings.length > 0 ? <Button onClick={clear}>{words.findings.clear}</Button> : <ContinueButton />}
        </EmptyState>
      ) : null}
      {severities.map((one) => (
        <Group
          key={one}
          severity={one}
          findings={shown.filter((finding) => finding.severity === one)}
          actions={actions}
        />
      ))}
    </Page>
  );
}

/** Of one severity; more than anybody reads at once would only be slow to draw. */
const pageSize = 40;

type GroupProps = {
  severity: Severity;
  findings: readonly Finding[];
  actions: ReadonlyMap<string, Action>;
};

function Group({ severity, findings, actions }: GroupProps) {
  const styles = useStyles();
  const words = useWords();
  const [shown, setShown] = useState(pageSize);
  if (findings.length === 0) return null;
  const rest = findings.length - shown;
  const { title, says } = words.findings.groups[severity];
  return (
    <section className={styles.group} aria-labelledby={`group-${severity}`}>
      <h2 className={styles.heading} id={`group-${severity}`}>
        {title} {findings.length}
        <span className={styles.says}>{says}</span>
      </h2>
      <ul className={styles.list}>
        {findings.slice(0, shown).map((finding) => (
          <FindingCard key={finding.id} finding={finding} action={actions.get(finding.id)} />
        ))}
      </ul>
      {rest > 0 ? (
        <Button className={styles.more} onClick={() => setShown(shown + pageSize)}>
          {words.projects.showMore(Math.min(rest, pageSize))}
        </Button>
      ) : null}
    </section>
  );
}

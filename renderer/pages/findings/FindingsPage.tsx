/** Every finding, the gravest first: why, what to do, who says so, where it comes from, and who has accepted it. */
import { Button, Dropdown, makeStyles, Option, SearchBox, tokens } from '@fluentui/react-components';
import { useDeferredValue, useMemo, useState } from 'react';
import { checklistOf } from '../../../shared/assess/readiness.ts';
import { content } from '../../../shared/content/content.ts';
import { wordsOf } from '../../../shared/content/words.ts';
import { type Finding, type Severity, severities } from '../../../shared/view.ts';
import { useProject } from '../../data/use-project.ts';
import { Segmented } from '../../fields/Segmented.tsx';
import { Page } from '../../frame/Page.tsx';
import { useWords } from '../../words/words.ts';
import { FindingCard } from './FindingCard.tsx';

const useStyles = makeStyles({
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '12px', marginBottom: '16px' },
  search: { width: '260px' },
  dropdown: { minWidth: '160px' },
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
  empty: { color: tokens.colorNeutralForeground3, margin: '24px 0' },
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
  const contentWords = wordsOf(project.language);
  const { findings } = project.assessment;
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
    id === everything ? words.findings.all : (contentWords.checklists[id]?.title ?? id);
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
          values={[everything, ...content.checklists.map((one) => one.id)]}
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
        <div className={styles.empty}>
          <p>{findings.length === 0 ? words.findings.none : words.findings.noMatch}</p>
          {findings.length > 0 ? <Button onClick={clear}>{words.findings.clear}</Button> : null}
        </div>
      ) : null}
      {severities.map((one) => (
        <Group key={one} severity={one} findings={shown.filter((finding) => finding.severity === one)} />
      ))}
    </Page>
  );
}

/** Of one severity; more than anybody reads at once would only be slow to draw. */
const pageSize = 40;

function Group({ severity, findings }: { severity: Severity; findings: readonly Finding[] }) {
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
          <FindingCard key={finding.id} finding={finding} />
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

type FilterProps = {
  label: string;
  value: string;
  values: readonly string[];
  nameOf: (value: string) => string;
  onChange: (value: string) => void;
};

function Filter({ label, value, values, nameOf, onChange }: FilterProps) {
  const styles = useStyles();
  return (
    <Dropdown
      className={styles.dropdown}
      aria-label={label}
      value={`${label}: ${nameOf(value)}`}
      selectedOptions={[value]}
      onOptionSelect={(_, data) => data.optionValue && onChange(data.optionValue)}
    >
      {values.map((one) => (
        <Option key={one} value={one}>
          {nameOf(one)}
        </Option>
      ))}
    </Dropdown>
  );
}

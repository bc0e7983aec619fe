/** The plan as it reads today: what it is made of at the left, its pages or its text beside, and every format to take away. */

import {
  Button,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  Tab,
  TabList,
  tokens,
} from '@fluentui/react-components';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { type Audience, audiences, type PlanDocument } from '../../../shared/document/blocks.ts';
import { planFormats } from '../../../shared/document/formats.ts';
import { partsFor, usualParts } from '../../../shared/document/part-ids.ts';
import { documentWordsOf } from '../../../shared/document/words/words.ts';
import { languages } from '../../../shared/words/catalogue.ts';
import { useStoredChoice } from '../../data/stored-choice.ts';
import { useProject, useSend } from '../../data/use-project.ts';
import { ask } from '../../data/use-workspace.ts';
import { Segmented } from '../../fields/Segmented.tsx';
import { Hint } from '../../frame/Hint.tsx';
import { Page } from '../../frame/Page.tsx';
import { type PlanChoice, useExportPlan } from '../../frame/use-export.ts';
import { narrowWindow } from '../../frame/use-narrow.ts';
import { useWordsIn } from '../../words/Spoken.tsx';
import { useWords } from '../../words/words.ts';
import { AskFailure } from '../progress/AskFailure.tsx';
import { PlanContents } from './PlanContents.tsx';
import { PlanPages, sheetId } from './PlanPages.tsx';
import { PlanPart } from './PlanPart.tsx';
import { type ComingPages, usePlanPages } from './use-plan-pages.ts';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: '8px 16px',
    marginBottom: '16px',
  },
  body: {
    display: 'grid',
    gridTemplateColumns: '240px minmax(0, 860px)',
    columnGap: '28px',
    [narrowWindow]: { display: 'block' },
  },
  paper: { display: 'flex', flexDirection: 'column', gap: '14px', minWidth: 0 },
  failure: { marginBottom: '16px' },
  quiet: { color: tokens.colorNeutralForeground3 },
  heading: { margin: '0 0 6px', fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightRegular },
});

const manners = ['pages', 'text'] as const;

export function PlanPage() {
  const styles = useStyles();
  const words = useWords();
  const project = useProject();
  const exportPlan = useExportPlan();
  const [audience, setAudience] = useState<Audience>('engineer');
  const [manner, setManner] = useStoredChoice('plan-manner', manners);
  /** What was ticked and unticked here, over what a plan usually has. */
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set());
  const { planLanguage } = project;
  const send = useSend();
  // The plan's language may be another than that of the screens.
  useWordsIn(planLanguage);
  const titles = documentWordsOf(planLanguage).parts;
  const offered = partsFor(audience).map((id) => ({ id, title: titles[id] }));
  const usual: ReadonlySet<string> = new Set(usualParts(audience, project.assessment.verdict));
  const parts = offered.map(({ id }) => id).filter((id) => usual.has(id) !== turned.has(id));
  const without: ReadonlySet<string> = new Set(
    offered.map(({ id }) => id).filter((id) => !parts.includes(id)),
  );
  const choice = { audience, ...(turned.size > 0 ? { parts } : {}) };
  const query = { project: project.id, ...choice };
  const coming = usePlanPages(query, manner === 'pages' && parts.length > 0);
  const text = useQuery({
    queryKey: ['plan', query, project.saved.changes],
    queryFn: () => ask('plan.build', query),
    enabled: manner === 'text' && parts.length > 0,
    placeholderData: keepPreviousData,
  });
  const toggle = (id: string) => {
    const next = new Set(turned);
    if (!next.delete(id)) next.add(id);
    setTurned(next);
  };
  const isTextComing = text.isPlaceholderData || text.isLoading;
  const [wanted, setWanted] = useState<string>();
  const place =
    wanted === undefined
      ? undefined
      : manner === 'pages'
        ? pageOf(wanted, coming)
        : !isTextComing && `plan-${wanted}`;
  useEffect(() => {
    if (!place) return;
    showPlace(place);
    setWanted(undefined);
  }, [place]);
  const failure = manner === 'pages' ? coming.error : text.error;
  const retry = manner === 'pages' ? coming.retry : () => void text.refetch();
  return (
    <Page
      title={words.plan.title}
      intro={words.plan.intro}
      actions={
        <Formats
          disabled={parts.length === 0}
          onChoose={(format) => exportPlan(project.id, { format, ...choice })}
        />
      }
    >
      <Hint id="plan" />
      <div className={styles.bar}>
        <TabList
          aria-label={words.plan.audience}
          selectedValue={audience}
          onTabSelect={(_, { value }) => setAudience(audiences.find((one) => one === value) ?? 'engineer')}
        >
          {audiences.map((one) => (
            <Tab key={one} value={one}>
              {words.plan.audiences[one]}
            </Tab>
          ))}
        </TabList>
        <Segmented
          small
          label={words.plan.language}
          choices={languages.map((value) => ({ value, label: words.plan.languages[value] }))}
          value={planLanguage}
          onChoose={(language) =>
            void send('project.describe', { language }, { key: 'language', repeatable: true })
          }
        />
        <TabList
          aria-label={words.plan.viewAs}
          selectedValue={manner}
          onTabSelect={(_, { value }) => setManner(manners.find((one) => one === value) ?? 'pages')}
        >
          {manners.map((one) => (
            <Tab key={one} value={one}>
              {words.plan.views[one]}
            </Tab>
          ))}
        </TabList>
      </div>
      {failure ? (
        <div className={styles.failure}>
          <AskFailure error={failure} onRetry={retry} />
        </div>
      ) : null}
      <div className={styles.body} aria-busy={isTextComing}>
        <PlanContents
          parts={offered}
          without={without}
          onToggle={toggle}
          onAll={() => setTurned(new Set(offered.map(({ id }) => id).filter((id) => !usual.has(id))))}
          onGo={setWanted}
        />
        {parts.length === 0 ? <p className={styles.quiet}>{words.plan.nothingChosen}</p> : null}
        {parts.length > 0 && manner === 'pages' ? <PlanPages project={project.id} coming={coming} /> : null}
        {parts.length > 0 && manner === 'text' && text.data ? <PlanText plan={text.data} /> : null}
      </div>
    </Page>
  );
}

/** Where the part begins, once that is known: the pages of the plan before are other ones. */
function pageOf(part: string, { pages, isBefore, isComing }: ComingPages): string | undefined {
  const page = isBefore ? undefined : pages?.parts[part];
  if (page !== undefined) return sheetId(page);
  return isComing ? undefined : sheetId(0);
}

function PlanText({ plan }: { plan: PlanDocument }) {
  const styles = useStyles();
  const words = useWords();
  return (
    <div className={styles.paper}>
      {plan.parts.map((part) => (
        <PlanPart key={part.id} part={part} />
      ))}
      {plan.leftOut.length > 0 ? (
        <div className={styles.quiet}>
          <h2 className={styles.heading}>{words.plan.leftOut}</h2>
          {plan.leftOut.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
      ) : null}
    </div>
  );
}

/** Not a link: the address after the hash belongs to the pages. */
function showPlace(id: string): void {
  const place = document.getElementById(id);
  place?.scrollIntoView({ block: 'start' });
  place?.focus({ preventScroll: true });
}

type FormatsProps = { disabled: boolean; onChoose: (format: PlanChoice['format']) => void };

function Formats({ disabled, onChoose }: FormatsProps) {
  const words = useWords();
  return (
    <Menu positioning="below-end">
      <MenuTrigger disableButtonEnhancement>
        <Button appearance="primary" disabledFocusable={disabled}>
          {words.plan.export}
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {planFormats.map((format) => (
            <MenuItem key={format} onClick={() => onChoose(format)}>
              {words.plan.formats[format]}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

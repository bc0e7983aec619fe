/** The plan as it reads today: contents at the left, the parts in full, and every format it can be taken away in. */
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
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type Audience, audiences } from '../../../shared/document/blocks.ts';
import { textFormats } from '../../../shared/document/formats.ts';
import { call } from '../../api.ts';
import { useProject } from '../../data/use-project.ts';
import { CallRefused } from '../../data/use-workspace.ts';
import { LoadFailure } from '../../frame/LoadFailure.tsx';
import { Page } from '../../frame/Page.tsx';
import { useExportPlan } from '../../frame/use-export.ts';
import { useWords } from '../../words/words.ts';
import { PlanPart } from './PlanPart.tsx';

const useStyles = makeStyles({
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px 16px', marginBottom: '16px' },
  body: {
    display: 'grid',
    gridTemplateColumns: '220px minmax(0, 860px)',
    columnGap: '28px',
    '@media (max-width: 1180px)': { display: 'block' },
  },
  contents: {
    position: 'sticky',
    top: '16px',
    alignSelf: 'start',
    '@media (max-width: 1180px)': { position: 'static', marginBottom: '16px' },
  },
  heading: {
    margin: '0 0 6px',
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground3,
  },
  list: { listStyle: 'none', margin: 0, padding: 0 },
  link: {
    display: 'block',
    width: '100%',
    padding: '4px 8px',
    font: 'inherit',
    textAlign: 'start',
    color: tokens.colorNeutralForeground2,
    backgroundColor: 'transparent',
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  paper: { display: 'flex', flexDirection: 'column', gap: '14px', minWidth: 0 },
  leftOut: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

export function PlanPage() {
  const styles = useStyles();
  const words = useWords();
  const project = useProject();
  const exportPlan = useExportPlan();
  const [audience, setAudience] = useState<Audience>('engineer');
  // The number of changes is part of the key: each answer makes another plan.
  const plan = useQuery({
    queryKey: ['plan', project.id, audience, project.saved.changes],
    queryFn: async () => {
      const reply = await call('plan.build', { project: project.id, audience });
      if (!reply.ok) throw new CallRefused(reply.error);
      return reply.value;
    },
    placeholderData: (before) => before,
  });
  return (
    <Page
      title={words.plan.title}
      intro={words.plan.intro}
      actions={<Formats onChoose={(format) => exportPlan(project.id, { format, audience })} />}
    >
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
      </div>
      {plan.isError ? <LoadFailure error={plan.error} onRetry={() => void plan.refetch()} /> : null}
      {plan.data ? (
        <div className={styles.body} aria-busy={plan.isPlaceholderData}>
          <nav className={styles.contents} aria-label={words.plan.contents}>
            <h2 className={styles.heading}>{words.plan.contents}</h2>
            <ul className={styles.list}>
              {plan.data.parts.map((part) => (
                <li key={part.id}>
                  <button type="button" className={styles.link} onClick={() => showPart(part.id)}>
                    {part.title}
                  </button>
                </li>
              ))}
            </ul>
          </nav>
          <div className={styles.paper}>
            {plan.data.parts.map((part) => (
              <PlanPart key={part.id} part={part} />
            ))}
            {plan.data.leftOut.length > 0 ? (
              <div className={styles.leftOut}>
                <h2 className={styles.heading}>{words.plan.leftOut}</h2>
                {plan.data.leftOut.map((line) => (
                  <p key={line}>{line}</p>
                ))}
              </div>
            ) : null}
          </div>
        </div>
      ) : null}
    </Page>
  );
}

/** Not a link: the address after the hash belongs to the pages. */
function showPart(id: string): void {
  const part = document.getElementById(`plan-${id}`);
  part?.scrollIntoView({ block: 'start' });
  part?.focus({ preventScroll: true });
}

function Formats({ onChoose }: { onChoose: (format: (typeof textFormats)[number]) => void }) {
  const words = useWords();
  return (
    <Menu positioning="below-end">
      <MenuTrigger disableButtonEnhancement>
        <Button appearance="primary">{words.plan.export}</Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {textFormats.map((format) => (
            <MenuItem key={format} onClick={() => onChoose(format)}>
              {words.plan.formats[format]}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

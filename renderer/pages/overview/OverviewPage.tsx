/** The project at a glance: the verdict, how ready each checklist is, what blocks most, what is to be done next. */
import { makeStyles } from '@fluentui/react-components';
import { useProject } from '../../data/use-project.ts';
import { Page } from '../../frame/Page.tsx';
import { useWords } from '../../words/words.ts';
import { BlockingCard } from './BlockingCard.tsx';
import { ContinueButton } from './ContinueButton.tsx';
import { NextActionsCard } from './NextActionsCard.tsx';
import { ReadinessCard } from './ReadinessCard.tsx';
import { TopologyCard } from './TopologyCard.tsx';
import { TrendCard } from './TrendCard.tsx';
import { ReasonsCard, VerdictCard } from './VerdictCard.tsx';

const useStyles = makeStyles({
  grid: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 3fr) minmax(0, 2fr)',
    gap: '16px',
    alignItems: 'start',
    maxWidth: '1640px',
    '@media (max-width: 1000px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  column: { display: 'flex', flexDirection: 'column', gap: '16px', minWidth: 0 },
});

export function OverviewPage() {
  const styles = useStyles();
  const words = useWords();
  const project = useProject();
  return (
    <Page
      title={project.name}
      above={words.overview.title}
      intro={project.customer}
      actions={<ContinueButton />}
    >
      <div className={styles.grid}>
        <div className={styles.column}>
          <VerdictCard project={project} />
          <BlockingCard project={project} />
          <ReasonsCard project={project} />
        </div>
        <div className={styles.column}>
          <ReadinessCard project={project} />
          <TrendCard project={project} />
          <NextActionsCard project={project} />
        </div>
        <TopologyCard project={project} />
      </div>
    </Page>
  );
}

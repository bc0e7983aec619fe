/** The project at a glance: the verdict, how ready each checklist is, what blocks most, what is to be done next. */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useNavigate } from 'react-router';
import { wordsOf } from '../../../shared/content/words.ts';
import { useProject } from '../../data/use-project.ts';
import { sectionAddress } from '../../frame/addresses.ts';
import { Page } from '../../frame/Page.tsx';
import { useWords } from '../../words/words.ts';
import { lastPlace } from '../wizard/last-place.ts';
import { askedSections, isOpen } from '../wizard/section-order.ts';
import { BlockingCard } from './BlockingCard.tsx';
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
    maxWidth: '1240px',
    '@media (max-width: 1000px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  column: { display: 'flex', flexDirection: 'column', gap: '16px', minWidth: 0 },
  continue: { maxWidth: '420px', minWidth: 0, fontSize: tokens.fontSizeBase300 },
});

export function OverviewPage() {
  const styles = useStyles();
  const words = useWords();
  const navigate = useNavigate();
  const project = useProject();
  const contentWords = wordsOf(project.language);
  const sections = askedSections(project);
  const place = lastPlace(project.id);
  const begun =
    place !== undefined || project.assessment.readiness.checklists.some((one) => one.answered > 0);
  // Where somebody was, or else the first thing that is still open.
  const target =
    sections.find((section) => section.id === place?.section) ??
    sections.find((section) => section.asked.some((question) => isOpen(project, question))) ??
    sections[0];
  return (
    <Page
      title={project.name}
      above={words.overview.title}
      intro={project.customer}
      actions={
        target ? (
          <Button
            appearance="primary"
            className={styles.continue}
            onClick={() => void navigate(sectionAddress(project.id, target.checklist, target.id))}
          >
            {begun
              ? words.overview.continue(contentWords.sections[target.id]?.title ?? target.id)
              : words.overview.start}
          </Button>
        ) : null
      }
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

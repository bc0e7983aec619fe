/** The project at a glance: the verdict, how ready each checklist is, what blocks most, what is to be done next. */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useNavigate } from 'react-router';
import { content } from '../../../shared/content/content.ts';
import { wordsOf } from '../../../shared/content/words.ts';
import { useProject } from '../../data/use-project.ts';
import { sectionAddress } from '../../frame/addresses.ts';
import { Page } from '../../frame/Page.tsx';
import { useWords } from '../../words/words.ts';
import { lastPlace } from '../wizard/last-place.ts';
import { BlockingCard } from './BlockingCard.tsx';
import { NextActionsCard } from './NextActionsCard.tsx';
import { ReadinessCard } from './ReadinessCard.tsx';
import { VerdictCard } from './VerdictCard.tsx';

const useStyles = makeStyles({
  grid: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 3fr) minmax(0, 2fr)',
    gap: '16px',
    alignItems: 'stretch',
    maxWidth: '1240px',
    '@media (max-width: 1000px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  wide: { gridColumn: '1 / -1' },
  continue: { maxWidth: '420px', minWidth: 0, fontSize: tokens.fontSizeBase300 },
});

export function OverviewPage() {
  const styles = useStyles();
  const words = useWords();
  const navigate = useNavigate();
  const project = useProject();
  const contentWords = wordsOf(project.language);
  const place = lastPlace(project.id);
  const section = place && content.sections.get(place.section);
  const first = content.checklists[0]?.sections[0];
  const target = section ?? first;
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
            {section
              ? words.overview.continue(contentWords.sections[section.id]?.title ?? section.id)
              : words.overview.start}
          </Button>
        ) : null
      }
    >
      <div className={styles.grid}>
        <VerdictCard project={project} />
        <ReadinessCard project={project} />
        <BlockingCard project={project} />
        <NextActionsCard project={project} />
      </div>
    </Page>
  );
}

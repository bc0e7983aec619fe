/** Readiness over time, with what was behind each step, and the milestones on the way. */
import { useProject } from '../../data/use-project.ts';
import { Page } from '../../frame/Page.tsx';
import { useWords } from '../../words/words.ts';
import { Milestones } from './Milestones.tsx';
import { ProgressTabs } from './ProgressTabs.tsx';
import { TrendCard } from './TrendCard.tsx';

export function ProgressPage() {
  const words = useWords().progress;
  const project = useProject();
  return (
    <Page title={words.title} intro={words.intro}>
      <ProgressTabs />
      <TrendCard key={project.id} project={project} />
      <Milestones project={project} />
    </Page>
  );
}

/** Stands here until the page is built. */
import { useProject } from '../../data/use-project.ts';
import { Page } from '../../frame/Page.tsx';

export function SectionPage() {
  const project = useProject();
  return <Page title={project.name}>{null}</Page>;
}

/** The pages that are looked at by machine and by eye: the name of each, and where it is in the sample project. */
import {
  checklistAddress,
  findingsAddress,
  officialAddress,
  overviewAddress,
  planAddress,
  projectsAddress,
  sectionAddress,
  settingsAddress,
} from '../../renderer/frame/addresses.ts';
import { content } from '../../shared/content/content.ts';

export type ShownPage = { name: string; address: (project: string) => string };

/** One section of each checklist: the others are made of the same parts. */
const sections: ShownPage[] = content.checklists.flatMap(({ id, sections: [first] }) =>
  first
    ? [{ name: `section-${id}`, address: (project: string) => sectionAddress(project, id, first.id) }]
    : [],
);

const checklists: ShownPage[] = content.checklists
  .slice(0, 1)
  .map(({ id }) => ({ name: `checklist-${id}`, address: (project) => checklistAddress(project, id) }));

export const shownPages: readonly ShownPage[] = [
  { name: 'projects', address: () => projectsAddress },
  { name: 'overview', address: overviewAddress },
  ...checklists,
  ...sections,
  { name: 'findings', address: findingsAddress },
  { name: 'official', address: officialAddress },
  { name: 'plan', address: planAddress },
  { name: 'settings', address: () => settingsAddress(undefined) },
];

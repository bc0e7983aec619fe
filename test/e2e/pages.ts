/** The pages that are looked at by machine and by eye: the name of each, and where it is in the sample project. */
import {
  actionsAddress,
  checklistAddress,
  compareAddress,
  conflictsAddress,
  evidenceAddress,
  findingsAddress,
  guideAddress,
  historyAddress,
  importedAddress,
  newWorkshop,
  officialAddress,
  overviewAddress,
  ownChecklistAddress,
  planAddress,
  progressAddress,
  projectsAddress,
  routeLabAddress,
  sectionAddress,
  settingsAddress,
  workshopAddress,
  workshopsAddress,
} from '../../renderer/frame/addresses.ts';
import { content } from '../../shared/content/content.ts';
import { houseRulesId } from '../../shared/sample/house-rules.ts';
import { goLiveWorkshopId } from '../../shared/sample/workshop.ts';

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
  { name: 'own-checklist', address: (project) => importedAddress(project, houseRulesId) },
  { name: 'own-questions', address: (project) => ownChecklistAddress(project, houseRulesId) },
  { name: 'route-lab', address: routeLabAddress },
  { name: 'failures', address: (project) => routeLabAddress(project, { view: 'failures' }) },
  { name: 'drills', address: (project) => routeLabAddress(project, { view: 'drills' }) },
  { name: 'evidence', address: evidenceAddress },
  { name: 'findings', address: findingsAddress },
  { name: 'actions', address: actionsAddress },
  { name: 'decisions', address: (project) => actionsAddress(project, 'decisions') },
  { name: 'parking', address: (project) => actionsAddress(project, 'parking') },
  { name: 'conflicts', address: conflictsAddress },
  { name: 'official', address: officialAddress },
  { name: 'progress', address: progressAddress },
  { name: 'compare', address: compareAddress },
  { name: 'history', address: historyAddress },
  { name: 'plan', address: planAddress },
  { name: 'guide', address: (project) => guideAddress(project) },
  { name: 'guide-traps', address: (project) => guideAddress(project, { view: 'traps' }) },
  { name: 'guide-traffic', address: (project) => guideAddress(project, { view: 'traffic' }) },
  { name: 'handbook', address: () => guideAddress(undefined, { view: 'handbook' }) },
  { name: 'guide-terms', address: () => guideAddress(undefined, { view: 'terms' }) },
  { name: 'workshops', address: workshopsAddress },
  { name: 'workshop-setup', address: (project) => workshopAddress(project, newWorkshop) },
  { name: 'workshop-summary', address: (project) => workshopAddress(project, goLiveWorkshopId) },
  { name: 'settings', address: () => settingsAddress(undefined) },
];

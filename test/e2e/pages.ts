/** The pages that are looked at by machine and by eye: the name of each, of which project it is, and where it is in there. */
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
  presentAddress,
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

/** The sample is full; a fresh project is empty; two copies of the disputed one disagree; the missing one is not there. */
export const shownProjects = ['sample', 'fresh', 'disputed', 'missing'] as const;
export type ShownProject = (typeof shownProjects)[number];

/** Runs in the sample, next to the one that is over. */
export const runningWorkshopId = 'room';

export type ShownPage = {
  name: string;
  address: (project: string) => string;
  /** Where it is not the sample. */
  of?: ShownProject;
  /** How the browser remembers that it is to be shown, where there are several manners. */
  chosen?: Readonly<Record<string, string>>;
  /** The picture that is read first, where the rest comes while one reads. */
  first?: string;
};

/** What there is before anything has been made. */
export const firstPages: readonly ShownPage[] = [
  { name: 'projects-empty', address: () => projectsAddress },
  { name: 'settings-empty', address: () => settingsAddress(undefined) },
];

/** One section of each checklist: the others are made of the same parts. */
const sections: ShownPage[] = content.checklists.flatMap(({ id, sections: [first] }) =>
  first
    ? [{ name: `section-${id}`, address: (project: string) => sectionAddress(project, id, first.id) }]
    : [],
);

const checklists: ShownPage[] = content.checklists.map(({ id }) => ({
  name: `checklist-${id}`,
  address: (project) => checklistAddress(project, id),
}));

const fresh: ShownPage[] = Object.entries({
  overview: overviewAddress,
  'route-lab': routeLabAddress,
  evidence: evidenceAddress,
  findings: findingsAddress,
  actions: actionsAddress,
  decisions: (project: string) => actionsAddress(project, 'decisions'),
  parking: (project: string) => actionsAddress(project, 'parking'),
  official: officialAddress,
  progress: progressAddress,
  compare: compareAddress,
  history: historyAddress,
  plan: planAddress,
  workshops: workshopsAddress,
}).map(([name, address]) => ({ name: `fresh-${name}`, address: (project) => address(project), of: 'fresh' }));

/** By what they are about, and each about as much to look at; a test of every page takes a group to a file. */
export const pageGroups = {
  /** The wizard, and what a firm asks beside it. */
  checklists: [
    ...checklists,
    ...sections,
    // A blocker stands beside the answers that cause it.
    { name: 'wizard', address: (project) => sectionAddress(project, 'routing', 'routing.nat') },
    { name: 'own-checklist', address: (project) => importedAddress(project, houseRulesId) },
    { name: 'own-questions', address: (project) => ownChecklistAddress(project, houseRulesId) },
  ],
  /** What follows from the answers, and what is done about them. */
  work: [
    { name: 'overview', address: overviewAddress },
    { name: 'route-lab', address: routeLabAddress },
    {
      name: 'route-lab-off',
      address: (project) => `${routeLabAddress(project)}?off=circuits/c1`,
    },
    { name: 'failures', address: (project) => routeLabAddress(project, { view: 'failures' }) },
    { name: 'drills', address: (project) => routeLabAddress(project, { view: 'drills' }) },
    { name: 'evidence', address: evidenceAddress },
    { name: 'findings', address: findingsAddress },
    { name: 'actions', address: actionsAddress },
    { name: 'actions-board', address: actionsAddress, chosen: { 'onramp.actions.view': 'board' } },
    { name: 'decisions', address: (project) => actionsAddress(project, 'decisions') },
    { name: 'parking', address: (project) => actionsAddress(project, 'parking') },
    { name: 'conflicts', address: conflictsAddress, of: 'disputed' },
    { name: 'official', address: officialAddress },
    { name: 'progress', address: progressAddress },
    { name: 'progress-table', address: progressAddress, chosen: { 'trend-manner': 'table' } },
    { name: 'compare', address: compareAddress },
    { name: 'history', address: historyAddress },
  ],
  /** Projects, the plan, workshops, the Guide. */
  around: [
    { name: 'projects', address: () => projectsAddress },
    { name: 'projects-table', address: () => projectsAddress, chosen: { 'onramp.projects.layout': 'table' } },
    { name: 'plan', address: planAddress, first: '[id^="plan-page-"] img' },
    { name: 'plan-text', address: planAddress, chosen: { 'plan-manner': 'text' } },
    { name: 'guide', address: (project) => guideAddress(project) },
    { name: 'guide-traps', address: (project) => guideAddress(project, { view: 'traps' }) },
    { name: 'guide-traffic', address: (project) => guideAddress(project, { view: 'traffic' }) },
    { name: 'handbook', address: () => guideAddress(undefined, { view: 'handbook' }) },
    { name: 'guide-terms', address: () => guideAddress(undefined, { view: 'terms' }) },
    { name: 'workshops', address: workshopsAddress },
    { name: 'workshop-setup', address: (project) => workshopAddress(project, newWorkshop) },
    { name: 'workshop-summary', address: (project) => workshopAddress(project, goLiveWorkshopId) },
    { name: 'workshop-room', address: (project) => presentAddress(project, runningWorkshopId) },
    { name: 'settings', address: (project) => settingsAddress(project) },
  ],
  /** What is empty, or not there. */
  empty: [
    ...fresh,
    { name: 'missing-page', address: (project) => `/p/${project}/nowhere` },
    { name: 'missing-project', address: overviewAddress, of: 'missing' },
  ],
} as const satisfies Record<string, readonly ShownPage[]>;

export const shownPages: readonly ShownPage[] = Object.values(pageGroups).flat();

/** As they are found by whoever goes there: not those of other projects, nor those shown in another manner. */
export const pagesOfTheSample = shownPages.filter(({ of, chosen }) => !of && !chosen);

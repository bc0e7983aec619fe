/** The addresses of pages, in one place. */
import { content } from '../../shared/content/content.ts';
import type { GuideView } from '../../shared/guide/entries.ts';
import { placeOfQuestion } from '../../shared/review-checklist/item.ts';
import type { FindingOrigin, ProjectView } from '../../shared/view.ts';
import { type WorkshopState, workshopState } from '../../shared/workshop/workshop-state.ts';

export const projectsAddress = '/';
export const overviewAddress = (project: string) => `/p/${project}`;
export const checklistAddress = (project: string, checklist: string) => `/p/${project}/c/${checklist}`;
export const sectionAddress = (project: string, checklist: string, section: string) =>
  `/p/${project}/c/${checklist}/${section}`;
export const importedAddress = (project: string, checklist: string) => `/p/${project}/imported/${checklist}`;
export const ownChecklistAddress = (project: string, checklist: string) => `/p/${project}/own/${checklist}`;
export const evidenceAddress = (project: string) => `/p/${project}/evidence`;
export const findingsAddress = (project: string) => `/p/${project}/findings`;
export const conflictsAddress = (project: string) => `/p/${project}/conflicts`;
export const actionsAddress = (project: string, tab?: 'decisions' | 'parking') =>
  `/p/${project}/actions${tab ? `?tab=${tab}` : ''}`;
export const officialAddress = (project: string) => `/p/${project}/official`;
export const progressAddress = (project: string) => `/p/${project}/progress`;
/** `from` and `to` name a milestone by its id, a day, or "now". */
export const compareAddress = (project: string, moments: { from?: string; to?: string } = {}) =>
  withSearch(`/p/${project}/progress/compare`, moments);
export const historyAddress = (
  project: string,
  filter: { question?: string; author?: string; from?: string; to?: string } = {},
) => withSearch(`/p/${project}/progress/history`, filter);
export const planAddress = (project: string) => `/p/${project}/plan`;
export const routeLabAddress = (
  project: string,
  shown: { view?: 'failures' | 'drills'; flow?: string } = {},
) => withSearch(`/p/${project}/route-lab`, shown);
export const settingsAddress = (project: string | undefined) =>
  project === undefined ? '/settings' : `/p/${project}/settings`;

/** A part of the Guide, and in it a topic, a fact, a trap, a host name or a term. */
export const guideAddress = (
  project: string | undefined,
  shown: { view?: GuideView; topic?: string; entry?: string } = {},
) => withSearch(project === undefined ? '/guide' : `/p/${project}/guide`, shown);
/** Stands in an address for a workshop that is not written down yet. */
export const newWorkshop = 'new';
export const workshopsAddress = (project: string) => `/p/${project}/workshops`;
export const workshopAddress = (project: string, workshop: string) => `/p/${project}/workshop/${workshop}`;
export const presentAddress = (project: string, workshop: string) =>
  `/p/${project}/workshop/${workshop}/present`;

function withSearch(address: string, values: Record<string, string>): string {
  const search = new URLSearchParams(values).toString();
  return search === '' ? address : `${address}?${search}`;
}

/** Straight to a question, to a cell of its table, or to an item of an additional checklist. */
export function questionAddress(project: string, origin: FindingOrigin): string {
  const question = content.questions.get(origin.question);
  if (!question) {
    const place = placeOfQuestion(origin.question);
    if (!place) return overviewAddress(project);
    return `${importedAddress(project, place.checklist)}?${new URLSearchParams({ item: place.item })}`;
  }
  const target = new URLSearchParams({ question: origin.question });
  if (origin.row !== undefined) target.set('row', origin.row);
  if (origin.column !== undefined) target.set('column', origin.column);
  return `${sectionAddress(project, question.checklist, question.section)}?${target}`;
}

/** The workshop that goes on, else the one that is prepared, else a new one; of several the newest. */
export function addressToPresent({ id, workshops }: Pick<ProjectView, 'id' | 'workshops'>): string {
  const newest = (state: WorkshopState) =>
    Object.entries(workshops)
      .filter(([, workshop]) => workshopState(workshop) === state)
      .sort(([, left], [, right]) => right.created - left.created)[0]?.[0];
  const running = newest('running');
  if (running !== undefined) return presentAddress(id, running);
  return workshopAddress(id, newest('planned') ?? newWorkshop);
}

/** Which projects are shown, and in which order. */
import type { ProjectSummary } from '../../../shared/contract/project.ts';

export const projectFilters = ['active', 'archived', 'deleted'] as const;
export type ProjectFilter = (typeof projectFilters)[number];

export const projectSorts = [
  'touched',
  'name',
  'customer',
  'readiness',
  'due',
  'blockers',
  'overdue',
  'trend',
] as const;
export type ProjectSort = (typeof projectSorts)[number];

export function filterOf(project: ProjectSummary): ProjectFilter {
  if (project.deletedAt !== null) return 'deleted';
  return project.archived ? 'archived' : 'active';
}

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

const comparers: Record<ProjectSort, (left: ProjectSummary, right: ProjectSummary) => number> = {
  touched: (left, right) => right.touchedAt - left.touchedAt,
  name: (left, right) => collator.compare(left.name, right.name),
  customer: (left, right) =>
    collator.compare(left.customer, right.customer) || collator.compare(left.name, right.name),
  readiness: (left, right) => right.readiness - left.readiness,
  // Without a date comes after every date.
  due: (left, right) => collator.compare(left.nextDue?.due ?? '9999', right.nextDue?.due ?? '9999'),
  blockers: (left, right) => right.blockers - left.blockers,
  overdue: (left, right) => right.overdue - left.overdue,
  // What is new has no past to compare with, and comes last.
  trend: (left, right) => (trendOf(left) ?? 1000) - (trendOf(right) ?? 1000),
};

/** By how many points readiness rose; undefined where nobody knows how ready it was. */
export function trendOf({ readiness, earlier }: ProjectSummary): number | undefined {
  return earlier ? readiness - earlier.readiness : undefined;
}

/** The projects of each customer together, in the order they had; those without one at the end. */
export function groupByCustomer(projects: readonly ProjectSummary[]): ProjectSummary[] {
  return [...projects].sort(
    (left, right) =>
      Number(left.customer === '') - Number(right.customer === '') ||
      collator.compare(left.customer, right.customer) ||
      (left.customer < right.customer ? -1 : left.customer > right.customer ? 1 : 0),
  );
}

export function arrange(
  projects: readonly ProjectSummary[],
  filter: ProjectFilter,
  sort: ProjectSort,
  text: string,
): ProjectSummary[] {
  const wanted = text.trim().toLowerCase().split(/\s+/).filter(Boolean);
  return projects
    .filter((project) => filterOf(project) === filter)
    .filter((project) => {
      const haystack = `${project.name} ${project.customer}`.toLowerCase();
      return wanted.every((word) => haystack.includes(word));
    })
    .sort((left, right) => comparers[sort](left, right) || right.touchedAt - left.touchedAt);
}

/** A project as it was: what stood in it then, judged as of that day; and the milestone that was set last. */
import { buildView } from '../assess/build-view.ts';
import { content } from '../content/content.ts';
import { openState } from '../content/open-state.ts';
import type { ReferenceSets } from '../content/reference.ts';
import type { Earlier } from '../document/context.ts';
import type { Change, Current } from '../project/change.ts';
import type { Milestone } from '../project/paths.ts';
import type { ProjectView } from '../view.ts';
import type { Language } from '../words/catalogue.ts';
import type { Comparison } from './compare.ts';

export type Past = Pick<ProjectView, 'id' | 'createdAt' | 'saved'> & {
  values: Iterable<readonly [string, Pick<Current, 'value'>]>;
  day: string;
  reference: Readonly<ReferenceSets>;
  /** What it is worded in; the plan's own language when not given. */
  language?: Language | undefined;
};

export function viewThen({ id, createdAt, saved, values, day, reference, language }: Past): ProjectView {
  const state = openState(values);
  const nothing = { disagreements: [], undoes: null, canRedo: false };
  return buildView({ id, createdAt, state, saved, ...nothing }, { content, today: day, reference, language });
}

/** Whether a milestone stands on a change, whatever has been merged since. */
export function standsOn({ through }: Milestone, { copy, clock }: Pick<Change, 'copy' | 'clock'>): boolean {
  return clock <= (through[copy] ?? -1);
}

export function lastMilestone(
  { milestones }: ProjectView,
  compared: (milestone: Milestone, id: string) => Comparison,
): Earlier | undefined {
  const [last] = Object.entries(milestones).sort(([, left], [, right]) => right.at - left.at);
  if (!last) return undefined;
  const [id, milestone] = last;
  return { name: milestone.name, at: milestone.at, comparison: () => compared(milestone, id) };
}

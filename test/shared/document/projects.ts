/** Projects to build plans from: the sample, an empty one, and any state, each with the view that the app would show. */

import type { RuleMemory } from '../../../shared/assess/assess.ts';
import { buildView } from '../../../shared/assess/build-view.ts';
import { content } from '../../../shared/content/content.ts';
import { openState } from '../../../shared/content/open-state.ts';
import { builtInReference } from '../../../shared/content/reference.ts';
import type { Audience, PlanDocument } from '../../../shared/document/blocks.ts';
import { buildPlan } from '../../../shared/document/build.ts';
import type { Earlier } from '../../../shared/document/context.ts';
import { dayOf } from '../../../shared/document/values.ts';
import type { KeptEvidence } from '../../../shared/evidence/kept.ts';
import { compare } from '../../../shared/progress/compare.ts';
import { isListed } from '../../../shared/progress/log-line.ts';
import { type Change, type Current, projectChanges } from '../../../shared/project/change.ts';
import { emptyState, type ProjectState } from '../../../shared/project/state.ts';
import type { Lists } from '../../../shared/review-checklist/lists.ts';
import { sampleFile } from '../../../shared/sample/sample.ts';
import type { ProjectView } from '../../../shared/view.ts';

export const today = '2026-11-21';
const now = Date.UTC(2026, 10, 21, 9);
const day = 86_400_000;

/** Of a state, or of a view that was changed: without additional checklists and evidence, which a view only counts. */
export function viewOf(
  state: Omit<ProjectState, keyof Lists | 'evidence'> & Partial<Pick<ProjectState | ProjectView, 'evidence'>>,
  memory?: RuleMemory,
): ProjectView {
  const { checklists, counts, lists } = emptyState();
  const isKept = (value: object): value is KeptEvidence => 'records' in value || 'paths' in value;
  const kept = Object.entries(state.evidence ?? {}).flatMap(([id, one]) => (isKept(one) ? [[id, one]] : []));
  return buildView(
    {
      id: '00000000-0000-4000-8000-000000000000',
      createdAt: now,
      state: { ...state, checklists, counts, lists, evidence: Object.fromEntries(kept) },
      disagreements: [],
      saved: { at: now, author: 'H. Meyer', changes: 1 },
      undoes: null,
      canRedo: false,
    },
    { content, today, ...(memory ? { memory } : {}) },
  );
}

export const emptyView = viewOf(emptyState());

let made = 0;
const newId = () => {
  made += 1;
  return `00000000-0000-4000-8000-${String(made).padStart(12, '0')}`;
};

export const changes: readonly Change[] = sampleFile(now, newId).changes;

export const sampleView = viewOf(openState(projectChanges([...changes])));

/** The sample as it stood that many days ago. */
export function earlierSample(daysAgo: number, view: ProjectView = sampleView): Earlier {
  const at = now - daysAgo * day;
  const earlier = projectChanges(changes.filter((change) => change.at <= at));
  const values = (of: ReadonlyMap<string, Current>) =>
    new Map([...of].flatMap(([path, { value }]) => (isListed(path) ? [[path, value]] : [])));
  const current = projectChanges(changes);
  const comparison = () =>
    compare(
      { view: viewOf(openState(earlier)), day: dayOf(at), listed: () => values(earlier) },
      { view, day: today, listed: () => values(current) },
      (path) => {
        const last = current.get(path);
        return last && { author: last.author, at: last.at, origin: { kind: 'sample' } };
      },
    );
  return { name: 'Design freeze', at, comparison };
}

export function planOf(view: ProjectView, audience: Audience): PlanDocument {
  return buildPlan({ view, today, audience, reference: builtInReference });
}

/** Puts together what everybody sees of a project: what is stored, and what follows from it. */
import { contentUpdateOf, standingReviews } from '../content/content-update.ts';
import { headOfKept } from '../evidence/kept.ts';
import type { ProjectState } from '../project/state.ts';
import { summarizeChecklists } from '../review-checklist/summary.ts';
import type { Disagreement, ProjectView } from '../view.ts';
import type { Language } from '../words/catalogue.ts';
import { type AssessOptions, assess } from './assess.ts';
import { goneFindings } from './gone-findings.ts';

export type Stored = {
  id: string;
  createdAt: number;
  state: ProjectState;
  disagreements: Disagreement[];
  saved: ProjectView['saved'];
  undoes: string | null;
  canRedo: boolean;
};

export type ViewOptions = AssessOptions & {
  /** What findings and verdict are worded in; the plan's own language when not given. */
  language?: Language | undefined;
};

export function buildView(stored: Stored, options: ViewOptions): ProjectView {
  const { state: asStored, ...rest } = stored;
  const planLanguage = asStored.language;
  const state = { ...asStored, language: options.language ?? planLanguage };
  const { checklists: _heads, counts: _counts, lists: _lists, ...shown } = state;
  const assessment = assess(state, options);
  return {
    ...rest,
    ...shown,
    planLanguage,
    evidence: Object.fromEntries(Object.entries(state.evidence).map(([id, kept]) => [id, headOfKept(kept)])),
    reviews: standingReviews(state.reviews, options.content),
    checklists: summarizeChecklists(state),
    goneFindings: goneFindings(state, assessment.findings),
    contentUpdate: contentUpdateOf(state, options.content, assessment.visible),
    assessment,
  };
}

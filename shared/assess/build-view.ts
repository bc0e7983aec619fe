/** Puts together what everybody sees of a project: what is stored, and what follows from it. */
import type { ProjectState } from '../project/state.ts';
import type { Disagreement, ProjectView } from '../view.ts';
import { type AssessOptions, assess } from './assess.ts';

export type Stored = {
  id: string;
  createdAt: number;
  state: ProjectState;
  disagreements: Disagreement[];
  saved: ProjectView['saved'];
  canUndo: boolean;
  canRedo: boolean;
};

export function buildView(stored: Stored, options: AssessOptions): ProjectView {
  const { state, ...rest } = stored;
  return { ...rest, ...state, assessment: assess(state, options) };
}

/** Keeps the action of a question in step with its answer: "don't know yet" opens it, knowing closes it. */
import type { Answer } from '../../../shared/project/answer.ts';
import type { Action } from '../../../shared/project/paths.ts';
import type { ProjectView } from '../../../shared/view.ts';

/** One action a question, with an id that two copies of a project agree on. */
export const actionIdOf = (question: string) => `question:${question}`;

const isClosed = (action: Action) => action.status === 'done' || action.status === 'dropped';

/** The action as it has to be after this answer, or undefined when it stays as it is. */
export function actionAfter(
  project: Pick<ProjectView, 'actions'> | undefined,
  question: string,
  answer: Answer | undefined,
  title: string,
  now: number,
): Action | undefined {
  const action = project?.actions[actionIdOf(question)];
  if (answer?.state === 'unknown') {
    if (action && !isClosed(action)) return undefined;
    if (!action) return { title: title.slice(0, 500), status: 'open', question, created: now };
    const { closed: _closed, ...rest } = action;
    return { ...rest, status: 'open' };
  }
  const known = answer?.state === 'answered' || answer?.state === 'notApplicable';
  return action && known && !isClosed(action) ? { ...action, status: 'done', closed: now } : undefined;
}

/** Keeps the action of a question in step with its answer: "don't know yet" opens it, knowing closes it. */
import { changeAction, isClosed } from './action-change.ts';
import type { Answer } from './answer.ts';
import type { Action } from './paths.ts';

/** One action a question, with an id that two copies of a project agree on. */
export const questionActionId = (question: string) => `question:${question}`;

/** The action as it has to be after this answer, or undefined when it stays as it is; without a title none is opened. */
export function questionActionAfter(
  action: Action | undefined,
  question: string,
  answer: Answer | null,
  title: string | undefined,
  now: number,
): Action | undefined {
  if (answer?.state === 'unknown') {
    if (action && !isClosed(action)) return undefined;
    if (!action) return title === undefined ? undefined : { title, status: 'open', question, created: now };
    return changeAction(action, { status: 'open' }, now);
  }
  const known = answer?.state === 'answered' || answer?.state === 'notApplicable';
  return action && known && !isClosed(action) ? changeAction(action, { status: 'done' }, now) : undefined;
}

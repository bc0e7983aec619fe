/** How pressing an action is: by its day, while it is open. */
import { addDays } from '../assess/days.ts';
import { isClosed } from './action-change.ts';
import type { Action } from './paths.ts';

export const dueStates = ['overdue', 'soon', 'later', 'none'] as const;
export type DueState = (typeof dueStates)[number];

/** A week ahead is soon. What is closed presses nobody. */
export function dueStateOf(action: Pick<Action, 'status' | 'due'>, today: string): DueState {
  if (isClosed(action) || action.due === undefined) return 'none';
  if (action.due < today) return 'overdue';
  return action.due <= (addDays(today, 7) ?? today) ? 'soon' : 'later';
}

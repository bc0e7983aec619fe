/** What becomes of an action when part of it is changed: by hand, with many others, or out of a spreadsheet. */
import { z } from 'zod';
import { Action } from './paths.ts';

export const isClosed = (action: Pick<Action, 'status'>) =>
  action.status === 'done' || action.status === 'dropped';

const { title, owner, due, status, note } = Action.shape;

/** What is to be other than it is; null takes away. */
export const ActionChange = z.strictObject({
  title: title.optional(),
  owner: owner.unwrap().nullable().optional(),
  due: due.unwrap().nullable().optional(),
  status: status.optional(),
  note: note.unwrap().nullable().optional(),
});
export type ActionChange = z.infer<typeof ActionChange>;

export function changeAction(action: Action, change: ActionChange, now: number): Action {
  const next: Record<string, unknown> = { ...action };
  for (const [field, value] of Object.entries(change)) {
    if (value === null || value === '') delete next[field];
    else if (value !== undefined) next[field] = value;
  }
  return withClosing(next as Action, action, now);
}

/** Done from the moment it became so; what is open again has no such moment. */
export function withClosing(action: Action, known: Action | undefined, now: number): Action {
  const { closed: _closed, ...open } = action;
  if (!isClosed(action)) return open;
  return action.status === known?.status ? action : { ...open, closed: now };
}

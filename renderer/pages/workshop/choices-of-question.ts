/** The choices of a question or an item as a room sees them: numbered, the honest other answers last. */
import { notApplicableReasons } from '../../../shared/project/answer.ts';

export type RoomChoice = { value: string; label: string; chosen: boolean };

/** Marks the list of choices that the arrows go along. */
export const choicesMark = 'data-room-choices';

/** What the keys along the top of the keyboard can reach. */
const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'] as const;

export const keyOfChoice = (place: number): string | undefined => digits[place];

export function choiceOfKey(key: string): number | undefined {
  const place = (digits as readonly string[]).indexOf(key);
  return place < 0 ? undefined : place;
}

export const reasonOfKey = (key: string) => notApplicableReasons[choiceOfKey(key) ?? -1];

/** What the page asks of what it shows, by key or by button. */
export type Stage = { choose: (place: number) => void; focusField: () => void };

/** What is said to those who listen to the screen, about things that others see happen. */

type Announcement = { text: string; turn: number };

/** Several may come in one breath, and none may take the place of one that was not said yet. */
const mostKept = 3;

let latest: readonly Announcement[] = [];
let turn = 0;
const listeners = new Set<() => void>();

/** Heard also when it is what was said before: each has a turn of its own. */
export function announce(text: string): void {
  turn += 1;
  latest = [...latest, { text, turn }].slice(-mostKept);
  for (const listener of listeners) listener();
}

export const announcements = {
  latest: () => latest,
  subscribe: (listener: () => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
};

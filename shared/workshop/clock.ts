/** The clock of a workshop: how long each question was on the screen, without the pauses. */
import type { Sitting } from '../project/workshop.ts';

export type Clock = {
  question: string | undefined;
  /** The moment up to which time is counted; null while it stands still. */
  since: number | null;
  /** Milliseconds by question. */
  spent: Readonly<Record<string, number>>;
};

/** Between two looks at the clock no more than a second or so goes by; after longer the machine was asleep, and the room too. */
export const longestLook = 120_000;

export function startClock(question: string | undefined, now: number): Clock {
  return { question, since: now, spent: {} };
}

export function tick(clock: Clock, now: number): Clock {
  const { question, since, spent } = clock;
  if (since === null) return clock;
  const passed = now - since;
  if (question === undefined || passed <= 0 || passed > longestLook) return { ...clock, since: now };
  const before = Object.hasOwn(spent, question) ? (spent[question] ?? 0) : 0;
  return { ...clock, since: now, spent: { ...spent, [question]: before + passed } };
}

/** What was shown until now has had its time; from now on it counts for this question. */
export function turnTo(clock: Clock, question: string | undefined, now: number): Clock {
  return { ...tick(clock, now), question };
}

export function pause(clock: Clock, now: number): Clock {
  return { ...tick(clock, now), since: null };
}

export function resume(clock: Clock, now: number): Clock {
  return clock.since === null ? { ...clock, since: now } : clock;
}

/** The time used for each question of a workshop, over all sittings but the one that is left out. */
export function timeUsed(
  sittings: Readonly<Record<string, Sitting>>,
  workshop: string,
  without?: string,
): Map<string, number> {
  const used = new Map<string, number>();
  for (const [id, sitting] of Object.entries(sittings)) {
    if (sitting.workshop !== workshop || id === without) continue;
    for (const [question, spent] of Object.entries(sitting.spent))
      used.set(question, (used.get(question) ?? 0) + spent);
  }
  return used;
}

/** What was on the screen last, wherever that screen stood. */
export function lastShown(sittings: Readonly<Record<string, Sitting>>, workshop: string): string | undefined {
  return Object.values(sittings)
    .filter((sitting) => sitting.workshop === workshop)
    .reduce<Sitting | undefined>((last, one) => (last && last.at >= one.at ? last : one), undefined)
    ?.question;
}

export const totalOf = (used: ReadonlyMap<string, number>): number =>
  [...used.values()].reduce((sum, one) => sum + one, 0);

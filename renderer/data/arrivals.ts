/** What came in from the shared file that this window has not told yet, as one sum: several arrivals are one notice. */
import type { LinkArrival } from '../../shared/contract/copies.ts';

export type Told = { upTo: number; news: Omit<LinkArrival, 'at' | 'total' | 'file'> | undefined };

/** `before` is up to how many changes of the project it has been told: a clock may be set back. What came in before the window was opened is news as well. */
export function newArrivals(came: readonly LinkArrival[], before: number): Told {
  const fresh = came.filter(({ total }) => total > before);
  if (fresh.length === 0) return { upTo: before, news: undefined };
  const places = { answers: 0, notes: 0, rows: 0, others: 0 };
  for (const arrival of fresh)
    for (const kind of Object.keys(places) as (keyof typeof places)[]) places[kind] += arrival.places[kind];
  return {
    upTo: Math.max(...fresh.map(({ total }) => total)),
    news: {
      changes: fresh.reduce((sum, { changes }) => sum + changes, 0),
      places,
      authors: [...new Set(fresh.flatMap(({ authors }) => authors))],
    },
  };
}

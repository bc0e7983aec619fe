/** The notice of what came in from a shared file: everything once, however often and however late one looks. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newArrivals } from '../../../renderer/data/arrivals.ts';
import type { LinkArrival } from '../../../shared/contract/copies.ts';

/** On a clock that is set back each time. */
const arrival = (total: number, author: string, answers: number): LinkArrival => ({
  at: 1_000_000 - total,
  total,
  changes: answers + 1,
  places: { answers, notes: 1, rows: 0, others: 0 },
  authors: [author],
  file: 'plan.onramp',
});

test('several arrivals are one notice, with each author once', () => {
  const came = [arrival(1, 'Ben', 2), arrival(2, 'Cleo', 1), arrival(3, 'Ben', 0)];
  expect(newArrivals(came, 1)).toEqual({
    upTo: 3,
    news: { changes: 3, places: { answers: 1, notes: 2, rows: 0, others: 0 }, authors: ['Cleo', 'Ben'] },
  });
  expect(newArrivals(came, 3)).toEqual({ upTo: 3, news: undefined });
});

test('whenever one looks, each change is told once and none is left out', () => {
  const steps = fc.array(fc.record({ answers: fc.nat(5), looks: fc.boolean() }), { maxLength: 20 });
  fc.assert(
    fc.property(steps, (history) => {
      const came: LinkArrival[] = [];
      let [upTo, told] = [0, 0];
      const look = () => {
        const { news, ...next } = newArrivals(came, upTo);
        upTo = next.upTo;
        told += news?.changes ?? 0;
      };
      for (const [at, { answers, looks }] of history.entries()) {
        came.push(arrival(at + 1, 'Ben', answers));
        if (looks) look();
      }
      look();
      expect(told).toBe(came.reduce((sum, { changes }) => sum + changes, 0));
    }),
  );
});

/** Which rows of a long table are drawn. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawnRows } from '../../../renderer/table/use-visible-rows.ts';

test('rows in view, the one somebody is in, and room for all others', () => {
  expect(drawnRows(10, 2, 4, 8)).toEqual([
    { gap: 2, at: 0 },
    { row: 2 },
    { row: 3 },
    { gap: 4, at: 4 },
    { row: 8 },
    { gap: 1, at: 9 },
  ]);
  expect(drawnRows(3, -5, 20, 1)).toEqual([{ row: 0 }, { row: 1 }, { row: 2 }]);
});

test('every row is either drawn once or has its room, in order', () => {
  fc.assert(
    fc.property(
      fc.nat(300),
      fc.integer({ min: -20, max: 320 }),
      fc.nat(60),
      fc.integer({ min: -1, max: 310 }),
      (count, from, length, active) => {
        const seen = drawnRows(count, from, from + length, active).flatMap((one) =>
          'row' in one ? [one.row] : Array.from({ length: one.gap }, (_, index) => one.at + index),
        );
        expect(seen).toEqual(Array.from({ length: count }, (_, index) => index));
      },
    ),
  );
});

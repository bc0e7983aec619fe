/** The plot of growth: what grows in step with its data rises by equal bars, what does not stays where it is. */
import { expect, test } from 'vitest';
import { plotGrowth } from '../scripts/growth-plot.ts';

test('draws each measure once per amount, with how many times it is the one before', () => {
  const points = (...values: number[]) =>
    values.map((value, index) => ({ amount: 500 * 10 ** index, value }));
  const plot = plotGrowth(
    [
      { name: 'in step', unit: 'ms', points: points(2, 20, 200) },
      { name: 'not at all', unit: 'MB', points: points(3, 3, 3) },
    ],
    String,
  );
  const [, ...lines] = plot.split('\n');
  expect(lines.map((line) => line.match(/█+/)?.[0].length)).toEqual([1, 13, 25, 1, 1, 1]);
  expect(lines.map((line) => line.match(/ (\S+)x$/)?.[1])).toEqual([
    undefined,
    '10',
    '10',
    undefined,
    '1',
    '1',
  ]);
  expect(lines[1]).toContain('5,000      20 ms');
  expect(lines[0]).toContain('in step');
});

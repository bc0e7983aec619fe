/** Columns of a web page's tables: no word is broken that has room. */
import { expect, it } from 'vitest';
import type { Block } from '../../../shared/document/blocks.ts';
import { htmlColumns } from '../../../shared/document/html-columns.ts';
import { plain } from '../../../shared/document/runs.ts';

function sharesOf(rows: readonly (readonly string[])[], weights: readonly number[]): number[] {
  const table: Extract<Block, { kind: 'table' }> = {
    kind: 'table',
    caption: '',
    columns: weights.map((weight) => ({ title: '', weight })),
    rows: rows.map((row) => row.map((text) => ({ text: plain(text) }))),
  };
  return htmlColumns(table);
}

const lettersInRow = 118;

it('gives each column room for its longest word before the rest goes by weight', () => {
  const long = 'Sentences of many short words that would take nearly all of it. '.repeat(3);
  const [sentence = 0, word = 0] = sharesOf([[long, 'Unreachable']], [32, 6]);
  expect((word / 100) * lettersInRow).toBeGreaterThan('Unreachable'.length);
  expect(sentence).toBeGreaterThan(word);
  expect(sentence + word).toBeCloseTo(100);
});

it('lets no word without an end push the other columns aside', () => {
  const [endless = 0, other = 0] = sharesOf([['x'.repeat(50_000), 'Production']], [32, 10]);
  expect((other / 100) * lettersInRow).toBeGreaterThan('Production'.length);
  expect(endless).toBeLessThan(85);
});

it('is whole for a table without columns or weights', () => {
  expect(sharesOf([], [])).toEqual([]);
  expect(sharesOf([['a', 'a']], [0, 0])).toEqual([50, 50]);
});

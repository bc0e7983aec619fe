/** How wide the columns of a table are on a page that measures no letters: room for the longest words first, the rest by weight. */
import type { Block } from './blocks.ts';
import { textOf } from './runs.ts';

type Table = Extract<Block, { kind: 'table' }>;

/** Letters beside each other on the page, and what stands around those of one cell. */
const lettersInRow = 118;
const lettersAround = 2.5;
/** Longer words are broken, so that one address does not push the others aside. */
const mostLettersOfWord = 24;

/** Shares of the width, in percent. */
export function htmlColumns({ columns, rows }: Table): number[] {
  const least = columns.map(({ title }, index) => {
    const texts = [title, ...rows.map((row) => textOf(row[index]?.text ?? []))];
    return lettersForWords(texts) + lettersAround;
  });
  const weight = columns.reduce((sum, column) => sum + column.weight, 0) || 1;
  const rest = Math.max(0, lettersInRow - least.reduce((sum, one) => sum + one, 0));
  const widths = columns.map((column, index) => (least[index] ?? 0) + (rest * column.weight) / weight);
  const total = widths.reduce((sum, width) => sum + width, 0) || 1;
  return widths.map((width) => (100 * width) / total);
}

/** What a column needs so that no word of it breaks, but one that is longer than any should be. */
export function lettersForWords(texts: readonly string[]): number {
  const words = texts.flatMap((text) => text.split(/\s+/));
  return words.reduce((most, word) => Math.min(mostLettersOfWord, Math.max(most, word.length)), 0);
}

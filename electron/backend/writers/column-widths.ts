/** How wide the columns of a table are: room for their longest word first, then for whole lines, the rest by weight. */
import type { Block, Text } from '../../../shared/document/blocks.ts';
import { widthOf } from './fonts.ts';

type Table = Extract<Block, { kind: 'table' }>;

/** In points; the inset is the room left and right of the text in a cell. */
export type TableSize = { size: number; inset: number; widths: number[] };

const looks = {
  read: { sizes: [8.5, 8, 7.5, 7], inset: 4 },
  dense: { sizes: [7, 6.5], inset: 2.5 },
} as const;

/** The largest of our sizes in which every word fits its column; in the smallest, words that do not are cut. */
export function sizeTable(table: Table, total: number): TableSize {
  const columns = table.columns.map((column, index) => {
    const texts = [column.title, ...table.rows.map((row) => plainOf(row[index]?.text ?? []))];
    return { weight: Math.max(1, column.weight), ...extentOf(texts) };
  });
  const { sizes, inset } = table.dense ? looks.dense : looks.read;
  const pad = (width: number, size: number) => width * size * semiBold + 2 * inset;
  const fits = sizes.find((size) => columns.reduce((sum, { word }) => sum + pad(word, size), 0) <= total);
  const size = fits ?? sizes[sizes.length - 1] ?? 7;
  return {
    size,
    inset,
    widths: share(
      columns.map(({ weight, pull, word, line }) => ({
        weight,
        pull,
        least: pad(word, size),
        most: pad(line, size),
      })),
      total,
    ),
  };
}

/** How much wider letters of heads and warnings are. */
export const semiBold = 1.08;

function plainOf(text: Text): string {
  return text.map((run) => run.text).join('');
}

/** No word asks for more than this many em: what is longer is cut anyway. */
const longestWord = 14;

function extentOf(texts: readonly string[]): { word: number; line: number; pull: number } {
  let word = 0;
  let line = 0;
  let squares = 0;
  for (const text of texts) {
    // Far beyond any column, and measuring long notes letter by letter takes time.
    const start = text.slice(0, 400);
    const width = widthOf(start);
    line = Math.max(line, width);
    squares += width * width;
    for (const one of start.split(/\s+/)) word = Math.max(word, Math.min(longestWord, widthOf(one)));
  }
  // Of its usual length, not its longest: one long cell among many short ones makes no wide column.
  return { word, line, pull: Math.max(1, (squares / texts.length) ** 0.25) };
}

/** `most` is never below `least`; of what is left, a column with twice the pull gets twice as much. */
type Wish = { weight: number; least: number; most: number; pull?: number };

/**
 * What is left after every column has its least goes to all by their pull until they have what they can use, so that short
 * columns keep their lines whole and long ones share the rest; what nobody needs is spread by weight.
 */
export function share(wishes: readonly Wish[], total: number): number[] {
  const sum = (width: (wish: Wish) => number) => wishes.reduce((whole, wish) => whole + width(wish), 0);
  const least = sum((wish) => wish.least);
  if (least >= total) return wishes.map((wish) => (wish.least * total) / least);
  const most = sum((wish) => wish.most);
  if (most <= total) {
    const spare = (total - most) / sum((wish) => wish.weight);
    return wishes.map((wish) => wish.most + spare * wish.weight);
  }
  const at = (more: number) => (wish: Wish) => Math.min(wish.most, wish.least + more * (wish.pull ?? 1));
  let [low, high] = [0, total];
  for (let round = 0; round < 40; round += 1) {
    const middle = (low + high) / 2;
    if (sum(at(middle)) > total) high = middle;
    else low = middle;
  }
  return wishes.map(at(low));
}

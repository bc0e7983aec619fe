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
    const cells = extentOf(table.rows.map((row) => plainOf(row[index]?.text ?? [])));
    const title = extentOf([column.title]);
    const word = Math.max(cells.word, title.word);
    return {
      weight: Math.max(1, column.weight),
      pull: cells.pull,
      word,
      // A head may have two lines: it takes no room from rows that could have one.
      line: Math.max(word, cells.line, title.line / 2),
      lengths: [title.line * semiBold, ...cells.lengths],
    };
  });
  const { sizes, inset } = table.dense ? looks.dense : looks.read;
  const pad = (width: number, size: number) => width * size * semiBold + 2 * inset + slack;
  const fits = sizes.find((size) => columns.reduce((sum, { word }) => sum + pad(word, size), 0) <= total);
  const size = fits ?? sizes[sizes.length - 1] ?? 7;
  const wishes = columns.map(
    ({ weight, pull, word, line }): Wish => ({ weight, pull, least: pad(word, size), most: pad(line, size) }),
  );
  const ways = sharesOfNames.flatMap((part) => {
    const named = withWholeNames(wishes, total, part);
    const steep = named.map((wish) => ({ ...wish, pull: (wish.pull ?? 1) ** 2 }));
    return [share(named, total), share(steep, total)];
  });
  const linesOf = (widths: readonly number[]) =>
    linesInAll(
      columns.map(({ lengths }) => lengths),
      widths.map((width) => (width - 2 * inset) / size),
    );
  const [widths = []] = ways
    .map((way) => ({ way, lines: linesOf(way) }))
    .sort(byLines)
    .map(({ way }) => way);
  return { size, inset, widths };
}

/**
 * Of the room that words leave, so much may go to columns that need little for all their lines to be whole, such as names of
 * two words; the others share the rest, sentences more or far more than words. Which is best differs from table to table: the
 * fewest lines tell.
 */
const sharesOfNames = [0, 0.4, 0.7, 1];

function withWholeNames(wishes: readonly Wish[], total: number, part: number): Wish[] {
  let left = part * (total - wishes.reduce((sum, { least }) => sum + least, 0));
  const whole = new Set<Wish>();
  for (const wish of [...wishes].sort((one, other) => gapOf(one) - gapOf(other))) {
    if (gapOf(wish) > left) break;
    left -= gapOf(wish);
    whole.add(wish);
  }
  return wishes.map((wish) => (whole.has(wish) ? { ...wish, least: wish.most } : wish));
}

function gapOf({ least, most }: Wish): number {
  return most - least;
}

function byLines(one: { lines: number }, other: { lines: number }): number {
  return one.lines - other.lines;
}

/** Roughly, for lines end at words. */
function linesInAll(columns: readonly (readonly number[])[], rooms: readonly number[]): number {
  let lines = 0;
  for (let row = 0; row < (columns[0]?.length ?? 0); row += 1) {
    let most = 1;
    for (const [index, lengths] of columns.entries())
      most = Math.max(most, Math.ceil((lengths[row] ?? 0) / (rooms[index] ?? 1)));
    lines += most;
  }
  return lines;
}

/** A word as wide as its column would be cut by the last digit of what it measures. */
const slack = 0.3;

/** How much wider letters of heads and warnings are. */
export const semiBold = 1.08;

function plainOf(text: Text): string {
  return text.map((run) => run.text).join('');
}

/** No word asks for more than this many em: what is longer is cut anyway. */
const longestWord = 14;

type Extent = { word: number; line: number; pull: number; lengths: readonly number[] };

function extentOf(texts: readonly string[]): Extent {
  const lengths: number[] = [];
  let word = 0;
  let line = 0;
  let squares = 0;
  for (const text of texts) {
    // Far beyond any column, and measuring long notes letter by letter takes time.
    const start = text.slice(0, 400);
    const width = widthOf(start);
    lengths.push(width);
    line = Math.max(line, width);
    squares += width * width;
    for (const one of start.split(/\s+/)) word = Math.max(word, Math.min(longestWord, widthOf(one)));
  }
  // Of its usual length, not its longest: one long cell among many short ones makes no wide column.
  return { word, line, pull: Math.max(1, (squares / texts.length) ** 0.25), lengths };
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

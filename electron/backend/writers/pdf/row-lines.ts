/** How many lines the rows of a table have: the page setter need not set those twice, once to learn how tall they are. */
import type { Cell } from '../../../../shared/document/blocks.ts';
import { semiBold } from '../column-widths.ts';
import { widthOf } from '../fonts.ts';

/** A line of our text font reaches from its foot to the top of its capitals; in sizes of the text. */
export const capHeight = 0.714;

/** Letters, digits and marks that our text font has, and that break as said below. */
const latin = /^[\x20-\x7e\u00a0-\u00ac\u00ae-\u017f–—…·•“”‘’„]*$/;

/** Where lines surely may end, and where they end at most. */
const breaks = [/(?<= )/, /(?<=[^\p{L}\p{N}])|(?=[^\p{L}\p{N}])/u];

/** How much closer or further apart letters stand than they are wide, at most; strong ones are wider by some of theirs. */
const [closest, widest] = [0.95, 1.02];

/**
 * How many lines a row of our text font has, the rooms in sizes of the text; undefined where that is not certain, because a
 * line may just fit or not, or words may be parted or not.
 */
export function linesOfRow(row: readonly Cell[], roomOf: (column: number) => number): number | undefined {
  let most = 0;
  for (const [column, cell] of row.entries()) {
    const lines = linesOfCell(cell, roomOf(column));
    if (lines === undefined) return undefined;
    most = Math.max(most, lines);
  }
  return most === 0 ? undefined : most;
}

function linesOfCell({ text, tone }: Cell, room: number): number | undefined {
  if (text.some((run) => run.style === 'code' || !latin.test(run.text))) return undefined;
  if (text.every((run) => run.text === '')) return 0;
  const strong = tone === 'blocker' || tone === 'gate' || text.some(({ style }) => style === 'strong');
  const letters = text.map((run) => run.text).join('');
  const most = widest * (strong ? semiBold : 1);
  if (widthOf(letters) * most <= room) return 1;
  const counts = breaks.flatMap((ends) => {
    const pieces = letters.split(ends);
    return [closest, most].map((spacing) => linesOfPieces(pieces, room / spacing));
  });
  return counts.every((count) => count === counts[0]) ? counts[0] : undefined;
}

/** Undefined where a piece is wider than the room. */
function linesOfPieces(pieces: readonly string[], room: number): number | undefined {
  let lines = 1;
  let used = 0;
  for (const piece of pieces) {
    const width = widthOf(piece.trimEnd());
    if (width > room) return undefined;
    if (used + width > room) {
      lines += 1;
      used = 0;
    }
    used += widthOf(piece);
  }
  return lines;
}

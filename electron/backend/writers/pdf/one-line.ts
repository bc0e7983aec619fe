/** Which rows of a table are one line: the page setter need not set those twice, once to learn how tall they are. */
import type { Cell } from '../../../../shared/document/blocks.ts';
import { semiBold } from '../column-widths.ts';
import { widthOf } from '../fonts.ts';

/** A line of our text font reaches from its foot to the top of its capitals; in sizes of the text. */
export const capHeight = 0.714;

/** Letters, digits and marks that our text font has, all on one line. */
const latin = /^[\x20-\x7e\u00a0-\u00ac\u00ae-\u017f–—…·•“”‘’„]*$/;

/** Letters that are set a little further apart than they are wide take no more than this. */
const apart = 1.02;

/** Whether a row is certainly one line of our text font; the rooms are in sizes of the text. */
export function isOneLine(row: readonly Cell[], roomOf: (column: number) => number): boolean {
  return (
    row.some(({ text }) => text.some((run) => run.text !== '')) &&
    row.every((cell, column) => widthOfCell(cell) * apart <= roomOf(column))
  );
}

function widthOfCell({ text, tone }: Cell): number {
  let width = 0;
  for (const run of text) {
    if (run.style === 'code' || !latin.test(run.text)) return Number.POSITIVE_INFINITY;
    const strong = run.style === 'strong' || tone === 'blocker' || tone === 'gate';
    width += widthOf(run.text) * (strong ? semiBold : 1);
  }
  return width;
}

/** Says which parts of a plan share their pages, so that none ends in a page that is nearly empty. */
import type { Block, Part, Section } from './blocks.ts';
import { textOf } from './runs.ts';

const linesOnPage = 54;
/** Parts are set together while they fill no more pages than these; then the next begins on a new one. */
const pagesTogether = 5;
const aFewLines = 16;
const lettersInLine = 105;
/** Of a table. */
const lettersInRow = 120;
const lineInSmallType = 0.7;

type Filling = Pick<Part, 'blocks' | 'sections'> & { onOwnPage: boolean };

/** Of each part whether it stands below the one before it instead of on a new page. */
export function partsThatFollow(parts: readonly Filling[]): boolean[] {
  const sizes = parts.map(({ blocks, sections }) => 4 + linesOfAll(blocks) + linesOfSections(sections));
  let lines: number | undefined;
  let leads = false;
  return sizes.map((own, index) => {
    const { onOwnPage } = parts[index] ?? { onOwnPage: true };
    const isLong = lines === undefined || lines + own > pagesTogether * linesOnPage;
    const isSlight = own <= aFewLines;
    // A few lines stand below anything, or above what begins a page anyway: alone they would have one for themselves.
    const next = sizes.findIndex((size, at) => at > index && size > aFewLines);
    const isBeforeLong =
      isSlight && isLong && (sizes[next] ?? 0) >= pagesTogether * linesOnPage && !parts[next]?.onOwnPage;
    const follows = lines !== undefined && !onOwnPage && (leads || (isSlight ? !isBeforeLong : !isLong));
    leads = isBeforeLong && !follows ? true : leads && isSlight;
    lines = (follows ? (lines ?? 0) : 0) + own;
    return follows;
  });
}

function linesOfSections(sections: readonly Section[]): number {
  return sections.reduce(
    (sum, { blocks, sections: inner }) => sum + 2 + linesOfAll(blocks) + linesOfSections(inner ?? []),
    0,
  );
}

function linesOfAll(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + linesOf(block), 0);
}

/** Roughly: enough to tell a few lines from many. */
function linesOf(block: Block): number {
  const wrapped = (text: Parameters<typeof textOf>[0], room = lettersInLine) =>
    Math.max(1, Math.ceil(textOf(text).length / room));
  switch (block.kind) {
    case 'paragraph':
    case 'open':
      return wrapped(block.text);
    case 'list':
      return block.items.reduce((sum, { text }) => sum + wrapped(text), 0);
    case 'pairs':
      return block.pairs.reduce((sum, { name, value }) => sum + wrapped([...name, ...value]) / 1.5, 1);
    case 'callout':
      return 2 + wrapped(block.title) + wrapped(block.text);
    case 'table': {
      const weight = block.columns.reduce((sum, column) => sum + column.weight, 0);
      const rooms = block.columns.map((column) => (lettersInRow * column.weight) / weight);
      const rows = block.rows.map((row) =>
        Math.max(1, ...row.map(({ text }, column) => wrapped(text, rooms[column]))),
      );
      const lines = rows.reduce((sum, one) => sum + one, 0);
      return 3 + lines * (block.dense ? lineInSmallType : 1);
    }
    case 'code':
      return block.code.split('\n').length;
    case 'figure':
      return linesOnPage / 2;
  }
}

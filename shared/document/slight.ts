/** Says which parts of a plan are so little that a page of their own would look empty. */
import type { Block, Part, Section } from './blocks.ts';
import { textOf } from './runs.ts';

/** About a third of a page. */
const mostLines = 18;
const lettersInLine = 95;

export function isSlight({ blocks, sections }: Pick<Part, 'blocks' | 'sections'>): boolean {
  return linesOfAll(blocks) + linesOfSections(sections) <= mostLines;
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
      return block.pairs.reduce((sum, { value }) => sum + wrapped(value, lettersInLine * 0.6), 0);
    case 'callout':
      return 2 + wrapped(block.title) + wrapped(block.text);
    case 'table': {
      const room = (lettersInLine * 1.2) / Math.max(1, block.columns.length);
      const rows = block.rows.map((row) => Math.max(1, ...row.map(({ text }) => wrapped(text, room))));
      return 3 + rows.reduce((sum, lines) => sum + lines, 0);
    }
    case 'code':
      return block.code.split('\n').length;
    case 'figure':
      return Number.POSITIVE_INFINITY;
  }
}

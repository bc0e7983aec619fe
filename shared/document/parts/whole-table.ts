/** A whole table of the project, in the form that takes the fewest lines. */

import { groupRows } from '../../assess/planned.ts';
import { columnsOf, type TableId, tables } from '../../content/tables.ts';
import { fill } from '../../content/words.ts';
import type { Block } from '../blocks.ts';
import { type Context, questionOfTable } from '../context.ts';
import { lettersForWords } from '../html-columns.ts';
import { columnsSaid, leftColumns } from '../project-tables.ts';
import { plain, toQuestion } from '../runs.ts';
import { cell, dense, present, projectTable, tableBlock } from '../statements.ts';
import { bareCellText, cellText, columnLabel, columnTitle, rowName, tableTitle } from '../values.ts';

/** Letters beside each other on a page, in small type or to be read; each column needs room around it. */
const lettersInRow = { small: 128, read: 100 };
/** Longer tables are for looking things up in wherever they stand. */
const mostRead = 12;
/** So few rows that would be cut into pieces stand beside each other instead. */
const mostBeside = 4;
const lettersBetween = 2;
/** Around a table: its caption, and the room above and below. */
const linesAround = 4;
/** Rows of so many kinds may have a table for each kind: less differs within one, so that its rows are shorter. */
const mostKinds = 4;
const fewestRows = 4;
const manyRows = 12;
/** Three tables instead of one are worth it only where much is saved. */
const worthIt = 0.85;

type Row = { id: string };
type Form = { blocks: Block[]; lines: number; pieces: number };
type Size = keyof typeof lettersInRow;

/** @param where in the appendix it is always small. */
export function wholeTable(context: Context, id: TableId, where: 'part' | 'appendix' = 'part'): Block[] {
  const rows = context.project.rows(id);
  if (rows.length === 0) return [];
  const size: Size = where === 'part' && rows.length <= mostRead ? 'read' : 'small';
  const title = tableTitle(context, id);
  const names = Object.keys(columnsOf(id));
  const whole = formOf(context, id, rows, names, title, size);
  if (rows.length <= mostBeside && whole.pieces > 1) return present([onItsSide(context, id, rows, names)]);
  const byKind =
    rows.length < manyRows ? [] : names.flatMap((name) => kindsOf(context, id, rows, names, name, size));
  const [best] = byKind.sort((one, other) => one.lines - other.lines);
  return best && best.lines < worthIt * whole.lines ? best.blocks : whole.blocks;
}

/** A table for each value of a column, which then stands in its caption. */
function kindsOf(
  context: Context,
  id: TableId,
  rows: readonly Row[],
  names: readonly string[],
  kind: string,
  size: Size,
): Form[] {
  if (columnsOf(id)[kind]?.kind !== 'single') return [];
  const groups = groupRows(rows, (row) => bareCellText(context, id, row, kind));
  if (groups.size < 2 || groups.size > mostKinds) return [];
  if ([...groups].some(([value, group]) => value === '' || group.length < fewestRows)) return [];
  const others = names.filter((name) => name !== kind);
  const forms = [...groups].map(([value, group]) =>
    formOf(context, id, group, others, `${tableTitle(context, id)}: ${value}`, size),
  );
  return [
    {
      blocks: forms.flatMap(({ blocks }) => blocks),
      lines: forms.reduce((sum, { lines }) => sum + lines, 0),
      pieces: forms.length,
    },
  ];
}

/** Cut into pieces that fit a page, each beginning with the column that names the row. */
function formOf(
  context: Context,
  id: TableId,
  rows: readonly Row[],
  names: readonly string[],
  title: string,
  size: Size,
): Form {
  const { label } = tables[id];
  const said = columnsSaid(context, id, rows, names);
  const { pieces, lines } = piecesOf(
    wide(context, id, rows, label),
    said.shown.filter((name) => name !== label).map((name) => wide(context, id, rows, name)),
    lettersInRow[size],
  );
  const shown = pieces.map((columns, index) => {
    const caption =
      pieces.length === 1
        ? title
        : fill(context.words.appendix.piece, { title, number: index + 1, count: pieces.length });
    const table = projectTable(context, id, columns, { caption, rows });
    return size === 'small' ? dense(table) : table;
  });
  const left = leftColumns(context, id, rows, said, title);
  return { blocks: [...present(shown), ...left], lines: lines + 2 * left.length, pieces: pieces.length };
}

/** Few rows of many columns: what they say in lines below each other, and each row in a column. */
function onItsSide(
  context: Context,
  id: TableId,
  rows: readonly Row[],
  names: readonly string[],
): Block | undefined {
  const { label } = tables[id];
  const told = names.filter(
    (name) => name !== label && rows.some((row) => cellText(context, id, row, name) !== ''),
  );
  const titles = rows.map((row) => rowName(context, id, row.id));
  const table = tableBlock(
    tableTitle(context, id),
    [columnLabel(context, id, label), ...titles].map((title) => ({ title })),
    told.map((name) => [
      { text: plain(columnLabel(context, id, name)) },
      ...rows.map((row) => cell(context, cellText(context, id, row, name))),
    ]),
    [toQuestion(questionOfTable(id))],
  );
  return table?.kind === 'table' ? { ...table, whole: true } : undefined;
}

type Wide = { name: string; word: number; line: number; lengths: readonly number[] };

function wide(context: Context, id: TableId, rows: readonly Row[], name: string): Wide {
  const cells = rows.map((row) => bareCellText(context, id, row, name));
  const title = columnTitle(context, id, name);
  const lengths = cells.map((text) => text.length);
  const word = lettersForWords([title, ...new Set(cells)]) + lettersBetween;
  return { name, word, line: Math.max(word, Math.max(...lengths) + lettersBetween), lengths };
}

/** As few tables as hold all columns by their words, or by their whole lines where rows of one line each take less room. */
function piecesOf(
  label: Wide,
  columns: readonly Wide[],
  letters: number,
): { pieces: string[][]; lines: number } {
  const widths = [({ word }: Wide) => word, ({ line }: Wide) => line];
  const ways = widths.map((widthOf) => {
    const pieces = cut(label, columns, letters, widthOf);
    return {
      pieces: pieces.map((piece) => piece.map(({ name }) => name)),
      lines: linesOf(pieces, letters),
    };
  });
  const [first, second] = ways;
  return first && second && second.lines < first.lines ? second : (first ?? { pieces: [], lines: 0 });
}

/** As even as they can be. */
function cut(
  label: Wide,
  columns: readonly Wide[],
  letters: number,
  widthOf: (column: Wide) => number,
): Wide[][] {
  const room = letters - widthOf(label);
  const total = columns.reduce((sum, column) => sum + widthOf(column), 0);
  const each = total / Math.max(1, Math.ceil(total / room));
  const pieces: Wide[][] = [[label]];
  let used = 0;
  for (const column of columns) {
    const width = widthOf(column);
    if (used > 0 && (used + width > room || used >= each)) {
      pieces.push([label]);
      used = 0;
    }
    pieces.at(-1)?.push(column);
    used += width;
  }
  return pieces;
}

/** How many lines tables take when what their words leave is shared by those with longer lines. */
function linesOf(pieces: readonly (readonly Wide[])[], letters: number): number {
  let lines = 0;
  for (const piece of pieces) {
    const words = piece.reduce((sum, { word }) => sum + word, 0);
    const more = piece.reduce((sum, { word, line }) => sum + line - word, 0);
    const part = more === 0 ? 0 : Math.min(1, Math.max(0, letters - words) / more);
    const widths = piece.map(({ word, line }) => word + part * (line - word) - lettersBetween);
    lines += linesAround;
    for (let row = 0; row < (piece[0]?.lengths.length ?? 0); row += 1) {
      let highest = 1;
      for (const [index, { lengths }] of piece.entries())
        highest = Math.max(highest, Math.ceil((lengths[row] ?? 0) / (widths[index] ?? 1) - 0.01));
      lines += highest;
    }
  }
  return lines;
}

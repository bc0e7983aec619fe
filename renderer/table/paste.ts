/** Turns what was copied in Excel into rows: which columns are meant, which rows they change, which are new. */
import type { Row, RowValue } from '../../shared/project/answer.ts';
import type { Words } from '../words/en.ts';
import { shownText, withText } from './cell-text.ts';
import type { GridColumn } from './grid-columns.ts';

/** Cells as spreadsheets put them on the clipboard: tabs and line ends, quotes around cells that hold either. */
export function parseCells(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  const source = text.replace(/\r\n?/g, '\n');
  for (let index = 0; index < source.length; index += 1) {
    const character = source[index] ?? '';
    if (quoted) {
      if (character !== '"') cell += character;
      else if (source[index + 1] === '"') {
        cell += '"';
        index += 1;
      } else quoted = false;
    } else if (character === '"' && cell === '' && closesLater(source, index)) quoted = true;
    else if (character === '\t' || character === '\n') {
      row.push(cell);
      cell = '';
      if (character === '\n') {
        rows.push(row);
        row = [];
      }
    } else cell += character;
  }
  if (cell !== '' || row.length > 0) rows.push([...row, cell]);
  return rows.filter((cells) => cells.some((one) => one.trim() !== ''));
}

/** A quote that is never closed before a cell ends is just a character that somebody typed. */
function closesLater(source: string, start: number): boolean {
  return /^"(?:[^"]|"")*"(?=\t|\n|$)/.test(source.slice(start));
}

export type PastePlan = {
  writes: { id: string; value: RowValue }[];
  created: number;
  updated: number;
  /** Headings that belong to no column here. */
  leftOut: string[];
  /** How many pasted columns stick out on the right, where the table has no more. */
  beyond: number;
};

/** A row that is there, or the empty one at the end. */
type PasteRow = Row & { blank?: true };

type PasteInto = {
  columns: readonly GridColumn[];
  rows: readonly PasteRow[];
  /** The cell that was selected; the row may be past the last one. */
  at: { row: number; column: number };
  words: Words;
  /** What one row is: "site". */
  rowWord: string;
  newId: () => string;
};

const plain = (text: string) =>
  text
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

/** A unit that a heading names, with or without brackets: "Bandwidth (Gbps)", "Latency ms". */
const unitAtEnd = /[\s([]+([kmgt]b(?:ps|it\/s)|ms|[mgt]b)[)\]]?\s*$/i;

/** A heading as people vary it: without its unit or remark in brackets, in the singular. */
const loose = (heading: string) =>
  plain(heading.replace(/\([^)]*\)|\[[^\]]*\]/g, '').replace(unitAtEnd, '')).replace(/s$/, '');

/** The ways in which a heading can name a column, the surest first. */
const likenesses: readonly ((column: GridColumn, heading: string, into: PasteInto) => boolean)[] = [
  (column, heading) => [column.label, column.id].some((name) => plain(name) === plain(heading)),
  (column, heading) => loose(column.label) === loose(heading),
  (column, heading, { rowWord }) =>
    column.isLabel && [rowWord, `${rowWord} name`].some((name) => loose(name) === loose(heading)),
  (column, heading, { words }) =>
    (words.grid.alsoCalled[column.id] ?? []).some((name) => loose(name) === loose(heading)),
];

/** The column each heading means. The surer likeness goes first, and no column is meant twice. */
function columnsMeant(headings: readonly string[], into: PasteInto): (GridColumn | undefined)[] {
  const meant: (GridColumn | undefined)[] = headings.map(() => undefined);
  for (const isLike of likenesses) {
    for (const [index, heading] of headings.entries()) {
      if (meant[index] || plain(heading) === '') continue;
      const alike = into.columns.filter((column) => !meant.includes(column) && isLike(column, heading, into));
      // Two columns that it could mean are one too many to guess.
      if (alike.length === 1) meant[index] = alike[0];
    }
  }
  return meant;
}

/** A first line is a header when most of what it says are names of columns, or some are and the rows' own name is one. */
function headerOf(first: readonly string[], into: PasteInto): (GridColumn | undefined)[] | undefined {
  const meant = columnsMeant(first, into);
  const filled = first.filter((heading) => heading.trim() !== '').length;
  const known = meant.filter((column) => column !== undefined);
  const isHeader = known.length * 2 > filled || (known.length > 1 && known.some((column) => column.isLabel));
  return isHeader && known.length > 0 ? meant : undefined;
}

/** A bare number under a heading with another unit than ours is meant in that unit. */
function withUnitOf(heading: string, column: GridColumn | undefined, text: string): string {
  const unit = unitAtEnd.exec(heading)?.[1]?.replace(/bit\/s$/i, 'bps');
  const own = column?.spec.unit;
  if (unit === undefined || own === undefined || unit.toLowerCase() === own.toLowerCase()) return text;
  return /^\s*-?[\d.,]+\s*$/.test(text) ? `${text.trim()} ${unit}` : text;
}

export function planPaste(cells: readonly (readonly string[])[], into: PasteInto): PastePlan {
  const header = cells[0] && cells.length > 1 ? headerOf(cells[0], into) : undefined;
  return header ? pasteByHeader(header, cells, into) : pasteInPlace(cells, into);
}

/** With a header, rows are recognised by their name: the same name again changes the row instead of doubling it. */
function pasteByHeader(
  header: readonly (GridColumn | undefined)[],
  cells: readonly (readonly string[])[],
  into: PasteInto,
): PastePlan {
  const plan = emptyPlan(into);
  const headings = cells[0] ?? [];
  plan.leftOut = headings
    .filter((heading, index) => heading.trim() !== '' && header[index] === undefined)
    .map((heading) => heading.trim());
  const labelAt = header.findIndex((column) => column?.isLabel);
  const label = into.columns.find((column) => column.isLabel);
  const byName = new Map(
    into.rows.map((row) => [label ? plain(shownText(label, row, into.words)) : '', row]),
  );
  byName.delete('');
  const started = new Map<string, string>();
  for (const line of cells.slice(1)) {
    const name = labelAt >= 0 ? plain(line[labelAt] ?? '') : '';
    const existing = name === '' ? undefined : byName.get(name);
    const id = existing?.id ?? started.get(name) ?? into.newId();
    if (name !== '') started.set(name, id);
    // The row keeps its own spelling of the name it was recognised by.
    plan.put(
      id,
      existing,
      line.map((text, index) => withUnitOf(headings[index] ?? '', header[index], text)),
      existing ? header.map((column) => (column?.isLabel ? undefined : column)) : header,
    );
  }
  return plan;
}

/** Without one, cells go where the selected cell is, to the right and down. */
function pasteInPlace(cells: readonly (readonly string[])[], into: PasteInto): PastePlan {
  const plan = emptyPlan(into);
  const columns = into.columns.slice(into.at.column);
  for (const [index, line] of cells.entries()) {
    const existing = into.rows[into.at.row + index];
    plan.put(existing?.id ?? into.newId(), existing, line, columns);
    const last = line.findLastIndex((text) => text.trim() !== '');
    plan.beyond = Math.max(plan.beyond, last + 1 - columns.length);
  }
  return plan;
}

type OpenPlan = PastePlan & {
  put: (
    id: string,
    existing: PasteRow | undefined,
    line: readonly string[],
    columns: readonly (GridColumn | undefined)[],
  ) => void;
};

function emptyPlan(into: PasteInto): OpenPlan {
  let lastOrder = Math.max(0, ...into.rows.map((row) => row.order));
  const nextOrder = () => {
    lastOrder += 1;
    return lastOrder;
  };
  const plan: OpenPlan = {
    writes: [],
    created: 0,
    updated: 0,
    leftOut: [],
    beyond: 0,
    put: (id, existing, line, columns) => {
      const before = plan.writes.find((write) => write.id === id);
      let value: RowValue = before?.value ?? startOf(existing) ?? { order: nextOrder(), cells: {} };
      for (const [index, text] of line.entries()) {
        const column = columns[index];
        // An empty cell of a known row leaves what is there: a sheet with gaps must not wipe out answers.
        if (column && text.trim() !== '') value = withText(value, column, text, into.words.language);
      }
      if (before) before.value = value;
      else {
        plan.writes.push({ id, value });
        if (existing && !existing.blank) plan.updated += 1;
        else plan.created += 1;
      }
    },
  };
  return plan;
}

function startOf(row: Row | undefined): RowValue | undefined {
  return row && { order: row.order, cells: row.cells, ...(row.drafts ? { drafts: row.drafts } : {}) };
}

/** Tables of the project without what says nothing: what is the same in all rows, or given for a few only, stands in a line. */
import { groupRows } from '../assess/planned.ts';
import { type TableId, tables } from '../content/tables.ts';
import { fill } from '../content/words.ts';
import type { Block } from './blocks.ts';
import { type Context, questionOfTable } from './context.ts';
import { toQuestion } from './runs.ts';
import { mergedRows, projectTable, remark, sideNote } from './statements.ts';
import { cellText, columnLabel, rowName, tableTitle } from './values.ts';

/** Of so many rows, what is the same in all is said once. */
const manyRows = 4;
/** Of so many, a column that few of them fill is told below the table. */
const longTable = 24;
const fewOf = 8;

type Row = { id: string };
export type ColumnsSaid = {
  /** For the table itself. */
  shown: string[];
  same: string[];
  few: string[];
};

/** What of the columns the table shows; the one that names its rows always. */
export function columnsSaid(
  context: Context,
  table: TableId,
  rows: readonly Row[],
  wanted: readonly string[],
): ColumnsSaid {
  const { label } = tables[table];
  const said: ColumnsSaid = { shown: [], same: [], few: [] };
  for (const name of wanted) {
    const texts = rows.map((row) => cellText(context, table, row, name));
    const filled = texts.filter((text) => text !== '').length;
    if (name !== label && filled === 0) continue;
    const isSame = rows.length >= manyRows && filled > 0 && texts.every((text) => text === texts[0]);
    const isFew = rows.length >= longTable && filled * fewOf <= rows.length;
    said[name === label ? 'shown' : isSame ? 'same' : isFew ? 'few' : 'shown'].push(name);
  }
  // A table of nothing but names would say less than one of what they share.
  return said.shown.length > 1 ? said : { shown: [...said.shown, ...said.same], same: [], few: said.few };
}

/** What stands below the table of the columns that are left out of it. */
export function leftColumns(
  context: Context,
  table: TableId,
  rows: readonly Row[],
  { same, few }: ColumnsSaid,
  title = tableTitle(context, table),
): Block[] {
  const { appendix } = context.words;
  const from = [toQuestion(questionOfTable(table))];
  const [first] = rows;
  const sameTexts = same.map(
    (name) => `${columnLabel(context, table, name)}: ${cellText(context, table, first, name)}`,
  );
  const fewTexts = few.map((name) => {
    const filled = rows.filter((row) => cellText(context, table, row, name) !== '');
    const byValue = groupRows(filled, (row) => cellText(context, table, row, name));
    const values = [...byValue].map(
      ([value, group]) => `${group.map((row) => rowName(context, table, row.id)).join(', ')}: ${value}`,
    );
    return `${columnLabel(context, table, name)} – ${values.join('; ')}`;
  });
  return [
    ...(same.length === 0
      ? []
      : [sideNote(fill(appendix.same, { table: title, values: sameTexts.join('; ') }), from)]),
    ...fewTexts.map((values) => sideNote(fill(appendix.few, { table: title, values }), from)),
  ];
}

/** A table of chosen columns, and below it what its rows have in common. */
export function projectTables(
  context: Context,
  table: TableId,
  wanted: readonly string[],
  options: { caption?: string; rows?: readonly Row[] } = {},
): Block[] {
  const rows = options.rows ?? context.project.rows(table);
  const said = columnsSaid(context, table, rows, wanted);
  const shown = projectTable(context, table, said.shown, options);
  return shown ? [shown, ...leftColumns(context, table, rows, said, options.caption)] : [];
}

/** Rows by what they say in these columns: in one line where all say the same, else those that are alike in one row. */
export function alikeTable(
  context: Context,
  table: TableId,
  columns: readonly string[],
  caption: string,
): Block[] {
  const rows = context.project.rows(table);
  const { label } = tables[table];
  const said = columnsSaid(context, table, rows, [label, ...columns]);
  const isAllAlike = rows.length >= manyRows && said.shown.every((name) => name === label || isSame(name));
  if (isAllAlike) {
    const values = said.shown
      .filter((name) => name !== label)
      .map((name) => `${columnLabel(context, table, name)}: ${cellText(context, table, rows[0], name)}`);
    const text = fill(context.words.appendix.all, {
      table: tableTitle(context, table),
      count: rows.length,
      values: values.join('; '),
    });
    return [remark(text, [toQuestion(questionOfTable(table))])];
  }
  const shown = projectTable(context, table, said.shown, { caption });
  if (shown?.kind !== 'table') return [];
  const merged = mergedRows(context, shown.rows);
  return [{ ...shown, rows: merged }, ...leftColumns(context, table, rows, said, caption)];

  function isSame(name: string): boolean {
    return rows.every(
      (row) => cellText(context, table, row, name) === cellText(context, table, rows[0], name),
    );
  }
}

/** The sheets of the network: peering parameters, flows, and every table of the project that has rows. */
import { limit } from '../../assess/look-up.ts';
import { isComplete } from '../../assess/question-state.ts';
import type { RowOf } from '../../content/tables.ts';
import { columnsOf, type TableId, tables } from '../../content/tables.ts';
import { fill } from '../../content/words.ts';
import type { Context } from '../context.ts';
import { poolsOf, prefixesOf } from '../parts/peering.ts';
import { linksOf } from '../parts/peering-links.ts';
import { flowTableByGroup } from '../parts/routing.ts';
import { textOf } from '../runs.ts';
import { bareCellText, cellText, columnLabel, columnTitle, tableTitle } from '../values.ts';
import { typedValue } from './answers.ts';
import { type Sheet, type SheetColumn, type SheetValue, sheetName, sheetText } from './sheet.ts';

/** What a column is as wide as: its longest line, within what is still good to read. */
function fitted(titles: readonly string[], rows: readonly (readonly SheetValue[])[]): SheetColumn[] {
  return titles.map((title, index) => {
    let longest = title.length;
    for (const row of rows) longest = Math.max(longest, widthOf(row[index] ?? null));
    return { title, width: Math.min(48, Math.max(9, longest + 3)) };
  });
}

function widthOf(value: SheetValue): number {
  if (typeof value === 'string') return Math.max(...value.split('\n').map((line) => line.length));
  return typeof value === 'number' ? String(value).length : value === null ? 0 : 10;
}

/** A cell of the project's tables with its own kind; where it is only a draft, as it was typed. */
function cellValue(context: Context, table: TableId, row: object | undefined, column: string): SheetValue {
  const value = row && (row as Record<string, unknown>)[column];
  const typed = typedValue(columnsOf(table)[column]?.kind, value);
  if (typed !== undefined) return typed;
  return sheetText(context.words, bareCellText(context, table, row, column)) || null;
}

type Field = { title: string; value: (row: RowOf<'peerings'>) => SheetValue };

export function peeringsSheet(context: Context): Sheet {
  const { words, project } = context;
  const { yours, microsoft } = words.workbook.peerings;
  const of = (table: 'peerings' | 'circuits', column: string): Field => ({
    title: columnTitle(context, table, column),
    value: (row) =>
      cellValue(context, table, table === 'peerings' ? row : project.row('circuits', row.circuit), column),
  });
  const text = (title: string, value: (row: RowOf<'peerings'>) => string): Field => ({
    title,
    value: (row) => sheetText(words, value(row)) || null,
  });
  const link = (place: 0 | 1, name: 'primary' | 'secondary'): Field[] => {
    const title = columnLabel(context, 'peerings', name);
    return [
      text(title, (row) => linksOf(row)[place].subnet ?? cellText(context, 'peerings', row, name)),
      text(fill(yours, { link: title }), (row) => linksOf(row)[place].yours ?? ''),
      text(fill(microsoft, { link: title }), (row) => linksOf(row)[place].microsoft ?? ''),
    ];
  };
  const isMicrosoft = (row: RowOf<'peerings'>) => row.type === 'microsoft';
  const fields: Field[] = [
    ...['name', 'circuit', 'type'].map((column) => of('peerings', column)),
    ...['sku', 'location', 'bandwidth'].map((column) => of('circuits', column)),
    ...link(0, 'primary'),
    ...link(1, 'secondary'),
    ...['vlan', 'peerAsn'].map((column) => of('peerings', column)),
    {
      title: words.peering.microsoftAsn,
      value: () => Number(limit(context.reference, 'microsoft-asn').value),
    },
    text(words.peering.prefixes, (row) =>
      isMicrosoft(row) ? prefixesOf(context, row.circuit).join('\n') : '',
    ),
    ...['customerAsn', 'registry', 'validation', 'filter', 'communities'].map((column) =>
      of('peerings', column),
    ),
    text(words.peering.worn, (row) => (isMicrosoft(row) ? poolsOf(context, row.circuit).join('\n') : '')),
    ...['sessions', 'bfd', 'md5', 'localPreference', 'prepends', 'created'].map((column) =>
      of('peerings', column),
    ),
  ];
  const rows = project.rows('peerings').map((row) => fields.map((field) => field.value(row)));
  return {
    name: words.workbook.names.peerings,
    columns: fitted(
      fields.map((field) => field.title),
      rows,
    ),
    rows,
    ...(rows.length === 0 ? { remark: words.workbook.none.peerings } : {}),
  };
}

/** The plan's own table of flows, so that both say the same. */
export function flowsSheet(context: Context): Sheet {
  const { words } = context;
  const { flows } = words.workbook.names;
  const block = flowTableByGroup(context);
  if (block?.kind !== 'table')
    return {
      name: flows,
      columns: [{ title: flows, width: 80 }],
      rows: [],
      remark: words.workbook.none.flows,
    };
  const rows = block.rows.map((cells) =>
    cells.map((cell): SheetValue => {
      const text = textOf(cell.text);
      return text === words.values.none ? null : sheetText(words, text);
    }),
  );
  return {
    name: flows,
    columns: fitted(
      block.columns.map((column) => column.title),
      rows,
    ),
    rows,
  };
}

/** A sheet for each table that is asked for and has rows, with the columns that somebody has filled in. */
export function tableSheets(
  context: Context,
  names: ReadonlySet<string>,
): { table: TableId; sheet: Sheet }[] {
  const taken = new Set(names);
  return (Object.keys(tables) as TableId[]).flatMap((table) => {
    const rows = context.project.rows(table);
    if (rows.length === 0) return [];
    const drafts = draftsOf(context, table);
    const { label } = tables[table];
    const columns = Object.keys(columnsOf(table));
    const all = rows.map((row) =>
      columns.map((column): SheetValue => {
        const draft = drafts.get(row.id)?.[column];
        return cellValue(context, table, row, column) ?? (draft ? sheetText(context.words, draft) : null);
      }),
    );
    const filled = columns.flatMap((column, index) =>
      column === label || all.some((row) => row[index] !== null) ? [index] : [],
    );
    const name = sheetName(tableTitle(context, table), taken);
    taken.add(name);
    const kept = all.map((row) => filled.map((index) => row[index] ?? null));
    const titles = filled.map((index) => columnTitle(context, table, columns[index] ?? ''));
    return [{ table, sheet: { name, columns: fitted(titles, kept), rows: kept } }];
  });
}

/** What was typed into cells and is not valid yet, by row. */
function draftsOf({ view }: Context, table: TableId): Map<string, Readonly<Record<string, string>>> {
  const rows = (Object.hasOwn(view.tables, table) && view.tables[table]) || [];
  return new Map(rows.filter((row) => !isComplete(table, row)).map((row) => [row.id, row.drafts ?? {}]));
}

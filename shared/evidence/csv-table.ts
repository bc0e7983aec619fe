/** Reads CSV with one of the heads that Azure's and Microsoft 365's exports have, into one object for each row. */
import { readCsvRows } from '../action-import/csv.ts';
import { UnreadList } from './evidence.ts';
import type { Structure } from './structure.ts';

/** Columns that tell what a CSV file is; their order is not certain. */
const knownColumns = [
  ['servicearea', 'category'],
  ['environmentname', 'displayname'],
  ['network', 'nexthop'],
  ['ipaddress', 'macaddress'],
];

const mostColumns = 200;

/** Undefined when the first line has no such head. */
export function readCsvTable(text: string, head: readonly string[]): Structure | undefined {
  const first = (head.find((line) => line.trim() !== '' && !line.startsWith('#TYPE')) ?? '').slice(0, 5000);
  const names = new Set(first.split(/[,;\t]/).map((name) => name.replaceAll('"', '').trim().toLowerCase()));
  if (!knownColumns.some((columns) => columns.every((column) => names.has(column)))) return undefined;
  const around = new UnreadList();
  // `Export-Csv` tells the type of its objects in a line of its own.
  const [top, ...rows] = readCsvRows(text).filter(({ cells }) => !cells[0]?.startsWith('#TYPE'));
  const columns = top?.cells ?? [];
  if (columns.length > mostColumns) return undefined;
  const kept = rows.filter(({ line, cells }) => {
    const fits = cells.length <= columns.length;
    if (!fits) around.add(line, cells.join(','), 'not-understood');
    return fits;
  });
  return {
    json: kept.map(({ cells }) =>
      Object.fromEntries(columns.map((column, index) => [column.trim(), cells[index] ?? ''])),
    ),
    linesOf: (paths) => paths.map(([place]) => kept[Number(place)]?.line ?? 1),
    around: around.list(),
  };
}

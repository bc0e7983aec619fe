/** What walking every flow shows, as sheets: every route, and the failure matrix with a column for each part. */
import { fill } from '../../content/words.ts';
import { groupFlows } from '../../network/flow-groups.ts';
import { networkWordsOf } from '../../network/words/words.ts';
import type { Context } from '../context.ts';
import { routesOf } from '../parts/routes.ts';
import { type Sheet, type SheetValue, sheetText } from './sheet.ts';

/** Beyond these a matrix is no longer read, and the file grows out of hand. */
const mostFlows = 1000;
const mostParts = 250;

export function failuresSheet(context: Context): Sheet {
  const { words } = context;
  const { failureSheet, failuresOpen } = words.routing;
  const name = words.workbook.names.failures;
  const { flows, failures, labels } = routesOf(context);
  if (flows.length === 0 || failures.length === 0)
    return { name, columns: [{ title: name, width: 80 }], rows: [], remark: failuresOpen };
  const { verdicts } = networkWordsOf(context.view.language);
  const told = failures.map((failure) => ({ failure, ends: Object.entries(failure.verdicts) }));
  const telling = told.filter(({ ends }) => ends.length > 0).slice(0, mostParts);
  const movedIds = new Set(telling.flatMap(({ ends }) => ends.map(([id]) => id)));
  const moved = flows.filter(({ id }) => movedIds.has(id));
  const shown = moved.slice(0, mostFlows);
  const rows = shown.map((flow): SheetValue[] => [
    sheetText(words, flow.from),
    sheetText(words, flow.to),
    verdicts[flow.verdict],
    ...telling.map(() => null),
  ]);
  // From the few that change, not from every cell: most losses leave most flows alone.
  const rowOf = new Map(shown.map(({ id }, place) => [id, rows[place]]));
  for (const [place, { ends }] of telling.entries())
    for (const [id, verdict] of ends) {
      const row = rowOf.get(id);
      if (row) row[place + 3] = verdicts[verdict];
    }
  const remark =
    moved.length === 0
      ? failureSheet.unchanged
      : moved.length > rows.length
        ? fill(failureSheet.shortened, { shown: rows.length, total: moved.length })
        : undefined;
  return {
    name,
    columns: [
      { title: failureSheet.from, width: 26 },
      { title: failureSheet.to, width: 32 },
      { title: failureSheet.normal, width: 24 },
      ...telling.map(
        ({
          failure: {
            parts: [part = ''],
          },
        }) => ({
          title: sheetText(words, labels.get(part) ?? part),
          width: 24,
        }),
      ),
    ],
    rows,
    ...(remark === undefined ? {} : { remark }),
  };
}

/** Every flow: who reaches what in which way. The plan names the first few of a group only. */
export function routesSheet(context: Context): Sheet {
  const { words } = context;
  const { symmetryTable, symmetryOpen } = words.routing;
  const { columns } = symmetryTable;
  const name = words.workbook.names.routes;
  const { flows } = routesOf(context);
  if (flows.length === 0)
    return { name, columns: [{ title: name, width: 80 }], rows: [], remark: symmetryOpen };
  const { verdicts } = networkWordsOf(context.view.language);
  const text = (value: string): SheetValue => sheetText(words, value) || null;
  return {
    name,
    columns: [
      { title: columns.from, width: 34 },
      { title: columns.to, width: 48 },
      { title: columns.count, width: 9 },
      { title: columns.verdict, width: 26 },
      { title: columns.out, width: 26 },
      { title: columns.back, width: 26 },
      { title: columns.why, width: 60 },
    ],
    rows: groupFlows(flows).map((group): SheetValue[] => [
      text(group.from.join('; ')),
      text(group.to.join('; ')),
      group.flows.length,
      verdicts[group.verdict],
      text(group.leaves),
      text(group.returns),
      text(group.because),
    ]),
  };
}

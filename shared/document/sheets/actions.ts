/** The sheet of actions: what people edit in a spreadsheet and bring back (see `read-actions.ts`). */
import { ownOf } from '../../own-of.ts';
import type { Context } from '../context.ts';
import { compareTexts } from '../parts/summary.ts';
import { promptOf } from '../values.ts';
import { type Sheet, type SheetValue, sheetText } from './sheet.ts';

/** Columns that are read back have the same heads as in the CSV; rows are known again by their id. */
export function actionsSheet(context: Context): Sheet {
  const { words, view } = context;
  const { csv, workbook, actions: own } = words;
  const text = (value: string | undefined) => (value ? sheetText(words, value) : null);
  const titles = new Map(view.assessment.findings.map((finding) => [finding.id, finding.title]));
  const rows = Object.entries(view.actions)
    .sort(
      ([leftId, left], [rightId, right]) =>
        compareTexts(left.due ?? '9999', right.due ?? '9999') || compareTexts(leftId, rightId),
    )
    .map(([id, action]): SheetValue[] => [
      text(action.title),
      text(action.owner),
      action.due === undefined ? null : { day: action.due },
      own.statuses[action.status],
      text(action.question && promptOf(context, action.question)),
      text(
        action.finding &&
          (titles.get(action.finding) ?? ownOf(view.goneFindings, action.finding) ?? action.finding),
      ),
      text(action.note),
      { at: action.created },
      action.closed === undefined ? null : { at: action.closed },
      id,
    ]);
  return {
    name: workbook.names.actions,
    columns: [
      { title: csv.title, width: 50 },
      { title: csv.owner, width: 20 },
      { title: csv.due, width: 12 },
      { title: csv.status, width: 14 },
      { title: csv.question, width: 44 },
      { title: workbook.actions.finding, width: 44 },
      { title: csv.note, width: 44 },
      { title: workbook.actions.created, width: 18 },
      { title: workbook.actions.closed, width: 18 },
      { title: csv.id, width: 38 },
    ],
    rows,
    ...(rows.length === 0 ? { remark: workbook.none.actions } : {}),
  };
}

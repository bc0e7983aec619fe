/** The sheet of changes: when, who, what, from, to, in the words the rest of the plan uses. */
import { fill } from '../../content/words.ts';
import type { Change } from '../../project/change.ts';
import { isTold, sides, subject, wholeLists } from '../change-text.ts';
import type { Context } from '../context.ts';
import { type Sheet, type SheetValue, sheetText } from './sheet.ts';

export type HistoryChange = Pick<Change, 'path' | 'before' | 'after' | 'author' | 'at' | 'origin' | 'batch'>;

export function historySheet(context: Context, changes: readonly HistoryChange[]): Sheet {
  const { words, view } = context;
  const own = words.workbook.history;
  const kinds: Readonly<Record<string, string>> = own.kinds;
  const whole = wholeLists(changes);
  const shown = changes.filter((change) => isTold(change, whole));
  const rows = shown.map((change): SheetValue[] => {
    const [root = ''] = change.path.split('/');
    const [before, after] = sides(context, change);
    return [
      { at: change.at },
      sheetText(words, change.author) || null,
      kinds[root] ?? root,
      sheetText(words, subject(context, change)),
      sheetText(words, before) || null,
      sheetText(words, after) || null,
      own.origins[change.origin.kind],
    ];
  });
  return {
    name: words.workbook.names.history,
    columns: [
      { title: own.at, width: 18 },
      { title: own.who, width: 20 },
      { title: own.kind, width: 18 },
      { title: own.what, width: 50 },
      { title: own.before, width: 44 },
      { title: own.after, width: 44 },
      { title: own.origin, width: 14 },
    ],
    rows,
    ...remarkOf(context, changes.length, view.saved.changes),
  };
}

function remarkOf({ words }: Context, shown: number, total: number): { remark?: string } {
  if (shown === 0) return { remark: words.workbook.none.history };
  return shown < total ? { remark: fill(words.workbook.history.shortened, { shown, total }) } : {};
}

/** The sheet of changes: when, who, what, from, to, in the words the rest of the plan uses. */

import { openState } from '../../content/open-state.ts';
import { columnsOf, isTableId, type TableId } from '../../content/tables.ts';
import { fill } from '../../content/words.ts';
import { equalJson, type Json } from '../../json.ts';
import type { Change } from '../../project/change.ts';
import { checklistTitle } from '../../review-checklist/checklist-title.ts';
import { itemQuestion } from '../../review-checklist/item.ts';
import type { Context } from '../context.ts';
import { textOf } from '../runs.ts';
import { answerText, cellText, columnLabel, dayOf, promptOf, rowName, tableTitle } from '../values.ts';
import { type Sheet, type SheetValue, sheetText } from './sheet.ts';

export type HistoryChange = Pick<Change, 'path' | 'before' | 'after' | 'author' | 'at' | 'origin'>;

type Sides = Pick<Change, 'path' | 'before' | 'after'>;

export function historySheet(context: Context, changes: readonly HistoryChange[]): Sheet {
  const { words, view } = context;
  const own = words.workbook.history;
  const kinds: Readonly<Record<string, string>> = own.kinds;
  const shown = changes.filter(isTold);
  const rows = shown.map((change): SheetValue[] => {
    const [root = '', id = ''] = change.path.split('/');
    const [before, after] = sides(context, change);
    return [
      { at: change.at },
      sheetText(words, change.author) || null,
      kinds[root] ?? root,
      sheetText(words, subject(context, change, root, id)),
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

/** The words of imported checklists are no work of anybody here; that they came in is a change of its own. */
function isTold({ path, origin }: HistoryChange): boolean {
  if (path.startsWith('wording/') || path.startsWith('sitting/')) return false;
  return origin.kind !== 'import' || !['item/', 'place/'].some((root) => path.startsWith(root));
}

/** What was changed: the question, the row, or the name of the thing. */
export function subject(context: Context, { path, before, after }: Sides, root: string, id: string): string {
  switch (root) {
    case 'answer':
    case 'note':
    case 'review':
    case 'proof':
      return promptOf(context, id);
    case 'row': {
      if (!isTableId(id)) return path;
      const row = path.split('/')[2] ?? '';
      return `${tableTitle(context, id)}: ${context.project.row(id, row) ? rowName(context, id, row) : row}`;
    }
    case 'item':
    case 'status':
    case 'said':
    case 'comment':
    case 'place':
      return promptOf(context, itemQuestion(id, path.split('/')[2] ?? ''));
    case 'evidence':
      return context.view.attachments[id]?.name ?? id;
    case 'counts':
      return checklistTitle(context.view, id);
    case 'project': {
      const fields: Readonly<Record<string, string>> = context.words.workbook.history.projectFields;
      return fields[id] ?? id;
    }
    default:
      return nameIn(after) ?? nameIn(before) ?? path.slice(root.length + 1);
  }
}

function nameIn(value: Json): string | undefined {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return undefined;
  for (const key of ['title', 'name', 'what', 'text']) if (typeof value[key] === 'string') return value[key];
  return undefined;
}

/** Both sides as text; of a row or an item with fields only the fields that differ. */
export function sides(context: Context, { path, before, after }: Sides): [string, string] {
  const [root = '', id = ''] = path.split('/');
  if (root === 'answer') return [answerOf(context, id, before), answerOf(context, id, after)];
  if (root === 'row' && isTableId(id)) {
    const [from, to] = [cellsOf(path, id, before), cellsOf(path, id, after)];
    return between(from, to, (column, cells) => {
      const text = cellText(context, id, cells, column) || plainText(cells[column] ?? null);
      return `${columnLabel(context, id, column)}: ${text}`;
    });
  }
  if (root === 'item') return [askedIn(before), askedIn(after)];
  // Where it stands is a number that says nothing to anybody.
  if (root === 'place') return ['', ''];
  if (path === 'project/language') return [languageName(context, before), languageName(context, after)];
  if (path === 'project/archived' || root === 'counts')
    return [yesOrNo(context, before), yesOrNo(context, after)];
  const fields: Readonly<Record<string, string>> = context.words.workbook.history.fields;
  if (isBag(before) || isBag(after))
    return between(isBag(before) ? before : {}, isBag(after) ? after : {}, (key, bag) => {
      const value = bag[key] ?? null;
      // What has no name is for the machine only.
      if (!Object.hasOwn(fields, key)) return undefined;
      if (typeof value === 'number' && moments.has(key)) return `${fields[key]}: ${dayOf(value)}`;
      const text =
        key === 'question' && typeof value === 'string' ? promptOf(context, value) : plainText(value);
      return `${fields[key]}: ${text}`;
    });
  return [plainText(before), plainText(after)];
}

function askedIn(item: Json): string {
  const words = isBag(item) ? (item.words ?? null) : null;
  return isBag(words) && typeof words.text === 'string' ? words.text : '';
}

function languageName({ words }: Context, value: Json): string {
  const names: Readonly<Record<string, string>> = words.workbook.history.languages;
  return typeof value === 'string' ? (names[value] ?? value) : '';
}

function yesOrNo({ words }: Context, value: Json): string {
  return typeof value === 'boolean' ? words.values[value ? 'yes' : 'no'] : '';
}

function between(
  from: Readonly<Record<string, Json>>,
  to: Readonly<Record<string, Json>>,
  line: (key: string, bag: Readonly<Record<string, Json>>) => string | undefined,
): [string, string] {
  const keys = [...new Set([...Object.keys(from), ...Object.keys(to)])].filter(
    (key) => !(Object.hasOwn(from, key) && Object.hasOwn(to, key) && equalJson(from[key], to[key])),
  );
  const side = (bag: Readonly<Record<string, Json>>) =>
    keys
      .filter((key) => Object.hasOwn(bag, key))
      .map((key) => line(key, bag))
      .filter((text) => text !== undefined)
      .join('\n');
  return [side(from), side(to)];
}

/** Fields that hold milliseconds. */
const moments = new Set(['at', 'created', 'closed', 'added', 'addedAt']);

type Bag = { readonly [key: string]: Json };

function isBag(value: Json): value is { [key: string]: Json } {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

/** As the answer would be shown today, whether or not its question is still asked. */
function answerOf(context: Context, id: string, value: Json): string {
  if (value === null) return '';
  const { answers } = openState([[`answer/${id}`, { value }]]);
  const answer = answers[id];
  if (answer?.state === 'draft') return answer.text;
  const { assessment } = context.view;
  const alone = { ...context.view, answers, assessment: { ...assessment, visible: [id] } };
  const text = answerText(context, id, alone);
  return text ? textOf(text) : plainText(value);
}

function cellsOf(path: string, table: TableId, value: Json): Bag {
  if (!isBag(value)) return {};
  const [row] = openState([[path, { value }]]).tables[table] ?? [];
  if (!row) return {};
  const order = columnsOf(table);
  const cells: Record<string, Json> = {};
  for (const column of Object.keys(order)) {
    const cell = row.cells[column] ?? row.drafts?.[column];
    if (cell !== undefined) cells[column] = cell;
  }
  return cells;
}

function plainText(value: Json): string {
  if (value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

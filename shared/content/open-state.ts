/**
 * A project's present with every value held against the content that is in use now. What does not fit (a file from
 * elsewhere, an answer given to an older checklist) is read as a draft: kept and shown, never judged as if it were valid.
 */
import { isObject, type Json } from '../json.ts';
import { Answer, RowValue } from '../project/answer.ts';
import type { Change, Current } from '../project/change.ts';
import { applyRows, applyToState, type ProjectState, stateOf } from '../project/state.ts';
import { content, fieldOf } from './content.ts';
import { isFieldValue, writeField } from './field.ts';
import { columnsOf, isTableId } from './tables.ts';

export function openState(current: Iterable<readonly [string, Pick<Current, 'value'>]>): ProjectState {
  return stateOf(fitted(current));
}

function* fitted(
  current: Iterable<readonly [string, Pick<Current, 'value'>]>,
): Generator<readonly [string, { value: Json }]> {
  for (const [path, { value }] of current) yield [path, { value: openValue(path, value) }];
}

/** Puts a change into a state that is already open. */
export function applyChange(state: ProjectState, { path, after }: Pick<Change, 'path' | 'after'>): void {
  applyToState(state, path, openValue(path, after));
}

/** The same for many, in their order. */
export function applyChanges(state: ProjectState, changes: Iterable<Pick<Change, 'path' | 'after'>>): void {
  const rows = new Map<string, Map<string, Json>>();
  for (const change of changes) {
    const [root, table = '', row = ''] = change.path.split('/');
    if (root !== 'row') applyChange(state, change);
    else {
      const ofTable = rows.get(table) ?? new Map<string, Json>();
      rows.set(table, ofTable.set(row, openValue(change.path, change.after)));
    }
  }
  for (const [table, values] of rows) applyRows(state, table, values);
}

/** One value alone, as it would stand in the state. */
export function openValue(path: string, value: Json): Json {
  const [root, id = ''] = path.split('/');
  if (value === null) return value;
  if (root === 'answer') return fitAnswer(id, value);
  return root === 'row' ? fitRow(id, value) : value;
}

function fitAnswer(id: string, value: Json): Json {
  const question = content.questions.get(id);
  const answer = isPlainAnswer(value) ? value : Answer.safeParse(value).data;
  if (!answer) return { state: 'draft', text: asText(value) };
  const field = question && fieldOf(question);
  if (answer.state !== 'answered' || !field || isFieldValue(field, answer.value)) return value;
  return { state: 'draft', text: asText(answer.value) };
}

function fitRow(table: string, value: Json): Json {
  const row = isPlainRow(value) ? value : RowValue.safeParse(value).data;
  if (!row) return { order: 0, cells: {} };
  if (!isTableId(table)) return value;
  const columns = columnsOf(table);
  const misfits = Object.entries(row.cells).filter(([name, cell]) => {
    const column = Object.hasOwn(columns, name) ? columns[name] : undefined;
    return !column || !isFieldValue(column, cell);
  });
  if (misfits.length === 0) return value;
  const cells = { ...row.cells };
  const drafts = { ...row.drafts };
  for (const [name, cell] of misfits) {
    delete cells[name];
    if (Object.hasOwn(columns, name)) drafts[name] ??= asText(cell);
  }
  return Object.keys(drafts).length > 0 ? { order: row.order, cells, drafts } : { order: row.order, cells };
}

/** Nearly every answer and row is of these shapes, and seen to be so in far less time than a schema takes. */
function isPlainAnswer(value: Json): value is { state: 'answered'; value: Json } {
  return isObject(value) && value.state === 'answered' && Object.keys(value).length === 2 && 'value' in value;
}

function isPlainRow(value: Json): value is { order: number; cells: Record<string, Json>; drafts?: never } {
  if (!isObject(value) || Object.keys(value).length !== 2) return false;
  return Number.isFinite(value.order) && value.cells !== undefined && isObject(value.cells);
}

function asText(value: Json): string {
  return writeField(value).slice(0, 100_000);
}

/** Short ways to write the sample's answers as edits. */

import type { QuestionId } from '../content/content.ts';
import type { RowOf, TableId } from '../content/tables.ts';
import type { Json } from '../json.ts';
import type { Edit } from '../project/change.ts';

export function say(answers: { [Id in QuestionId]?: Json }): Edit[] {
  return Object.entries(answers).map(([id, value]) => ({
    path: `answer/${id}`,
    after: { state: 'answered', value: value ?? null },
  }));
}

export function notYet(id: QuestionId): Edit {
  return { path: `answer/${id}`, after: { state: 'unknown' } };
}

export function note(id: QuestionId, text: string): Edit {
  return { path: `note/${id}`, after: text };
}

/** Rows in the order given; each names its own id, so that other tables can point to it. */
export function rows<Table extends TableId>(table: Table, list: readonly RowOf<Table>[]): Edit[] {
  return list.map(({ id, ...cells }, order) => ({
    path: `row/${table}/${id}`,
    after: { order, cells: cells as unknown as Json },
  }));
}

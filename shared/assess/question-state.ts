/** How far a question is: the one reading of "answered" that readiness, the wizard and the documents share. */
import type { Question } from '../content/content.ts';
import { columnsOf, isTableId, type TableId, tables } from '../content/tables.ts';
import type { Answer, Row } from '../project/answer.ts';

export type QuestionState = 'open' | 'answered' | 'unknown' | 'notApplicable' | 'draft';

type Answers = {
  answers: Readonly<Record<string, Answer>>;
  tables: Readonly<Record<string, readonly Row[]>>;
};

export function questionState(project: Answers, question: Question): QuestionState {
  const answer = Object.hasOwn(project.answers, question.id) ? project.answers[question.id] : undefined;
  if (question.kind !== 'table') return answer?.state ?? 'open';
  const rows =
    question.table && Object.hasOwn(project.tables, question.table)
      ? (project.tables[question.table] ?? [])
      : [];
  if (rows.length > 0)
    return rows.every((row) => isComplete(question.table ?? '', row)) ? 'answered' : 'draft';
  return answer?.state === 'unknown' || answer?.state === 'notApplicable' ? answer.state : 'open';
}

/** A row counts when no cell is a draft and every required cell is filled. */
export function isComplete(table: string, row: Row): boolean {
  if (!isTableId(table)) return false;
  if (row.drafts && Object.keys(row.drafts).length > 0) return false;
  return requiredColumns[table].every((name) => row.cells[name] !== undefined);
}

const requiredColumns = Object.fromEntries(
  (Object.keys(tables) as TableId[]).map((table) => [
    table,
    Object.entries(columnsOf(table)).flatMap(([name, column]) => (column.required ? [name] : [])),
  ]),
) as Record<TableId, string[]>;

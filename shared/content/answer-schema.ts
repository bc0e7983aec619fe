/** What may be said to a given question: the one check that the form, the handlers and the importers share. */
import type { z } from 'zod';
import type { Json } from '../json.ts';
import type { Answer, RowValue } from '../project/answer.ts';
import type { Language } from '../words/catalogue.ts';
import { content, fieldOf, type Question } from './content.ts';
import { type FieldProblem, type FieldSpec, fieldInputSchema, isFieldValue } from './field.ts';
import { columnsOf, isTableId } from './tables.ts';

/** The schema of what is typed into a question's form field; it gives the value, or says what is wrong. */
export function answerSchema(
  question: Question,
  explain: (problem: FieldProblem) => string,
  language: Language,
): z.ZodType<Json, string> | undefined {
  const field = fieldOf(question);
  return field && fieldInputSchema(field, explain, language);
}

/** The question with this id, built in or a table's; undefined for an id nobody knows. */
export function findQuestion(id: string): Question | undefined {
  return content.questions.get(id);
}

/** Why this answer cannot be taken as it is; a draft always can. */
export function problemWithAnswer(question: Question, answer: Answer): string | undefined {
  if (answer.state !== 'answered') return undefined;
  const field = fieldOf(question);
  if (!field) return 'a table is answered with its rows';
  return isFieldValue(field, answer.value)
    ? undefined
    : 'the value does not fit the question; send it as a draft to keep it';
}

/** Why this row cannot be taken: columns that do not exist, or cells whose value is not valid (drafts are kept apart). */
export function problemWithRow(
  table: string,
  row: RowValue,
): { column: string; problem: string } | undefined {
  if (!isTableId(table)) return { column: '', problem: 'there is no such table' };
  const columns = columnsOf(table);
  const specOf = (name: string): FieldSpec | undefined =>
    Object.hasOwn(columns, name) ? columns[name] : undefined;
  for (const [name, value] of Object.entries(row.cells)) {
    const spec = specOf(name);
    if (!spec) return { column: name, problem: 'there is no such column' };
    if (!isFieldValue(spec, value))
      return { column: name, problem: 'the value does not fit the column; send it as a draft to keep it' };
  }
  for (const name of Object.keys(row.drafts ?? {})) {
    if (!specOf(name)) return { column: name, problem: 'there is no such column' };
  }
  return undefined;
}

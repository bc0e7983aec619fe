/** What an answer is called where a trace ends for want of it: its question, and its row and column where it stands in a table. */
import type { Reader } from '../assess/reader.ts';
import { content } from '../content/content.ts';
import type { TableId } from '../content/tables.ts';
import { type Language, wordsOf } from '../content/words.ts';
import type { FindingOrigin } from '../view.ts';

export function nameAnswer(
  project: Reader,
  language: Language,
  { question, row, column }: FindingOrigin,
): string {
  const words = wordsOf(language);
  const table = content.questions.get(question)?.table as TableId | undefined;
  const parts = [words.questions[question]?.prompt ?? question];
  if (table !== undefined && row !== undefined) parts.push(project.nameOf(table, row));
  if (table !== undefined && column !== undefined)
    parts.push(words.tables[table]?.columns[column]?.label ?? column);
  return parts.join(' › ');
}

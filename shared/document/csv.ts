/** Tables, and the actions as one, as CSV (RFC 4180, with a byte order mark so that Excel reads it as UTF-8); no cell can act as a formula. */
import { type Language, wordsOf } from '../content/words.ts';
import type { ProjectView } from '../view.ts';
import { visibleText } from './visible-text.ts';
import { documentWordsOf } from './words/words.ts';

export function writeActionsCsv(view: ProjectView, language: Language): string {
  const { csv, actions } = documentWordsOf(language);
  const prompts = wordsOf(language).questions;
  const rows = Object.entries(view.actions)
    .sort(([, left], [, right]) => ((left.due ?? '9999') < (right.due ?? '9999') ? -1 : 1))
    .map(([id, action]) => [
      id,
      action.title,
      action.owner ?? '',
      action.due ?? '',
      actions.statuses[action.status],
      action.question === undefined ? '' : (prompts[action.question]?.prompt ?? action.question),
      action.note ?? '',
    ]);
  const head = [csv.id, csv.title, csv.owner, csv.due, csv.status, csv.question, csv.note];
  return writeCsv([head, ...rows]);
}

export function writeCsv(rows: readonly (readonly string[])[]): string {
  return `\ufeff${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

/** A leading apostrophe keeps spreadsheets from reading a text as a formula; quotes are doubled as the format asks. */
function cell(text: string): string {
  const seen = visibleText(text);
  const isRisky = /^[=+\-@\t\r\n]/.test(seen) && !/^-?\d+(\.\d+)?$/.test(seen);
  const safe = isRisky ? `'${seen}` : seen;
  return `"${safe.replaceAll('"', '""')}"`;
}

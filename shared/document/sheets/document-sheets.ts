/** A document's tables and pairs as sheets of a workbook, for what is written to be read and is wanted as data too. */
import type { Block, PlanDocument, Text } from '../blocks.ts';
import { textOf } from '../runs.ts';
import { documentWordsOf } from '../words/words.ts';
import { type Sheet, type SheetValue, sheetName, sheetText } from './sheet.ts';

/** Characters for one share of a table's width. */
const perWeight = 1.6;

/** One sheet for each part, and one for each further table in it. */
export function documentSheets(plan: PlanDocument): Sheet[] {
  const words = documentWordsOf(plan.language);
  const taken = new Set<string>();
  const sheets: Sheet[] = [];
  const value = (text: Text): SheetValue => {
    const written = textOf(text);
    // A day is a day in a spreadsheet too.
    return /^\d{4}-\d{2}-\d{2}$/.test(written) ? { day: written } : sheetText(words, written) || null;
  };
  for (const { title, blocks } of plan.parts) {
    const tables = blocks.filter(
      (block): block is Extract<Block, { kind: 'table' }> => block.kind === 'table',
    );
    for (const { caption, columns, rows } of tables) {
      const name = sheetName(tables.length === 1 ? title : caption, taken);
      taken.add(name);
      sheets.push({
        name,
        columns: columns.map((column) => ({
          title: column.title,
          width: Math.max(12, Math.round(column.weight * perWeight)),
        })),
        rows: rows.map((row) => row.map((cell) => value(cell.text))),
      });
    }
  }
  return sheets;
}

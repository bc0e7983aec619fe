/** A cell of a table that comes back from a spreadsheet: what it says, and whether it is still what was written into it. */
import { sheetText } from '../document/sheets/sheet.ts';
import type { DocumentWords } from '../document/words/words.ts';

export type GridCell = string | number | boolean | { day: string } | null;
export type Grid = readonly (readonly GridCell[])[];

/** Without the apostrophe that keeps a text of the CSV from being a formula. */
export function cellText(cell: GridCell): string {
  if (cell === null) return '';
  if (typeof cell === 'object') return cell.day;
  return String(cell)
    .replace(/^\s*'(?=[=+\-@\s])/, '')
    .trim();
}

/** The cell still says what the export wrote for this text. */
export function isUntouched(cell: GridCell, text: string, words: DocumentWords): boolean {
  const written = plain(sheetText(words, text));
  return plain(cellText(cell)) === written || (typeof cell === 'string' && plain(cell) === written);
}

/** Whatever a spreadsheet did to its spaces and line ends. */
export function plain(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

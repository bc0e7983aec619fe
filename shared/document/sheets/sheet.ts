/** A sheet of a workbook as plain typed data: what a writer renders and a reader of one gives back. */
import { fill } from '../../content/words.ts';
import { visibleText } from '../visible-text.ts';
import type { DocumentWords } from '../words/words.ts';

/** A text, a number, a calendar day, a moment (milliseconds, shown in UTC), or nothing. */
export type SheetValue = string | number | { day: string } | { at: number } | null;

/** Width in characters. */
export type SheetColumn = { title: string; width: number };

export type Sheet = {
  name: string;
  columns: readonly SheetColumn[];
  rows: readonly (readonly SheetValue[])[];
  /** One line below the rows: why there are none, or that there were more. */
  remark?: string;
};

/** What a spreadsheet's cell can hold. */
const longestCell = 32_767;

/** A typed text as a cell can hold it: nothing is changed that can be shown, and what does not fit says so. */
export function sheetText(words: DocumentWords, text: string): string {
  const seen = visibleText(text);
  if (seen.length <= longestCell) return seen;
  const remark = fill(words.workbook.cut, { limit: longestCell });
  const kept = seen.slice(0, longestCell - remark.length);
  // Half of a pair would be no character.
  return (/[\ud800-\udbff]$/.test(kept) ? kept.slice(0, -1) : kept) + remark;
}

/** A name that every spreadsheet takes: short, without the characters it keeps for itself, and once only. */
export function sheetName(wanted: string, taken: ReadonlySet<string>): string {
  const clean = visibleText(wanted)
    .replace(/[[\]/\\:*?\s]+/g, ' ')
    .replace(/^'+|'+$/g, '')
    .trim();
  const base = clean === '' ? '–' : clean;
  const used = new Set([...taken].map((name) => name.toLowerCase()));
  for (let count = 1; ; count += 1) {
    const ending = count === 1 ? '' : ` ${count}`;
    const name = `${base.slice(0, 31 - ending.length).trim()}${ending}`;
    if (!used.has(name.toLowerCase())) return name;
  }
}

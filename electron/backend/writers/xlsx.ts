/** Writes sheets as an Excel workbook: typed cells, a filter and a frozen head on each sheet, and no cell that is a formula. */
import writeXlsxFile, { type CellObject, type Row } from 'write-excel-file/node';
import type { Sheet, SheetValue } from '../../../shared/document/sheets/sheet.ts';
import type { Job } from '../dispatch.ts';
import { atStep } from '../job.ts';
import type { Look } from './look.ts';

export async function writeXlsx(sheets: readonly Sheet[], look: Look, job: Job): Promise<Uint8Array> {
  const written = [];
  const texts: string[][] = [];
  for (const [index, sheet] of sheets.entries()) {
    await atStep(job, 'writing', index, sheets.length);
    const own: string[] = [];
    texts.push(own);
    written.push({
      sheet: sheet.name,
      data: rowsOf(sheet, look, (text) => {
        own.push(text);
        return standIn;
      }),
      columns: sheet.columns.map(({ width }) => ({ width })),
      stickyRowsCount: 1,
      orientation: 'landscape' as const,
    });
  }
  const buffer = await writeXlsxFile(written, { features: [additions(sheets, texts)] }).toBuffer();
  await atStep(job, 'writing', sheets.length, sheets.length);
  return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength);
}

/**
 * The library keeps texts in a list of its own, where some words ("constructor") and characters go wrong. So it is given
 * one text for all of them, and each cell's own is put in its place when the sheet has been written.
 */
const standIn = 'text';
type Put = (text: string) => string;

function rowsOf(sheet: Sheet, look: Look, put: Put): Row[] {
  const head = sheet.columns.map(
    ({ title }): CellObject => ({
      value: put(title),
      type: String,
      fontWeight: 'bold',
      textColor: inkOn(look.accent),
      backgroundColor: look.accent,
      wrap: true,
      alignVertical: 'top',
    }),
  );
  const rows: Row[] = [head];
  for (const row of sheet.rows) rows.push(row.map((value) => cellOf(value, put)));
  if (sheet.remark !== undefined)
    rows.push([{ value: put(sheet.remark), type: String, fontStyle: 'italic', alignVertical: 'top' }]);
  return rows;
}

/** Most cells have no look of their own: that of the sheet is set once, in the styles. */
function cellOf(value: SheetValue, put: Put): CellObject | string | number | null {
  if (value === null || value === '') return null;
  if (typeof value === 'string') return textCell(value, put);
  if (typeof value === 'number') return Number.isFinite(value) ? value : put(String(value));
  if ('at' in value) return dateCell(new Date(value.at), 'yyyy-mm-dd hh:mm');
  const date = new Date(`${value.day}T00:00:00Z`);
  return Number.isNaN(date.getTime()) ? put(value.day) : dateCell(date, 'yyyy-mm-dd');
}

function dateCell(value: Date, format: string): CellObject {
  return { value, type: Date, format, align: 'left', alignVertical: 'top' };
}

/** Marked as text where a spreadsheet that is asked to edit the cell would else take it for a formula. */
function textCell(text: string, put: Put): CellObject | string {
  const value = put(text);
  return /^\s*[=+\-@]/.test(text)
    ? { value, type: String, format: '@', wrap: true, alignVertical: 'top' }
    : value;
}

/** The format writes "_x0041_" for the letter A, so a typed text of that look has to say so. */
function escaped(text: string): string {
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

/** What the library has no words for: each cell's own text, a filter, and wrapped text at the top of every cell. */
function additions(sheets: readonly Sheet[], texts: readonly (readonly string[])[]) {
  return {
    files: {
      transform: {
        'xl/styles.xml': {
          transform: (content: string) =>
            content.replace(
              /(<cellXfs[^>]*>)<xf\s*><\/xf>/,
              '$1<xf applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>',
            ),
        },
        'xl/worksheets/sheet{id}.xml': {
          transform: (content: string, _options: unknown, { sheetIndex }: { sheetIndex: number }) =>
            withFilter(withTexts(content, texts[sheetIndex] ?? []), sheets[sheetIndex]),
        },
      },
    },
  };
}

function withTexts(content: string, texts: readonly string[]): string {
  let next = 0;
  return content.replace(/t="s"><v>\d+<\/v>/g, () => {
    const text = escaped(texts[next] ?? '');
    next += 1;
    return `t="inlineStr"><is><t xml:space="preserve">${text}</t></is>`;
  });
}

function withFilter(content: string, sheet: Sheet | undefined): string {
  if (!sheet || sheet.rows.length === 0) return content;
  const range = `A1:${columnName(sheet.columns.length)}${sheet.rows.length + 1}`;
  return content.replace('</sheetData>', `</sheetData><autoFilter ref="${range}"/>`);
}

/** 1 is A, 27 is AA. */
function columnName(number: number): string {
  let name = '';
  for (let rest = number; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name;
}

/** Black or white, whichever is easier to read on a colour. */
function inkOn(colour: string): string {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const part = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  const light = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  return light > 0.179 ? '#000000' : '#ffffff';
}

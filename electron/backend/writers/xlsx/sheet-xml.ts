/** A sheet as SpreadsheetML: typed cells, texts in place, a frozen head with a filter, and no cell that is a formula. */
import type { Sheet, SheetValue } from '../../../../shared/document/sheets/sheet.ts';
import { attributeOf } from '../docx/xml.ts';
import { looks } from './styles-xml.ts';

export const sheetSpace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

export function sheetXml(sheet: Sheet): string {
  const names = sheet.columns.map((_, index) => columnName(index + 1));
  const { rows } = sheet;
  const written = [
    rowXml(
      1,
      sheet.columns.map(({ title }, index) => textXml(`${names[index]}1`, title, looks.head)),
    ),
  ];
  for (const [index, row] of rows.entries()) {
    const number = index + 2;
    let cells = '';
    for (let column = 0; column < row.length; column += 1) {
      const value = row[column] ?? null;
      if (value !== null && value !== '') cells += cellXml(`${names[column]}${number}`, value);
    }
    written.push(rowXml(number, [cells]));
  }
  if (sheet.remark !== undefined) {
    const number = rows.length + 2;
    written.push(rowXml(number, [textXml(`A${number}`, sheet.remark, looks.remark)]));
  }
  const columns = sheet.columns.map(
    ({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  const filter = rows.length === 0 ? '' : `<autoFilter ref="A1:${names.at(-1) ?? 'A'}${rows.length + 1}"/>`;
  return [
    `<worksheet xmlns="${sheetSpace}"><sheetViews><sheetView workbookViewId="0">`,
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>',
    '<selection pane="bottomLeft"/></sheetView></sheetViews>',
    `<cols>${columns.join('')}</cols><sheetData>`,
    ...written,
    `</sheetData>${filter}<pageSetup orientation="landscape"/></worksheet>`,
  ].join('');
}

function rowXml(number: number, cells: readonly string[]): string {
  return `<row r="${number}">${cells.join('')}</row>`;
}

const day = 86_400_000;
/** Spreadsheets count days from the end of 1899. */
const epoch = 25_569;

function cellXml(place: string, value: NonNullable<SheetValue>): string {
  if (typeof value === 'string')
    return textXml(place, value, startsLikeFormula.test(value) ? looks.text : looks.usual);
  if (typeof value === 'number')
    return Number.isFinite(value)
      ? numberXml(place, value, looks.usual)
      : textXml(place, String(value), looks.usual);
  if ('at' in value) return numberXml(place, value.at / day + epoch, looks.moment);
  const at = Date.parse(`${value.day}T00:00:00Z`);
  return Number.isNaN(at)
    ? textXml(place, value.day, looks.usual)
    : numberXml(place, at / day + epoch, looks.day);
}

/** Marked as text, because a spreadsheet that is asked to edit the cell would else take it for a formula. */
const startsLikeFormula = /^\s*[=+\-@]/;

function numberXml(place: string, value: number, look: number): string {
  return `<c r="${place}"${lookOf(look)}><v>${value}</v></c>`;
}

function textXml(place: string, text: string, look: number): string {
  return `<c r="${place}"${lookOf(look)} t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
}

function lookOf(look: number): string {
  return look === looks.usual ? '' : ` s="${look}"`;
}

/** The format writes "_x0041_" for the letter A, so a typed text of that look has to say so. */
function escaped(text: string): string {
  const safe = text.includes('_x') ? text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_') : text;
  return /[&<>]/.test(safe)
    ? safe.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
    : safe;
}

/** 1 is A, 27 is AA. */
function columnName(number: number): string {
  let name = '';
  for (let rest = number; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name;
}

export function workbookXml(sheets: readonly Sheet[], relationSpace: string): string {
  const listed = sheets.map(
    ({ name }, index) => `<sheet name="${attributeOf(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  return `<workbook xmlns="${sheetSpace}" xmlns:r="${relationSpace}"><bookViews><workbookView/></bookViews><sheets>${listed.join('')}</sheets></workbook>`;
}

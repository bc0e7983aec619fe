/** Tables in Word: heads that repeat, rows that stay whole, columns by their weights; and pairs, tables without rules. */
import type { Block, Cell, Column, Pair } from '../../../../shared/document/blocks.ts';
import { lead, needsWholeWidth } from '../../../../shared/document/pairs.ts';
import { sizeTable } from '../column-widths.ts';
import { directionOf, originXml, paragraphXml, textXml, toneStyle, type Writing } from './writing.ts';
import { attributeOf, runsXml } from './xml.ts';

type Table = Extract<Block, { kind: 'table' }>;
type Pairs = Extract<Block, { kind: 'pairs' }>;

/** A row higher than this may break, because a row that fits no page would be cut off by some programs. */
const mostLinesUnbroken = 24;
/** For assistive technology; the whole caption stands above the table. */
const longestTitle = 200;
const twipsPerCharacter = 95;
const twipsPerPoint = 20;
/** Tables of the PDF are set in 8.5 points, ours in 9; what needs smaller letters there gets the small style here. */
const larger = 9 / 8.5;
const smallBelow = 8.5;

export function tableXml(table: Table, writing: Writing): string {
  const { size, widths: points } = sizeTable(table, writing.text.width / twipsPerPoint / larger);
  const widths = wholeWidths(points, writing.text.width);
  const style = size < smallBelow ? 'Small' : '';
  const together = table.whole ? '<w:keepNext/>' : '';
  const head = table.columns.map((column, index) => {
    const side = column.align === 'end' ? '<w:jc w:val="right"/>' : '';
    return cellXml(
      widths[index] ?? 0,
      paragraphXml(`TableHead${style}`, runsXml(column.title), writing, together + side),
    );
  });
  let rows = `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${head.join('')}</w:tr>`;
  for (const [place, row] of table.rows.entries()) {
    const keep = place === table.rows.length - 1 ? '' : together;
    rows += rowXml(
      row.map((cell, index) =>
        dataCell(
          cell,
          { column: table.columns[index], width: widths[index] ?? 0, style: `TableText${style}`, keep },
          writing,
        ),
      ),
      row.every((cell, index) => linesOf(cell.text, widths[index] ?? 1) <= mostLinesUnbroken),
    );
  }
  const look =
    '<w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>';
  const named =
    table.caption === ''
      ? ''
      : `<w:tblCaption w:val="${attributeOf(table.caption.slice(0, longestTitle))}"/>`;
  return framed(writing.styleOf('PlanTable'), widths, `${look}${named}`, rows);
}

/** Without the marks for first row and column that a template's default table may have. */
const plainLook =
  '<w:tblLook w:val="0600" w:firstRow="0" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>';

/** Two beside each other; one of many lines has the whole width. */
export function pairsXml(pairs: Pairs, writing: Writing): string {
  const widths = wholeWidths([1, 1], writing.text.width);
  const [half = 0] = widths;
  const rows: string[] = [];
  let waiting: string | undefined;
  const finish = () => {
    if (waiting) rows.push(rowXml([waiting, cellXml(half, paragraphXml('TableText', '', writing))], true));
    waiting = undefined;
  };
  for (const pair of pairs.pairs) {
    const content = pairXml(pair, pairs.dense ? 'Small' : '', writing);
    if (needsWholeWidth(pair)) {
      finish();
      rows.push(
        rowXml(
          [cellXml(writing.text.width, content, 2)],
          linesOf([...pair.name, ...pair.value], writing.text.width) <= mostLinesUnbroken,
        ),
      );
    } else if (waiting) {
      rows.push(rowXml([waiting, cellXml(half, content)], true));
      waiting = undefined;
    } else waiting = cellXml(half, content);
  }
  finish();
  const origin = originXml(pairs.from, writing);
  return [
    rows.length === 0 ? '' : framed(writing.styleOf('TableNormal'), widths, plainLook, rows.join('')),
    origin === '' ? '' : paragraphXml('Normal', origin, writing),
  ].join('');
}

/** Name and value in one line, as long as it may be. */
function pairXml({ name, value, note }: Pair, size: string, writing: Writing): string {
  const noted = note ? runsXml(' · ') + textXml(note, writing, 'Muted') : '';
  const content = textXml(lead(name), writing, 'Muted') + runsXml(' ') + textXml(value, writing) + noted;
  return paragraphXml(`TableText${size}`, content, writing, directionOf(name));
}

/** Two tables without a paragraph between them would become one. */
export function spaceXml(writing: Writing): string {
  return paragraphXml('TableSpace', '', writing);
}

/** Shares of a width in whole numbers that fill it to the last twip. */
function wholeWidths(shares: readonly number[], width: number): number[] {
  const total = shares.reduce((sum, share) => sum + share, 0) || 1;
  let before = 0;
  return shares.map((share) => {
    const begin = Math.round((width * before) / total);
    before += share;
    return Math.round((width * before) / total) - begin;
  });
}

function framed(style: string, widths: readonly number[], more: string, rows: string): string {
  const width = widths.reduce((sum, one) => sum + one, 0);
  const grid = widths.map((one) => `<w:gridCol w:w="${one}"/>`).join('');
  return `<w:tbl><w:tblPr><w:tblStyle w:val="${style}"/><w:tblW w:w="${width}" w:type="dxa"/><w:tblLayout w:type="fixed"/>${more}</w:tblPr><w:tblGrid>${grid}</w:tblGrid>${rows}</w:tbl>`;
}

function rowXml(cells: readonly string[], whole: boolean): string {
  return `<w:tr>${whole ? '<w:trPr><w:cantSplit/></w:trPr>' : ''}${cells.join('')}</w:tr>`;
}

type Place = { column: Column | undefined; width: number; style: string; keep: string };

function dataCell(cell: Cell, { column, width, style, keep }: Place, writing: Writing): string {
  const side = column?.align === 'end' ? '<w:jc w:val="right"/>' : '';
  const text = textXml(cell.text, writing, toneStyle(cell.tone));
  return cellXml(width, paragraphXml(style, text, writing, keep + directionOf(cell.text) + side));
}

function cellXml(width: number, content: string, columns = 1): string {
  const span = columns === 1 ? '' : `<w:gridSpan w:val="${columns}"/>`;
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${span}</w:tcPr>${content}</w:tc>`;
}

function linesOf(text: Cell['text'], width: number): number {
  const perLine = Math.max(1, width / twipsPerCharacter);
  let lines = 0;
  for (const line of text
    .map((run) => run.text)
    .join('')
    .split('\n'))
    lines += Math.ceil(line.length / perLine) || 1;
  return lines;
}

/** Reads CSV as spreadsheets write it: any of their separators, quoted cells, line ends of every kind. */

export type CsvRow = { line: number; cells: string[] };

/** Row by row as a spreadsheet numbers them, also those without anything in them. */
export function readCsv(text: string): string[][] {
  const rows = allRows(text);
  return rows.slice(0, rows.findLastIndex(isFilled) + 1).map(({ cells }) => cells);
}

/** With the line each row begins in; rows without anything in them are left out. */
export function readCsvRows(text: string): CsvRow[] {
  return allRows(text).filter(isFilled);
}

function isFilled({ cells }: CsvRow): boolean {
  return cells.some((cell) => cell !== '');
}

function allRows(text: string): CsvRow[] {
  const body = text.startsWith('\ufeff') ? text.slice(1) : text;
  const separator = separatorOf(body);
  const rows: CsvRow[] = [];
  let row: CsvRow = { line: 1, cells: [] };
  let at = 0;
  let line = 1;
  while (at <= body.length) {
    const { cell, end } = body[at] === '"' ? quoted(body, at + 1, separator) : bare(body, at, separator);
    row.cells.push(cell);
    line += countLineEnds(body, at, end);
    if (body[end] === separator) {
      at = end + 1;
      continue;
    }
    rows.push(row);
    line += 1;
    row = { line, cells: [] };
    at = end + (body[end] === '\r' && body[end + 1] === '\n' ? 2 : 1);
  }
  return rows;
}

function countLineEnds(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at += 1) {
    if (text[at] === '\n' || (text[at] === '\r' && text[at + 1] !== '\n')) count += 1;
  }
  return count;
}

/** Excel writes what the machine's language calls a list separator, and tabs as "Unicode text". */
export function separatorOf(text: string): string {
  const counts = new Map([
    [',', 0],
    [';', 0],
    ['\t', 0],
  ]);
  let inQuotes = false;
  for (const character of text) {
    if (character === '"') inQuotes = !inQuotes;
    else if (!inQuotes && (character === '\n' || character === '\r')) break;
    else if (!inQuotes && counts.has(character)) counts.set(character, (counts.get(character) ?? 0) + 1);
  }
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best))[0];
}

function bare(text: string, start: number, separator: string): { cell: string; end: number } {
  let end = start;
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end += 1;
  return { cell: text.slice(start, end), end };
}

/** What follows the closing quote belongs to the cell as it stands; a quote that is never closed ends with the text. */
function quoted(text: string, start: number, separator: string): { cell: string; end: number } {
  let cell = '';
  let at = start;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return { cell: cell + text.slice(at), end: text.length };
    cell += text.slice(at, quote);
    if (text[quote + 1] !== '"') {
      const rest = bare(text, quote + 1, separator);
      return { cell: cell + rest.cell, end: rest.end };
    }
    cell += '"';
    at = quote + 2;
  }
}

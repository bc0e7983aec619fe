/** Reads a table in columns, as PowerShell and az print them, into one object for each row. */
import type { Json } from '../json.ts';
import { UnreadList } from './evidence.ts';
import { isPrompt } from './router/scan.ts';
import type { Structure } from './structure.ts';

type Column = { key: string; from: number; to: number };
type Row = { line: number; cells: Record<string, Json> };

/** Heads that are known also without a line of dashes below. */
const knownHeads = [
  'network nexthop locprf weight path',
  'neighbor v as updown statepfxrcd',
  'age interfaceproperty ipaddress macaddress',
  'age interface ipaddress macaddress',
  'primarybytesin primarybytesout secondarybytesin secondarybytesout',
];
/** Two words for one column, and so at least two spaces between columns. */
const knownWideHeads = [
  'environment|environment id|environment url|type|organization id',
  'active display name|environment id|environment url|unique name',
  'active environment|environment id|environment url|type|organization id',
];

const mostColumns = 40;

/** Undefined when the text shows no table. */
export function readTextTable(text: string, head: readonly string[]): Structure | undefined {
  const at = head.findIndex((line, index) => isHead(line, head[index + 1] ?? ''));
  if (at < 0) return undefined;
  const lines = text.split('\n');
  const around = new UnreadList();
  const rows: Row[] = [];
  let columns: Column[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    const next = lines[index + 1] ?? '';
    if (isHead(line, next)) {
      const hasRule = isRule(next);
      columns = columnsOf(line, hasRule ? next : undefined);
      if (hasRule) index += 1;
    } else if (line.trim() === '') {
      // A table ends with a blank line, one within the first lines apart.
    } else if (columns.length === 0) {
      // What tells the table's name.
      if (!/^[\w .()-]{1,60}:?$/.test(line.trimEnd()) && !isPrompt(line.trim()))
        around.add(index + 1, line, 'not-understood');
    } else {
      const cells = cutRow(line, columns);
      if (cells) rows.push({ line: index + 1, cells });
      else around.add(index + 1, line, 'not-understood');
    }
  }
  return {
    json: rows.map(({ cells }) => cells),
    linesOf: (paths) => paths.map(([place]) => rows[Number(place)]?.line ?? 1),
    around: around.list(),
  };
}

function isHead(line: string, next: string): boolean {
  if (line.length > 2000 || line.trim() === '' || isRule(line)) return false;
  if (isRule(next)) return spansOf(next).length <= mostColumns;
  const words = line.trim().toLowerCase();
  // Where columns have run together nobody can tell which one is empty.
  if (!words.includes('  ')) return false;
  return knownHeads.includes(words.split(/ +/).join(' ')) || isWideHead(line);
}

function isWideHead(line: string): boolean {
  return knownWideHeads.includes(line.trim().toLowerCase().split(/ {2,}/).join('|'));
}

/** The line of dashes under a head. */
export function isRule(line: string): boolean {
  return line.length < 5000 && line.includes('--') && /^[ -]+$/.test(line) && line.trim().length > 2;
}

function columnsOf(head: string, rule: string | undefined): Column[] {
  const spans = rule === undefined && isWideHead(head) ? wideSpansOf(head) : spansOf(rule ?? head);
  return spans.map(({ from, to }, index) => {
    const until = rule === undefined ? to : (spans[index + 1]?.from ?? head.length);
    const name = head.slice(from, Math.max(until, to)).replaceAll(' ', '');
    return { key: name, from, to: Math.max(to, from + head.slice(from, until).trimEnd().length) };
  });
}

type Span = { from: number; to: number; text: string };

/** The words of a line, and where they stand. */
export function spansOf(line: string): Span[] {
  return [...line.matchAll(/[^ \t]+/g)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
    text: match[0],
  }));
}

function wideSpansOf(line: string): Span[] {
  return spansOf(line).reduce<Span[]>((spans, span) => {
    const last = spans.at(-1);
    if (last && span.from - last.to === 1) last.to = span.to;
    else spans.push(span);
    return spans;
  }, []);
}

/** Words belong to the column they stand under; those under none to their neighbour, or to the next free column. */
function cutRow(line: string, columns: readonly Column[]): Record<string, Json> | undefined {
  if (line.length > 4000) return undefined;
  const spans = spansOf(line);
  const isSqueezed = spans.every(
    ({ from }, index) => index === 0 || from - (spans[index - 1]?.to ?? 0) === 1,
  );
  // As web pages squeeze tables: one word for each column, in order.
  if (isSqueezed && spans.length === columns.length)
    return Object.fromEntries(columns.map(({ key }, index) => [key, spans[index]?.text ?? '']));
  const cells: string[][] = columns.map(() => []);
  let previous = -1;
  let previousEnd = -2;
  for (const { from, to, text } of spans) {
    let column = columns.findIndex((one, index) => index >= previous && from < one.to && to > one.from);
    if (column < 0) {
      const left = columns.findLastIndex((one) => one.from <= from);
      column = Math.max(left, previous, 0);
      if ((cells[column] ?? []).length > 0 && from - previousEnd > 1) column += 1;
    }
    if (column >= columns.length) return undefined;
    cells[column]?.push(text);
    previous = column;
    previousEnd = to;
  }
  return Object.fromEntries(columns.map(({ key }, index) => [key, cells[index]?.join(' ') ?? '']));
}

/**
 * Takes secrets out of a text before anything else reads it: service, shared and authorization keys in whatever shape
 * Azure prints them, and the passwords and keys of a router's configuration. Line numbers stay as they are.
 */
import type { Json } from '../json.ts';
import { scanJson, skipString } from './json-text.ts';
import { isRule, spansOf } from './text-table.ts';

export interface Cleaned {
  readonly text: string;
  /** The names of what was dropped, each once, as Azure writes them. */
  readonly dropped: readonly string[];
}

const names = [
  'serviceKey',
  'sharedKey',
  'authorizationKey',
  'authorizations',
  'preSharedKey',
  'clientSecret',
  'accessToken',
  'refreshToken',
  'connectionString',
  'password',
];
const nameOf = new Map(names.map((name) => [name.toLowerCase(), name]));
const pattern = new RegExp(`(${names.join('|')})(text)?`, 'gi');

export function dropSecrets(text: string): Cleaned {
  const dropped = new Set<string>();
  const named = dropNamed(text, dropped);
  const clean = mayBeConfig.test(named) ? dropAroundJson(named, dropped) : named;
  return { text: clean, dropped: [...dropped].sort() };
}

/** JSON says its secrets by name, and its notes may well say "password": it is not looked through as configuration. */
function dropAroundJson(text: string, dropped: Set<string>): string {
  const pieces: string[] = [];
  let from = 0;
  // One value, or one a line.
  for (;;) {
    const start = /^[ \t]*[[{]\s*(?:["{[]|$)/m.exec(text.slice(from, from + 2000))?.index;
    const json = start === undefined ? undefined : scanJson(text, from + start);
    if (start === undefined || !json?.ok) break;
    pieces.push(dropConfigLines(text.slice(from, from + start), dropped));
    pieces.push(text.slice(from + start, json.end));
    from = json.end;
  }
  return pieces.join('') + dropConfigLines(text.slice(from), dropped);
}

/** Whether the names of secrets, or escapes that could stand for them, are still there. */
export function mayHideSecrets(text: string): boolean {
  pattern.lastIndex = 0;
  return text.includes('\\u') || pattern.test(text);
}

/**
 * Drops from what was read what cutting the text did not find, such as a name behind escapes (`service\u004bey`);
 * undefined when there is nothing.
 */
export function dropHiddenSecrets(json: Json, dropped: Set<string>): Json | undefined {
  let found = false;
  const visit = (value: Json): Json => {
    if (Array.isArray(value)) return value.map(visit);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => {
        const name = nameOf.get(key.toLowerCase().replace(/text$/, ''));
        if (name === undefined || isNothing(JSON.stringify(item))) return [key, visit(item)];
        if (item === '<dropped>') return [key, item];
        found = true;
        dropped.add(name);
        return [key, '<dropped>'];
      }),
    );
  };
  const clean = visit(json);
  return found ? clean : undefined;
}

/** `name: value` in JSON (also JSON inside a text of JSON), PowerShell, YAML; a column of a table or of CSV. */
function dropNamed(text: string, dropped: Set<string>): string {
  const pieces: string[] = [];
  let kept = 0;
  const columns: { name: string; at: number }[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const name = nameOf.get((match[1] ?? '').toLowerCase()) ?? '';
    const end = match.index + match[0].length;
    if (
      match.index < kept ||
      isWordCode(text.charCodeAt(match.index - 1)) ||
      isWordCode(text.charCodeAt(end))
    )
      continue;
    const start = findValue(text, end);
    if (start < 0) {
      columns.push({ name, at: match.index });
      continue;
    }
    const stop = findValueEnd(text, start);
    const value = text.slice(start, stop);
    if (isNothing(value)) continue;
    dropped.add(name);
    pieces.push(text.slice(kept, start), standIn(value));
    kept = stop;
    pattern.lastIndex = stop;
  }
  const clean = kept === 0 ? text : pieces.join('') + text.slice(kept);
  return columns.length === 0 ? clean : dropColumns(clean, dropped);
}

/** Letters, digits, hyphen, underscore. */
function isWordCode(code: number): boolean {
  return (
    (code >= 0x30 && code <= 0x39) ||
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0x61 && code <= 0x7a) ||
    code === 0x2d ||
    code === 0x5f
  );
}

/** Where the value of a name begins, or -1 when no colon or equals sign follows. */
function findValue(text: string, end: number): number {
  let at = end;
  while (text[at] === '\\') at += 1;
  if (text[at] === '"' || text[at] === "'") at += 1;
  at = skipGap(text, at);
  if (text[at] !== ':' && text[at] !== '=') return -1;
  at += 1;
  return skipGap(text, at);
}

/** Between a name and its value; what stands further away is not its value. */
const widestGap = 200;

/** Spaces, line ends, and line ends as they are written inside a JSON text. */
function skipGap(text: string, start: number): number {
  let at = start;
  while (at - start < widestGap) {
    const character = text[at];
    if (character === ' ' || character === '\t') at += 1;
    // A PowerShell list goes on with the next name, a JSON value may stand in the next line.
    else if (character === '\n' && isValueStart(text, at + 1)) at += 1;
    else if (character === '\\' && (text[at + 1] === 'n' || text[at + 1] === 'r')) at += 2;
    else return at;
  }
  return at;
}

function isValueStart(text: string, start: number): boolean {
  let at = start;
  while (at - start < widestGap && ' \t\n'.includes(text[at] ?? 'end')) at += 1;
  return '"[{:'.includes(text[at] ?? 'end');
}

function findValueEnd(text: string, start: number): number {
  let slashes = 0;
  while (text[start + slashes] === '\\') slashes += 1;
  const first = text[start + slashes];
  if (first === '"') return findQuote(text, start + slashes + 1, slashes);
  if (first === '[' || first === '{') return findClose(text, start);
  // A value without quotes ends its line; in JSON (`null`, a number) it ends with the member.
  let at = start;
  while (at < text.length && text[at] !== '\n' && text[at] !== ',' && text[at] !== '}' && text[at] !== ']')
    at += 1;
  return at;
}

/** Behind the quote that has exactly as many backslashes before it as the opening one had. */
function findQuote(text: string, start: number, slashes: number): number {
  for (let quote = text.indexOf('"', start); quote >= 0; quote = text.indexOf('"', quote + 1)) {
    let before = 0;
    while (quote - 1 - before >= start && text[quote - 1 - before] === '\\') before += 1;
    if (before === slashes) return quote + 1;
  }
  return text.length;
}

/** Behind the bracket that closes this one; when none does, nothing after it can be trusted. */
function findClose(text: string, start: number): number {
  let depth = 0;
  let at = start;
  while (at < text.length) {
    const character = text[at];
    if (character === '"' && text[at - 1] !== '\\') {
      const end = skipString(text, at);
      if (end < 0) return text.length;
      at = end;
      continue;
    }
    if (character === '[' || character === '{') depth += 1;
    if (character === ']' || character === '}') {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
    at += 1;
  }
  return text.length;
}

function isNothing(value: string): boolean {
  const inside = value.replace(/[\s\\"'[\]{}]/g, '');
  return inside === '' || inside === 'null' || inside === '<dropped>';
}

/** Of the same type and as many lines, so that JSON stays JSON and every line keeps its number. */
function standIn(value: string): string {
  const slashes = /^\\*/.exec(value)?.[0] ?? '';
  const ends = value.replace(/[^\n]/g, '');
  if (value.startsWith('[')) return `[${ends}]`;
  if (value.startsWith('{')) return `{${ends}}`;
  if (value.startsWith(`${slashes}"`)) return `${slashes}"<dropped>${slashes}"${ends}`;
  return `${/^\d+$/.test(value) ? '0' : '<dropped>'}${ends}`;
}

/** A secret's column of a table with a line of dashes under its head, or of CSV. */
function dropColumns(text: string, dropped: Set<string>): string {
  const lines = text.split('\n');
  for (let index = 0; index < lines.length; index += 1) {
    const head = lines[index] ?? '';
    pattern.lastIndex = 0;
    if (!pattern.test(head)) continue;
    if (isRule(lines[index + 1] ?? '')) index = dropTableColumns(lines, index, dropped);
    else if (/[,;\t]/.test(head) && dropCsvColumns(lines, index, dropped)) break;
  }
  return lines.join('\n');
}

/** Gives the last line of the table. */
function dropTableColumns(lines: string[], index: number, dropped: Set<string>): number {
  const head = lines[index] ?? '';
  const spans = spansOf(lines[index + 1] ?? '');
  const columns = spans.flatMap(({ from }, place) => {
    const to = spans[place + 1]?.from;
    const name = nameOf.get(head.slice(from, to).trim().toLowerCase());
    return name === undefined ? [] : [{ name, from, to }];
  });
  let row = index + 2;
  for (; row < lines.length && lines[row]?.trim() !== '' && !isRule(lines[row + 1] ?? ''); row += 1) {
    for (const { name, from, to } of columns) {
      const line = lines[row] ?? '';
      const cell = line.slice(from, to);
      if (cell.trim() === '') continue;
      dropped.add(name);
      lines[row] = line.slice(0, from) + '-'.padEnd(cell.length, ' ') + line.slice(from + cell.length);
    }
  }
  return row - 1;
}

/** Tells whether this was the head of CSV with a secret in it. */
function dropCsvColumns(lines: string[], index: number, dropped: Set<string>): boolean {
  const head = lines[index] ?? '';
  const separator = [',', ';', '\t'].find((one) => head.includes(one)) ?? ',';
  const columns = cellsOf(head, separator).map((cell) =>
    nameOf.get(cell.replaceAll('"', '').trim().toLowerCase()),
  );
  if (columns.every((name) => name === undefined)) return false;
  for (let row = index + 1; row < lines.length; row += 1) {
    const cells = cellsOf(lines[row] ?? '', separator);
    for (const [column, name] of columns.entries()) {
      if (name === undefined || isNothing(cells[column] ?? '')) continue;
      dropped.add(name);
      cells[column] = '';
    }
    lines[row] = cells.join(separator);
  }
  return true;
}

/** The cells of one line with their quotes, so that joining gives the line again. */
function cellsOf(line: string, separator: string): string[] {
  const cells: string[] = [];
  let inQuotes = false;
  let start = 0;
  for (let at = 0; at < line.length; at += 1) {
    if (line[at] === '"') inQuotes = !inQuotes;
    else if (line[at] === separator && !inQuotes) {
      cells.push(line.slice(start, at));
      start = at + 1;
    }
  }
  cells.push(line.slice(start));
  return cells;
}

/** Words and nothing that repeats: this looks through every line of a file. */
const mayBeConfig =
  /password|secret|key-string|authentication-key|pre-shared-key|passphrase|wpa-psk|snmp-server|md5|\bkey\b/i;

/** Behind these words the rest of the line is the secret, with the number of its cipher. */
const secretWords = new Set([
  'password',
  'secret',
  'key-string',
  'authentication-key',
  'encrypted-password',
  'plain-text-password',
  'pre-shared-key',
  'passphrase',
  'wpa-psk',
  'md5',
]);
/** What has a key in the midst of its line. */
const keyOwners = ['isakmp', 'tacacs-server', 'radius-server', 'tacacs', 'radius'];

/** One line of a router's configuration, with what it keeps secret left out; `tell` hears the secret's name. */
export function dropConfigSecret(line: string, tell: (name: string) => void): string {
  let from = -1;
  let name = '';
  let first = '';
  let before = '';
  let count = 0;
  for (const match of line.matchAll(/\S+/g)) {
    const word = match[0].toLowerCase();
    const end = match.index + match[0].length;
    count += 1;
    if (count === 1) first = word;
    if (secretWords.has(word)) name = word;
    else if (word === 'key' && (keyOwners.includes(first) || keyOwners.includes(before))) name = 'key';
    else if (word === 'key' && count === 1 && /^\s*key [0-9] \S/.test(line)) name = 'key';
    else if (word === 'community' && before === 'snmp-server') name = 'SNMP community';
    else if (first === 'snmp-server' && before === 'host') name = 'SNMP community';
    if (name !== '') {
      from = end;
      break;
    }
    before = word;
  }
  const rest = from < 0 ? '' : line.slice(from).trim();
  if (rest === '' || rest === '<dropped>' || rest === ':' || rest.startsWith(': <dropped>')) return line;
  tell(name);
  return `${line.slice(0, from)} <dropped>`;
}

function dropConfigLines(text: string, dropped: Set<string>): string {
  return text
    .split('\n')
    .map((line) => (mayBeConfig.test(line) ? dropConfigSecret(line, (name) => dropped.add(name)) : line))
    .join('\n');
}

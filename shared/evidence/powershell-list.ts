/** Reads what PowerShell prints as a list (`Name : value`, nested things as JSON) into objects. */
import type { Json } from '../json.ts';
import { UnreadList } from './evidence.ts';
import { scanJson } from './json-text.ts';
import { isPrompt } from './router/scan.ts';
import type { Structure } from './structure.ts';

type Field = { key: string; line: number; text: string[] };
type Item = Map<string, { line: number; value: Json }>;

/** Undefined when the text is no such list. */
export function readPowerShellList(text: string, head: readonly string[]): Structure | undefined {
  const begun = head.findIndex((line) => keyEnd(line) > 0);
  if (begun < 0 || begun > 20 || head.slice(begun, begun + 60).filter((line) => keyEnd(line) > 0).length < 2)
    return undefined;
  const around = new UnreadList();
  const items: Item[] = [];
  let item: Item = new Map();
  let field: Field | undefined;
  const closeField = () => {
    if (field) {
      if (item.has(field.key)) {
        // A list without blank lines between its objects.
        items.push(item);
        item = new Map();
      }
      item.set(field.key, { line: field.line, value: readValue(field.text) });
    }
    field = undefined;
  };
  const closeItem = () => {
    closeField();
    if (item.size > 0) items.push(item);
    item = new Map();
  };
  for (const [index, line] of text.split('\n').entries()) {
    const end = keyEnd(line);
    if (end > 0) {
      closeField();
      field = {
        key: line.slice(0, end).trim(),
        line: index + 1,
        text: [line.slice(line.indexOf(':', end) + 1)],
      };
    } else if (line.trim() === '') {
      if (!field || !isOpen(field.text)) closeItem();
    } else if (field && (line.startsWith('  ') || isOpen(field.text))) {
      field.text.push(line);
    } else if (!isPrompt(line.trim())) {
      around.add(index + 1, line, 'not-understood');
    }
  }
  closeItem();
  const list = items.map((one) => Object.fromEntries([...one].map(([key, { value }]) => [key, value])));
  return {
    json: list,
    linesOf: (paths) =>
      paths.map(([place, key]) => {
        const fields = items[Number(place)];
        return fields?.get(String(key))?.line ?? [...(fields?.values() ?? [])][0]?.line ?? 1;
      }),
    around: around.list(),
  };
}

/** Where a name at the beginning of a line ends, when ` :` and a space or nothing follow; otherwise 0. */
function keyEnd(line: string): number {
  let end = 0;
  while (end < 64 && isNameCode(line.charCodeAt(end))) end += 1;
  if (end === 0) return 0;
  let colon = end;
  while (line[colon] === ' ') colon += 1;
  // `Name: value` is how other tools write; PowerShell pads with a space.
  if (colon === end || line[colon] !== ':') return 0;
  return line[colon + 1] === ' ' || colon + 1 === line.length ? end : 0;
}

/** Letters, digits, underscore, full stop. */
function isNameCode(code: number): boolean {
  return (
    (code >= 0x30 && code <= 0x39) ||
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0x61 && code <= 0x7a) ||
    code === 0x5f ||
    code === 0x2e
  );
}

/** A bracket was opened in the first line, and JSON may go on over blank lines. */
function isOpen(text: readonly string[]): boolean {
  const first = text[0]?.trim();
  return (
    (first === '[' || first === '{') &&
    text.length < 100_000 &&
    !/^\s*[\]}]\s*$/.test(lastAtFirstIndent(text))
  );
}

/** The closing bracket of the outermost value stands where the value began or under it. */
function lastAtFirstIndent(text: readonly string[]): string {
  const last = text.at(-1) ?? '';
  const second = text[1] ?? '';
  return text.length > 2 && indentOf(last) < indentOf(second) ? last : '';
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

function readValue(lines: readonly string[]): Json {
  const first = lines[0]?.trim() ?? '';
  if (first.startsWith('[') || first.startsWith('{')) {
    // As printed, and as cut hard at the width of the window.
    for (const text of [lines.join('\n'), lines.map((line) => line.trim()).join('')]) {
      const json = parseWhole(text.trim());
      if (json !== undefined) return json;
    }
    const flat = lines.map((line) => line.trim()).join(' ');
    if (flat.startsWith('{') && flat.endsWith('}') && !flat.includes('"')) return readBraces(flat);
    return flat;
  }
  const text = lines.map((line) => line.trim()).join('');
  if (text === '' || text === 'null') return null;
  if (text === 'True' || text === 'False') return text === 'True';
  return text;
}

/** `{123.1.0.0/24, 123.2.0.0/24}`: how PowerShell shows a list of simple things. */
function readBraces(text: string): Json {
  const inside = text.slice(1, -1).trim();
  return inside === '' ? [] : inside.split(',').map((item) => item.trim());
}

function parseWhole(text: string): Json | undefined {
  const scan = scanJson(text, 0);
  if (!scan.ok || scan.end !== text.length) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

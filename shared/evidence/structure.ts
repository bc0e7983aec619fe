/** Turns a text into the objects it shows, whether as JSON, as a PowerShell list or as a table, and knows their lines. */
import { isNestedDeeperThan, type Json } from '../json.ts';
import { readCsvTable } from './csv-table.ts';
import type { Unread } from './evidence.ts';
import { deepestJson, findLines, type JsonPath, lineAt, scanJson, skipSpace } from './json-text.ts';
import { type JsonValueAt, joinJson, parseJson, readMoreJson } from './json-values.ts';
import { readPowerShellList } from './powershell-list.ts';
import { isPrompt } from './router/scan.ts';
import { readTextTable } from './text-table.ts';

/** Objects of a text, and where they stand in it. */
export interface Structure {
  readonly json: Json;
  linesOf(paths: readonly JsonPath[]): number[];
  /** Lines that belong to no object. */
  readonly around: readonly Unread[];
}

/** JSON is text too: five megabytes of service tags, and room to grow. */
const longestJson = 64_000_000;

export type StructureReading =
  | { readonly structure: Structure; readonly fault?: never }
  /** A text that begins as JSON does and is none says where. */
  | { readonly structure?: never; readonly fault?: Unread };

export function readStructure(text: string, head: readonly string[]): StructureReading {
  if (text.length > longestJson) return {};
  const listed = readPowerShellList(text, head) ?? readTextTable(text, head) ?? readCsvTable(text, head);
  if (listed) return { structure: listed };
  const start = skipSpace(text, 0);
  if (text[start] === '{' || text[start] === '[') {
    const json = parseJson(text);
    if (json !== undefined) return structureOf(text, start, json, []);
  }
  return readBehindProgress(text, head);
}

function structureOf(text: string, start: number, json: Json, around: readonly Unread[]): StructureReading {
  if (isNestedDeeperThan(deepestJson, json))
    return { fault: { line: 1, text: text.slice(start, start + 80), reason: 'too-deep' } };
  return { structure: { json, linesOf: (paths) => findLines(text, start, paths), around } };
}

/** One object a line, or the answers of several commands one after the other: their objects in one list. */
function structureOfMany(
  text: string,
  values: readonly JsonValueAt[],
  around: readonly Unread[],
): StructureReading {
  const deep = values.find(({ json }) => isNestedDeeperThan(deepestJson, json));
  if (deep) return structureOf(text, deep.start, deep.json, []);
  const joined = joinJson(text, values);
  return { structure: { ...joined, around: [...around, ...joined.around] } };
}

/** A line of progress (`[- Finished ..`), a prompt or a warning may come first, and something else behind. */
function readBehindProgress(text: string, head: readonly string[]): StructureReading {
  let fault: Unread | undefined;
  let offset = 0;
  let tries = 0;
  const before: Unread[] = [];
  for (const [index, line] of head.entries()) {
    const start = findJsonStart(line);
    if (start >= 0 && tries < mostTries) {
      tries += 1;
      const at = offset + start;
      const scan = scanJson(text, at);
      const json = scan.ok ? parseJson(text.slice(at, scan.end)) : undefined;
      if (scan.ok && json !== undefined) {
        const { values, around } = readMoreJson(text, scan.end, isProgress);
        const beside = [...before, ...around];
        return values.length === 0
          ? structureOf(text, at, json, beside)
          : structureOfMany(text, [{ start: at, json }, ...values], beside);
      }
      const place = scan.ok ? at : scan.at;
      // Nothing is wrong with it but that the rest was not copied.
      const isCut = !scan.ok && scan.reason === 'not-json' && skipSpace(text, place) >= text.length;
      const seen = isCut ? text.trimEnd().length - 1 : place;
      const reason = isCut ? 'cut-off' : scan.ok ? 'not-json' : scan.reason;
      // The text that gets furthest is the one that was meant.
      const found = { line: lineAt(text, seen), text: lineFrom(text, seen), reason } as const;
      if (!fault || found.line > fault.line) fault = found;
    }
    if (line.trim() !== '' && !isProgress(line) && !isPrompt(line.trim()))
      before.push({ line: index + 1, text: line, reason: 'not-understood' });
    offset += line.length + 1;
    if (before.length > mostBefore) break;
  }
  return fault ? { fault } : {};
}

/** Warnings, a prompt, the command itself. */
const mostBefore = 10;
/** Each goes through the whole text at worst. */
const mostTries = 5;

function findJsonStart(line: string): number {
  const start = skipSpace(line, 0);
  if (line[start] === '{' || (line[start] === '[' && !isProgress(line))) return start;
  if (!isProgress(line)) return -1;
  // The end of progress and the beginning of JSON in one line.
  const starts = [line.indexOf('{', start), line.indexOf('[', start + 1)].filter((at) => at > start);
  return starts.length > 0 ? Math.min(...starts) : -1;
}

function isProgress(line: string): boolean {
  // Every stretch of spaces behind a sign of its own: where they meet, a line of spaces is tried in all ways to share it out.
  return /^(?:[[(]\s*)?(?:[-\\|/]\s*)?(?:Finished|Running|Starting|Succeeded)\b/i.test(
    line.trimStart().slice(0, 200),
  );
}

function lineFrom(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', Math.max(0, offset - 1)) + 1;
  const end = text.indexOf('\n', offset);
  return text.slice(start, end < 0 ? undefined : end).trim();
}

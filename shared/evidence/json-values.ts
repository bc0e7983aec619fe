/** Several values of JSON in one text: one object a line, as `jq -c` and exports of logs write them, or answers one after the other. */
import { isObject, type Json } from '../json.ts';
import { type Unread, UnreadList } from './evidence.ts';
import { findOffsets, type JsonPath, lineAt, linesAt, scanJson, skipSpace } from './json-text.ts';
import { isPrompt } from './router/scan.ts';

export type JsonValueAt = { start: number; json: Json };

/** More than these are not read; the rest is told as lines. */
const mostValues = 200_000;
/** One that does not end is looked for to the end of the text. */
const mostFailures = 5;

/** All values from here on, and the lines between them that are none. */
export function readMoreJson(
  text: string,
  from: number,
  isProgress: (line: string) => boolean,
): { values: JsonValueAt[]; around: Unread[] } {
  const values: JsonValueAt[] = [];
  const around = new UnreadList();
  let failures = 0;
  let line = lineAt(text, from);
  let counted = from;
  for (let at = skipSpace(text, from); at < text.length; ) {
    // A comma between them, as where a list lost its brackets.
    if (text[at] === ',' && values.length > 0) at = skipSpace(text, at + 1);
    let end = text.indexOf('\n', at);
    if (end < 0) end = text.length;
    const rest = text.slice(at, end).trim();
    const begins = (text[at] === '{' || text[at] === '[') && !isProgress(rest);
    if (begins && failures < mostFailures && values.length < mostValues) {
      const scan = scanJson(text, at);
      const json = scan.ok ? parseJson(text.slice(at, scan.end)) : undefined;
      if (scan.ok && json !== undefined) {
        values.push({ start: at, json });
        at = skipSpace(text, scan.end);
        continue;
      }
      failures += 1;
    }
    for (
      let next = text.indexOf('\n', counted);
      next >= 0 && next < at;
      next = text.indexOf('\n', next + 1)
    ) {
      line += 1;
      counted = next + 1;
    }
    if (rest !== '' && !isProgress(rest) && !isPrompt(rest))
      around.add(line, rest, begins ? 'not-json' : 'not-understood');
    at = skipSpace(text, end);
  }
  return { values, around: around.list() };
}

export function parseJson(text: string): Json | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

type Item = { json: Json; value: number; path: JsonPath };

/** Lists and pages of REST are put together with the rest; where a member came from stays known. */
export function joinJson(
  text: string,
  values: readonly JsonValueAt[],
): { json: Json; linesOf(paths: readonly JsonPath[]): number[]; around: Unread[] } {
  const items = values.flatMap(({ json }, value): Item[] => {
    const list = listIn(json);
    if (!list) return [{ json, value, path: [] }];
    return list.items.map((one, index) => ({ json: one, value, path: [...list.path, index] }));
  });
  const linesOf = (paths: readonly JsonPath[]) => {
    // Each value is gone through once for all that is looked for in it, and lines are counted once.
    const wanted = new Map<number, { path: JsonPath; place: number }[]>();
    for (const [place, [first, ...rest]] of paths.entries()) {
      const item = items[Number(first ?? 0)];
      if (!item) continue;
      const path = [...item.path, ...rest];
      wanted.set(item.value, [...(wanted.get(item.value) ?? []), { path, place }]);
    }
    const offsets = paths.map(() => 0);
    for (const [value, all] of wanted) {
      const found = findOffsets(
        text,
        values[value]?.start ?? 0,
        all.map(({ path }) => path),
      );
      for (const [index, { place }] of all.entries()) offsets[place] = found[index] ?? 0;
    }
    return linesAt(text, offsets);
  };
  return { json: items.map(({ json }) => json), linesOf, around: cutOff(text, values.at(-1)) };
}

/** A last page that says there is another one. */
function cutOff(text: string, last: JsonValueAt | undefined): Unread[] {
  const json = last?.json;
  if (!last || !isObject(json) || !listIn(json)) return [];
  const next = Object.entries(json).find(([key, value]) => nextKeys.has(key.toLowerCase()) && value);
  if (!next) return [];
  return [{ line: lineAt(text, last.start), text: `${next[0]}: ${String(next[1])}`, reason: 'cut-off' }];
}

/** Where a page says which one follows. */
export const nextKeys: ReadonlySet<string> = new Set([
  'nextlink',
  '@odata.nextlink',
  '$skiptoken',
  'skip_token',
]);

/** REST says `value`, Resource Graph `data`, an exported template `resources`. */
const listKeys = ['value', 'Value', 'data', 'resources'];

/** A list, or the one that an answer holds. */
export function listIn(json: Json): { path: JsonPath; items: Json[] } | undefined {
  if (Array.isArray(json)) return { path: [], items: json };
  if (!isObject(json)) return undefined;
  for (const key of listKeys) {
    const items = Object.hasOwn(json, key) ? json[key] : undefined;
    if (Array.isArray(items)) return { path: [key], items };
  }
  return undefined;
}

/** Walks JSON as text: where a value ends, where it stops being JSON, and in which line a piece of it stands. */

export type JsonPath = readonly (string | number)[];

/** Deeper than anything that is exported anywhere, and shallow enough for everything that recurses. */
export const deepestJson = 64;

export type JsonScan =
  | { readonly ok: true; readonly end: number }
  | { readonly ok: false; readonly at: number; readonly reason: 'not-json' | 'too-deep' };

/** Finds the end of the value that begins here, without building it. */
export function scanJson(text: string, start: number): JsonScan {
  const open: string[] = [];
  let at = skipSpace(text, start);
  for (;;) {
    const first = text[at];
    if (first === '{' || first === '[') {
      if (open.length === deepestJson) return { ok: false, at, reason: 'too-deep' };
      const close = first === '{' ? '}' : ']';
      at = skipSpace(text, at + 1);
      if (text[at] !== close) {
        open.push(close);
        if (close === '}') {
          const value = skipKey(text, at);
          if (value < 0) return { ok: false, at, reason: 'not-json' };
          at = value;
        }
        continue;
      }
      at += 1;
    } else {
      const end = first === '"' ? skipText(text, at) : skipWord(text, at);
      if (end < 0) return { ok: false, at, reason: 'not-json' };
      at = end;
    }
    // Behind a value: close what ends here, then go on with the next member.
    for (;;) {
      const close = open.at(-1);
      if (close === undefined) return { ok: true, end: at };
      at = skipSpace(text, at);
      if (text[at] === close) {
        open.pop();
        at += 1;
        continue;
      }
      if (text[at] !== ',') return { ok: false, at, reason: 'not-json' };
      at = skipSpace(text, at + 1);
      if (close === '}') {
        const value = skipKey(text, at);
        if (value < 0) return { ok: false, at, reason: 'not-json' };
        at = value;
      }
      break;
    }
  }
}

/** For each path the line it begins in, of the value that begins at `start`. */
export function findLines(text: string, start: number, paths: readonly JsonPath[]): number[] {
  return linesAt(text, findOffsets(text, start, paths));
}

/** For each path where it begins, of the value that begins at `start`. */
export function findOffsets(text: string, start: number, paths: readonly JsonPath[]): number[] {
  if (paths.length === 0) return [];
  const root: Wanted = { offset: start, above: undefined, below: new Map() };
  const nodes = paths.map((path) => {
    let node = root;
    for (const step of path) {
      const next = node.below.get(step) ?? { offset: -1, above: node, below: new Map() };
      node.below.set(step, next);
      node = next;
    }
    return node;
  });
  locate(text, start, root);
  return nodes.map(offsetOf);
}

type Wanted = { offset: number; above: Wanted | undefined; below: Map<string | number, Wanted> };

/** What is not there stands where the thing stands that should have it. */
function offsetOf(node: Wanted): number {
  let at: Wanted | undefined = node;
  while (at && at.offset < 0) at = at.above;
  return at?.offset ?? 0;
}

/** Only where something is looked for; `deepestJson` bounds the recursion. */
function locate(text: string, start: number, node: Wanted | undefined): number {
  let at = skipSpace(text, start);
  if (!node || (text[at] !== '{' && text[at] !== '[') || node.below.size === 0) {
    if (node) node.offset = at;
    const scan = scanJson(text, at);
    return scan.ok ? scan.end : text.length;
  }
  node.offset = at;
  const isObject = text[at] === '{';
  at = skipSpace(text, at + 1);
  for (let index = 0; at < text.length && text[at] !== '}' && text[at] !== ']'; index += 1) {
    const keyAt = at;
    if (isObject) at = skipKey(text, at);
    if (at < 0) return text.length;
    const step = isObject ? readKey(text, keyAt) : index;
    const next = node.below.get(step);
    at = skipSpace(text, locate(text, at, next));
    // The line of a member is the line of its name.
    if (next && isObject) next.offset = keyAt;
    if (text[at] === ',') at = skipSpace(text, at + 1);
  }
  return at + 1;
}

function readKey(text: string, start: number): string {
  return JSON.parse(text.slice(start, skipString(text, start)));
}

/** The line of each offset, in one pass. */
export function linesAt(text: string, offsets: readonly number[]): number[] {
  const lines = new Map<number, number>();
  let line = 1;
  let next = text.indexOf('\n');
  for (const offset of [...offsets].sort((left, right) => left - right)) {
    while (next >= 0 && next < offset) {
      line += 1;
      next = text.indexOf('\n', next + 1);
    }
    lines.set(offset, line);
  }
  return offsets.map((offset) => lines.get(offset) ?? 1);
}

export function lineAt(text: string, offset: number): number {
  return linesAt(text, [offset])[0] ?? 1;
}

export function skipSpace(text: string, start: number): number {
  let at = start;
  for (;;) {
    const code = text.charCodeAt(at);
    if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return at;
    at += 1;
  }
}

/** Behind `"key":` and the space after it, or -1. */
function skipKey(text: string, start: number): number {
  if (text[start] !== '"') return -1;
  const end = skipText(text, start);
  if (end < 0) return -1;
  const colon = skipSpace(text, end);
  return text[colon] === ':' ? skipSpace(text, colon + 1) : -1;
}

/** A text of JSON ends in the line it began in: one that was not closed must not swallow the next. */
function skipText(text: string, start: number): number {
  const end = skipString(text, start);
  return end >= 0 && text.slice(start, end).includes('\n') ? -1 : end;
}

/** Behind the closing quote, or -1; a quote behind an odd number of backslashes does not close. */
export function skipString(text: string, start: number): number {
  for (let quote = text.indexOf('"', start + 1); quote >= 0; quote = text.indexOf('"', quote + 1)) {
    let slashes = 0;
    while (text.charCodeAt(quote - 1 - slashes) === 0x5c && quote - 1 - slashes > start) slashes += 1;
    if (slashes % 2 === 0) return quote + 1;
  }
  return -1;
}

const words = ['true', 'false', 'null'];
const longestNumber = 400;

function skipWord(text: string, start: number): number {
  const word = words.find((one) => text.startsWith(one, start));
  if (word) return start + word.length;
  let at = start;
  while (at - start < longestNumber && '+-.0123456789Ee'.includes(text[at] ?? 'end')) at += 1;
  return at > start && Number.isNaN(Number(text.slice(start, at))) === false ? at : -1;
}

/** One change as looking back needs it: in the order of the log, with its texts as they are stored, for most are passed over. */
import type { Json } from '../json.ts';
import { listRoots } from '../project/state.ts';

export type LogLine = {
  path: string;
  /** JSON. */
  after: string;
  at: number;
  /** JSON. */
  author: string;
  /** JSON. */
  origin: string;
};

/** What stands at each path: of several changes of one path the last counts. */
export function lastLines(lines: Iterable<LogLine>): Map<string, LogLine> {
  const last = new Map<string, LogLine>();
  for (const line of lines) last.set(line.path, line);
  return last;
}

export function* valuesOf(lines: ReadonlyMap<string, LogLine>): Generator<[string, { value: Json }]> {
  for (const [path, { after }] of lines) yield [path, { value: JSON.parse(after) as Json }];
}

export function listedValues(lines: ReadonlyMap<string, LogLine>): Map<string, Json> {
  const values = new Map<string, Json>();
  for (const [path, { after }] of lines) if (isListed(path)) values.set(path, JSON.parse(after) as Json);
  return values;
}

/** Stands in an additional checklist; what the app notes beside an answer says nothing by itself. */
export function isListed(path: string): boolean {
  const root = path.slice(0, path.indexOf('/'));
  return root !== 'wording' && (root === 'checklist' || root === 'counts' || listRoots.includes(root));
}

/**
 * The change: one append-only entry of a project's log. Everything a project holds is the result of its changes,
 * so undo, history, "as of" and merging two copies all come from this one shape.
 *
 * The log is a set, not a list. Each change names the changes of the same path that it replaces (`parents`), so the
 * current value of a path is its head, whatever order the changes arrived in; two heads are a conflict.
 */
import { z } from 'zod';
import { equalJson, type Json } from '../json.ts';

export const JsonValue: z.ZodType<Json> = z.json() as z.ZodType<Json>;

/**
 * Why a change was made; `ref` names the batch it undoes, the file it came from, the milestone it restores, or the workshop
 * it was said in. Timing is what the clock of a workshop writes, not a person.
 */
export const Origin = z.strictObject({
  kind: z.enum([
    'edit',
    'undo',
    'redo',
    'import',
    'evidence',
    'merge',
    'restore',
    'sample',
    'content',
    'workshop',
    'timing',
  ]),
  ref: z.string().max(200).optional(),
  note: z.string().max(1000).optional(),
  /** Which piece of evidence it came from: enough to know the file again when the attachment is gone. */
  evidence: z
    .strictObject({
      attachment: z.string().max(150),
      name: z.string().max(300),
      kind: z.string().max(100),
      taken: z.string().max(20).optional(),
      hash: z.string().max(64),
    })
    .optional(),
});
export type Origin = z.infer<typeof Origin>;

/** `root/part/part`: a root word, then ids. Paths are checked against `project/paths.ts` before they are written. */
export const Path = z
  .string()
  .max(300)
  .regex(/^[a-z]+(?:\/[A-Za-z0-9][A-Za-z0-9._:-]*){1,3}$/);

const Id = z.uuid();

export const Change = z.strictObject({
  id: Id,
  path: Path,
  /** What stood there before, as the author saw it; null when nothing did. */
  before: JsonValue,
  /** What stands there now; null removes the path. */
  after: JsonValue,
  /** The heads of this path that this change replaces. */
  parents: z.array(Id).max(1000),
  /** The copy of the project (one per workspace that holds it) that made the change. */
  copy: Id,
  /**
   * Rises with every change of a copy, and past every change the copy has seen: milliseconds where the clock is sane.
   * The limit, that of dates, leaves room above: a file cannot push the clock to where numbers no longer rise.
   */
  clock: z.number().int().min(0).max(8_640_000_000_000_000),
  /** Wall-clock time in milliseconds, as the author's machine had it. */
  at: z.number().int().min(0).max(8_640_000_000_000_000),
  author: z.string().max(200),
  origin: Origin,
  /** Changes made by one act share a batch: it is what undo takes back. */
  batch: Id,
});
export type Change = z.infer<typeof Change>;

/** What stands at a path now: the winning change, and every head where copies disagree. */
export type Current = {
  value: Json;
  changeId: string;
  clock: number;
  at: number;
  author: string;
  heads: string[];
};

/** One edit asked for: put `after` at `path`; with an origin of its own where an act has several, as files taken together. */
export type Edit = { path: string; after: Json; origin?: Origin };

/** The facts about an act that all its changes share. */
export type Act = { copy: string; author: string; at: number; origin: Origin; batch: string };

/**
 * Turns edits into changes against what stands now; an edit that changes nothing yields none. Of several edits of one
 * path the last counts: an act says once what it puts where, so that taking it back is simply putting back `before`.
 */
export function makeChanges(
  edits: readonly Edit[],
  currentOf: (path: string) => Current | undefined,
  lastClock: number,
  act: Act,
  newId: () => string,
): Change[] {
  const changes: Change[] = [];
  let clock = Math.max(lastClock, act.at - 1);
  for (const [path, { after, origin = act.origin }] of new Map(edits.map((edit) => [edit.path, edit]))) {
    const current = currentOf(path);
    const before = current?.value ?? null;
    const settlesConflict = (current?.heads.length ?? 0) > 1;
    if (equalJson(before, after) && !settlesConflict) continue;
    clock += 1;
    changes.push({ id: newId(), path, before, after, parents: current?.heads ?? [], clock, ...act, origin });
  }
  return changes;
}

/** What stands at a path right after a change made on top of all its heads. */
export function currentAfter(change: Change): Current {
  return {
    value: change.after,
    changeId: change.id,
    clock: change.clock,
    at: change.at,
    author: change.author,
    heads: [change.id],
  };
}

/** Later wins; where clocks tie, the id decides, so that every copy decides alike. */
export function compareChanges(
  left: Pick<Change, 'clock' | 'id'>,
  right: Pick<Change, 'clock' | 'id'>,
): number {
  return left.clock - right.clock || (left.id < right.id ? -1 : left.id > right.id ? 1 : 0);
}

/** What of a change decides which of several stands. */
export type Link = Pick<Change, 'id' | 'clock' | 'parents'>;

/** The changes of one path that nothing replaces, given all of them in any order; the last one stands. */
export function headsAmong<T extends Link>(changes: readonly T[]): T[] {
  const replaced = new Set<string>();
  for (const change of changes) for (const parent of change.parents) replaced.add(parent);
  return changes.filter((change) => !replaced.has(change.id)).sort(compareChanges);
}

/** The current value of one path from all its changes, in any order. */
export function resolvePath(changes: readonly Change[]): Current | undefined {
  const heads = headsAmong(changes);
  const winner = heads.at(-1);
  if (!winner) return undefined;
  return { ...currentAfter(winner), heads: heads.map((head) => head.id) };
}

/** The current value of every path from a whole log: the projection, computed in one pass. */
export function projectChanges(changes: Iterable<Change>): Map<string, Current> {
  const byPath = new Map<string, Change[]>();
  for (const change of changes) {
    const list = byPath.get(change.path);
    if (list) list.push(change);
    else byPath.set(change.path, [change]);
  }
  const state = new Map<string, Current>();
  for (const [path, list] of byPath) {
    const current = resolvePath(list);
    if (current) state.set(path, current);
  }
  return state;
}

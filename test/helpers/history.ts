/** Random histories of a project on several copies, for the laws that must hold for all of them. */
import fc from 'fast-check';
import type { Json } from '../../shared/json.ts';
import { type Change, type Edit, makeChanges, projectChanges } from '../../shared/project/change.ts';

export type Copies = [string, string];

/** One act on one copy; before it, the copy takes in all that the copies it sees have. */
export type HistoryAct = { copy: number; at: number; edits: Edit[]; sees: number[] };

/** Ids that are the same in every run: a counter dressed as a UUID. */
export function uuids(seed = 1): () => string {
  let count = 0;
  return () => {
    count += 1;
    return `${seed.toString(16).padStart(8, '0')}-0000-4000-8000-${count.toString(16).padStart(12, '0')}`;
  };
}

const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({
    path: fc.constantFrom('note/a', 'note/b'),
    after: fc.option(fc.string({ unit: 'binary', maxLength: 8 })),
  }),
  fc.record({
    path: fc.constantFrom('answer/a', 'answer/b'),
    after: fc.constantFrom<Json>(
      { state: 'unknown' },
      { state: 'answered', value: 'yes' },
      { state: 'answered', value: ['x', 'y'] },
      null,
    ),
  }),
  fc.record({
    path: fc.constantFrom('row/sites/r1', 'row/sites/r2', 'row/edges/r1'),
    after: fc.option(
      fc.record({ order: fc.nat(3), cells: fc.record({ name: fc.string({ maxLength: 4 }) }) }),
    ),
  }),
);

export function randomHistory(copies = 3): fc.Arbitrary<HistoryAct[]> {
  return fc.array(
    fc.record({
      copy: fc.nat(copies - 1),
      at: fc.integer({ min: 0, max: 2_000_000_000_000 }),
      edits: fc.array(edit, { minLength: 1, maxLength: 3 }),
      sees: fc.subarray(Array.from({ length: copies }, (_, index) => index)),
    }),
    { maxLength: 14 },
  );
}

/** Plays a history: gives each copy's log, and the union of all. */
export function replay(acts: readonly HistoryAct[], copies = 3): { logs: Change[][]; merged: Change[] } {
  const newId = uuids();
  const ids = Array.from({ length: copies }, newId);
  const logs: Map<string, Change>[] = ids.map(() => new Map());
  for (const { copy, at, edits, sees } of acts) {
    const own = logs[copy] ?? new Map<string, Change>();
    for (const other of sees) for (const [id, change] of logs[other] ?? []) own.set(id, change);
    const current = projectChanges(own.values());
    const clock = Math.max(0, ...[...own.values()].map((change) => change.clock));
    const act = {
      copy: ids[copy] ?? '',
      at,
      author: `author ${copy}`,
      origin: { kind: 'edit' as const },
      batch: newId(),
    };
    for (const change of makeChanges(edits, (path) => current.get(path), clock, act, newId))
      own.set(change.id, change);
  }
  const merged = new Map<string, Change>();
  for (const log of logs) for (const [id, change] of log) merged.set(id, change);
  return { logs: logs.map((log) => [...log.values()]), merged: [...merged.values()] };
}

/** Decides what taking back an act, or doing it again, would write; it changes nothing itself. */
import type { Json } from '../shared/json.ts';
import type { Change, Current, Edit } from '../shared/project/change.ts';
import type { ActState } from './acts.ts';

/** The reads that deciding needs, within one project. */
export type LogReader = {
  current: (path: string) => Current | undefined;
  change: (id: string) => Change | undefined;
  /** The heads of a path right before and right after an act, known by its batch and author. */
  headsAround: (
    path: string,
    batch: string,
    author: string,
  ) => { from: readonly string[]; to: readonly string[] } | undefined;
};

type Side = { value: Json; heads: readonly string[] };

/** What an act did at one path: what stood there before it and after it, and by which heads. */
export type Turn = { path: string; from: Side; to: Side };

/** Edits that turn a done act undone, or an undone one done; paths that others have changed since are left alone. */
export function turningEdits(turns: readonly Turn[], state: ActState, log: LogReader): Edit[] {
  const edits: Edit[] = [];
  for (const { path, from, to } of turns) {
    const [stood, puts] = state === 'done' ? [to, from] : [from, to];
    const stands = standIn(log.current(path)?.heads ?? [], log);
    if (stands === standIn(stood.heads, log)) edits.push({ path, after: puts.value });
  }
  return edits;
}

/**
 * What these heads stand for: an undo stands for what was there before the act it took back, a redo for that act
 * itself. So a person's earlier act is recognised as still standing once the later ones have been taken back, while
 * somebody else's change of the same value is not mistaken for it.
 */
function standIn(heads: readonly string[], log: LogReader): string {
  let meant = heads;
  let limit = Number.POSITIVE_INFINITY;
  for (;;) {
    const id = meant[0];
    if (id === undefined || meant.length > 1) return [...meant].sort().join(' ');
    const change = log.change(id);
    // A file from elsewhere may name anything; only what came earlier can be meant, so this always ends.
    if (!change || change.clock >= limit) return id;
    limit = change.clock;
    const next = meantBy(change, log);
    if (!next) return id;
    meant = next;
  }
}

function meantBy(change: Change, log: LogReader): readonly string[] | undefined {
  const { kind, ref } = change.origin;
  if ((kind !== 'undo' && kind !== 'redo') || ref === undefined) return undefined;
  const heads = log.headsAround(change.path, ref, change.author);
  return kind === 'undo' ? heads?.from : heads?.to;
}

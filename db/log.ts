/** Writes to projects' logs: every function here runs inside one write transaction that its caller has begun. */
import {
  type Act,
  type Change,
  type Current,
  currentAfter,
  type Edit,
  headsAmong,
  makeChanges,
  projectChanges,
  resolvePath,
} from '../shared/project/change.ts';
import type { ProjectFile } from '../shared/project/file.ts';
import type { ActState, RecordedAct } from './acts.ts';
import type { Standing } from './projects.ts';
import type { Tables } from './tables.ts';
import { type LogReader, type Turn, turningEdits } from './undo.ts';

/** An act as its author gives it; which copy makes it, the log knows. */
export type NewAct = Omit<Act, 'copy'>;

export type NewProject = { id: string; createdAt: number };

/** Who turns an act over, when, and as which act of theirs. */
type Turner = Pick<NewAct, 'author' | 'at' | 'batch'>;

type Written = { changes: Change[]; first: number; last: number };

export class Log {
  readonly #tables: Tables;
  readonly #newId: () => string;

  constructor(tables: Tables, newId: () => string) {
    this.#tables = tables;
    this.#newId = newId;
  }

  /** The act that makes a project is not recorded for undo: undone, it would leave a project without a name. */
  create(project: NewProject, edits: readonly Edit[], act: NewAct): void {
    const standing = this.#tables.projects.insert(project.id, this.#newId(), project.createdAt);
    this.#write(standing, edits, act);
  }

  append(project: string, edits: readonly Edit[], act: NewAct): Change[] {
    const standing = this.#tables.projects.standingOf(project);
    const { changes, first, last } = this.#write(standing, edits, act);
    // New content and the time of a workshop are the app's doing, not the author's, so they are nobody's to take back.
    const isOwnDoing = act.origin.kind === 'content' || act.origin.kind === 'timing';
    if (changes.length > 0 && !isOwnDoing) {
      this.#tables.acts.record(standing.key, act.author, first, last, act.batch);
    }
    return changes;
  }

  /** Takes back the author's last act, or does the last one taken back again; undefined when there is none. */
  turn(project: string, state: ActState, by: Turner): Change[] | undefined {
    const { acts, projects } = this.#tables;
    const { key } = projects.standingOf(project);
    for (let act = acts.next(key, by.author, state); act; act = acts.next(key, by.author, state)) {
      const changes = this.#turnAct(project, act, by);
      if (changes) return changes;
      // Others have since written to all it touched: it is out of reach, and the one before it is next.
      acts.forget(key, by.author, act);
    }
    return undefined;
  }

  /** Takes back this act of the author's alone, whatever came after it; what was changed since is left alone. */
  takeBack(project: string, batch: string, by: Turner): Change[] | undefined {
    const { acts, projects } = this.#tables;
    const act = acts.ofBatch(projects.standingOf(project).key, by.author, batch);
    return act?.state === 'done' ? this.#turnAct(project, act, by) : undefined;
  }

  /** Undefined when nothing that it touched stands as it left it. */
  #turnAct(project: string, act: RecordedAct, { author, at, batch }: Turner): Change[] | undefined {
    const { acts, projects } = this.#tables;
    const standing = projects.standingOf(project);
    const edits = turningEdits(this.#turnsOf(standing.key, act), act.state, this.#reader(standing.key));
    const kind = act.state === 'done' ? 'undo' : 'redo';
    const { changes } = this.#write(standing, edits, { author, at, batch, origin: { kind, ref: act.batch } });
    if (changes.length === 0) return undefined;
    acts.turn(standing.key, author, act);
    return changes;
  }

  /**
   * Adds what another copy of a project, in a file, knows more than this one, whatever its order, and says how many
   * changes that were. Recorded as an act of whoever asked for it, it can be taken back in one step.
   */
  merge(file: ProjectFile, by?: Pick<NewAct, 'author' | 'batch'>): number {
    const { acts, projects } = this.#tables;
    const { key } = projects.standingOf(file.project.id);
    this.#keepBlobs(key, file);
    const { changes, first, last } = this.#insertNew(key, file.changes);
    if (changes.length === 0) return 0;
    const added = new Map(changes.map((change) => [change.id, change]));
    const touched = new Map<string, Current>();
    for (const path of new Set(changes.map((change) => change.path))) {
      const current = this.#standingAt(key, path, added);
      if (current) touched.set(path, current);
    }
    this.#project(key, touched, changes);
    if (by) acts.record(key, by.author, first, last, by.batch);
    return changes.length;
  }

  /** A whole project from a file, under a copy of its own. */
  import(file: ProjectFile): void {
    const { key } = this.#tables.projects.insert(file.project.id, this.#newId(), file.project.created);
    this.#keepBlobs(key, file);
    const { changes } = this.#insertNew(key, file.changes);
    this.#project(key, projectChanges(changes), changes);
  }

  #write(project: Standing, edits: readonly Edit[], act: NewAct): Written {
    const { projection } = this.#tables;
    const changes = makeChanges(
      edits,
      (path) => projection.get(project.key, path),
      project.lastClock,
      { copy: project.copy, author: act.author, at: act.at, origin: act.origin, batch: act.batch },
      this.#newId,
    );
    let first = 0;
    let last = 0;
    const touched = new Map<string, Current>();
    for (const change of changes) {
      last = this.#tables.changes.insert(project.key, change) ?? last;
      if (first === 0) first = last;
      touched.set(change.path, currentAfter(change));
    }
    this.#project(project.key, touched, changes);
    return { changes, first, last };
  }

  #keepBlobs(project: number, file: ProjectFile): void {
    for (const [hash, content] of Object.entries(file.blobs)) {
      this.#tables.blobs.put(project, hash, Buffer.from(content, 'base64'));
    }
  }

  #insertNew(project: number, changes: readonly Change[]): Written {
    const known = this.#tables.changes.ids(project);
    const added: Change[] = [];
    let first = 0;
    let last = 0;
    for (const change of changes) {
      const position = known.has(change.id) ? undefined : this.#tables.changes.insert(project, change);
      if (position === undefined) continue;
      first ||= position;
      last = position;
      added.push(change);
    }
    return { changes: added, first, last };
  }

  /** What stands at a path, read from the log; of a long history only the change that stands is read whole. */
  #standingAt(project: number, path: string, added: ReadonlyMap<string, Change>): Current | undefined {
    const { changes } = this.#tables;
    const heads = headsAmong(changes.linksOfPath(project, path)).map((head) => head.id);
    const id = heads.at(-1) ?? '';
    const winner = added.get(id) ?? changes.get(project, id);
    return winner && { ...currentAfter(winner), heads };
  }

  /** What an act did at each path it touched: its own changes did, or those a merge took in. */
  #turnsOf(project: number, act: RecordedAct): Turn[] {
    const made = this.#tables.changes.between(project, act.first, act.last);
    if (made[0]?.batch === act.batch)
      return made.map(({ id, path, before, after, parents }) => ({
        path,
        from: { value: before, heads: parents },
        to: { value: after, heads: [id] },
      }));
    return [...new Set(made.map((change) => change.path))].map((path) => ({
      path,
      ...this.#aroundMerge(project, path, act),
    }));
  }

  #aroundMerge(project: number, path: string, { first, last }: RecordedAct): Omit<Turn, 'path'> {
    const sideAt = (position: number) => {
      const current = resolvePath(this.#tables.changes.ofPathBefore(project, path, position));
      return { value: current?.value ?? null, heads: current?.heads ?? [] };
    };
    return { from: sideAt(first), to: sideAt(last + 1) };
  }

  /** Writes what stands now where changes were added, and what the project's row repeats of it. */
  #project(project: number, touched: ReadonlyMap<string, Current>, added: readonly Change[]): void {
    if (added.length === 0) return;
    const { projection, projects } = this.#tables;
    for (const [path, current] of touched) projection.put(project, path, current);
    let clock = 0;
    let at = 0;
    for (const change of added) {
      clock = Math.max(clock, change.clock);
      at = Math.max(at, change.at);
    }
    projects.touch(project, added.length, clock, at);
    const isDescribed = added.some((change) => change.path.startsWith('project/'));
    if (!isDescribed) return;
    const fieldOf = (field: string) => projection.get(project, `project/${field}`)?.value;
    projects.describe(project, {
      name: String(fieldOf('name') ?? ''),
      customer: String(fieldOf('customer') ?? ''),
      archived: fieldOf('archived') === true,
    });
  }

  #reader(project: number): LogReader {
    const { acts, changes, projection } = this.#tables;
    return {
      current: (path) => projection.get(project, path),
      change: (id) => changes.get(project, id),
      headsAround: (path, batch, author) => {
        const made = changes.ofPathAndBatch(project, path, batch);
        const [first, last] = [made[0], made.at(-1)];
        if (first && last) return { from: first.parents, to: [last.id] };
        const merge = acts.ofBatch(project, author, batch);
        if (!merge) return undefined;
        const { from, to } = this.#aroundMerge(project, path, merge);
        return { from: from.heads, to: to.heads };
      },
    };
  }
}

/** The table of projects: what a list of them shows, and where each project's log stands. */
import type Database from 'better-sqlite3';
import type { Json } from '../shared/json.ts';
import { StoreError } from './store-error.ts';

export type ProjectRow = {
  id: string;
  /** The copy this workspace writes as; a restore gives it a new one. */
  copy: string;
  name: string;
  customer: string;
  archived: boolean;
  createdAt: number;
  touchedAt: number;
  deletedAt: number | null;
  changeCount: number;
  /** What was last derived from the project, and whether neither the project nor the content has changed since. */
  summary: Json | null;
  summaryFresh: boolean;
};

/** What writing to a project needs to know of it. */
export type Standing = { key: number; copy: string; lastClock: number; deletedAt: number | null };

/** The facts in a project's log that its row repeats, so that a list need not read logs. */
export type Description = { name: string; customer: string; archived: boolean };

type Stored = Omit<ProjectRow, 'archived' | 'summary' | 'summaryFresh'> & {
  archived: number;
  summary: string | null;
  summaryFresh: number | null;
};

const columns = `
  projects.id, copy, name, customer, archived, created_at AS createdAt, touched_at AS touchedAt,
  deleted_at AS deletedAt, projects.change_count AS changeCount, summaries.json AS summary,
  summaries.change_count = projects.change_count AND summaries.content_version = ? AS summaryFresh
  FROM projects LEFT JOIN summaries ON summaries.project = projects.key`;

export const projectQueries = {
  list: `SELECT ${columns} ORDER BY touched_at DESC, projects.key DESC`,
  get: `SELECT ${columns} WHERE projects.id = ?`,
  standing: `SELECT key, copy, last_clock AS lastClock, deleted_at AS deletedAt FROM projects WHERE id = ?`,
};

export class ProjectTable {
  readonly #list: Database.Statement<[string], Stored>;
  readonly #get: Database.Statement<[string, string], Stored>;
  readonly #standing: Database.Statement<[string], Standing>;
  readonly #createdAt: Database.Statement<[string], number>;
  readonly #insert: Database.Statement<[string, string, number, number]>;
  readonly #touch: Database.Statement<[number, number, number, number]>;
  readonly #describe: Database.Statement<[string, string, number, number]>;
  readonly #markDeleted: Database.Statement<[number | null, string]>;
  readonly #markPurging: Database.Statement<[number]>;
  readonly #remove: Database.Statement<[number]>;
  readonly #keys: Database.Statement<[], number>;
  readonly #setCopy: Database.Statement<[string, number]>;

  constructor(database: Database.Database) {
    this.#list = database.prepare(projectQueries.list);
    this.#get = database.prepare(projectQueries.get);
    this.#standing = database.prepare(projectQueries.standing);
    this.#createdAt = database
      .prepare<[string], number>('SELECT created_at FROM projects WHERE id = ?')
      .pluck();
    this.#insert = database.prepare(
      'INSERT INTO projects (id, copy, created_at, touched_at) VALUES (?, ?, ?, ?)',
    );
    this.#touch = database.prepare(
      `UPDATE projects SET change_count = change_count + ?, last_clock = max(last_clock, ?),
         touched_at = max(touched_at, ?) WHERE key = ?`,
    );
    this.#describe = database.prepare(
      'UPDATE projects SET name = ?, customer = ?, archived = ? WHERE key = ?',
    );
    this.#markDeleted = database.prepare('UPDATE projects SET deleted_at = ? WHERE id = ?');
    this.#markPurging = database.prepare('UPDATE projects SET purging = 1 WHERE key = ?');
    this.#remove = database.prepare('DELETE FROM projects WHERE key = ?');
    this.#keys = database.prepare<[], number>('SELECT key FROM projects').pluck();
    this.#setCopy = database.prepare('UPDATE projects SET copy = ? WHERE key = ?');
  }

  list(contentVersion: string): ProjectRow[] {
    return this.#list.all(contentVersion).map(rowOf);
  }

  get(id: string, contentVersion: string): ProjectRow | undefined {
    const stored = this.#get.get(contentVersion, id);
    return stored && rowOf(stored);
  }

  standingOf(id: string): Standing {
    const standing = this.#standing.get(id);
    if (!standing) throw new StoreError('not-found', 'This project is not in the workspace.');
    return standing;
  }

  createdAtOf(id: string): number {
    return this.#createdAt.get(id) ?? 0;
  }

  /** A new project, with nothing in it; `copy` marks the changes this workspace will make to it. */
  insert(id: string, copy: string, createdAt: number): Standing {
    if (this.#standing.get(id)) throw new StoreError('conflict', 'This project is already in the workspace.');
    this.#insert.run(id, copy, createdAt, createdAt);
    return this.standingOf(id);
  }

  touch(key: number, changes: number, lastClock: number, at: number): void {
    this.#touch.run(changes, lastClock, at, key);
  }

  describe(key: number, { name, customer, archived }: Description): void {
    this.#describe.run(name, customer, archived ? 1 : 0, key);
  }

  markDeleted(id: string, at: number | null): void {
    if (this.#markDeleted.run(at, id).changes === 0) this.standingOf(id);
  }

  /** From here on, and until `remove`, the log lets this project's changes go. */
  markPurging(key: number): void {
    this.#markPurging.run(key);
  }

  remove(key: number): void {
    this.#remove.run(key);
  }

  /** Clocks that came after a backup may be in use elsewhere, so a restored workspace speaks as new copies. */
  renewCopies(newId: () => string): void {
    for (const key of this.#keys.all()) this.#setCopy.run(newId(), key);
  }
}

function rowOf(stored: Stored): ProjectRow {
  return {
    ...stored,
    archived: stored.archived === 1,
    summary: stored.summary === null ? null : (JSON.parse(stored.summary) as Json),
    summaryFresh: stored.summaryFresh === 1,
  };
}

/** The projection: what stands at each path of a project now, kept in the same transaction as the log it follows from. */
import type Database from 'better-sqlite3';
import type { Json } from '../shared/json.ts';
import type { Current } from '../shared/project/change.ts';

type Stored = {
  path: string;
  value: string;
  changeId: string;
  clock: number;
  at: number;
  author: string;
  heads: string | null;
};

const columns = 'path, value, change_id AS changeId, clock, at, author, heads FROM current';

export const projectionQueries = {
  get: `SELECT ${columns} WHERE project = ? AND path = ?`,
  all: `SELECT ${columns} WHERE project = ?`,
  withRivals: `SELECT ${columns} INDEXED BY current_with_rivals WHERE project = ? AND heads IS NOT NULL ORDER BY path`,
  put: `INSERT INTO current (project, path, value, change_id, clock, at, author, heads) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (project, path) DO UPDATE SET value = excluded.value, change_id = excluded.change_id,
      clock = excluded.clock, at = excluded.at, author = excluded.author, heads = excluded.heads`,
  remove: 'DELETE FROM current WHERE project = ?',
};

export class Projection {
  readonly #get: Database.Statement<[number, string], Stored>;
  readonly #all: Database.Statement<[number], Stored>;
  readonly #withRivals: Database.Statement<[number], Stored>;
  readonly #put: Database.Statement<(string | number | null)[]>;
  readonly #remove: Database.Statement<[number]>;

  constructor(database: Database.Database) {
    this.#get = database.prepare(projectionQueries.get);
    this.#all = database.prepare(projectionQueries.all);
    this.#withRivals = database.prepare(projectionQueries.withRivals);
    this.#put = database.prepare(projectionQueries.put);
    this.#remove = database.prepare(projectionQueries.remove);
  }

  get(project: number, path: string): Current | undefined {
    const stored = this.#get.get(project, path);
    return stored && currentOf(stored);
  }

  all(project: number): Map<string, Current> {
    return mapOf(this.#all.all(project));
  }

  /** The paths on which there is more than one head. */
  withRivals(project: number): Map<string, Current> {
    return mapOf(this.#withRivals.all(project));
  }

  put(project: number, path: string, current: Current): void {
    const isOnlyHead = current.heads.length === 1 && current.heads[0] === current.changeId;
    this.#put.run(
      project,
      path,
      JSON.stringify(current.value),
      current.changeId,
      current.clock,
      current.at,
      JSON.stringify(current.author),
      isOnlyHead ? null : JSON.stringify(current.heads),
    );
  }

  removeAll(project: number): void {
    this.#remove.run(project);
  }
}

function mapOf(rows: readonly Stored[]): Map<string, Current> {
  return new Map(rows.map((stored) => [stored.path, currentOf(stored)]));
}

function currentOf({ value, changeId, clock, at, author, heads }: Stored): Current {
  return {
    value: JSON.parse(value) as Json,
    changeId,
    clock,
    at,
    author: JSON.parse(author) as string,
    heads: heads === null ? [changeId] : (JSON.parse(heads) as string[]),
  };
}

/** The append-only table of changes: the truth from which everything else in a project follows. */
import type Database from 'better-sqlite3';
import type { Json } from '../shared/json.ts';
import type { Change, Link, Origin } from '../shared/project/change.ts';

export type StoredChange = {
  position: number;
  id: string;
  path: string;
  before: string;
  after: string;
  parents: string;
  copy: string;
  clock: number;
  at: number;
  author: string;
  origin: string;
  batch: string;
};

export const changeColumns =
  'position, id, path, before, after, parents, copy, clock, at, author, origin, batch';

export const changeQueries = {
  insert: `INSERT INTO changes (project, id, path, before, after, parents, copy, clock, at, author, origin, batch)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (project, id) DO NOTHING`,
  byId: `SELECT ${changeColumns} FROM changes WHERE project = ? AND id = ?`,
  ofPathBefore: `SELECT ${changeColumns} FROM changes WHERE project = ? AND path = ? AND position < ? ORDER BY clock`,
  linksOfPath: `SELECT id, clock, parents FROM changes WHERE project = ? AND path = ?`,
  ids: 'SELECT id FROM changes WHERE project = ?',
  ofPathAndBatch: `SELECT ${changeColumns} FROM changes WHERE project = ? AND path = ? AND batch = ? ORDER BY clock`,
  between: `SELECT ${changeColumns} FROM changes NOT INDEXED WHERE position BETWEEN ? AND ? AND project = ? ORDER BY position`,
  all: `SELECT ${changeColumns} FROM changes WHERE project = ? ORDER BY clock, position`,
  lastClocks: `SELECT copy, max(clock) AS clock FROM changes INDEXED BY changes_by_clock
    WHERE project = ? GROUP BY copy`,
  remove: 'DELETE FROM changes WHERE project = ?',
};

export class ChangeTable {
  readonly #insert: Database.Statement<(string | number)[]>;
  readonly #byId: Database.Statement<[number, string], StoredChange>;
  readonly #ofPathBefore: Database.Statement<[number, string, number], StoredChange>;
  readonly #linksOfPath: Database.Statement<[number, string], Pick<StoredChange, 'id' | 'clock' | 'parents'>>;
  readonly #ids: Database.Statement<[number], string>;
  readonly #ofPathAndBatch: Database.Statement<[number, string, string], StoredChange>;
  readonly #between: Database.Statement<[number, number, number], StoredChange>;
  readonly #all: Database.Statement<[number], StoredChange>;
  readonly #lastClocks: Database.Statement<[number], { copy: string; clock: number }>;
  readonly #remove: Database.Statement<[number]>;

  constructor(database: Database.Database) {
    this.#insert = database.prepare(changeQueries.insert);
    this.#byId = database.prepare(changeQueries.byId);
    this.#ofPathBefore = database.prepare(changeQueries.ofPathBefore);
    this.#linksOfPath = database.prepare(changeQueries.linksOfPath);
    this.#ids = database.prepare<[number], string>(changeQueries.ids).pluck();
    this.#ofPathAndBatch = database.prepare(changeQueries.ofPathAndBatch);
    this.#between = database.prepare(changeQueries.between);
    this.#all = database.prepare(changeQueries.all);
    this.#lastClocks = database.prepare(changeQueries.lastClocks);
    this.#remove = database.prepare(changeQueries.remove);
  }

  /** Gives the change's position in the log, or undefined when the project has it already. */
  insert(project: number, change: Change): number | undefined {
    const { changes, lastInsertRowid } = this.#insert.run(
      project,
      change.id,
      change.path,
      JSON.stringify(change.before),
      JSON.stringify(change.after),
      JSON.stringify(change.parents),
      change.copy,
      change.clock,
      change.at,
      JSON.stringify(change.author),
      JSON.stringify(change.origin),
      change.batch,
    );
    return changes === 0 ? undefined : Number(lastInsertRowid);
  }

  get(project: number, id: string): Change | undefined {
    const stored = this.#byId.get(project, id);
    return stored && changeOf(stored);
  }

  /** Those that stood in the log before a position. */
  ofPathBefore(project: number, path: string, position: number): Change[] {
    return this.#ofPathBefore.all(project, path, position).map(changeOf);
  }

  /** What replaces what at a path, without the values: all that is needed to find the heads. */
  linksOfPath(project: number, path: string): Link[] {
    return this.#linksOfPath
      .all(project, path)
      .map(({ id, clock, parents }) => ({ id, clock, parents: JSON.parse(parents) as string[] }));
  }

  ids(project: number): Set<string> {
    return new Set(this.#ids.all(project));
  }

  ofPathAndBatch(project: number, path: string, batch: string): Change[] {
    return this.#ofPathAndBatch.all(project, path, batch).map(changeOf);
  }

  between(project: number, first: number, last: number): Change[] {
    return this.#between.all(first, last, project).map(changeOf);
  }

  all(project: number): Change[] {
    return this.#all.all(project).map(changeOf);
  }

  /** The last clock of each copy: names the exact set of changes there is now. */
  lastClocks(project: number): Record<string, number> {
    return Object.fromEntries(this.#lastClocks.all(project).map(({ copy, clock }) => [copy, clock]));
  }

  removeAll(project: number): void {
    this.#remove.run(project);
  }
}

export function changeOf({ position: _, ...stored }: StoredChange): Change {
  return {
    ...stored,
    before: JSON.parse(stored.before) as Json,
    after: JSON.parse(stored.after) as Json,
    parents: JSON.parse(stored.parents) as string[],
    author: JSON.parse(stored.author) as string,
    origin: JSON.parse(stored.origin) as Origin,
  };
}

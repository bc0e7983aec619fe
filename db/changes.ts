/** The append-only table of changes: the truth from which everything else in a project follows. */
import type Database from 'better-sqlite3';
import type { Json } from '../shared/json.ts';
import type { Change, Origin } from '../shared/project/change.ts';

type Stored = {
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

const columns = 'position, id, path, before, after, parents, copy, clock, at, author, origin, batch';

export const changeQueries = {
  insert: `INSERT INTO changes (project, id, path, before, after, parents, copy, clock, at, author, origin, batch)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (project, id) DO NOTHING`,
  byId: `SELECT ${columns} FROM changes WHERE project = ? AND id = ?`,
  ofPath: `SELECT ${columns} FROM changes WHERE project = ? AND path = ? ORDER BY clock`,
  ofPathAndBatch: `SELECT ${columns} FROM changes WHERE project = ? AND path = ? AND batch = ? ORDER BY clock`,
  between: `SELECT ${columns} FROM changes NOT INDEXED WHERE position BETWEEN ? AND ? AND project = ? ORDER BY position`,
  all: `SELECT ${columns} FROM changes WHERE project = ? ORDER BY clock, position`,
  upTo: `SELECT ${columns} FROM changes INDEXED BY changes_by_clock WHERE project = ? AND at <= ?`,
  countUpTo: `SELECT count(*) FROM changes INDEXED BY changes_by_clock WHERE project = ? AND at <= ?`,
  newest: `SELECT ${columns} FROM changes WHERE project = ? AND clock < ?
    ORDER BY clock DESC, position DESC LIMIT ?`,
  newestOfPath: `SELECT ${columns} FROM changes WHERE project = ? AND path = ? AND clock < ?
    ORDER BY clock DESC, position DESC LIMIT ?`,
  sameClock: `SELECT ${columns} FROM changes WHERE project = ? AND clock = ? AND position < ? ORDER BY position DESC`,
  lastClocks: `SELECT copy, max(clock) AS clock FROM changes INDEXED BY changes_by_clock
    WHERE project = ? GROUP BY copy`,
  remove: 'DELETE FROM changes WHERE project = ?',
};

export class ChangeTable {
  readonly #insert: Database.Statement<(string | number)[]>;
  readonly #byId: Database.Statement<[number, string], Stored>;
  readonly #ofPath: Database.Statement<[number, string], Stored>;
  readonly #ofPathAndBatch: Database.Statement<[number, string, string], Stored>;
  readonly #between: Database.Statement<[number, number, number], Stored>;
  readonly #all: Database.Statement<[number], Stored>;
  readonly #upTo: Database.Statement<[number, number], Stored>;
  readonly #countUpTo: Database.Statement<[number, number], number>;
  readonly #newest: Database.Statement<[number, number, number], Stored>;
  readonly #newestOfPath: Database.Statement<[number, string, number, number], Stored>;
  readonly #sameClock: Database.Statement<[number, number, number], Stored>;
  readonly #lastClocks: Database.Statement<[number], { copy: string; clock: number }>;
  readonly #remove: Database.Statement<[number]>;

  constructor(database: Database.Database) {
    this.#insert = database.prepare(changeQueries.insert);
    this.#byId = database.prepare(changeQueries.byId);
    this.#ofPath = database.prepare(changeQueries.ofPath);
    this.#ofPathAndBatch = database.prepare(changeQueries.ofPathAndBatch);
    this.#between = database.prepare(changeQueries.between);
    this.#all = database.prepare(changeQueries.all);
    this.#upTo = database.prepare(changeQueries.upTo);
    this.#countUpTo = database.prepare<[number, number], number>(changeQueries.countUpTo).pluck();
    this.#newest = database.prepare(changeQueries.newest);
    this.#newestOfPath = database.prepare(changeQueries.newestOfPath);
    this.#sameClock = database.prepare(changeQueries.sameClock);
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

  ofPath(project: number, path: string): Change[] {
    return this.#ofPath.all(project, path).map(changeOf);
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

  upTo(project: number, at: number): Change[] {
    return this.#upTo.all(project, at).map(changeOf);
  }

  countUpTo(project: number, at: number): number {
    return this.#countUpTo.get(project, at) ?? 0;
  }

  /** Newest first, from before a clock. Changes of equal clock are never torn apart, so a page may be a little longer. */
  newest(project: number, path: string | undefined, before: number, limit: number): Change[] {
    const page =
      path === undefined
        ? this.#newest.all(project, before, limit)
        : this.#newestOfPath.all(project, path, before, limit);
    const last = page.at(-1);
    if (last && page.length === limit) {
      const rest = this.#sameClock.all(project, last.clock, last.position);
      page.push(...rest.filter((stored) => path === undefined || stored.path === path));
    }
    return page.map(changeOf);
  }

  /** The last clock of each copy: names the exact set of changes there is now. */
  lastClocks(project: number): Record<string, number> {
    return Object.fromEntries(this.#lastClocks.all(project).map(({ copy, clock }) => [copy, clock]));
  }

  removeAll(project: number): void {
    this.#remove.run(project);
  }
}

function changeOf({ position: _, ...stored }: Stored): Change {
  return {
    ...stored,
    before: JSON.parse(stored.before) as Json,
    after: JSON.parse(stored.after) as Json,
    parents: JSON.parse(stored.parents) as string[],
    author: JSON.parse(stored.author) as string,
    origin: JSON.parse(stored.origin) as Origin,
  };
}

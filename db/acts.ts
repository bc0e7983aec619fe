/** The table of acts that undo and redo can still reach, per author: what to take back or do again next. */
import type Database from 'better-sqlite3';

export type ActState = 'done' | 'undone';

/** One act: the batch it made, and where in the log its changes lie. Those that a merge took in bear other batches. */
export type RecordedAct = { state: ActState; first: number; last: number; batch: string };

const columns = 'state, first, last, batch FROM acts WHERE project = ? AND author = ?';

export const actQueries = {
  lastDone: `SELECT ${columns} AND state = 'done' ORDER BY first DESC LIMIT 1`,
  lastUndone: `SELECT ${columns} AND state = 'undone' ORDER BY first LIMIT 1`,
  ofBatch: `SELECT ${columns} AND batch = ?`,
  forget: `DELETE FROM acts WHERE project = ? AND author = ? AND state = ? AND first = ?`,
  forgetUndone: `DELETE FROM acts WHERE project = ? AND author = ? AND state = 'undone'`,
  remove: 'DELETE FROM acts WHERE project = ?',
};

export class ActTable {
  readonly #insert: Database.Statement<[number, string, string, number, number, string]>;
  readonly #lastDone: Database.Statement<[number, string], RecordedAct>;
  readonly #lastUndone: Database.Statement<[number, string], RecordedAct>;
  readonly #ofBatch: Database.Statement<[number, string, string], RecordedAct>;
  readonly #forget: Database.Statement<[number, string, string, number]>;
  readonly #forgetUndone: Database.Statement<[number, string]>;
  readonly #remove: Database.Statement<[number]>;

  constructor(database: Database.Database) {
    this.#insert = database.prepare(
      'INSERT INTO acts (project, author, state, first, last, batch) VALUES (?, ?, ?, ?, ?, ?)',
    );
    this.#lastDone = database.prepare(actQueries.lastDone);
    this.#lastUndone = database.prepare(actQueries.lastUndone);
    this.#ofBatch = database.prepare(actQueries.ofBatch);
    this.#forget = database.prepare(actQueries.forget);
    this.#forgetUndone = database.prepare(actQueries.forgetUndone);
    this.#remove = database.prepare(actQueries.remove);
  }

  /** A new act ends what could have been done again. */
  record(project: number, author: string, first: number, last: number, batch: string): void {
    const key = JSON.stringify(author);
    this.#forgetUndone.run(project, key);
    this.#insert.run(project, key, 'done', first, last, batch);
  }

  /** The act that undo takes back next ('done'), or that redo does again next ('undone'). */
  next(project: number, author: string, state: ActState): RecordedAct | undefined {
    const statement = state === 'done' ? this.#lastDone : this.#lastUndone;
    return statement.get(project, JSON.stringify(author));
  }

  ofBatch(project: number, author: string, batch: string): RecordedAct | undefined {
    return this.#ofBatch.get(project, JSON.stringify(author), batch);
  }

  turn(project: number, author: string, act: RecordedAct): void {
    this.forget(project, author, act);
    const state: ActState = act.state === 'done' ? 'undone' : 'done';
    this.#insert.run(project, JSON.stringify(author), state, act.first, act.last, act.batch);
  }

  forget(project: number, author: string, act: RecordedAct): void {
    this.#forget.run(project, JSON.stringify(author), act.state, act.first);
  }

  removeAll(project: number): void {
    this.#remove.run(project);
  }
}

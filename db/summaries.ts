/** The cache of derived summaries that lists show: never truth, and ignored once the project or the content moved on. */
import type Database from 'better-sqlite3';
import type { Json } from '../shared/json.ts';

export type Summary = { project: string; changeCount: number; summary: Json };

export class SummaryTable {
  readonly #put: Database.Statement<[number, string, number, string]>;
  readonly #remove: Database.Statement<[number]>;

  constructor(database: Database.Database) {
    this.#put = database.prepare(
      `INSERT INTO summaries (project, content_version, change_count, json) VALUES (?, ?, ?, ?)
         ON CONFLICT (project) DO UPDATE SET content_version = excluded.content_version,
           change_count = excluded.change_count, json = excluded.json`,
    );
    this.#remove = database.prepare('DELETE FROM summaries WHERE project = ?');
  }

  put(project: number, contentVersion: string, changeCount: number, summary: Json): void {
    this.#put.run(project, contentVersion, changeCount, JSON.stringify(summary));
  }

  remove(project: number): void {
    this.#remove.run(project);
  }
}

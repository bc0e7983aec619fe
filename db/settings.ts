/** The table of settings: small JSON values by name. */
import type Database from 'better-sqlite3';
import type { Json } from '../shared/json.ts';

export class SettingTable {
  readonly #get: Database.Statement<[string], string>;
  readonly #set: Database.Statement<[string, string]>;

  constructor(database: Database.Database) {
    this.#get = database.prepare<[string], string>('SELECT value FROM settings WHERE key = ?').pluck();
    this.#set = database.prepare(
      'INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
    );
  }

  get(key: string): Json | undefined {
    const stored = this.#get.get(key);
    return stored === undefined ? undefined : (JSON.parse(stored) as Json);
  }

  set(key: string, value: Json): void {
    this.#set.run(key, JSON.stringify(value));
  }
}

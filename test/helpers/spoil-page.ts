/** Spoils a database file as a failing disk might, for the tests and for the faults. */
import { readFileSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';

/** Writes noise over a page of the table of changes, which only a check of every page sees. */
export function spoilPage(file: string): void {
  const database = new Database(file, { readonly: true });
  const page = database
    .prepare<[], number>(`SELECT pageno FROM dbstat WHERE name = 'changes' AND pagetype = 'leaf' LIMIT 1`)
    .pluck()
    .get();
  database.close();
  const bytes = readFileSync(file);
  bytes.fill(0xa5, ((page ?? 2) - 1) * 4096, (page ?? 2) * 4096);
  writeFileSync(file, bytes);
}

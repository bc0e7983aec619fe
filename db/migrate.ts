/** Brings a database to the newest schema, step by step; the list only ever grows at its end. */
import type Database from 'better-sqlite3';
import { initial } from './migrations/001-initial.ts';

/** How the backup before a step is called; it is the way back, so no later one takes its place. */
export const beforeMigration = 'before-migration-';

export type Migration = { name: string; up: (database: Database.Database) => void };

/** In order: a database whose `user_version` is N has had the first N of them. */
export const migrations: readonly Migration[] = [initial];

/** Applies what is missing, each step in a transaction of its own, after `backUp` has secured what was there. */
export async function migrate(
  database: Database.Database,
  backUp: (reason: string) => Promise<unknown>,
  steps: readonly Migration[] = migrations,
): Promise<void> {
  const start = versionOf(database);
  if (start >= steps.length) return;
  if (start > 0) await backUp(`${beforeMigration}${start + 1}`);
  for (const [index, step] of steps.entries()) {
    database
      .transaction(() => {
        // Read again under the write lock: another process may have taken the step meanwhile.
        if (versionOf(database) !== index) return;
        step.up(database);
        database.pragma(`user_version = ${index + 1}`);
      })
      .immediate();
  }
}

export function versionOf(database: Database.Database): number {
  return Number(database.pragma('user_version', { simple: true }));
}

/** Puts a backup in the place of what the workspace holds, in one transaction that other processes see as one. */
import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { inBackground } from './background.ts';
import { type Backups, isEmpty } from './backup.ts';
import { applicationId, connect } from './connection.ts';
import { readHeader } from './header.ts';
import { type Migration, migrate } from './migrate.ts';
import { ProjectTable } from './projects.ts';
import { StoreError } from './store-error.ts';

export type RestoreParts = {
  backups: Backups;
  database: Database.Database;
  newId: () => string;
  steps: readonly Migration[];
};

export async function restore(
  name: string,
  { backups, database, newId, steps }: RestoreParts,
): Promise<void> {
  await backups.enqueue(async () => {
    const backup = backups.pathOf(name);
    await refuseUnsound(backup, steps.length);
    const prepared = join(backups.folder, `restoring-${newId()}.partial`);
    try {
      copyFileSync(backup, prepared);
      const copies = await prepare(prepared, newId, steps);
      const keep = isEmpty(database) ? null : join(backups.folder, backups.newName('before-restore'));
      await inBackground({ kind: 'restore', from: prepared, file: database.name, keep });
      // SQLite's online backup can end early and in silence when it meets a lock; the new copy ids tell.
      if (copies.length > 0 && !copiesIn(database).some((copy) => copies.includes(copy))) {
        throw new StoreError('busy', 'The workspace was in use: nothing was restored.');
      }
      backups.rotate();
    } finally {
      for (const ending of ['', '-wal', '-shm']) rmSync(prepared + ending, { force: true });
    }
  });
}

async function refuseUnsound(backup: string, newestVersion: number): Promise<void> {
  const header = readHeader(backup);
  if (header.kind !== 'sqlite' || header.applicationId !== applicationId || header.missingBytes > 0) {
    throw new StoreError('damaged-database', 'This backup is damaged; nothing was restored.');
  }
  if (header.userVersion > newestVersion) {
    throw new StoreError(
      'newer-database',
      'This backup was written by a newer Onramp; nothing was restored.',
    );
  }
  const result = await inBackground({ kind: 'check', file: backup });
  if (result !== 'ok') throw new StoreError('damaged-database', `This backup is damaged: ${result}`);
}

/** All that has to change in the restored content is changed beforehand, so that the swap itself is a single step. */
async function prepare(file: string, newId: () => string, steps: readonly Migration[]): Promise<string[]> {
  const database = connect(file);
  try {
    await migrate(database, async () => undefined, steps);
    database.transaction(() => new ProjectTable(database).renewCopies(newId)).immediate();
    return copiesIn(database);
  } finally {
    database.close();
  }
}

function copiesIn(database: Database.Database): string[] {
  return database.prepare<[], string>('SELECT copy FROM projects').pluck().all();
}

/** Opens the workspace of a data folder, whatever state it is found in: new, sound, old, newer, foreign or damaged. */
import { mkdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type Database from 'better-sqlite3';
import { inBackground } from './background.ts';
import { Backups } from './backup.ts';
import { applicationId, connectAsAllowed, connectReadOnly, hasContent } from './connection.ts';
import { problemInFile, problemInPages, type SetAside, setAside } from './damage.ts';
import { readHeader } from './header.ts';
import { migrate, migrations, versionOf } from './migrate.ts';
import { asStoreError, isDamage, StoreError } from './store-error.ts';
import { type Checked, Workspace } from './workspace.ts';

export type OpenOptions = {
  folder: string;
  now: () => number;
  newId: () => string;
  /** A backup is made after so many acts. */
  backupEvery?: number;
  keepBackups?: number;
  /**
   * Up to this many bytes the start waits for the check of every page, so that a damaged file is put aside before
   * anything is read from it; beyond, the check runs in the background. Measured: 1.4 ms for each megabyte.
   */
  largestCheckedAtOpen?: number;
};

const megabyte = 1024 * 1024;

export async function openWorkspace(options: OpenOptions): Promise<Workspace> {
  try {
    return await open(options);
  } catch (error) {
    throw asStoreError(error);
  }
}

async function open(options: OpenOptions): Promise<Workspace> {
  const { now, newId, backupEvery = 200, keepBackups = 10, largestCheckedAtOpen = 64 * megabyte } = options;
  const folder = resolve(options.folder);
  const file = join(folder, 'onramp.db');
  makeFolder(folder);
  const backups = new Backups({ folder, file, now, keep: keepBackups });
  // An empty file is what a start killed at once leaves behind; where there are backups, it once held something.
  const emptyIsDamage = backups.list().length > 0;
  let found = openSound(file, emptyIsDamage, largestCheckedAtOpen);
  let aside: SetAside | null = null;
  if ('problem' in found) {
    aside = moveAside(file, found.problem, now());
    found = openSound(file, false, largestCheckedAtOpen);
    if ('problem' in found) throw new StoreError('damaged-database', found.problem);
  }
  const { database, readOnly } = found;
  try {
    if (readOnly) refuseOld(database);
    else await migrate(database, (reason) => backups.create(reason));
  } catch (error) {
    database.close();
    throw error;
  }
  return new Workspace({
    folder,
    file,
    database,
    readOnly,
    schemaVersion: migrations.length,
    setAside: aside,
    checked: found.isChecked ? Promise.resolve({ ok: true }) : checkInBackground(file),
    backups,
    backupEvery,
    newId,
  });
}

type Found = { database: Database.Database; readOnly: boolean; isChecked: boolean } | { problem: string };

function openSound(file: string, emptyIsDamage: boolean, largestCheckedAtOpen: number): Found {
  const problem = problemInFile(file, emptyIsDamage);
  if (problem !== undefined) return { problem };
  try {
    refuseOthers(file);
    const { database, readOnly } = connectAsAllowed(file);
    try {
      const isChecked = readOnly || statSync(file).size <= largestCheckedAtOpen;
      const inPages = isChecked ? problemInPages(database) : undefined;
      if (inPages === undefined) return { database, readOnly, isChecked };
      database.close();
      return { problem: inPages };
    } catch (error) {
      database.close();
      throw error;
    }
  } catch (error) {
    if (error instanceof Error && isDamage(error)) return { problem: error.message };
    throw error;
  }
}

/** A newer file, or one of another program, is left exactly as it is: it is not even opened for writing. */
function refuseOthers(file: string): void {
  const header = readHeader(file);
  if (header.kind !== 'sqlite') return;
  refuseIdentity(header.applicationId, header.userVersion);
  // What a killed session left in the WAL is not in the header yet.
  if (!hasContent(`${file}-wal`)) return;
  const database = connectReadOnly(file);
  try {
    refuseIdentity(Number(database.pragma('application_id', { simple: true })), versionOf(database));
  } finally {
    database.close();
  }
}

function refuseIdentity(id: number, version: number): void {
  if (id !== applicationId) {
    throw new StoreError(
      'conflict',
      'onramp.db in this folder belongs to another program; it was left untouched.',
    );
  }
  if (version > migrations.length) {
    throw new StoreError(
      'newer-database',
      `This workspace was written by a newer Onramp (schema ${version}; this one knows ${migrations.length}). It was left untouched.`,
    );
  }
}

function refuseOld(database: Database.Database): void {
  if (versionOf(database) === migrations.length) return;
  database.close();
  throw new StoreError(
    'read-only',
    'This workspace must be brought up to date first, and it cannot be written.',
  );
}

function makeFolder(folder: string): void {
  // For the owner only: a workspace describes a customer's network.
  try {
    if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
      mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOTDIR' && code !== 'EEXIST') throw error;
    throw new StoreError(
      'conflict',
      'A file stands where the data folder should be: move it away, or choose another folder.',
      { cause: error },
    );
  }
}

function moveAside(file: string, problem: string, now: number): SetAside {
  try {
    return setAside(file, problem, now);
  } catch (error) {
    throw new StoreError('damaged-database', `${problem} It could not be put aside.`, { cause: error });
  }
}

async function checkInBackground(file: string): Promise<Checked> {
  try {
    const result = await inBackground({ kind: 'check', file });
    return result === 'ok' ? { ok: true } : { problem: result };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

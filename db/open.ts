/** Opens the workspace of a data folder, whatever state it is found in: new, sound, old, newer, foreign or damaged. */
import { mkdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type Database from 'better-sqlite3';
import { inBackground } from './background.ts';
import { Backups } from './backup.ts';
import { applicationId, connectAsAllowed, connectReadOnly, hasContent } from './connection.ts';
import { problemInFile, problemInPages, type SetAside, setAside } from './damage.ts';
import { readHeader } from './header.ts';
import { type Migration, migrate, migrations, versionOf } from './migrate.ts';
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
  /** Other steps than those of this version: how it is tried what an older or a newer one would do. */
  steps?: readonly Migration[];
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
  const { now, newId, backupEvery = 200, keepBackups = 10, steps = migrations } = options;
  const { largestCheckedAtOpen = 64 * megabyte } = options;
  const folder = resolve(options.folder);
  const file = join(folder, 'onramp.db');
  makeFolder(folder);
  const backups = new Backups({ folder, file, now, keep: keepBackups });
  // An empty file is what a start killed at once leaves behind; where there are backups, it once held something.
  const emptyIsDamage = backups.list().length > 0;
  const look: Look = { file, largestCheckedAtOpen, newestVersion: steps.length };
  let found = openSound(look, emptyIsDamage);
  let aside: SetAside | null = null;
  if ('problem' in found) {
    aside = moveAside(file, found.problem, now());
    found = openSound(look, false);
    if ('problem' in found) throw new StoreError('damaged-database', found.problem);
  }
  const { database, readOnly } = found;
  try {
    if (readOnly) refuseOld(database, steps.length);
    else await migrate(database, (reason) => backups.create(reason), steps);
  } catch (error) {
    database.close();
    throw error;
  }
  return new Workspace({
    folder,
    file,
    database,
    readOnly,
    steps,
    setAside: aside,
    checked: found.isChecked ? Promise.resolve({ ok: true }) : checkInBackground(file),
    backups,
    backupEvery,
    newId,
  });
}

type Look = { file: string; largestCheckedAtOpen: number; newestVersion: number };

type Found = { database: Database.Database; readOnly: boolean; isChecked: boolean } | { problem: string };

function openSound({ file, largestCheckedAtOpen, newestVersion }: Look, emptyIsDamage: boolean): Found {
  const problem = problemInFile(file, emptyIsDamage);
  if (problem !== undefined) return { problem };
  try {
    refuseOthers(file, newestVersion);
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
function refuseOthers(file: string, newestVersion: number): void {
  const header = readHeader(file);
  if (header.kind !== 'sqlite') return;
  refuseIdentity(header.applicationId, header.userVersion, newestVersion);
  // What a killed session left in the WAL is not in the header yet.
  if (!hasContent(`${file}-wal`)) return;
  const database = connectReadOnly(file);
  try {
    const id = Number(database.pragma('application_id', { simple: true }));
    refuseIdentity(id, versionOf(database), newestVersion);
  } finally {
    database.close();
  }
}

function refuseIdentity(id: number, version: number, newestVersion: number): void {
  if (id !== applicationId) {
    throw new StoreError(
      'conflict',
      'onramp.db in this folder belongs to another program; it was left untouched.',
    );
  }
  if (version > newestVersion) {
    throw new StoreError(
      'newer-database',
      `This workspace was written by a newer Onramp (schema ${version}; this one knows ${newestVersion}). It was left untouched.`,
    );
  }
}

function refuseOld(database: Database.Database, newestVersion: number): void {
  if (versionOf(database) === newestVersion) return;
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

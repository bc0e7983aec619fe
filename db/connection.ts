/** How a workspace's database is connected to: the settings on which durability and two processes at once rely. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { StoreError } from './store-error.ts';

/** "Onrp": tells an Onramp workspace from any other SQLite file. */
export const applicationId = 0x4f6e7270;

const patience = 5000;

/** Where a database file says which journal it uses, and what it says there when that is no WAL. */
const journalFormatAt = 18;
const withoutWal = [1, 1];

/** Opens for reading and writing, and creates the file where there is none. */
export function connect(file: string): Database.Database {
  const database = new Database(file, { timeout: patience });
  try {
    // Before WAL, so that it stands in the file itself even when the first start is killed.
    const isNew = database.pragma('page_count', { simple: true }) === 0;
    if (isNew) database.pragma(`application_id = ${applicationId}`);
    persist(() => database.pragma('journal_mode = WAL'));
    database.pragma('synchronous = FULL');
    // Without these two, macOS acknowledges what still sits in the disk's own cache. Other systems ignore them.
    database.pragma('fullfsync = ON');
    database.pragma('checkpoint_fullfsync = ON');
    database.pragma('foreign_keys = ON');
    database.pragma('temp_store = MEMORY');
    database.pragma('trusted_schema = OFF');
    // A large import or restore leaves a large WAL behind; this gives the space back at the next checkpoint.
    database.pragma(`journal_size_limit = ${16 * 1024 * 1024}`);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Opens for reading only, also from a folder in which SQLite cannot lay down the helper files that a WAL needs. */
export function connectReadOnly(file: string): Database.Database {
  try {
    return readable(new Database(file, { readonly: true, fileMustExist: true, timeout: patience }));
  } catch (error) {
    if (!isForbidden(error) || hasContent(`${file}-wal`)) throw error;
    // Nothing is left in a WAL, so the file alone says everything, and a copy in memory needs no helper files.
    const bytes = readFileSync(file);
    bytes.set(withoutWal, journalFormatAt);
    return readable(new Database(bytes, { readonly: true }));
  }
}

/** Opens in the best way there is; what cannot be written can still be read and exported. */
export function connectAsAllowed(file: string): { database: Database.Database; readOnly: boolean } {
  const isNew = !existsSync(file);
  try {
    return { database: connectForWriting(file), readOnly: false };
  } catch (error) {
    if (!isForbidden(error)) throw error;
    if (isNew) {
      throw new StoreError('read-only', 'No workspace can be made in this folder: it is write-protected.', {
        cause: error,
      });
    }
    return { database: connectReadOnly(file), readOnly: true };
  }
}

/** Fails where SQLite, without a word, would have opened the file for reading only. */
function connectForWriting(file: string): Database.Database {
  const database = connect(file);
  try {
    // To try is the only sure test: file modes say little on network shares and to administrators.
    const version = database.pragma('user_version', { simple: true });
    database.exec(`BEGIN IMMEDIATE; PRAGMA user_version = ${Number(version)}; ROLLBACK`);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function isForbidden(error: unknown): boolean {
  return /^SQLITE_(READONLY|CANTOPEN)/.test(codeOf(error));
}

export function hasContent(file: string): boolean {
  return (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > 0;
}

function readable(database: Database.Database): Database.Database {
  try {
    database.prepare('SELECT count(*) FROM sqlite_schema').get();
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Two processes that create the same file meet here: SQLite does not wait by itself while the journal mode changes. */
function persist(work: () => void): void {
  const deadline = Date.now() + patience;
  for (;;) {
    try {
      work();
      return;
    } catch (error) {
      if (codeOf(error) !== 'SQLITE_BUSY' || Date.now() > deadline) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
    }
  }
}

function codeOf(error: unknown): string {
  return error instanceof Database.SqliteError ? error.code : '';
}

/** The one error the store throws on purpose, and the translation of SQLite's and the file system's codes into it. */
import Database from 'better-sqlite3';
import type { ErrorCode } from '../shared/contract/call.ts';

export type StoreErrorCode = Extract<
  ErrorCode,
  | 'read-only'
  | 'disk-full'
  | 'busy'
  | 'damaged-database'
  | 'damaged-file'
  | 'newer-database'
  | 'not-found'
  | 'conflict'
  | 'too-large'
>;

export class StoreError extends Error {
  readonly code: StoreErrorCode;

  constructor(code: StoreErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StoreError';
    this.code = code;
  }
}

/** The first prefix that fits decides, so the narrower ones come first. */
const meanings: readonly (readonly [prefix: string, code: StoreErrorCode, message: string])[] = [
  ['SQLITE_FULL', 'disk-full', 'The disk is full: nothing was saved.'],
  ['SQLITE_READONLY', 'read-only', 'The workspace can only be read: its file or folder is write-protected.'],
  ['SQLITE_BUSY', 'busy', 'Another program is writing to the workspace; it did not let go in time.'],
  ['SQLITE_LOCKED', 'busy', 'The workspace is in use; it did not become free in time.'],
  ['SQLITE_CORRUPT', 'damaged-database', 'The workspace file is damaged.'],
  ['SQLITE_NOTADB', 'damaged-database', 'The workspace file is not a database.'],
  ['SQLITE_IOERR_READ', 'damaged-database', 'The workspace file could not be read from the disk.'],
  ['SQLITE_IOERR_SHORT_READ', 'damaged-database', 'The workspace file is shorter than it should be.'],
  ['SQLITE_IOERR', 'disk-full', 'The disk did not take the data: it is full or failing. Nothing was saved.'],
  ['SQLITE_CANTOPEN', 'not-found', 'The workspace file could not be opened.'],
  ['SQLITE_TOOBIG', 'too-large', 'This is too large to be kept in a workspace.'],
  ['SQLITE_CONSTRAINT', 'conflict', 'This contradicts what the workspace already holds.'],
  ['ENOSPC', 'disk-full', 'The disk is full: nothing was saved.'],
  ['EDQUOT', 'disk-full', 'The disk quota is used up: nothing was saved.'],
  ['EROFS', 'read-only', 'The workspace folder is write-protected.'],
  ['EACCES', 'read-only', 'The workspace folder does not allow writing.'],
  ['EPERM', 'read-only', 'The workspace folder does not allow writing.'],
  ['ENOTDIR', 'conflict', 'A file stands where Onramp needs a folder.'],
  ['EEXIST', 'conflict', 'A file stands where Onramp needs a folder.'],
  ['ENOENT', 'not-found', 'The workspace folder or file is not there.'],
];

/** What to throw in place of an error from below; errors nobody foresaw stay as they are. */
export function asStoreError(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof StoreError) return error;
  const { code } = error as { code?: unknown };
  if (typeof code !== 'string') return error;
  const meaning = meanings.find(([prefix]) => code.startsWith(prefix));
  if (!meaning) return error;
  return new StoreError(meaning[1], `${meaning[2]} (${code}: ${error.message})`, { cause: error });
}

/** Whether SQLite says that the file's content is wrong, as against a disk or a lock that stands in the way. */
export function isDamage(error: unknown): boolean {
  return error instanceof Database.SqliteError && /^SQLITE_(CORRUPT|NOTADB)/.test(error.code);
}

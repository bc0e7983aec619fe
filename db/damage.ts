/** Recognises a damaged database, and puts it aside so that nothing is ever deleted. */
import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type Database from 'better-sqlite3';
import { readHeader } from './header.ts';
import { fileStamp } from './stamp.ts';

export type SetAside = { file: string; problem: string };

/** What can be seen to be wrong with a file before SQLite opens it. */
export function problemInFile(file: string, emptyIsDamage: boolean): string | undefined {
  const header = readHeader(file);
  if (header.kind === 'not-sqlite') return 'The file is not a database.';
  if (header.kind === 'empty' && emptyIsDamage) return 'The file is empty.';
  if (header.kind === 'sqlite' && header.missingBytes > 0)
    return `The last ${header.missingBytes} bytes are missing.`;
  return undefined;
}

/** SQLite's own check of every page; it takes about a second for each few hundred megabytes. */
export function problemInPages(database: Database.Database): string | undefined {
  const result = database.pragma('quick_check(1)', { simple: true });
  return result === 'ok' ? undefined : String(result);
}

/** Moves the database with everything that belongs to it into a folder of its own. */
export function setAside(file: string, problem: string, now: number): SetAside {
  const parent = join(dirname(file), 'set-aside');
  let folder = join(parent, `onramp-${fileStamp(now)}`);
  for (let number = 2; existsSync(folder); number += 1)
    folder = join(parent, `onramp-${fileStamp(now)}-${number}`);
  mkdirSync(folder, { recursive: true });
  const target = join(folder, basename(file));
  // The WAL first: a database without its WAL is older, a WAL beside a fresh database would be wrong.
  for (const ending of ['-wal', '-shm', '-journal', '']) {
    if (existsSync(file + ending)) renameSync(file + ending, target + ending);
  }
  return { file: target, problem };
}

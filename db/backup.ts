/** Backups: whole copies of the database beside it, made in the background; the last few kept, and those from before a migration. */
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import type { Backup } from '../shared/contract/workspace.ts';
import { inBackground } from './background.ts';
import { connectReadOnly } from './connection.ts';
import { beforeMigration } from './migrate.ts';
import { fileStamp, momentOf } from './stamp.ts';
import { StoreError } from './store-error.ts';

export type BackupOptions = { folder: string; file: string; now: () => number; keep: number };

const staleAfter = 60 * 60 * 1000;

export class Backups {
  readonly folder: string;
  readonly #file: string;
  readonly #now: () => number;
  readonly #keep: number;
  /** One after the other: two at once would only slow each other down. */
  #running: Promise<unknown> = Promise.resolve();

  constructor({ folder, file, now, keep }: BackupOptions) {
    this.folder = join(folder, 'backups');
    this.#file = file;
    this.#now = now;
    this.#keep = keep;
  }

  /** Newest first. */
  list(): Backup[] {
    if (!existsSync(this.folder)) return [];
    const backups: Backup[] = [];
    for (const name of readdirSync(this.folder)) {
      const parts = /^onramp-([0-9TZ.-]+Z)-([a-z0-9-]+)\.db$/.exec(name);
      const at = parts?.[1] === undefined ? undefined : momentOf(parts[1]);
      const size = statSync(join(this.folder, name), { throwIfNoEntry: false })?.size;
      if (at !== undefined && size !== undefined) backups.push({ name, at, size, reason: parts?.[2] ?? '' });
    }
    return backups.sort((left, right) => right.at - left.at || (left.name < right.name ? 1 : -1));
  }

  async create(reason: string): Promise<Backup> {
    return await this.enqueue(async () => {
      const name = this.newName(reason);
      await inBackground({ kind: 'backup', file: this.#file, to: join(this.folder, name) });
      this.rotate();
      return this.#find(name);
    });
  }

  /** Makes one unless the newest says the same as the database. */
  async createIfChanged(database: Database.Database, reason: string): Promise<Backup | undefined> {
    if (isEmpty(database) || this.#newestFingerprint() === fingerprint(database)) return undefined;
    return await this.create(reason);
  }

  /** A file's place in the backup folder; a name that is not in the list, such as a path out of it, is refused. */
  pathOf(name: string): string {
    return join(this.folder, this.#find(name).name);
  }

  newName(reason: string): string {
    mkdirSync(this.folder, { recursive: true });
    const label =
      reason
        .toLowerCase()
        .replaceAll(/[^a-z0-9]+/g, '-')
        .replaceAll(/^-|-$/g, '')
        .slice(0, 40) || 'backup';
    const newest = this.list()[0];
    // Two within a millisecond, or a clock set back: still in the order in which they were made.
    const at = newest ? Math.max(this.#now(), newest.at + 1) : this.#now();
    return `onramp-${fileStamp(at)}-${label}.db`;
  }

  rotate(): void {
    const ordinary = this.list().filter(({ reason }) => !reason.startsWith(beforeMigration));
    for (const { name } of ordinary.slice(this.#keep)) rmSync(join(this.folder, name), { force: true });
    for (const name of readdirSync(this.folder)) {
      if (!/\.partial(-wal|-shm)?$/.test(name)) continue;
      const path = join(this.folder, name);
      // Left behind by a killed process; a young one may belong to a process that is at work.
      const writtenAt = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
      if (Date.now() - writtenAt > staleAfter) rmSync(path, { force: true });
    }
  }

  /** Runs work on the backup folder after what is already under way. */
  async enqueue<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#running.then(work);
    this.#running = result.catch(() => undefined);
    return await result;
  }

  async settled(): Promise<void> {
    await this.#running;
  }

  #find(name: string): Backup {
    const backup = this.list().find((candidate) => candidate.name === name);
    if (!backup) throw new StoreError('not-found', 'There is no backup of this name.');
    return backup;
  }

  #newestFingerprint(): string | undefined {
    const newest = this.list()[0];
    if (!newest) return undefined;
    try {
      const database = connectReadOnly(join(this.folder, newest.name));
      try {
        return fingerprint(database);
      } finally {
        database.close();
      }
    } catch {
      // Unreadable or of an older schema: then it does not say the same.
      return undefined;
    }
  }
}

/** Changes whenever something in the workspace does that is worth a backup. */
export function fingerprint(database: Database.Database): string {
  const all = (sql: string) => database.prepare<[], Record<string, unknown>>(sql).all();
  return JSON.stringify([
    all('SELECT id, copy, change_count, last_clock, deleted_at FROM projects ORDER BY id'),
    all('SELECT key, value FROM settings ORDER BY key'),
    all('SELECT count(*) FROM blob_links'),
  ]);
}

export function isEmpty(database: Database.Database): boolean {
  return (
    database.prepare('SELECT 1 FROM projects UNION ALL SELECT 1 FROM settings LIMIT 1').get() === undefined
  );
}

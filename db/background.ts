/**
 * The long work on a database file, done in a thread of its own: checking, backing up and restoring a large workspace
 * takes seconds, and an answer must not wait that long to be saved.
 */
import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import type Database from 'better-sqlite3';
import { StoreError } from './store-error.ts';

export type Task =
  /** Gives the problem, or "ok". */
  | { kind: 'check'; file: string }
  | { kind: 'backup'; file: string; to: string }
  /** Puts the content of `from` in the place of `file`'s, after securing that in `keep`, in one transaction. */
  | { kind: 'restore'; from: string; file: string; keep: string | null };

type Outcome = { ok: true; value: string } | { ok: false; code: string; message: string };

export async function inBackground(task: Task): Promise<string> {
  const outcome = await runInThread(task).catch((error: unknown) => {
    // A packaged app may not be able to load a native module in a thread; slow is then better than not at all.
    if (!isLoadFailure(error)) throw error;
    return perform(createRequire(import.meta.url), task, libraryPath());
  });
  if (outcome.ok) return outcome.value;
  if (outcome.code === 'STILL_BUSY') throw new StoreError('busy', outcome.message);
  throw Object.assign(new Error(outcome.message), { code: outcome.code });
}

function runInThread(task: Task): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    // The work travels as its own source text, so that no bundler has to know of a second entry.
    const source = `(${perform.toString()})(require, ...require('node:worker_threads').workerData)
      .then((outcome) => require('node:worker_threads').parentPort.postMessage(outcome));`;
    const worker = new Worker(source, { eval: true, workerData: [task, libraryPath()] });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('The background thread ended without an answer.')));
  });
}

function libraryPath(): string {
  return createRequire(import.meta.url).resolve('better-sqlite3');
}

function isLoadFailure(error: unknown): boolean {
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  return code === 'MODULE_NOT_FOUND' || code === 'ERR_DLOPEN_FAILED';
}

/** Stands on its own: it may use nothing of this module, because only its text reaches the thread. */
async function perform(load: NodeJS.Require, task: Task, library: string): Promise<Outcome> {
  const Sqlite = load(library) as typeof Database;
  const { rmSync, renameSync } = load('node:fs') as typeof import('node:fs');
  const allPages = 0x7fffffff;

  /** All pages in one step: one read transaction, so that writers neither wait for it nor make it begin again. */
  async function copy(from: Database.Database, to: string): Promise<void> {
    const partial = `${to}.partial`;
    rmSync(partial, { force: true });
    try {
      await from.backup(partial, { progress: () => allPages });
      // A file on its own, that anyone can open without laying helper files beside it.
      const copied = new Sqlite(partial);
      copied.pragma('journal_mode = DELETE');
      copied.close();
      renameSync(partial, to);
    } catch (error) {
      rmSync(partial, { force: true });
      throw error;
    }
  }

  /** False when the target is locked: then SQLite has copied nothing, and the library reports no pages at all. */
  async function replace(from: Database.Database, live: Database.Database, keep: string | null) {
    const { file } = task;
    let secured: 'not yet' | 'under way' | 'done' = 'not yet';
    let failure: unknown;
    const result = await from.backup(file, {
      // The first step has locked the target for writing and copied nothing. No step copies anything until what
      // stands there is secured, so no change, of any process, falls between the safety copy and the restore.
      progress() {
        if (failure) throw failure;
        if (keep === null) secured = 'done';
        if (secured === 'not yet' && keep !== null) {
          secured = 'under way';
          copy(live, keep).then(
            () => {
              secured = 'done';
            },
            (error: unknown) => {
              failure = error;
            },
          );
        }
        return secured === 'done' ? allPages : 0;
      },
    });
    return result.totalPages > 0;
  }

  const opened: Database.Database[] = [];
  const open = (file: string) => {
    const database = new Sqlite(file, { readonly: true, timeout: 5000 });
    opened.push(database);
    return database;
  };
  try {
    if (task.kind === 'check') {
      return { ok: true, value: String(open(task.file).pragma('quick_check(1)', { simple: true })) };
    }
    if (task.kind === 'backup') {
      await copy(open(task.file), task.to);
      return { ok: true, value: 'ok' };
    }
    const source = open(task.from);
    const live = open(task.file);
    const deadline = Date.now() + 5000;
    while (!(await replace(source, live, task.keep))) {
      if (Date.now() > deadline) {
        return { ok: false, code: 'STILL_BUSY', message: 'Another program is writing to the workspace.' };
      }
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    // All of it now lies in the WAL; left there, the next act would have to write it back.
    const writable = new Sqlite(task.file, { timeout: 5000 });
    opened.push(writable);
    writable.pragma('wal_checkpoint(TRUNCATE)');
    return { ok: true, value: 'ok' };
  } catch (error) {
    const { code, message } = error as { code?: unknown; message?: unknown };
    return { ok: false, code: String(code), message: String(message) };
  } finally {
    for (const database of opened) database.close();
  }
}

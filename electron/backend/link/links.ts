/** Keeps linked projects and their files alike while the app runs, beside the work and never in its way. */
import { existsSync, type FSWatcher, watch } from 'node:fs';
import { basename, dirname, isAbsolute } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import type { Workspace } from '../../../db/workspace.ts';
import type { LinkStatus } from '../../../shared/contract/copies.ts';
import type { Refusal } from '../../../shared/words/refusals.ts';
import { CallFailure } from '../call-failure.ts';
import { requireSame } from '../import-project.ts';
import type { ViewCache } from '../view-cache.ts';
import { readContent, removeLeftovers } from './shared-file.ts';
import { type LinkProblem, readWhole, type Synced, syncLink, versionOf } from './sync-link.ts';

/** In milliseconds: how soon a change is written, and how often the file is looked at where nothing reports a change. */
export type Pace = { write: number; look: number };

type LinkParts = {
  workspace: Workspace;
  views: Pick<ViewCache, 'forget'>;
  now: () => number;
  log: (line: string) => void;
  pace?: Pace;
};

const Stored = z.record(
  z.uuid(),
  z.strictObject({ file: z.string(), copies: z.record(z.string(), z.string()) }),
);
type Stored = z.infer<typeof Stored>;

type Live = {
  file: string;
  copies: Readonly<Record<string, string>>;
  watcher: FSWatcher | undefined;
  /** When to look again, on the clock that never jumps; what is done here meanwhile makes it sooner. */
  nextLook: number;
  /** No write before this: a large project is written less often. */
  nextWrite: number;
  working: { since: number; done: Promise<void> } | undefined;
  alike: Synced['alike'];
  alikeAt: number | null;
  problem: LinkProblem | null;
  came: NonNullable<LinkStatus['link']>['came'];
};

const settingKey = 'links';
const mostArrivals = 20;

/** A folder that hangs keeps its turn: it must not take all the threads that files are read on. */
const mostAtOnce = 2;
const longestSilence = 20_000;
const longestGoodbye = 3000;
/** Writing takes at most this part of the time: the wait after it is so many times as long as it took. */
const rest = 10;

export class Links {
  readonly #parts: LinkParts;
  readonly #pace: Pace;
  readonly #live = new Map<string, Live>();
  #timer: NodeJS.Timeout | undefined;

  constructor(parts: LinkParts) {
    this.#parts = parts;
    this.#pace = parts.pace ?? { write: 1000, look: 5000 };
    // What came in could not be kept.
    if (parts.workspace.readOnly) return;
    for (const [project, { file, copies }] of Object.entries(this.#stored()))
      this.#start(project, file, copies);
  }

  /** Refuses a file that cannot be meant; from then on nothing that is wrong with it is an error. */
  async set(project: string, file: string): Promise<void> {
    await this.#requireFit(project, file);
    this.#stop(project);
    this.#store({ ...this.#stored(), [project]: { file, copies: {} } });
    const live = this.#start(project, file, {});
    await this.#sync(project, live);
  }

  remove(project: string): void {
    const { [project]: _, ...others } = this.#stored();
    this.#store(others);
    this.#stop(project);
  }

  statusOf(project: string): LinkStatus {
    const changes = this.#parts.workspace.getProject(project)?.changeCount ?? 0;
    const live = this.#live.get(project);
    if (!live) return { link: null, changes };
    const { file, alike, alikeAt, came } = live;
    const hangs = live.working !== undefined && performance.now() - live.working.since > longestSilence;
    const problem = hangs ? 'unreachable' : live.problem;
    return {
      link: {
        file,
        problem,
        alikeAt,
        waiting: alike?.version !== versionOf(this.#parts.workspace, project),
        came,
      },
      changes,
    };
  }

  /** What is not in the files yet is written, unless that takes too long: it is in the store, and goes out next time. */
  async close(): Promise<void> {
    clearInterval(this.#timer);
    const last = [...this.#live].map(async ([project, live]) => {
      await live.working?.done;
      if (live.problem === null && this.statusOf(project).link?.waiting) await this.#sync(project, live);
    });
    const giveUp = new AbortController();
    const late = wait(longestGoodbye, undefined, { signal: giveUp.signal }).catch(() => {});
    await Promise.race([Promise.all(last), late]);
    giveUp.abort();
    for (const project of [...this.#live.keys()]) this.#stop(project);
  }

  #start(project: string, file: string, copies: Live['copies']): Live {
    const live: Live = {
      file,
      copies,
      watcher: undefined,
      nextLook: 0,
      nextWrite: 0,
      working: undefined,
      alike: undefined,
      alikeAt: null,
      problem: null,
      came: [],
    };
    this.#live.set(project, live);
    void removeLeftovers(file).catch(() => {});
    if (this.#timer === undefined) {
      this.#timer = setInterval(() => this.#tick(), Math.min(250, this.#pace.write));
      this.#timer.unref();
    }
    return live;
  }

  #stop(project: string): void {
    this.#live.get(project)?.watcher?.close();
    this.#live.delete(project);
    if (this.#live.size > 0) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  #tick(): void {
    const now = performance.now();
    for (const [project, live] of this.#live) {
      const atWork = [...this.#live.values()].filter(({ working }) => working).length;
      if (live.working || atWork >= mostAtOnce) continue;
      if (this.#hasNews(project, live)) live.nextLook = Math.min(live.nextLook, now + this.#pace.write);
      if (now >= Math.max(live.nextLook, live.nextWrite)) void this.#sync(project, live);
    }
  }

  /** Also what another process, or the command line, has written to the same workspace. */
  #hasNews(project: string, { alike, problem }: Live): boolean {
    if (problem !== null) return false;
    try {
      return alike !== undefined && alike.version !== versionOf(this.#parts.workspace, project);
    } catch {
      return false;
    }
  }

  #sync(project: string, live: Live): Promise<void> {
    const since = performance.now();
    const done = this.#syncNow(project, live).finally(() => {
      const now = performance.now();
      live.working = undefined;
      // Others were always quicker: soon once more.
      const soon = live.alike === undefined && live.problem === null;
      live.nextLook = now + (soon ? this.#pace.write : this.#pace.look);
      live.nextWrite = now + (now - since) * rest;
    });
    live.working = { since, done };
    return done;
  }

  async #syncNow(project: string, live: Live): Promise<void> {
    const { workspace, views, now, log } = this.#parts;
    try {
      const row = workspace.getProject(project);
      if (!row || row.deletedAt !== null) return;
      this.#watch(live);
      const { file, copies } = live;
      const synced = await syncLink(workspace, { project, file, copies }, live.alike, now());
      live.problem = synced.problem;
      live.alike = synced.alike;
      if (synced.alike) live.alikeAt = now();
      if (synced.arrivals.length > 0) {
        views.forget(project);
        const total = workspace.getProject(project)?.changeCount ?? 0;
        const arrivals = synced.arrivals.map((arrival) => ({ at: now(), total, ...arrival }));
        live.came = [...live.came, ...arrivals].slice(-mostArrivals);
      }
      if (JSON.stringify(synced.copies) !== JSON.stringify(copies) && this.#live.get(project) === live) {
        live.copies = synced.copies;
        this.#store({ ...this.#stored(), [project]: { file, copies: synced.copies } });
      }
    } catch (error) {
      live.problem = 'failed';
      log(`link: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    }
  }

  /** Where the system cannot report changes of a folder, looking now and then has to do. */
  #watch(live: Live): void {
    if (live.watcher) return;
    try {
      live.watcher = watch(dirname(live.file), { persistent: false }, () => {
        live.nextLook = Math.min(live.nextLook, performance.now() + this.#pace.write / 4);
      });
      live.watcher.on('error', () => {
        live.watcher?.close();
        live.watcher = undefined;
      });
    } catch {
      live.watcher = undefined;
    }
  }

  async #requireFit(project: string, file: string): Promise<void> {
    const refuse = (says: Extract<Refusal, `link-${string}`>, values: Record<string, string> = {}) => {
      throw new CallFailure('bad-input', { says, values, field: 'file' });
    };
    if (!isAbsolute(file)) refuse('link-whole-path');
    if (!basename(file).toLowerCase().endsWith('.onramp')) refuse('link-ending');
    const content = await readContent(file).catch((error: NodeJS.ErrnoException) => {
      const folder = dirname(file);
      return error.code === 'ENOENT' && !existsSync(folder)
        ? refuse('link-no-folder', { folder })
        : refuse('link-unreadable', { file });
    });
    const theirs = content && readWhole(content, this.#parts.now());
    if (theirs === 'newer-file') throw new CallFailure('newer-file');
    if (typeof theirs === 'string') refuse('link-unsound');
    else if (theirs) requireSame(this.#parts, project, theirs);
  }

  #stored(): Stored {
    return Stored.safeParse(this.#parts.workspace.getSetting(settingKey)).data ?? {};
  }

  #store(links: Stored): void {
    this.#parts.workspace.setSetting(settingKey, links);
  }
}

/** An open workspace: everything the backend can ask of the store, each call one transaction with one kind of error. */
import { setImmediate } from 'node:timers/promises';
import type Database from 'better-sqlite3';
import type { Backup } from '../shared/contract/workspace.ts';
import type { Json } from '../shared/json.ts';
import type { LogLine } from '../shared/progress/log-line.ts';
import type { Change, Current, Edit } from '../shared/project/change.ts';
import type { ProjectFile } from '../shared/project/file.ts';
import type { Arrivals } from '../shared/project/merge.ts';
import type { Disagreement } from '../shared/view.ts';
import type { ActState, RecordedAct } from './acts.ts';
import { type Backups, isEmpty } from './backup.ts';
import type { SetAside } from './damage.ts';
import { Log, type NewAct, type NewProject } from './log.ts';
import type { HistoryQuery } from './look-back.ts';
import type { Migration } from './migrate.ts';
import { Past } from './past.ts';
import type { ProjectRow } from './projects.ts';
import { restore } from './restore.ts';
import { asStoreError, StoreError } from './store-error.ts';
import type { Summary } from './summaries.ts';
import { prepareTables, type Tables } from './tables.ts';

/** What the check of every page found. */
export type Checked = { ok: true } | { problem: string };

export type WorkspaceParts = {
  folder: string;
  file: string;
  database: Database.Database;
  readOnly: boolean;
  /** The migrations it has had, all of them. */
  steps: readonly Migration[];
  setAside: SetAside | null;
  checked: Promise<Checked>;
  backups: Backups;
  backupEvery: number;
  newId: () => string;
};

export class Workspace {
  readonly folder: string;
  readonly file: string;
  readonly readOnly: boolean;
  readonly schemaVersion: number;
  /** Set when the database was found damaged at start: where it lies now, and what was wrong with it. */
  readonly setAside: SetAside | null;
  /** A small workspace has been checked when it opens; a large one is checked in the background. Never rejects. */
  readonly checked: Promise<Checked>;
  readonly #database: Database.Database;
  readonly #transaction: Database.Transaction<(work: () => unknown) => unknown>;
  readonly #dataVersion: Database.Statement<[], number>;
  readonly #tables: Tables;
  readonly #log: Log;
  readonly #past: Past;
  readonly #backups: Backups;
  readonly #backupEvery: number;
  readonly #newId: () => string;
  readonly #steps: readonly Migration[];
  readonly #started: Promise<void>;
  #actsSinceBackup = 0;
  #isBackingUp = false;
  #backupProblem: string | null = null;
  /** Only a workspace known to be sound is backed up by itself: copies of damage must not push out good backups. */
  #isSound = false;
  #isRestoring = false;

  constructor(parts: WorkspaceParts) {
    this.folder = parts.folder;
    this.file = parts.file;
    this.readOnly = parts.readOnly;
    this.#steps = parts.steps;
    this.schemaVersion = parts.steps.length;
    this.setAside = parts.setAside;
    this.checked = parts.checked;
    this.#database = parts.database;
    this.#transaction = parts.database.transaction((work: () => unknown) => work());
    this.#dataVersion = parts.database.prepare<[], number>('PRAGMA data_version').pluck();
    this.#tables = prepareTables(parts.database);
    this.#log = new Log(this.#tables, parts.newId);
    this.#past = new Past(this.#tables);
    this.#backups = parts.backups;
    this.#backupEvery = parts.backupEvery;
    this.#newId = parts.newId;
    this.#started = this.#start(isEmpty(parts.database));
  }

  /** Ends after the work in the background has. */
  async close(): Promise<void> {
    await this.#started;
    await this.#backups.settled();
    this.#database.close();
  }

  /** Differs from one call to the next when another process has written in between. */
  dataVersion(): number {
    return this.#read(() => this.#dataVersion.get() ?? 0);
  }

  // Projects

  /** All, also archived and deleted ones, last touched first. A summary of other content than this is not fresh. */
  listProjects(contentVersion: string): ProjectRow[] {
    return this.#read(() => this.#tables.projects.list(contentVersion));
  }

  getProject(id: string, contentVersion = ''): ProjectRow | undefined {
    return this.#read(() => this.#tables.projects.get(id, contentVersion));
  }

  createProject(project: NewProject, edits: readonly Edit[], act: NewAct): ProjectRow {
    return this.#act(() => {
      this.#log.create(project, edits, act);
      return this.#rowOf(project.id);
    });
  }

  deleteProject(id: string, at: number): void {
    this.#write(() => this.#tables.projects.markDeleted(id, at));
  }

  undeleteProject(id: string): void {
    this.#write(() => this.#tables.projects.markDeleted(id, null));
  }

  /** Removes a deleted project with its log and the attachments only it has. Only a backup brings it back. */
  purgeProject(id: string): void {
    this.#write(() => {
      const { projects, changes, projection, acts, blobs, summaries } = this.#tables;
      const { key, deletedAt } = projects.standingOf(id);
      if (deletedAt === null) throw new StoreError('conflict', 'Only a deleted project can be removed.');
      projects.markPurging(key);
      for (const table of [changes, projection, acts, blobs]) table.removeAll(key);
      summaries.remove(key);
      projects.remove(key);
    });
  }

  // The log

  /** One act: a batch is what undo takes back, so each act brings a batch id of its own. */
  append(
    project: string,
    edits: readonly Edit[],
    act: NewAct,
    /** By their SHA-256: attachment contents that the edits name, kept only if these are. */
    blobs: ReadonlyMap<string, Uint8Array> = new Map(),
  ): Change[] {
    return this.#act(() => {
      const { key } = this.#tables.projects.standingOf(project);
      for (const [hash, content] of blobs) this.#tables.blobs.put(key, hash, content);
      return this.#log.append(project, edits, act);
    });
  }

  importProject(file: ProjectFile): ProjectRow {
    return this.#act(() => {
      this.#log.import(file);
      return this.#rowOf(file.project.id);
    });
  }

  /**
   * Takes over what another copy of a project knows more; gives the number of changes that came in. Whoever asked for
   * it can undo it as one act; what comes in by itself is nobody's to take back.
   */
  mergeProject(file: ProjectFile, by?: Pick<NewAct, 'author' | 'batch'>): number {
    return this.#act(() => this.#log.merge(file, by));
  }

  /** What merging this file would bring, without taking it in. */
  previewMerge(file: ProjectFile): Arrivals {
    return this.#readTogether(() => this.#past.arrivals(file));
  }

  exportProject(project: string): ProjectFile {
    return this.#readTogether(() => this.#past.file(project));
  }

  /** Takes back the last act, or the one of this batch alone. */
  undo(project: string, author: string, at: number, newBatch: string, of?: string): Change[] | undefined {
    const by = { author, at, batch: newBatch };
    return this.#act(() =>
      of === undefined ? this.#log.turn(project, 'done', by) : this.#log.takeBack(project, of, by),
    );
  }

  redo(project: string, author: string, at: number, newBatch: string): Change[] | undefined {
    return this.#act(() => this.#log.turn(project, 'undone', { author, at, batch: newBatch }));
  }

  /** The batch of the act that undo takes back next. */
  undoes(project: string, author: string): string | null {
    return this.#nextAct(project, author, 'done')?.batch ?? null;
  }

  canRedo(project: string, author: string): boolean {
    return this.#nextAct(project, author, 'undone') !== undefined;
  }

  readCurrent(project: string): Map<string, Current> {
    return this.#read(() => this.#tables.projection.all(this.#tables.projects.standingOf(project).key));
  }

  /** What stands at one path: undefined where nothing ever stood, null where it was taken away. */
  readValue(project: string, path: string): Json | undefined {
    return this.#read(() => {
      const { key } = this.#tables.projects.standingOf(project);
      return this.#tables.projection.get(key, path)?.value;
    });
  }

  /** The whole log in short, in its own order. */
  readLines(project: string): LogLine[] {
    return this.#readTogether(() => this.#past.lines(project));
  }

  /** What a milestone stands on: exactly the changes that each copy had made by then. */
  readLinesThrough(project: string, through: Readonly<Record<string, number>>): LogLine[] {
    return this.#readTogether(() => this.#past.linesThrough(project, through));
  }

  /** All who have written, by name. */
  readAuthors(project: string): string[] {
    return this.#read(() => this.#past.authors(project));
  }

  throughOf(project: string): Record<string, number> {
    return this.#readTogether(() => this.#past.throughNow(project));
  }

  /** Newest first; `before` is the clock of the last change of the page before. */
  readHistory(project: string, query: HistoryQuery): Change[] {
    return this.#readTogether(() => this.#past.history(project, query));
  }

  readDisagreements(project: string): Disagreement[] {
    return this.#readTogether(() => this.#past.disagreements(project));
  }

  // Beside the log

  getSetting(key: string): Json | undefined {
    return this.#read(() => this.#tables.settings.get(key));
  }

  setSetting(key: string, value: Json): void {
    this.#write(() => this.#tables.settings.set(key, value));
  }

  putBlob(project: string, hash: string, content: Uint8Array): void {
    this.#write(() => this.#tables.blobs.put(this.#tables.projects.standingOf(project).key, hash, content));
  }

  getBlob(hash: string): Uint8Array | undefined {
    return this.#read(() => this.#tables.blobs.get(hash));
  }

  /** Many at once cost one commit. Being a cache, they are simply not kept in a workspace that can only be read. */
  putSummaries(contentVersion: string, summaries: readonly Summary[]): void {
    if (this.readOnly) return;
    this.#write(() => {
      for (const { project, changeCount, summary } of summaries) {
        const { key } = this.#tables.projects.standingOf(project);
        this.#tables.summaries.put(key, contentVersion, changeCount, summary);
      }
    });
  }

  // Backups

  /** Why the last backup made by itself failed, or null when it did not. */
  get backupProblem(): string | null {
    return this.#backupProblem;
  }

  listBackups(): Backup[] {
    return this.#read(() => this.#backups.list());
  }

  async createBackup(reason: string): Promise<Backup> {
    this.#refuseReadOnly();
    try {
      return await this.#backups.create(reason);
    } catch (error) {
      throw asStoreError(error);
    }
  }

  async restoreBackup(name: string): Promise<void> {
    this.#refuseReadOnly();
    this.#isRestoring = true;
    try {
      await restore(name, {
        backups: this.#backups,
        database: this.#database,
        newId: this.#newId,
        steps: this.#steps,
      });
      this.#isSound = true;
    } catch (error) {
      throw asStoreError(error);
    } finally {
      this.#isRestoring = false;
    }
  }

  async #start(isNew: boolean): Promise<void> {
    const checked = await this.checked;
    if (this.readOnly || 'problem' in checked) return;
    this.#isSound = true;
    if (isNew) return;
    // Not before the caller has the workspace: comparing with the newest backup takes a moment.
    await setImmediate();
    await this.#noting(() => this.#backups.createIfChanged(this.#database, 'start'));
  }

  /** One at a time: when acts come faster than backups can be made, they share the next. */
  async #backUpActs(): Promise<void> {
    this.#actsSinceBackup = 0;
    this.#isBackingUp = true;
    await this.#noting(() => this.#backups.create('automatic'));
    this.#isBackingUp = false;
  }

  /** A backup nobody asked for must not make the act fail after which it was due. */
  async #noting(work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
      this.#backupProblem = null;
    } catch (error) {
      this.#backupProblem = error instanceof Error ? error.message : String(error);
    }
  }

  #read<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw asStoreError(error);
    }
  }

  /** For reads in several steps: all of them see the same moment, whatever other processes write meanwhile. */
  #readTogether<T>(work: () => T): T {
    return this.#read(() => this.#transaction.deferred(work) as T);
  }

  /** Takes the write lock before the first read, so that what is read is still true when it is written. */
  #write<T>(work: () => T): T {
    this.#refuseReadOnly();
    if (this.#isRestoring) throw new StoreError('busy', 'A backup is being restored; try again in a moment.');
    try {
      return this.#transaction.immediate(work) as T;
    } catch (error) {
      throw asStoreError(error);
    }
  }

  #act<T>(work: () => T): T {
    const result = this.#write(work);
    this.#actsSinceBackup += 1;
    if (this.#isSound && !this.#isBackingUp && this.#actsSinceBackup >= this.#backupEvery) {
      void this.#backUpActs();
    }
    return result;
  }

  #refuseReadOnly(): void {
    if (this.readOnly)
      throw new StoreError('read-only', 'This workspace can be read and exported, not changed.');
  }

  #nextAct(project: string, author: string, state: ActState): RecordedAct | undefined {
    return this.#read(() => {
      const { key } = this.#tables.projects.standingOf(project);
      return this.#tables.acts.next(key, author, state);
    });
  }

  #rowOf(id: string): ProjectRow {
    const row = this.#tables.projects.get(id, '');
    if (!row) throw new StoreError('not-found', 'This project is not in the workspace.');
    return row;
  }
}

/** What the store costs: an act against a bare insert-and-commit, and the reads that pages wait for. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { openWorkspace } from '../../db/open.ts';
import type { Workspace } from '../../db/workspace.ts';
import type { Change } from '../../shared/project/change.ts';
import type { ProjectFile } from '../../shared/project/file.ts';

export const name = 'store';

type Row = { name: string; value: number; unit: string; ratio?: number };

export async function run(): Promise<{ title: string; rows: Row[]; notes: string[] }> {
  const folder = mkdtempSync(join(tmpdir(), 'onramp-bench-'));
  try {
    const acts = await measureActs(join(folder, 'acts'));
    const { rows, megabytes } = await measureReads(join(folder, 'reads'));
    return {
      title: 'Store: one act on disk, and the reads that pages wait for',
      rows: [...acts, ...rows],
      notes: [
        'An act and a bare better-sqlite3 insert-and-commit take turns, on one disk, both with WAL and synchronous=FULL.',
        `The large workspace holds 1,000 projects of 300 answers and is ${megabytes.toFixed(0)} MB large.`,
      ],
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measureActs(folder: string): Promise<Row[]> {
  const workspace = await open(folder);
  const project = randomUUID();
  workspace.createProject({ id: project, createdAt: 1 }, [], act());
  const bare = new Database(join(folder, 'bare.db'));
  bare.pragma('journal_mode = WAL');
  bare.pragma('synchronous = FULL');
  bare.exec('CREATE TABLE bare (id INTEGER PRIMARY KEY, text TEXT NOT NULL)');
  const insert = bare.prepare('INSERT INTO bare (text) VALUES (?)');
  const acts: number[] = [];
  const inserts: number[] = [];
  for (let round = 0; round < 3000; round += 1) {
    const after = { state: 'answered', value: `answer ${round} ${'x'.repeat(80)}` };
    const payload = JSON.stringify(after);
    inserts.push(timed(() => insert.run(payload)));
    acts.push(timed(() => workspace.append(project, [{ path: `answer/q${round % 300}`, after }], act())));
  }
  bare.close();
  await workspace.close();
  return [
    { name: 'bare insert and commit, median', value: quantile(inserts, 0.5), unit: 'ms' },
    { name: 'bare insert and commit, p99', value: quantile(inserts, 0.99), unit: 'ms' },
    {
      name: 'act of one edit, median',
      value: quantile(acts, 0.5),
      unit: 'ms',
      ratio: quantile(acts, 0.5) / quantile(inserts, 0.5),
    },
    {
      name: 'act of one edit, p99',
      value: quantile(acts, 0.99),
      unit: 'ms',
      ratio: quantile(acts, 0.99) / quantile(inserts, 0.99),
    },
  ];
}

async function measureReads(folder: string): Promise<{ rows: Row[]; megabytes: number }> {
  const workspace = await open(folder);
  for (let number = 0; number < 1000; number += 1)
    workspace.importProject(projectOf(300, 300, `Project ${number}`));
  const summaries = workspace.listProjects('v1').map(({ id, changeCount }) => {
    return { project: id, changeCount, summary: { readiness: 50, blockers: 1, open: 20, nextDue: null } };
  });
  workspace.putSummaries('v1', summaries);
  const distinct = workspace.importProject(projectOf(10_000, 10_000, 'Many paths')).id;
  const often = workspace.importProject(projectOf(10_000, 300, 'Many changes')).id;
  // Closing writes the WAL back, so that the reads meet the file as a next start would.
  await workspace.close();
  const megabytes = statSync(workspace.file).size / 1024 / 1024;
  const database = new Database(workspace.file, { readonly: true });
  const check = timed(() => database.pragma('quick_check(1)'));
  database.close();
  const started = performance.now();
  const again = await open(folder);
  const opening = performance.now() - started;
  const first = timed(() => again.listProjects('v1'));
  await again.checked;
  const checked = performance.now() - started;
  const rows: Row[] = [
    { name: 'open the large workspace', value: opening, unit: 'ms' },
    { name: 'list 1,000 projects, first time', value: first, unit: 'ms' },
    { name: 'list 1,000 projects, median', value: repeated(() => again.listProjects('v1')), unit: 'ms' },
    {
      name: 'current state of 10,000 paths, median',
      value: repeated(() => again.readCurrent(distinct)),
      unit: 'ms',
    },
    {
      name: 'current state of 300 paths after 10,000 changes, median',
      value: repeated(() => again.readCurrent(often)),
      unit: 'ms',
    },
    {
      name: 'the log in short, 10,000 changes, median',
      value: repeated(() => again.readLines(often)),
      unit: 'ms',
    },
    { name: 'export 10,000 changes, median', value: repeated(() => again.exportProject(often)), unit: 'ms' },
    { name: 'check of every page', value: check, unit: 'ms' },
    { name: 'check of every page, in the background, from the start', value: checked, unit: 'ms' },
  ];
  rows.push(...(await measureBackup(again, often)));
  await again.close();
  return { rows, megabytes };
}

/** Whether acts go on while a backup is made beside them. */
async function measureBackup(workspace: Workspace, project: string): Promise<Row[]> {
  const acts: number[] = [];
  const started = performance.now();
  let isDone = false;
  const backup = workspace.createBackup('bench').then(() => {
    isDone = true;
  });
  while (!isDone) {
    const after = { state: 'draft', text: `answer ${acts.length}` };
    acts.push(timed(() => workspace.append(project, [{ path: 'answer/question-1', after }], act())));
    await setTimeout(1);
  }
  await backup;
  return [
    {
      name: 'backup of the large workspace, in the background',
      value: performance.now() - started,
      unit: 'ms',
    },
    { name: 'act of one edit meanwhile, median', value: quantile(acts, 0.5), unit: 'ms' },
    { name: 'act of one edit meanwhile, slowest', value: quantile(acts, 1), unit: 'ms' },
  ];
}

function open(folder: string): Promise<Workspace> {
  return openWorkspace({ folder, now: Date.now, newId: randomUUID });
}

function act() {
  return { author: 'Anna', at: Date.now(), origin: { kind: 'edit' as const }, batch: randomUUID() };
}

function projectOf(count: number, paths: number, title: string): ProjectFile {
  const copy = randomUUID();
  const last = new Map<string, Change>();
  const changes: Change[] = [];
  const put = (path: string, after: Change['after']) => {
    const before = last.get(path);
    const clock = 1_700_000_000_000 + changes.length;
    const change: Change = {
      ...act(),
      id: randomUUID(),
      path,
      before: before?.after ?? null,
      after,
      parents: before ? [before.id] : [],
      copy,
      clock,
      at: clock,
    };
    last.set(path, change);
    changes.push(change);
  };
  put('project/name', title);
  for (let number = 1; number < count; number += 1) {
    put(`answer/question-${number % paths}`, {
      state: 'answered',
      value: `answer ${number} ${'x'.repeat(40)}`,
    });
  }
  return {
    format: 'onramp-project',
    version: 1,
    project: { id: randomUUID(), created: 1 },
    changes,
    blobs: {},
  };
}

function timed(work: () => unknown): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

function repeated(work: () => unknown): number {
  return quantile(
    Array.from({ length: 15 }, () => timed(work)),
    0.5,
  );
}

function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

if (import.meta.main) {
  const { title, rows, notes } = await run();
  console.log(title);
  for (const { name, value, unit, ratio } of rows) {
    const times = ratio === undefined ? '' : `  ${ratio.toFixed(2)}x`;
    console.log(`${name.padEnd(60)} ${value.toFixed(2).padStart(9)} ${unit}${times}`);
  }
  for (const note of notes) console.log(note);
}

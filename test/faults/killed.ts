/** Kills a process in the midst of an act, over and over, and looks whether the workspace is as before it or as after. */
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { openWorkspace } from '../../db/open.ts';
import { typeScriptFlags } from '../../scripts/typescript-flags.mjs';
import type { Change } from '../../shared/project/change.ts';
import { readProjectFile, writeProjectFile } from '../../shared/project/file.ts';
import {
  bannersOf,
  type Effort,
  Findings,
  fill,
  inTemporaryFolder,
  missing,
  openBackend,
  type Shown,
} from './fault.ts';
import { beforeNext, nextSteps } from './next-version.ts';

export type KilledAct = 'migration' | 'backup' | 'merge' | 'import' | 'export';

const notes = 4000;

type Prepared = { base: string; project: string; file: string; before: Change[]; brought: Change[] };

export async function killDuring(act: KilledAct, effort: Effort): Promise<Shown> {
  const wanted = effort === 'short' ? 2 : 20;
  return inTemporaryFolder(async (place) => {
    const prepared = await prepare(act, place);
    const findings = new Findings();
    const shown: Shown = {
      told: [],
      acknowledged: prepared.before.length,
      lost: 0,
      kills: 0,
      problems: findings.problems,
    };
    const folder = join(place, 'data');
    const renew = (): void => {
      rmSync(folder, { recursive: true, force: true });
      cpSync(prepared.base, folder, { recursive: true });
      if (act === 'export') writeFileSync(prepared.file, 'the export before');
    };
    renew();
    // How long the act takes here; the kills are spread over that.
    const { lasted } = await doUntil(
      [folder, act, prepared.project, prepared.file],
      Number.POSITIVE_INFINITY,
    );
    for (let attempt = 0; (shown.kills ?? 0) < wanted && attempt < wanted * 6; attempt += 1) {
      renew();
      const after = lasted * ((attempt * 0.618 + 0.15) % 1);
      const { ended } = await doUntil([folder, act, prepared.project, prepared.file], after);
      if (!ended) shown.kills = (shown.kills ?? 0) + 1;
      shown.lost += await look(act, folder, prepared, ended, findings, shown.told);
    }
    findings.expect((shown.kills ?? 0) > 0, 'no kill fell into the midst of it');
    return shown;
  });
}

async function prepare(act: KilledAct, place: string): Promise<Prepared> {
  const base = join(place, 'base');
  const file = join(place, 'project.onramp');
  const mine = await openBackend(base);
  const isBrought = act === 'merge' || act === 'import';
  // Long enough that copying and writing take their time.
  const project = await fill(mine, isBrought ? 10 : notes, act === 'migration' ? 60 : 2000);
  const before = mine.changes(project);
  let brought: Change[] = [];
  if (isBrought) {
    const theirs = await openBackend(join(place, 'theirs'));
    let from = project;
    if (act === 'merge') {
      theirs.context.workspace.importProject(mine.context.workspace.exportProject(project));
      const edits = Array.from({ length: notes }, (_, number) => ({
        path: `note/r${number}`,
        after: 'y'.repeat(60),
      }));
      const by = { author: 'Ben', at: Date.now(), origin: { kind: 'edit' as const }, batch: randomUUID() };
      theirs.context.workspace.append(project, edits, by);
    } else from = await fill(theirs, notes);
    brought = theirs.changes(from);
    writeFileSync(file, writeProjectFile(theirs.context.workspace.exportProject(from)));
    await theirs.close();
  }
  await mine.close();
  return { base, project, file, before, brought };
}

/** Lets the process do its act for so many milliseconds, and kills it then. */
function doUntil(words: readonly string[], after: number): Promise<{ ended: boolean; lasted: number }> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      [...typeScriptFlags, join(import.meta.dirname, 'act-process.ts'), ...words],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
        env: { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'node-compile-cache') },
      },
    );
    let said = '';
    let began = 0;
    let lasted = 0;
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (began === 0) {
        began = performance.now();
        if (Number.isFinite(after)) setTimeout(() => child.kill('SIGKILL'), after);
      }
      if (lasted === 0 && said.includes('ended')) lasted = performance.now() - began;
    });
    child.once('error', reject);
    child.once('close', (code, signal) => {
      if (code === 0 || signal === 'SIGKILL') resolve({ ended: said.includes('ended'), lasted });
      else reject(new Error(`The act ended by itself (${code}).`));
    });
  });
}

/** Opens what the kill left; gives how many acknowledged changes are gone. */
async function look(
  act: KilledAct,
  folder: string,
  { project, file, before, brought }: Prepared,
  ended: boolean,
  { expect }: Findings,
  told: string[],
): Promise<number> {
  if (act === 'migration') return lookAtMigration(folder, project, before, expect);
  const backend = await openBackend(folder);
  try {
    for (const banner of bannersOf(backend)) if (!told.includes(banner)) told.push(banner);
    const found = backend.changes(project);
    const lost = missing(before, found);
    if (act === 'merge') {
      const isMerged = missing(brought, found) === 0;
      expect(isMerged || found.length === before.length, 'a part of the merge is there');
      expect(isMerged || !ended, 'the merge said that it had ended, and is not there');
      await backend.call('project.import', { text: readFileSync(file, 'utf8'), project });
      expect(missing(brought, backend.changes(project)) === 0, 'opening the file again does not merge it');
    }
    if (act === 'import') {
      const projects = await backend.call('project.list', {});
      const other = projects.find(({ id }) => id !== project);
      expect(!other || missing(brought, backend.changes(other.id)) === 0, 'a part of the import is there');
      expect(other !== undefined || !ended, 'the import said that it had ended, and is not there');
      const { id } = await backend.call('project.import', { text: readFileSync(file, 'utf8') });
      expect(missing(brought, backend.changes(id)) === 0, 'opening the file again does not bring it');
    }
    if (act === 'export') {
      const text = readFileSync(file, 'utf8');
      const read = readProjectFile(text);
      expect(
        text === 'the export before' || (read.ok && missing(before, read.file.changes) === 0),
        'the file is neither the one before nor whole',
      );
      expect(read.ok || !ended, 'the export said that it had ended, and is not there');
    }
    if (act === 'backup') {
      const backups = await backend.call('backup.list', {});
      for (const { name } of backups)
        expect(isWhole(join(folder, 'backups', name)), 'a backup is listed that is not whole');
      expect(backups.length > 0 || !ended, 'the backup said that it had ended, and is not there');
      // The next is made as if nothing had been.
      expect(
        (await backend.call('backup.create', {})).length > backups.length,
        'no other backup could be made',
      );
    }
    return lost;
  } finally {
    await backend.close();
  }
}

async function lookAtMigration(
  folder: string,
  project: string,
  before: readonly Change[],
  expect: (holds: boolean, otherwise: string) => void,
): Promise<number> {
  const workspace = await openWorkspace({ folder, now: Date.now, newId: randomUUID, steps: nextSteps });
  try {
    expect(workspace.setAside === null, 'the file was taken for damaged');
    expect(workspace.schemaVersion === nextSteps.length, 'the migration was not made up for');
    const ways = workspace.listBackups().filter(({ reason }) => reason === beforeNext);
    expect(ways.length > 0, 'there is no backup from before the migration');
    for (const { name } of ways)
      expect(isWhole(join(folder, 'backups', name)), 'the backup from before the migration is not whole');
    return missing(before, workspace.exportProject(project).changes);
  } finally {
    await workspace.close();
  }
}

function isWhole(file: string): boolean {
  if (!existsSync(file)) return false;
  const database = new Database(file, { readonly: true });
  try {
    return database.pragma('integrity_check', { simple: true }) === 'ok';
  } finally {
    database.close();
  }
}

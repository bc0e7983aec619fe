/** A database that has no room to grow: refuses whole acts, and goes on when there is room again. */
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { Log } from '../../db/log.ts';
import { asStoreError } from '../../db/store-error.ts';
import { prepareTables } from '../../db/tables.ts';
import { projectChanges } from '../../shared/project/change.ts';
import {
  act,
  changesOf,
  createProject,
  migratedDatabase,
  openIn,
  sorted,
  temporaryFolder,
  valueAt,
  write,
} from '../helpers/database.ts';

/** Runs the work until it fails, and gives the error and how often it had succeeded. */
function untilFailure(work: (round: number) => unknown): { error: unknown; successes: number } {
  for (let round = 0; round < 10_000; round += 1) {
    try {
      work(round);
    } catch (error) {
      return { error: asStoreError(error), successes: round };
    }
  }
  throw new Error('it never failed');
}

test('a database that cannot grow refuses an act as a whole, and goes on when it can', async () => {
  const database = await migratedDatabase(join(temporaryFolder(), 'onramp.db'));
  const tables = prepareTables(database);
  const log = new Log(tables, randomUUID);
  const inTransaction = database.transaction((work: () => unknown) => work()).immediate;
  const project = randomUUID();
  inTransaction(() => log.create({ id: project, createdAt: 1 }, [], act()));
  const { key } = tables.projects.standingOf(project);
  const pages = Number(database.pragma('page_count', { simple: true }));
  database.pragma(`max_page_count = ${pages + 5}`);
  const edits = (round: number) => [
    { path: 'note/a', after: `${round} ${'x'.repeat(500)}` },
    { path: 'note/b', after: `${round} ${'y'.repeat(500)}` },
  ];
  const { error, successes } = untilFailure((round) =>
    inTransaction(() => log.append(project, edits(round), act())),
  );
  expect(error).toMatchObject({ code: 'disk-full', message: expect.stringContaining('nothing was saved') });
  expect(successes).toBeGreaterThan(0);
  expect(database.inTransaction).toBe(false);
  expect(tables.changes.all(key)).toHaveLength(successes * 2);
  expect(sorted(tables.projection.all(key))).toEqual(sorted(projectChanges(tables.changes.all(key))));
  database.pragma('max_page_count = 100000');
  inTransaction(() => log.append(project, edits(successes), act()));
  expect(tables.changes.all(key)).toHaveLength(successes * 2 + 2);
});

/** A disk of a few megabytes, where this machine lets a test have one. */
function tinyDisk(megabytes: number): string | undefined {
  const folder = temporaryFolder();
  const mounted =
    spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder]).status === 0;
  if (!mounted) return undefined;
  onTestFinished(() => {
    spawnSync('umount', ['-l', folder]);
  });
  return folder;
}

test('on a full disk nothing is half-saved, reading goes on, and saving resumes when there is space', async (context) => {
  const folder = tinyDisk(4);
  if (folder === undefined) return context.skip('only an administrator of Linux can have a tiny disk');
  const workspace = await openIn(folder);
  const project = createProject(workspace);
  const ballast = join(folder, 'ballast');
  const { bavail, bsize } = statfsSync(folder);
  writeFileSync(ballast, Buffer.alloc(bavail * bsize - 200_000));
  const note = (round: number) => write(workspace, project, 'note/a', `${round} ${'x'.repeat(3000)}`);
  const { error, successes } = untilFailure(note);
  expect(error).toMatchObject({ name: 'StoreError', code: 'disk-full' });
  expect(successes).toBeGreaterThan(0);
  expect(changesOf(workspace, project)).toHaveLength(successes + 1);
  expect(valueAt(workspace, project, 'note/a')).toContain(`${successes - 1} `);
  expect(() => note(successes)).toThrow(expect.objectContaining({ code: 'disk-full' }));
  await expect(workspace.createBackup('test')).rejects.toMatchObject({ code: 'disk-full' });
  expect(readdirSync(join(folder, 'backups'))).toEqual([]);
  rmSync(ballast);
  note(successes);
  expect(changesOf(workspace, project)).toHaveLength(successes + 2);
  expect((await workspace.createBackup('test')).reason).toBe('test');
  await workspace.close();
  const again = await openIn(folder);
  expect(again.setAside).toBeNull();
  expect(changesOf(again, project)).toHaveLength(successes + 2);
  expect(sorted(again.readCurrent(project))).toEqual(sorted(projectChanges(changesOf(again, project))));
  await again.close();
});

/** Damaged database files: recognised when the workspace opens, put aside, and never deleted. */
import { randomUUID } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorkspace } from '../../db/open.ts';
import { createProject, openIn, temporaryFolder, valueAt, write } from '../helpers/database.ts';
import { spoilPage } from '../helpers/spoil-page.ts';

const prepared = mkdtempSync(join(tmpdir(), 'onramp-prepared-'));
let project = '';
let backupName = '';

beforeAll(async () => {
  const workspace = await openWorkspace({ folder: prepared, now: Date.now, newId: randomUUID });
  project = createProject(workspace);
  for (let number = 0; number < 150; number += 1)
    write(workspace, project, `note/${number}`, 'x'.repeat(400));
  backupName = (await workspace.createBackup('test')).name;
  await workspace.close();
});

afterAll(() => rmSync(prepared, { recursive: true, force: true }));

/** A closed workspace with something in it, a backup, and its file. */
function filledFolder() {
  const folder = temporaryFolder();
  cpSync(prepared, folder, { recursive: true });
  return { folder, file: join(folder, 'onramp.db') };
}

const damages: Record<string, (file: string) => void> = {
  'a header of garbage': (file) =>
    writeFileSync(file, Buffer.concat([Buffer.alloc(100, 7), readFileSync(file).subarray(100)])),
  'a text file': (file) => writeFileSync(file, 'not a database at all'),
  'the second half missing': (file) => truncateSync(file, 4096 * Math.floor(statSync(file).size / 8192)),
  'the last bytes missing': (file) => truncateSync(file, statSync(file).size - 100),
  'nothing left': (file) => truncateSync(file, 0),
  'a page of noise in the middle': spoilPage,
};

test.each(Object.entries(damages))(
  '%s: put aside, never deleted, and restored from a backup',
  async (_, damage) => {
    const { folder, file } = filledFolder();
    damage(file);
    const damaged = readFileSync(file);
    const workspace = await openIn(folder);
    expect(workspace.setAside?.problem).toMatch(/\w/);
    const aside = workspace.setAside?.file ?? '';
    expect(dirname(dirname(aside))).toBe(join(folder, 'set-aside'));
    expect(readFileSync(aside).equals(damaged)).toBe(true);
    expect(workspace.listProjects('')).toEqual([]);
    expect(workspace.listBackups().map(({ name }) => name)).toContain(backupName);
    await workspace.restoreBackup(backupName);
    expect(valueAt(workspace, project, 'note/149')).toBe('x'.repeat(400));
    write(workspace, project, 'note/0', 'after');
    await workspace.close();
    const again = await openIn(folder);
    expect(again.setAside).toBeNull();
    expect(valueAt(again, project, 'note/0')).toBe('after');
  },
);

test('what a killed session left in the WAL is no damage', async () => {
  const { folder, file } = filledFolder();
  const workspace = await openIn(folder);
  for (let number = 0; number < 50; number += 1)
    write(workspace, project, `note/new${number}`, 'y'.repeat(2000));
  const left = [file, `${file}-wal`].map((path) => [path, readFileSync(path)] as const);
  await workspace.close();
  for (const [path, bytes] of left) writeFileSync(path, bytes);
  const again = await openIn(folder);
  expect(again.setAside).toBeNull();
  expect(valueAt(again, project, 'note/new49')).toBe('y'.repeat(2000));
});

test('an empty file without backups is just a new workspace', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'onramp.db'), '');
  const workspace = await openIn(folder);
  expect(workspace.setAside).toBeNull();
  createProject(workspace);
});

test('everything that belongs to a damaged database goes aside with it, each time to a place of its own', async () => {
  const folder = temporaryFolder();
  const now = () => 1_800_000_000_000;
  for (const round of ['', '-2']) {
    for (const ending of ['', '-wal', '-shm'])
      writeFileSync(join(folder, `onramp.db${ending}`), `garbage${ending}`);
    const workspace = await openIn(folder, { now });
    expect(workspace.setAside?.file).toBe(
      join(folder, 'set-aside', `onramp-2027-01-15T08-00-00.000Z${round}`, 'onramp.db'),
    );
    const aside = dirname(workspace.setAside?.file ?? '');
    expect(readdirSync(aside).sort()).toEqual(['onramp.db', 'onramp.db-shm', 'onramp.db-wal']);
    expect(readFileSync(join(aside, 'onramp.db-wal'), 'utf8')).toBe('garbage-wal');
    await workspace.close();
  }
});

test('a large workspace opens at once and learns of its damage from the background, and makes no backups of it', async () => {
  const { folder, file } = filledFolder();
  spoilPage(file);
  const workspace = await openIn(folder, { backupEvery: 1, largestCheckedAtOpen: 0 });
  const backups = workspace.listBackups();
  expect(workspace.setAside).toBeNull();
  createProject(workspace, 'Before the check');
  expect(await workspace.checked).toEqual({ problem: expect.stringMatching(/\w/) });
  const other = createProject(workspace, 'After the check');
  await workspace.restoreBackup(backupName);
  expect(valueAt(workspace, project, 'note/149')).toBe('x'.repeat(400));
  expect(workspace.getProject(other)).toBeUndefined();
  // What the restore itself secured is the only new one.
  expect(workspace.listBackups().slice(1)).toEqual(backups);
  await workspace.close();
  const again = await openIn(folder, { largestCheckedAtOpen: 0 });
  expect(await again.checked).toEqual({ ok: true });
  expect(existsSync(join(folder, 'set-aside'))).toBe(false);
});

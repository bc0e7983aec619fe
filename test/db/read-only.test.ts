/** A workspace that may only be read: it opens, shows and exports, and refuses the rest. */
import { randomUUID } from 'node:crypto';
import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { act, createProject, openIn, temporaryFolder, valueAt, write } from '../helpers/database.ts';

/** File modes do not bind an administrator, so a test that runs as one steps down to nobody until it ends. */
function protect(folder: string, folderMode: number, fileMode: number): void {
  for (const name of readdirSync(folder))
    if (name.startsWith('onramp')) chmodSync(join(folder, name), fileMode);
  chmodSync(folder, folderMode);
  const isAdministrator = process.getuid?.() === 0;
  if (isAdministrator) process.seteuid?.(65_534);
  onTestFinished(() => {
    if (isAdministrator) process.seteuid?.(0);
    chmodSync(folder, 0o777);
  });
}

async function filledFolder() {
  const folder = temporaryFolder();
  const workspace = await openIn(folder);
  const project = createProject(workspace);
  write(workspace, project, 'note/a', 'text');
  return { folder, workspace, project };
}

const modes = [
  ['folder', 0o555, 0o444],
  ['file', 0o777, 0o444],
] as const;

test.skipIf(process.platform === 'win32').each(modes)(
  'a workspace in a write-protected %s is read and exported, and refuses to be written',
  async (_, folderMode, fileMode) => {
    const { folder, workspace: writable, project } = await filledFolder();
    const file = writable.exportProject(project);
    await writable.close();
    protect(folder, folderMode, fileMode);
    const workspace = await openIn(folder);
    expect(workspace.readOnly).toBe(true);
    expect(workspace.listProjects('').map((row) => row.name)).toEqual(['Contoso']);
    expect(valueAt(workspace, project, 'note/a')).toBe('text');
    expect(workspace.exportProject(project)).toEqual(file);
    expect(await workspace.checked).toEqual({ ok: true });
    const readOnly = expect.objectContaining({ code: 'read-only' });
    expect(() => write(workspace, project, 'note/a', 'x')).toThrow(readOnly);
    expect(() => workspace.setSetting('theme', 'dark')).toThrow(readOnly);
    expect(() => workspace.deleteProject(project, 1)).toThrow(readOnly);
    expect(() => workspace.undo(project, 'Anna', 1, randomUUID())).toThrow(readOnly);
    expect(() => workspace.createProject({ id: randomUUID(), createdAt: 1 }, [], act())).toThrow(readOnly);
    await expect(workspace.createBackup('test')).rejects.toMatchObject({ code: 'read-only' });
    await expect(workspace.restoreBackup('any')).rejects.toMatchObject({ code: 'read-only' });
    workspace.putSummaries('v1', [{ project, changeCount: 2, summary: {} }]);
    await workspace.close();
  },
);

test.skipIf(process.platform === 'win32')('what a killed session left in the WAL is read too', async () => {
  const { folder, workspace: writable, project } = await filledFolder();
  const left = ['', '-wal', '-shm'].map((ending) => {
    const path = join(folder, `onramp.db${ending}`);
    return [path, readFileSync(path)] as const;
  });
  await writable.close();
  for (const [path, bytes] of left) writeFileSync(path, bytes);
  protect(folder, 0o555, 0o444);
  const workspace = await openIn(folder);
  expect(workspace.readOnly).toBe(true);
  expect(valueAt(workspace, project, 'note/a')).toBe('text');
});

test.skipIf(process.platform === 'win32')('a workspace of an older version is not opened half', async () => {
  const { folder, workspace } = await filledFolder();
  await workspace.close();
  const database = new Database(join(folder, 'onramp.db'));
  database.pragma('user_version = 0');
  database.close();
  protect(folder, 0o555, 0o444);
  await expect(openIn(folder)).rejects.toMatchObject({ code: 'read-only' });
});

test.skipIf(process.platform === 'win32')(
  'a damaged workspace that cannot be put aside is left where it is',
  async () => {
    const { folder, workspace } = await filledFolder();
    await workspace.close();
    writeFileSync(join(folder, 'onramp.db'), 'garbage');
    protect(folder, 0o555, 0o444);
    await expect(openIn(folder)).rejects.toMatchObject({ code: 'damaged-database' });
    expect(readFileSync(join(folder, 'onramp.db'), 'utf8')).toBe('garbage');
  },
);

test.skipIf(process.platform === 'win32')(
  'a folder that cannot be written and holds nothing is refused',
  async () => {
    const folder = temporaryFolder();
    protect(folder, 0o555, 0o444);
    await expect(openIn(folder)).rejects.toMatchObject({ code: 'read-only' });
    await expect(openIn(join(folder, 'deeper'))).rejects.toMatchObject({ code: 'read-only' });
    expect(existsSync(join(folder, 'deeper'))).toBe(false);
  },
);

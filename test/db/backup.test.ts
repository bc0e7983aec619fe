/** Backups and going back to one: when they are made, what they hold, and that restoring loses nothing. */
import { randomUUID } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test, vi } from 'vitest';
import { connect } from '../../db/connection.ts';
import { createProject, openIn, temporaryFolder, valueAt, write } from '../helpers/database.ts';
import { spoilPage } from '../helpers/spoil-page.ts';

async function opened(options = {}) {
  const folder = temporaryFolder();
  const workspace = await openIn(folder, options);
  const project = createProject(workspace);
  return { folder, workspace, project, backups: join(folder, 'backups') };
}

describe('a backup', () => {
  test('is a whole database of its own, and is listed with its moment, size and reason', async () => {
    const { workspace, project, backups } = await opened({ now: () => 1_800_000_000_123 });
    write(workspace, project, 'note/a', 'kept');
    const backup = await workspace.createBackup('By hand: /../ ä!');
    expect(backup.name).toMatch(/^onramp-2027-01-15T08-00-00\.12\dZ-by-hand\.db$/);
    expect(backup.reason).toBe('by-hand');
    expect(workspace.listBackups()).toContainEqual(backup);
    const copy = new Database(join(backups, backup.name), { readonly: true });
    expect(copy.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(copy.prepare("SELECT value FROM current WHERE path = 'note/a'").pluck().get()).toBe('"kept"');
    expect(copy.pragma('journal_mode', { simple: true })).toBe('delete');
    copy.close();
    expect(readdirSync(backups).filter((name) => !name.endsWith('.db'))).toEqual([]);
  });

  test('is made on start, unless nothing changed since the last', async () => {
    const { folder, workspace, project } = await opened();
    await workspace.close();
    const count = () => readdirSync(join(folder, 'backups')).length;
    await (await openIn(folder)).close();
    const first = count();
    await (await openIn(folder)).close();
    expect(count()).toBe(first);
    const changed = await openIn(folder);
    write(changed, project, 'note/a', 'x');
    await changed.close();
    await (await openIn(folder)).close();
    expect(count()).toBeGreaterThan(first);
  });

  test('is made after so many acts, in the background, and only the last few are kept', async () => {
    const { workspace, project } = await opened({ backupEvery: 4, keepBackups: 3 });
    await workspace.checked;
    const newest = () => workspace.listBackups()[0]?.name;
    // With the making of the project, the third.
    for (const number of [2, 3]) write(workspace, project, 'note/a', number);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(newest()).toBeUndefined();
    const seen: (string | undefined)[] = [];
    for (let round = 0; round < 5; round += 1) {
      const before = newest();
      await vi.waitFor(
        () => {
          write(workspace, project, 'note/a', randomUUID());
          expect(newest()).not.toBe(before);
        },
        { interval: 5, timeout: 30_000 },
      );
      seen.unshift(newest());
    }
    await workspace.close();
    const list = workspace.listBackups();
    expect(list.map((backup) => backup.reason)).toEqual(['automatic', 'automatic', 'automatic']);
    expect(seen).not.toContain(undefined);
    expect(list.every((backup) => backup.at >= (list.at(-1)?.at ?? 0))).toBe(true);
  });

  test('is shared by acts that come faster than backups are made', async () => {
    const { workspace, project } = await opened({ backupEvery: 2 });
    await workspace.checked;
    for (let number = 0; number < 100; number += 1) write(workspace, project, 'note/a', number);
    await workspace.close();
    expect(workspace.listBackups()).toHaveLength(1);
  });

  test('that fails when made by itself does not make the act fail, but is told', async () => {
    const { workspace, project, backups } = await opened({ backupEvery: 2 });
    await workspace.checked;
    writeFileSync(backups, 'a file where the folder should be');
    expect(write(workspace, project, 'note/a', 1)).toHaveLength(1);
    expect(write(workspace, project, 'note/a', 2)).toHaveLength(1);
    await workspace.close();
    expect(workspace.backupProblem).toMatch(/EEXIST|ENOTDIR/);
  });

  test('is made also where the clock was set back, and is the newest then', async () => {
    let now = 1_800_000_000_000;
    const { workspace } = await opened({ now: () => now, keepBackups: 2 });
    await workspace.createBackup('first');
    const second = await workspace.createBackup('second');
    now -= 86_400_000;
    const third = await workspace.createBackup('third');
    expect(workspace.listBackups()).toEqual([third, second]);
  });

  test('left half-made by a killed process is cleared away once it is old', async () => {
    const { workspace, backups } = await opened();
    mkdirSync(backups, { recursive: true });
    for (const name of ['old.db.partial', 'young.db.partial']) writeFileSync(join(backups, name), '');
    utimesSync(join(backups, 'old.db.partial'), 1, 1);
    await workspace.createBackup('test');
    expect(existsSync(join(backups, 'old.db.partial'))).toBe(false);
    expect(existsSync(join(backups, 'young.db.partial'))).toBe(true);
  });
});

describe('restoring', () => {
  test('brings everything back, keeps the present as a backup, and goes on under new copy ids', async () => {
    const { workspace, project } = await opened();
    const [before] = write(workspace, project, 'note/a', 'then');
    workspace.setSetting('theme', 'light');
    const backup = await workspace.createBackup('test');
    write(workspace, project, 'note/a', 'now');
    workspace.setSetting('theme', 'dark');
    const later = createProject(workspace, 'Later');
    await workspace.restoreBackup(backup.name);
    expect(valueAt(workspace, project, 'note/a')).toBe('then');
    expect(workspace.getSetting('theme')).toBe('light');
    expect(workspace.getProject(later)).toBeUndefined();
    const [after] = write(workspace, project, 'note/b', 'x');
    expect(after?.copy).not.toBe(before?.copy);
    const kept = workspace.listBackups().find(({ reason }) => reason === 'before-restore');
    await workspace.restoreBackup(kept?.name ?? '');
    expect(valueAt(workspace, project, 'note/a')).toBe('now');
    expect(workspace.getProject(later)?.name).toBe('Later');
    expect(workspace.undo(project, 'Anna', Date.now(), randomUUID())?.[0]?.after).toBe('then');
  });

  test('is seen by another open workspace as one change', async () => {
    const { folder, workspace, project } = await opened();
    write(workspace, project, 'note/a', 'then');
    const backup = await workspace.createBackup('test');
    const other = await openIn(folder);
    write(other, project, 'note/a', 'now');
    const version = other.dataVersion();
    await workspace.restoreBackup(backup.name);
    expect(other.dataVersion()).not.toBe(version);
    expect(valueAt(other, project, 'note/a')).toBe('then');
    write(other, project, 'note/a', 'on');
    expect(valueAt(workspace, project, 'note/a')).toBe('on');
  });

  test('waits for a writer, and what that one wrote is in the safety copy', async () => {
    const { folder, workspace, project } = await opened();
    write(workspace, project, 'note/a', 'then');
    const backup = await workspace.createBackup('test');
    const other = connect(join(folder, 'onramp.db'));
    other.exec('BEGIN IMMEDIATE');
    const restored = workspace.restoreBackup(backup.name);
    await new Promise((resolve) => setTimeout(resolve, 400));
    other.exec(`INSERT INTO settings VALUES ('late', '"kept"'); COMMIT`);
    other.close();
    await restored;
    expect(workspace.getSetting('late')).toBeUndefined();
    const kept = workspace.listBackups().find(({ reason }) => reason === 'before-restore');
    await workspace.restoreBackup(kept?.name ?? '');
    expect(workspace.getSetting('late')).toBe('kept');
  });

  test('refuses acts of its own process meanwhile', async () => {
    const { workspace, project } = await opened();
    const backup = await workspace.createBackup('test');
    const restored = workspace.restoreBackup(backup.name);
    expect(() => write(workspace, project, 'note/a', 'x')).toThrow(expect.objectContaining({ code: 'busy' }));
    await restored;
    expect(write(workspace, project, 'note/a', 'x')).toHaveLength(1);
  });

  test('refuses names that are not in the list, such as paths', async () => {
    const { workspace, project } = await opened();
    write(workspace, project, 'note/a', 'x');
    const { name } = await workspace.createBackup('test');
    const others = [
      '../onramp.db',
      '/etc/passwd',
      'onramp.db',
      '',
      `../backups/${name}`,
      `./${name}`,
      `${name}\0`,
    ];
    for (const other of others) {
      await expect(workspace.restoreBackup(other)).rejects.toMatchObject({ code: 'not-found' });
    }
    expect(valueAt(workspace, project, 'note/a')).toBe('x');
  });

  const name = 'onramp-2027-01-15T08-00-00.000Z-forged.db';
  const forgeries: Record<string, [string, (file: string) => void]> = {
    damaged: ['damaged-database', spoilPage],
    'cut off': ['damaged-database', (file) => writeFileSync(file, readFileSync(file).subarray(0, 9000))],
    'no database': ['damaged-database', (file) => writeFileSync(file, 'hello')],
    newer: [
      'newer-database',
      (file) => {
        const database = new Database(file);
        database.pragma('user_version = 99');
        database.close();
      },
    ],
    foreign: [
      'damaged-database',
      (file) => {
        const database = new Database(file);
        database.pragma('application_id = 1');
        database.close();
      },
    ],
  };
  test.each(Object.entries(forgeries))(
    'refuses a backup that is %s, and changes nothing',
    async (_, [code, forge]) => {
      const { workspace, project, backups } = await opened();
      write(workspace, project, 'note/a', 'x');
      const backup = await workspace.createBackup('test');
      copyFileSync(join(backups, backup.name), join(backups, name));
      forge(join(backups, name));
      await expect(workspace.restoreBackup(name)).rejects.toMatchObject({ code });
      expect(valueAt(workspace, project, 'note/a')).toBe('x');
      expect(write(workspace, project, 'note/a', 'y')).toHaveLength(1);
      expect(readdirSync(backups).filter((entry) => entry.includes('partial'))).toEqual([]);
    },
  );
});

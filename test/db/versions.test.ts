/** Updates: a file of each version that shipped is opened by this one, and the way to a newer version leads back. */
import { randomUUID } from 'node:crypto';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type Migration, migrations } from '../../db/migrate.ts';
import { closeContext, openContext } from '../../electron/backend/context.ts';
import { dispatch } from '../../electron/backend/dispatch.ts';
import { contentVersion } from '../../shared/content/content.ts';
import { fileVersion, readProjectFile } from '../../shared/project/file.ts';
import { openIn, temporaryFolder, valueAt, write } from '../helpers/database.ts';

const root = join(import.meta.dirname, '..', '..');
/** Written by the version that shipped them, and never again. */
const shipped = join(root, 'test', 'fixtures', 'versions');
const project = '00000000-0000-4000-8000-000000000001';
const note = 'note/routing.nat.who';

function folderWith(fixture: string): string {
  const folder = temporaryFolder();
  copyFileSync(join(shipped, fixture), join(folder, 'onramp.db'));
  return folder;
}

/** A step as a version to come may have one: it changes every row, and puts a table in the place of another. */
const next: Migration = {
  name: '002-next',
  up: (database) =>
    database.exec(`
      ALTER TABLE projects ADD COLUMN colour TEXT NOT NULL DEFAULT 'none';
      UPDATE projects SET colour = 'blue';
      CREATE TABLE preferences (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
      INSERT INTO preferences SELECT key, value FROM settings;`),
};
const newer = { steps: [...migrations, next] };
const beforeNext = `before-migration-${newer.steps.length}`;

/** The bytes of each file in the folder itself. */
function bytesIn(folder: string): Record<string, string> {
  const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files.map(({ name }) => [name, readFileSync(join(folder, name)).toString('base64')]),
  );
}

function readFormat1() {
  const read = readProjectFile(readFileSync(join(shipped, 'format-1.onramp'), 'utf8'));
  if (!read.ok) throw new Error(read.message);
  return read.file;
}

test('docs/versions.md lists every migration, every format of the project file, and the content as it is', () => {
  const text = readFileSync(join(root, 'docs', 'versions.md'), 'utf8');
  const rows = (heading: string) =>
    (text.split(`\n## ${heading}`)[1] ?? '')
      .split('\n## ')[0]
      ?.split('\n')
      .filter((line) => /^\| \d/.test(line))
      .map((line) => line.split('|').map((cell) => cell.trim().replaceAll('`', '')));
  const schemas = rows('The database')?.map(([, version, name]) => [version, name]);
  expect(schemas).toEqual(migrations.map(({ name }, index) => [String(index + 1), name]));
  const formats = rows('The project file')?.map(([, version]) => version);
  expect(formats).toEqual(Array.from({ length: fileVersion }, (_, index) => String(index + 1)));
  expect(rows('The checklists')?.at(-1)?.[1]).toBe(contentVersion);
});

test('a file of every version that shipped is kept, to be opened by all that follow', () => {
  const kept = readdirSync(shipped).sort();
  const wanted = [
    ...Array.from({ length: fileVersion }, (_, index) => `format-${index + 1}.onramp`),
    ...migrations.map((_, index) => `schema-${index + 1}.db`),
  ];
  expect(kept).toEqual(wanted.sort());
});

test.each(migrations.map((_, index) => `schema-${index + 1}.db`))(
  'the app opens %s as its version left it, and works on with it',
  async (fixture) => {
    const context = await openContext({ folder: folderWith(fixture), host: 'test', version: '9.9.9' });
    onTestFinished(() => closeContext(context));
    const call = async (name: string, input: unknown) => {
      const reply = await dispatch(context, name, input);
      if (!reply.ok) throw new Error(`${name}: ${reply.error.message}`);
      return reply.value;
    };
    expect(context.workspace.setAside).toBeNull();
    expect(await call('settings.get', {})).toMatchObject({ author: 'Zoë Müller', theme: 'dark' });
    expect(await call('project.open', { project })).toMatchObject({ name: 'Contoso “Süd”' });
    expect(valueAt(context.workspace, project, note)).toBe('Ask the provider; <b>not</b> sure.');
    const { changes, blobs } = context.workspace.exportProject(project);
    expect({ changes, blobs }).toEqual({ changes: readFormat1().changes, blobs: readFormat1().blobs });
    await call('project.undo', { project });
    expect(context.workspace.exportProject(project).changes.at(-1)?.path).toMatch(/^(attachment|proof)\//);
    await call('answer.note', { project, question: 'routing.nat.who', note: 'after' });
    expect(valueAt(context.workspace, project, note)).toBe('after');
  },
);

test('a project file of the first format is read whole', async () => {
  const workspace = await openIn(temporaryFolder());
  const file = readFormat1();
  workspace.importProject(file);
  expect(workspace.exportProject(project).changes).toEqual(file.changes);
  expect(Object.keys(workspace.exportProject(project).blobs)).toHaveLength(1);
});

test('a newer version backs up before it migrates, and keeps every row', async () => {
  const folder = folderWith(`schema-${migrations.length}.db`);
  const workspace = await openIn(folder, newer);
  expect(workspace.schemaVersion).toBe(newer.steps.length);
  expect(workspace.listBackups().map(({ reason }) => reason)).toEqual([beforeNext]);
  expect(workspace.exportProject(project).changes).toEqual(readFormat1().changes);
  write(workspace, project, note, 'after the update');
  await workspace.close();
  const again = await openIn(folder, newer);
  expect(valueAt(again, project, note)).toBe('after the update');
  // Made once: there is nothing to bring up to date any more.
  expect(again.listBackups().filter(({ reason }) => reason === beforeNext)).toHaveLength(1);
});

test('a step that fails leaves the old version a file that it opens, with the backup beside it', async () => {
  const folder = folderWith(`schema-${migrations.length}.db`);
  const failing: Migration = {
    name: '002-failing',
    up(database) {
      database.exec('DELETE FROM current');
      throw new Error('it cannot be done');
    },
  };
  await expect(openIn(folder, { steps: [...migrations, failing] })).rejects.toThrow('it cannot be done');
  const workspace = await openIn(folder);
  expect(workspace.exportProject(project).changes).toEqual(readFormat1().changes);
  expect(workspace.listBackups().map(({ reason }) => reason)).toEqual([beforeNext]);
});

test('the version before leaves the newer file untouched, and goes on from the backup put in its place', async () => {
  const folder = folderWith(`schema-${migrations.length}.db`);
  const file = join(folder, 'onramp.db');
  const workspace = await openIn(folder, newer);
  write(workspace, project, note, 'after the update');
  const since = workspace.exportProject(project);
  await workspace.close();
  const left = bytesIn(folder);
  await expect(openIn(folder)).rejects.toMatchObject({ code: 'newer-database' });
  expect(bytesIn(folder)).toEqual(left);

  // The steps of docs/versions.md.
  const elsewhere = join(folder, 'newer');
  mkdirSync(elsewhere);
  for (const name of Object.keys(left)) renameSync(join(folder, name), join(elsewhere, name));
  const backups = join(folder, 'backups');
  const backup = readdirSync(backups).find((name) => name.endsWith(`-${beforeNext}.db`)) ?? '';
  copyFileSync(join(backups, backup), file);
  const older = await openIn(folder);
  expect(older.setAside).toBeNull();
  expect(older.exportProject(project).changes).toEqual(readFormat1().changes);
  older.mergeProject(since, { author: 'Anna', batch: randomUUID() });
  expect(valueAt(older, project, note)).toBe('after the update');
});

test('the newer version restores the backup from before it, and brings it up to date on the way', async () => {
  const workspace = await openIn(folderWith(`schema-${migrations.length}.db`), newer);
  write(workspace, project, note, 'after the update');
  const backup = workspace.listBackups().find(({ reason }) => reason === beforeNext);
  await workspace.restoreBackup(backup?.name ?? '');
  expect(valueAt(workspace, project, note)).toBe('Ask the provider; <b>not</b> sure.');
  write(workspace, project, note, 'after the restore');
  expect(valueAt(workspace, project, note)).toBe('after the restore');
});

test('the backup from before an update outlives those that take turns', async () => {
  const workspace = await openIn(folderWith(`schema-${migrations.length}.db`), { ...newer, keepBackups: 2 });
  for (const reason of ['one', 'two', 'three']) await workspace.createBackup(reason);
  expect(workspace.listBackups().map(({ reason }) => reason)).toEqual(['three', 'two', beforeNext]);
});

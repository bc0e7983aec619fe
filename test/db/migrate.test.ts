/** Migrations: each step from every version, the schema they end in, and the files they leave alone. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { applicationId, connect } from '../../db/connection.ts';
import { type Migration, migrate, migrations, versionOf } from '../../db/migrate.ts';
import { migratedDatabase, openIn, temporaryFolder } from '../helpers/database.ts';

const root = join(import.meta.dirname, '../../db');

/**
 * Rows as a workspace of each schema version holds them, written when the database has exactly that version. Each is
 * read back in the newest schema, so a migration that loses or cannot take real rows shows here.
 */
const rowsOf: Record<string, { insert: string; readBack: string; expected: unknown }> = {
  '001-initial': {
    insert: `
      INSERT INTO projects (key, id, copy, name, created_at, touched_at, change_count, last_clock)
        VALUES (1, 'p', 'c', 'Contoso', 1, 2, 1, 3);
      INSERT INTO changes (project, id, path, before, after, parents, copy, clock, at, author, origin, batch)
        VALUES (1, 'i', 'note/a', 'null', '"x"', '[]', 'c', 3, 2, '"Anna"', '{"kind":"edit"}', 'b');
      INSERT INTO current VALUES (1, 'note/a', '"x"', 'i', 3, 2, '"Anna"', NULL);
      INSERT INTO acts VALUES (1, '"Anna"', 'done', 1, 1, 'b');
      INSERT INTO blobs VALUES ('h', 1, x'00');
      INSERT INTO blob_links VALUES (1, 'h');
      INSERT INTO settings VALUES ('theme', '"dark"');`,
    readBack: `SELECT projects.name, changes.after, current.value, acts.batch, blobs.size, settings.value AS theme
      FROM projects JOIN changes ON changes.project = projects.key JOIN current ON current.project = projects.key
      JOIN acts ON acts.project = projects.key JOIN blob_links ON blob_links.project = projects.key
      JOIN blobs USING (hash) JOIN settings`,
    expected: [{ name: 'Contoso', after: '"x"', value: '"x"', batch: 'b', size: 1, theme: '"dark"' }],
  },
};

test('each migration has rows of its version in this test', () => {
  expect(Object.keys(rowsOf)).toEqual(migrations.map((migration) => migration.name));
});

test('the list of migrations is the folder, in order', () => {
  const files = readdirSync(join(root, 'migrations')).map((name) => name.replace('.ts', ''));
  expect(migrations.map((migration) => migration.name)).toEqual(files.sort());
  for (const [index, { name }] of migrations.entries()) expect(Number(name.slice(0, 3))).toBe(index + 1);
});

test.each(migrations.map(({ name }, index) => [name, index + 1] as const))(
  'rows written after %s are still there in the newest schema',
  async (name, version) => {
    const database = connect(join(temporaryFolder(), 'onramp.db'));
    const rows = rowsOf[name];
    if (!rows) throw new Error('no rows');
    await migrate(database, async () => undefined, migrations.slice(0, version));
    expect(versionOf(database)).toBe(version);
    database.exec(rows.insert);
    await migrate(database, async () => undefined);
    expect(versionOf(database)).toBe(migrations.length);
    expect(database.prepare(rows.readBack).all()).toEqual(rows.expected);
    expect(database.pragma('foreign_key_check')).toEqual([]);
    database.close();
  },
);

test('the schema is the one in db/schema.sql (UPDATE_SCHEMA=1 writes it anew)', async () => {
  const database = await migratedDatabase(join(temporaryFolder(), 'onramp.db'));
  const statements = database
    .prepare<[], string>(
      'SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY tbl_name, type DESC, name',
    )
    .pluck()
    .all();
  const indent = /\n {6}/g;
  const schema = `-- Schema ${migrations.length}, as the migrations make it. Written by test/db/migrate.test.ts.\n\n${statements.map((sql) => `${sql.replaceAll(indent, '\n')};\n`).join('\n')}`;
  const file = join(root, 'schema.sql');
  if (process.env.UPDATE_SCHEMA) writeFileSync(file, schema);
  expect(readFileSync(file, 'utf8')).toBe(schema);
  expect(database.pragma('application_id', { simple: true })).toBe(applicationId);
});

const first: Migration = {
  name: '001',
  up: (database) => database.exec('CREATE TABLE one (a); INSERT INTO one VALUES (1)'),
};
const second: Migration = { name: '002', up: (database) => database.exec('CREATE TABLE two (b)') };
const broken: Migration = {
  name: '003',
  up(database) {
    database.exec('DELETE FROM one');
    throw new Error('broken');
  },
};

test('a backup comes before the first step on a database that holds something, and only then', async () => {
  const file = join(temporaryFolder(), 'onramp.db');
  const database = connect(file);
  const seen: [string, number][] = [];
  const note = async (reason: string) => seen.push([reason, versionOf(database)]);
  await migrate(database, note, [first]);
  expect(seen).toEqual([]);
  await migrate(database, note, [first, second]);
  expect(seen).toEqual([['before-migration-2', 1]]);
  await migrate(database, note, [first, second]);
  expect(seen).toHaveLength(1);
  database.close();
});

test('a step that fails leaves the database as the step before it left it', async () => {
  const database = connect(join(temporaryFolder(), 'onramp.db'));
  await migrate(database, async () => undefined, [first]);
  await expect(migrate(database, async () => undefined, [first, second, broken])).rejects.toThrow('broken');
  expect(versionOf(database)).toBe(2);
  expect(database.prepare('SELECT count(*) FROM one').pluck().get()).toBe(1);
  expect(database.inTransaction).toBe(false);
  database.close();
});

test('no step is taken when its backup fails', async () => {
  const database = connect(join(temporaryFolder(), 'onramp.db'));
  await migrate(database, async () => undefined, [first]);
  const full = () => Promise.reject(new Error('no space'));
  await expect(migrate(database, full, [first, second])).rejects.toThrow('no space');
  expect(versionOf(database)).toBe(1);
  database.close();
});

/** A stand-in for a file of another program or version: its bytes and neighbours, before and after. */
function snapshot(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder)
      .filter((name) => !name.endsWith('-shm'))
      .map((name) => [name, readFileSync(join(folder, name)).toString('base64')]),
  );
}

test('a file of a newer version is refused and left untouched', async () => {
  const folder = temporaryFolder();
  await (await openIn(folder)).close();
  const database = new Database(join(folder, 'onramp.db'));
  database.pragma('user_version = 99');
  database.close();
  const before = snapshot(folder);
  await expect(openIn(folder)).rejects.toMatchObject({ code: 'newer-database' });
  expect(snapshot(folder)).toEqual(before);
  expect(Object.keys(before)).toEqual(['onramp.db']);
});

test('a file of a newer version is refused also when only its WAL says so', async () => {
  const folder = temporaryFolder();
  const file = join(folder, 'onramp.db');
  await (await openIn(folder)).close();
  const database = new Database(file);
  database.pragma('user_version = 99');
  const before = [file, `${file}-wal`].map((path) => [path, readFileSync(path)] as const);
  database.close();
  // As a killed process leaves them.
  for (const [path, bytes] of before) writeFileSync(path, bytes);
  expect(before[0]?.[1].readUInt32BE(60)).toBe(migrations.length);
  await expect(openIn(folder)).rejects.toMatchObject({ code: 'newer-database' });
  for (const [path, bytes] of before) expect(readFileSync(path).equals(bytes)).toBe(true);
});

test('a database of another program is refused and left untouched', async () => {
  const folder = temporaryFolder();
  const database = new Database(join(folder, 'onramp.db'));
  database.exec('CREATE TABLE theirs (a); INSERT INTO theirs VALUES (1)');
  database.close();
  const before = snapshot(folder);
  await expect(openIn(folder)).rejects.toMatchObject({ code: 'conflict' });
  expect(snapshot(folder)).toEqual(before);
  expect(existsSync(join(folder, 'onramp.db-shm'))).toBe(false);
});

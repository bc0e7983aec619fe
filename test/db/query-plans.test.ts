/** How SQLite answers the queries: by index where a table may be large. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { actQueries } from '../../db/acts.ts';
import { blobQueries } from '../../db/blobs.ts';
import { changeQueries } from '../../db/changes.ts';
import { lookBackQueries } from '../../db/look-back.ts';
import { projectionQueries } from '../../db/projection.ts';
import { projectQueries } from '../../db/projects.ts';
import { migratedDatabase, temporaryFolder } from '../helpers/database.ts';

const queries = {
  actQueries,
  blobQueries,
  changeQueries,
  lookBackQueries,
  projectQueries,
  projectionQueries,
};

/** A list of all projects cannot but look at all projects. */
const mayScan = ['projectQueries.list'];

/** The lists handed in are read through, the changes are not. */
const givenLists = ['SCAN json_each VIRTUAL TABLE INDEX 1:'];

const mayNeedSorting = ['projectQueries.list', 'changeQueries.lastClocks', 'lookBackQueries.authors'];

/** Conditions that only sift what an index has found already, because there is never much of it. */
const onlySifted: Record<string, string[]> = {
  'changeQueries.ofPathAndBatch': ['batch'],
  'changeQueries.between': ['project'],
  'changeQueries.ofPathBefore': ['position'],
  'actQueries.ofBatch': ['batch'],
  'lookBackQueries.linesOfCopy': ['copy'],
  'projectQueries.get': ['content_version'],
  'projectQueries.list': ['content_version'],
};

const all = Object.entries(queries).flatMap(([table, statements]) =>
  Object.entries(statements).map(([name, sql]) => [`${table}.${name}`, sql] as const),
);

test.each(all)('%s finds its rows by an index', async (name, sql) => {
  const database = await migratedDatabase(join(temporaryFolder(), 'onramp.db'));
  const named = [...sql.matchAll(/@(\w+)/g)].map(([, name = '']) => [name, null] as const);
  const parameters =
    named.length > 0
      ? [Object.fromEntries(named)]
      : Array.from({ length: sql.split('?').length - 1 }, () => null);
  const plan = database
    .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
    .all(...parameters)
    .map(({ detail }) => detail)
    .filter((detail) => !givenLists.includes(detail))
    .join('\n');
  if (!mayScan.includes(name)) expect(plan).not.toContain('SCAN');
  if (!mayNeedSorting.includes(name)) expect(plan).not.toContain('TEMP B-TREE');
  for (const [, column = '', comparison] of sql.matchAll(/(\w+) (=|<) \?/g)) {
    if (onlySifted[name]?.includes(column)) continue;
    expect(plan).toContain(`${column === 'position' ? 'rowid' : column}${comparison}?`);
  }
});

test('disagreements are found without reading what nobody disagrees about', async () => {
  const database = await migratedDatabase(join(temporaryFolder(), 'onramp.db'));
  const plan = database.prepare(`EXPLAIN QUERY PLAN ${projectionQueries.withRivals}`).all(1);
  expect(JSON.stringify(plan)).toContain('current_with_rivals');
});

import { join } from 'node:path';
import { expect, test } from 'vitest';
import { actQueries } from '../../db/acts.ts';
import { blobQueries } from '../../db/blobs.ts';
import { changeQueries } from '../../db/changes.ts';
import { projectionQueries } from '../../db/projection.ts';
import { projectQueries } from '../../db/projects.ts';
import { migratedDatabase, temporaryFolder } from '../helpers/database.ts';

const queries = { actQueries, blobQueries, changeQueries, projectQueries, projectionQueries };

/** A list of all projects cannot but look at all projects. */
const mayScan = ['projectQueries.list'];

const mayNeedSorting = ['projectQueries.list', 'changeQueries.lastClocks'];

/** Conditions that only sift what an index has found already, because there is never much of it. */
const onlySifted: Record<string, string[]> = {
  'changeQueries.ofPathAndBatch': ['batch'],
  'changeQueries.between': ['project'],
  'projectQueries.get': ['content_version'],
  'projectQueries.list': ['content_version'],
};

const all = Object.entries(queries).flatMap(([table, statements]) =>
  Object.entries(statements).map(([name, sql]) => [`${table}.${name}`, sql] as const),
);

test.each(all)('%s finds its rows by an index', async (name, sql) => {
  const database = await migratedDatabase(join(temporaryFolder(), 'onramp.db'));
  const parameters = Array.from({ length: sql.split('?').length - 1 }, () => null);
  const plan = database
    .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
    .all(...parameters)
    .map(({ detail }) => detail)
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

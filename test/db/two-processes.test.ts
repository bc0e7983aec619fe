/** Several processes on one database: none loses what another wrote. */
import { randomUUID } from 'node:crypto';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { projectChanges } from '../../shared/project/change.ts';
import { startWriter } from '../faults/start-writer.ts';
import {
  act,
  changesOf,
  createProject,
  openIn,
  sorted,
  temporaryFolder,
  valueAt,
  write,
} from '../helpers/database.ts';

/** Lets a process make so many acts, and gives the ids of the changes it was told are saved. */
function write80(folder: string, project: string, author: string): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const child = startWriter(folder, project, author, 80);
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve(output.split('\n').slice(0, -1));
      else reject(new Error(`The writer failed (${code}).`));
    });
  });
}

test('three processes that begin at once in an empty folder and write to one project lose nothing', async () => {
  const folder = temporaryFolder();
  const project = randomUUID();
  const authors = ['Anna', 'Ben', 'Cleo'];
  const told = (await Promise.all(authors.map((author) => write80(folder, project, author)))).flat();
  expect(told).toHaveLength(3 * 80 * 3);
  const workspace = await openIn(folder);
  expect(workspace.setAside).toBeNull();
  const changes = changesOf(workspace, project);
  expect(new Set(changes.map((change) => change.id))).toEqual(new Set(told));
  // One workspace is one copy, so its clock never shows the same time twice, whichever process looks at it.
  expect(new Set(changes.map((change) => change.copy)).size).toBe(1);
  expect(new Set(changes.map((change) => change.clock)).size).toBe(changes.length);
  // Each change was made against the truth: what it says stood before is what the change it follows put there.
  const afterOf = new Map(changes.map((change) => [change.id, change.after]));
  for (const { before, parents } of changes) {
    expect(parents.length).toBeLessThanOrEqual(1);
    expect(before).toEqual(parents[0] === undefined ? null : afterOf.get(parents[0]));
  }
  expect(sorted(workspace.readCurrent(project))).toEqual(sorted(projectChanges(changes)));
  expect(workspace.readDisagreements(project)).toEqual([]);
  const database = new Database(workspace.file, { readonly: true });
  expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
  database.close();
});

test('an open workspace notices what another process writes, and not what it writes itself', async () => {
  const folder = temporaryFolder();
  const [one, two] = [await openIn(folder), await openIn(folder)];
  const project = createProject(one);
  const version = one.dataVersion();
  write(one, project, 'note/a', 'own');
  expect(one.dataVersion()).toBe(version);
  write(two, project, 'note/a', 'other', 'Ben');
  expect(one.dataVersion()).not.toBe(version);
  expect(valueAt(one, project, 'note/a')).toBe('other');
  const [change] = one.append(project, [{ path: 'note/a', after: 'again' }], act());
  expect(change?.before).toBe('other');
});

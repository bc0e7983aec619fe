/** The list of projects and what lies beside their logs: summaries, settings and attachments. */
import { createHash, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { createProject, openIn, temporaryFolder, valueAt, write } from '../helpers/database.ts';

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');

test('a project can be deleted and brought back, and is listed all the while', async () => {
  const workspace = await openIn(temporaryFolder());
  const project = createProject(workspace);
  workspace.deleteProject(project, 77);
  expect(workspace.listProjects('').map((row) => [row.id, row.deletedAt])).toEqual([[project, 77]]);
  workspace.undeleteProject(project);
  expect(workspace.getProject(project)?.deletedAt).toBeNull();
  expect(valueAt(workspace, project, 'project/name')).toBe('Contoso');
});

test('what is not there cannot be deleted, brought back, removed or made twice', async () => {
  const workspace = await openIn(temporaryFolder());
  const nobody = randomUUID();
  const notFound = expect.objectContaining({ code: 'not-found' });
  expect(() => workspace.deleteProject(nobody, 1)).toThrow(notFound);
  expect(() => workspace.undeleteProject(nobody)).toThrow(notFound);
  expect(() => workspace.purgeProject(nobody)).toThrow(notFound);
  expect(() => workspace.readCurrent(nobody)).toThrow(notFound);
  expect(() => workspace.exportProject(nobody)).toThrow(notFound);
  expect(workspace.getProject(nobody)).toBeUndefined();
  const project = createProject(workspace);
  expect(() => createProject(workspace, 'Again', project)).toThrow(
    expect.objectContaining({ code: 'conflict' }),
  );
});

test('only a deleted project can be removed for good, and nothing of it or less is then gone', async () => {
  const folder = temporaryFolder();
  const workspace = await openIn(folder);
  const [gone, kept] = [createProject(workspace, 'Gone'), createProject(workspace, 'Kept')];
  for (const project of [gone, kept]) {
    write(workspace, project, 'note/a', 'text');
    workspace.putBlob(project, hashOf('shared'), Buffer.from('shared'));
    workspace.putSummaries('v1', [{ project, changeCount: 2, summary: {} }]);
  }
  workspace.putBlob(gone, hashOf('own'), Buffer.from('own'));
  const before = workspace.exportProject(kept);
  expect(() => workspace.purgeProject(gone)).toThrow(expect.objectContaining({ code: 'conflict' }));
  workspace.deleteProject(gone, 1);
  workspace.purgeProject(gone);
  expect(workspace.listProjects('').map((row) => row.name)).toEqual(['Kept']);
  expect(workspace.exportProject(kept)).toEqual(before);
  expect(workspace.getBlob(hashOf('own'))).toBeUndefined();
  expect(workspace.getBlob(hashOf('shared'))).toEqual(Buffer.from('shared'));
  const database = new Database(join(folder, 'onramp.db'));
  for (const table of ['changes', 'current', 'acts', 'blob_links', 'summaries']) {
    const keys = database.prepare(`SELECT DISTINCT project FROM ${table}`).pluck().all();
    expect([table, keys]).toEqual([table, [expect.any(Number)]]);
  }
  database.close();
  createProject(workspace, 'Again', gone);
});

test('the list is in the order of the last touch', async () => {
  const workspace = await openIn(temporaryFolder());
  const [one, two] = [createProject(workspace, 'one'), createProject(workspace, 'two')];
  const at = Date.now() + 10_000;
  workspace.append(one, [{ path: 'note/a', after: 'x' }], {
    ...{ author: 'Anna', at, batch: randomUUID() },
    origin: { kind: 'edit' },
  });
  expect(workspace.listProjects('').map((row) => row.id)).toEqual([one, two]);
  expect(workspace.getProject(one)).toMatchObject({ touchedAt: at, createdAt: 1000, changeCount: 2 });
});

test('a summary is fresh until the project or the content changes', async () => {
  const workspace = await openIn(temporaryFolder());
  const project = createProject(workspace);
  const listed = (version: string) => workspace.listProjects(version)[0];
  expect(listed('v1')).toMatchObject({ summary: null, summaryFresh: false });
  workspace.putSummaries('v1', [{ project, changeCount: 1, summary: { open: 3 } }]);
  expect(listed('v1')).toMatchObject({ summary: { open: 3 }, summaryFresh: true });
  expect(listed('v2')).toMatchObject({ summary: { open: 3 }, summaryFresh: false });
  write(workspace, project, 'note/a', 'x');
  expect(listed('v1')).toMatchObject({ summary: { open: 3 }, summaryFresh: false });
  expect(workspace.getProject(project, 'v1')).toEqual(listed('v1'));
});

test('settings are kept as they were given', async () => {
  const folder = temporaryFolder();
  const workspace = await openIn(folder);
  expect(workspace.getSetting('theme')).toBeUndefined();
  workspace.setSetting('theme', { name: 'dark', list: [null, 'ü\u0000'] });
  await workspace.close();
  expect((await openIn(folder)).getSetting('theme')).toEqual({ name: 'dark', list: [null, 'ü\u0000'] });
});

test('an attachment is kept once, and refused when it does not match its checksum', async () => {
  const workspace = await openIn(temporaryFolder());
  const project = createProject(workspace);
  const content = Buffer.from([0, 255, 1]);
  const hash = createHash('sha256').update(content).digest('hex');
  workspace.putBlob(project, hash, content);
  workspace.putBlob(project, hash, content);
  expect(workspace.getBlob(hash)).toEqual(content);
  expect(Object.keys(workspace.exportProject(project).blobs)).toEqual([hash]);
  expect(() => workspace.putBlob(project, hashOf('x'), content)).toThrow(
    expect.objectContaining({ code: 'damaged-file' }),
  );
  expect(() => workspace.putBlob(randomUUID(), hash, content)).toThrow(
    expect.objectContaining({ code: 'not-found' }),
  );
});

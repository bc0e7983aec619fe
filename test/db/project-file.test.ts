/** Whole projects out of the store and into another: nothing is lost, and nothing comes in by half. */
import { createHash, randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Workspace } from '../../db/workspace.ts';
import type { Json } from '../../shared/json.ts';
import { type ProjectFile, readProjectFile, writeProjectFile } from '../../shared/project/file.ts';
import { act, changesOf, createProject, openIn, sorted, temporaryFolder } from '../helpers/database.ts';
import { strangeText } from './arbitraries.ts';

const hashOf = (content: Uint8Array) => createHash('sha256').update(content).digest('hex');

function exported(workspace: Workspace, project: string): string {
  return writeProjectFile(workspace.exportProject(project));
}

function read(text: string): ProjectFile {
  const result = readProjectFile(text);
  if (!result.ok) throw new Error(`${result.place}: ${result.message}`);
  return result.file;
}

const edit = fc.oneof(
  fc.record({ path: fc.constantFrom('note/a', 'note/b'), after: fc.oneof(strangeText, fc.constant(null)) }),
  fc.record({
    path: fc.constantFrom('answer/q.1', 'answer/q:2'),
    after: fc.oneof(
      fc.record({ state: fc.constant('draft'), text: strangeText }),
      // The key "__proto__" is left out: the schema drops it, so it never gets in through a call either.
      fc.record({
        state: fc.constant('answered'),
        value: fc.oneof(
          strangeText,
          fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
          fc.array(fc.integer()),
        ),
      }),
    ),
  }),
  fc.record({
    path: fc.constantFrom('row/t/1', 'row/t/2'),
    after: fc.record({
      order: fc.integer(),
      cells: fc.dictionary(
        strangeText.filter((key) => key !== '__proto__'),
        strangeText,
        { maxKeys: 3 },
      ),
    }),
  }),
);

const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('edit' as const),
      author: strangeText,
      edits: fc.array(edit, { maxLength: 4 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('undo' as const), author: strangeText }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('attach' as const),
      content: fc.uint8Array({ maxLength: 200 }),
    }),
  },
);

test('export, import, export gives the same bytes and the same project', async () => {
  const [first, second] = [await openIn(temporaryFolder()), await openIn(temporaryFolder())];
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      const project = createProject(first);
      for (const step of steps) {
        if (step.kind === 'edit')
          first.append(project, step.edits as { path: string; after: Json }[], act(step.author));
        if (step.kind === 'undo') first.undo(project, step.author, Date.now(), randomUUID());
        if (step.kind === 'attach') first.putBlob(project, hashOf(step.content), step.content);
      }
      const text = exported(first, project);
      const row = second.importProject(read(text));
      expect(exported(second, project)).toBe(text);
      expect(sorted(second.readCurrent(project))).toEqual(sorted(first.readCurrent(project)));
      expect(second.throughOf(project)).toEqual(first.throughOf(project));
      // Each workspace goes on as a copy of its own.
      expect(row).toEqual({
        ...first.getProject(project),
        copy: expect.not.stringMatching(first.getProject(project)?.copy ?? ''),
      });
    }),
    { numRuns: 50 },
  );
});

describe('importing', () => {
  test('a project that is already there is refused', async () => {
    const workspace = await openIn(temporaryFolder());
    const project = createProject(workspace);
    const file = workspace.exportProject(project);
    expect(() => workspace.importProject(file)).toThrow(expect.objectContaining({ code: 'conflict' }));
  });

  test('continues under a copy of its own', async () => {
    const [first, second] = [await openIn(temporaryFolder()), await openIn(temporaryFolder())];
    const project = createProject(first);
    second.importProject(first.exportProject(project));
    const [change] = second.append(project, [{ path: 'note/a', after: 'x' }], act());
    const [created] = changesOf(first, project);
    expect(change?.copy).not.toBe(created?.copy);
    expect(change?.clock).toBeGreaterThan(created?.clock ?? Number.POSITIVE_INFINITY);
  });

  test('an attachment that does not match its checksum imports nothing at all', async () => {
    const workspace = await openIn(temporaryFolder());
    const project = createProject(workspace);
    const good = new Uint8Array([1, 2, 3]);
    workspace.putBlob(project, hashOf(good), good);
    const file = { ...workspace.exportProject(project) };
    const hash = Object.keys(file.blobs)[0] ?? '';
    const elsewhere = await openIn(temporaryFolder());
    const forged = { ...file, blobs: { [hash]: Buffer.from('another').toString('base64') } };
    expect(() => elsewhere.importProject(forged)).toThrow(expect.objectContaining({ code: 'damaged-file' }));
    expect(elsewhere.listProjects('')).toEqual([]);
    expect(elsewhere.getBlob(hash)).toBeUndefined();
  });

  test('a project twice over, under another id, keeps both apart', async () => {
    const workspace = await openIn(temporaryFolder());
    const project = createProject(workspace);
    const file = workspace.exportProject(project);
    const twin = randomUUID();
    workspace.importProject({ ...file, project: { ...file.project, id: twin } });
    workspace.append(twin, [{ path: 'note/a', after: 'twin' }], act());
    expect(workspace.readCurrent(project).has('note/a')).toBe(false);
    expect(changesOf(workspace, twin)).toHaveLength(2);
  });
});

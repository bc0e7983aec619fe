/** Undo and redo in the store: per person, over restarts, and beside the work of others. */
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Workspace } from '../../db/workspace.ts';
import {
  act,
  changesOf,
  createProject,
  mergeChanges,
  openIn,
  temporaryFolder,
  valueAt,
  valuesOf,
  write,
} from '../helpers/database.ts';
import { anyJson } from './arbitraries.ts';

const undo = (workspace: Workspace, project: string, author = 'Anna', of?: string) =>
  workspace.undo(project, author, Date.now(), randomUUID(), of);
const redo = (workspace: Workspace, project: string, author = 'Anna') =>
  workspace.redo(project, author, Date.now(), randomUUID());

async function opened() {
  const folder = temporaryFolder();
  const workspace = await openIn(folder);
  return { folder, workspace, project: createProject(workspace) };
}

test('undoing everything and redoing everything comes back to the same, through every state on the way', async () => {
  const { workspace } = await opened();
  const path = fc.constantFrom('note/a', 'note/b', 'answer/c', 'row/t/r');
  const edits = fc.array(fc.record({ path, after: anyJson }), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(fc.array(edits, { maxLength: 12 }), (acts) => {
      const project = createProject(workspace);
      const states = [valuesOf(workspace.readCurrent(project))];
      for (const each of acts) {
        const before = JSON.stringify(valuesOf(workspace.readCurrent(project)));
        workspace.append(project, each, act());
        const after = valuesOf(workspace.readCurrent(project));
        // An act that changes nothing is no step of its own.
        if (JSON.stringify(after) !== before) states.push(after);
      }
      const backwards = [valuesOf(workspace.readCurrent(project))];
      while (undo(workspace, project)) backwards.push(valuesOf(workspace.readCurrent(project)));
      expect(backwards).toEqual(states.toReversed());
      expect(workspace.undoes(project, 'Anna')).toBeNull();
      const forwards = [valuesOf(workspace.readCurrent(project))];
      while (redo(workspace, project)) forwards.push(valuesOf(workspace.readCurrent(project)));
      expect(forwards).toEqual(states);
      expect(workspace.canRedo(project, 'Anna')).toBe(false);
    }),
    { numRuns: 60 },
  );
});

test('an act taken back by its name goes alone: what it wrote last goes back, nothing else moves, and redo does it again', async () => {
  const { workspace } = await opened();
  const path = fc.constantFrom('note/a', 'note/b', 'answer/c', 'row/t/r');
  const acts = fc.array(fc.uniqueArray(path, { minLength: 1 }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(acts, fc.nat(), (touched, which) => {
      const project = createProject(workspace);
      const before: Record<string, unknown>[] = [];
      const batches = touched.map((paths, place) => {
        before.push(valuesOf(workspace.readCurrent(project)));
        const [change] = workspace.append(
          project,
          paths.map((one) => ({ path: one, after: place })),
          act(),
        );
        return change?.batch;
      });
      const chosen = which % touched.length;
      const last = valuesOf(workspace.readCurrent(project));
      const own = (touched[chosen] ?? []).filter((one) => last[one] === chosen);
      const changes = undo(workspace, project, 'Anna', batches[chosen]);
      expect((changes ?? []).map((change) => change.path).sort()).toEqual(own.toSorted());
      const stood = Object.fromEntries(own.map((one) => [one, before[chosen]?.[one]]));
      expect(valuesOf(workspace.readCurrent(project))).toEqual({ ...last, ...stood });
      expect(undo(workspace, project, 'Anna', batches[chosen])).toBeUndefined();
      if (changes) redo(workspace, project);
      expect(valuesOf(workspace.readCurrent(project))).toEqual(last);
    }),
    { numRuns: 60 },
  );
});

test('by its name, nobody takes back what somebody else did', async () => {
  const { workspace, project } = await opened();
  const [change] = write(workspace, project, 'note/a', 'ben', 'Ben');
  expect(undo(workspace, project, 'Anna', change?.batch)).toBeUndefined();
  expect(valueAt(workspace, project, 'note/a')).toBe('ben');
});

describe('undo', () => {
  test('is a change like any other, that says which act it took back', async () => {
    const { workspace, project } = await opened();
    const [change] = write(workspace, project, 'note/a', 'one');
    const [undone] = undo(workspace, project) ?? [];
    expect(undone).toMatchObject({
      before: 'one',
      after: null,
      origin: { kind: 'undo', ref: change?.batch },
      parents: [change?.id],
    });
    const [redone] = redo(workspace, project) ?? [];
    expect(redone).toMatchObject({ after: 'one', origin: { kind: 'redo', ref: change?.batch } });
    expect(changesOf(workspace, project)).toHaveLength(4);
  });

  test('survives closing and opening', async () => {
    const { folder, workspace, project } = await opened();
    write(workspace, project, 'note/a', 'one');
    write(workspace, project, 'note/a', 'two');
    undo(workspace, project);
    await workspace.close();
    const again = await openIn(folder);
    expect(again.undoes(project, 'Anna')).not.toBeNull();
    redo(again, project);
    expect(valueAt(again, project, 'note/a')).toBe('two');
    undo(again, project);
    undo(again, project);
    expect(valueAt(again, project, 'note/a')).toBeNull();
  });

  test('never takes back the making of the project', async () => {
    const { workspace, project } = await opened();
    expect(workspace.undoes(project, 'Anna')).toBeNull();
    expect(undo(workspace, project)).toBeUndefined();
    expect(valueAt(workspace, project, 'project/name')).toBe('Contoso');
  });

  test('takes back only what the same person did', async () => {
    const { workspace, project } = await opened();
    write(workspace, project, 'note/a', 'anna');
    write(workspace, project, 'note/b', 'ben', 'Ben');
    expect(undo(workspace, project)).toHaveLength(1);
    expect(valuesOf(workspace.readCurrent(project))).toMatchObject({ 'note/b': 'ben' });
    expect(workspace.undoes(project, 'Anna')).toBeNull();
    expect(workspace.undoes(project, 'Ben')).not.toBeNull();
  });

  test('leaves alone what somebody else has changed since, and takes back the rest', async () => {
    const { workspace, project } = await opened();
    const edits = ['note/a', 'note/b'].map((path) => ({ path, after: 'anna' }));
    workspace.append(project, edits, act());
    write(workspace, project, 'note/a', 'ben', 'Ben');
    undo(workspace, project);
    expect(valueAt(workspace, project, 'note/a')).toBe('ben');
    expect(valueAt(workspace, project, 'note/b')).toBeNull();
    redo(workspace, project);
    expect(valueAt(workspace, project, 'note/a')).toBe('ben');
    expect(valueAt(workspace, project, 'note/b')).toBe('anna');
  });

  test("does not mistake another's change to the same value for one's own", async () => {
    const { workspace, project } = await opened();
    write(workspace, project, 'note/a', 'one');
    write(workspace, project, 'note/a', 'two', 'Ben');
    write(workspace, project, 'note/a', 'one', 'Ben');
    write(workspace, project, 'note/a', 'three');
    undo(workspace, project);
    expect(valueAt(workspace, project, 'note/a')).toBe('one');
    expect(undo(workspace, project)).toBeUndefined();
    expect(valueAt(workspace, project, 'note/a')).toBe('one');
  });

  test('passes over an act that is out of reach', async () => {
    const { workspace, project } = await opened();
    write(workspace, project, 'note/b', 'first');
    write(workspace, project, 'note/a', 'second');
    write(workspace, project, 'note/a', 'ben', 'Ben');
    expect(undo(workspace, project)?.map((change) => change.path)).toEqual(['note/b']);
    redo(workspace, project);
    expect(valueAt(workspace, project, 'note/b')).toBe('first');
    expect(valueAt(workspace, project, 'note/a')).toBe('ben');
  });

  test('cannot be redone after a new act', async () => {
    const { workspace, project } = await opened();
    write(workspace, project, 'note/a', 'one');
    undo(workspace, project);
    expect(workspace.canRedo(project, 'Anna')).toBe(true);
    write(workspace, project, 'note/b', 'new');
    expect(workspace.canRedo(project, 'Anna')).toBe(false);
    expect(redo(workspace, project)).toBeUndefined();
  });

  test('leaves alone what a merge has put beside it', async () => {
    const { workspace, project } = await opened();
    const other = await openIn(temporaryFolder());
    other.importProject(workspace.exportProject(project));
    write(workspace, project, 'note/a', 'here');
    write(other, project, 'note/a', 'there', 'Ben');
    workspace.mergeProject(other.exportProject(project));
    expect(undo(workspace, project)).toBeUndefined();
    expect(workspace.readDisagreements(project)).toHaveLength(1);
  });

  test('takes back the settling of a disagreement, and redo settles it again', async () => {
    const { workspace, project } = await opened();
    const other = await openIn(temporaryFolder());
    other.importProject(workspace.exportProject(project));
    write(workspace, project, 'note/a', 'here');
    write(other, project, 'note/a', 'there', 'Ben');
    workspace.mergeProject(other.exportProject(project));
    const stood = valueAt(workspace, project, 'note/a');
    write(workspace, project, 'note/a', 'settled');
    undo(workspace, project);
    expect(valueAt(workspace, project, 'note/a')).toBe(stood);
    redo(workspace, project);
    expect(valueAt(workspace, project, 'note/a')).toBe('settled');
  });

  test('does not take back what new content did', async () => {
    const { workspace, project } = await opened();
    const contentAct = { ...act(), origin: { kind: 'content' as const } };
    workspace.append(project, [{ path: 'note/a', after: 'moved' }], contentAct);
    expect(undo(workspace, project)).toBeUndefined();
  });

  test('ends on changes from a file that refer to each other in a circle', async () => {
    const { workspace, project } = await opened();
    const [own] = write(workspace, project, 'note/a', 'own');
    if (!own) throw new Error('nothing was written');
    const [looping, first, head] = [randomUUID(), randomUUID(), randomUUID()];
    const [loop, batch] = [randomUUID(), randomUUID()];
    const clock = own.clock;
    mergeChanges(workspace, project, [
      { ...own, id: looping, batch: loop, parents: [looping], origin: { kind: 'undo', ref: loop } },
      { ...own, id: first, batch, parents: [looping], clock: clock + 1 },
      {
        ...own,
        id: head,
        batch,
        parents: [first, own.id],
        clock: clock + 2,
        origin: { kind: 'undo', ref: batch },
      },
    ]);
    expect(workspace.readCurrent(project).get('note/a')?.heads).toEqual([head]);
    expect(undo(workspace, project)).toBeUndefined();
  });
});

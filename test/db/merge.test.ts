/** Merging in the store: the union and no more, taken back in one step, whole or not at all. */
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Workspace } from '../../db/workspace.ts';
import type { Json } from '../../shared/json.ts';
import { createProject, openIn, temporaryFolder, valueAt, valuesOf, write } from '../helpers/database.ts';

const anna = () => ({ author: 'Anna', batch: randomUUID() });
const undo = (workspace: Workspace, project: string) =>
  workspace.undo(project, 'Anna', Date.now(), randomUUID());
const redo = (workspace: Workspace, project: string) =>
  workspace.redo(project, 'Anna', Date.now(), randomUUID());

async function twoCopies() {
  const [mine, theirs] = [await openIn(temporaryFolder()), await openIn(temporaryFolder())];
  const begin = () => {
    const project = createProject(mine);
    theirs.importProject(mine.exportProject(project));
    return project;
  };
  return { mine, theirs, begin };
}

test('a merge is taken back in one step and done again in one, whatever either side had done', async () => {
  const { mine, theirs, begin } = await twoCopies();
  const places = fc.constantFrom('note/a', 'note/b', 'answer/c', 'row/t/r');
  const value: fc.Arbitrary<Json> = fc.constantFrom<Json>('one', 'two', null);
  const step = fc.record({ isMine: fc.boolean(), path: places, after: value, exchange: fc.boolean() });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      const project = begin();
      for (const { isMine, path, after, exchange } of steps) {
        write(isMine ? mine : theirs, project, path, after, isMine ? 'Anna' : 'Ben');
        if (exchange) theirs.mergeProject(mine.exportProject(project));
      }
      const before = valuesOf(mine.readCurrent(project));
      const came = mine.mergeProject(theirs.exportProject(project), anna());
      if (came === 0) return;
      const merged = valuesOf(mine.readCurrent(project));
      const isSame = JSON.stringify(merged) === JSON.stringify(before);
      const wereAtOdds = mine.readDisagreements(project).length > 0;
      const undone = undo(mine, project);
      if (!isSame || wereAtOdds) expect(undone).toBeDefined();
      if (isSame && !wereAtOdds) return;
      expect(valuesOf(mine.readCurrent(project))).toEqual(before);
      expect(mine.readDisagreements(project)).toEqual([]);
      redo(mine, project);
      expect(valuesOf(mine.readCurrent(project))).toEqual(merged);
    }),
    { numRuns: 60 },
  );
});

describe('a merge', () => {
  test('done twice changes nothing, and leaves nothing more to undo', async () => {
    const { mine, theirs, begin } = await twoCopies();
    const project = begin();
    write(theirs, project, 'note/a', 'ben', 'Ben');
    const file = theirs.exportProject(project);
    expect(mine.previewMerge(file)).toMatchObject({ changes: 1, conflicts: 0, people: [{ author: 'Ben' }] });
    expect(mine.mergeProject(file, anna())).toBe(1);
    const once = mine.exportProject(project);
    expect(mine.previewMerge(file).changes).toBe(0);
    expect(mine.mergeProject(file, anna())).toBe(0);
    expect(mine.exportProject(project)).toEqual(once);
    expect(undo(mine, project)).toHaveLength(1);
    expect(mine.undoes(project, 'Anna')).toBeNull();
  });

  test('taken back leaves my earlier acts within reach of undo', async () => {
    const { mine, theirs, begin } = await twoCopies();
    const project = begin();
    write(mine, project, 'note/a', 'anna');
    theirs.mergeProject(mine.exportProject(project));
    write(theirs, project, 'note/a', 'ben', 'Ben');
    mine.mergeProject(theirs.exportProject(project), anna());
    expect(valueAt(mine, project, 'note/a')).toBe('ben');
    undo(mine, project);
    expect(valueAt(mine, project, 'note/a')).toBe('anna');
    undo(mine, project);
    expect(valueAt(mine, project, 'note/a')).toBeNull();
    redo(mine, project);
    redo(mine, project);
    expect(valueAt(mine, project, 'note/a')).toBe('ben');
  });

  test('taken back leaves alone what was changed since', async () => {
    const { mine, theirs, begin } = await twoCopies();
    const project = begin();
    write(theirs, project, 'note/a', 'ben', 'Ben');
    write(theirs, project, 'note/b', 'ben', 'Ben');
    mine.mergeProject(theirs.exportProject(project), anna());
    write(mine, project, 'note/a', 'chris', 'Chris');
    undo(mine, project);
    expect(valuesOf(mine.readCurrent(project))).toMatchObject({ 'note/a': 'chris' });
    expect(valueAt(mine, project, 'note/b')).toBeNull();
  });

  test('that comes in by itself is nobody’s to take back', async () => {
    const { mine, theirs, begin } = await twoCopies();
    const project = begin();
    write(theirs, project, 'note/a', 'ben', 'Ben');
    mine.mergeProject(theirs.exportProject(project));
    expect(mine.undoes(project, 'Anna')).toBeNull();
  });

  test('that fails half way leaves the project as before', async () => {
    const { mine, theirs, begin } = await twoCopies();
    const project = begin();
    for (const place of ['a', 'b', 'c']) write(theirs, project, `note/${place}`, 'ben', 'Ben');
    const file = theirs.exportProject(project);
    const before = mine.exportProject(project);
    const [good, bad] = [file.changes.slice(0, -1), file.changes.at(-1)];
    // What the file cannot hold, the store cannot either: it stops in the midst of the transaction.
    const broken = { ...file, changes: [...good, { ...bad, path: null } as never] };
    expect(() => mine.mergeProject(broken, anna())).toThrow();
    expect(mine.exportProject(project)).toEqual(before);
    expect(mine.undoes(project, 'Anna')).toBeNull();
  });
});

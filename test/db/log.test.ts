/** The log of changes: what an act leaves in it, what can be read from it, and how two copies become one. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { lastLines, valuesOf as stored } from '../../shared/progress/log-line.ts';
import type { Change } from '../../shared/project/change.ts';
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

async function opened() {
  const folder = temporaryFolder();
  const workspace = await openIn(folder);
  return { folder, workspace, project: createProject(workspace) };
}

describe('an act', () => {
  test('is kept as changes that say what stood before, what stands now, and what they follow', async () => {
    const { workspace, project } = await opened();
    const [first] = write(workspace, project, 'note/a', 'one');
    const [second] = write(workspace, project, 'note/a', 'two', 'Ben');
    expect(first).toMatchObject({ before: null, after: 'one', parents: [], author: 'Anna' });
    expect(second).toMatchObject({ before: 'one', after: 'two', parents: [first?.id], author: 'Ben' });
    expect(second?.copy).toBe(first?.copy);
    expect(second?.clock).toBeGreaterThan(first?.clock ?? Number.POSITIVE_INFINITY);
    expect(changesOf(workspace, project).slice(-2)).toEqual([first, second]);
  });

  test('with several edits is one batch, in which each path is written once, with what came last', async () => {
    const { workspace, project } = await opened();
    const edits = [
      { path: 'note/a', after: '1' },
      { path: 'note/b', after: '2' },
      { path: 'note/a', after: '3' },
    ];
    const changes = workspace.append(project, edits, act());
    expect(new Set(changes.map((change) => change.batch)).size).toBe(1);
    expect(changes.map(({ path, before, after }) => [path, before, after])).toEqual([
      ['note/a', null, '3'],
      ['note/b', null, '2'],
    ]);
    expect(valuesOf(workspace.readCurrent(project))).toEqual({
      'note/a': '3',
      'note/b': '2',
      'project/name': 'Contoso',
    });
  });

  test('that changes nothing leaves no trace', async () => {
    const { workspace, project } = await opened();
    write(workspace, project, 'note/a', 'one');
    const before = workspace.getProject(project);
    expect(write(workspace, project, 'note/a', 'one')).toEqual([]);
    expect(workspace.getProject(project)).toEqual(before);
  });

  test('that fails half-way leaves nothing behind', async () => {
    const { workspace, project } = await opened();
    const before = changesOf(workspace, project);
    const unkeepable = { path: 'note/b', after: 1n as unknown as string };
    expect(() => workspace.append(project, [{ path: 'note/a', after: 'x' }, unkeepable], act())).toThrow();
    expect(changesOf(workspace, project)).toEqual(before);
    expect(valueAt(workspace, project, 'note/a')).toBeUndefined();
  });

  test('in a project that is not there is refused', async () => {
    const { workspace } = await opened();
    expect(() => write(workspace, randomUUID(), 'note/a', 'x')).toThrow(
      expect.objectContaining({ code: 'not-found' }),
    );
  });

  test('counts on in its own clock when the wall clock was set back', async () => {
    const { workspace, project } = await opened();
    const [late] = workspace.append(
      project,
      [{ path: 'note/a', after: 'x' }],
      act('Anna', 5_000_000_000_000),
    );
    const [early] = workspace.append(project, [{ path: 'note/a', after: 'y' }], act('Anna', 5));
    expect(early?.clock).toBe((late?.clock ?? 0) + 1);
    expect(valueAt(workspace, project, 'note/a')).toBe('y');
  });
});

describe('the log', () => {
  test('refuses to be changed or shortened, even by SQL', async () => {
    const { folder, workspace, project } = await opened();
    write(workspace, project, 'note/a', 'one');
    const database = new Database(join(folder, 'onramp.db'));
    expect(() => database.exec(`UPDATE changes SET author = '"Eve"'`)).toThrow('append-only');
    expect(() => database.exec('DELETE FROM changes')).toThrow('append-only');
    database.close();
  });

  test('pages through history without losing changes of equal clock', async () => {
    const { workspace, project } = await opened();
    const own = Array.from({ length: 9 }, (_, index) => write(workspace, project, 'note/a', index)).flat();
    // Another copy, whose clocks are the same as ours.
    const foreign = own.map(
      (change): Change => ({ ...change, id: randomUUID(), copy: '0'.repeat(8) + change.copy.slice(8) }),
    );
    mergeChanges(workspace, project, foreign);
    const seen: string[] = [];
    let before: number | undefined;
    for (;;) {
      const page = workspace.readHistory(project, { path: 'note/a', before, limit: 3 });
      if (page.length === 0) break;
      seen.push(...page.map((change) => change.id));
      before = page.at(-1)?.clock;
    }
    expect(seen).toHaveLength(18);
    expect(new Set(seen)).toEqual(new Set([...own, ...foreign].map((change) => change.id)));
    const all = workspace.readHistory(project, { limit: 1000 });
    expect(all).toHaveLength(19);
    expect(all.map((change) => change.clock)).toEqual(
      all.map((change) => change.clock).sort((a, b) => b - a),
    );
  });

  test('is read in short in an order in which later changes win, also where clocks tie', async () => {
    const { workspace, project } = await opened();
    const [own] = write(workspace, project, 'note/a', 'ours');
    if (!own) throw new Error('nothing was written');
    const copy = '0'.repeat(8) + own.copy.slice(8);
    const rival = (id: string, after: string): Change => ({ ...own, id, after, parents: [], copy });
    const low = '00000000-0000-4000-8000-000000000001';
    const high = 'ffffffff-ffff-4fff-8fff-ffffffffffff';
    mergeChanges(workspace, project, [rival(high, 'highest id'), rival(low, 'lowest id')]);
    const texts = () => workspace.readLines(project).map(({ after }) => JSON.parse(after) as unknown);
    expect(texts().slice(-3)).toEqual(['lowest id', 'ours', 'highest id']);
    expect(workspace.readCurrent(project).get('note/a')?.value).toBe('highest id');
    write(workspace, project, 'note/a', 'settled');
    expect(texts().at(-1)).toBe('settled');
  });

  test('tells what stood at a milestone, also after older changes came in from elsewhere', async () => {
    const { workspace, project } = await opened();
    const [own] = write(workspace, project, 'note/a', 'ours');
    if (!own) throw new Error('nothing was written');
    const milestone = workspace.throughOf(project);
    const then = workspace.readCurrent(project);
    const late: Change = {
      ...own,
      id: randomUUID(),
      copy: randomUUID(),
      path: 'note/b',
      parents: [],
      clock: 5,
      at: 5,
    };
    mergeChanges(workspace, project, [late]);
    write(workspace, project, 'note/a', 'later');
    const through = (clocks: Record<string, number>) =>
      valuesOf(new Map(stored(lastLines(workspace.readLinesThrough(project, clocks)))));
    expect(through(milestone)).toEqual(valuesOf(then));
    expect(through(workspace.throughOf(project))).toEqual(valuesOf(workspace.readCurrent(project)));
    expect(workspace.throughOf(project)[late.copy]).toBe(5);
  });
});

describe('two copies of a project', () => {
  async function twoCopies() {
    const { workspace: left, project } = await opened();
    write(left, project, 'note/a', 'common');
    const right = await openIn(temporaryFolder());
    right.importProject(left.exportProject(project));
    return { left, right, project };
  }

  test('change under different names', async () => {
    const { left, right, project } = await twoCopies();
    const [ours] = write(left, project, 'note/a', 'left');
    const [theirs] = write(right, project, 'note/a', 'right');
    expect(ours?.copy).not.toBe(theirs?.copy);
    expect(ours?.parents).toEqual(theirs?.parents);
  });

  test('show a disagreement after a merge, until an edit settles it', async () => {
    const { left, right, project } = await twoCopies();
    write(left, project, 'note/a', 'left');
    write(right, project, 'note/a', 'right', 'Ben');
    expect(left.mergeProject(right.exportProject(project))).toBe(1);
    expect(left.mergeProject(right.exportProject(project))).toBe(0);
    const [disagreement] = left.readDisagreements(project);
    expect(disagreement?.path).toBe('note/a');
    expect(disagreement?.sides.map((side) => side.value).sort()).toEqual(['left', 'right']);
    const stands = valueAt(left, project, 'note/a') ?? null;
    write(left, project, 'note/a', stands);
    expect(left.readDisagreements(project)).toEqual([]);
    expect(valueAt(left, project, 'note/a')).toBe(stands);
  });

  test('that wrote the same do not disagree', async () => {
    const { left, right, project } = await twoCopies();
    write(left, project, 'note/a', 'same');
    write(right, project, 'note/a', 'same', 'Ben');
    mergeChanges(left, project, changesOf(right, project));
    expect(left.readDisagreements(project)).toEqual([]);
  });

  test('carry the name over into the list of projects', async () => {
    const { left, right, project } = await twoCopies();
    right.append(
      project,
      [
        { path: 'project/name', after: 'Fabrikam' },
        { path: 'project/customer', after: 'Fabrikam Ltd' },
        { path: 'project/archived', after: true },
      ],
      act(),
    );
    mergeChanges(left, project, changesOf(right, project));
    const expected = { name: 'Fabrikam', customer: 'Fabrikam Ltd', archived: true };
    expect(left.getProject(project)).toMatchObject(expected);
    expect(right.getProject(project)).toMatchObject(expected);
  });
});

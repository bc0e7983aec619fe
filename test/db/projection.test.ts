/** The projection against the log, over random histories of two copies. */
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Workspace } from '../../db/workspace.ts';
import { lastLines, valuesOf as stored } from '../../shared/progress/log-line.ts';
import { projectChanges } from '../../shared/project/change.ts';
import {
  act,
  changesOf,
  createProject,
  mergeChanges,
  openIn,
  sorted,
  temporaryFolder,
  valuesOf,
} from '../helpers/database.ts';
import { anyJson } from './arbitraries.ts';

const paths = ['note/a', 'note/b', 'answer/c', 'project/name', 'row/t/r'];
const path = fc.constantFrom(...paths);
const author = fc.constantFrom('Anna', 'Ben');
const side = fc.constantFrom(0, 1);

const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('edit' as const),
      side,
      author,
      edits: fc.array(fc.record({ path, after: fc.oneof(anyJson, fc.constantFrom('x', 'y', null)) }), {
        minLength: 1,
        maxLength: 3,
      }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constantFrom('undo' as const, 'redo' as const), side, author }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('merge' as const), side, order: fc.infiniteStream(fc.nat()) }),
  },
);

test('the projection is always what the log says, and copies that know the same say the same', async () => {
  const pair = [await openIn(temporaryFolder()), await openIn(temporaryFolder())] as const;
  const expectProjected = (workspace: Workspace, project: string) => {
    const log = changesOf(workspace, project);
    expect(sorted(workspace.readCurrent(project))).toEqual(sorted(projectChanges(log)));
    expect(workspace.getProject(project)?.changeCount).toBe(log.length);
  };
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      const project = createProject(pair[0]);
      pair[1].importProject(pair[0].exportProject(project));
      let now = 1_700_000_000_000;
      for (const step of steps) {
        const here = pair[step.side === 0 ? 0 : 1];
        const there = pair[step.side === 0 ? 1 : 0];
        now += 10;
        if (step.kind === 'edit') here.append(project, step.edits, act(step.author, now));
        if (step.kind === 'undo') here.undo(project, step.author, now, randomUUID());
        if (step.kind === 'redo') here.redo(project, step.author, now, randomUUID());
        if (step.kind === 'merge') {
          const shuffled = changesOf(there, project)
            .map((change) => ({ change, rank: step.order.next().value as number }))
            .sort((left, right) => left.rank - right.rank);
          // In two halves, so that changes also arrive before those they follow.
          const half = Math.ceil(shuffled.length / 2);
          mergeChanges(
            here,
            project,
            shuffled.slice(0, half).map(({ change }) => change),
          );
          expectProjected(here, project);
          mergeChanges(
            here,
            project,
            shuffled.map(({ change }) => change),
          );
        }
        expectProjected(here, project);
      }
      pair[0].mergeProject(pair[1].exportProject(project));
      pair[1].mergeProject(pair[0].exportProject(project));
      expect(sorted(pair[0].readCurrent(project))).toEqual(sorted(pair[1].readCurrent(project)));
      expect(pair[0].getProject(project)?.name).toBe(pair[1].getProject(project)?.name);
      const through = pair[0].readLinesThrough(project, pair[0].throughOf(project));
      for (const lines of [through, pair[1].readLines(project)]) {
        const stood = new Map(stored(lastLines(lines)));
        expect(valuesOf(stood)).toEqual(valuesOf(pair[0].readCurrent(project)));
      }
    }),
    { numRuns: 40 },
  );
});

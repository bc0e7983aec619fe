/** The projects kept in memory against what stands in the store. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closeContext, openContext } from '../../../electron/backend/context.ts';
import { dispatch } from '../../../electron/backend/dispatch.ts';
import { answered, nat, testBackend } from '../../helpers/backend.ts';

const backend = testBackend();
const { call } = backend;

describe('the view kept in memory', () => {
  it('is read again when another process has restored a backup, also after as many changes as before', async () => {
    const { id } = await call('project.create', { name: 'Rollout' });
    const { name } = await backend.context.workspace.createBackup('test');
    await call('answer.set', { project: id, question: nat, answer: answered('we-do') });
    const other = await openContext({ folder: backend.folder, host: 'test', version: '0.0.0' });
    try {
      await other.workspace.restoreBackup(name);
      await dispatch(other, 'answer.set', { project: id, question: nat, answer: answered('none') });
    } finally {
      await closeContext(other);
    }
    const view = await call('project.open', { project: id });
    expect(view.saved.changes).toBe(2);
    expect(view.answers[nat]).toEqual(answered('none'));
  });

  it('is the same as the one read afresh, after any sequence of calls', async () => {
    const act = fc.oneof(
      fc.record({
        kind: fc.constant('answer' as const),
        value: fc.constantFrom('we-do', 'provider', 'none'),
      }),
      fc.record({
        kind: fc.constant('row' as const),
        id: fc.constantFrom('a', 'b', 'c'),
        users: fc.nat(100),
      }),
      fc.record({ kind: fc.constant('remove' as const), id: fc.constantFrom('a', 'b', 'c') }),
      fc.record({ kind: fc.constant('undo' as const) }),
      fc.record({ kind: fc.constant('redo' as const) }),
      fc.record({ kind: fc.constant('archive' as const), archived: fc.boolean() }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 12 }), async (acts) => {
        const { id } = await call('project.create', { name: 'P' });
        for (const one of acts) {
          if (one.kind === 'answer')
            await call('answer.set', { project: id, question: nat, answer: answered(one.value) });
          if (one.kind === 'row') {
            const value = { order: 0, cells: { name: one.id, users: one.users, kind: 'hub' } };
            await call('row.set', { project: id, table: 'sites', row: one.id, value });
          }
          if (one.kind === 'remove')
            await call('row.remove', { project: id, table: 'sites', rows: [one.id] });
          if (one.kind === 'undo') await call('project.undo', { project: id });
          if (one.kind === 'redo') await call('project.redo', { project: id });
          if (one.kind === 'archive') await call('project.describe', { project: id, archived: one.archived });
        }
        const kept = await call('project.open', { project: id });
        backend.context.views.forgetAll();
        expect(await call('project.open', { project: id })).toEqual(kept);
      }),
      { numRuns: 25 },
    );
  });
});

/** Answers, confirmations and table rows: kept, refused, confirmed, taken back. */
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dispatch } from '../../../electron/backend/dispatch.ts';
import type { Answer } from '../../../shared/project/answer.ts';
import { questionActionId } from '../../../shared/project/question-action.ts';
import type { ProjectView } from '../../../shared/view.ts';
import { answered, nat, testBackend } from '../../helpers/backend.ts';

const backend = testBackend();
const { call, refusal } = backend;

describe('answers', () => {
  it('are kept, assessed, and there after a restart', async () => {
    const { id } = await call('project.create', { name: 'Rollout' });
    const view = await call('answer.set', { project: id, question: nat, answer: answered('we-do') });
    expect(view.answers[nat]).toEqual(answered('we-do'));
    await backend.restart();
    const again = await call('project.open', { project: id });
    expect(again.answers[nat]).toEqual(answered('we-do'));
    expect(again.saved.changes).toBe(view.saved.changes);
  });

  it('that do not fit their question are refused, and kept as drafts when sent as such', async () => {
    const { id } = await call('project.create', { name: 'Rollout' });
    expect(
      await refusal('answer.set', { project: id, question: nat, answer: answered('somebody') }),
    ).toMatchObject({ code: 'bad-input' });
    const draft = { state: 'draft' as const, text: '203.0.113.0/99' };
    const view = await call('answer.set', { project: id, question: 'routing.nat.er-pool', answer: draft });
    expect(view.answers['routing.nat.er-pool']).toEqual(draft);
  });

  it('lose their confirmation when they change', async () => {
    const { id } = await call('project.create', { name: 'Rollout' });
    await call('settings.set', { author: 'H. Meyer' });
    await call('answer.set', { project: id, question: nat, answer: answered('we-do') });
    const confirmed = await call('answer.review', { project: id, questions: [nat], reviewed: true });
    expect(confirmed.reviews[nat]?.by).toBe('H. Meyer');
    const changed = await call('answer.set', { project: id, question: nat, answer: answered('provider') });
    expect(changed.reviews[nat]).toBeUndefined();
  });

  it('are confirmed by name only: without one the confirmation is refused, and taking one back is not', async () => {
    const { id } = await call('project.create', { name: 'Rollout' });
    await call('answer.set', { project: id, question: nat, answer: answered('we-do') });
    await call('settings.set', { author: '  ' });
    expect(await refusal('answer.review', { project: id, questions: [nat], reviewed: true })).toEqual({
      code: 'bad-input',
      message: 'A confirmation needs the name of the person who confirms.',
      remedy: 'Enter your name in Settings, then confirm.',
      fields: { author: 'missing' },
    });
    const view = await call('answer.review', { project: id, questions: [nat], reviewed: false });
    expect(view.reviews).toEqual({});
  });

  it('open their action when nobody knows, and close it when somebody does', async () => {
    const { id } = await call('project.create', { name: 'Rollout' });
    const unknown = { project: id, question: nat, answer: { state: 'unknown' as const } };
    const path = questionActionId(nat);
    expect((await call('answer.set', unknown)).actions).toEqual({});
    const opened = await call('answer.set', { ...unknown, actionTitle: 'Find out: who?' });
    expect(opened.actions[path]).toMatchObject({ title: 'Find out: who?', status: 'open', question: nat });
    const known = await call('answer.set', { project: id, question: nat, answer: answered('we-do') });
    expect(known.actions[path]).toMatchObject({ title: 'Find out: who?', status: 'done' });
  });

  it('and all that a call changed with them are taken back by one undo', async () => {
    const answer = fc.constantFrom<Answer | null>(
      { state: 'unknown' },
      answered('we-do'),
      { state: 'notApplicable', reason: 'outOfScope' },
      { state: 'draft', text: 'may' },
      null,
    );
    const act = fc.oneof(
      fc.record({ kind: fc.constant('answer' as const), answer, titled: fc.boolean() }),
      fc.record({
        kind: fc.constant('action' as const),
        status: fc.constantFrom('doing' as const, 'dropped' as const),
      }),
      fc.record({ kind: fc.constant('review' as const) }),
    );
    await call('settings.set', { author: 'H. Meyer' });
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 8 }), async (acts) => {
        const { id: project } = await call('project.create', { name: 'P' });
        const said = async () => {
          const { answers, actions, reviews } = await call('project.open', { project });
          return { answers, actions, reviews };
        };
        for (const one of acts) {
          const before = await said();
          if (one.kind === 'answer') {
            const title = one.titled ? { actionTitle: 'Find out' } : {};
            await call('answer.set', { project, question: nat, answer: one.answer, ...title });
          }
          if (one.kind === 'action') {
            const action = { title: 'Ask', status: one.status, created: 1 };
            await call('action.set', { project, id: questionActionId(nat), action });
          }
          if (one.kind === 'review') {
            await call('answer.review', { project, questions: [nat], reviewed: true });
          }
          const after = await said();
          if (isDeepStrictEqual(after, before)) continue;
          await call('project.undo', { project });
          expect(await said()).toEqual(before);
          await call('project.redo', { project });
          expect(await said()).toEqual(after);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('come back by undo and redo, each act in one step', async () => {
    const { id } = await call('project.create', { name: 'Rollout' });
    const rows = ['Paris', 'Lyon'].map((name, order) => ({
      id: name,
      value: { order, cells: { name, kind: 'office' } },
    }));
    await call('row.paste', { project: id, table: 'sites', rows });
    const undone = await call('project.undo', { project: id });
    expect(undone.tables.sites ?? []).toEqual([]);
    const redone = await call('project.redo', { project: id });
    expect(redone.tables.sites?.map((row) => row.cells.name)).toEqual(['Paris', 'Lyon']);
    expect(redone.canRedo).toBe(false);
  });

  it('what a reply showed does not change under the reader when the next answer comes', async () => {
    const { id } = await call('project.create', { name: 'Rollout' });
    const reply = await dispatch(backend.context, 'answer.set', {
      project: id,
      question: nat,
      answer: answered('we-do'),
    });
    await call('answer.set', { project: id, question: nat, answer: answered('provider') });
    expect(reply.ok && (reply.value as ProjectView).answers[nat]).toEqual(answered('we-do'));
  });
});

describe('tables', () => {
  it('are refused where there is no such table, column or value', async () => {
    const { id } = await call('project.create', { name: 'Rollout' });
    const at = { project: id, row: 'r1' };
    expect((await refusal('row.set', { ...at, table: 'chairs', value: { order: 0, cells: {} } })).code).toBe(
      'bad-input',
    );
    expect(
      (await refusal('row.set', { ...at, table: 'sites', value: { order: 0, cells: { legs: 4 } } })).code,
    ).toBe('bad-input');
    expect(
      (await refusal('row.set', { ...at, table: 'sites', value: { order: 0, cells: { users: 'many' } } }))
        .code,
    ).toBe('bad-input');
    expect((await call('project.open', { project: id })).saved.changes).toBe(1);
  });

  it('that were confirmed are no longer confirmed when their rows change', async () => {
    const { id } = await call('project.create', { name: 'Rollout' });
    const row = {
      project: id,
      table: 'sites',
      row: 'r1',
      value: { order: 0, cells: { name: 'Paris', kind: 'hub' } },
    };
    await call('settings.set', { author: 'H. Meyer' });
    await call('row.set', row);
    expect(
      (await call('answer.review', { project: id, questions: ['scope.sites.list'], reviewed: true })).reviews[
        'scope.sites.list'
      ],
    ).toBeDefined();
    const changed = await call('row.set', {
      ...row,
      value: { order: 0, cells: { name: 'Lyon', kind: 'hub' } },
    });
    expect(changed.reviews['scope.sites.list']).toBeUndefined();
  });
});

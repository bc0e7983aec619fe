/** Projects: made, listed, copied, put away, and seen as they were. */
import { describe, expect, it } from 'vitest';
import { answered, nat, testBackend } from '../../helpers/backend.ts';

const backend = testBackend();
const { call, refusal } = backend;

describe('projects', () => {
  it('are duplicated with their answers and attachments, apart from the first', async () => {
    const { id } = await call('project.create', { name: 'Rollout' });
    await call('answer.set', { project: id, question: nat, answer: answered('none') });
    await call('attachment.add', {
      project: id,
      name: 'a.txt',
      kind: 'text',
      content: Buffer.from('one').toString('base64'),
      question: nat,
    });
    const copy = await call('project.duplicate', { project: id, name: 'Second' });
    await call('project.delete', { project: id });
    await call('project.purge', { project: id });
    expect(copy.answers[nat]).toEqual(answered('none'));
    const [attachment] = Object.keys(copy.attachments);
    expect(
      Buffer.from(
        (await call('attachment.get', { project: copy.id, id: attachment ?? '' })).content,
        'base64',
      ).toString(),
    ).toBe('one');
  });

  it('are deleted and brought back; only deleted ones are removed for good', async () => {
    const { id } = await call('project.create', { name: 'Rollout' });
    expect((await refusal('project.purge', { project: id })).code).toBe('conflict');
    expect((await call('project.delete', { project: id }))[0]?.deletedAt).not.toBeNull();
    expect((await refusal('project.open', { project: id })).code).toBe('not-found');
    await call('project.undelete', { project: id });
    expect((await call('project.open', { project: id })).name).toBe('Rollout');
  });

  it('take back one act by its name, whatever came after it, and say when that is out of reach', async () => {
    const { id } = await call('project.create', { name: 'Rollout' });
    const note = (question: string, text: string) =>
      call('answer.note', { project: id, question, note: text });
    const { undoes } = await note(nat, 'first');
    await note('routing.nat.other-services', 'later');
    const act = { project: id, act: undoes ?? '' };
    expect((await call('project.undo', act)).notes).toEqual({ 'routing.nat.other-services': 'later' });
    expect(await refusal('project.undo', act)).toMatchObject({ code: 'conflict' });
    expect((await call('project.open', { project: id })).notes).toEqual({
      'routing.nat.other-services': 'later',
    });
  });

  it('show in the list what their view shows', async () => {
    const { id } = await call('project.create', { name: 'Rollout', customer: 'Contoso' });
    await call('action.set', {
      project: id,
      id: 'a1',
      action: { title: 'Ask the provider', due: '2026-12-04', status: 'open', created: 1 },
    });
    const view = await call('project.open', { project: id });
    const [line] = await call('project.list', {});
    expect(line).toMatchObject({
      name: 'Rollout',
      customer: 'Contoso',
      readiness: view.assessment.readiness.percent,
      fresh: true,
    });
    expect(line?.nextDue).toEqual({ title: 'Ask the provider', due: '2026-12-04' });
  });

  it('were what they were: the state as of a moment', async () => {
    const { id } = await call('project.create', { name: 'Rollout' });
    const then = await call('answer.set', { project: id, question: nat, answer: answered('we-do') });
    await new Promise((resolve) => setTimeout(resolve, 3));
    await call('answer.set', { project: id, question: nat, answer: answered('none') });
    const past = await call('project.asOf', { project: id, at: then.saved.at });
    expect(past.answers[nat]).toEqual(answered('we-do'));
    expect(past.saved.changes).toBe(then.saved.changes);
    const later = await call('answer.set', { project: id, question: nat, answer: answered('provider') });
    expect((await call('project.asOf', { project: id, at: later.saved.at })).saved.changes).toBe(4);
  });

  it('are listed also while what was derived of them cannot be kept', async () => {
    await call('project.create', { name: 'Rollout' });
    const { name } = await backend.context.workspace.createBackup('test');
    await call('project.create', { name: 'Second' });
    const restored = backend.context.workspace.restoreBackup(name);
    expect((await call('project.list', {})).every((line) => line.fresh)).toBe(true);
    await restored;
  });

  it('the sample opens, and opens again as the same project', async () => {
    const first = await call('project.sample', {});
    const second = await call('project.sample', {});
    expect(second.id).toBe(first.id);
  });
});

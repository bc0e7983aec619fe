/** What is kept beside the answers: attachments, accepted findings, milestones. */
import { describe, expect, it } from 'vitest';
import { lastLines } from '../../../shared/progress/log-line.ts';
import { answered, nat, testBackend } from '../../helpers/backend.ts';

const backend = testBackend();
const { call, refusal } = backend;

const routes = {
  name: 'routes.txt',
  kind: 'text',
  content: Buffer.from('B 13.71.0.0/18').toString('base64'),
};

describe('attachments', () => {
  it('say when they were added', async () => {
    const now = 1_800_000_000_000;
    await backend.restart({ now: () => now });
    const { id } = await call('project.create', { name: 'Rollout' });
    const { attachments } = await call('attachment.add', { project: id, ...routes });
    const [attachment] = Object.values(attachments);
    expect(attachment?.addedAt).toBe(now);
  });

  it('from files of before that was kept come in, show and go out as they were', async () => {
    const { id } = await call('project.create', { name: 'Rollout' });
    await call('attachment.add', { project: id, ...routes });
    const { text } = await call('project.export', { project: id });
    const old = text.replace(/\n *"addedAt": \d+,/, '');
    expect(old).not.toContain('addedAt');
    await backend.elsewhere(async () => {
      const { attachments } = await call('project.import', { text: old });
      const [attachment] = Object.keys(attachments);
      expect(attachments[attachment ?? '']).toEqual({
        name: 'routes.txt',
        kind: 'text',
        hash: expect.any(String),
        size: 14,
        taken: expect.any(String),
        shelfDays: 90,
      });
      const { content } = await call('attachment.get', { project: id, id: attachment ?? '' });
      expect(content).toBe(routes.content);
      expect((await call('project.export', { project: id })).text).toBe(old);
    });
  });

  it('are refused where a question has as many as it may have, and nothing of them is kept', async () => {
    const { id } = await call('project.create', { name: 'Rollout' });
    const proofs = Array.from({ length: 200 }, (_, number) => `proof${number}`);
    backend.context.workspace.append(id, [{ path: `proof/${nat}`, after: proofs }], {
      author: '',
      at: 1,
      origin: { kind: 'edit' },
      batch: crypto.randomUUID(),
    });
    const attachment = { name: 'a.txt', kind: 'text', content: Buffer.from('one').toString('base64') };
    expect((await refusal('attachment.add', { project: id, ...attachment, question: nat })).code).toBe(
      'bad-input',
    );
    expect(backend.context.workspace.exportProject(id).blobs).toEqual({});
    await call('attachment.add', { project: id, ...attachment });
    expect(Object.keys(backend.context.workspace.exportProject(id).blobs)).toHaveLength(1);
  });
});

describe('findings', () => {
  it('can be accepted by name until a day, but a blocker cannot be accepted', async () => {
    const sample = await call('project.sample', {});
    const find = (severity: string) =>
      sample.assessment.findings.find((one) => one.severity === severity)?.id ?? '';
    const acceptance = { by: 'M. Laurent', reason: 'known', until: '2999-01-01' };
    const view = await call('finding.accept', { project: sample.id, finding: find('risk'), acceptance });
    expect(view.assessment.findings.find((one) => one.id === find('risk'))?.accepted).toMatchObject(
      acceptance,
    );
    const refused = await refusal('finding.accept', {
      project: sample.id,
      finding: find('blocker'),
      acceptance,
    });
    expect(refused.code).toBe('bad-input');
  });
});

describe('milestones', () => {
  it('name the set of changes they stand on', async () => {
    const { id } = await call('project.create', { name: 'Rollout' });
    await call('answer.set', { project: id, question: nat, answer: answered('we-do') });
    const view = await call('milestone.create', { project: id, name: 'Workshop 1' });
    await call('answer.set', { project: id, question: nat, answer: answered('none') });
    const [milestone] = Object.values(view.milestones);
    const then = lastLines(backend.context.workspace.readLinesThrough(id, milestone?.through ?? {}));
    expect(JSON.parse(then.get(`answer/${nat}`)?.after ?? 'null')).toEqual(answered('we-do'));
  });
});

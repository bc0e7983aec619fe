/** Actions, decisions and parked points over their life, proofs as they age, and all projects in one list. */
import readXlsxFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import type { Action } from '../../../shared/project/paths.ts';
import { answered, nat, testBackend } from '../../helpers/backend.ts';

const backend = testBackend();
const { call, refusal } = backend;

const day = 86_400_000;
const start = new Date(2026, 7, 1, 12).getTime();
const action = (change: Partial<Action> = {}): Action => ({
  title: 'Ask the provider',
  status: 'open',
  created: start,
  ...change,
});

async function withProject(at = start): Promise<string> {
  await backend.restart({ now: () => at });
  return (await call('project.create', { name: 'Rollout', customer: 'Contoso' })).id;
}

describe('many actions', () => {
  it('are changed in one step that one undo takes back', async () => {
    const project = await withProject();
    for (const id of ['a', 'b', 'c']) await call('action.set', { project, id, action: action() });
    const change = { owner: 'H. Meyer', due: '2026-09-01', status: 'done' as const };
    const { actions } = await call('action.change', { project, ids: ['a', 'b'], change });
    expect(actions.a).toEqual({ ...action(), ...change, closed: start });
    expect(actions.b).toEqual(actions.a);
    expect(actions.c).toEqual(action());
    expect((await call('project.undo', { project })).actions).toEqual({
      a: action(),
      b: action(),
      c: action(),
    });
  });

  it('are changed as far as they are still there; with none of them left it is refused', async () => {
    const project = await withProject();
    await call('action.set', { project, id: 'a', action: action({ owner: 'H. Meyer' }) });
    const change = { owner: null };
    const { actions } = await call('action.change', { project, ids: ['gone', 'a'], change });
    expect(actions).toEqual({ a: action() });
    expect((await refusal('action.change', { project, ids: ['gone'], change })).code).toBe('not-found');
  });

  it('that are as they should be already leave no change', async () => {
    const project = await withProject();
    const before = await call('action.set', { project, id: 'a', action: action() });
    const after = await call('action.change', { project, ids: ['a'], change: { status: 'open' } });
    expect(after.saved.changes).toBe(before.saved.changes);
  });

  it('are counted over time from the log', async () => {
    const project = await withProject();
    await call('action.set', { project, id: 'a', action: action() });
    await call('action.set', { project, id: 'b', action: action() });
    await backend.restart({ now: () => start + 3 * day });
    await call('action.change', { project, ids: ['a'], change: { status: 'dropped' } });
    expect(await call('action.burnDown', { project })).toEqual([
      { day: '2026-08-01', open: 2, closed: 0 },
      { day: '2026-08-04', open: 1, closed: 1 },
    ]);
  });
});

describe('a parked point', () => {
  const park = async (project: string, text: string, question?: string) =>
    call('parking.set', { project, id: 'p', item: { text, ...(question ? { question } : {}) } });

  it('becomes an action, a decision or a note at its question, and is back after one undo', async () => {
    const project = await withProject();
    await call('answer.note', { project, question: nat, note: 'Seen.' });
    await park(project, 'Who pays?', nat);
    const back = async () => {
      const view = await call('project.undo', { project });
      expect(view.parking).toEqual({ p: { text: 'Who pays?', question: nat } });
    };
    const asAction = await call('parking.resolve', { project, id: 'p', into: 'action' });
    expect(asAction.parking).toEqual({});
    expect(Object.values(asAction.actions)).toEqual([action({ title: 'Who pays?', question: nat })]);
    await back();
    const asDecision = await call('parking.resolve', { project, id: 'p', into: 'decision' });
    expect(Object.values(asDecision.decisions)).toEqual([
      { what: 'Who pays?', on: '2026-08-01', question: nat },
    ]);
    await back();
    const asNote = await call('parking.resolve', { project, id: 'p', into: 'note' });
    expect(asNote.notes[nat]).toBe('Seen.\n\nWho pays?');
  });

  it('loses nothing that an action’s title has no room for', async () => {
    const project = await withProject();
    const text = 'x'.repeat(1200);
    await park(project, text);
    const { actions } = await call('parking.resolve', { project, id: 'p', into: 'action' });
    expect(Object.values(actions)).toEqual([action({ title: text.slice(0, 500), note: text })]);
  });

  it('stays parked when no question is named for its note, or it is gone', async () => {
    const project = await withProject();
    await park(project, 'Who pays?');
    expect((await refusal('parking.resolve', { project, id: 'p', into: 'note' })).code).toBe('bad-input');
    expect((await call('project.open', { project })).parking).toEqual({ p: { text: 'Who pays?' } });
    expect((await refusal('parking.resolve', { project, id: 'q', into: 'action' })).code).toBe('not-found');
  });
});

describe('a proof', () => {
  const file = { name: 'nat.txt', kind: 'text', content: Buffer.from('pool').toString('base64') };

  it('counts from the day it came in for 90 days, of a failover test for 180, unless it is said otherwise', async () => {
    const project = await withProject();
    await call('attachment.add', { project, ...file, question: nat });
    await call('attachment.add', {
      project,
      ...file,
      question: 'golive.tests.failover',
      taken: '2026-07-01',
    });
    const own = { project, ...file, question: nat, taken: '2026-06-01', shelfDays: 7 };
    const { attachments } = await call('attachment.add', own);
    expect(Object.values(attachments).map(({ taken, shelfDays }) => [taken, shelfDays])).toEqual(
      expect.arrayContaining([
        ['2026-08-01', 90],
        ['2026-07-01', 180],
        ['2026-06-01', 7],
      ]),
    );
  });

  it('that ran out takes readiness down by itself and stands as a finding, until it is renewed', async () => {
    const project = await withProject();
    await call('answer.set', { project, question: nat, answer: answered('we-do') });
    const { attachments } = await call('attachment.add', { project, ...file, question: nat });
    const [id = ''] = Object.keys(attachments);
    const stale = async () => {
      const { findings, readiness } = (await call('project.open', { project })).assessment;
      const found = findings.some((one) => one.id === `operations.proof-old:${id}`);
      expect(readiness.losses.some((one) => one.question === nat && one.reason === 'stale')).toBe(found);
      return found;
    };
    expect(await stale()).toBe(false);
    await backend.restart({ now: () => start + 91 * day });
    expect(await stale()).toBe(true);
    await call('attachment.describe', { project, id, taken: '2026-08-02', shelfDays: 90 });
    expect(await stale()).toBe(false);
  });
});

describe('the list of projects', () => {
  const line = async (id: string) => (await call('project.list', {})).find((one) => one.id === id);
  const answers = {
    'scope.cloud.kind': 'public',
    'scope.sites.spread': 'many-geographies',
    'scope.people.remote': 'yes',
    'scope.people.teams': 'several',
  };
  const answerSome = async (project: string) => {
    for (const [question, value] of Object.entries(answers))
      await call('answer.set', { project, question, answer: answered(value) });
  };

  it('counts what is overdue today, and shows how ready it was a month ago', async () => {
    const project = await withProject();
    await call('action.set', { project, id: 'a', action: action({ due: '2026-08-03' }) });
    await call('action.set', { project, id: 'b', action: action({ due: '2026-08-02', status: 'done' }) });
    expect(await line(project)).toMatchObject({ overdue: 0, earlier: null });
    await backend.restart({ now: () => start + 2 * day });
    expect(await line(project)).toMatchObject({ overdue: 0 });
    await backend.restart({ now: () => start + 3 * day });
    expect(await line(project)).toMatchObject({ overdue: 1, earlier: null });
    await backend.restart({ now: () => start + 40 * day });
    await answerSome(project);
    const now = await line(project);
    expect(now?.readiness).toBeGreaterThan(0);
    expect(now?.earlier?.readiness).toBe(0);
    await backend.restart({ now: () => start + 80 * day });
    expect((await line(project))?.earlier?.readiness).toBe(now?.readiness);
  });

  it('looks the past up of a project that came in as a file', async () => {
    const project = await withProject();
    await answerSome(project);
    const then = (await line(project))?.readiness;
    expect(then).toBeGreaterThan(0);
    await backend.restart({ now: () => start + 60 * day });
    for (const question of Object.keys(answers))
      await call('answer.set', { project, question, answer: null });
    const { text } = await call('project.export', { project });
    await backend.elsewhere(async () => {
      backend.context.now = () => start + 61 * day;
      await call('project.import', { text });
      expect(await line(project)).toMatchObject({
        readiness: 0,
        earlier: { day: '2026-09-01', readiness: then },
      });
    });
  });

  it('brings a line up to date on the day a proof runs out', async () => {
    const project = await withProject();
    await answerSome(project);
    const content = Buffer.from('x').toString('base64');
    for (const question of Object.keys(answers))
      await call('attachment.add', { project, name: 'a', kind: '', content, question, shelfDays: 10 });
    const before = (await line(project))?.readiness ?? 0;
    await backend.restart({ now: () => start + 10 * day });
    expect((await line(project))?.readiness).toBe(before);
    await backend.restart({ now: () => start + 11 * day });
    expect((await line(project))?.readiness).toBeLessThan(before);
  });

  it('goes out as a workbook, in the order and of the projects asked for', async () => {
    const first = await withProject();
    const second = (await call('project.create', { name: '=1+1', customer: 'Fabrikam' })).id;
    await call('project.create', { name: 'Left out' });
    const { content, fileName } = await call('portfolio.export', { projects: [second, first] });
    expect(fileName).toBe('portfolio 2026-08-01.xlsx');
    const [sheet] = await readXlsxFile(Buffer.from(content, 'base64'));
    expect(sheet?.data.slice(1, 3).map((row) => row.slice(0, 3))).toEqual([
      ['Fabrikam', '=1+1', 0],
      ['Contoso', 'Rollout', 0],
    ]);
  });
});

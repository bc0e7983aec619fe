/** Looking back through the calls: the trend, two moments beside each other, the history, and putting back what was. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { content } from '../../../shared/content/content.ts';
import { localDay } from '../../../shared/day.ts';
import { isTold, wholeLists } from '../../../shared/document/change-text.ts';
import type { Comparison } from '../../../shared/progress/compare.ts';
import type { Change } from '../../../shared/project/change.ts';
import type { ProjectView } from '../../../shared/view.ts';
import { answered, nat, testBackend } from '../../helpers/backend.ts';

const backend = testBackend();
const { call, refusal } = backend;
const now = { kind: 'now' } as const;

const day = 86_400_000;
const daysAgo = (days: number) => localDay(Date.now() - days * day);

async function sample(): Promise<ProjectView> {
  return await call('project.sample', {});
}

function isEmpty({
  answers,
  items,
  tables,
  findings,
  readiness,
  actions,
  stored,
  verdict,
}: Comparison): boolean {
  const lists = [answers, items, tables, ...Object.values(findings), ...Object.values(actions)];
  return (
    lists.every((list) => list.length === 0) &&
    readiness.before === readiness.after &&
    verdict.before === verdict.after &&
    Object.keys(stored).length === 0
  );
}

/** What a project says, without how and when it came to say it. */
function said({ saved: _s, undoes: _u, canRedo: _r, disagreements: _d, ...rest }: ProjectView) {
  return rest;
}

function without(all: ReadonlySet<string>, taken: ReadonlySet<string>): Set<string> {
  return new Set([...all].filter((one) => !taken.has(one)));
}

describe('the trend', () => {
  test('ends where the project stands, also after the next answer', async () => {
    const { id: project, assessment } = await sample();
    const trend = await call('progress.trend', { project });
    expect(trend.points.at(-1)?.percent).toBe(assessment.readiness.percent);
    for (const { checklist, percent } of assessment.readiness.checklists)
      expect(trend.points.at(-1)?.checklists[checklist]).toBe(percent);
    const view = await call('answer.set', { project, question: nat, answer: null });
    const again = await call('progress.trend', { project });
    expect(again.points.at(-1)?.percent).toBe(view.assessment.readiness.percent);
    expect(again.points.at(-1)?.changes).toBeGreaterThan(0);
  });

  test('of a range holds its days only, and of one before the project none', async () => {
    const { id: project } = await sample();
    const { points, first } = await call('progress.trend', { project, from: daysAgo(60), to: daysAgo(20) });
    expect(points[0]?.day).toBe(daysAgo(60));
    expect(points.at(-1)?.day).toBe(daysAgo(20));
    expect(first <= daysAgo(117)).toBe(true);
    expect((await call('progress.trend', { project, to: '2001-01-01' })).points).toEqual([]);
    expect((await refusal('progress.trend', { project, from: '2026-02-31x' })).code).toBe('bad-input');
  });
});

describe('a comparison', () => {
  test('of a moment with itself is empty', async () => {
    const { id: project, milestones } = await sample();
    const moments = [
      now,
      { kind: 'day', day: daysAgo(40) } as const,
      ...Object.keys(milestones).map((id) => ({ kind: 'milestone', id }) as const),
    ];
    for (const moment of moments)
      expect(isEmpty(await call('progress.compare', { project, from: moment, to: moment }))).toBe(true);
  });

  test('says what the two views say, and who made the difference', async () => {
    const { id: project, milestones } = await sample();
    const [id, milestone] = Object.entries(milestones).sort(([, a], [, b]) => a.at - b.at)[1] ?? [];
    if (!id || !milestone) throw new Error('the sample has no milestone');
    const [before, after] = [
      await call('project.asOf', { project, at: milestone.at - 1 }),
      await call('project.open', { project }),
    ];
    const from = { kind: 'milestone', id } as const;
    const { readiness, findings, answers } = await call('progress.compare', { project, from, to: now });
    expect(readiness).toMatchObject({
      before: before.assessment.readiness.percent,
      after: after.assessment.readiness.percent,
    });
    const ids = (view: ProjectView) => new Set(view.assessment.findings.map((finding) => finding.id));
    const [old, fresh] = [ids(before), ids(after)];
    expect(new Set(findings.added.map((one) => one.id))).toEqual(without(fresh, old));
    expect(new Set(findings.solved.map((one) => one.id))).toEqual(without(old, fresh));
    expect(answers.length).toBeGreaterThan(10);
    for (const { question, after: value, by } of answers) {
      if (value === null) continue;
      expect(value).toEqual(after.answers[question]);
      expect(by?.at).toBeGreaterThanOrEqual(milestone.at);
      expect(by?.author).not.toBe('');
    }
  });

  test('is refused for a milestone that is not there', async () => {
    const { id: project } = await sample();
    const from = { kind: 'milestone', id: 'gone' } as const;
    expect((await refusal('progress.compare', { project, from, to: now })).code).toBe('not-found');
  });

  test('tells what was said to a firm’s own questions, who changed a row, and that either is put back', async () => {
    await call('settings.set', { author: 'Ann' });
    const { id: project } = await call('project.create', { name: 'Contoso' });
    const content = Buffer.from('Question,Answered with\nIs it signed?,Yes or no\n').toString('base64');
    const given = { project, name: 'rules.csv', content };
    const checklist = (await call('checklist.importTable', given)).checklists[0]?.id ?? '';
    const item = (await call('checklist.open', { project, id: checklist })).items[0]?.id ?? '';
    const row = (name: string) => ({
      project,
      table: 'sites',
      row: 's1',
      value: { order: 0, cells: { name } },
    });
    await call('row.set', row('Ulm'));
    const { milestones } = await call('milestone.create', { project, name: 'Workshop' });
    const from = { kind: 'milestone', id: Object.keys(milestones)[0] ?? '' } as const;
    await call('checklist.setItem', { project, checklist, item, said: 'no' });
    await call('row.set', row('Köln'));
    const { items, tables, stored } = await call('progress.compare', { project, from, to: now });
    const path = `said/${checklist}/${item}`;
    expect(items).toMatchObject([{ path, before: null, after: 'no', by: { author: 'Ann' } }]);
    expect(tables).toMatchObject([{ table: 'sites', by: { s1: { author: 'Ann' } } }]);
    expect(stored).toEqual({ rows: 1, listed: 1 });
    await call('project.restore', { project, moment: from });
    expect(isEmpty(await call('progress.compare', { project, from, to: now }))).toBe(true);
  });

  test('tells which actions were done and which slipped', async () => {
    const { id: project } = await call('project.create', { name: 'Contoso' });
    const action = { title: 'Ask', status: 'open', due: daysAgo(-3), created: 1 } as const;
    await call('action.set', { project, id: 'a', action });
    await call('action.set', { project, id: 'b', action });
    const { milestones } = await call('milestone.create', { project, name: 'Workshop' });
    await call('action.set', { project, id: 'a', action: { ...action, status: 'done' } });
    await call('action.set', { project, id: 'b', action: { ...action, due: daysAgo(-30) } });
    await call('action.set', { project, id: 'c', action });
    const from = { kind: 'milestone', id: Object.keys(milestones)[0] ?? '' } as const;
    const { actions } = await call('progress.compare', { project, from, to: now });
    expect(actions.done.map(({ id }) => id)).toEqual(['a']);
    expect(actions.slipped.map(({ id }) => id)).toEqual(['b']);
    expect(actions.added.map(({ id }) => id)).toEqual(['c']);
  });
});

describe('putting back', () => {
  test('leaves nothing different from that moment, and undo gives back what was', async () => {
    const { id: project, milestones } = await sample();
    const moments = [
      { kind: 'day', day: daysAgo(30) } as const,
      ...Object.keys(milestones).map((id) => ({ kind: 'milestone', id }) as const),
    ];
    for (const moment of moments) {
      const before = await call('project.open', { project });
      const restored = await call('project.restore', { project, moment });
      expect(Object.keys(restored.milestones)).toEqual(Object.keys(before.milestones));
      const { stored, answers, tables } = await call('progress.compare', { project, from: moment, to: now });
      expect({ stored, answers, tables }).toEqual({ stored: {}, answers: [], tables: [] });
      expect(said(await call('project.undo', { project }))).toEqual(said(before));
    }
  });

  test('an answer to a firm’s own question comes back as one to how it was put then', async () => {
    const { id: project } = await call('project.create', { name: 'Contoso' });
    const table = (text: string) => Buffer.from(`Id,Question\na1,${text}\n`).toString('base64');
    const given = { project, name: 'rules.csv' };
    const made = await call('checklist.importTable', { ...given, content: table('Signed?') });
    const checklist = made.checklists[0]?.id ?? '';
    const said = (status: 'fulfilled' | 'open') =>
      call('checklist.setItem', { project, checklist, item: 'a1', status });
    await said('fulfilled');
    await backend.restart({ now: () => Date.now() + day });
    await call('checklist.importTable', { ...given, content: table('Signed by both?'), checklist });
    await said('open');
    const path = `status/${checklist}/a1`;
    const [, first] = await call('project.history', { project, path });
    await call('project.restore', { project, path, moment: { kind: 'at', at: first?.at ?? 0 } });
    const [item] = (await call('checklist.open', { project, id: checklist })).items;
    await backend.restart();
    expect(item).toMatchObject({ status: 'fulfilled', reworded: true });
  });

  test('holds for any short history, and any moment in it', async () => {
    const questions = [...content.questions.values()].filter(({ kind }) => kind === 'yesNo').slice(0, 3);
    const act = fc.record({ question: fc.nat(2), value: fc.constantFrom('yes', 'no', null) });
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 2, maxLength: 8 }), fc.nat(7), async (acts, place) => {
        const { id: project } = await call('project.create', { name: 'Contoso' });
        const views: ProjectView[] = [];
        for (const { question, value } of acts) {
          const answer = value === null ? null : answered(value);
          views.push(await call('answer.set', { project, question: questions[question]?.id ?? nat, answer }));
        }
        const { milestones } = await call('milestone.create', { project, name: 'Here' });
        const [last] = views.slice(-1);
        const id = Object.keys(milestones)[0] ?? '';
        const [{ question, value } = { question: 0, value: null }] = acts.slice(place % acts.length);
        const other = value === 'yes' ? answered('no') : answered('yes');
        const changed = await call('answer.set', {
          project,
          question: questions[question]?.id ?? nat,
          answer: other,
        });
        const back = await call('project.restore', { project, moment: { kind: 'milestone', id } });
        expect(back.answers).toEqual(last?.answers);
        expect((await call('project.undo', { project })).answers).toEqual(changed.answers);
      }),
      { numRuns: 15 },
    );
  });

  test('of one question leaves everything else alone, as one step that says what it is', async () => {
    const { id: project } = await call('project.create', { name: 'Contoso' });
    await call('settings.set', { author: 'Ann' });
    await call('answer.set', { project, question: nat, answer: answered('we-do') });
    await call('answer.review', { project, questions: [nat], reviewed: true });
    const { milestones } = await call('milestone.create', { project, name: 'Workshop' });
    await call('answer.set', { project, question: nat, answer: answered('provider') });
    await call('answer.note', { project, question: nat, note: 'Stays' });
    const moment = { kind: 'milestone', id: Object.keys(milestones)[0] ?? '' } as const;
    const view = await call('project.restore', { project, moment, question: nat });
    expect(view.answers[nat]).toEqual(answered('we-do'));
    expect(view.reviews[nat]).toBeDefined();
    expect(view.notes[nat]).toBe('Stays');
    const [newest] = await call('project.history', { project, limit: 1 });
    expect(newest?.origin.kind).toBe('restore');
    expect((await call('project.undo', { project })).answers[nat]).toEqual(answered('provider'));
  });
});

/** The changes of a project that the workbook tells. */
async function toldIn(project: string): Promise<Set<string>> {
  const { text } = await call('project.export', { project });
  const { changes } = JSON.parse(text) as { changes: Change[] };
  const whole = wholeLists(changes);
  return new Set(changes.filter((change) => isTold(change, whole)).map(({ id }) => id));
}

describe('the history', () => {
  test('is narrowed down by question, author, day and text', async () => {
    const { id: project } = await sample();
    const [author = ''] = await call('project.authors', { project });
    const mine = await call('project.history', { project, author, limit: 1000 });
    expect(mine.length).toBeGreaterThan(0);
    expect(new Set(mine.map((entry) => entry.author))).toEqual(new Set([author]));
    const ofTable = await call('project.history', {
      project,
      question: 'peering.circuits.list',
      limit: 1000,
    });
    const table = content.questions.get('peering.circuits.list')?.table;
    if (table) expect(ofTable.some(({ path }) => path.startsWith(`row/${table}/`))).toBe(true);
    const days = { from: daysAgo(90), to: daysAgo(60) };
    const some = await call('project.history', { project, ...days, limit: 1000 });
    expect(some.length).toBeGreaterThan(0);
    for (const { at } of some) expect(localDay(at) >= days.from && localDay(at) <= days.to).toBe(true);
    const found = await call('project.history', { project, text: 'FABRIKAM', limit: 1000 });
    for (const entry of found) expect(JSON.stringify(entry).toLowerCase()).toContain('fabrikam');
    expect(await call('project.history', { project, text: 'no such word anywhere' })).toEqual([]);
  });

  test('comes in pages that together are all of it, filtered or not', async () => {
    const { id: project } = await sample();
    const told = await toldIn(project);
    for (const filter of [{}, { author: 'H. Meyer' }]) {
      const all = await call('project.history', { project, ...filter, limit: 1000 });
      const seen: string[] = [];
      for (let before: number | undefined; ; ) {
        const page = await call('project.history', {
          project,
          ...filter,
          limit: 90,
          ...(before === undefined ? {} : { before }),
        });
        if (page.length === 0) break;
        seen.push(...page.map(({ id }) => id));
        before = page.at(-1)?.clock;
      }
      expect(seen.slice(0, all.length)).toEqual(all.map(({ id }) => id));
      if (Object.keys(filter).length === 0) expect(new Set(seen)).toEqual(told);
    }
  });

  test('tells that a checklist came or went once, and what was changed in it one by one, as the workbook does', async () => {
    const { id: project } = await call('project.create', { name: 'Contoso' });
    const table = (...rows: string[]) =>
      Buffer.from(['Id,Question,Answered with', ...rows, ''].join('\n')).toString('base64');
    const given = { project, name: 'rules.csv' };
    const content = table('a1,Who pays?,Text', 'a2,Is it signed?,Yes or no');
    const [list] = (await call('checklist.importTable', { ...given, content })).checklists;
    const checklist = list?.id ?? '';
    const items = (await call('checklist.open', { project, id: checklist })).items;
    await call('checklist.setItem', { project, checklist, item: items[0]?.id ?? '', said: 'Finance' });
    const newer = table(...items.map(({ id, text }) => `${id},${text.toUpperCase()},Text`), 'a3,New?,Text');
    await call('checklist.importTable', { ...given, content: newer, checklist });
    await call('checklist.remove', { project, id: checklist });
    const entries = await call('project.history', { project, limit: 1000 });
    const kinds = entries.map(({ path }) => path.split('/')[0]);
    expect(kinds.filter((kind) => kind === 'checklist')).toHaveLength(2);
    expect(kinds.filter((kind) => kind === 'item')).toHaveLength(3);
    expect(kinds).not.toContain('wording');
    expect(new Set(entries.map(({ id }) => id))).toEqual(await toldIn(project));
  });
});

test('a milestone is renamed without moving, and its note can be taken away', async () => {
  const { id: project } = await call('project.create', { name: 'Contoso' });
  const made = await call('milestone.create', { project, name: 'Workshop', note: 'first' });
  const [id = '', milestone] = Object.entries(made.milestones)[0] ?? [];
  const { milestones } = await call('milestone.describe', { project, id, name: 'Kick-off' });
  const { note: _note, ...rest } = milestone ?? { note: '' };
  expect(milestones[id]).toEqual({ ...rest, name: 'Kick-off' });
  expect((await refusal('milestone.describe', { project, id: 'gone', name: 'x' })).code).toBe('not-found');
});

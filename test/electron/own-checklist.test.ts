/** A firm's own checklists in a real store: made, put in order, merged item by item, carried as files and tables. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Context, closeContext, openContext } from '../../electron/backend/context.ts';
import { dispatch } from '../../electron/backend/dispatch.ts';
import { type CallName, contract, type InputOf, type OutputOf } from '../../shared/contract.ts';
import { type OwnQuestion, questionOf } from '../../shared/review-checklist/own-question.ts';
import { languages } from '../../shared/words/catalogue.ts';

let folder: string;
let context: Context;
let project: string;
let checklist: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'onramp-own-'));
  context = await openContext({ folder, host: 'test', version: '0.0.0' });
  ({ id: project } = await call('project.create', { name: 'Rollout' }));
  const [made] = (await call('checklist.create', { project, name: 'Ours' })).checklists;
  checklist = made?.id ?? '';
  await call('checklist.setSection', { project, checklist, section: 's1', name: 'Contracts' });
  await call('checklist.setSection', { project, checklist, section: 's2', name: 'Technology' });
  for (const item of ['a', 'b']) await add(item, 's1');
});

afterEach(async () => {
  await closeContext(context);
  rmSync(folder, { recursive: true, force: true });
});

async function call<N extends CallName>(name: N, input: InputOf<N>, to = context): Promise<OutputOf<N>> {
  const reply = await dispatch(to, name, input);
  if (!reply.ok) throw new Error(`${name}: ${reply.error.code} ${reply.error.message}`);
  return contract[name].output.parse(JSON.parse(JSON.stringify(reply.value))) as OutputOf<N>;
}

const question = (text: string, more: Partial<OwnQuestion> = {}): OwnQuestion => ({
  text,
  description: '',
  severity: 'gate',
  link: '',
  kind: 'yesNo',
  options: [],
  bad: ['no'],
  ...more,
});
const add = (item: string, section: string, to = context) =>
  call(
    'checklist.setQuestion',
    { project, checklist, item, section, question: question(`Is ${item} done?`) },
    to,
  );
const open = async (to = context) => call('checklist.open', { project, id: checklist }, to);
const order = async () => (await open()).items.map(({ id, section }) => `${section} ${id}`);
const move = (item: string, by: -1 | 1) => call('checklist.move', { project, checklist, item, by });

describe('a checklist of one’s own', () => {
  it('makes a finding of a bad answer, counts in readiness, and stops to when switched off', async () => {
    const answered = await call('checklist.setItem', { project, checklist, item: 'a', said: 'no' });
    const found = answered.assessment.findings.find(({ title }) => title === 'Is a done?');
    expect(found).toMatchObject({ severity: 'gate', from: [{ question: `item:${checklist}:a` }] });
    const row = answered.assessment.readiness.checklists.at(-1);
    expect(row).toMatchObject({ checklist, name: 'Ours', counted: 2, open: 2, gates: 1 });
    const accepted = { by: 'Ann', reason: 'Later' };
    const view = await call('finding.accept', { project, finding: found?.id ?? '', acceptance: accepted });
    expect(view.assessment.readiness.checklists.at(-1)).toMatchObject({ percent: 50, gates: 0 });
    const off = await call('checklist.describe', { project, id: checklist, counts: false });
    expect(off.assessment.findings.some(({ title }) => title === 'Is a done?')).toBe(false);
    expect(off.assessment.readiness.checklists.some((one) => one.checklist === checklist)).toBe(false);
    expect(off.checklists[0]).toMatchObject({ own: true, counts: false, items: 2 });
  });

  it('is put in order step by step, over the borders of its sections too', async () => {
    await move('b', -1);
    expect(await order()).toEqual(['s1 b', 's1 a']);
    await move('a', 1);
    expect(await order()).toEqual(['s1 b', 's2 a']);
    await move('b', 1);
    expect(await order()).toEqual(['s2 b', 's2 a']);
    await call('checklist.move', { project, checklist, section: 's2', by: -1 });
    expect((await open()).sections.map(({ id }) => id)).toEqual(['s2', 's1']);
    await move('b', -1);
    expect(await order()).toEqual(['s2 b', 's2 a']);
  });

  it('stays in order however often its items change places', async () => {
    await add('c', 's1');
    let [first = '', second = '', third = ''] = ['a', 'b', 'c'];
    // Each time there is half as much room between its new neighbours.
    for (let round = 0; round < 60; round += 1) {
      await move(first, 1);
      [first, second] = [second, first];
    }
    expect(await order()).toEqual([first, second, third].map((id) => `s1 ${id}`));
    await move(third, -1);
    [second, third] = [third, second];
    expect(await order()).toEqual([first, second, third].map((id) => `s1 ${id}`));
  });

  it('loses a section with its questions in one step, and gets both back in one', async () => {
    expect(
      (await call('checklist.setSection', { project, checklist, section: 's1', name: null })).checklists[0]
        ?.items,
    ).toBe(0);
    expect((await call('project.undo', { project })).checklists[0]?.items).toBe(2);
    expect(await order()).toEqual(['s1 a', 's1 b']);
  });

  it('joins what two copies did to it: words, places, answers and names', async () => {
    const { text } = await call('project.export', { project });
    const other = await openContext({ folder: join(folder, 'other'), host: 'test', version: '0.0.0' });
    await call('project.import', { text }, other);
    await call(
      'checklist.setQuestion',
      { project, checklist, item: 'a', question: question('Is A done well?') },
      other,
    );
    await call('checklist.setSection', { project, checklist, section: 's1', name: 'Papers' }, other);
    await add('theirs', 's2', other);
    const theirs = await call('project.export', { project }, other);
    await closeContext(other);
    await call('checklist.setItem', { project, checklist, item: 'a', said: 'yes' });
    await move('a', 1);
    await add('mine', 's2');
    const merged = await call('project.import', { text: theirs.text });
    expect(merged.disagreements).toEqual([]);
    expect((await order()).sort()).toEqual(['s1 a', 's1 b', 's2 mine', 's2 theirs']);
    const { items, sections } = await open();
    expect(items.find(({ id }) => id === 'a')).toMatchObject({
      text: 'Is A done well?',
      said: 'yes',
      reworded: true,
    });
    expect(sections[0]?.name).toBe('Papers');
    const again = await call('checklist.setItem', { project, checklist, item: 'a', said: 'yes' });
    expect(again.checklists[0]?.reworded).toBe(0);
  });

  it('goes into another project as a file, and is brought up to date there by another', async () => {
    const written = await call('checklist.export', { project, id: checklist });
    expect(written.fileName).toBe('Ours.onramp-checklist.json');
    const { id: there } = await call('project.create', { name: 'Second' });
    const take = (file: typeof written) =>
      call('checklist.import', {
        project: there,
        name: file.fileName,
        content: file.content,
      });
    expect((await take(written)).checklists[0]).toMatchObject({
      id: checklist,
      name: 'Ours',
      own: true,
      items: 2,
    });
    for (const item of ['a', 'b'])
      await call('checklist.setItem', { project: there, checklist, item, said: 'yes' });
    const changes = (await call('project.open', { project: there })).saved.changes;
    expect((await take(written)).saved.changes).toBe(changes);
    await call('checklist.setQuestion', {
      project,
      checklist,
      item: 'a',
      question: question('Is A signed?'),
    });
    await add('c', 's2');
    const updated = await take(await call('checklist.export', { project, id: checklist }));
    expect(updated.checklists).toMatchObject([
      { items: 3, reworded: 1, statuses: { fulfilled: 2, notVerified: 1 } },
    ]);
    expect((await call('project.undo', { project: there })).checklists[0]?.items).toBe(2);
  });

  it('keeps what its file said when one of its questions is put differently', async () => {
    const items = [{ guid: 'g1', text: 'Was it?', severity: 'High', waf: 'Cost', link: 'the wiki' }];
    const file = { items, severities: [{ name: 'High' }, { name: 'Medium' }, { name: 'Low' }] };
    const content = Buffer.from(JSON.stringify(file)).toString('base64');
    const [, made] = (await call('checklist.import', { project, name: 'alz.json', content })).checklists;
    const id = made?.id ?? '';
    await call('checklist.adopt', { project, id });
    const [item] = (await call('checklist.open', { project, id })).items;
    if (!item) throw new Error('it has no item');
    const { link, grade, ...shown } = item;
    expect([link, grade]).toEqual([null, 'gate']);
    const asked = { ...questionOf(item), text: 'Is it?' };
    await call('checklist.setQuestion', { project, checklist: id, item: shown.id, question: asked });
    const written = await call('checklist.export', { project, id });
    expect(JSON.parse(Buffer.from(written.content, 'base64').toString('utf8')).items).toEqual([
      { ...items[0], text: 'Is it?', category: '' },
    ]);
  });

  it.each(['csv', 'xlsx'] as const)(
    'is written as %s and read back without a change; the template is one too',
    async (format) => {
      const table = await call('checklist.export', { project, id: checklist, format });
      const { saved } = await call('project.open', { project });
      const input = { project, checklist, name: table.fileName, content: table.content };
      const same = await call('checklist.importTable', input);
      expect(same.saved.changes).toBe(saved.changes);
      expect(await order()).toEqual(['s1 a', 's1 b']);
      const template = await call('checklist.template', { project, format });
      const made = await call('checklist.importTable', {
        project,
        name: `Firm.${format}`,
        content: template.content,
      });
      expect(made.checklists.at(-1)).toMatchObject({ name: 'Firm', own: true, counts: true, items: 1 });
    },
  );

  it('refuses a table that is none, with what to do', async () => {
    const content = Buffer.from('Name,Town\r\nAnn,Ulm\r\n').toString('base64');
    expect(
      await dispatch(context, 'checklist.importTable', { project, name: 'x.csv', content }),
    ).toMatchObject({
      ok: false,
      error: { code: 'bad-input', message: expect.stringContaining('“Question”') },
    });
  });

  it('says at once what is wrong with a table, however much it is', async () => {
    const rows = Array.from({ length: 7 }, (_, index) => `Q${index},Grave`);
    const content = Buffer.from(['Question,Severity', ...rows, ''].join('\r\n')).toString('base64');
    const refused = await dispatch(context, 'checklist.importTable', { project, name: 'x.csv', content });
    const message = refused.ok ? '' : refused.error.message;
    for (const line of [2, 3, 4, 5, 6]) expect(message).toContain(`(row ${line})`);
    expect(message).toContain('And 2 more.');
  });

  it.each(languages)('takes a table whose heads are in the other language than %s', async (language) => {
    await call('settings.set', { language });
    const { content } = await call('checklist.template', { project, format: 'csv' });
    await call('settings.set', { language: language === 'en' ? 'de' : 'en' });
    const made = await call('checklist.importTable', { project, name: 'firm.csv', content });
    expect(made.checklists.at(-1)).toMatchObject({ name: 'firm', items: 1 });
  });

  it('stands in the plan and in the workbook', async () => {
    await call('checklist.setItem', {
      project,
      checklist,
      item: 'a',
      said: 'no',
      comment: 'Ask the carrier',
    });
    const plan = await call('plan.build', { project, audience: 'engineer', parts: ['lists'] });
    const text = JSON.stringify(plan.parts[0]);
    for (const wanted of ['Ours', 'Contracts', 'Is a done?', 'Ask the carrier'])
      expect(text).toContain(wanted);
    const files = ['xlsx', 'md'] as const;
    for (const format of files)
      expect(
        (await call('plan.export', { project, audience: 'engineer', format })).content.length,
      ).toBeGreaterThan(100);
  });
});

/** Imported checklists in a real store: counted in the view, merged by item, taken back in one step. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Context, closeContext, openContext } from '../../electron/backend/context.ts';
import { dispatch } from '../../electron/backend/dispatch.ts';
import { type CallName, contract, type InputOf, type OutputOf } from '../../shared/contract.ts';
import type { ProjectView } from '../../shared/view.ts';

let folder: string;
let context: Context;
let project: string;

async function open() {
  context = await openContext({ folder, host: 'test', version: '0.0.0' });
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'onramp-checklist-'));
  await open();
  ({ id: project } = await call('project.create', { name: 'Rollout' }));
});

afterEach(async () => {
  await closeContext(context);
  rmSync(folder, { recursive: true, force: true });
});

async function call<N extends CallName>(name: N, input: InputOf<N>): Promise<OutputOf<N>> {
  const reply = await dispatch(context, name, input);
  if (!reply.ok) throw new Error(`${name}: ${reply.error.code} ${reply.error.message}`);
  return contract[name].output.parse(JSON.parse(JSON.stringify(reply.value))) as OutputOf<N>;
}

const file = {
  items: [
    { text: 'Two circuits', guid: 'a', severity: 'High', mine: { kept: true } },
    { text: 'A route filter', guid: 'b', status: 'Fulfilled' },
    { text: 'A drill', guid: 'c', comments: 'Once a year' },
  ],
  metadata: { name: 'Our review' },
  extra: 1,
};

const contentOf = (text: string | Buffer) => Buffer.from(text).toString('base64');
const take = (text: string | Buffer = JSON.stringify(file)) =>
  call('checklist.import', { project, name: 'ours.json', content: contentOf(text) });

function only(view: ProjectView) {
  const [checklist] = view.checklists;
  if (!checklist) throw new Error('There is no checklist.');
  return checklist;
}

const textOf = (written: { content: string }) => Buffer.from(written.content, 'base64').toString('utf8');

describe('an imported checklist', () => {
  it('is counted in the view, and is there after a restart', async () => {
    const counted = {
      name: 'Our review',
      items: 3,
      statuses: { notVerified: 2, open: 0, fulfilled: 1, notRequired: 0, notApplicable: 0 },
    };
    expect(only(await take())).toMatchObject(counted);
    await closeContext(context);
    await open();
    expect(only(await call('project.open', { project }))).toMatchObject(counted);
  });

  it('takes a status and a comment, and goes out with them as the file it was', async () => {
    const { id } = only(await take());
    const view = await call('checklist.setItem', {
      project,
      checklist: id,
      item: 'a',
      status: 'open',
      comment: 'Ask',
    });
    expect(only(view).statuses).toMatchObject({ notVerified: 1, open: 1, fulfilled: 1 });
    const shown = await call('checklist.open', { project, id });
    expect(shown.items[0]).toMatchObject({ id: 'a', status: 'open', comment: 'Ask', severity: 'high' });
    const written = await call('checklist.export', { project, id });
    expect(written.fileName).toBe('Our review.checklist.json');
    expect(JSON.parse(textOf(written))).toEqual({
      ...file,
      items: [{ ...file.items[0], status: 'Open', comments: 'Ask' }, file.items[1], file.items[2]],
    });
  });

  it('comes, changes and goes in single steps that can be taken back', async () => {
    const { id } = only(await take());
    await call('checklist.setItem', { project, checklist: id, item: 'c', status: 'notApplicable' });
    expect((await call('checklist.remove', { project, id })).checklists).toEqual([]);
    expect(await dispatch(context, 'checklist.open', { project, id })).toMatchObject({
      ok: false,
      error: { code: 'not-found' },
    });
    expect(only(await call('project.undo', { project })).statuses.notApplicable).toBe(1);
    expect(only(await call('project.undo', { project })).statuses.notApplicable).toBe(0);
    expect((await call('project.undo', { project })).checklists).toEqual([]);
    expect(only(await call('project.redo', { project })).items).toBe(3);
  });

  it('travels in the project file and joins what two copies said, item by item', async () => {
    const { id } = only(await take());
    const before = await call('project.export', { project });
    await call('checklist.setItem', { project, checklist: id, item: 'a', status: 'fulfilled' });
    const other = await openContext({ folder: join(folder, 'other'), host: 'test', version: '0.0.0' });
    await dispatch(other, 'project.import', { text: before.text });
    await dispatch(other, 'checklist.setItem', { project, checklist: id, item: 'a', comment: 'Theirs' });
    const theirs = await dispatch(other, 'project.export', { project });
    await closeContext(other);
    const merged = await call('project.import', { text: (theirs as { value: { text: string } }).value.text });
    expect(merged.disagreements).toEqual([]);
    const shown = await call('checklist.open', { project, id });
    expect(shown.items[0]).toMatchObject({ status: 'fulfilled', comment: 'Theirs' });
  });

  it('refuses an item it does not have, and a file that is none, with the place', async () => {
    const { id } = only(await take());
    expect(
      await dispatch(context, 'checklist.setItem', { project, checklist: id, item: 'zzz', status: 'open' }),
    ).toMatchObject({
      ok: false,
      error: { code: 'not-found' },
    });
    expect(
      await dispatch(context, 'checklist.import', {
        project,
        name: 'x.json',
        content: contentOf('{"items":[1]}'),
      }),
    ).toMatchObject({
      ok: false,
      error: { code: 'bad-input', message: expect.stringContaining('(items.0)') },
    });
    expect((await call('project.open', { project })).checklists).toHaveLength(1);
  });

  it('is not needed to write the project’s own questions as one', async () => {
    const written = await call('plan.export', { project, format: 'checklist.json', audience: 'engineer' });
    expect(written.fileName).toBe('Rollout.checklist.json');
    const again = await take(textOf(written));
    expect(again.checklists[0]?.name).toBe('Rollout: ExpressRoute plan');
  });
});

describe('a newer file of a checklist that is here', () => {
  const of = (items: readonly (object | undefined)[]) => JSON.stringify({ ...file, items });
  const preview = (text: string, checklist?: string) =>
    call('checklist.preview', {
      project,
      name: 'newer.json',
      content: contentOf(text),
      ...(checklist ? { checklist } : {}),
    });
  const update = (text: string, checklist: string) =>
    call('checklist.import', { project, name: 'newer.json', content: contentOf(text), checklist });
  const items = async (id: string) => (await call('checklist.open', { project, id })).items;
  const say = (checklist: string, item: string, status: 'open' | 'fulfilled', comment?: string) =>
    call('checklist.setItem', { project, checklist, item, status, ...(comment ? { comment } : {}) });

  const [first, second] = file.items;
  const newer = [{ ...first, text: 'Two circuits in two places' }, second, { text: 'A new one', guid: 'd' }];

  it('is known, told before it is taken, and changes what is asked only', async () => {
    const { id } = only(await take());
    await say(id, 'a', 'fulfilled', 'Seen');
    const arrivals = { added: 1, reworded: 1, removed: 1, answered: 0 };
    expect((await preview(of(newer))).known).toEqual({
      id,
      name: 'Our review',
      isItself: false,
      isLike: true,
      arrivals,
    });
    expect((await preview(of([{ text: 'Else', guid: 'z' }]), id)).known?.isLike).toBe(false);
    const view = await update(of(newer), id);
    expect(view.checklists).toMatchObject([{ items: 3, reworded: 1 }]);
    expect(await items(id)).toMatchObject([
      { id: 'a', text: 'Two circuits in two places', status: 'fulfilled', comment: 'Seen', reworded: true },
      { id: 'b', status: 'fulfilled', reworded: false },
      { id: 'd', status: 'notVerified' },
    ]);
    expect((await say(id, 'a', 'fulfilled')).checklists[0]?.reworded).toBe(0);
    await call('project.undo', { project });
    const before = await call('project.undo', { project });
    expect(before.checklists).toMatchObject([{ items: 3, reworded: 0 }]);
    expect((await items(id)).map((item) => item.id)).toEqual(['a', 'b', 'c']);
  });

  it('changes nothing when it is the same, and is a second one where somebody wants that', async () => {
    const { id } = only(await take());
    await say(id, 'b', 'open');
    const { saved } = await call('project.open', { project });
    expect((await update(JSON.stringify(file), id)).saved.changes).toBe(saved.changes);
    expect((await take()).checklists.map(({ items: count }) => count)).toEqual([3, 3]);
  });

  it('brings the answers that were given in it, and neither old ones nor none', async () => {
    const { id } = only(await take());
    await say(id, 'a', 'open');
    const sent = JSON.parse(textOf(await call('checklist.export', { project, id }))) as typeof file;
    // Here it went on meanwhile; there somebody looked at the third, and wrote at the second.
    await say(id, 'a', 'fulfilled');
    const [one, two, three] = sent.items;
    const back = [one, { ...two, comments: 'Since May' }, { ...three, status: 'Open', comments: '' }];
    expect((await preview(of(back), id)).known?.arrivals).toEqual({
      added: 0,
      reworded: 0,
      removed: 0,
      answered: 2,
    });
    await update(of(back), id);
    expect(await items(id)).toMatchObject([
      { status: 'fulfilled' },
      { status: 'fulfilled', comment: 'Since May' },
      { status: 'open', comment: 'Once a year' },
    ]);
  });

  it('knows questions without a guid by what they ask, wherever they stand now', async () => {
    const bare = (...texts: string[]) => texts.map((text) => ({ text }));
    const { id } = only(await take(of(bare('One', 'Two', 'Three'))));
    const [, two] = await items(id);
    await say(id, two?.id ?? '', 'open');
    expect((await preview(of(bare('Other', 'Words', 'Here')))).known).toBeNull();
    await update(of(bare('Zero', 'One', 'Two', 'Three')), id);
    const shown = await items(id);
    expect(shown.map(({ text, status }) => `${text} ${status}`)).toEqual([
      'Zero notVerified',
      'One notVerified',
      'Two open',
      'Three notVerified',
    ]);
    expect(new Set(shown.map((item) => item.id)).size).toBe(4);
  });

  it('leaves a firm what it has added to a checklist it made its own', async () => {
    const { id } = only(await take());
    await call('checklist.adopt', { project, id });
    const question = {
      text: 'Ours?',
      description: '',
      severity: null,
      link: '',
      kind: 'yesNo' as const,
      options: [],
      bad: [],
    };
    await call('checklist.setQuestion', { project, checklist: id, item: 'ours', question });
    await call('checklist.setItem', { project, checklist: id, item: 'ours', said: 'yes' });
    await say(id, 'c', 'open');
    const view = await update(of(newer), id);
    expect(view.checklists).toMatchObject([{ name: 'Our review', own: true, counts: true, items: 4 }]);
    expect((await items(id)).map(({ id: item, said, status }) => `${item} ${said}${status}`)).toEqual([
      'a notVerified',
      'b fulfilled',
      'd notVerified',
      'ours yesfulfilled',
    ]);
  });

  it('is read in the code page it was saved in', async () => {
    const text = of([{ text: 'Prüfung', guid: 'u' }]);
    const { id } = only(await take(Buffer.from(text, 'latin1')));
    expect((await items(id))[0]?.text).toBe('Prüfung');
  });
});

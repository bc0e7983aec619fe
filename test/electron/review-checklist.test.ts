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

const take = (text = JSON.stringify(file)) => call('checklist.import', { project, name: 'ours.json', text });

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
      await dispatch(context, 'checklist.import', { project, name: 'x.json', text: '{"items":[1]}' }),
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

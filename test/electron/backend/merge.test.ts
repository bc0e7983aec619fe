/** Two copies of a project, through the calls: seen first, merged, settled, and taken back. */
import { describe, expect, it } from 'vitest';
import { answered, nat, testBackend } from '../../helpers/backend.ts';

const backend = testBackend();
const { call, refusal } = backend;

const other = 'routing.nat.er-pool';

/** A project here, and the file of a copy in which somebody else did some work meanwhile. */
async function withCopy(work: (project: string) => Promise<void>, name = 'Rollout') {
  await call('settings.set', { author: 'Anna' });
  const { id } = await call('project.create', { name });
  const { text } = await call('project.export', { project: id });
  let copy = '';
  await backend.elsewhere(async () => {
    await call('settings.set', { author: 'Ben' });
    await call('project.import', { text });
    await work(id);
    copy = (await call('project.export', { project: id })).text;
  });
  return { id, copy };
}

describe('merging another copy', () => {
  it('shows first what would come, then brings it, and is undone in one step', async () => {
    const { id, copy } = await withCopy(async (project) => {
      await call('answer.set', { project, question: nat, answer: answered('none') });
      await call('answer.note', { project, question: nat, note: 'theirs' });
    });
    await call('answer.note', { project: id, question: nat, note: 'mine' });
    const before = await call('project.open', { project: id });
    const preview = await call('merge.preview', { project: id, text: copy });
    expect(preview).toMatchObject({ project: id, name: 'Rollout', isHere: true });
    expect(preview.arrivals).toMatchObject({ places: { answers: 1, notes: 1 }, conflicts: 1 });
    expect(preview.arrivals.people).toMatchObject([{ author: 'Ben' }]);
    expect(await call('project.open', { project: id })).toEqual(before);

    const merged = await call('project.import', { project: id, text: copy });
    expect(merged.answers[nat]).toEqual(answered('none'));
    const [found] = merged.disagreements;
    expect(found?.path).toBe(`note/${nat}`);
    expect(found?.sides.map(({ author, here }) => ({ author, here }))).toEqual(
      expect.arrayContaining([
        { author: 'Ben', here: false },
        { author: 'Anna', here: true },
      ]),
    );
    expect((await call('merge.preview', { project: id, text: copy })).arrivals.changes).toBe(0);

    const undone = await call('project.undo', { project: id });
    expect(undone.answers).toEqual(before.answers);
    expect(undone.notes).toEqual(before.notes);
    expect(undone.disagreements).toEqual([]);
  });

  it('of another project is refused by name, and changes nothing', async () => {
    const { id, copy } = await withCopy(async () => {}, 'Fabrikam');
    const { id: mine } = await call('project.create', { name: 'Contoso' });
    for (const name of ['merge.preview', 'project.import'] as const) {
      const error = await refusal(name, { project: mine, text: copy });
      expect(error.message).toBe('This file is of “Fabrikam”, not of “Contoso”.');
    }
    expect((await call('project.open', { project: mine })).name).toBe('Contoso');
    expect(id).not.toBe(mine);
  });
});

describe('settling', () => {
  const atOdds = () =>
    withCopy(async (project) => {
      await call('answer.note', { project, question: nat, note: 'theirs' });
      await call('answer.note', { project, question: other, note: 'theirs too' });
    });

  it('writes the chosen sides as one step, and both copies then say the same', async () => {
    const { id, copy } = await atOdds();
    await call('answer.note', { project: id, question: nat, note: 'mine' });
    await call('answer.note', { project: id, question: other, note: 'mine too' });
    const merged = await call('project.import', { project: id, text: copy });
    expect(merged.disagreements).toHaveLength(2);
    const choices = merged.disagreements.map(({ path, sides }) => {
      return { path, change: sides.find(({ here }) => !here)?.change ?? '' };
    });
    const settled = await call('conflict.settle', { project: id, choices });
    expect(settled.disagreements).toEqual([]);
    expect(settled.notes[nat]).toBe('theirs');
    const { text } = await call('project.export', { project: id });
    await backend.elsewhere(async () => {
      await call('project.import', { text: copy });
      const there = await call('project.import', { text });
      expect(there.disagreements).toEqual([]);
      expect(there.notes).toEqual(settled.notes);
    });
    expect((await call('project.undo', { project: id })).notes).toEqual(merged.notes);
  });

  it('can put together what each side did to a row, and one edit elsewhere settles what it touches', async () => {
    const row = (name: string, users: number) => ({ order: 0, cells: { name, users } });
    await call('settings.set', { author: 'Anna' });
    const { id } = await call('project.create', { name: 'Rollout' });
    const put = (value: ReturnType<typeof row>) =>
      call('row.set', { project: id, table: 'sites', row: 'r1', value });
    await put(row('Paris', 10));
    const { text } = await call('project.export', { project: id });
    let copy = '';
    await backend.elsewhere(async () => {
      await call('project.import', { text });
      await put(row('Paris', 15));
      await put(row('Paris', 20));
      await call('answer.note', { project: id, question: nat, note: 'theirs' });
      copy = (await call('project.export', { project: id })).text;
    });
    await put(row('Lyon', 10));
    await call('answer.note', { project: id, question: nat, note: 'mine' });
    const merged = await call('project.import', { project: id, text: copy });
    expect(merged.disagreements.map(({ path }) => path)).toEqual([`note/${nat}`, 'row/sites/r1']);
    const choices = [{ path: 'row/sites/r1', change: 'all' as const }];
    const settled = await call('conflict.settle', { project: id, choices });
    expect(settled.tables.sites).toMatchObject([{ cells: { name: 'Lyon', users: 20 } }]);
    expect(settled.disagreements.map(({ path }) => path)).toEqual([`note/${nat}`]);
    expect((await refusal('conflict.settle', { project: id, choices })).code).toBe('conflict');
    const edited = await call('answer.note', { project: id, question: nat, note: 'neither' });
    expect(edited.disagreements).toEqual([]);
  });

  it('is refused when the copies have moved on since', async () => {
    const { id, copy } = await atOdds();
    await call('answer.note', { project: id, question: nat, note: 'mine' });
    const [first] = (await call('project.import', { project: id, text: copy })).disagreements;
    await call('answer.note', { project: id, question: nat, note: 'newer' });
    const choices = [{ path: first?.path ?? '', change: first?.sides[0]?.change ?? '' }];
    const error = await refusal('conflict.settle', { project: id, choices });
    expect(error.code).toBe('conflict');
    expect((await call('project.open', { project: id })).notes[nat]).toBe('newer');
  });
});

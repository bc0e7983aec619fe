/** Workshops through the calls: prepared, held, ended, undone, copied, and written in every format. */
import { describe, expect, test } from 'vitest';
import { workshopFormats } from '../../../shared/document/formats.ts';
import { goLiveWorkshopId } from '../../../shared/sample/workshop.ts';
import { answered, nat, testBackend } from '../../helpers/backend.ts';

const backend = testBackend();
const { call, refusal } = backend;
const id = 'w1';
const plan = {
  name: 'First workshop',
  day: '2026-11-30',
  attendees: [{ name: 'A. Dubois', role: 'Network' }],
  agenda: [{ question: nat, seconds: 300 }],
};

async function begun(): Promise<string> {
  const { id: project } = await call('project.create', { name: 'Contoso' });
  await call('settings.set', { author: 'H. Meyer' });
  await call('workshop.start', { project, id, plan });
  return project;
}

describe('a workshop', () => {
  test('is in the answers’ origin, and in nothing that is said beside it', async () => {
    const project = await begun();
    await call('answer.set', { project, question: nat, answer: answered('we-do'), workshop: id });
    await call('answer.note', { project, question: nat, note: 'Since May', workshop: id });
    await call('decision.set', { project, id: 'd', decision: { what: 'We run it' }, workshop: id });
    await call('parking.set', { project, id: 'p', item: { text: 'Why?' }, workshop: id });
    await call('row.set', {
      project,
      table: 'sites',
      row: 'r',
      value: { order: 1, cells: { name: 'Lyon' } },
      workshop: id,
    });
    await call('answer.set', {
      project,
      question: 'routing.nat.per-circuit',
      answer: { state: 'unknown' },
    });
    const history = await call('project.history', { project });
    const origins = new Map(history.map(({ path, origin }) => [path, origin]));
    for (const path of [`answer/${nat}`, `note/${nat}`, 'decision/d', 'parking/p', 'row/sites/r'])
      expect(origins.get(path), path).toEqual({ kind: 'workshop', ref: id });
    expect(origins.get('answer/routing.nat.per-circuit')).toEqual({ kind: 'edit' });
  });

  test('says when it ends what came of it, and keeps saying so', async () => {
    const project = await begun();
    await call('answer.set', { project, question: nat, answer: answered('we-do'), workshop: id });
    await call('decision.set', { project, id: 'd', decision: { what: 'We run it ourselves' }, workshop: id });
    const running = JSON.stringify(await call('workshop.build', { project, id }));
    expect(running).toContain('We run it ourselves');
    expect(running).toContain('not over yet');
    await call('workshop.end', { project, id });
    const ended = await call('workshop.build', { project, id });
    await call('decision.set', { project, id: 'd', decision: { what: 'Changed' }, workshop: id });
    await call('answer.set', { project, question: nat, answer: null });
    expect(await call('workshop.build', { project, id })).toEqual(ended);
    expect((await refusal('workshop.start', { project, id })).code).toBe('conflict');
  });

  test('goes on after a restart where it was, with its time', async () => {
    const project = await begun();
    const sitting = { workshop: id, began: 1, at: 9000, question: nat, spent: { [nat]: 8000 } };
    await call('sitting.set', { project, id: 's1', sitting });
    await backend.restart();
    const view = await call('project.open', { project });
    expect(view.sittings.s1).toEqual(sitting);
    expect(view.workshops[id]?.started).toBeDefined();
    const again = await call('workshop.start', { project, id });
    expect(again.workshops[id]?.started).toEqual(view.workshops[id]?.started);
  });

  test('is undone act by act, and the time of its clock is nobody’s to undo', async () => {
    const project = await begun();
    await call('answer.set', { project, question: nat, answer: answered('we-do'), workshop: id });
    const sitting = { workshop: id, began: 1, at: 2, spent: { [nat]: 60_000 } };
    await call('sitting.set', { project, id: 's1', sitting });
    const once = await call('project.undo', { project });
    expect(once.answers[nat]).toBeUndefined();
    expect(once.sittings.s1).toEqual(sitting);
    expect(once.workshops[id]?.started).toBeDefined();
    const twice = await call('project.undo', { project });
    expect(twice.workshops[id]).toBeUndefined();
  });

  test('that two copies prepare differently is put together field by field', async () => {
    const project = await begun();
    const { text } = await call('project.export', { project });
    let theirs = '';
    await backend.elsewhere(async () => {
      await call('project.import', { text });
      await call('workshop.set', { project, id, plan: { ...plan, attendees: [{ name: 'K. Novak' }] } });
      theirs = (await call('project.export', { project })).text;
    });
    await call('workshop.set', { project, id, plan: { ...plan, name: 'Kick-off' } });
    const merged = await call('project.import', { text: theirs, project });
    const [disagreement] = merged.disagreements;
    expect(disagreement?.path).toBe(`workshop/${id}`);
    expect(disagreement?.combined).toMatchObject({ name: 'Kick-off', attendees: [{ name: 'K. Novak' }] });
  });

  test('stays with the project it was held in: a copy of what it says has none', async () => {
    const { id: project } = await call('project.sample', {});
    const copy = await call('project.duplicate', { project, name: 'Copy' });
    expect(copy.workshops).toEqual({});
    expect(copy.sittings).toEqual({});
    expect(Object.keys(copy.answers).length).toBeGreaterThan(50);
  });

  test('can be taken away with its time; what was said in it stays', async () => {
    const project = await begun();
    await call('answer.set', { project, question: nat, answer: answered('we-do'), workshop: id });
    await call('sitting.set', { project, id: 's1', sitting: { workshop: id, began: 1, at: 2, spent: {} } });
    const view = await call('workshop.set', { project, id, plan: null });
    expect([view.workshops, view.sittings]).toEqual([{}, {}]);
    expect(view.answers[nat]).toEqual(answered('we-do'));
  });

  test('refuses what does not fit', async () => {
    const { id: project } = await call('project.create', { name: 'Contoso' });
    expect((await refusal('workshop.end', { project, id })).code).toBe('not-found');
    await call('workshop.set', { project, id, plan });
    expect((await refusal('workshop.end', { project, id })).code).toBe('conflict');
    expect((await refusal('workshop.build', { project, id })).code).toBe('conflict');
    const bad = { ...plan, agenda: [{ question: nat, seconds: -1 }] };
    expect((await refusal('workshop.set', { project, id, plan: bad })).code).toBe('bad-input');
  });
});

describe('the summary', () => {
  test.each(workshopFormats)('of the sample’s workshop is written as %s', async (format) => {
    const { id: project } = await call('project.sample', {});
    const file = await call('workshop.export', { project, id: goLiveWorkshopId, format });
    const bytes = Buffer.from(file.content, 'base64');
    expect(file.fileName).toMatch(new RegExp(`Go-live workshop\\.${format}$`));
    expect(bytes.length).toBeGreaterThan(500);
    if (format === 'html' || format === 'md' || format === 'json') {
      const text = bytes.toString('utf8');
      for (const wanted of ['K. Novak would move both regions in one night', 'Facilitator', 'change freeze'])
        expect(text).toContain(wanted);
      // What the verdict rests on is named, not numbered by the machine.
      if (format === 'md') expect(text).toContain('The reason');
      if (format !== 'json') expect(text).not.toContain('justification.reason');
    }
    // Actions that have nothing to do with the workshop are not in its list of actions.
    if (format === 'csv') {
      expect(bytes.toString('utf8')).toContain('Leak test');
      expect(bytes.toString('utf8')).not.toContain('Compare the offers');
    }
  });
});

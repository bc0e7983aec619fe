/** A project linked to a file that others share: written through, read in, and never in the way of work. */
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { closeContext, openContext } from '../../../electron/backend/context.ts';
import { dispatch } from '../../../electron/backend/dispatch.ts';
import { isConflictCopyOf } from '../../../electron/backend/link/conflict-copies.ts';
import { readContent, replaceContent } from '../../../electron/backend/link/shared-file.ts';
import { syncLink } from '../../../electron/backend/link/sync-link.ts';
import { type ProjectFile, readProjectFile } from '../../../shared/project/file.ts';
import { nat, testBackend } from '../../helpers/backend.ts';

const backend = testBackend();
const { call, refusal } = backend;
const pace = { write: 10, look: 20 };

let shared: string;
let file: string;

beforeEach(async () => {
  shared = mkdtempSync(join(tmpdir(), 'onramp-shared-'));
  file = join(shared, 'plan.onramp');
  await backend.restart({ linkPace: pace });
});
afterEach(() => rmSync(shared, { recursive: true, force: true }));

/** Patient, for the machine may have other things to do. */
const eventually = <T>(look: () => T) => vi.waitFor(look, { timeout: 20_000, interval: 20 });

const changesIn = (path: string) => {
  const read = readProjectFile(readFileSync(path, 'utf8'));
  if (!read.ok) throw new Error(read.message);
  return read.file.changes;
};
const notesIn = (path: string) =>
  changesIn(path)
    .filter((change) => change.path === `note/${nat}`)
    .map((change) => change.after);
const linkOf = async (project: string) => (await call('link.status', { project })).link;
const alike = (project: string) =>
  eventually(async () => expect(await linkOf(project)).toMatchObject({ waiting: false, problem: null }));
const problem = (project: string, name: string) =>
  eventually(async () => expect((await linkOf(project))?.problem).toBe(name));

async function linked(name = 'Rollout') {
  const { id } = await call('project.create', { name });
  await call('link.set', { project: id, file });
  return id;
}

/** What the file would be had somebody else worked on a copy of it. */
async function workedOn(text: string, note: string): Promise<string> {
  let result = '';
  await backend.elsewhere(async () => {
    await call('settings.set', { author: 'Ben' });
    const { id } = await call('project.import', { text });
    await call('answer.note', { project: id, question: nat, note });
    result = (await call('project.export', { project: id })).text;
  });
  return result;
}

describe('a linked file', () => {
  it('is written when the link is made, and after each change', async () => {
    const project = await linked();
    expect(await linkOf(project)).toMatchObject({ file, waiting: false, problem: null });
    await call('answer.note', { project, question: nat, note: 'mine' });
    await eventually(() => expect(notesIn(file)).toEqual(['mine']));
    await alike(project);
    expect(readFileSync(file, 'utf8')).toBe((await call('project.export', { project })).text);
    expect(readdirSync(shared)).toEqual(['plan.onramp']);
  });

  it('brings in what others write to it, and says how much and whose', async () => {
    const project = await linked();
    await alike(project);
    writeFileSync(file, await workedOn(readFileSync(file, 'utf8'), 'theirs'));
    await eventually(async () =>
      expect((await linkOf(project))?.came).toMatchObject([
        {
          changes: 1,
          places: { answers: 0, notes: 1, rows: 0, others: 0 },
          authors: ['Ben'],
          file: 'plan.onramp',
        },
      ]),
    );
    const view = await call('project.open', { project });
    expect(view.notes[nat]).toBe('theirs');
    expect(view.saved.changes).toBe((await call('link.status', { project })).changes);
    expect(view.undoes).toBeNull();
  });

  it('keeps what both sides wrote at once', async () => {
    const project = await linked();
    await alike(project);
    const theirs = await workedOn(readFileSync(file, 'utf8'), 'theirs');
    await call('answer.note', { project, question: nat, note: 'mine' });
    writeFileSync(file, theirs);
    await eventually(() => expect(notesIn(file).sort()).toEqual(['mine', 'theirs']));
    expect((await call('project.open', { project })).disagreements).toHaveLength(1);
  });

  it('is linked again after a restart, and what was last written is in it when the app closes', async () => {
    const project = await linked();
    await alike(project);
    await call('answer.note', { project, question: nat, note: 'the last word' });
    await backend.restart({ linkPace: { write: 60_000, look: 60_000 } });
    expect(notesIn(file)).toEqual(['the last word']);
    expect((await linkOf(project))?.file).toBe(file);
  });

  it('is left as it is once the link is taken away', async () => {
    const project = await linked();
    await call('link.remove', { project });
    await call('answer.note', { project, question: nat, note: 'mine' });
    await backend.restart({ linkPace: pace });
    expect(await linkOf(project)).toBeNull();
    expect(notesIn(file)).toEqual([]);
  });
});

describe('trouble with a linked file', () => {
  it.each([
    ['empty', () => ''],
    ['cut off', (text: string) => text.slice(0, text.length / 2)],
    ['something else', () => 'hello'],
  ])(
    '%s: work goes on, nothing is overwritten, and all is made good once the file is whole',
    async (_name, broken) => {
      const project = await linked();
      await alike(project);
      const whole = await workedOn(readFileSync(file, 'utf8'), 'theirs');
      writeFileSync(file, broken(whole));
      await problem(project, 'half-synced');
      expect((await call('answer.note', { project, question: nat, note: 'mine' })).notes[nat]).toBe('mine');
      expect(readFileSync(file, 'utf8')).toBe(broken(whole));
      writeFileSync(file, whole);
      await eventually(() => expect(notesIn(file).sort()).toEqual(['mine', 'theirs']));
      await alike(project);
    },
  );

  it('a folder that is gone is said so, and met again when it is back', async () => {
    const project = await linked();
    await alike(project);
    renameSync(shared, `${shared}-away`);
    await problem(project, 'unreachable');
    await call('answer.note', { project, question: nat, note: 'mine' });
    renameSync(`${shared}-away`, shared);
    await eventually(() => expect(notesIn(file)).toEqual(['mine']));
  });

  it('a file of a newer version or of another project is never touched', async () => {
    const project = await linked();
    await alike(project);
    const newer = '{"format":"onramp-project","version":99}';
    writeFileSync(file, newer);
    await problem(project, 'newer-file');
    const { id: other } = await call('project.create', { name: 'Fabrikam' });
    const { text } = await call('project.export', { project: other });
    writeFileSync(file, text);
    await problem(project, 'other-project');
    await call('answer.note', { project, question: nat, note: 'mine' });
    expect(readFileSync(file, 'utf8')).toBe(text);
  });

  it('a file that was deleted is written anew', async () => {
    const project = await linked();
    await alike(project);
    rmSync(file);
    await eventually(() => expect(changesIn(file)).toHaveLength(1));
  });
});

describe('replacing a file', () => {
  it('does nothing when somebody else has written since it was read, and leaves no trace', async () => {
    writeFileSync(file, 'one');
    const read = await readContent(file);
    writeFileSync(file, 'two');
    expect(await replaceContent(file, 'three', read)).toBeUndefined();
    expect(readFileSync(file, 'utf8')).toBe('two');
    expect(await replaceContent(file, 'three', null)).toBeUndefined();
    expect(await replaceContent(file, 'three', await readContent(file))).toBeDefined();
    expect(readFileSync(file, 'utf8')).toBe('three');
    expect(readdirSync(shared)).toEqual(['plan.onramp']);
  });
});

describe('a turn at the shared file', () => {
  it('begins again when somebody writes between its reading and its writing, and then holds what both wrote', async () => {
    const { id: project } = await call('project.create', { name: 'Rollout' });
    const { text } = await call('project.export', { project });
    const theirs = await workedOn(text, 'Ben’s');
    writeFileSync(file, text);
    await call('answer.note', { project, question: nat, note: 'Mine' });
    const { workspace } = backend.context;
    let turns = 0;
    const store = {
      getProject: (id: string) => workspace.getProject(id),
      previewMerge: (one: ProjectFile) => workspace.previewMerge(one),
      mergeProject: (one: ProjectFile) => workspace.mergeProject(one),
      // The last that is asked for before the file is written.
      exportProject: (id: string) => {
        turns += 1;
        const ours = workspace.exportProject(id);
        if (turns === 1) writeFileSync(file, theirs);
        return ours;
      },
    };
    const synced = await syncLink(store, { project, file, copies: {} }, undefined, Date.now());
    expect(turns).toBe(2);
    expect(synced).toMatchObject({ problem: null, arrivals: [{ authors: ['Ben'] }] });
    expect(notesIn(file).sort()).toEqual(['Ben’s', 'Mine']);
  });
});

describe('linking', () => {
  it('ends with the project', async () => {
    const project = await linked();
    await call('project.delete', { project });
    await call('project.purge', { project });
    rmSync(file);
    await backend.restart({ linkPace: pace });
    expect(readdirSync(shared)).toEqual([]);
    expect(backend.context.links.statusOf(project).link).toBeNull();
  });

  it.each([
    ['plan.onramp', /whole path/],
    ['/nowhere/at/all/plan.onramp', /There is no folder/],
    ['/tmp/plan.txt', /\.onramp/],
  ])('to %s is refused with a sentence', async (given, sentence) => {
    const { id } = await call('project.create', { name: 'Rollout' });
    const error = await refusal('link.set', { project: id, file: given });
    expect(error.fields?.file).toMatch(sentence);
    expect(await linkOf(id)).toBeNull();
  });

  it('to a file of another project is refused by name', async () => {
    await linked('Fabrikam');
    const { id } = await call('project.create', { name: 'Contoso' });
    const error = await refusal('link.set', { project: id, file });
    expect(error.message).toBe('This file is of “Fabrikam”, not of “Contoso”.');
  });
});

describe('conflict copies', () => {
  it.each([
    'plan-PC.onramp',
    'plan (conflicted copy).onramp',
    'plan (Ann’s conflicted copy 2026-01-02).onramp',
    'Plan (1).onramp',
    'plan 2.onramp',
    'plan.sync-conflict-20260102-120000-ABCDEFG.onramp',
  ])('%s is one', (name) => expect(isConflictCopyOf('plan.onramp', name)).toBe(true));

  it.each([
    'plan.onramp',
    'plans.onramp',
    'plan-PC.txt',
    'other (1).onramp',
    'planning (1).onramp',
    '-.onramp',
  ])('%s is none', (name) => expect(isConflictCopyOf('plan.onramp', name)).toBe(false));

  it('of this project are taken in once and left where they are; others are left alone', async () => {
    const project = await linked();
    await alike(project);
    // A folder by such a name is none that could be read.
    mkdirSync(join(shared, 'plan-old.onramp'));
    const copy = join(shared, 'plan-PC.onramp');
    const { id: other } = await call('project.create', { name: 'Fabrikam' });
    const { text } = await call('project.export', { project: other });
    writeFileSync(join(shared, 'plan (1).onramp'), await workedOn(text, 'of another project'));
    writeFileSync(copy, await workedOn(readFileSync(file, 'utf8'), 'theirs'));
    await eventually(() => expect(notesIn(file)).toEqual(['theirs']));
    await eventually(async () =>
      expect((await linkOf(project))?.came.map((one) => one.file)).toEqual(['plan-PC.onramp']),
    );
    const { mtimeMs } = statSync(copy);
    await alike(project);
    expect(statSync(copy).mtimeMs).toBe(mtimeMs);
    expect(readdirSync(shared).sort()).toEqual([
      'plan (1).onramp',
      'plan-PC.onramp',
      'plan-old.onramp',
      'plan.onramp',
    ]);
    expect((await call('project.open', { project: other })).notes).toEqual({});
  });
});

describe('two workspaces linked to one file', () => {
  it('end with the same, whoever wrote what', async () => {
    const project = await linked();
    await alike(project);
    const folder = mkdtempSync(join(tmpdir(), 'onramp-other-'));
    const other = await openContext({ folder, host: 'test', version: '0.0.0', linkPace: pace });
    try {
      await dispatch(other, 'project.import', { text: readFileSync(file, 'utf8') });
      await dispatch(other, 'link.set', { project, file });
      await call('answer.note', { project, question: nat, note: 'mine' });
      await dispatch(other, 'project.describe', { project, customer: 'Contoso' });
      await eventually(async () => {
        const view = await call('project.open', { project });
        const reply = await dispatch(other, 'project.open', { project });
        expect(view).toMatchObject({ customer: 'Contoso', notes: { [nat]: 'mine' } });
        expect(reply).toMatchObject({ ok: true, value: { customer: 'Contoso', notes: { [nat]: 'mine' } } });
      });
    } finally {
      await closeContext(other);
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

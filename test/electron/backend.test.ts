/** The handlers against a real store: what the screens and files get for each call. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Context, closeContext, openContext } from '../../electron/backend/context.ts';
import { dispatch } from '../../electron/backend/dispatch.ts';
import { builtInReference } from '../../shared/content/reference.ts';
import { type CallName, contract, type InputOf, type OutputOf } from '../../shared/contract.ts';
import type { Json } from '../../shared/json.ts';
import type { ProjectView } from '../../shared/view.ts';

let folder: string;
let context: Context;

async function open() {
  context = await openContext({ folder, host: 'test', version: '0.0.0' });
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'onramp-backend-'));
  await open();
});

afterEach(async () => {
  await closeContext(context);
  rmSync(folder, { recursive: true, force: true });
});

/** Makes the call and holds its output against the contract. */
async function call<N extends CallName>(name: N, input: InputOf<N>): Promise<OutputOf<N>> {
  const reply = await dispatch(context, name, input);
  if (!reply.ok) throw new Error(`${name}: ${reply.error.code} ${reply.error.message}`);
  return contract[name].output.parse(JSON.parse(JSON.stringify(reply.value))) as OutputOf<N>;
}

async function refusal<N extends CallName>(name: N, input: InputOf<N>) {
  const reply = await dispatch(context, name, input);
  if (reply.ok) throw new Error(`${name} was not refused`);
  return reply.error;
}

const nat = 'routing.nat.who';
const answered = (value: string) => ({ state: 'answered' as const, value });

describe('answers', () => {
  it('are kept, assessed, and there after a restart', async () => {
    const { id } = await call('project.create', { name: 'Rollout' });
    const view = await call('answer.set', { project: id, question: nat, answer: answered('we-do') });
    expect(view.answers[nat]).toEqual(answered('we-do'));
    await closeContext(context);
    await open();
    const again = await call('project.open', { project: id });
    expect(again.answers[nat]).toEqual(answered('we-do'));
    expect(again.saved.changes).toBe(view.saved.changes);
  });

  it('that do not fit their question are refused, and kept as drafts when sent as such', async () => {
    const { id } = await call('project.create', { name: 'Rollout' });
    expect(
      await refusal('answer.set', { project: id, question: nat, answer: answered('somebody') }),
    ).toMatchObject({ code: 'bad-input' });
    const draft = { state: 'draft' as const, text: '203.0.113.0/99' };
    const view = await call('answer.set', { project: id, question: 'routing.nat.er-pool', answer: draft });
    expect(view.answers['routing.nat.er-pool']).toEqual(draft);
  });

  it('lose their confirmation when they change', async () => {
    const { id } = await call('project.create', { name: 'Rollout' });
    await call('settings.set', { author: 'H. Meyer' });
    await call('answer.set', { project: id, question: nat, answer: answered('we-do') });
    const confirmed = await call('answer.review', { project: id, questions: [nat], reviewed: true });
    expect(confirmed.reviews[nat]?.by).toBe('H. Meyer');
    const changed = await call('answer.set', { project: id, question: nat, answer: answered('provider') });
    expect(changed.reviews[nat]).toBeUndefined();
  });

  it('come back by undo and redo, each act in one step', async () => {
    const { id } = await call('project.create', { name: 'Rollout' });
    const rows = ['Paris', 'Lyon'].map((name, order) => ({
      id: name,
      value: { order, cells: { name, kind: 'office' } },
    }));
    await call('row.paste', { project: id, table: 'sites', rows });
    const undone = await call('project.undo', { project: id });
    expect(undone.tables.sites ?? []).toEqual([]);
    const redone = await call('project.redo', { project: id });
    expect(redone.tables.sites?.map((row) => row.cells.name)).toEqual(['Paris', 'Lyon']);
    expect(redone.canRedo).toBe(false);
  });

  it('in tables are refused where there is no such table, column or value', async () => {
    const { id } = await call('project.create', { name: 'Rollout' });
    const at = { project: id, row: 'r1' };
    expect((await refusal('row.set', { ...at, table: 'chairs', value: { order: 0, cells: {} } })).code).toBe(
      'bad-input',
    );
    expect(
      (await refusal('row.set', { ...at, table: 'sites', value: { order: 0, cells: { legs: 4 } } })).code,
    ).toBe('bad-input');
    expect(
      (await refusal('row.set', { ...at, table: 'sites', value: { order: 0, cells: { users: 'many' } } }))
        .code,
    ).toBe('bad-input');
    expect((await call('project.open', { project: id })).saved.changes).toBe(1);
  });

  it('what a reply showed does not change under the reader when the next answer comes', async () => {
    const { id } = await call('project.create', { name: 'Rollout' });
    const reply = await dispatch(context, 'answer.set', {
      project: id,
      question: nat,
      answer: answered('we-do'),
    });
    await call('answer.set', { project: id, question: nat, answer: answered('provider') });
    expect(reply.ok && (reply.value as ProjectView).answers[nat]).toEqual(answered('we-do'));
  });
});

describe('the view kept in memory', () => {
  it('is read again when another process has restored a backup, also after as many changes as before', async () => {
    const { id } = await call('project.create', { name: 'Rollout' });
    const { name } = await context.workspace.createBackup('test');
    await call('answer.set', { project: id, question: nat, answer: answered('we-do') });
    const other = await openContext({ folder, host: 'test', version: '0.0.0' });
    try {
      await other.workspace.restoreBackup(name);
      await dispatch(other, 'answer.set', { project: id, question: nat, answer: answered('none') });
    } finally {
      await closeContext(other);
    }
    const view = await call('project.open', { project: id });
    expect(view.saved.changes).toBe(2);
    expect(view.answers[nat]).toEqual(answered('none'));
  });

  it('is the same as the one read afresh, after any sequence of calls', async () => {
    const act = fc.oneof(
      fc.record({
        kind: fc.constant('answer' as const),
        value: fc.constantFrom('we-do', 'provider', 'none'),
      }),
      fc.record({
        kind: fc.constant('row' as const),
        id: fc.constantFrom('a', 'b', 'c'),
        users: fc.nat(100),
      }),
      fc.record({ kind: fc.constant('remove' as const), id: fc.constantFrom('a', 'b', 'c') }),
      fc.record({ kind: fc.constant('undo' as const) }),
      fc.record({ kind: fc.constant('redo' as const) }),
      fc.record({ kind: fc.constant('archive' as const), archived: fc.boolean() }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 12 }), async (acts) => {
        const { id } = await call('project.create', { name: 'P' });
        for (const one of acts) {
          if (one.kind === 'answer')
            await call('answer.set', { project: id, question: nat, answer: answered(one.value) });
          if (one.kind === 'row') {
            const value = { order: 0, cells: { name: one.id, users: one.users, kind: 'hub' } };
            await call('row.set', { project: id, table: 'sites', row: one.id, value });
          }
          if (one.kind === 'remove')
            await call('row.remove', { project: id, table: 'sites', rows: [one.id] });
          if (one.kind === 'undo') await call('project.undo', { project: id });
          if (one.kind === 'redo') await call('project.redo', { project: id });
          if (one.kind === 'archive') await call('project.describe', { project: id, archived: one.archived });
        }
        const kept = await call('project.open', { project: id });
        context.views.forgetAll();
        expect(await call('project.open', { project: id })).toEqual(kept);
      }),
      { numRuns: 25 },
    );
  });
});

describe('what is not taken in', () => {
  it('is an answer nested so deeply that reading it would exhaust the stack', async () => {
    const { id } = await call('project.create', { name: 'Rollout' });
    let value: Json = 'x';
    for (let depth = 0; depth < 20_000; depth += 1) value = [value];
    const answer = { state: 'answered' as const, value };
    expect(await refusal('answer.set', { project: id, question: nat, answer })).toMatchObject({
      code: 'bad-input',
      fields: { input: 'nested too deeply' },
    });
  });

  it('is too large only where a text or a list is; a number out of range is bad input', async () => {
    const { id } = await call('project.create', { name: 'Rollout' });
    expect((await refusal('project.history', { project: id, limit: 5000 })).code).toBe('bad-input');
    expect((await refusal('project.create', { name: 'x'.repeat(201) })).code).toBe('too-large');
    const questions = Array.from({ length: 1001 }, () => nat);
    expect((await refusal('answer.review', { project: id, questions, reviewed: true })).code).toBe(
      'too-large',
    );
  });

  it('is an attachment more than a question may have, and nothing of it is kept', async () => {
    const { id } = await call('project.create', { name: 'Rollout' });
    const proofs = Array.from({ length: 200 }, (_, number) => `proof${number}`);
    context.workspace.append(id, [{ path: `proof/${nat}`, after: proofs }], {
      author: '',
      at: 1,
      origin: { kind: 'edit' },
      batch: crypto.randomUUID(),
    });
    const attachment = { name: 'a.txt', kind: 'text', content: Buffer.from('one').toString('base64') };
    expect((await refusal('attachment.add', { project: id, ...attachment, question: nat })).code).toBe(
      'bad-input',
    );
    expect(context.workspace.exportProject(id).blobs).toEqual({});
    await call('attachment.add', { project: id, ...attachment });
    expect(Object.keys(context.workspace.exportProject(id).blobs)).toHaveLength(1);
  });
});

describe('the status', () => {
  it('tells that a backup nobody asked for has failed', async () => {
    await closeContext(context);
    context = await openContext({ folder, host: 'test', version: '0.0.0', backupEvery: 1 });
    expect((await call('workspace.status', {})).backupProblem).toBeNull();
    await context.workspace.checked;
    writeFileSync(join(folder, 'backups'), 'a file where the folder should be');
    await call('project.create', { name: 'Rollout' });
    await vi.waitFor(async () =>
      expect((await call('workspace.status', {})).backupProblem).toMatch(/EEXIST|ENOTDIR/),
    );
  });
});

describe('projects', () => {
  it('travel as files: export, import elsewhere, export gives the same bytes', async () => {
    const { id } = await call('project.create', { name: 'Rollout ✈ 東京', customer: 'Contoso' });
    await call('answer.note', { project: id, question: nat, note: 'x\u0000\u202e<b>' });
    await call('attachment.add', {
      project: id,
      name: 'routes.txt',
      kind: 'text',
      content: Buffer.from('B 13.71.0.0/18').toString('base64'),
      question: nat,
    });
    const { text, fileName } = await call('project.export', { project: id });
    expect(fileName).toBe('Rollout 東京.onramp');
    const elsewhere = mkdtempSync(join(tmpdir(), 'onramp-elsewhere-'));
    const home = context;
    context = await openContext({ folder: elsewhere, host: 'test', version: '0.0.0' });
    try {
      const view = await call('project.import', { text });
      expect(view.name).toBe('Rollout ✈ 東京');
      expect((await call('project.export', { project: id })).text).toBe(text);
      const [attachment] = Object.keys(view.attachments);
      expect(
        Buffer.from(
          (await call('attachment.get', { project: id, id: attachment ?? '' })).content,
          'base64',
        ).toString(),
      ).toBe('B 13.71.0.0/18');
    } finally {
      await closeContext(context);
      context = home;
      rmSync(elsewhere, { recursive: true, force: true });
    }
  });

  it('opened again from their own file change nothing', async () => {
    const { id } = await call('project.create', { name: 'Rollout' });
    await call('answer.set', { project: id, question: nat, answer: answered('none') });
    const { text } = await call('project.export', { project: id });
    await call('project.import', { text });
    expect((await call('project.export', { project: id })).text).toBe(text);
  });

  it.each([
    ['not JSON at all', 'hello', 'not-a-project'],
    ['JSON of something else', '{"a":1}', 'not-a-project'],
    ['a file cut off', '{"format":"onramp-project","version":1,"changes":[', 'damaged-file'],
    ['a newer file', '{"format":"onramp-project","version":99}', 'newer-file'],
    [
      'a file with a foreign field',
      '{"format":"onramp-project","version":1,"project":{"id":"x","created":1},"changes":[],"blobs":{},"x":1}',
      'damaged-file',
    ],
    [
      'a hostile file',
      '{"format":"onramp-project","version":1,"__proto__":{"x":1},"project":{},"changes":[],"blobs":{}}',
      'damaged-file',
    ],
  ])('from %s are refused with the place, and nothing is imported', async (_name, text, code) => {
    const error = await refusal('project.import', { text });
    expect(error.code).toBe(code);
    expect(error.message).toMatch(/\(.+\)/);
    expect(await call('project.list', {})).toEqual([]);
  });

  it('with one damaged attachment are refused whole', async () => {
    const { id } = await call('project.create', { name: 'Rollout' });
    await call('attachment.add', {
      project: id,
      name: 'a.txt',
      kind: 'text',
      content: Buffer.from('one').toString('base64'),
    });
    const { text } = await call('project.export', { project: id });
    await call('project.delete', { project: id });
    await call('project.purge', { project: id });
    const damaged = text.replace(
      Buffer.from('one').toString('base64'),
      Buffer.from('two').toString('base64'),
    );
    expect((await refusal('project.import', { text: damaged })).code).toBe('damaged-file');
    expect(await call('project.list', {})).toEqual([]);
  });

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
    const { name } = await context.workspace.createBackup('test');
    await call('project.create', { name: 'Second' });
    const restored = context.workspace.restoreBackup(name);
    expect((await call('project.list', {})).every((line) => line.fresh)).toBe(true);
    await restored;
  });

  it('the sample opens, and opens again as the same project', async () => {
    const first = await call('project.sample', {});
    const second = await call('project.sample', {});
    expect(second.id).toBe(first.id);
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

  it('a confirmed table is no longer confirmed when its rows change', async () => {
    const { id } = await call('project.create', { name: 'Rollout' });
    const row = {
      project: id,
      table: 'sites',
      row: 'r1',
      value: { order: 0, cells: { name: 'Paris', kind: 'hub' } },
    };
    await call('row.set', row);
    expect(
      (await call('answer.review', { project: id, questions: ['scope.sites.list'], reviewed: true })).reviews[
        'scope.sites.list'
      ],
    ).toBeDefined();
    const changed = await call('row.set', {
      ...row,
      value: { order: 0, cells: { name: 'Lyon', kind: 'hub' } },
    });
    expect(changed.reviews['scope.sites.list']).toBeUndefined();
  });
});

describe('a long call', () => {
  it('reports its steps, and changes nothing when it is called off between them', async () => {
    const { id } = await call('project.create', { name: 'Rollout' });
    const { text } = await call('project.export', { project: id });
    await call('project.delete', { project: id });
    await call('project.purge', { project: id });
    const steps: string[] = [];
    const stop = new AbortController();
    const stopped = await dispatch(
      context,
      'project.import',
      { text },
      {
        signal: stop.signal,
        onProgress: ({ step }) => {
          steps.push(step);
          if (step === 'checking') stop.abort();
        },
      },
    );
    expect(stopped).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect(steps).toEqual(['reading', 'checking']);
    expect(await call('project.list', {})).toEqual([]);
    await call('project.import', { text });
    expect(await call('project.list', {})).toHaveLength(1);
  });
});

describe('milestones', () => {
  it('name the set of changes they stand on', async () => {
    const { id } = await call('project.create', { name: 'Rollout' });
    await call('answer.set', { project: id, question: nat, answer: answered('we-do') });
    const view = await call('milestone.create', { project: id, name: 'Workshop 1' });
    await call('answer.set', { project: id, question: nat, answer: answered('none') });
    const [milestone] = Object.values(view.milestones);
    const then = context.workspace.readThrough(id, milestone?.through ?? {});
    expect(then.get(`answer/${nat}`)?.value).toEqual(answered('we-do'));
  });
});

describe('settings', () => {
  it('keep what is valid when one value no longer is', async () => {
    await call('settings.set', { author: 'H. Meyer', theme: 'dark' });
    context.workspace.setSetting('settings', { author: 'H. Meyer', theme: 'plaid' });
    expect(await call('settings.get', {})).toMatchObject({ author: 'H. Meyer', theme: 'system' });
  });
});

describe('reference data', () => {
  const newer = () => {
    const set = structuredClone(builtInReference['azure-regions']);
    set.version = '2027-01-15';
    const madrid = set.items.find((item) => item.id === 'swedencentral');
    if (!madrid) throw new Error('Sweden Central is in the list');
    madrid.community = '12076:51060';
    set.items = set.items.filter((item) => item.id !== 'westindia');
    return JSON.stringify(set);
  };

  it('can be replaced by a newer file, which shows what it changes, and taken back', async () => {
    const difference = await call('reference.compare', { text: newer() });
    expect(difference).toMatchObject({
      kind: 'azure-regions',
      from: '2026-11-21',
      to: '2027-01-15',
      added: [],
      removed: ['westindia'],
    });
    expect(difference.changed.map(({ id }) => id)).toEqual(['swedencentral']);
    const lines = await call('reference.use', { text: newer() });
    expect(lines.find((line) => line.kind === 'azure-regions')).toMatchObject({
      version: '2027-01-15',
      builtIn: false,
    });
    await closeContext(context);
    await open();
    const sets = await call('reference.get', {});
    expect(JSON.stringify(sets['azure-regions'])).toContain('12076:51060');
    const back = await call('reference.reset', { kind: 'azure-regions' });
    expect(back.every((line) => line.builtIn)).toBe(true);
  });

  it('that is not sound is refused with the place, and nothing changes', async () => {
    const error = await refusal('reference.use', { text: newer().replace('12076:51060', 'soon') });
    expect(error.message).toMatch(/items\[\d+\] \(swedencentral\)\.community/);
    expect((await refusal('reference.use', { text: '{"kind":"__proto__"}' })).code).toBe('bad-input');
    expect((await call('reference.list', {})).every((line) => line.builtIn)).toBe(true);
  });
});

/** What every transport must do alike: the same calls, the same refusals, progress and cancellation. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningBackend, startBackend } from '../../electron/backend/running-backend.ts';
import { CallError, type Progress, type Reply } from '../../shared/contract/call.ts';
import type { ProjectSummary } from '../../shared/contract/project.ts';
import { type CallName, contract } from '../../shared/contract.ts';
import type { Proposals } from '../../shared/evidence/proposals/proposals.ts';
import type { ProjectView } from '../../shared/view.ts';
import { readSample } from '../helpers/evidence-samples.ts';
import type { OpenTransport, Transport } from '../helpers/transports.ts';

const nobody = '00000000-0000-4000-8000-000000000000';

export function acceptance(transport: Transport): void {
  describe(`calls ${transport.name}`, () => {
    let folder: string;
    let backend: RunningBackend;
    let open: OpenTransport;

    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'onramp-acceptance-'));
      backend = startBackend({ folder, host: 'test', version: '0.0.0' });
      open = await transport.open(backend);
    });

    afterAll(async () => {
      await open?.close();
      await backend?.close();
      rmSync(folder, { recursive: true, force: true });
    });

    async function value(name: CallName, input: unknown): Promise<unknown> {
      const reply = await open.call(name, input);
      if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.error)}`);
      return contract[name].output.parse(reply.value);
    }

    /** Once all of it is fresh: where the time of one call is over, the next one goes on. */
    async function wholeList(): Promise<ProjectSummary[]> {
      for (;;) {
        const list = (await value('project.list', {})) as ProjectSummary[];
        if (list.every(({ fresh }) => fresh)) return list;
      }
    }

    async function refusal(name: unknown, input: unknown) {
      return refused(await open.call(name, input));
    }

    test('a project is made, edited, undone, redone and opened again', async () => {
      const made = (await value('project.create', {
        name: 'Contoso',
        customer: 'Contoso AG',
      })) as ProjectView;
      expect(made.name).toBe('Contoso');
      const project = made.id;
      await value('project.describe', { project, name: 'Contoso Ltd' });
      expect(((await value('project.undo', { project })) as ProjectView).name).toBe('Contoso');
      expect(((await value('project.redo', { project })) as ProjectView).name).toBe('Contoso Ltd');
      expect(((await value('project.open', { project })) as ProjectView).name).toBe('Contoso Ltd');
    });

    test('text comes back as it was sent, whatever is in it', async () => {
      const name = 'Zürich → "東京" \\ <b>&\u2028\u0000😀';
      const made = (await value('project.create', { name })) as ProjectView;
      expect(((await value('project.open', { project: made.id })) as ProjectView).name).toBe(name);
    });

    test('an exported project comes back in', async () => {
      const made = (await value('project.create', { name: 'Carried' })) as ProjectView;
      const { text } = (await value('project.export', { project: made.id })) as { text: string };
      expect(((await value('project.import', { text })) as ProjectView).id).toBe(made.id);
    });

    test.each(['no.such', '', 'project', 'project.create ', 'PROJECT.LIST'])(
      'the unknown call %j is refused',
      async (name) => {
        expect((await refusal(name, {})).code).toBe('unknown-call');
      },
    );

    test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'])(
      'the name %s, which every object has, is no call',
      async (name) => {
        expect((await refusal(name, {})).code).toBe('unknown-call');
      },
    );

    test.each([null, 42, true, ['project.list'], { toString: 'project.list' }])(
      'a name that is %j is no call',
      async (name) => {
        expect((await refusal(name, {})).code).toBe('unknown-call');
      },
    );

    test.each([null, 42, 'text', [], [{}]])('an input that is %j is refused', async (input) => {
      expect((await refusal('project.create', input)).code).toBe('bad-input');
    });

    test('wrong types, missing and additional fields are refused, each by name', async () => {
      expect((await refusal('project.create', { name: 5 })).fields).toHaveProperty('name');
      expect((await refusal('project.create', {})).fields).toHaveProperty('name');
      expect((await refusal('project.open', { project: 'not-an-id' })).fields).toHaveProperty('project');
      expect((await refusal('project.create', { name: 'x', isAdmin: true })).code).toBe('bad-input');
    });

    test('keys that would reach a prototype change nothing', async () => {
      const hostile = JSON.parse(
        '{"name":"x","__proto__":{"archived":true},"constructor":{"prototype":{"a":1}}}',
      );
      expect((await refusal('project.create', hostile)).code).toBe('bad-input');
      expect(({} as { archived?: boolean }).archived).toBeUndefined();
    });

    test('10 MB of text is refused where a name is asked for', async () => {
      const { code } = await refusal('project.create', { name: 'x'.repeat(10_000_000) });
      expect(code).toBe('too-large');
    });

    test('10 MB of text that is no project is refused as such', async () => {
      const { code } = await refusal('project.import', { text: '['.repeat(10_000_000) });
      expect(code).toBe('not-a-project');
    });

    test('what is not there is said to be not there', async () => {
      expect((await refusal('project.open', { project: nobody })).code).toBe('not-found');
    });

    test('a refusal changes nothing', async () => {
      const before = await wholeList();
      await refusal('project.create', { name: '' });
      await refusal('project.describe', { project: nobody, name: 'x' });
      await refusal('project.import', { text: '{"format":"onramp-project","version":1,"changes":[' });
      expect(await value('project.list', {})).toEqual(before);
    });

    test('evidence is read, accepted and opened again, and its file travels as it was', async () => {
      const { id: project } = (await value('project.create', { name: 'Rollout' })) as ProjectView;
      const text = readSample('tools/sites.txt');
      const content = Buffer.from(text).toString('base64');
      const read = (await value('evidence.read', { project, name: 'sites.csv', content })) as {
        reading: string;
        proposals: Proposals;
      };
      const { answers, rows } = read.proposals;
      const { reading } = read;
      const piece = { reading, name: 'sites.csv', taken: '2026-11-18', shelfDays: 90 };
      const accepted = { project, pieces: [piece] };
      const view = (await value('evidence.accept', { ...accepted, answers, rows })) as ProjectView;
      expect(view.tables.sites?.length).toBe(rows.length);
      const [attachment = ''] = Object.keys(view.evidence);
      const { content: kept } = (await value('attachment.get', { project, id: attachment })) as {
        content: string;
      };
      expect(Buffer.from(kept, 'base64').toString().trim()).toBe(text.replaceAll('\r\n', '\n').trim());
      expect((await refusal('evidence.accept', { ...accepted, answers, rows })).code).toBe('not-found');
    });

    test('many calls at once each get their own reply', async () => {
      const names = Array.from({ length: 30 }, (_, index) => `Project ${index}`);
      const made = await Promise.all(names.map((name) => value('project.create', { name })));
      expect(made.map((view) => (view as ProjectView).name)).toEqual(names);
    });
  });

  describe(`long calls ${transport.name}`, () => {
    test('report their progress in order, and then reply', async () => {
      const open = await transport.open(slowBackend({ steps: 3 }));
      const seen: Progress[] = [];
      const reply = await open.call('project.export', {}, { onProgress: (progress) => seen.push(progress) });
      await open.close();
      expect(reply).toEqual({ ok: true, value: 'done' });
      expect(seen).toEqual([1, 2, 3].map((done) => ({ step: 'packing', done, total: 3 })));
    });

    test('stop when they are cancelled', async () => {
      const cancellation = new AbortController();
      let onStop = (): void => {};
      const stopped = new Promise<void>((done) => {
        onStop = done;
      });
      const open = await transport.open(slowBackend({ steps: Number.POSITIVE_INFINITY, onStop }));
      const onProgress = (): void => cancellation.abort();
      const call = open.call('project.export', {}, { signal: cancellation.signal, onProgress });
      // Over HTTP nobody is left to reply to; elsewhere the reply says that it was cancelled.
      const { code } = await call.then(refused, (problem: Error) => ({ code: problem.name }));
      expect(code).toMatch(/^(cancelled|AbortError)$/);
      await stopped;
      await open.close();
    });
  });
}

function refused(reply: Reply): CallError {
  if (reply.ok) throw new Error('it was not refused');
  const error = CallError.parse(reply.error);
  expect(error.message).not.toBe('');
  expect(JSON.stringify(error)).not.toMatch(/\bat .*:\d+:\d+|node_modules/);
  return error;
}

/** A backend whose only call takes its time, so that a transport can be watched while it runs. */
function slowBackend({ steps, onStop }: { steps: number; onStop?: () => void }): RunningBackend {
  return {
    async call(_name, _input, { signal, onProgress } = {}) {
      for (let done = 1; done <= steps; done++) {
        onProgress?.({ step: 'packing', done, ...(Number.isFinite(steps) ? { total: steps } : {}) });
        await new Promise((resolve) => setTimeout(resolve, 2));
        if (signal?.aborted) {
          onStop?.();
          return { ok: false, error: { code: 'cancelled', message: 'Cancelled.' } };
        }
      }
      return { ok: true, value: 'done' };
    },
    close: async () => {},
  };
}

/** A backend inside a host: what it does while it opens, when it cannot open, and when it is told to close. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startBackend } from '../../electron/backend/running-backend.ts';

let place: string;
let folder: string;
let lines: string[];

beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'onramp-running-'));
  folder = join(place, 'data');
  lines = [];
});
afterEach(() => rmSync(place, { recursive: true, force: true }));

const start = () => startBackend({ folder, host: 'test', version: '0.0.0', log: (line) => lines.push(line) });
const list = { ok: true, value: [] };

test('a call that comes before the workspace is open waits for it', async () => {
  const backend = start();
  expect(await backend.call('project.list', {})).toEqual(list);
  await backend.close();
});

test('a workspace that could not be opened is tried again, so that a mended folder needs no restart', async () => {
  writeFileSync(folder, 'in the way');
  const backend = start();
  const refused = await backend.call('project.list', {});
  expect(refused).toMatchObject({
    ok: false,
    error: { code: 'conflict', message: expect.stringMatching(/^A file stands where the data folder/) },
  });
  expect(JSON.stringify(refused)).not.toContain(place);
  expect(lines[0]).toMatch(/could not be opened: A file stands where .* folder\. \(EEXIST/);
  expect(lines.join('\n')).not.toMatch(/^ +at /m);
  rmSync(folder);
  expect(await backend.call('project.list', {})).toEqual(list);
  await backend.close();
});

test('a data folder beneath a file is refused in the same sentence', async () => {
  writeFileSync(folder, 'in the way');
  folder = join(folder, 'deeper');
  const backend = start();
  expect(await backend.call('project.list', {})).toMatchObject({
    ok: false,
    error: { code: 'conflict', message: expect.stringMatching(/^A file stands where the data folder/) },
  });
  await backend.close();
});

test('closing waits for what is being saved, and takes nothing new', async () => {
  const backend = start();
  const saving = Promise.all(['One', 'Two', 'Three'].map((name) => backend.call('project.create', { name })));
  const closing = backend.close();
  expect(await backend.call('project.list', {})).toMatchObject({ ok: false, error: { code: 'unreachable' } });
  expect((await saving).map((reply) => reply.ok)).toEqual([true, true, true]);
  await closing;

  const again = start();
  const { value } = (await again.call('project.list', {})) as { value: unknown[] };
  expect(value).toHaveLength(3);
  await again.close();
});

test('a save is not lost because the page that sent it has gone', async () => {
  const backend = start();
  const saved = await backend.call('project.create', { name: 'Last words' }, { signal: AbortSignal.abort() });
  expect(saved.ok).toBe(true);
  await backend.close();
});

test('a long call is called off', async () => {
  const backend = start();
  const reply = await backend.call('backup.create', {}, { signal: AbortSignal.abort() });
  expect(reply).toMatchObject({ ok: false, error: { code: 'cancelled' } });
  await backend.close();
});

test('closing what was never used is quiet', async () => {
  await start().close();
  expect(lines).toEqual([]);
});

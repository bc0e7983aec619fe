/** The port of the web host: the one it had last, because a browser keeps what could not be saved for each port apart. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import type { RunningBackend } from '../../electron/backend/running-backend.ts';
import { keepLastPort, readLastPort } from '../../electron/web/last-port.ts';
import { typeScriptFlags } from '../../scripts/typescript-flags.mjs';
import { openTestHost } from '../helpers/web-host.ts';

let place: string;
let folder: string;

beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'onramp-port-'));
  folder = join(place, 'data');
});
afterEach(() => rmSync(place, { recursive: true, force: true }));

const backend: RunningBackend = { call: async () => ({ ok: true, value: null }), close: async () => {} };

async function hostAt(preferredPort: number | undefined, port?: number) {
  const host = await openTestHost(backend, { preferredPort, ...(port === undefined ? {} : { port }) });
  onTestFinished(() => host.stop());
  return host;
}

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as { port: number };
  await new Promise((done) => server.close(done));
  return port;
}

describe('the port used last', () => {
  test('is taken again where it is free', async () => {
    const port = await freePort();
    expect((await hostAt(port)).port).toBe(port);
  });

  test('is passed over where somebody else has it', async () => {
    const first = await hostAt(undefined);
    const second = await hostAt(first.port);
    expect(second.port).not.toBe(first.port);
    expect((await second.ask({ headers: { cookie: second.cookie } })).status).toBe(200);
  });

  test('gives way to one that is asked for, and that one is not exchanged for another', async () => {
    const [asked, last] = [await freePort(), await freePort()];
    const host = await hostAt(last, asked);
    expect(host.port).toBe(asked);
    await expect(hostAt(last, asked)).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });

  test('is kept in the data folder, also in one that is not there yet', () => {
    expect(readLastPort(folder)).toBeUndefined();
    keepLastPort(folder, 40_123);
    expect(readLastPort(folder)).toBe(40_123);
    keepLastPort(folder, 40_124);
    expect(readLastPort(folder)).toBe(40_124);
  });

  test.each(['', 'x', '80', '70000', '4e4', '-40123', '40123 40124'])('is none where %j is kept', (text) => {
    keepLastPort(folder, 40_123);
    writeFileSync(join(folder, 'web-port'), text);
    expect(readLastPort(folder)).toBeUndefined();
  });

  test('that cannot be kept is no error', () => {
    writeFileSync(folder, 'a file where the folder should be');
    keepLastPort(folder, 40_123);
    expect(readLastPort(folder)).toBeUndefined();
  });
});

test.skipIf(process.platform === 'win32')('the web host comes back at its address', async () => {
  const [first, again] = [await startAndStop(), await startAndStop()];
  expect(first).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect(again).toBe(first);
});

/** The real host as a process of its own, from the sources: gives the origin it printed. */
async function startAndStop(): Promise<string> {
  const main = resolve(import.meta.dirname, '..', '..', 'electron', 'web', 'main.ts');
  const args = [...typeScriptFlags, main, '--no-open', '--folder', folder];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise((done) => child.once('exit', done));
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  for await (const line of createInterface(child.stdout)) {
    const address = /^Onramp is at (\S+)$/.exec(line)?.[1];
    if (address === undefined) continue;
    const { origin } = new URL(address);
    child.kill('SIGTERM');
    await ended;
    return origin;
  }
  throw new Error('the host ended without an address');
}

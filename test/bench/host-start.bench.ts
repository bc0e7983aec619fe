/** How long the built web host takes from its start as a process to its first answers, beside Node on its own. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import type { BenchResult } from '../../scripts/bench.ts';
import { startBuiltHost, temporaryFolder } from '../e2e/helpers/built-host.ts';

export const name = 'host-start';

const rounds = 15;

export async function run(): Promise<BenchResult> {
  const { folder, remove } = temporaryFolder();
  const bare: number[] = [];
  const address: number[] = [];
  const page: number[] = [];
  const call: number[] = [];
  const memory: number[] = [];
  try {
    for (let round = 0; round < rounds; round++) {
      bare.push(await timeOf(bareNode));
      const startedAt = performance.now();
      const host = await startBuiltHost(folder);
      address.push(performance.now() - startedAt);
      const { port, search, origin } = new URL(host.address);
      const cookie = (await ask(port, { path: `/${search}` })).cookie;
      await ask(port, { path: '/', headers: { cookie } });
      page.push(performance.now() - startedAt);
      const headers = { cookie, origin, 'content-type': 'application/json' };
      const reply = await ask(
        port,
        { method: 'POST', path: '/api/call', headers },
        '{"name":"project.list","input":{}}',
      );
      if (!reply.text.startsWith('{"ok":true')) throw new Error(reply.text);
      call.push(performance.now() - startedAt);
      memory.push(residentMegabytes(host.process.pid));
      await host.stop();
    }
  } finally {
    remove();
  }
  const node = median(bare);
  const row = (what: string, times: number[]) => ({
    name: what,
    value: median(times),
    unit: 'ms',
    ratio: median(times) / node,
  });
  return {
    title: 'Web host, from process start',
    rows: [
      row('an empty Node process, start to end', bare),
      row('address printed', address),
      row('first page answered', page),
      row('first call answered', call),
      { name: 'first call answered, slowest', value: Math.max(...call), unit: 'ms' },
      ...(memory.some((value) => value > 0)
        ? [{ name: 'resident after that', value: median(memory), unit: 'MB' }]
        : []),
    ],
    notes: [
      `Medians of ${rounds} starts on the same folder; ratios to the empty process. Budget: 500 ms to the first answer.`,
    ],
  };
}

async function timeOf(work: () => Promise<void>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

function bareNode(): Promise<void> {
  return new Promise((done) =>
    spawn(process.execPath, ['-e', '0'], { stdio: 'ignore' }).once('exit', () => done()),
  );
}

function ask(
  port: string,
  options: { method?: string; path: string; headers?: Record<string, string> },
  body?: string,
): Promise<{ text: string; cookie: string }> {
  return new Promise((resolve, reject) => {
    const outgoing = request({ host: '127.0.0.1', port, ...options }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('end', () =>
        resolve({ text, cookie: response.headers['set-cookie']?.[0]?.split(';')[0] ?? '' }),
      );
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

function residentMegabytes(pid: number | undefined): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

function median(values: number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

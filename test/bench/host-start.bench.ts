/** How long the built web host takes from its start as a process to its first answers, beside Node on its own. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import type { Browser } from 'playwright-core';
import { questionAddress } from '../../renderer/frame/addresses.ts';
import type { BenchResult } from '../../scripts/bench.ts';
import { startBuiltHost, temporaryFolder } from '../e2e/helpers/built-host.ts';
import { launchBrowser, openPage } from '../e2e/helpers/open-page.ts';
import { fillWorkspace, many } from '../helpers/many-projects.ts';
import { median } from '../helpers/median.ts';

export const name = 'host-start';

const question = 'justification.reason.requirement';
const rounds = 15;
const fullRounds = 5;

type Start = { address: number; page: number; call: number; memory: number };

export async function run(): Promise<BenchResult> {
  const [empty, full] = [temporaryFolder(), temporaryFolder()];
  const browser = await launchBrowser();
  try {
    const bare: number[] = [];
    const starts: Start[] = [];
    for (let round = 0; round < rounds; round++) {
      bare.push(await timeOf(bareNode));
      starts.push(await start(empty.folder));
    }
    const { sample } = await fillWorkspace(full.folder);
    const filled: Start[] = [];
    const wizard: number[] = [];
    for (let round = 0; round < fullRounds; round++) {
      filled.push(await start(full.folder));
      wizard.push(await timeOf(() => startToWizard(browser, full.folder, sample)));
    }
    const node = median(bare);
    const row = (what: string, times: readonly number[]) => ({
      name: what,
      value: median(times),
      unit: 'ms',
      ratio: median(times) / node,
    });
    const memory = (what: string, of: readonly Start[]) => ({
      name: what,
      value: median(of.map((one) => one.memory)),
      unit: 'MB',
    });
    const calls = starts.map(({ call }) => call);
    return {
      title: `Web host, from process start${process.env.ONRAMP_PACKED ? ', as packed' : ''}`,
      rows: [
        row('an empty Node process, start to end', bare),
        row(
          'address printed',
          starts.map(({ address }) => address),
        ),
        row(
          'first page answered',
          starts.map(({ page }) => page),
        ),
        row('first call answered', calls),
        { name: 'first call answered, slowest', value: Math.max(...calls), unit: 'ms' },
        row(
          `${many} projects: first page answered`,
          filled.map(({ page }) => page),
        ),
        row(
          `${many} projects: listed`,
          filled.map(({ call }) => call),
        ),
        row(`${many} projects: a section of the sample can be typed into, in a new browser window`, wizard),
        memory('resident after that, idle and empty', starts),
        memory(`resident, ${many} projects listed and the sample opened`, filled),
      ],
      notes: [
        `Medians of ${rounds} starts on an empty folder and ${fullRounds} on a full one; ratios to the empty process. Budget: 500 ms to the first answer, 150 MB resident with ${many} projects.`,
      ],
    };
  } finally {
    await browser.close();
    empty.remove();
    full.remove();
  }
}

/** Starts, asks for the page, lists the projects, opens the first of them if there is one, and looks at the memory. */
async function start(folder: string): Promise<Start> {
  const startedAt = performance.now();
  const since = () => performance.now() - startedAt;
  const host = await startBuiltHost(folder);
  try {
    const address = since();
    const { port, search, origin } = new URL(host.address);
    const { cookie } = await ask(port, { path: `/${search}` });
    await ask(port, { path: '/', headers: { cookie } });
    const page = since();
    const headers = { cookie, origin, 'content-type': 'application/json' };
    const callHost = async (name: string, input: object): Promise<string> => {
      const path = '/api/call';
      const { text } = await ask(port, { method: 'POST', path, headers }, JSON.stringify({ name, input }));
      if (!text.startsWith('{"ok":true')) throw new Error(text);
      return text;
    };
    const list = await callHost('project.list', {});
    const call = since();
    const newest = /"id":"([0-9a-f-]{36})"/.exec(list)?.[1];
    if (newest !== undefined) await callHost('project.open', { project: newest });
    return { address, page, call, memory: residentMegabytes(host.process.pid) };
  } finally {
    await host.stop();
  }
}

async function startToWizard(browser: Browser, folder: string, project: string): Promise<void> {
  const host = await startBuiltHost(folder);
  try {
    const { page, close } = await openPage(browser, host.address);
    await page.goto(`${new URL(host.address).origin}/#${questionAddress(project, { question })}`);
    await page.locator(`[id="question-${question}"] textarea`).first().fill('typed');
    await close();
  } finally {
    await host.stop();
  }
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

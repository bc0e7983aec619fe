/** Starts the built desktop app, under real Electron or over the double, and gives the same hold on both. */
import { type ChildProcess, fork } from 'node:child_process';
import { join, resolve } from 'node:path';
import type Electron from 'electron';
import { _electron, chromium, type Page } from 'playwright-core';
import { typeScriptFlags } from '../../../scripts/typescript-flags.mjs';

const root = resolve(import.meta.dirname, '..', '..', '..');
const main = join(root, 'out', 'main', 'desktop.js');

export type MainParts = typeof Electron;

export type DesktopApp = {
  page: Page;
  /** Errors and warnings on the console, and uncaught ones. */
  problems: string[];
  /** Runs a function in the main process, where it is given Electron's parts. */
  inMain: <R, A>(act: (electron: MainParts, argument: A) => R, argument: A) => Promise<Awaited<R>>;
  /** As a power failure would. */
  kill: () => Promise<void>;
  /** As the person would, by the menu; gives the exit code. */
  quit: () => Promise<number | null>;
  /** Where to take hold of the page anew after it has crashed; only the double has one. */
  endpoint?: string;
};

export type Launch = (
  folder: string,
  args?: readonly string[],
  workingDirectory?: string,
) => Promise<DesktopApp>;

function watch(page: Page): string[] {
  const problems: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(error.message));
  // The app's own to answer, not the test's.
  page.on('dialog', () => {});
  return problems;
}

const chooseQuit = ({ app }: MainParts): void => void setTimeout(() => app.quit());

export const launchElectron: Launch = async (folder, args = [], workingDirectory = root) => {
  const executablePath = process.env.ONRAMP_ELECTRON;
  if (!executablePath)
    throw new Error('ONRAMP_ELECTRON names no binary; run this through "npm run test:desktop".');
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const app = await _electron.launch({
    executablePath,
    args: [root, `--user-data-dir=${folder}`, ...asRoot, ...args],
    cwd: workingDirectory,
  });
  const child = app.process();
  const ended = exitOf(child);
  const page = await app.firstWindow();
  const problems = watch(page);
  await page.waitForLoadState();
  const inMain = app.evaluate.bind(app) as unknown as DesktopApp['inMain'];
  return {
    page,
    problems,
    inMain,
    ...endings(child, ended, inMain),
  };
};

/** How it ends: by force, or by choice. */
function endings(
  child: ChildProcess,
  ended: Promise<number | null>,
  inMain: DesktopApp['inMain'],
): Pick<DesktopApp, 'kill' | 'quit'> {
  return {
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
    quit: async () => {
      // Its end is waited for, not its answer, which may not get out any more.
      void inMain(chooseQuit, undefined).catch(() => {});
      return ended;
    },
  };
}

type Message = { id?: number; value?: unknown; problem?: string; endpoint?: string };

/** The process alone: what a second instance is, which never gets a window. */
export function forkDouble(
  folder: string,
  args: readonly string[] = [],
  workingDirectory = root,
): ChildProcess {
  const hook = join(root, 'test', 'helpers', 'electron-chromium', 'register.mjs');
  return fork(main, [`--user-data-dir=${folder}`, ...args], {
    cwd: workingDirectory,
    execArgv: [...typeScriptFlags, '--import', hook],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
}

export const launchDouble: Launch = async (folder, args, workingDirectory) => {
  const child = forkDouble(folder, args, workingDirectory);
  const ended = exitOf(child);
  const answers = new Map<number, (message: Message) => void>();
  const endpoint = await new Promise<string>((found, reject) => {
    child.on('message', (message: Message) => {
      if (message.endpoint !== undefined) found(message.endpoint);
      else if (message.id !== undefined) answers.get(message.id)?.(message);
    });
    void ended.then((code) => reject(new Error(`the desktop app ended with ${code}`)));
  });
  let next = 0;
  const inMain: DesktopApp['inMain'] = (act, argument) =>
    new Promise((resolve, reject) => {
      next += 1;
      answers.set(next, ({ value, problem }) =>
        problem === undefined ? resolve(value as never) : reject(new Error(problem)),
      );
      child.send({ id: next, source: String(act), argument });
    });
  const page = await pageAt(endpoint);
  const problems = watch(page);
  return {
    page,
    problems,
    endpoint,
    inMain,
    ...endings(child, ended, inMain),
  };
};

/** A second pair of hands on the page; the double has its own. */
export async function pageAt(endpoint: string): Promise<Page> {
  const browser = await chromium.connectOverCDP(endpoint);
  for (;;) {
    const page = browser.contexts().flatMap((context) => context.pages())[0];
    if (page && page.url() !== 'about:blank') {
      await page.waitForLoadState();
      return page;
    }
    await new Promise((again) => setTimeout(again, 20));
  }
}

function exitOf(child: ChildProcess): Promise<number | null> {
  return new Promise((ended) => child.once('exit', (code) => ended(code)));
}

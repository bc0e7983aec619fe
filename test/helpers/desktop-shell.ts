/** The desktop around a page, on a double of Electron and in a folder that each test has to itself. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type Electron from 'electron';
import { afterEach, beforeEach, expect } from 'vitest';
import { startDesktop } from '../../electron/desktop/desktop-host.ts';
import type { FromPage, ToPage } from '../../shared/desktop.ts';
import { createElectronDouble, ourFrame } from './electron-double.ts';

type Double = ReturnType<typeof createElectronDouble>;
type Item = Electron.MenuItemConstructorOptions;

export const project = { id: '0b5f1c5e-7f0e-4f0e-9d5e-0123456789ab', name: 'Contoso & Sons' };

/** Of the test that runs. */
export const shell = { folder: '', logged: [] as string[] };

/** To be said once by each file of tests. */
export function inOwnFolder(): void {
  beforeEach(() => {
    shell.folder = mkdtempSync(join(tmpdir(), 'onramp-shell-'));
  });
  afterEach(() => rmSync(shell.folder, { recursive: true, force: true }));
}

export async function start({
  platform = 'linux',
  argv = [],
  prepare = () => {},
}: {
  platform?: NodeJS.Platform;
  argv?: string[];
  prepare?: (double: Double) => void;
} = {}) {
  const double = createElectronDouble();
  prepare(double);
  shell.logged.length = 0;
  startDesktop({
    electron: double.electron,
    startBackend: () => ({ call: async () => ({ ok: true, value: null }), close: async () => {} }),
    dataFolder: join(shell.folder, 'data'),
    preload: '/preload.cjs',
    pages: join(shell.folder, 'pages'),
    developmentServer: undefined,
    platform,
    version: '1.2.3',
    argv: ['onramp', ...argv],
    workingDirectory: shell.folder,
    log: (line) => shell.logged.push(line),
  });
  await soon(() => double.windows).toHaveLength(1);
  await turn();
  const window = double.windows[0];
  if (!window) throw new Error('no window');
  const bridge = double.wire.load(window.webContents, ourFrame());
  const heard: ToPage[] = [];
  bridge.onMessage((message) => heard.push(message as ToPage));
  const shows = (change: Partial<Extract<FromPage, { kind: 'shown' }>['shown']> = {}) =>
    bridge.tell({ kind: 'shown', shown: { project: null, theme: 'system', language: 'en', ...change } });
  return { ...double, window, page: window.webContents, bridge, heard, shows };
}

/** What is there once a file has been read, which takes longest where much else is done. */
export function soon<Value>(look: () => Value) {
  return expect.poll(look, { timeout: 10_000, interval: 5 });
}

/** Lets happen what was promised and waits for nothing outside, such as a file: a turn of the loop, and no time. */
export const turn = () => new Promise((resolve) => setImmediate(resolve));

export function itemsOf(menu: Item[] | undefined): Item[] {
  return (menu ?? []).flatMap((item) => [
    item,
    ...(Array.isArray(item.submenu) ? itemsOf(item.submenu) : []),
  ]);
}

export function choose(menus: Item[][], id: string): void {
  const item = itemsOf(menus.at(-1)).find((one) => one.id === id);
  if (!item) throw new Error(`the menu has no ${id}`);
  (item.click as () => void)();
}

export const writeProject = (name: string, text = '{}'): string => {
  const path = join(shell.folder, name);
  writeFileSync(path, text);
  return path;
};

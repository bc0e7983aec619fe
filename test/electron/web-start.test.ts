/** What the web host is told and what it tells: its options, its data folder, and the browser it opens. */
import { execFile } from 'node:child_process';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { dataFolder } from '../../electron/backend/data-folder.ts';
import { readArguments } from '../../electron/web/arguments.ts';
import { browserCommand, openBrowser } from '../../electron/web/open-browser.ts';
import { typeScriptFlags } from '../../scripts/typescript-flags.mjs';
import { findChromium, howToInstall } from '../e2e/chromium.ts';

describe('the data folder', () => {
  test.each([
    ['win32', { APPDATA: 'D:\\Roaming' }, 'C:\\Users\\ann', 'D:\\Roaming\\Onramp'],
    ['win32', {}, 'C:\\Users\\ann', 'C:\\Users\\ann\\AppData\\Roaming\\Onramp'],
    ['darwin', {}, '/Users/ann', '/Users/ann/Library/Application Support/Onramp'],
    ['linux', {}, '/home/ann', '/home/ann/.local/share/onramp'],
    ['linux', { XDG_DATA_HOME: '/data' }, '/home/ann', '/data/onramp'],
    ['linux', { XDG_DATA_HOME: 'relative' }, '/home/ann', '/home/ann/.local/share/onramp'],
    ['linux', { XDG_DATA_HOME: '' }, '/home/ann', '/home/ann/.local/share/onramp'],
  ] as const)('on %s with %j is where that platform expects it', (platform, env, home, folder) => {
    expect(dataFolder({ platform, env, home })).toBe(folder);
  });
});

describe('the options', () => {
  test('have defaults', () => {
    expect(readArguments([])).toEqual({ port: 0, folder: undefined, open: true, help: false });
  });

  test('are read', () => {
    const args = ['--port', '4870', '--folder', 'data', '--no-open'];
    expect(readArguments(args)).toEqual({ port: 4870, folder: 'data', open: false, help: false });
  });

  test.each([['--port', '70000'], ['--port', 'x'], ['--port', '-1'], ['--port'], ['--colour'], ['stray']])(
    'that make no sense are named: %s %s',
    (...args) => {
      expect(readArguments(args)).toHaveProperty('problem');
    },
  );
});

describe('the browser', () => {
  const address = 'http://127.0.0.1:1/?token=a-b_c';

  test('is the one each platform opens by default', () => {
    expect(browserCommand(address, { platform: 'darwin', env: {} })).toEqual({
      command: 'open',
      args: [address],
    });
    expect(browserCommand(address, { platform: 'linux', env: { DISPLAY: ':0' } })?.command).toBe('xdg-open');
    expect(
      browserCommand(address, { platform: 'linux', env: { WAYLAND_DISPLAY: 'wayland-0' } })?.command,
    ).toBe('xdg-open');
    expect(browserCommand(address, { platform: 'win32', env: {} })?.args.at(-1)).toBe(
      `start "" "${address}"`,
    );
  });

  test.each([{}, { DISPLAY: ':0', BROWSER: 'true' }, { DISPLAY: ':0', BROWSER: 'none' }])(
    'is none with %j',
    (env) => {
      expect(browserCommand(address, { platform: 'linux', env })).toBeUndefined();
    },
  );

  test('that cannot be opened is no error', async () => {
    const before = process.env.PATH;
    process.env.PATH = '/nowhere';
    try {
      openBrowser(address, { platform: 'linux', env: { DISPLAY: ':0' } });
      await new Promise((resolve) => setTimeout(resolve, 50));
    } finally {
      process.env.PATH = before;
    }
  });
});

describe('the browser for the tests', () => {
  const has =
    (...programs: string[]) =>
    (path: string) =>
      programs.includes(path);

  test('is the first that is installed', () => {
    const env = { PATH: '/bin:/usr/bin' };
    const isProgram = has('/usr/bin/google-chrome', '/usr/bin/chromium');
    expect(findChromium({ platform: 'linux', env, isProgram })).toBe('/usr/bin/chromium');
    const edge = 'C:\\Programs (x86)\\Microsoft\\Edge\\Application\\msedge.exe';
    const windows = { 'ProgramFiles(x86)': 'C:\\Programs (x86)' };
    expect(findChromium({ platform: 'win32', env: windows, isProgram: has(edge) })).toBe(edge);
  });

  test('is the one that CHROMIUM_PATH names, or none', () => {
    const env = { PATH: '/usr/bin', CHROMIUM_PATH: '/opt/mine' };
    expect(findChromium({ platform: 'linux', env, isProgram: has('/opt/mine', '/usr/bin/chromium') })).toBe(
      '/opt/mine',
    );
    expect(findChromium({ platform: 'linux', env, isProgram: has('/usr/bin/chromium') })).toBeUndefined();
  });

  test.each([
    ['', 0],
    ['1', 1],
  ])('that is missing is said, and with CI=%j the command ends with %d', async (CI, expected) => {
    const script = join(resolve(import.meta.dirname, '..', 'e2e'), 'run.ts');
    const env = { PATH: process.env.PATH, CHROMIUM_PATH: '/nowhere', CI };
    const [code, said] = await new Promise<[number, string]>((done) => {
      execFile(process.execPath, [...typeScriptFlags, script], { env }, (problem, _out, err) =>
        done([Number(problem?.code ?? 0), err]),
      );
    });
    expect(code).toBe(expected);
    expect(said).toContain(howToInstall(process.platform));
  });
});

/** `npm start`: which host it decides on, how soon, and in what words. */
import { execFile } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { decideHost } from '../../scripts/decide-host.mjs';
import { problemWithNode } from '../../scripts/require-node.mjs';

const root = resolve(import.meta.dirname, '..', '..');
let folder: string;
let electronFolder: string;
let said: string[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'onramp-start-'));
  electronFolder = join(folder, 'node_modules', 'electron');
  said = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

function installer(code: string): void {
  write('node_modules/electron/install.js', code);
}

const limits = { stallMs: 400, leastBytes: 1000 };
/** Long enough for a process to start on a busy machine. */
const unhurried = { ...limits, stallMs: 2500 };
const withScreen = { PATH: process.env.PATH, DISPLAY: ':0' };

function decide(
  env: Record<string, string | undefined> = withScreen,
  platform: NodeJS.Platform = 'linux',
  patience = limits,
) {
  const say = (line: string) => said.push(line);
  return decideHost({ electronFolder, platform, env, say, limits: patience });
}

const noElectron = {
  host: 'web',
  sentence: expect.stringMatching(/^Electron could not be fetched, so .*browser.*\.$/),
};

describe('without Electron', () => {
  test('a download that fails is given up at once', async () => {
    installer("console.error(new Error('getaddrinfo ENOTFOUND').stack); process.exit(1);");
    // Were it waited for, this test would never end.
    expect(await decide(withScreen, 'linux', { ...limits, stallMs: 3_600_000 })).toEqual(noElectron);
    expect(said).toEqual([]);
  });

  test('a download that hangs is ended, and its process with it', async () => {
    const pid = join(folder, 'pid');
    installer(
      `require('fs').writeFileSync(${JSON.stringify(pid)}, String(process.pid)); setInterval(() => {}, 1000);`,
    );
    expect(await decide()).toEqual(noElectron);
    // On a busy machine it may have been ended before it could say who it is.
    const told = existsSync(pid) ? Number(readFileSync(pid, 'utf8')) : 0;
    if (told > 0) expect(() => process.kill(told, 0)).toThrow();
  });

  test('a download that trickles is ended too', async () => {
    installer(
      `const { appendFileSync } = require('fs'), { tmpdir } = require('os');
       setInterval(() => appendFileSync(tmpdir() + '/part', 'x'), 20);`,
    );
    expect(await decide()).toEqual(noElectron);
  });

  test('an installer that is not there, or that only says it is done, changes nothing', async () => {
    expect(await decide()).toEqual(noElectron);
    installer('');
    expect(await decide()).toEqual(noElectron);
  });

  test('half an installation does not count', async () => {
    write('node_modules/electron/dist/electron', '');
    installer('process.exit(1)');
    expect(await decide()).toEqual(noElectron);
  });

  test('a download that gets on may take its time', async () => {
    installer(
      `const fs = require('fs'), path = require('path'), os = require('os');
       const startedAt = Date.now();
       setInterval(() => {
         fs.appendFileSync(os.tmpdir() + '/part', 'x'.repeat(2000));
         if (Date.now() - startedAt < ${unhurried.stallMs}) return;
         fs.mkdirSync(path.join(__dirname, 'dist'));
         fs.writeFileSync(path.join(__dirname, 'dist', 'electron'), '');
         fs.writeFileSync(path.join(__dirname, 'path.txt'), 'electron');
         process.exit(0);
       }, 50);`,
    );
    expect(await decide(withScreen, 'linux', unhurried)).toEqual({
      host: 'desktop',
      binary: join(electronFolder, 'dist', 'electron'),
    });
    expect(said).toEqual(['Fetching Electron, which is needed once…']);
  });
});

describe('with Electron', () => {
  test('nothing is fetched', async () => {
    installer("require('fs').writeFileSync(__dirname + '/ran', '')");
    write('node_modules/electron/path.txt', 'electron');
    write('node_modules/electron/dist/electron', '');
    expect(await decide()).toEqual({ host: 'desktop', binary: join(electronFolder, 'dist', 'electron') });
    expect(existsSync(join(electronFolder, 'ran'))).toBe(false);
  });

  test('the folder in ELECTRON_OVERRIDE_DIST_PATH comes first', async () => {
    write('elsewhere/electron', '');
    const env = { ...withScreen, ELECTRON_OVERRIDE_DIST_PATH: join(folder, 'elsewhere') };
    expect(await decide(env)).toEqual({ host: 'desktop', binary: join(folder, 'elsewhere', 'electron') });
  });

  test('but without a screen, Linux gets the browser', async () => {
    write('node_modules/electron/path.txt', 'electron');
    write('node_modules/electron/dist/electron', '');
    expect(await decide({})).toEqual({ host: 'web', sentence: expect.stringContaining('no display') });
    expect(await decide({}, 'darwin')).toMatchObject({ host: 'desktop' });
  });
});

describe.skipIf(process.platform === 'win32')('the command', () => {
  type Outcome = { code: number; out: string; err: string };

  /** A checkout with the real scripts and next to nothing else, built in the future so that it needs no build. */
  function run(env: Record<string, string>): Promise<Outcome> {
    cpSync(join(root, 'scripts'), join(folder, 'scripts'), { recursive: true });
    for (const source of ['db', 'docs', 'electron', 'renderer', 'shared'])
      mkdirSync(join(folder, source), { recursive: true });
    for (const source of ['electron.vite.config.ts', 'package-lock.json']) write(source, '');
    write('package.json', '{"type":"module"}');
    write('out/built-at', String(Date.now() + 60_000));
    write('out/main/web.js', "console.log('the web host runs with ' + process.argv.slice(2));");
    return new Promise((done) => {
      execFile(
        process.execPath,
        [join(folder, 'scripts', 'start.mjs'), '--port', '5'],
        { env: { PATH: process.env.PATH, ...env } },
        (problem, out, err) => done({ code: Number(problem?.code ?? 0), out, err }),
      );
    });
  }

  function electronThat(script: string): string {
    write('elsewhere/electron', `#!/bin/sh\n${script}\n`);
    chmodSync(join(folder, 'elsewhere', 'electron'), 0o755);
    return join(folder, 'elsewhere');
  }

  test('says one plain sentence where Electron cannot be had, then runs in the browser', async () => {
    installer("console.log('Downloading'); console.error(new Error('no network').stack); process.exit(1);");
    const { code, out, err } = await run({ DISPLAY: ':0' });
    expect(out.trimEnd().split('\n')).toEqual([
      expect.stringMatching(/^Electron could not be fetched, so Onramp opens in the browser/),
      'the web host runs with --port,5',
    ]);
    expect([code, err]).toEqual([0, '']);
  });

  test('is Electron’s own while that runs', async () => {
    const { code, out } = await run({
      DISPLAY: ':0',
      ELECTRON_OVERRIDE_DIST_PATH: electronThat('echo "electron $2 $3"'),
    });
    expect([code, out]).toEqual([0, 'electron --port 5\n']);
  });

  test('goes on in the browser where Electron is there but cannot start', async () => {
    const { code, out } = await run({ DISPLAY: ':0', ELECTRON_OVERRIDE_DIST_PATH: electronThat('exit 127') });
    expect(out).toBe(
      'Electron could not start here, so Onramp opens in the browser, with the same backend.\nthe web host runs with --port,5\n',
    );
    expect(code).toBe(0);
  });
});

describe('TypeScript', () => {
  const launcher = join(root, 'scripts', 'run-typescript.mjs');

  test.each([
    ['by itself', []],
    ['only when asked to', ['--no-experimental-strip-types']],
  ])('runs where Node takes it %s, with its arguments and exit code', async (_, flags) => {
    write('package.json', '{"type":"module"}');
    write('a.ts', 'const said: string[] = process.argv.slice(1); console.log(said.join()); process.exit(3);');
    const args = [...flags, launcher, join(folder, 'a.ts'), '--one', 'two'];
    const outcome = await new Promise((done) =>
      execFile(process.execPath, args, (problem, out, err) => done([problem?.code, out, err])),
    );
    expect(outcome).toEqual([3, `${join(folder, 'a.ts')},--one,two\n`, '']);
  });

  test('is asked for by every command that runs it, and by the processes that the tests start', () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    for (const name of ['dev', 'test:e2e', 'test:desktop', 'test:faults', 'bench', 'screenshots'])
      expect(scripts[name]).toMatch(/^node scripts\/run-typescript\.mjs \S+\.(ts|mjs)/);
    for (const command of Object.values(scripts))
      expect(command.replace(/run-typescript\.mjs \S+/, '')).not.toMatch(/node \S+\.ts/);
  });

  test('lets the test of faults kill, count and report', async () => {
    const script = join(root, 'test', 'faults', 'kill.fault.ts');
    const args = ['--no-experimental-strip-types', launcher, script, '2'];
    const outcome = await new Promise((done) =>
      execFile(process.execPath, args, (problem, out, err) => done([problem?.code ?? 0, out, err])),
    );
    expect(outcome).toEqual([
      0,
      expect.stringMatching(/^2 kills, \d+ changes acknowledged, 0 lost, 0 acts torn, 0 problems/),
      '',
    ]);
  });
});

describe('Node', () => {
  test.each(['22.12.0', '22.21.1', '23.0.0', '24.21.0', '30.0.0'])('%s will do', (version) => {
    expect(problemWithNode(version)).toBeUndefined();
  });

  test.each(['20.20.2', '22.11.0', '18.0.0'])(
    '%s is too old, which is said in one sentence with the way out',
    (version) => {
      expect(problemWithNode(version)).toMatch(/^Onramp needs Node 22\.12 or newer .*npm rebuild node.*\.$/);
    },
  );
});

/**
 * `npm run dist:check`: packs Onramp around a stand-in for Electron, takes the result apart again, and runs what came out. A
 * package or native file that the packing lost fails here, and not at the customer. The app itself is not run. With
 * `-- --measure` it measures how the web host starts from what came out, instead of testing it.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extractAll } from '@electron/asar';
import { build, Platform } from 'electron-builder';
import { root } from './built.mjs';
import { prepare } from './packaging.ts';
import { layStandInRuntime } from './stand-in-runtime.ts';

const temporary = mkdtempSync(join(tmpdir(), 'onramp-dist-'));
const [runtime, output, payload] = ['runtime', 'output', 'payload'].map((name) => join(temporary, name)) as [
  string,
  string,
  string,
];
try {
  await prepare();
  const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  layStandInRuntime(runtime, devDependencies.electron);
  await build({
    projectDir: root,
    targets: Platform.LINUX.createTarget('dir'),
    publish: 'never',
    config: {
      extends: join(root, 'electron-builder.yml'),
      electronDist: runtime,
      directories: { output },
    },
  });
  const packed = join(output, 'linux-unpacked');
  extractAll(join(packed, 'resources', 'app.asar'), payload);
  const given = process.argv.slice(2);
  const tests = [
    join(root, 'node_modules', 'vitest', 'vitest.mjs'),
    ...['run', '--config', 'vitest.e2e.config.ts', '--project', 'packed'],
    ...given,
  ];
  const start = ['run-typescript.mjs', 'bench.ts'].map((name) => join(root, 'scripts', name));
  const what = given.includes('--measure') ? [...start, 'host-start'] : tests;
  const { status } = spawnSync(process.execPath, what, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ONRAMP_PACKED: payload, ONRAMP_PACKED_APP: packed },
  });
  process.exitCode = status ?? 1;
} finally {
  rmSync(temporary, { recursive: true, force: true });
}

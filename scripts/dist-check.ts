/**
 * `npm run dist:check`: packs Onramp around a stand-in for Electron, takes the result apart again, and runs what came out. A
 * package or native file that the packing lost fails here, and not at the customer. The app itself is not run.
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
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const options = ['run', '--config', 'vitest.e2e.config.ts', '--project', 'packed'];
  const { status } = spawnSync(process.execPath, [vitest, ...options, ...process.argv.slice(2)], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ONRAMP_PACKED: payload, ONRAMP_PACKED_APP: packed },
  });
  process.exitCode = status ?? 1;
} finally {
  rmSync(temporary, { recursive: true, force: true });
}

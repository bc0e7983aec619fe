/** `npm run test:desktop`: starts the real Electron where its binary is, and says so where it is not. */
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { ensureBuilt } from '../../scripts/built.mjs';
import { findElectron } from '../../scripts/electron-binary.mjs';

const root = resolve(import.meta.dirname, '..', '..');
const binary = findElectron(join(root, 'node_modules', 'electron'), process.env);

if (!binary) {
  console.log(
    'The desktop app was NOT tested: Electron’s binary is not on this machine ("npx install-electron" fetches it, ' +
      'ELECTRON_OVERRIDE_DIST_PATH names a folder that has it).',
  );
  process.exit(0);
}
if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
  console.log(
    'The desktop app was NOT tested: there is no display here ("xvfb-run npm run test:desktop" brings one).',
  );
  process.exit(0);
}
await ensureBuilt();
const { status } = spawnSync(
  process.execPath,
  [
    join(root, 'node_modules', 'vitest', 'vitest.mjs'),
    'run',
    '--config',
    'vitest.e2e.config.ts',
    '--project',
    'desktop',
    ...process.argv.slice(2),
  ],
  { cwd: root, stdio: 'inherit', env: { ...process.env, ONRAMP_ELECTRON: binary } },
);
process.exit(status ?? 1);

/** `npm run test:desktop`: starts the real Electron where its binary is, and says so where it is not. */
import { join } from 'node:path';
import { root } from '../../scripts/built.mjs';
import { findElectron } from '../../scripts/electron-binary.mjs';
import { runTests } from './helpers/run-tests.ts';

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
await runTests('desktop', { ONRAMP_ELECTRON: binary });

/** `npm run test:e2e`: builds what needs building, then drives it in a real browser. */
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { ensureBuilt } from '../../scripts/built.mjs';
import { findChromium, howToInstall, thisMachine } from './chromium.ts';

const root = resolve(import.meta.dirname, '..', '..');

if (!findChromium(thisMachine())) {
  // On a build machine a test that did not run is a test that failed.
  const must = Boolean(process.env.CI);
  console.error(`${howToInstall(process.platform)}${must ? '' : ' Nothing was tested.'}`);
  process.exit(must ? 1 : 0);
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
    'web',
    ...process.argv.slice(2),
  ],
  { cwd: root, stdio: 'inherit' },
);
process.exit(status ?? 1);

/** `npm run dist`: packs Onramp for the platform it runs on, into `dist/`. What follows `--` goes to electron-builder. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './built.mjs';
import { prepare } from './packaging.ts';

await prepare();
const builder = join(root, 'node_modules', 'electron-builder', 'cli.js');
const { status } = spawnSync(process.execPath, [builder, '--publish', 'never', ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
process.exit(status ?? 1);

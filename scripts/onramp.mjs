/** `npm run -s onramp -- …`: the command line, straight from the sources where Node reads TypeScript. */
import './require-node.mjs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

if (process.features.typescript) {
  const entry = new URL('../electron/cli/main.ts', import.meta.url);
  await import(entry.href);
} else {
  const { ensureBuilt, root } = await import('./built.mjs');
  await ensureBuilt();
  await import(pathToFileURL(join(root, 'out', 'main', 'cli.js')).href);
}

/** Builds the app into `out/`, and knows whether what stands there is still true to the sources. */
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stamp = join(root, 'out', 'built-at');
const sources = [
  'db',
  'docs',
  'electron',
  'renderer',
  'shared',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
];

/** @returns {boolean} whether what stands in `out/` was built from the sources as they are */
export function isBuilt() {
  try {
    const builtAt = Number(readFileSync(stamp, 'utf8'));
    return sources.every((name) => newest(join(root, name)) < builtAt);
  } catch {
    return false;
  }
}

/**
 * A folder counts too: its time changes when a file in it goes away.
 * @param {string} path
 * @returns {number} when the newest thing in there was changed
 */
function newest(path) {
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  return readdirSync(path).reduce(
    (latest, name) => Math.max(latest, newest(join(path, name))),
    stats.mtimeMs,
  );
}

export async function build() {
  // What changes while the build runs is newer than the build.
  const startedAt = Date.now();
  // Loaded only here, so that what is built already starts without it.
  const { build: bundle } = await import('electron-vite');
  await bundle({ root, configFile: join(root, 'electron.vite.config.ts'), logLevel: 'warn' });
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, String(startedAt));
}

export async function ensureBuilt() {
  if (!isBuilt()) await build();
}

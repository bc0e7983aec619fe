/** `npm start`: opens the app on the desktop where Electron is or can be had, and in the browser where it cannot. */
import './require-node.mjs';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuilt, isBuilt, root } from './built.mjs';
import { decideHost } from './decide-host.mjs';

/** An Electron that gives up sooner than this never got as far as a window. */
const earlyMs = 10_000;

/**
 * @param {string} binary
 * @param {string[]} args
 * @returns {Promise<number | undefined>} the exit code, or nothing where Electron could not start
 */
function runDesktop(binary, args) {
  return new Promise((resolve) => {
    const startedAt = Date.now();
    const child = spawn(binary, [root, ...args], { stdio: 'inherit' });
    let told = false;
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
      process.on(signal, () => {
        told = true;
        child.kill(signal);
      });
    }
    child.once('error', () => resolve(undefined));
    child.once('exit', (code) => {
      const gaveUp = code !== 0 && !told && Date.now() - startedAt < earlyMs;
      resolve(gaveUp ? undefined : (code ?? 1));
    });
  });
}

/** @param {string[]} args */
async function runWeb(args) {
  const host = join(root, 'out', 'main', 'web.js');
  process.argv = [process.execPath, host, ...args];
  await import(pathToFileURL(host).href);
}

async function main() {
  const args = process.argv.slice(2).filter((arg) => arg !== '--web');
  const say = (/** @type {string} */ line) => console.log(line);
  /** @type {Promise<import('./decide-host.mjs').Decision>} */
  const deciding = process.argv.includes('--web')
    ? Promise.resolve({ host: 'web', sentence: undefined })
    : decideHost({
        electronFolder: join(root, 'node_modules', 'electron'),
        platform: process.platform,
        env: process.env,
        say,
      });
  if (!isBuilt()) say('Building Onramp, which is needed once…');
  // Both take a while on a fresh checkout, and neither needs the other.
  const [decision] = await Promise.all([deciding, ensureBuilt()]);

  if (decision.host === 'desktop') {
    const code = await runDesktop(decision.binary, args);
    if (code !== undefined) process.exit(code);
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
      process.removeAllListeners(signal);
    say('Electron could not start here, so Onramp opens in the browser, with the same backend.');
  } else if (decision.sentence) say(decision.sentence);
  await runWeb(args);
}

main().catch((problem) => {
  console.error(`Onramp could not start: ${problem instanceof Error ? problem.message : String(problem)}`);
  process.exit(1);
});

/** Starts the web host: prints its address on one line, opens the browser, and closes cleanly when told to stop. */
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import packageFile from '../../package.json' with { type: 'json' };
import { dataFolder } from '../backend/data-folder.ts';
import { startBackend } from '../backend/running-backend.ts';
import { readArguments, usage } from './arguments.ts';
import { keepLastPort, readLastPort } from './last-port.ts';
import { openBrowser } from './open-browser.ts';
import { builtPages } from './pages.ts';
import { startWebHost } from './server.ts';

const surroundings = { platform: process.platform, env: process.env, home: homedir() };
const log = (line: string): void => void process.stderr.write(`${line}\n`);

/** Beside the bundle once built; from the sources, where the build puts it. */
function rendererFolder(entryFolder: string): string {
  const besideBundle = join(entryFolder, '..', 'renderer');
  return existsSync(join(besideBundle, 'index.html'))
    ? besideBundle
    : join(entryFolder, '..', '..', 'out', 'renderer');
}

/** Gives an exit code where the host does not stay. */
async function start(entryFolder: string): Promise<number | undefined> {
  const asked = readArguments(process.argv.slice(2));
  if ('problem' in asked) {
    log(`${asked.problem}\n${usage}`);
    return 2;
  }
  if (asked.help) {
    process.stdout.write(`${usage}\n`);
    return 0;
  }

  const folder = asked.folder === undefined ? dataFolder(surroundings) : resolve(asked.folder);
  const backend = startBackend({
    folder,
    host: 'web',
    version: packageFile.version,
    languages: [Intl.DateTimeFormat().resolvedOptions().locale],
    log,
  });
  const host = await startWebHost({
    backend: () => backend,
    pages: builtPages(rendererFolder(entryFolder)),
    port: asked.port,
    preferredPort: readLastPort(folder),
    log,
  });
  keepLastPort(folder, host.port);

  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) process.exit(1);
    stopping = true;
    const idle = host.close();
    await backend.close();
    // A browser may hold a connection open for good; what it was promised has been written by now.
    await Promise.race([idle, new Promise((done) => setTimeout(done, 500))]);
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop());

  process.stdout.write(`Onramp is at ${host.address()}\n`);
  if (asked.open) openBrowser(host.address('once'), surroundings);
  return undefined;
}

/** The folder is the entry's own: the build may put this file elsewhere. */
export async function runWebHost(entryFolder: string): Promise<void> {
  try {
    const code = await start(entryFolder);
    if (code !== undefined) process.exitCode = code;
  } catch (problem) {
    const { code, message } = problem as NodeJS.ErrnoException;
    log(
      code === 'EADDRINUSE'
        ? 'That port is taken; choose another with --port.'
        : `Onramp could not start: ${message}`,
    );
    process.exitCode = 1;
  }
}

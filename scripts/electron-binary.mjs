/** Finds Electron's binary, which npm does not bring along, and fetches it where that can be done. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * @typedef {Object} FetchLimits
 * @property {number} stallMs give up when this long nothing worth mentioning has arrived
 * @property {number} leastBytes what has to arrive in that time for the download to go on
 */

/** @type {FetchLimits} */
const defaultLimits = { stallMs: 10_000, leastBytes: 2_000_000 };

/**
 * @param {string} electronFolder `node_modules/electron`
 * @param {Readonly<Record<string, string | undefined>>} env
 * @returns {string | undefined} the path of the executable
 */
export function findElectron(electronFolder, env) {
  const override = env.ELECTRON_OVERRIDE_DIST_PATH;
  const name = executableName(electronFolder, override);
  const candidate = name && (override ? join(override, name) : join(electronFolder, 'dist', name));
  return candidate && existsSync(candidate) ? candidate : undefined;
}

/**
 * Electron's installer writes the name down as its very last step, so without it what is there may be half of it.
 * @param {string} electronFolder
 * @param {string | undefined} override
 */
function executableName(electronFolder, override) {
  const written = join(electronFolder, 'path.txt');
  if (existsSync(written)) return readFileSync(written, 'utf8').trim();
  if (!override) return undefined;
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return process.platform === 'win32' ? 'electron.exe' : 'electron';
}

/**
 * Runs Electron's own installer, for as long as it gets anywhere. Its words are for people who install Electron; ours
 * need to know only whether it is there afterwards.
 * @param {string} electronFolder
 * @param {Readonly<Record<string, string | undefined>>} env
 * @param {{ limits?: FetchLimits, onFirstBytes?: () => void }} [options]
 * @returns {Promise<boolean>}
 */
export async function fetchElectron(electronFolder, env, { limits = defaultLimits, onFirstBytes } = {}) {
  const installer = join(electronFolder, 'install.js');
  if (!existsSync(installer)) return false;
  // The installer downloads into the folder for temporary files; one of its own lets its progress be measured.
  const temporary = mkdtempSync(join(tmpdir(), 'onramp-electron-'));
  const child = spawn(process.execPath, [installer], {
    stdio: 'ignore',
    windowsHide: true,
    env: {
      ...env,
      ELECTRON_GET_NO_PROGRESS: '1',
      NODE_USE_ENV_PROXY: '1',
      TMPDIR: temporary,
      TMP: temporary,
      TEMP: temporary,
    },
  });
  const arrived = () => sizeOf(temporary) + sizeOf(join(electronFolder, 'dist'));
  const before = arrived();
  let announced = false;
  let atLastLook = before;
  const announcing = setInterval(() => {
    if (announced || arrived() - before < limits.leastBytes) return;
    announced = true;
    onFirstBytes?.();
  }, 250);
  const watching = setInterval(() => {
    const now = arrived();
    if (Math.abs(now - atLastLook) < limits.leastBytes) child.kill('SIGKILL');
    atLastLook = now;
  }, limits.stallMs);
  const stop = () => child.kill('SIGKILL');
  process.once('exit', stop);
  try {
    return await new Promise((resolve) => {
      child.once('error', () => resolve(false));
      child.once('exit', (code) => resolve(code === 0));
    });
  } finally {
    clearInterval(announcing);
    clearInterval(watching);
    process.off('exit', stop);
    rmSync(temporary, { recursive: true, force: true });
  }
}

/**
 * @param {string} folder
 * @returns {number} the bytes in it; files come and go while it is looked at
 */
function sizeOf(folder) {
  try {
    return readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
      const path = join(folder, entry.name);
      return sum + (entry.isDirectory() ? sizeOf(path) : statSync(path).size);
    }, 0);
  } catch {
    return 0;
  }
}

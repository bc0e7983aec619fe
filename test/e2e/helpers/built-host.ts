/** Starts the built web host as its own process, the way a person does, and stops it again. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..', '..', '..');
/** What is packed is tried from where it was taken out, so that nothing but what is packed can be found. */
const packed = process.env.ONRAMP_PACKED;

export type BuiltHost = {
  address: string;
  folder: string;
  process: ChildProcess;
  /** What the process said on its error output. */
  complaints: () => string;
  /** Ends the process and gives its exit code; the folder stays, for another start on it. */
  stop: (signal?: NodeJS.Signals) => Promise<number | null>;
};

export async function startBuiltHost(folder: string): Promise<BuiltHost> {
  const child = spawn(
    process.execPath,
    [join(packed ?? root, 'out', 'main', 'web.js'), '--no-open', '--folder', folder],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let said = '';
  let complaints = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaints += text;
  });
  const address = await new Promise<string>((found, reject) => {
    child.once('exit', (code) => reject(new Error(`The web host ended with ${code}: ${complaints}`)));
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const match = /^Onramp is at (\S+)$/m.exec(said);
      if (match?.[1]) found(match[1]);
    });
  });
  return {
    address,
    folder,
    process: child,
    complaints: () => complaints,
    stop: (signal = 'SIGTERM') =>
      new Promise((ended) => {
        if (child.exitCode !== null || child.signalCode !== null) return ended(child.exitCode);
        child.once('exit', (code) => ended(code));
        child.kill(signal);
      }),
  };
}

export function temporaryFolder(): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'onramp-e2e-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

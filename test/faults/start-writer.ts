/** Starts `kill-writer.ts` as a process of its own, for those who kill it and those who let it run beside another. */
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { typeScriptFlags } from '../../scripts/typescript-flags.mjs';

export function startWriter(
  folder: string,
  project: string,
  author: string,
  acts = Number.POSITIVE_INFINITY,
): ChildProcessByStdio<null, Readable, null> {
  const script = join(import.meta.dirname, 'kill-writer.ts');
  return spawn(process.execPath, [...typeScriptFlags, script, folder, project, author, String(acts)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    // Starting a hundred times over, most of the time would go into stripping the same types.
    env: { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'node-compile-cache') },
  });
}

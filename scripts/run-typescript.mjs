/** `node scripts/run-typescript.mjs FILE …`: runs a script that is or loads TypeScript, also where Node must be asked to. */
import './require-node.mjs';
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { typeScriptFlags } from './typescript-flags.mjs';

const [file, ...args] = process.argv.slice(2);
if (file === undefined) {
  console.error('Which script is to run? node scripts/run-typescript.mjs FILE [ARGUMENT…]');
  process.exit(2);
}
const script = resolve(file);

if (typeScriptFlags.length === 0) {
  process.argv = [process.execPath, script, ...args];
  await import(pathToFileURL(script).href);
} else {
  const child = spawn(process.execPath, [...typeScriptFlags, script, ...args], { stdio: 'inherit' });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.on(signal, () => child.kill(signal));
  child.once('exit', (code) => process.exit(code ?? 1));
}

/** The command line's entry: hands the process's words to `run` and its answer to the process. */
import '../../scripts/require-node.mjs';
import { readFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { Unreadable } from './outcome.ts';

// Only now: an old Node has been told so by here, and would not get through the rest.
const { runCommand } = await import('./run.ts');

function currentAuthor(): string {
  if (process.env.ONRAMP_AUTHOR) return process.env.ONRAMP_AUTHOR;
  try {
    return userInfo().username;
  } catch {
    return '';
  }
}

function readInput(): string {
  try {
    return readFileSync(0, 'utf8');
  } catch {
    throw new Unreadable('There is nothing to read on standard input.');
  }
}

// Whoever reads our output may stop reading; that is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

process.exitCode = await runCommand(process.argv.slice(2), {
  print: (line) => process.stdout.write(`${line}\n`),
  complain: (line) => process.stderr.write(`${line}\n`),
  readInput,
  author: currentAuthor(),
});

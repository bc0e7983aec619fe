/** The command line's entry: hands the process's words to `run` and its answer to the process. */
import { readFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { runCommand } from './run.ts';

function currentAuthor(): string {
  if (process.env.ONRAMP_AUTHOR) return process.env.ONRAMP_AUTHOR;
  try {
    return userInfo().username;
  } catch {
    return '';
  }
}

process.exitCode = await runCommand(process.argv.slice(2), {
  print: (line) => process.stdout.write(`${line}\n`),
  complain: (line) => process.stderr.write(`${line}\n`),
  readInput: () => readFileSync(0, 'utf8'),
  author: currentAuthor(),
});

/** The command line from words to exit code, without touching the process, so that tests and hosts can call it. */
import { parseArgs } from 'node:util';
import '../../shared/words/every-language.ts';
import { exitCodes, type Outcome, Refusal, Unreadable } from './outcome.ts';
import type { Verb } from './verb.ts';
import { verbs } from './verbs.ts';

export type Terminal = {
  print: (line: string) => void;
  complain: (line: string) => void;
  readInput: () => string;
  author: string;
};

export async function runCommand(words: readonly string[], terminal: Terminal): Promise<number> {
  const json = words.includes('--json');
  try {
    const outcome = await follow(words, terminal);
    if (json) for (const aside of outcome.asides ?? []) terminal.complain(aside);
    terminal.print(json ? JSON.stringify(outcome.data, null, 2) : outcome.text);
    return outcome.exitCode ?? exitCodes.done;
  } catch (error) {
    if (!(error instanceof Refusal) && !(error instanceof Unreadable)) throw error;
    const code = error instanceof Refusal ? exitCodes.refused : exitCodes.unreadable;
    if (json) terminal.print(JSON.stringify({ error: error.message }, null, 2));
    else terminal.complain(error.message);
    return code;
  }
}

async function follow(words: readonly string[], terminal: Terminal): Promise<Outcome> {
  const [name, ...rest] = words;
  if (name === undefined || name === '--help' || name === 'help') return { text: overview(), data: usages() };
  const verb = Object.hasOwn(verbs, name) ? verbs[name] : undefined;
  if (!verb) throw new Unreadable(`There is no "${name}".\n\n${overview()}`);
  const parsed = parse(verb, rest);
  if (parsed.values.help)
    return { text: help(verb), data: { usage: verb.usage, summary: verb.summary, details: verb.details } };
  const [least, most] = verb.words;
  if (parsed.positionals.length < least || parsed.positionals.length > most)
    throw new Unreadable(`Usage: ${verb.usage}`);
  const author = typeof parsed.values.author === 'string' ? parsed.values.author : terminal.author;
  const options = parsed.values as Record<string, string | boolean | undefined>;
  return verb.run({ words: parsed.positionals, options, author, readInput: terminal.readInput });
}

function parse(verb: Verb, words: string[]) {
  const common = {
    json: { type: 'boolean' },
    help: { type: 'boolean' },
    author: { type: 'string' },
  } as const;
  try {
    return parseArgs({
      args: words,
      options: { ...verb.options, ...common },
      allowPositionals: true,
      strict: true,
    });
  } catch (error) {
    throw new Unreadable(`${error instanceof Error ? error.message : String(error)}\nUsage: ${verb.usage}`);
  }
}

function usages() {
  return Object.entries(verbs).map(([name, { usage, summary }]) => ({ verb: name, usage, summary }));
}

function overview(): string {
  const width = Math.max(...Object.keys(verbs).map((name) => name.length));
  return [
    'Onramp on project files (.onramp), without the app.',
    '',
    ...Object.entries(verbs).map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`),
    '',
    'Every verb takes --help, --json and --author NAME.',
    'Exit codes: 0 done, 1 refused (or blockers, with check), 2 not understood or not readable.',
  ].join('\n');
}

function help(verb: Verb): string {
  return [
    `Usage: ${verb.usage}`,
    '',
    verb.summary,
    ...(verb.details.length > 0 ? ['', ...verb.details.map((line) => `  ${line}`)] : []),
  ].join('\n');
}

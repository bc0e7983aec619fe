/** Reads `dig +short`: a chain of names and then addresses, one a line, whose first name only the command above it says. */
import { type Findings, type LineWork, lineFormat } from '../lines.ts';
import { asOnTerminal, isTerminalLine, wordsOf } from '../router/scan.ts';
import { readAddress } from '../values.ts';
import { readName } from './name-lookup.ts';

export const digShort = lineFormat<'name-lookup'>(
  {
    kind: 'name-lookup',
    recognise: ({ head }) => {
      const lines = head.map((line) => line.trim()).filter((line) => line !== '');
      if (lines.some((line) => commandIn(line) !== undefined)) return 0.93;
      const answers = lines.filter((line) => !isTerminalLine(line));
      // Without the command it has to begin with an alias and have nothing else in it.
      const isChain = answers.every((line) => isAlias(line) || readAddress(line) !== undefined);
      return answers.length > 1 && isChain && isAlias(answers[0] ?? '') ? 0.6 : 0;
    },
  },
  (findings) => new ShortLines(findings),
);

class ShortLines implements LineWork {
  readonly #findings: Findings<'name-lookup'>;
  #name: string | undefined;
  /** Addresses stand at the end of a chain. */
  #isEnding = false;
  #server: string | null = null;

  constructor(findings: Findings<'name-lookup'>) {
    this.#findings = findings;
  }

  line(raw: string): void {
    const text = asOnTerminal(raw).trim();
    const command = commandIn(text);
    if (command) {
      this.#name = command.name;
      this.#server = command.server;
      this.#isEnding = false;
      return;
    }
    if (text === '' || text.startsWith(';')) {
      if (/no servers could be reached|timed out/.test(text)) this.#findings.skip(raw, 'no-answer');
      return;
    }
    const address = readAddress(text);
    if (address !== undefined) this.#readAddress(address, raw);
    else if (isAlias(text)) this.#readAlias(readName(text) ?? '', raw);
    else if (!isTerminalLine(text)) this.#findings.skip(raw);
  }

  #readAddress(value: string, raw: string): void {
    this.#isEnding = true;
    // Whose address it is, nothing says.
    if (this.#name === undefined) this.#findings.skip(raw, 'no-name-before');
    else
      this.#findings.keep({
        name: this.#name,
        type: value.includes(':') ? 'AAAA' : 'A',
        value,
        seconds: null,
        server: this.#server,
      });
  }

  #readAlias(value: string, raw: string): void {
    // Behind addresses the chain of another name begins, which nothing names.
    if (this.#isEnding) this.#name = undefined;
    this.#isEnding = false;
    if (this.#name !== undefined)
      this.#findings.keep({ name: this.#name, type: 'CNAME', value, seconds: null, server: this.#server });
    else this.#findings.skip(raw, 'no-name-before');
    this.#name = value;
  }
}

const isAlias = (text: string) => text.length < 260 && text.endsWith('.') && readName(text) !== undefined;

/** `admin@host:~$ dig +short @10.0.0.53 make.powerapps.com AAAA`; of several names nobody can tell whose answer is whose. */
function commandIn(text: string): { name: string | undefined; server: string | null } | undefined {
  const match = /(?:^|[\s$#>%])dig (.*)$/.exec(text.slice(0, 400));
  const words = wordsOf(match?.[1] ?? '');
  if (!words.includes('+short')) return undefined;
  const names = words.filter((word) => /^[\w-]+(\.[\w-]+)+\.?$/.test(word) && readName(word) !== undefined);
  const server = words.find((word) => word.startsWith('@'))?.slice(1);
  return { name: names.length === 1 ? readName(names[0] ?? '') : undefined, server: server ?? null };
}

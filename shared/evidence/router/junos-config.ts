/**
 * Reads the parts of a Junos configuration that routing to Microsoft depends on, in braces as `show configuration` prints
 * it and as `set` commands: both become the same statements.
 */
import type { EvidenceInput } from '../evidence.ts';
import { type Findings, type LineWork, lineFormat } from '../lines.ts';
import { JunosStatements } from './junos-statements.ts';
import { isTerminalLine, wordsOf } from './scan.ts';

export const junosConfig = lineFormat<'router-config'>(
  {
    kind: 'router-config',
    recognise,
  },
  (findings) => new JunosConfigLines(findings),
);

const parts = ['protocols', 'policy-options', 'routing-options', 'interfaces', 'routing-instances'];

function recognise({ head }: EvidenceInput): number {
  const lines = head.map((line) => line.trim());
  const isSet = lines.some((line) => parts.some((part) => line.startsWith(`set ${part} `)));
  const isBraced = lines.some((line) => parts.some((part) => line === `${part} {`) || line === 'bgp {');
  return isSet || isBraced ? 0.9 : 0;
}

/** No configuration is nested deeper; what stands deeper is told and left. */
const deepest = 50;

class JunosConfigLines implements LineWork {
  readonly #findings: Findings<'router-config'>;
  readonly #statements = new JunosStatements();
  /** The words of every brace that is open. */
  readonly #open: string[][] = [];
  #tooDeep = 0;
  #inComment = false;

  constructor(findings: Findings<'router-config'>) {
    this.#findings = findings;
  }

  line(line: string): void {
    const text = this.#withoutRemarks(line);
    if (isTerminalLine(text) || text.startsWith('#') || isRemark(text)) return;
    if (text.startsWith('set ')) this.#add(wordsOf(text).slice(1), line);
    else if (text.endsWith('{')) this.#begin(wordsOf(text.slice(0, -1)), line);
    else if (text === '}' || text === '};') this.#close(line);
    // A secret is gone with what stood behind it.
    else if (text.endsWith(';') || text.endsWith('<dropped>'))
      this.#add([...this.#open.flat(), ...wordsOf(text.replace(/;$/, ''))], line);
    else this.#findings.skip(line);
  }

  end(): void {
    if (this.#open.length > 0) this.#findings.skip(this.#open.flat().join(' '), 'cut-off');
    this.#open.length = 0;
    for (const record of this.#statements.records()) this.#findings.keep(record);
  }

  /** Between its signs, which may stand lines apart; and `## SECRET-DATA` at the end. */
  #withoutRemarks(line: string): string {
    let text = line;
    if (this.#inComment) {
      const end = text.indexOf('*/');
      if (end < 0) return '';
      this.#inComment = false;
      text = text.slice(end + 2);
    }
    const start = text.indexOf('/*');
    if (start >= 0) {
      const end = text.indexOf('*/', start + 2);
      this.#inComment = end < 0;
      text = text.slice(0, start) + (end < 0 ? '' : text.slice(end + 2));
    }
    const remark = text.indexOf('##');
    return (remark < 0 ? text : text.slice(0, remark)).trim();
  }

  #begin(words: string[], line: string): void {
    if (this.#open.length >= deepest) {
      this.#tooDeep += 1;
      this.#findings.skip(line, 'too-deep');
    } else this.#open.push(words);
  }

  #close(line: string): void {
    if (this.#tooDeep > 0) this.#tooDeep -= 1;
    else if (this.#open.pop() === undefined) this.#findings.skip(line);
  }

  #add(words: readonly string[], line: string): void {
    // What is switched off is not what the router does.
    const isOff = words.includes('inactive:');
    if (isOff || this.#tooDeep > 0 || !this.#statements.add(words)) this.#findings.skip(line, 'not-used');
  }
}

function isRemark(text: string): boolean {
  return text.startsWith('version ') || text.startsWith('[edit') || text.startsWith('{master');
}

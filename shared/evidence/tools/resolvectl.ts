/** Reads `resolvectl query` (once `systemd-resolve`): a name with its addresses below each other, or rows where a type was asked for. */
import { type Findings, type LineWork, lineFormat } from '../lines.ts';
import { asOnTerminal, indentOf, isTerminalLine, wordsOf } from '../router/scan.ts';
import { readAddress } from '../values.ts';
import { readName } from './name-lookup.ts';
import type { NameRecord } from './records.ts';

export const resolvectl = lineFormat<'name-lookup'>(
  {
    kind: 'name-lookup',
    recognise: ({ head }) =>
      head.some((line) => isRemark(line.trim()) || isFailure(line.trim()))
        ? 0.95
        : head.some((line) => line.includes(' -- link: '))
          ? 0.9
          : 0,
  },
  (findings) => new ResolvectlLines(findings),
);

/** `-- Information acquired via protocol DNS in 32.4ms.` and what follows it. */
const isRemark = (text: string) => /^-- (Information acquired via|Data (is|from|origin)|link:)/.test(text);

/** `nowhere.contoso.com: resolve call failed: 'nowhere.contoso.com' not found` */
const isFailure = (text: string) => /^\S{1,260}: resolve call failed: /.test(text.slice(0, 400));

class ResolvectlLines implements LineWork {
  readonly #findings: Findings<'name-lookup'>;
  #name: string | undefined;
  #addresses: string[] = [];
  /** What the name is an alias of, which stands below its addresses. */
  #canonical: string | undefined;

  constructor(findings: Findings<'name-lookup'>) {
    this.#findings = findings;
  }

  line(raw: string): void {
    const line = asOnTerminal(raw);
    const link = line.indexOf(' -- link: ');
    const text = (link < 0 ? line : line.slice(0, link)).trim();
    if (isTerminalLine(text) || isRemark(text)) return;
    const row = readRow(text);
    const first = /^(\S{1,260}): +(\S{1,260})$/.exec(text);
    const name = readName(first?.[1] ?? '');
    if (isFailure(text)) this.#findings.skip(raw, 'no-answer');
    else if (row) this.#findings.keep(row);
    else if (first && name !== undefined && indentOf(line) === 0) {
      this.end();
      this.#name = name;
      this.#readMore(first[2] ?? '', raw);
    } else if (first && indentOf(line) === 0 && readAddress(first[1] ?? '') !== undefined)
      this.#findings.skip(raw, 'not-used');
    else this.#readMore(text, raw);
  }

  end(): void {
    const name = this.#name;
    if (name === undefined) return;
    const last = this.#canonical ?? name;
    const said = { seconds: null, server: null };
    if (last !== name) this.#findings.keep({ name, type: 'CNAME', value: last, ...said });
    for (const value of this.#addresses)
      this.#findings.keep({ name: last, type: typeOf(value), value, ...said });
    this.#name = undefined;
    this.#addresses = [];
    this.#canonical = undefined;
  }

  /** Another address of the name, or `(part-0012.t-0009.fdv2-t-msedge.net)`, the name it stands for. */
  #readMore(text: string, raw: string): void {
    const address = readAddress(text.split('%')[0] ?? '');
    const canonical = readName(/^\((\S{1,260})\)$/.exec(text)?.[1] ?? '');
    if (this.#name === undefined)
      this.#findings.skip(raw, address === undefined ? undefined : 'no-name-before');
    else if (address !== undefined) this.#addresses.push(address);
    else if (canonical !== undefined) this.#canonical = canonical;
    else this.#findings.skip(raw);
  }
}

/** `make.powerapps.com IN CNAME make.powerapps.azurefd.net`, as `resolvectl query --type` prints it. */
function readRow(text: string): NameRecord | undefined {
  const [first = '', zone, type, last = '', ...more] = wordsOf(text.slice(0, 1000));
  const name = readName(first);
  if (name === undefined || zone !== 'IN' || more.length > 0) return undefined;
  const value =
    type === 'CNAME' ? readName(last) : type === 'A' || type === 'AAAA' ? readAddress(last) : undefined;
  if (value === undefined) return undefined;
  return { name, type: type === 'CNAME' ? 'CNAME' : typeOf(value), value, seconds: null, server: null };
}

const typeOf = (address: string) => (address.includes(':') ? 'AAAA' : 'A');

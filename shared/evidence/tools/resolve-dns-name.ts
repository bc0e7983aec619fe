/** Reads what `Resolve-DnsName` of PowerShell prints, which is tables and lists by turns. */
import type { UnreadReason } from '../evidence.ts';
import { type Findings, type LineWork, lineFormat } from '../lines.ts';
import { asOnTerminal, indentOf, isTerminalLine, wordsOf } from '../router/scan.ts';
import { isRule } from '../text-table.ts';
import { readAddress, readWhole } from '../values.ts';
import { readName } from './name-lookup.ts';
import type { NameRecord } from './records.ts';

export const resolveDnsName = lineFormat<'name-lookup'>(
  {
    kind: 'name-lookup',
    recognise: ({ head }) =>
      head.some((line) => isTitle(line)) ||
      (head.some((line) => /^QueryType +:/.test(line)) && head.some((line) => /^Section +:/.test(line)))
        ? 0.96
        : 0,
  },
  (findings) => new DnsNameLines(findings),
);

/** `Name      Type   TTL   Section    NameHost`; the last is named after what the rows below it hold. */
function isTitle(line: string): boolean {
  return /^Name +Type +TTL +Section +\w+ *$/.test(line.slice(0, 400));
}

/** A row of a table as far as it was read, for a name or a value may go on in the next line. */
type Row = { line: number; text: string; name: string; type: string; seconds: number | null; value: string };

type Item = { line: number; text: string; fields: Map<string, string>; last: string };

/** What is said of an answer besides. */
const otherTypes = new Set([
  'SOA',
  'NS',
  'MX',
  'TXT',
  'SRV',
  'PTR',
  'HTTPS',
  'SVCB',
  'CAA',
  'OPT',
  'DS',
  'DNAME',
]);

class DnsNameLines implements LineWork {
  readonly #findings: Findings<'name-lookup'>;
  #row: Row | undefined;
  #item: Item | undefined;
  #inTable = false;

  constructor(findings: Findings<'name-lookup'>) {
    this.#findings = findings;
  }

  line(raw: string): void {
    const line = asOnTerminal(raw);
    const text = line.trim();
    if (isTitle(line)) {
      this.end();
      this.#inTable = true;
    } else if (isRule(line)) return;
    else if (text === '') {
      this.end();
      this.#inTable = false;
    } else if (this.#inTable && (this.#readRow(line, text) || this.#continueRow(line, text))) return;
    else if (!this.#inTable && (this.#readField(line) || this.#continueField(line, text))) return;
    else if (/\bDNS_ERROR_|: DNS |does not exist|ist nicht vorhanden/.test(text.slice(0, 500)))
      this.#findings.skip(line, 'no-answer');
    else if (!isTerminalLine(text)) this.#findings.skip(line);
  }

  end(): void {
    const row = this.#row;
    this.#row = undefined;
    if (row) this.#keep(row);
    const item = this.#item;
    this.#item = undefined;
    if (item) this.#keepItem(item);
  }

  /** `make.powerapps.com    CNAME  300   Answer     make.azurefd.net` */
  #readRow(line: string, text: string): boolean {
    const words = wordsOf(text.slice(0, 2000));
    const at = words.findIndex((word, index) => index > 0 && index < 3 && isType(word));
    if (at !== 1 || indentOf(line) > 0) return false;
    // Where there is no time to live, its column is empty.
    const seconds = readWhole(words[2] ?? '');
    const rest = words.slice(seconds === undefined ? 2 : 3);
    if (!/^[A-Z][a-z]+$/.test(rest[0] ?? '') || rest.length > 2) return false;
    this.end();
    this.#row = {
      line: this.#findings.at,
      text: line,
      name: words[0] ?? '',
      type: words[1] ?? '',
      seconds: seconds ?? null,
      value: rest[1] ?? '',
    };
    return true;
  }

  /** What did not fit into the columns of the row above: the end of its name on the left, of its value on the right. */
  #continueRow(line: string, text: string): boolean {
    const row = this.#row;
    const words = wordsOf(text.slice(0, 600));
    if (!row || words.length > 2 || words.some((word) => !/^[\w.:-]+$/.test(word))) return false;
    const isName = indentOf(line) === 0;
    if (isName) row.name += words[0] ?? '';
    row.value += words[isName ? 1 : 0] ?? '';
    return row.name.length < 300 && row.value.length < 300 && words.length <= (isName ? 2 : 1);
  }

  #readField(line: string): boolean {
    const match = /^([A-Za-z0-9_]{2,40}) *: ?(.*)$/.exec(line.slice(0, 3000));
    const [, key = '', value = ''] = match ?? [];
    if (!match || (!this.#item && key !== 'Name')) return false;
    if (key === 'Name' && this.#item?.fields.has('Name')) this.end();
    this.#item ??= { line: this.#findings.at, text: line, fields: new Map(), last: key };
    if (this.#item.fields.size > 50) return false;
    this.#item.fields.set(key, value.trim());
    this.#item.last = key;
    return true;
  }

  #continueField(line: string, text: string): boolean {
    const item = this.#item;
    const before = item?.fields.get(item.last) ?? '';
    if (!item || indentOf(line) < 4 || before.length > 2000) return false;
    item.fields.set(item.last, before + text);
    return true;
  }

  #keepItem({ line, text, fields }: Item): void {
    const field = (...names: string[]) => names.map((name) => fields.get(name)).find((value) => value) ?? '';
    this.#keep({
      line,
      text,
      name: field('Name'),
      type: field('QueryType', 'Type'),
      seconds: readWhole(field('TTL')) ?? null,
      value: field('NameHost', 'IPAddress', 'IP4Address', 'IP6Address'),
    });
  }

  #keep(row: Row): void {
    const read = recordOf(row);
    if (typeof read === 'string') this.#findings.skip(row.text, read, row.line);
    else this.#findings.keep(read);
  }
}

/** Or why it is none. */
function recordOf({ name: asked, type, seconds, value: said }: Row): NameRecord | UnreadReason {
  // What else the server knows of the name: who answers for it, where its mail goes.
  if (otherTypes.has(type)) return 'not-used';
  if ([asked, said].some((text) => text.endsWith('...') || text.endsWith('…'))) return 'cut-off';
  const name = readName(asked);
  const value = type === 'CNAME' ? readName(said) : readAddress(said);
  if (name === undefined || (type !== 'CNAME' && type !== 'A' && type !== 'AAAA')) return 'not-understood';
  if (value === undefined) return type === 'CNAME' ? 'not-understood' : 'not-an-address';
  return { name, type, value, seconds, server: null };
}

function isType(word: string): boolean {
  return word === 'A' || word === 'AAAA' || word === 'CNAME' || otherTypes.has(word);
}

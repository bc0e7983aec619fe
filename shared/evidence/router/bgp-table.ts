/** Reads the table of `show ip bgp` as Cisco IOS, IOS XR, NX-OS and Arista EOS print it, a line at a time. */
import type { EvidenceInput } from '../evidence.ts';
import { type Findings, type LineWork, lineFormat } from '../lines.ts';
import { readWhole } from '../values.ts';
import { type Columns, findColumn, readHeader, untitledColumns } from './bgp-columns.ts';
import { readRowPath } from './plain-path.ts';
import {
  asOnTerminal,
  beginsWithOneOf,
  bgpContexts,
  isBlank,
  isTerminalLine,
  readNetwork,
  readNextHop,
} from './scan.ts';

export const bgpTable = lineFormat<'bgp-table'>(
  {
    kind: 'bgp-table',
    recognise: ({ head }: EvidenceInput) => {
      if (head.some((line) => readHeader(line) !== undefined)) return 0.95;
      return head.some(isUntitledRow) ? 0.7 : 0;
    },
  },
  (findings) => new TableRows(findings),
);

/** ` *>  13.71.0.0/18     123.0.0.2                0    150      0 12076 8075 i` */
function isUntitledRow(line: string): boolean {
  return (
    line.length < 1000 &&
    /^ ?[*r][ >*|=a-zA-Z]{0,5}\d{1,3}\.\d{1,3}\.[\d./]{3,11} +\d{1,3}\.\d{1,3}\.[\d.]{3,7} +\d.* [ie?]$/.test(
      line.trimEnd(),
    )
  );
}

/** A row that goes on in the next line. */
type Row = {
  line: number;
  text: string;
  prefix: string;
  status: string;
  nextHop: string | null | undefined;
  /** How far the row stands to the right of the titles, by its network and by its next hop. */
  indent: number;
  shift: number;
  metric: number | null;
  localPreference: number | null;
  weight: number | null;
  hasNumbers: boolean;
  path: string;
};

const longestPath = 5000;
const greatestWeight = 65_535;

/** So many different next hops are remembered; a table has few. */
const mostKnown = 10_000;

class TableRows implements LineWork {
  readonly #findings: Findings<'bgp-table'>;
  readonly #knownHops = new Map<string, string | undefined>();
  #columns: Columns | undefined;
  #prefix: string | undefined;
  #open: Row | undefined;
  #inLegend = false;

  constructor(findings: Findings<'bgp-table'>) {
    this.#findings = findings;
  }

  line(raw: string): void {
    const line = asOnTerminal(raw);
    const columns = this.#columns ?? untitledColumns;
    if (this.#readRow(line, columns)) return;
    if (this.#open && this.#continueRow(line, columns, this.#open)) return;
    this.#readOther(line);
  }

  end(): void {
    this.#giveUp();
  }

  /** A line that names a network or a next hop; false when it is another kind of line. */
  #readRow(line: string, columns: Columns): boolean {
    const start = skipStatus(line, columns.network);
    if (start < 0) return false;
    const end = endOfWord(line, start);
    let at = start;
    let prefix = this.#prefix;
    let isSame = true;
    if (start < (columns.network + columns.nextHop) / 2) {
      const network = line.slice(start, end);
      const reading = readNetwork(network);
      if (reading.prefix === undefined) return false;
      if (reading.problem) this.#findings.skip(line, reading.problem);
      prefix = reading.prefix;
      isSame = false;
      at = skipBlanks(line, end);
    }
    const status = line.slice(0, start).trim();
    const open = this.#open;
    // A network too long for its column stands alone, and the rest of its row below it.
    if (open && open.nextHop === undefined && isSame && status === '') {
      return this.#readNextHop(open, line, at, columns);
    }
    if (isSame && readNextHop(line.slice(start, end)) === undefined) return false;
    this.#giveUp();
    this.#inLegend = false;
    if (prefix === undefined) {
      this.#findings.skip(line, 'no-network-before');
      return true;
    }
    this.#prefix = prefix;
    const row: Row = {
      line: this.#findings.at,
      text: line,
      prefix,
      status,
      nextHop: undefined,
      indent: isSame ? 0 : start - columns.network,
      shift: 0,
      metric: null,
      localPreference: null,
      weight: null,
      hasNumbers: false,
      path: '',
    };
    if (at >= line.length) this.#open = row;
    else if (!this.#readNextHop(row, line, at, columns)) this.#findings.skip(line);
    return true;
  }

  #readNextHop(row: Row, line: string, at: number, columns: Columns): boolean {
    const end = endOfWord(line, at);
    const text = line.slice(at, end);
    const nextHop = text === '-' ? null : this.#nextHop(text);
    if (nextHop === undefined) return false;
    row.nextHop = nextHop;
    row.shift = at - columns.nextHop;
    if (skipBlanks(line, end) >= line.length) {
      this.#open = row;
      return true;
    }
    return this.#readNumbers(row, line, end, columns);
  }

  #nextHop(text: string): string | undefined {
    if (this.#knownHops.has(text)) return this.#knownHops.get(text);
    if (this.#knownHops.size >= mostKnown) this.#knownHops.clear();
    const nextHop = readNextHop(text);
    this.#knownHops.set(text, nextHop);
    return nextHop;
  }

  /** The numbers between next hop and path; then the path. */
  #readNumbers(row: Row, line: string, from: number, columns: Columns): boolean {
    row.hasNumbers = true;
    const rest = columns.isOrdered
      ? this.#readInOrder(row, line, from, columns)
      : this.#readByPlace(row, line, from, columns);
    if (rest === undefined) return false;
    row.path = line.slice(rest);
    this.#finish(row);
    return true;
  }

  #readInOrder(row: Row, line: string, from: number, columns: Columns): number | undefined {
    let at = skipBlanks(line, from);
    for (const { name } of columns.numbers) {
      const end = endOfWord(line, at);
      const text = line.slice(at, end);
      const value = text === '-' ? null : readWhole(text);
      if (value === undefined) return undefined;
      if (name) row[name] = value;
      at = skipBlanks(line, end);
    }
    return at;
  }

  #readByPlace(row: Row, line: string, from: number, columns: Columns): number | undefined {
    const { numbers } = columns;
    let { shift } = row;
    let column = 0;
    let at = skipBlanks(line, from);
    while (at < line.length && column < numbers.length) {
      const end = endOfWord(line, at);
      const found = findColumn(columns, column, { start: at - shift, end: end - shift });
      const value = readWhole(line.slice(at, end), 0xffff_ffff);
      const title = found === undefined ? undefined : numbers[found];
      if (found === undefined || title === undefined || value === undefined) return undefined;
      // What cannot be a weight, and does not stand where one stands, is no weight.
      if (title.name === 'weight' && value > greatestWeight && end - shift !== title.end) return undefined;
      if (title.name) row[title.name] = value;
      // What stands askew moves what follows as far.
      shift = end - title.end;
      column = found + 1;
      at = skipBlanks(line, end);
    }
    // Cisco always prints the weight; without it the columns are not where their titles are.
    return column === numbers.length ? at : undefined;
  }

  /** What stands below a row that broke off: its next hop, its numbers, or the rest of its path. */
  #continueRow(line: string, columns: Columns, row: Row): boolean {
    const start = skipBlanks(line, 0);
    if (start >= line.length || row.nextHop === undefined) return false;
    if (!row.hasNumbers) {
      this.#open = undefined;
      row.shift = row.indent;
      if (this.#readNumbers(row, line, 0, columns)) return true;
      this.#open = row;
      row.hasNumbers = false;
      return false;
    }
    // No path is so long; one that never ends must not take all lines that follow.
    if (row.path.length > longestPath) return false;
    const path = `${row.path}${isFilledLine(row.text) ? '' : ' '}${line}`;
    if (readRowPath(path) === undefined) return false;
    row.path = path;
    row.text = line;
    this.#finish(row);
    return true;
  }

  /** Keeps the row when its path has its end; a path without an origin goes on in the next line. */
  #finish(row: Row): void {
    const reading = readRowPath(row.path);
    if (reading === undefined) {
      this.#open = undefined;
      this.#findings.skip(row.text, 'not-an-asn', row.line);
      return;
    }
    if (reading.origin === null) {
      this.#open = row;
      return;
    }
    this.#open = undefined;
    const first = row.status[0];
    this.#findings.keep({
      prefix: row.prefix,
      nextHop: row.nextHop ?? null,
      metric: row.metric,
      localPreference: row.localPreference,
      weight: row.weight,
      path: reading.path,
      origin: reading.origin,
      // Cisco writes r (not in the routing table), s (suppressed) or S (stale) in the place of the star.
      valid: row.status.includes('*') || first === 'r' || first === 's' || first === 'S',
      best: row.status.includes('>'),
      communities: null,
    });
  }

  #giveUp(): void {
    if (this.#open) this.#findings.skip(this.#open.text, 'cut-off', this.#open.line);
    this.#open = undefined;
  }

  #readOther(line: string): void {
    const columns = readHeader(line);
    const trimmed = line.trim();
    if (columns) {
      this.#giveUp();
      this.#columns = columns;
      this.#prefix = undefined;
      this.#inLegend = false;
      return;
    }
    if (isTerminalLine(trimmed)) return;
    if (beginsWithOneOf(trimmed, introductions) || beginsWithOneOf(trimmed, bgpContexts)) {
      this.#giveUp();
      this.#inLegend = true;
      return;
    }
    if (this.#inLegend && isLegend(line, trimmed)) return;
    this.#giveUp();
    // It may have named a network: rows that leave theirs out must not fall to the one before.
    this.#prefix = undefined;
    this.#findings.skip(line);
  }
}

/** Where the network or next hop begins behind the signs in front of it, or -1 when no address is there. */
function skipStatus(line: string, network: number): number {
  let at = 0;
  while (at < network && isStatus(line.charCodeAt(at))) at += 1;
  // A row that stands further left than its title: then the signs end where an address begins.
  if (at < network) at = 0;
  for (; at < line.length; at += 1) {
    if (beginsAddress(line, at)) return at;
    if (!isStatus(line.charCodeAt(at))) return -1;
  }
  return -1;
}

/** The signs in front of a network: valid, best, internal and so on, of all makers together. */
const statusSigns = new Set([...'*>=#|&?sdhrSmbfxactiIelRVNELq'].map((sign) => sign.charCodeAt(0)));

function isStatus(code: number): boolean {
  return isBlank(code) || statusSigns.has(code);
}

/** A digit, or up to four hexadecimal digits and a colon; `efd00:` is the sign e and an address. */
function beginsAddress(line: string, at: number): boolean {
  const code = line.charCodeAt(at);
  if (code >= 0x30 && code <= 0x3a) return true;
  for (let index = at; index <= at + 4; index += 1) {
    const next = line.charCodeAt(index);
    if (next === 0x3a) return true;
    const letter = next | 0x20;
    if (!((next >= 0x30 && next <= 0x39) || (letter >= 0x61 && letter <= 0x66))) return false;
  }
  return false;
}

function skipBlanks(line: string, from: number): number {
  let at = from;
  while (at < line.length && isBlank(line.charCodeAt(at))) at += 1;
  return at;
}

function endOfWord(line: string, from: number): number {
  let at = from;
  while (at < line.length && !isBlank(line.charCodeAt(at))) at += 1;
  return at;
}

/** A terminal breaks a line in the middle of a word when it is as wide as the screen. */
function isFilledLine(text: string): boolean {
  return text.length > 0 && text.length % 80 === 0;
}

/** How the lines above and below a table begin. */
const introductions = [
  'BGP generic scan interval',
  'BGP scan interval',
  'BGP table state',
  'BGP main routing table version',
  'BGP NSR',
  'Non-stop routing',
  'Table ID:',
  'BGP table version',
  'BGP routing table',
  'BGP router identifier',
  'Router identifier',
  'Route status codes',
  'Status codes',
  'Status:',
  'Path type:',
  'Origin codes',
  'RPKI validation codes',
  'AS Path Attributes',
  'Total number of prefixes',
  'Dampening ',
  'AF-Private Import',
  'Peer ',
  'Default local pref',
  'Displayed ',
  'Processed ',
];

/** The lines a legend goes on in: `r RIB-failure, S Stale`, indented unless a clipboard cut the blanks off. */
function isLegend(line: string, trimmed: string): boolean {
  return (line.startsWith('     ') || trimmed.includes(', ')) && /^[A-Za-z=] (- )?[A-Za-z-]/.test(trimmed);
}

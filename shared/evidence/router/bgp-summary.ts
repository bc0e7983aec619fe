/** Reads `show ip bgp summary` of Cisco IOS, NX-OS and Arista EOS: one record for each neighbour. */
import { type Findings, type LineWork, lineFormat } from '../lines.ts';
import { readAddress, readAsn, readWhole } from '../values.ts';
import { asOnTerminal, beginsWithOneOf, bgpContexts, isTerminalLine, wordsOf } from './scan.ts';

export const bgpSummary = lineFormat<'bgp-summary'>(
  {
    kind: 'bgp-summary',
    recognise: ({ head }) => (head.some((line) => readTitles(line) !== undefined) ? 0.95 : 0),
  },
  (findings) => new SummaryRows(findings),
);

/** How many words stand from the neighbour up to `Up/Down`. */
type Titles = { words: number; hasSpeaker: boolean };

function readTitles(line: string): Titles | undefined {
  const titles = wordsOf(line);
  const neighbor = titles.indexOf('Neighbor');
  const upDown = titles.indexOf('Up/Down');
  // The short form Azure prints is another format, without counters.
  return neighbor >= 0 && titles.includes('MsgRcvd') && upDown > neighbor
    ? { words: upDown - neighbor + 1, hasSpeaker: titles.includes('Spk') }
    : undefined;
}

class SummaryRows implements LineWork {
  readonly #findings: Findings<'bgp-summary'>;
  #titles: Titles | undefined;
  /** A row that broke off, with what it has so far. */
  #open: { line: number; text: string; words: string[] } | undefined;

  constructor(findings: Findings<'bgp-summary'>) {
    this.#findings = findings;
  }

  line(raw: string): void {
    const line = asOnTerminal(raw);
    const trimmed = line.trim();
    const titles = readTitles(line);
    if (titles) {
      this.end();
      this.#titles = titles;
      return;
    }
    if (this.#titles && this.#readRow(line, this.#titles)) return;
    if (isTerminalLine(trimmed) || isCounter(trimmed)) return;
    if (beginsWithOneOf(trimmed, introductions) || beginsWithOneOf(trimmed, bgpContexts)) return;
    this.end();
    this.#findings.skip(line);
  }

  end(): void {
    if (this.#open) this.#findings.skip(this.#open.text, 'cut-off', this.#open.line);
    this.#open = undefined;
  }

  #readRow(line: string, titles: Titles): boolean {
    const words = wordsOf(line);
    // Arista may print a description, of several words, before the neighbour.
    const at = words.findIndex(
      (word, index) =>
        readAddress(word) !== undefined && (titles.hasSpeaker || isVersion(words[index + 1] ?? '4')),
    );
    if (at >= 0) {
      this.end();
      this.#open = { line: this.#findings.at, text: line, words: words.slice(at) };
    } else if (this.#open && words.length > 0 && words.every(isPlain)) this.#open.words.push(...words);
    else return false;
    if (this.#open.words.length > titles.words) {
      const { words: row } = this.#open;
      this.#open = undefined;
      this.#keep(row, titles, line);
    }
    return true;
  }

  #keep(words: readonly string[], titles: Titles, line: string): void {
    const asn = readAsn(words[2] ?? '');
    if (asn === undefined) {
      this.#findings.skip(line, 'not-an-asn');
      return;
    }
    const rest = words.slice(titles.words);
    const numbers = rest.map((word) => readWhole(word));
    const prefixes = numbers.find((number) => number !== undefined);
    const isUp = prefixes !== undefined || rest[0]?.startsWith('Estab') === true;
    this.#findings.keep({
      neighbor: readAddress(words[0] ?? '') ?? '',
      // IOS XR tells which of its processes speaks, where others tell the version.
      version: titles.hasSpeaker ? null : (readWhole(words[1] ?? '') ?? null),
      asn,
      upDown: words[titles.words - 1] ?? null,
      state: isUp ? 'Established' : rest.join(' '),
      prefixes: isUp ? (prefixes ?? null) : null,
    });
  }
}

function isVersion(word: string): boolean {
  return word === '4';
}

/** What can stand in a row: a number, a time, a state. */
function isPlain(word: string): boolean {
  return /^[\w.:()/-]{1,40}$/.test(word) && !word.endsWith(':');
}

/** `566019 network entries using 140372712 bytes of memory` and its like. */
function isCounter(text: string): boolean {
  const first = text.charCodeAt(0);
  return first >= 0x30 && first <= 0x39 && counters.some((word) => text.includes(word));
}

const counters = [
  ' of memory',
  ' received paths',
  ' multipath ',
  ' networks peaked',
  ' identical,',
  ' bytes',
];

const introductions = [
  'BGP generic scan interval',
  'BGP scan interval',
  'BGP table state',
  'BGP main routing table version',
  'BGP NSR',
  'BGP Dynamic',
  'Non-stop routing',
  'Table ID:',
  'Process ',
  'Speaker ',
  'BGP router identifier',
  'BGP table version',
  'BGP summary information',
  'BGP using ',
  'BGP activity ',
  'BGP attribute entries',
  'BGP community entries',
  'BGP is operating',
  'Router identifier',
  'Neighbor Status Codes',
  'Dampening ',
  'RIB entries',
  'Peers ',
  'Total number of neighbors',
  // IOS XR warns of neighbours without policies, in a sentence over five lines.
  'Some configured eBGP neighbors',
  'do not have both inbound and outbound policies',
  'address family. These neighbors will default',
  'receiving no routes and are marked',
  "Use the 'show bgp neighbor",
];

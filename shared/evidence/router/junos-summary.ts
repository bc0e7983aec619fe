/** Reads Junos `show bgp summary`: one record for each peer, its tables added up. */
import { type Findings, type LineWork, lineFormat } from '../lines.ts';
import type { BgpNeighborRecord } from '../records.ts';
import { readAddress, readAsn, readWhole } from '../values.ts';
import { asOnTerminal, beginsWithOneOf, isTerminalLine, wordsOf } from './scan.ts';

export const junosSummary = lineFormat<'bgp-summary'>(
  {
    kind: 'bgp-summary',
    recognise: ({ head }) => (head.some(isTitles) ? 0.95 : 0),
  },
  (findings) => new PeerLines(findings),
);

function isTitles(line: string): boolean {
  return line.startsWith('Peer ') && line.includes('InPkt') && line.includes('Last Up/Dwn');
}

class PeerLines implements LineWork {
  readonly #findings: Findings<'bgp-summary'>;
  #peer: BgpNeighborRecord | undefined;
  #isBelowTitles = false;

  constructor(findings: Findings<'bgp-summary'>) {
    this.#findings = findings;
  }

  line(raw: string): void {
    const line = asOnTerminal(raw);
    const text = line.trim();
    if (isTitles(line)) {
      this.#isBelowTitles = true;
      return;
    }
    if (isTerminalLine(text)) return;
    const words = wordsOf(line);
    if (this.#isBelowTitles && (this.#readPeer(words) || this.#readTable(words))) return;
    if (!this.#isBelowTitles && isCount(text, words)) return;
    // It may have named a peer: tables below it must not be added to the one before.
    this.end();
    this.#findings.skip(line);
  }

  end(): void {
    if (this.#peer) this.#findings.keep(this.#peer);
    this.#peer = undefined;
  }

  /** `192.0.2.254  64496  1165670  1238837  0  1 9w2d 5:23:37 Establ`, older: `… 4:42:37 6/8/8/0  0/0/0/0` */
  #readPeer(words: readonly string[]): boolean {
    const [first = '', as = ''] = words;
    const neighbor = readAddress(first.split('+')[0] ?? '');
    const asn = readAsn(as);
    if (neighbor === undefined || asn === undefined || words.length < 8) return false;
    const counters = words.slice(2, 6);
    if (!counters.every((word) => readWhole(word) !== undefined)) return false;
    this.end();
    const rest = words.slice(6);
    const counts = rest.filter((word) => readCounts(word) !== undefined);
    const time = rest.filter((word) => /^[\dwd:y]{1,20}$/.test(word));
    const state = rest.filter((word) => !counts.includes(word) && !time.includes(word)).join(' ');
    const isUp = counts.length > 0 || state.startsWith('Establ');
    this.#peer = {
      neighbor,
      version: null,
      asn,
      upDown: time.join(' ') || null,
      state: isUp ? 'Established' : state,
      prefixes: isUp ? 0 : null,
    };
    // The second group of the older form counts multicast.
    this.#addCounts(counts[0] ?? '');
    return true;
  }

  /** `wanTrusted.inet.0: 23/224/224/0` */
  #readTable(words: readonly string[]): boolean {
    const [name = '', counts = ''] = words;
    return words.length === 2 && name.endsWith(':') && this.#peer !== undefined && this.#addCounts(counts);
  }

  /** Active, received, accepted, damped. */
  #addCounts(word: string): boolean {
    const counts = readCounts(word);
    if (!counts || !this.#peer) return false;
    this.#peer.prefixes = (this.#peer.prefixes ?? 0) + (counts[1] ?? 0);
    return true;
  }
}

function readCounts(word: string): number[] | undefined {
  const numbers = word.split('/').map((part) => readWhole(part));
  if (numbers.length < 3 || numbers.length > 4) return undefined;
  return numbers.every((number) => number !== undefined) ? numbers : undefined;
}

/** What stands above the peers: groups, and the tables with their numbers of paths. */
function isCount(text: string, words: readonly string[]): boolean {
  if (
    beginsWithOneOf(text, ['Threading mode', 'Groups:', 'Default eBGP mode', 'Table ', 'Unconfigured peers'])
  )
    return true;
  const [first = '', ...rest] = words;
  const isName = /^[\w.-]+\.\d+:?$/.test(first) || readWhole(first) !== undefined;
  return isName && rest.every((word) => readWhole(word) !== undefined);
}

/** Reads Junos `show route`, plain, terse, detailed and extensive: as BGP paths, or as routes. */
import type { EvidenceInput } from '../evidence.ts';
import { type Findings, type LineWork, lineFormat } from '../lines.ts';
import { readAddress, readWhole } from '../values.ts';
import { readCommunities } from './communities.ts';
import {
  addHop,
  addPath,
  isBgp,
  type JunosEntry,
  type JunosKind,
  newEntry,
  pathOf,
  protocolOf,
  routeOf,
} from './junos-entry.ts';
import {
  addTerseLine,
  readTerseNetwork,
  readTerseRow,
  readTerseTitles,
  type TerseColumns,
} from './junos-terse.ts';
import { asOnTerminal, behind, isTerminalLine, readNetwork, wordsOf } from './scan.ts';

/** A table with nothing but BGP in it is evidence of BGP paths; as routes it can still be read by name. */
export const junosPaths = lineFormat<'bgp-table'>(
  {
    kind: 'bgp-table',
    recognise: (input) => (isJunos(input) ? (isOnlyBgp(input) ? 0.95 : 0.6) : 0),
  },
  (findings) =>
    new JunosLines(findings, (entry) => {
      if (isBgp(entry)) findings.keep(pathOf(entry));
      else findings.skip(entry.text, 'other-kind', entry.line);
    }),
);

export const junosRoutes = lineFormat<'routing-table'>(
  {
    kind: 'routing-table',
    recognise: (input) => (isJunos(input) ? 0.9 : 0),
  },
  (findings) =>
    new JunosLines(findings, (entry) => findings.keep(isBgp(entry) ? pathOf(entry) : routeOf(entry))),
);

function isJunos({ head }: EvidenceInput): boolean {
  return head.some(
    (line) => isTableLine(line) || line.startsWith('+ = Active Route') || readTerseTitles(line),
  );
}

function isOnlyBgp({ head }: EvidenceInput): boolean {
  const protocols = head.flatMap((line) => {
    const plain = line.indexOf('[');
    const slash = line.indexOf('/', plain);
    if (plain >= 0 && slash > plain && slash - plain < 20) return [protocolOf(line.slice(plain + 1, slash))];
    return readPreference(line.trim())?.protocol ?? [];
  });
  return (
    head.some((line) => line.includes('Lclpref') || line.trim().startsWith('BGP group ')) ||
    (protocols.length > 0 && protocols.every((one) => one === 'bgp'))
  );
}

/** `inet.0: 12 destinations, 13 routes (12 active, 0 holddown, 1 hidden)` */
function isTableLine(line: string): boolean {
  return line.includes(' destinations, ') && line.includes(' routes (');
}

class JunosLines implements LineWork {
  readonly #findings: Findings<JunosKind>;
  readonly #keep: (entry: JunosEntry) => void;
  #prefix: string | undefined;
  #entry: JunosEntry | undefined;
  #terse: TerseColumns | undefined;
  #alone: { line: number; text: string } | undefined;
  /** What one peer announces, in detail, has its star before the network. */
  #isStarred = false;

  constructor(findings: Pick<Findings<JunosKind>, 'at' | 'skip'>, keep: (entry: JunosEntry) => void) {
    this.#findings = findings as Findings<JunosKind>;
    this.#keep = keep;
  }

  line(raw: string): void {
    const line = asOnTerminal(raw);
    const text = line.trim();
    if (isTerminalLine(text) || text.startsWith('+ = Active Route') || /^\{[\w:-]+\}$/.test(text)) return;
    if (isTableLine(line)) {
      this.end();
      this.#prefix = undefined;
      return;
    }
    const titles = readTerseTitles(line);
    if (titles) {
      this.end();
      this.#terse = titles;
    } else if (this.#terse) this.#readTerse(line, this.#terse);
    else if (!this.#readHead(line, text) && !this.#readMore(text)) this.#skip(line, text);
  }

  /** What may have begun another entry ends this one: lines that follow must not fall to it. */
  #skip(line: string, text: string): void {
    const isHead = !line.startsWith(' ');
    if (isHead || text.includes('[') || text.includes('Preference')) this.end();
    if (isHead) this.#prefix = undefined;
    this.#findings.skip(line);
  }

  end(): void {
    if (this.#alone) this.#findings.skip(this.#alone.text, 'cut-off', this.#alone.line);
    this.#alone = undefined;
    if (this.#entry) this.#keep(this.#entry);
    this.#entry = undefined;
  }

  #readTerse(line: string, columns: TerseColumns): void {
    const network = readTerseNetwork(line, columns);
    const before = { prefix: this.#prefix, isAlone: this.#alone !== undefined };
    const entry = network === undefined && readTerseRow(line, columns, before, this.#findings.at);
    if (network !== undefined) {
      this.end();
      this.#prefix = network;
      this.#alone = { line: this.#findings.at, text: line };
    } else if (entry) {
      this.#alone = undefined;
      this.end();
      this.#entry = entry;
      this.#prefix = entry.prefix;
    } else if (!this.#entry || !addTerseLine(line, columns, this.#entry)) {
      this.end();
      this.#prefix = undefined;
      this.#findings.skip(line);
    }
  }

  /** A network, by itself, with `*[BGP/170] …` or with `(2 entries, 1 announced)`; or another way to the last one. */
  #readHead(line: string, text: string, isStarred = false): boolean {
    const starred = behind(text, '* ');
    if (starred?.includes('/') && starred.includes(' (')) return this.#readHead(line, starred, true);
    const bracket = text.indexOf('[');
    const before = bracket < 0 ? text : text.slice(0, bracket).trimEnd();
    const words = wordsOf(before.replace(/[*+-]$/, ''));
    const reading = words.length > 0 ? readNetwork(words[0] ?? '') : undefined;
    const isNetwork = reading?.prefix !== undefined && (words[0] ?? '').includes('/');
    if (isNetwork && bracket < 0 && (words.length === 1 || words[1]?.startsWith('('))) {
      this.end();
      this.#prefix = reading.prefix;
      this.#alone = { line: this.#findings.at, text: line };
      this.#isStarred = isStarred;
      if (reading.problem) this.#findings.skip(line, reading.problem);
      return true;
    }
    if (isNetwork ? words.length > 1 : words.length > 0 || bracket < 0)
      return this.#readDetailHead(line, text);
    if (isNetwork) {
      this.end();
      this.#prefix = reading.prefix;
      if (reading.problem) this.#findings.skip(line, reading.problem);
    }
    return this.#readPlain(line, text.slice(bracket), before);
  }

  /** `[BGP/170] 3w5d 14:23:49, MED 0, localpref 123, from 4.3.2.1` */
  #readPlain(line: string, text: string, before: string): boolean {
    const close = text.indexOf(']');
    const slash = text.lastIndexOf('/', close);
    const preference = readWhole(text.slice(slash + 1, close));
    if (close < 0 || slash < 0 || preference === undefined) return false;
    const entry = this.#begin(line, text.slice(1, slash), before.endsWith('*') || before.endsWith('+'));
    if (!entry) return true;
    entry.preference = preference;
    for (const part of text.slice(close + 1).split(',')) {
      const [name = '', value = ''] = wordsOf(part);
      const number = readWhole(value, 0xffff_ffff);
      if (number === undefined) continue;
      if (name === 'localpref') entry.localPreference = number;
      if (name === 'MED' || name === 'metric') entry.metric = number;
    }
    return true;
  }

  /** `*BGP    Preference: 170/-151` */
  #readDetailHead(line: string, text: string): boolean {
    const head = readPreference(text);
    if (!head) return false;
    const entry = this.#begin(line, head.protocol, head.isActive);
    if (!entry) return true;
    entry.preference = head.preference;
    if (entry.protocol === 'bgp') entry.communities = [];
    return true;
  }

  #begin(line: string, protocol: string, isActive: boolean): JunosEntry | undefined {
    this.#alone = undefined;
    this.end();
    if (this.#prefix === undefined) {
      this.#findings.skip(line, 'no-network-before');
      return undefined;
    }
    const of = {
      line: this.#findings.at,
      text: line,
      prefix: this.#prefix,
      protocol: protocolOf(protocol),
      isActive,
    };
    this.#entry = newEntry(of);
    return this.#entry;
  }

  #readMore(text: string): boolean {
    const hop = this.#alone && behind(text, 'Nexthop:');
    if (this.#alone && hop !== undefined) this.#beginReceived(this.#alone, hop);
    const entry = this.#entry;
    if (!entry) return this.#alone !== undefined && isAttribute(text);
    if (hop !== undefined) return true;
    const path = behind(text, 'AS path:');
    if (path !== undefined) return addPath(entry, path) || path.startsWith('Recorded');
    const communities = behind(text, 'Communities:');
    if (communities !== undefined) {
      const found = readCommunities(communities);
      if (found) {
        entry.communities ??= [];
        entry.communities.push(...found);
      }
      return found !== undefined;
    }
    const localPreference = behind(text, 'Localpref:');
    if (localPreference !== undefined) return this.#setNumber(entry, 'localPreference', localPreference);
    const metric = behind(text, 'Metric:') ?? behind(text, 'MED:');
    if (metric !== undefined) return this.#setNumber(entry, 'metric', wordsOf(metric)[0] ?? '');
    const announced = behind(text, 'Protocol next hop:');
    if (announced !== undefined) entry.announced ??= readAddress(wordsOf(announced)[0] ?? '');
    if (text.startsWith('State:') && text.includes('Hidden')) entry.isHidden = true;
    return readHop(entry, text) || isAttribute(text);
  }

  /** `Nexthop: 192.0.2.1`, or `Self`: what one peer announces names neither protocol nor preference. */
  #beginReceived(head: { line: number; text: string }, hop: string): void {
    this.#begin(head.text, 'bgp', this.#isStarred);
    const address = readAddress(hop);
    if (this.#entry && address !== undefined) addHop(this.#entry, address, true);
  }

  #setNumber(entry: JunosEntry, field: 'localPreference' | 'metric', text: string): boolean {
    const number = readWhole(text, 0xffff_ffff);
    if (number === undefined) return false;
    entry[field] = number;
    return true;
  }
}

function readPreference(
  text: string,
): { protocol: string; preference: number; isActive: boolean } | undefined {
  const at = text.indexOf('Preference: ');
  if (at < 1 || at > 30) return undefined;
  const name = text.slice(0, at).trim();
  const preference = readWhole(wordsOf(text.slice(at + 'Preference: '.length))[0]?.split('/')[0] ?? '');
  const protocol = name.replace(/^[*+-]/, '');
  if (preference === undefined || !/^[A-Za-z][\w-]*$/.test(protocol)) return undefined;
  return { protocol: protocolOf(protocol), preference, isActive: name !== protocol && !name.startsWith('-') };
}

/** `> to 6.5.4.3 via et3.0`, `> via lo0.0`, `Discard`; in detail `Next hop: 6.5.4.3 via et3.0, selected`. */
function readHop(entry: JunosEntry, text: string): boolean {
  const detail = behind(text, 'Next hop:');
  const isChosen = text.startsWith('>') || text.includes(', selected');
  const words = wordsOf(detail ?? (text.startsWith('>') ? text.slice(1) : text));
  if (words[0] === 'to') words.shift();
  const [first = '', second = '', third = ''] = words;
  const address = readAddress(first.split('%')[0] ?? '');
  if (address !== undefined && (second === 'via' || words.length === 1)) addHop(entry, address, isChosen);
  else if (first === 'via' && second !== '') addHop(entry, second.replace(/,$/, ''), isChosen);
  else if (first === 'Local' && second === 'via') addHop(entry, third, isChosen);
  else if (words.length === 1 && ends.includes(first)) addHop(entry, first, isChosen);
  else return words.length === 1 && first === 'Unusable';
  return true;
}

/** Where packets end instead of going to a next hop. */
const ends = ['Discard', 'Reject', 'Receive', 'MultiRecv', 'Indirect'];

/** `Name: value`, as the detailed forms print much that no record holds. */
function isAttribute(text: string): boolean {
  const colon = text.indexOf(':');
  if (colon > 0 && colon < 40 && /^[A-Z]/.test(text)) return true;
  return attributes.some((start) => text.startsWith(start));
}

const attributes = [
  'Accepted',
  'Announcement bits',
  'KRT ',
  'Page ',
  'Path ',
  'Import',
  'BGP ',
  'Backup',
  'Cluster list',
  'Entropy label',
];

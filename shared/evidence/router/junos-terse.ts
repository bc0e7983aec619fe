/** Reads the rows of Junos `show route terse` and of `show route receive-protocol bgp`, which stand in columns. */
import { readAddress, readWhole } from '../values.ts';
import { addHop, addPath, type JunosEntry, newEntry } from './junos-entry.ts';
import { readNetwork } from './scan.ts';

/** Where the columns of a table stand; `terse` also names protocol and preference. */
export type TerseColumns = {
  isTerse: boolean;
  prefix: number;
  nextHop: number;
  /** Below these, numbers end (terse) or begin. */
  numbers: readonly { name: 'metric' | 'localPreference' | 'either'; start: number; end: number }[];
  path: number;
};

export function readTerseTitles(line: string): TerseColumns | undefined {
  const at = (title: string) => line.indexOf(title);
  const path = at('AS path');
  const column = (name: TerseColumns['numbers'][number]['name'], title: string) => ({
    name,
    start: at(title),
    end: at(title) + title.length,
  });
  if (path < 0) return undefined;
  if (at('Destination') > 0 && at('Prf') > 0 && at('Metric 1') > 0) {
    const numbers = [column('either', 'Metric 1'), column('metric', 'Metric 2')];
    return { isTerse: true, prefix: at('Destination'), nextHop: at('Next hop'), numbers, path };
  }
  if (at('Prefix') < 0 || at('Nexthop') < 0 || at('Lclpref') < 0) return undefined;
  const numbers = [column('metric', 'MED'), column('localPreference', 'Lclpref')];
  return { isTerse: false, prefix: at('Prefix'), nextHop: at('Nexthop'), numbers, path };
}

const letters: Readonly<Record<string, string>> = {
  A: 'aggregate',
  B: 'bgp',
  C: 'ccc',
  D: 'connected',
  I: 'isis',
  L: 'local',
  O: 'ospf',
  R: 'rip',
  S: 'static',
};

type Word = { text: string; start: number; end: number };

function wordsIn(line: string): Word[] {
  return [...line.matchAll(/\S+/g)].map(({ 0: text, index: start }) => ({
    text,
    start,
    end: start + text.length,
  }));
}

/** What a row begins with: its signs and, unless it goes on with the network before, a network. */
type RowHead = { flags: string; prefix: string | undefined; rest: readonly Word[] };

function readHead(line: string, columns: TerseColumns): RowHead {
  const words = wordsIn(line);
  let next = 0;
  while (next < words.length && /^[*+?VIN-]{1,2}$/.test(words[next]?.text ?? '')) next += 1;
  const first = words[next];
  const flags = line.slice(0, first?.start);
  // A network too long for its column stands alone and may stand further in.
  const isAlone = next === words.length - 1;
  const isHere = first !== undefined && first.start <= columns.prefix + (isAlone ? 12 : 3);
  const prefix = isHere && first.text.includes('/') ? readNetwork(first.text).prefix : undefined;
  return { flags, prefix, rest: words.slice(prefix === undefined ? next : next + 1) };
}

/** A network whose row stands in the line below. */
export function readTerseNetwork(line: string, columns: TerseColumns): string | undefined {
  const { prefix, rest } = readHead(line, columns);
  return rest.length === 0 ? prefix : undefined;
}

/** A row of the table, an entry that continues the one before it, or undefined. */
export function readTerseRow(
  line: string,
  columns: TerseColumns,
  before: { prefix: string | undefined; isAlone: boolean },
  at: number,
): JunosEntry | undefined {
  const head = readHead(line, columns);
  const { flags, rest: words } = head;
  const prefix = head.prefix ?? before.prefix;
  const protocol = letters[words[0]?.text ?? ''];
  if (prefix === undefined || words.length === 0) return undefined;
  if (!columns.isTerse) {
    if (head.prefix === undefined && !before.isAlone) return undefined;
    const entry = newEntry({ line: at, text: line, prefix, protocol: 'bgp', isActive: flags.includes('*') });
    return addReceived(entry, words, columns) ? entry : undefined;
  }
  const preference = readWhole(words[1]?.text ?? '');
  if (protocol === undefined || preference === undefined) return undefined;
  const isActive = flags.includes('*') || flags.includes('+');
  const entry = newEntry({ line: at, text: line, prefix, protocol, isActive });
  entry.preference = preference;
  return addWords(entry, words.slice(2), columns) ? entry : undefined;
}

const validations = ['unverified', 'valid', 'invalid', 'unknown'];

/** The line below a terse row: its validation state, and further next hops. */
export function addTerseLine(line: string, columns: TerseColumns, entry: JunosEntry): boolean {
  const words = wordsIn(line);
  if (validations.includes(words[0]?.text ?? '')) words.shift();
  return words.every((word) => word.start < columns.path && addNextHop(entry, word.text));
}

function addWords(entry: JunosEntry, words: readonly Word[], columns: TerseColumns): boolean {
  for (const [index, word] of words.entries()) {
    const number = readWhole(word.text, 0xffff_ffff);
    const column =
      number === undefined
        ? undefined
        : columns.numbers.find(({ end }) => Math.abs(word.end - end) <= 2)?.name;
    if (number !== undefined && column) addNumber(entry, column, number);
    else if (number === undefined && addNextHop(entry, word.text)) continue;
    else return word.start >= columns.path - 4 && addPath(entry, textOf(words.slice(index)));
  }
  return true;
}

/** Addresses of IPv6 have a column so much wider. */
const wider = 5;

/** `Self  10  150  12076 8075 I`: what stands behind the next hop stands as far to the right as it does. */
function addReceived(entry: JunosEntry, [hop, ...rest]: readonly Word[], columns: TerseColumns): boolean {
  if (hop === undefined || !addNextHop(entry, hop.text)) return false;
  const shift = hop.start - columns.nextHop;
  const overflow = hop.end + 1 - (columns.numbers[0]?.start ?? 0);
  const shifts = hop.text.includes(':') ? [shift + wider, shift, overflow] : [shift];
  return shifts.some((one) => addShifted(entry, rest, columns, one));
}

/** False, with nothing added, unless every word stands below a title. */
function addShifted(
  entry: JunosEntry,
  words: readonly Word[],
  { numbers, path }: TerseColumns,
  shift: number,
): boolean {
  const found: { name: TerseColumns['numbers'][number]['name']; value: number }[] = [];
  for (const [index, word] of words.entries()) {
    const value = readWhole(word.text, 0xffff_ffff);
    const column = numbers.find(({ start }) => Math.abs(word.start - shift - start) <= 3);
    if (value !== undefined && column) found.push({ name: column.name, value });
    else {
      if (word.start - shift < path - 4 || !addPath(entry, textOf(words.slice(index)))) return false;
      for (const { name, value: number } of found) addNumber(entry, name, number);
      return true;
    }
  }
  return false;
}

function textOf(words: readonly Word[]): string {
  return words.map(({ text }) => text).join(' ');
}

/** For BGP the first metric is the local preference. */
function addNumber(entry: JunosEntry, column: TerseColumns['numbers'][number]['name'], value: number): void {
  if (column === 'localPreference' || (column === 'either' && entry.protocol === 'bgp'))
    entry.localPreference = value;
  else entry.metric = value;
}

function addNextHop(entry: JunosEntry, word: string): boolean {
  const isChosen = word.startsWith('>');
  const text = isChosen ? word.slice(1) : word;
  const address = readAddress(text);
  if (
    address === undefined &&
    !/^([a-z]+-?\d[\w/:.-]*|Discard|Reject|Receive|Local|MultiRecv|Self)$/.test(text)
  )
    return false;
  if (address !== undefined || isChosen || text !== 'Self') addHop(entry, address ?? text, isChosen);
  return true;
}

/** Reads the rows of Junos `show route terse` and of `show route receive-protocol bgp`, which stand in columns. */
import { readAddress, readWhole } from '../values.ts';
import { addHop, addPath, type JunosEntry, newEntry } from './junos-entry.ts';
import { readNetwork } from './scan.ts';

/** Where the columns of a table stand; `terse` also names protocol and preference. */
export type TerseColumns = {
  isTerse: boolean;
  prefix: number;
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
    return { isTerse: true, prefix: at('Destination'), numbers, path };
  }
  if (at('Prefix') < 0 || at('Nexthop') < 0 || at('Lclpref') < 0) return undefined;
  const numbers = [column('metric', 'MED'), column('localPreference', 'Lclpref')];
  return { isTerse: false, prefix: at('Prefix'), numbers, path };
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

/** A row of the table, an entry that continues the one before it, or undefined. */
export function readTerseRow(
  line: string,
  columns: TerseColumns,
  before: JunosEntry | undefined,
  at: number,
): JunosEntry | undefined {
  const words = wordsIn(line);
  let next = 0;
  const flags = line.slice(0, columns.prefix);
  while (
    next < words.length &&
    (words[next]?.end ?? 0) <= columns.prefix &&
    /^[*+?VIN-]{1,2}$/.test(words[next]?.text ?? '')
  )
    next += 1;
  const first = words[next];
  const reading = first && first.start <= columns.prefix + 1 ? readNetwork(first.text) : undefined;
  if (reading?.prefix !== undefined) next += 1;
  const prefix = reading?.prefix ?? before?.prefix;
  const protocol = letters[words[next]?.text ?? ''];
  if (prefix === undefined) return undefined;
  if (!columns.isTerse) {
    if (reading?.prefix === undefined) return undefined;
    const entry = newEntry({ line: at, text: line, prefix, protocol: 'bgp', isActive: flags.includes('*') });
    return addWords(entry, words.slice(next), columns) ? entry : undefined;
  }
  const preference = readWhole(words[next + 1]?.text ?? '');
  if (protocol === undefined || preference === undefined) return undefined;
  const isActive = flags.includes('*') || flags.includes('+');
  const entry = newEntry({ line: at, text: line, prefix, protocol, isActive });
  entry.preference = preference;
  return addWords(entry, words.slice(next + 2), columns) ? entry : undefined;
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
    const column = number === undefined ? undefined : columnOf(word, columns);
    if (number !== undefined && column) addNumber(entry, column, number);
    else if (number === undefined && addNextHop(entry, word.text)) continue;
    else {
      const path = words.slice(index);
      return word.start >= columns.path - 4 && addPath(entry, path.map(({ text }) => text).join(' '));
    }
  }
  return true;
}

function columnOf(word: Word, columns: TerseColumns): TerseColumns['numbers'][number]['name'] | undefined {
  const isHere = ({ start, end }: { start: number; end: number }) =>
    columns.isTerse ? Math.abs(word.end - end) <= 2 : Math.abs(word.start - start) <= 2;
  return columns.numbers.find(isHere)?.name;
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

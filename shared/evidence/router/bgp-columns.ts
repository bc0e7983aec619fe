/** The columns of `show ip bgp`: where their titles stand, and which of them a number belongs to. */
import { wordsOf } from './scan.ts';

/** Where the columns stand; Cisco sets numbers flush right below the ends of their titles, Arista in order. */
export type Columns = {
  network: number;
  nextHop: number;
  /** Numbers are told apart by where they end (Cisco) or by their order (Arista, which writes `-` for none). */
  numbers: readonly { name: 'metric' | 'localPreference' | 'weight' | undefined; end: number }[];
  isOrdered: boolean;
  /** How far a number may end beside its title. */
  mostAskew: number;
};

/** Where IOS and IOS XR have them, for rows that a filter (`| include 12076`) has left without their titles. */
export const untitledColumns: Columns = {
  network: 5,
  nextHop: 22,
  numbers: [
    { name: 'metric', end: 48 },
    { name: 'localPreference', end: 55 },
    { name: 'weight', end: 62 },
  ],
  isOrdered: false,
  mostAskew: 0,
};

const numberTitles = {
  Metric: 'metric',
  LocPrf: 'localPreference',
  LocPref: 'localPreference',
  Weight: 'weight',
  AIGP: undefined,
} as const;

export function readHeader(line: string): Columns | undefined {
  const network = line.indexOf('Network');
  const nextHop = /Next[ -][Hh]op/.exec(line)?.index ?? -1;
  const path = line.indexOf('Path', nextHop);
  // With fewer blanks than this between them the columns have been squeezed, and numbers cannot be told apart.
  if (network < 0 || nextHop - network < 12 || path < 0 || line.slice(0, network).trim() !== '')
    return undefined;
  const numbers: Columns['numbers'][number][] = [];
  for (const word of wordsOf(line.slice(nextHop + 'Next Hop'.length, path))) {
    if (!isNumberTitle(word)) return undefined;
    numbers.push({ name: numberTitles[word], end: line.indexOf(word, nextHop) + word.length });
  }
  if (!numbers.some(({ name }) => name === 'weight')) return undefined;
  return { network, nextHop, numbers, isOrdered: line.includes('LocPref '), mostAskew: mostAskewOfTitled };
}

function isNumberTitle(word: string): word is keyof typeof numberTitles {
  return Object.hasOwn(numberTitles, word);
}

/** One that ends between two titles could belong to either. */
const mostAskewOfTitled = 2;

/** The column a number that stands there belongs to, of those from this one on. */
export function findColumn(
  { numbers, mostAskew }: Pick<Columns, 'numbers' | 'mostAskew'>,
  from: number,
  { start, end }: { start: number; end: number },
): number | undefined {
  for (let column = from; column < numbers.length; column += 1) {
    const title = numbers[column];
    if (title === undefined) continue;
    if (Math.abs(end - title.end) <= mostAskew) return column;
    // One with more digits than its column is wide begins where the column does, and moves what stands behind it.
    const before = numbers[column - 1]?.end;
    if (before !== undefined && start <= before + 1 && end > title.end) return column;
  }
  return undefined;
}

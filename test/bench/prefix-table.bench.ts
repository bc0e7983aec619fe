// Measures the prefix table against Node's BlockList and, where installed, the address libraries of npm.
import { BlockList, SocketAddress } from 'node:net';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { type Address, type AddressFamily, formatAddress } from '../../shared/network/address.ts';
import { findNetwork, formatPrefix, getFirstAddress, type Prefix } from '../../shared/network/prefix.ts';
import { PrefixTable } from '../../shared/network/prefix-table.ts';

export interface BenchmarkRow {
  name: string;
  value: number;
  unit: string;
  /** How many times longer this takes than our table does for the same question. */
  ratio?: number;
}

export interface BenchmarkReport {
  title: string;
  rows: BenchmarkRow[];
  notes: string[];
}

export const name = 'prefix table';

const prefixCount = 100_000;
const lookupCount = 1_000_000;
/** So many addresses are parsed for the others beforehand. */
const parsedCount = 100_000;
const contenderMilliseconds = 1500;
const turnMilliseconds = 50;

/** Lengths about as common as in the Internet's routing tables: a length, and its share. */
const commonLengths: Record<AddressFamily, readonly (readonly [length: number, share: number])[]> = {
  4: [
    [24, 60],
    [22, 12],
    [23, 10],
    [20, 5],
    [21, 5],
    [19, 3],
    [16, 3],
    [18, 1],
    [14, 1],
  ],
  6: [
    [48, 50],
    [32, 15],
    [44, 10],
    [40, 10],
    [36, 5],
    [64, 5],
    [29, 5],
  ],
};

interface Workload {
  readonly family: AddressFamily;
  readonly prefixes: readonly Prefix[];
  readonly addresses: readonly Address[];
  readonly texts: readonly string[];
}

/** One way to ask whether an address is covered; it must answer as our table does. */
interface Contender {
  readonly name: string;
  readonly isText: boolean;
  /** How many addresses it is asked about, over and over, if not as many as are parsed for the others. */
  readonly count?: number;
  readonly isCovered: (index: number) => boolean;
}

export async function run(): Promise<BenchmarkReport> {
  const rows: BenchmarkRow[] = [];
  const notes = [
    `${prefixCount} distinct prefixes per family; half of the addresses lie in one of them, half anywhere.`,
    'A ratio is against our look-up of the entry with the longest prefix, though the others only say yes or no;',
    'it compares like with like, from text with from text and parsed with parsed, in turns of',
    `${turnMilliseconds} ms until theirs took ${contenderMilliseconds} ms: what else the machine does disturbs both.`,
    'Times per look-up are the median over slices of about 1 ms, so that other work on the machine and pauses',
    'to collect garbage disturb them little; the times in all, given with them, include both.',
  ];
  for (const family of [4, 6] as const) {
    const workload = createWorkload(family);
    const table = measureOurs(workload, rows);
    const contenders = [
      ...createBlockListContenders(workload),
      ...(await createPeerContenders(workload, notes)),
    ];
    for (const contender of contenders) {
      const { ours, theirs } = measureContender(contender, workload, table);
      const label = `IPv${family}: ${contender.name}`;
      const ratio = theirs.nanoseconds / ours.nanoseconds;
      rows.push({ name: label, value: theirs.nanoseconds, unit: 'ns per look-up', ratio });
      notes.push(
        `${label}: ${theirs.looked} look-ups in ${Math.round(theirs.milliseconds)} ms, every answer equal to ours, ` +
          `which took ${ours.nanoseconds.toFixed(0)} ns.`,
      );
    }
  }
  return { title: 'Longest prefix match', rows, notes: [...new Set(notes)] };
}

function measureOurs(
  { family, prefixes, addresses, texts }: Workload,
  rows: BenchmarkRow[],
): PrefixTable<number> {
  const entries = prefixes.map((prefix, value) => ({ prefix, value }));
  const builds = [1, 2, 3].map(() => measureMilliseconds(() => new PrefixTable(entries).size));
  const before = measureHeap();
  // Prefixes of its own, so that what the table keeps of them is counted.
  const table = new PrefixTable(prefixes.map((prefix, value) => ({ prefix: copyPrefix(prefix), value })));
  const { size } = table;
  const heap = measureHeap() - before;
  const values = addresses.map((address) => address.value);
  const measure = (work: (index: number) => unknown) => {
    const stopwatch = new Stopwatch(lookupCount, work);
    while (stopwatch.looked < lookupCount) stopwatch.runSlice();
    return stopwatch;
  };
  const lookup = measure((index) => table.lookup(at(values, index)));
  const lookupText = measure((index) => table.lookup(at(texts, index)));
  const coversParsed = measure((index) => table.covers(at(values, index)));
  const coversText = measure((index) => table.covers(at(texts, index)));
  // A value lies elsewhere in memory than the index: reading it is a wait of its own.
  let sum = 0;
  const read = measure((index) => {
    sum += table.lookup(at(texts, index))?.value ?? 0;
  });
  if (sum === 0) throw new Error('No value was read');
  const all = measure((index) => table.lookupAll(at(values, index)));
  const add = (what: string, value: number, unit = 'ns per look-up') =>
    rows.push({ name: `IPv${family}: Onramp, ${what}`, value, unit });
  add('build', Math.min(...builds), 'ms');
  add('index memory', table.countIndexBytes() / size, 'bytes per prefix');
  add('measured memory, prefixes and values included', heap / size, 'bytes per prefix');
  add('1,000,000 look-ups in all, parsed', lookup.milliseconds, 'ms');
  add('1,000,000 look-ups in all, from text', lookupText.milliseconds, 'ms');
  add('longest prefix, parsed', lookup.nanoseconds);
  add('longest prefix, from text', lookupText.nanoseconds);
  add('longest prefix, from text, and its value read', read.nanoseconds);
  add('yes or no, parsed', coversParsed.nanoseconds);
  add('yes or no, from text', coversText.nanoseconds);
  add('all matches, parsed', all.nanoseconds);
  return table;
}

function measureContender(
  { name, isText, isCovered, count = parsedCount }: Contender,
  { addresses, texts }: Workload,
  table: PrefixTable<number>,
) {
  const keys: readonly (string | number | bigint)[] = isText
    ? texts
    : addresses.map((address) => address.value);
  const ownAnswers = new Uint8Array(lookupCount);
  const answers = new Uint8Array(count);
  // Both sides keep each answer, so that neither's work can be left out as unused.
  const ours = new Stopwatch(lookupCount, (index) => {
    ownAnswers[index] = table.lookup(at(keys, index)) === undefined ? 0 : 1;
  });
  const theirs = new Stopwatch(count, (index) => {
    answers[index] = isCovered(index) ? 1 : 0;
  });
  while (theirs.milliseconds < contenderMilliseconds) {
    ours.runTurn();
    theirs.runTurn();
  }
  for (let index = 0; index < Math.min(theirs.looked, count); index += 1) {
    const address = at(addresses, index);
    if (table.covers(address) !== (answers[index] === 1)) {
      throw new Error(`${name} and our table disagree on ${formatAddress(address)}`);
    }
  }
  return { ours, theirs };
}

function createBlockListContenders({ family, prefixes, addresses, texts }: Workload): Contender[] {
  const blockList = new BlockList();
  const familyName = `ipv${family}` as const;
  for (const prefix of prefixes) {
    blockList.addSubnet(formatAddress(getFirstAddress(prefix)), prefix.length, familyName);
  }
  // Made before the clock runs, as the numbers our own table is asked with are.
  const sockets = addresses
    .slice(0, parsedCount)
    .map((address) => new SocketAddress({ address: formatAddress(address), family: familyName }));
  return [
    {
      name: 'net.BlockList, from text',
      isText: true,
      count: lookupCount,
      isCovered: (index) => blockList.check(at(texts, index), familyName),
    },
    {
      name: 'net.BlockList, SocketAddress',
      isText: false,
      isCovered: (index) => blockList.check(at(sockets, index)),
    },
  ];
}

async function createPeerContenders(workload: Workload, notes: string[]): Promise<Contender[]> {
  const { texts } = workload;
  // The longest first, so that a scan may stop at its first match.
  const sorted = workload.prefixes.toSorted((left, right) => right.length - left.length).map(formatPrefix);
  const contenders: Contender[] = [];

  const ipaddr = (await importPeer('ipaddr.js', notes)) as IpaddrModule | undefined;
  if (ipaddr) {
    const { parse, parseCIDR } = ipaddr.default;
    const ranges = sorted.map((text) => parseCIDR(text));
    const parsed = texts.slice(0, parsedCount).map((text) => parse(text));
    const scan = (address: IpaddrAddress) => ranges.some((range) => address.match(range));
    contenders.push(
      {
        name: 'ipaddr.js, prefixes parsed once, from text',
        isText: true,
        isCovered: (index) => scan(parse(at(texts, index))),
      },
      {
        name: 'ipaddr.js, prefixes parsed once, parsed',
        isText: false,
        isCovered: (index) => scan(at(parsed, index)),
      },
    );
  }

  const cidrTools = (await importPeer('cidr-tools', notes)) as CidrToolsModule | undefined;
  if (cidrTools) {
    const ranges = sorted.map((text) => cidrTools.parseCidr(text));
    contenders.push(
      {
        name: 'cidr-tools containsCidr, from text',
        isText: true,
        isCovered: (index) => cidrTools.containsCidr(sorted, at(texts, index)),
      },
      {
        name: 'cidr-tools, prefixes parsed once and scanned, from text',
        isText: true,
        isCovered: (index) => {
          const { start } = cidrTools.parseCidr(at(texts, index));
          return ranges.some((range) => range.start <= start && start <= range.end);
        },
      },
    );
  }

  const fastCidrTools = (await importPeer('fast-cidr-tools', notes)) as FastCidrToolsModule | undefined;
  if (fastCidrTools) {
    const ranges = sorted.map((text) => fastCidrTools.parse(text));
    contenders.push(
      {
        name: 'fast-cidr-tools contains, from text',
        isText: true,
        isCovered: (index) => fastCidrTools.contains(sorted, [at(texts, index)]),
      },
      {
        name: 'fast-cidr-tools, prefixes parsed once and scanned, from text',
        isText: true,
        isCovered: (index) => {
          const [start] = fastCidrTools.parse(at(texts, index));
          return ranges.some((range) => range[0] <= start && start <= range[1]);
        },
      },
    );
  }
  return contenders;
}

// The few calls we make of each peer, written down here because a peer may be absent.
interface IpaddrAddress {
  match(range: unknown): boolean;
}
interface IpaddrModule {
  default: { parse(text: string): IpaddrAddress; parseCIDR(text: string): unknown };
}
interface CidrToolsModule {
  containsCidr(networks: string[], network: string): boolean;
  parseCidr(network: string): { start: bigint; end: bigint };
}
interface FastCidrToolsModule {
  contains(networks: string[], inner: string[]): boolean;
  parse(network: string): [start: bigint, end: bigint, version: 4 | 6];
}

async function importPeer(specifier: string, notes: string[]): Promise<unknown> {
  try {
    return await import(specifier);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND')) throw error;
    notes.push(`${specifier} is not installed and was not measured.`);
    return undefined;
  }
}

function createWorkload(family: AddressFamily): Workload {
  const random = createRandom(20_261_121 + family);
  const lengths = commonLengths[family].flatMap(([length, share]) => new Array<number>(share).fill(length));
  const distinct = new Map<string, Prefix>();
  while (distinct.size < prefixCount) {
    const prefix = findNetwork(createAddress(family, random), at(lengths, random() % lengths.length));
    distinct.set(formatPrefix(prefix), prefix);
  }
  const prefixes = [...distinct.values()];
  const addresses = Array.from({ length: lookupCount }, () => {
    const anywhere = createAddress(family, random);
    return random() % 2 === 0 ? anywhere : moveInto(at(prefixes, random() % prefixCount), anywhere);
  });
  // A round trip through JSON makes flat strings, as texts from a file or a form are.
  const texts: string[] = JSON.parse(JSON.stringify(addresses.map(formatAddress)));
  return { family, prefixes, addresses, texts };
}

/** The same prefix in objects and numbers of its own. */
function copyPrefix(prefix: Prefix): Prefix {
  const first = getFirstAddress(prefix);
  return findNetwork(first, prefix.length);
}

/** An address anywhere in IPv4, or anywhere in the global unicast space 2000::/3 of IPv6. */
function createAddress(family: AddressFamily, random: () => number): Address {
  if (family === 4) return { family, value: random() };
  const words = [random() & 0x1fff_ffff, random(), random(), random()];
  return { family, value: words.reduce((value, word) => (value << 32n) | BigInt(word), 0n) | (1n << 125n) };
}

/** Keeps the host bits of the address and gives it the network bits of the prefix. */
function moveInto(prefix: Prefix, address: Address): Address {
  const hostBits = BigInt(address.value) - BigInt(findNetwork(address, prefix.length).network);
  return prefix.family === 4
    ? { family: 4, value: prefix.network + Number(hostBits) }
    : { family: 6, value: prefix.network + hostBits };
}

/** The same 32-bit numbers on every run (mulberry32). */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b_79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}

/**
 * Runs the work in slices, which grow to about 1 ms while it warms up, and takes the median of those. Behind the
 * last index it begins again with the first.
 */
class Stopwatch {
  looked = 0;
  milliseconds = 0;
  readonly #samples: number[] = [];
  readonly #count: number;
  readonly #work: (index: number) => unknown;
  #size = 1;

  constructor(count: number, work: (index: number) => unknown) {
    this.#count = count;
    this.#work = work;
  }

  get nanoseconds(): number {
    return at(
      this.#samples.toSorted((left, right) => left - right),
      this.#samples.length >> 1,
    );
  }

  runTurn(): void {
    const end = this.milliseconds + turnMilliseconds;
    while (this.milliseconds < end) this.runSlice();
  }

  runSlice(): void {
    const work = this.#work;
    const begin = this.looked % this.#count;
    const end = Math.min(this.#count, begin + this.#size);
    const start = performance.now();
    for (let index = begin; index < end; index += 1) work(index);
    const elapsed = performance.now() - start;
    this.looked += end - begin;
    this.milliseconds += elapsed;
    if (elapsed < 0.5 && end - begin === this.#size) this.#size *= 2;
    else this.#samples.push((elapsed * 1e6) / (end - begin));
  }
}

function measureMilliseconds(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function measureHeap(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc');
  collect();
  collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

function at<Item>(items: readonly Item[], index: number): Item {
  if (index >= items.length) throw new RangeError(`No item ${index} of ${items.length}`);
  return items[index] as Item;
}

if (import.meta.main) {
  const { title, rows, notes } = await run();
  console.log(title);
  for (const row of rows) {
    const ratio =
      row.ratio === undefined
        ? ''
        : `  (${row.ratio < 100 ? row.ratio.toFixed(1) : Math.round(row.ratio).toLocaleString('en')} x ours)`;
    const digits = row.value < 100 ? 1 : 0;
    console.log(
      `  ${row.name.padEnd(72)} ${row.value.toFixed(digits).padStart(12)} ${row.unit.padEnd(16)}${ratio}`,
    );
  }
  for (const note of notes) console.log(`  - ${note}`);
}

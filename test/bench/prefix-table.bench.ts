// Measures the prefix table against Node's BlockList and, where installed, the address libraries of npm.
import { BlockList, SocketAddress } from 'node:net';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import {
  type Address,
  type AddressFamily,
  formatAddress,
  parseAddress,
} from '../../shared/network/address.ts';
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
const peerLookupLimit = 100_000;
const peerMilliseconds = 1500;

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
  isCovered(index: number): boolean;
}

export async function run(): Promise<BenchmarkReport> {
  const rows: BenchmarkRow[] = [];
  const notes = [
    `${prefixCount} distinct prefixes per family; half of the addresses lie in one of them, half anywhere.`,
    'A ratio compares like with like: from text with from text, parsed with parsed.',
    'Our table finds the longest prefix and its value; the others answer yes or no.',
    `Others are timed for ${peerLookupLimit} look-ups or ${peerMilliseconds} ms, whichever comes first.`,
  ];
  for (const family of [4, 6] as const) {
    const workload = createWorkload(family);
    const { table, ours } = measureOurs(workload, rows);
    for (const contender of [
      ...createBlockListContenders(workload),
      ...(await createPeerContenders(workload, notes)),
    ]) {
      const { nanoseconds, looked } = measureContender(contender, workload, table);
      const ratio = nanoseconds / (contender.isText ? ours.fromText : ours.parsed);
      rows.push({
        name: `IPv${family}: ${contender.name}`,
        value: nanoseconds,
        unit: 'ns per look-up',
        ratio,
      });
      notes.push(`IPv${family}: ${contender.name}: ${looked} look-ups, every answer equal to ours.`);
    }
  }
  return { title: 'Longest prefix match', rows, notes: [...new Set(notes)] };
}

function measureOurs(workload: Workload, rows: BenchmarkRow[]) {
  const { family, prefixes, addresses, texts } = workload;
  const entries = prefixes.map((prefix, value) => ({ prefix, value }));
  const build = measureBest(3, () => new PrefixTable(entries).size);
  const before = measureHeap();
  const table = new PrefixTable(entries);
  const { size } = table;
  const heap = measureHeap() - before;
  let found = 0;
  const numbers = addresses.map((address) => address.value);
  const parsed = measureBest(5, () => {
    for (const value of numbers) if (table.lookup(value) !== undefined) found += 1;
  });
  const fromText = measureBest(3, () => {
    for (const text of texts) {
      const address = parseAddress(text);
      if (address.ok && table.lookup(address.value) !== undefined) found += 1;
    }
  });
  const all = measureBest(3, () => {
    for (const value of numbers) found += table.lookupAll(value).length;
  });
  if (found === 0) throw new Error('No address was covered, so nothing was measured');
  const add = (what: string, value: number, unit: string) =>
    rows.push({ name: `IPv${family}: Onramp, ${what}`, value, unit });
  const ours = { parsed: (parsed * 1e6) / lookupCount, fromText: (fromText * 1e6) / lookupCount };
  add('build', build, 'ms');
  add('index memory', table.countIndexBytes() / size, 'bytes per prefix');
  add('measured memory, values included', heap / size, 'bytes per prefix');
  add('1,000,000 look-ups, parsed', parsed, 'ms');
  add('parsed', ours.parsed, 'ns per look-up');
  add('from text', ours.fromText, 'ns per look-up');
  add('all matches, parsed', (all * 1e6) / lookupCount, 'ns per look-up');
  return { table, ours };
}

function measureContender(contender: Contender, { addresses }: Workload, table: PrefixTable<number>) {
  const answers: boolean[] = [];
  const start = performance.now();
  let elapsed = 0;
  while (answers.length < peerLookupLimit && elapsed < peerMilliseconds) {
    answers.push(contender.isCovered(answers.length));
    elapsed = performance.now() - start;
  }
  for (const [index, isCovered] of answers.entries()) {
    const address = at(addresses, index);
    if ((table.lookup(address) !== undefined) !== isCovered) {
      throw new Error(`${contender.name} and our table disagree on ${formatAddress(address)}`);
    }
  }
  return { nanoseconds: (elapsed * 1e6) / answers.length, looked: answers.length };
}

function createBlockListContenders({ family, prefixes, addresses, texts }: Workload): Contender[] {
  const blockList = new BlockList();
  const familyName = `ipv${family}` as const;
  for (const prefix of prefixes) {
    blockList.addSubnet(formatAddress(getFirstAddress(prefix)), prefix.length, familyName);
  }
  // Made before the clock runs, as the numbers our own table is asked with are.
  const sockets = addresses
    .slice(0, peerLookupLimit)
    .map((address) => new SocketAddress({ address: formatAddress(address), family: familyName }));
  return [
    {
      name: 'net.BlockList, from text',
      isText: true,
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
    const parsed = texts.slice(0, peerLookupLimit).map((text) => parse(text));
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
  return { family, prefixes, addresses, texts: addresses.map(formatAddress) };
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

function measureBest(rounds: number, work: () => unknown): number {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    work();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

function measureHeap(): number {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
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
    const ratio = row.ratio === undefined ? '' : `  (${Math.round(row.ratio).toLocaleString('en')} x ours)`;
    const digits = row.value < 100 ? 1 : 0;
    console.log(
      `  ${row.name.padEnd(72)} ${row.value.toFixed(digits).padStart(12)} ${row.unit.padEnd(16)}${ratio}`,
    );
  }
  for (const note of notes) console.log(`  - ${note}`);
}

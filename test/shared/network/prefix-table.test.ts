/** Checks the longest-prefix-match table against a linear scan over written-out bits, and against Node. */
import { BlockList } from 'node:net';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Address,
  addressBits,
  addToAddress,
  formatAddress,
  parseAddress,
} from '../../../shared/network/address.ts';
import {
  findNetwork,
  formatPrefix,
  getFirstAddress,
  getLastAddress,
  type Prefix,
  parsePrefix,
} from '../../../shared/network/prefix.ts';
import { type PrefixEntry, PrefixTable } from '../../../shared/network/prefix-table.ts';
import {
  anyAddress,
  anyPrefix,
  anyPrefixIn,
  type Corner,
  corners,
  holdsByBits,
  listCorner,
} from './arbitraries.ts';

function read(text: string): Prefix {
  const result = parsePrefix(text);
  if (!result.ok) throw new Error(`${text}: ${result.problem}`);
  return result.value;
}

function readAddress(text: string): Address {
  const result = parseAddress(text);
  if (!result.ok) throw new Error(`${text}: ${result.problem}`);
  return result.value;
}

/** The reference: a Map from the written prefix to its entry, and a scan over all of it. */
function scan<Value>(
  entries: ReadonlyMap<string, PrefixEntry<Value>>,
  address: Address,
): PrefixEntry<Value>[] {
  return [...entries.values()]
    .filter(({ prefix }) => holdsByBits(prefix, address))
    .sort((left, right) => left.prefix.length - right.prefix.length);
}

function expectSameAnswers<Value>(
  table: PrefixTable<Value>,
  entries: ReadonlyMap<string, PrefixEntry<Value>>,
  addresses: readonly Address[],
): void {
  expect(table.size).toBe(entries.size);
  for (const address of addresses) {
    const matches = scan(entries, address);
    expect(table.lookupAll(address)).toEqual(matches);
    expect(table.lookup(address)).toEqual(matches.at(-1));
    expect(table.lookup(address.value)).toEqual(matches.at(-1));
    expect(table.lookup(formatAddress(address))).toEqual(matches.at(-1));
    expect(table.covers(address)).toBe(matches.length > 0);
  }
}

function index<Value>(entries: readonly PrefixEntry<Value>[]): Map<string, PrefixEntry<Value>> {
  return new Map(entries.map((entry) => [formatPrefix(entry.prefix), entry]));
}

function flipEachBit(address: Address): Address[] {
  return Array.from({ length: addressBits[address.family] }, (_, bit): Address => {
    const value = BigInt(address.value) ^ (1n << BigInt(bit));
    return address.family === 4 ? { family: 4, value: Number(value) } : { family: 6, value };
  });
}

describe('by example', () => {
  const table = new PrefixTable(
    ['0.0.0.0/0', '10.0.0.0/8', '10.1.0.0/16', '10.1.1.0/24', '2001:db8::/32', '2001:db8:1::/48'].map(
      (text) => ({ prefix: read(text), value: `to ${text}` }),
    ),
  );

  test.each<[string, string | undefined]>([
    ['10.1.1.255', 'to 10.1.1.0/24'],
    ['10.1.2.0', 'to 10.1.0.0/16'],
    ['10.2.0.0', 'to 10.0.0.0/8'],
    ['11.0.0.0', 'to 0.0.0.0/0'],
    ['2001:db8:1:ffff:ffff:ffff:ffff:ffff', 'to 2001:db8:1::/48'],
    ['2001:db8:2::', 'to 2001:db8::/32'],
    ['2001:db9::', undefined],
  ])('%s goes %s', (address, value) => {
    expect(table.lookup(readAddress(address))?.value).toBe(value);
  });

  test('all matches run from the shortest to the longest', () => {
    const matches = table.lookupAll(readAddress('10.1.1.1')).map(({ prefix }) => formatPrefix(prefix));
    expect(matches).toEqual(['0.0.0.0/0', '10.0.0.0/8', '10.1.0.0/16', '10.1.1.0/24']);
    expect(table.lookupAll(readAddress('::1'))).toEqual([]);
  });

  test('entries are listed in prefix order', () => {
    const shuffled = new PrefixTable([...table.listEntries()].reverse());
    expect(shuffled.listEntries()).toEqual(table.listEntries());
    expect(table.listEntries().map(({ prefix }) => formatPrefix(prefix))).toEqual([
      '0.0.0.0/0',
      '10.0.0.0/8',
      '10.1.0.0/16',
      '10.1.1.0/24',
      '2001:db8::/32',
      '2001:db8:1::/48',
    ]);
  });

  test('an empty table matches nothing', () => {
    const empty = new PrefixTable<string>();
    expect([empty.size, empty.lookup(0), empty.lookup(0n)]).toEqual([0, undefined, undefined]);
    expect(empty.lookupAll(0xffff_ffff)).toEqual([]);
  });

  test('a stored undefined is found', () => {
    const prefix = read('10.0.0.0/8');
    const holding = new PrefixTable([{ prefix, value: undefined }]);
    expect(holding.lookup(readAddress('10.0.0.1'))).toEqual({ prefix, value: undefined });
  });

  test('numbers that are no addresses are refused', () => {
    for (const key of [-1, 2 ** 32, 0.5, Number.NaN, -1n, 1n << 128n]) {
      expect(() => table.lookup(key)).toThrow(RangeError);
    }
  });

  test.each(['', '10.0.0', '10.0.0.010', '10.0.0.256', '10.0.0.1/32', '1::2::3', 'fe80::1%eth0', 'x'])(
    'the text "%s" is no address and refused',
    (text) => {
      expect(() => table.lookup(text)).toThrow(RangeError);
    },
  );

  test('an IPv4-mapped address is an IPv6 address', () => {
    const mapped = new PrefixTable([
      { prefix: read('10.0.0.0/8'), value: 'IPv4' },
      { prefix: read('::ffff:0:0/96'), value: 'mapped' },
    ]);
    expect(mapped.lookup('::ffff:10.0.0.1')?.value).toBe('mapped');
    expect(mapped.lookup('10.0.0.1')?.value).toBe('IPv4');
  });

  test('the widest and the longest prefixes answer beside a crowd, in every form of the text', () => {
    const crowd = Array.from({ length: 100 }, (_, place) => `2001:db8:${(place * 600).toString(16)}::/48`);
    const texts = [
      '::/0',
      '::/1',
      '::/128',
      '::1/128',
      '::ffff:10.0.0.0/104',
      '::ffff:10.0.0.1/128',
      ...crowd,
    ];
    const beside = new PrefixTable(
      [...texts, 'ff00::/8', 'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff/128'].map((text) => ({
        prefix: read(text),
        value: text,
      })),
    );
    expect(beside.lookup('::')?.value).toBe('::/128');
    expect(beside.lookup('0:0:0:0:0:0:0:1')?.value).toBe('::1/128');
    expect(beside.lookup('::0.0.0.1')?.value).toBe('::1/128');
    expect(beside.lookup('::FFFF:0A00:0001')?.value).toBe('::ffff:10.0.0.1/128');
    expect(beside.lookup('0::ffff:10.255.0.1')?.value).toBe('::ffff:10.0.0.0/104');
    expect(beside.lookup('2001:db8:258:1::')?.value).toBe('2001:db8:258::/48');
    expect(beside.lookup('2001:db8:259::')?.value).toBe('::/1');
    expect(beside.lookup('1fff::')?.value).toBe('::/1');
    expect(beside.lookup('fe80::1')?.value).toBe('::/0');
    expect(beside.lookup('ff02::1')?.value).toBe('ff00::/8');
    expect(beside.lookup('ffff:ffff:ffff:ffff:ffff:ffff:255.255.255.255')?.value).toMatch(/^ffff.*128$/);
    expect(beside.lookupAll('::ffff:10.0.0.1').map(({ value }) => value)).toEqual([
      '::/0',
      '::/1',
      '::ffff:10.0.0.0/104',
      '::ffff:10.0.0.1/128',
    ]);
  });

  test.each(['0.0.0.0', '255.255.255.255', '::', 'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff'])(
    'prefixes of every length around %s are told apart by each bit',
    (text) => {
      const address = readAddress(text);
      const bits = addressBits[address.family];
      const nested = new PrefixTable(
        Array.from({ length: bits + 1 }, (_, length) => ({
          prefix: findNetwork(address, length),
          value: length,
        })),
      );
      const found = [address, ...flipEachBit(address)].map((key) => nested.lookup(key)?.value);
      // The bit flipped nth from the low end leaves all but the last n + 1 bits as they were.
      expect(found).toEqual([bits, ...Array.from({ length: bits }, (_, bit) => bits - 1 - bit)]);
    },
  );

  test('a hand-made prefix with host bits or a wrong length is refused', () => {
    expect(() => table.insert({ family: 4, network: 1, length: 8 }, '')).toThrow(RangeError);
    expect(() => table.insert({ family: 6, network: 1n, length: 64 }, '')).toThrow(RangeError);
    expect(() => table.insert({ family: 4, network: 0, length: 33 }, '')).toThrow(RangeError);
  });

  test('a refused prefix leaves the table as it was', () => {
    expect(table.size).toBe(6);
  });

  test('a small table takes little memory', () => {
    expect(table.countIndexBytes()).toBeLessThan(1000);
  });
});

test('crowded corners of IPv6 take little memory, and every prefix in them is found', () => {
  const entries = Array.from({ length: 5000 }, (_, place) => ({
    prefix: read(`2001:db8:${(place % 50).toString(16)}::${Math.floor(place / 50).toString(16)}/128`),
    value: place,
  }));
  const table = new PrefixTable(entries);
  for (const entry of entries) expect(table.lookup(getFirstAddress(entry.prefix))).toEqual(entry);
  expect(table.countIndexBytes() / table.size).toBeLessThan(150);
});

describe.each(corners)('in $name', (corner: Corner) => {
  const addresses = listCorner(corner);
  // One bit away from the corner, for every bit: the index must notice bits it did not look at.
  const flipped = flipEachBit(corner.first);
  const anyEntries = fc.array(fc.record({ prefix: anyPrefixIn(corner), value: fc.nat() }), { maxLength: 30 });

  test('a table built at once answers as a scan does', () => {
    fc.assert(
      fc.property(anyEntries, (entries) => {
        expectSameAnswers(new PrefixTable(entries), index(entries), [...addresses, ...flipped]);
      }),
    );
  });

  test('a table changed in between answers as a scan does', () => {
    const anyStep = fc.record({
      prefix: anyPrefixIn(corner),
      value: fc.nat(),
      isRemoval: fc.boolean(),
      isAsked: fc.boolean(),
    });
    fc.assert(
      fc.property(anyEntries, fc.array(anyStep, { maxLength: 30 }), (entries, steps) => {
        const table = new PrefixTable(entries);
        const reference = index(entries);
        for (const { prefix, value, isRemoval, isAsked } of steps) {
          if (isRemoval) {
            table.remove(prefix);
            reference.delete(formatPrefix(prefix));
          } else {
            table.insert(prefix, value);
            reference.set(formatPrefix(prefix), { prefix, value });
          }
          const [first] = addresses;
          if (isAsked && first !== undefined) {
            expect(table.lookup(first)).toEqual(scan(reference, first).at(-1));
          }
        }
        expectSameAnswers(table, reference, addresses);
      }),
    );
  });
});

test('prefixes below one stem, among a few outside it, answer as a scan does', () => {
  const anyStem = fc.tuple(anyAddress, fc.integer({ min: 0, max: 96 })).map(([address, length]) => ({
    address,
    length: Math.min(length, addressBits[address.family] - 8),
  }));
  const anyTail = fc.tuple(fc.bigInt({ min: 0n, max: (1n << 128n) - 1n }), fc.integer({ min: 0, max: 128 }));
  fc.assert(
    fc.property(
      anyStem,
      fc.array(anyTail, { minLength: 40, maxLength: 80 }),
      fc.array(anyPrefix, { maxLength: 3 }),
      ({ address, length }, tails, outside) => {
        const bits = addressBits[address.family];
        const below = tails.map(([tail, more]): Prefix => {
          const value = findNetwork(address, length).network;
          const whole = BigInt(value) | (tail & ((1n << BigInt(bits - length)) - 1n));
          const inside: Address =
            address.family === 4 ? { family: 4, value: Number(whole) } : { family: 6, value: whole };
          return findNetwork(inside, Math.min(bits, length + (more % (bits - length + 1))));
        });
        const all = [...below, ...outside, findNetwork(address, 0)];
        const entries = all.map((prefix, value) => ({ prefix, value }));
        const ends = all.flatMap((prefix) => [getFirstAddress(prefix), getLastAddress(prefix)]);
        const beyond = ends.map((end) => addToAddress(end, 1) ?? end);
        expectSameAnswers(new PrefixTable(entries), index(entries), [...ends, ...beyond]);
      },
    ),
    { numRuns: 40 },
  );
});

describe('over the whole space', () => {
  const anyEntries = fc.array(fc.record({ prefix: anyPrefix, value: fc.nat() }), { maxLength: 60 });

  test('a table of both families answers as a scan does, at edges and anywhere', () => {
    fc.assert(
      fc.property(anyEntries, fc.array(anyAddress), (entries, anywhere) => {
        const edges = entries.map(({ prefix }) => getFirstAddress(prefix));
        expectSameAnswers(new PrefixTable(entries), index(entries), [...edges, ...anywhere]);
      }),
    );
  });

  test('a large table agrees with Node on what is covered', () => {
    fc.assert(
      fc.property(
        fc.array(anyPrefix, { minLength: 500, maxLength: 1500 }),
        fc.array(anyAddress, { minLength: 20, maxLength: 20 }),
        (prefixes, addresses) => {
          const long = prefixes.filter((prefix) => prefix.length >= 8);
          const table = new PrefixTable(long.map((prefix) => ({ prefix, value: true })));
          // One list per family: in a shared one an IPv6 rule around ::ffff:0:0/96 holds all of IPv4.
          const blockLists = { 4: new BlockList(), 6: new BlockList() };
          for (const prefix of long) {
            const { family, length } = prefix;
            blockLists[family].addSubnet(formatAddress(getFirstAddress(prefix)), length, `ipv${family}`);
          }
          for (const address of addresses) {
            const { family } = address;
            const isCovered = blockLists[family].check(formatAddress(address), `ipv${family}`);
            expect(table.lookup(address) !== undefined).toBe(isCovered);
          }
        },
      ),
      { numRuns: 20, endOnFailure: true },
    );
  });
});

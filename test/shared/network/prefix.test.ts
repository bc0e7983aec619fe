/** Checks that prefixes are read strictly, typed lists keep their places, and blocks compare and divide well. */
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
  comparePrefixes,
  containsAddress,
  containsPrefix,
  countAddresses,
  countHosts,
  findNetwork,
  formatPrefix,
  getFirstAddress,
  getFirstHost,
  getHost,
  getLastAddress,
  getLastHost,
  getParent,
  getSupernet,
  halvePrefix,
  isAligned,
  type Prefix,
  type PrefixListEntry,
  type PrefixProblem,
  parsePrefix,
  parsePrefixList,
  parsePrefixText,
  prefixesEqual,
  prefixesOverlap,
  splitPrefix,
} from '../../../shared/network/prefix.ts';
import { anyAddress, anyPrefix, anyPrefixIn, corners, holdsByBits, listCorner } from './arbitraries.ts';

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

describe('parsePrefix', () => {
  test.each<[string, PrefixProblem, string, string?]>([
    ['10.0.0.0', 'length-missing', '10.0.0.0'],
    ['10.0.0.0/', 'length-missing', ''],
    ['10.0.0.0/x', 'length-not-a-number', 'x'],
    ['10.0.0.0/+8', 'length-not-a-number', '+8'],
    ['10.0.0.0/8/8', 'length-not-a-number', '8/8'],
    ['10.0.0.0/08', 'length-leading-zero', '08'],
    ['0.0.0.0/00', 'length-leading-zero', '00'],
    ['10.0.0.0/33', 'length-range', '33'],
    ['2001:db8::/129', 'length-range', '129'],
    ['10.0.0.0/ 8', 'whitespace', ' 8'],
    ['10.1.2.3/8', 'host-bits', '10.1.2.3/8', '10.0.0.0/8'],
    ['2001:db8::1/64', 'host-bits', '2001:db8::1/64', '2001:db8::/64'],
    ['10.0.0.0/255.255.0.0', 'dotted-mask', '255.255.0.0', '10.0.0.0/16'],
    ['10.0.0.0/0.0.0.255', 'dotted-mask', '0.0.0.255', '10.0.0.0/24'],
    ['10.0.0.0/255.255.255.255', 'dotted-mask', '255.255.255.255', '10.0.0.0/32'],
    ['10.0.0.0/255.0.255.0', 'length-not-a-number', '255.0.255.0'],
    ['2001:db8::/255.255.0.0', 'length-not-a-number', '255.255.0.0'],
    ['10.0.0.256/8', 'octet-range', '256'],
    ['fe80::1%eth0/64', 'zone', '%eth0'],
    ['/24', 'empty', ''],
    ['10.0.0.0-10.0.0.255', 'not-an-address', '0-10'],
  ])('refuses %j as %s', (text, problem, piece, suggestion) => {
    const expected = { ok: false, problem, piece };
    expect(parsePrefix(text)).toEqual(
      suggestion === undefined ? expected : { ...expected, suggestion: read(suggestion) },
    );
  });

  test('reads back what it writes', () => {
    fc.assert(
      fc.property(anyPrefix, (prefix) => {
        expect(read(formatPrefix(prefix))).toEqual(prefix);
      }),
      { numRuns: 2000 },
    );
  });

  test('accepts a length exactly when the address is aligned to it, and suggests an aligned one', () => {
    fc.assert(
      fc.property(anyAddress, fc.nat({ max: 128 }), (address, someLength) => {
        const length = Math.min(someLength, addressBits[address.family]);
        const result = parsePrefix(`${formatAddress(address)}/${length}`);
        expect(result.ok).toBe(isAligned(address, length));
        if (result.ok || result.problem !== 'host-bits') return;
        expect(holdsByBits(result.suggestion, address)).toBe(true);
        expect(read(formatPrefix(result.suggestion)).length).toBe(length);
      }),
    );
  });
});

describe('parsePrefixText', () => {
  test('reads a bare address as the block that holds it alone', () => {
    expect(parsePrefixText('10.0.0.1')).toEqual({ ok: true, value: read('10.0.0.1/32') });
    expect(parsePrefixText('2001:db8::1')).toEqual({ ok: true, value: read('2001:db8::1/128') });
    expect(parsePrefixText('10.0.0.0/8')).toEqual({ ok: true, value: read('10.0.0.0/8') });
  });

  test('is no more lenient than that', () => {
    expect(parsePrefixText('10.0.0.1/8')).toMatchObject({ problem: 'host-bits' });
    expect(parsePrefixText('10.0.0')).toMatchObject({ problem: 'octet-count' });
    expect(parsePrefixText('10.0.0.0/')).toMatchObject({ problem: 'length-missing' });
  });
});

describe('parsePrefixList', () => {
  const show = (entry: PrefixListEntry) =>
    `${entry.line}:${entry.column} ${entry.text} ${entry.ok ? formatPrefix(entry.value) : entry.problem}`;

  test('reads every separator and keeps places', () => {
    const text =
      '10.0.0.0/8, 172.16.0.0/12;192.168.0.0/16\r\n\r\n\t10.1.2.3/24  oops\n2001:DB8::/32\r192.0.2.1';
    expect(parsePrefixList(text).map(show)).toEqual([
      '1:1 10.0.0.0/8 10.0.0.0/8',
      '1:13 172.16.0.0/12 172.16.0.0/12',
      '1:27 192.168.0.0/16 192.168.0.0/16',
      '3:2 10.1.2.3/24 host-bits',
      '3:15 oops not-an-address',
      '4:1 2001:DB8::/32 2001:db8::/32',
      '5:1 192.0.2.1 192.0.2.1/32',
    ]);
  });

  test('reads no items from blanks and separators alone', () => {
    expect(parsePrefixList('')).toEqual([]);
    expect(parsePrefixList(' ,;\t\n\u00a0\ufeff\u200b')).toEqual([]);
  });

  test('takes the invisible blanks of pasted text as separators', () => {
    expect(parsePrefixList('\ufeff10.0.0.0/8\u00a010.1.0.0/16\u200b').map(show)).toEqual([
      '1:2 10.0.0.0/8 10.0.0.0/8',
      '1:13 10.1.0.0/16 10.1.0.0/16',
    ]);
  });

  test.each<[string, string, string]>([
    ['10.0.0.0 255.0.0.0', '1:1 10.0.0.0 255.0.0.0 dotted-mask', '10.0.0.0/8'],
    ['  10.1.2.3\t255.255.255.0', '1:3 10.1.2.3\t255.255.255.0 dotted-mask', '10.1.2.0/24'],
    ['10.0.0.0 0.0.255.255', '1:1 10.0.0.0 0.0.255.255 dotted-mask', '10.0.0.0/16'],
    ['0.0.0.0 0.0.0.0', '1:1 0.0.0.0 0.0.0.0 dotted-mask', '0.0.0.0/0'],
    ['10.0.0.1 0.0.0.0', '1:1 10.0.0.1 0.0.0.0 dotted-mask', '10.0.0.1/32'],
  ])('takes %j as one address with a mask', (text, shown, suggestion) => {
    const entries = parsePrefixList(text);
    expect(entries.map(show)).toEqual([shown]);
    expect(entries[0]).toMatchObject({ suggestion: read(suggestion) });
  });

  test('does not take separate addresses for an address with a mask', () => {
    const verdicts = (text: string) => parsePrefixList(text).map((entry) => entry.ok);
    expect(verdicts('10.0.0.0, 255.0.0.0')).toEqual([true, true]);
    expect(verdicts('10.0.0.0\n255.0.0.0')).toEqual([true, true]);
    expect(verdicts('10.0.0.0/8 255.0.0.0')).toEqual([true, true]);
    expect(verdicts('10.0.0.1 192.0.0.0')).toEqual([true, true]);
    expect(verdicts('10.0.0.0 255.0.0.0 10.0.0.1')).toEqual([false, true]);
  });

  test('finds every prefix of a list at its place, whatever separates them', () => {
    const separator = fc.constantFrom(',', ';', '\n', '\r\n', ', ', '\t;\n\n ');
    fc.assert(
      fc.property(fc.array(fc.tuple(anyPrefix, separator)), (items) => {
        const text = items.map(([prefix, between]) => formatPrefix(prefix) + between).join('');
        const lines = text.split(/\r\n|\n/);
        const entries = parsePrefixList(text);
        expect(entries.map((entry) => entry.ok && entry.value)).toEqual(items.map(([prefix]) => prefix));
        for (const { text: item, line, column } of entries) {
          expect(lines[line - 1]?.slice(column - 1, column - 1 + item.length)).toBe(item);
        }
      }),
    );
  });
});

describe('comparing prefixes', () => {
  test.each(corners)('agrees with the bits in $name', (corner) => {
    const addresses = listCorner(corner);
    fc.assert(
      fc.property(anyPrefixIn(corner), anyPrefixIn(corner), (left, right) => {
        const inLeft = addresses.filter((address) => holdsByBits(left, address));
        const inRight = addresses.filter((address) => holdsByBits(right, address));
        expect(addresses.filter((address) => containsAddress(left, address))).toEqual(inLeft);
        expect(containsPrefix(left, right)).toBe(inRight.every((address) => inLeft.includes(address)));
        expect(prefixesOverlap(left, right)).toBe(inRight.some((address) => inLeft.includes(address)));
        expect(prefixesEqual(left, right)).toBe(comparePrefixes(left, right) === 0);
        expect(prefixesEqual(left, right)).toBe(formatPrefix(left) === formatPrefix(right));
      }),
    );
  });

  test('never mixes the families', () => {
    expect(containsPrefix(read('0.0.0.0/0'), read('::/0'))).toBe(false);
    expect(containsPrefix(read('::/0'), read('0.0.0.0/0'))).toBe(false);
    expect(prefixesOverlap(read('::/0'), read('10.0.0.0/8'))).toBe(false);
    expect(prefixesEqual(read('0.0.0.0/0'), read('::/0'))).toBe(false);
    expect(containsAddress(read('::/0'), readAddress('10.0.0.1'))).toBe(false);
  });

  test('orders by family, address, and the wider first', () => {
    const sorted = ['0.0.0.0/0', '9.0.0.0/8', '10.0.0.0/8', '10.0.0.0/16', '::/0', '2001:db8::/32'];
    expect(sorted.map(read).reverse().sort(comparePrefixes).map(formatPrefix)).toEqual(sorted);
  });
});

describe('the addresses of a prefix', () => {
  test.each<[string, string, string, bigint, string, string, bigint]>([
    ['10.0.0.0/30', '10.0.0.0', '10.0.0.3', 4n, '10.0.0.1', '10.0.0.2', 2n],
    ['10.0.0.0/31', '10.0.0.0', '10.0.0.1', 2n, '10.0.0.0', '10.0.0.1', 2n],
    ['10.0.0.7/32', '10.0.0.7', '10.0.0.7', 1n, '10.0.0.7', '10.0.0.7', 1n],
    ['0.0.0.0/0', '0.0.0.0', '255.255.255.255', 1n << 32n, '0.0.0.1', '255.255.255.254', (1n << 32n) - 2n],
    ['128.0.0.0/1', '128.0.0.0', '255.255.255.255', 1n << 31n, '128.0.0.1', '255.255.255.254', 2147483646n],
    ['2001:db8::/126', '2001:db8::', '2001:db8::3', 4n, '2001:db8::1', '2001:db8::3', 3n],
    ['2001:db8::/127', '2001:db8::', '2001:db8::1', 2n, '2001:db8::', '2001:db8::1', 2n],
    ['2001:db8::5/128', '2001:db8::5', '2001:db8::5', 1n, '2001:db8::5', '2001:db8::5', 1n],
  ])('of %s run from %s to %s', (text, first, last, size, firstHost, lastHost, hosts) => {
    const prefix = read(text);
    expect(formatAddress(getFirstAddress(prefix))).toBe(first);
    expect(formatAddress(getLastAddress(prefix))).toBe(last);
    expect(countAddresses(prefix)).toBe(size);
    expect(formatAddress(getFirstHost(prefix))).toBe(firstHost);
    expect(formatAddress(getLastHost(prefix))).toBe(lastHost);
    expect(countHosts(prefix)).toBe(hosts);
  });

  test('are counted from one', () => {
    const hosts = [0, 1, 2, 3, 1n].map((position) => getHost(read('192.0.2.4/30'), position));
    expect(hosts.map((host) => host && formatAddress(host))).toEqual([
      undefined,
      '192.0.2.5',
      '192.0.2.6',
      undefined,
      '192.0.2.5',
    ]);
  });

  test('end one before the next block', () => {
    fc.assert(
      fc.property(anyPrefix, (prefix) => {
        const first = getFirstAddress(prefix);
        const last = getLastAddress(prefix);
        expect(BigInt(last.value) - BigInt(first.value) + 1n).toBe(countAddresses(prefix));
        const next = addToAddress(last, 1);
        expect(holdsByBits(prefix, last)).toBe(true);
        expect(next !== undefined && holdsByBits(prefix, next)).toBe(false);
      }),
    );
  });
});

describe('dividing and widening', () => {
  test('splits in order', () => {
    expect([...splitPrefix(read('10.0.0.0/22'), 24)].map(formatPrefix)).toEqual([
      '10.0.0.0/24',
      '10.0.1.0/24',
      '10.0.2.0/24',
      '10.0.3.0/24',
    ]);
    expect([...splitPrefix(read('255.255.255.254/31'), 32)].map(formatPrefix)).toEqual([
      '255.255.255.254/32',
      '255.255.255.255/32',
    ]);
    expect([...splitPrefix(read('2001:db8::/47'), 48)].map(formatPrefix)).toEqual([
      '2001:db8::/48',
      '2001:db8:1::/48',
    ]);
    expect([...splitPrefix(read('10.0.0.0/8'), 8)]).toEqual([read('10.0.0.0/8')]);
  });

  test('splits a huge block without building it', () => {
    const [first] = splitPrefix(read('::/0'), 128);
    expect(first).toEqual(read('::/128'));
  });

  test('refuses a length that cannot be, at once', () => {
    expect(() => splitPrefix(read('10.0.0.0/8'), 7)).toThrow(RangeError);
    expect(() => splitPrefix(read('10.0.0.0/8'), 33)).toThrow(RangeError);
    expect(() => getSupernet(read('10.0.0.0/8'), 9)).toThrow(RangeError);
    expect(() => findNetwork(readAddress('10.0.0.0'), 1.5)).toThrow(RangeError);
    expect(() => findNetwork(readAddress('::'), -1)).toThrow(RangeError);
  });

  test('halves and parents undo each other', () => {
    fc.assert(
      fc.property(anyPrefix, (prefix) => {
        const halves = halvePrefix(prefix);
        if (halves === undefined) {
          expect(prefix.length).toBe(addressBits[prefix.family]);
          return;
        }
        expect(halves).toEqual([...splitPrefix(prefix, prefix.length + 1)]);
        expect(halves.map(getParent)).toEqual([prefix, prefix]);
      }),
    );
  });

  test('gives the blocks around a block', () => {
    expect(getParent(read('10.3.0.0/16'))).toEqual(read('10.2.0.0/15'));
    expect(getParent(read('0.0.0.0/0'))).toBeUndefined();
    expect(getSupernet(read('10.3.0.0/16'), 8)).toEqual(read('10.0.0.0/8'));
    expect(getSupernet(read('10.3.0.0/16'), 0)).toEqual(read('0.0.0.0/0'));
    expect(getSupernet(read('2001:db8::1/128'), 32)).toEqual(read('2001:db8::/32'));
  });
});

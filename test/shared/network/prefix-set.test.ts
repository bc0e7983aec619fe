/** Checks the algebra of prefix lists against plain sets of addresses. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Address } from '../../../shared/network/address.ts';
import { formatPrefix, type Prefix, parsePrefixList } from '../../../shared/network/prefix.ts';
import {
  containsAllPrefixes,
  countDistinctAddresses,
  findOverlaps,
  intersectPrefixes,
  normalisePrefixes,
  subtractPrefixes,
  unitePrefixes,
} from '../../../shared/network/prefix-set.ts';
import { anyPrefix, anyPrefixIn, corners, holdsByBits, listCorner } from './arbitraries.ts';

function read(text: string): Prefix[] {
  return parsePrefixList(text).map((entry) => {
    if (!entry.ok) throw new Error(`${entry.text}: ${entry.problem}`);
    return entry.value;
  });
}

const show = (prefixes: readonly Prefix[]) => prefixes.map(formatPrefix).join(' ');

describe('by example', () => {
  test('normalising drops what is nested and merges neighbours, over several levels', () => {
    expect(show(normalisePrefixes(read('10.0.1.0/24 10.0.2.0/23 10.0.0.0/24 10.0.0.128/25')))).toBe(
      '10.0.0.0/22',
    );
    expect(show(normalisePrefixes(read('10.0.1.0/24 10.0.2.0/24')))).toBe('10.0.1.0/24 10.0.2.0/24');
    expect(show(normalisePrefixes(read('::/1 8000::/1 128.0.0.0/1 0.0.0.0/1')))).toBe('0.0.0.0/0 ::/0');
  });

  test('subtracting leaves the pieces around the hole', () => {
    expect(show(subtractPrefixes(read('10.0.0.0/22'), read('10.0.1.0/24 192.168.0.0/16')))).toBe(
      '10.0.0.0/24 10.0.2.0/23',
    );
    expect(show(subtractPrefixes(read('10.0.0.0/22'), read('10.0.0.0/8')))).toBe('');
  });

  test('coverage holds across neighbours', () => {
    expect(containsAllPrefixes(read('10.0.0.0/9 10.128.0.0/9'), read('10.0.0.0/8'))).toBe(true);
    expect(containsAllPrefixes(read('10.0.0.0/9'), read('10.0.0.0/8'))).toBe(false);
    expect(containsAllPrefixes(read('0.0.0.0/0'), read('::1'))).toBe(false);
    expect(containsAllPrefixes([], [])).toBe(true);
  });

  test('overlaps come back as the objects that went in', () => {
    const [wide, apart] = read('10.0.0.0/8 192.168.0.0/16');
    const tagged = { ...read('10.1.0.0/16')[0], site: 'Graz' } as Prefix & { site: string };
    const overlaps = findOverlaps([wide as Prefix, apart as Prefix], [tagged]);
    expect(overlaps).toHaveLength(1);
    expect(overlaps[0]?.left).toBe(wide);
    expect(overlaps[0]?.right).toBe(tagged);
  });

  test('addresses are counted once, per family', () => {
    expect(countDistinctAddresses(read('10.0.0.0/24 10.0.0.0/25 10.0.1.0 2001:db8::/64'))).toEqual({
      ipv4: 257n,
      ipv6: 1n << 64n,
    });
  });
});

describe.each(corners)('in $name', (corner) => {
  const addresses = listCorner(corner);
  const anyList = fc.array(anyPrefixIn(corner), { maxLength: 12 });
  const holds = (prefixes: readonly Prefix[], address: Address) =>
    prefixes.some((prefix) => holdsByBits(prefix, address));
  const expand = (prefixes: readonly Prefix[]) => addresses.filter((address) => holds(prefixes, address));

  test('every operation gives the addresses a plain set gives, in normal form', () => {
    fc.assert(
      fc.property(anyList, anyList, (left, right) => {
        const results: [Prefix[], (address: Address) => boolean][] = [
          [normalisePrefixes(left), (address) => holds(left, address)],
          [unitePrefixes(left, right), (address) => holds(left, address) || holds(right, address)],
          [intersectPrefixes(left, right), (address) => holds(left, address) && holds(right, address)],
          [subtractPrefixes(left, right), (address) => holds(left, address) && !holds(right, address)],
        ];
        for (const [result, isExpected] of results) {
          expect(expand(result)).toEqual(addresses.filter(isExpected));
          expect(show(normalisePrefixes(result))).toBe(show(result));
        }
      }),
      { numRuns: 300 },
    );
  });

  test('the normal form is the shortest: no prefix nests in another, none merge', () => {
    fc.assert(
      fc.property(anyList, (list) => {
        const normal = normalisePrefixes(list);
        const held = normal.map((prefix) => expand([prefix]).map((address) => addresses.indexOf(address)));
        for (const [index, places] of held.entries()) {
          const next = held[index + 1] ?? [];
          const isMergeable =
            next.length === places.length && (places[0] ?? 0) % (places.length * 2) === 0
              ? next[0] === (places[0] ?? 0) + places.length
              : false;
          expect(isMergeable).toBe(false);
        }
        expect(held.flat()).toEqual(expand(list).map((address) => addresses.indexOf(address)));
      }),
    );
  });

  test('coverage and overlaps agree with asking about every pair', () => {
    fc.assert(
      fc.property(anyList, anyList, (left, right) => {
        const covered = expand(right).every((address) => holds(left, address));
        expect(containsAllPrefixes(left, right)).toBe(covered);
        const pairs = left.flatMap((one) =>
          right
            .filter((other) => expand([one]).some((address) => holdsByBits(other, address)))
            .map((other) => `${formatPrefix(one)} ${formatPrefix(other)}`),
        );
        const found = findOverlaps(left, right).map((pair) => show([pair.left, pair.right]));
        expect(found.sort()).toEqual(pairs.sort());
      }),
      { numRuns: 300 },
    );
  });
});

describe('for lists of both families and any length', () => {
  const anyList = fc.array(anyPrefix, { maxLength: 8 });

  test('the laws of sets hold', () => {
    fc.assert(
      fc.property(anyList, anyList, anyList, (a, b, c) => {
        const same = (left: Prefix[], right: Prefix[]) => expect(show(left)).toBe(show(right));
        same(unitePrefixes(a, b), unitePrefixes(b, a));
        same(intersectPrefixes(a, b), intersectPrefixes(b, a));
        same(unitePrefixes(subtractPrefixes(a, b), intersectPrefixes(a, b)), normalisePrefixes(a));
        same(subtractPrefixes(a, unitePrefixes(b, c)), subtractPrefixes(subtractPrefixes(a, b), c));
        same(
          intersectPrefixes(a, unitePrefixes(b, c)),
          unitePrefixes(intersectPrefixes(a, b), intersectPrefixes(a, c)),
        );
        same(intersectPrefixes(subtractPrefixes(a, b), b), []);
        expect(containsAllPrefixes(unitePrefixes(a, b), a)).toBe(true);
        const [counted, part, rest] = [a, intersectPrefixes(a, b), subtractPrefixes(a, b)].map(
          countDistinctAddresses,
        );
        expect(counted?.ipv4).toBe((part?.ipv4 ?? 0n) + (rest?.ipv4 ?? 0n));
        expect(counted?.ipv6).toBe((part?.ipv6 ?? 0n) + (rest?.ipv6 ?? 0n));
      }),
      { numRuns: 500 },
    );
  });
});

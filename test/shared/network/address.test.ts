/** Checks that addresses are read strictly, written canonically, ordered and stepped. */
import { isIP } from 'node:net';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Address,
  type AddressProblem,
  addToAddress,
  compareAddresses,
  formatAddress,
  parseAddress,
  parseIPv4,
  parseIPv6,
  readAddressWords,
  splitIPv6,
} from '../../../shared/network/address.ts';
import { anyAddress } from './arbitraries.ts';

function read(text: string): Address {
  const result = parseAddress(text);
  if (!result.ok) throw new Error(`${text}: ${result.problem}`);
  return result.value;
}

describe('parseAddress', () => {
  test.each<[string, AddressProblem, string]>([
    ['', 'empty', ''],
    [' 10.0.0.1', 'whitespace', ' 10.0.0.1'],
    ['10.0.0.1\n', 'whitespace', '10.0.0.1\n'],
    ['2001:db8:: 1', 'whitespace', '2001:db8:: 1'],
    ['fe80::1%eth0', 'zone', '%eth0'],
    ['10.0.0.0/8', 'unexpected-length', '/8'],
    ['2001:db8::/32', 'unexpected-length', '/32'],
    ['[2001:db8::1]', 'brackets', '[2001:db8::1]'],
    ['[2001:db8::1]:443', 'brackets', '[2001:db8::1]:443'],
    ['10.0.0.1:443', 'port', ':443'],
    ['10', 'octet-count', '10'],
    ['10.1', 'octet-count', '10.1'],
    ['10.0.0', 'octet-count', '10.0.0'],
    ['10.0.0.0.0', 'octet-count', '10.0.0.0.0'],
    ['10..0.1', 'octet-empty', '10..0.1'],
    ['10.0.0.', 'octet-empty', '10.0.0.'],
    ['.10.0.0', 'octet-empty', '.10.0.0'],
    ['10.0.256.1', 'octet-range', '256'],
    ['10.0.0.99999999999999999999', 'octet-range', '99999999999999999999'],
    ['010.0.0.1', 'leading-zero', '010'],
    ['10.0.00.1', 'leading-zero', '00'],
    ['10.0.0.0x1', 'not-an-address', '0x1'],
    ['10.0.0.-1', 'not-an-address', '-1'],
    ['\uff11\uff10.0.0.1', 'not-an-address', '\uff11\uff10'],
    ['contoso', 'not-an-address', 'contoso'],
    ['1:2:3:4:5:6:7', 'group-count', '1:2:3:4:5:6:7'],
    ['1:2:3:4:5:6:7:8:9', 'group-count', '1:2:3:4:5:6:7:8:9'],
    ['1:2:3:4::5:6:7:8', 'group-count', '1:2:3:4::5:6:7:8'],
    ['00:11:22:33:44:55', 'group-count', '00:11:22:33:44:55'],
    [':1:2:3:4:5:6:7', 'group-empty', ':1:2:3:4:5:6:7'],
    ['2001:db8::1:', 'group-empty', '2001:db8::1:'],
    [':', 'group-empty', ':'],
    ['2001:0db80::1', 'group-length', '0db80'],
    ['2001:00000::1', 'group-length', '00000'],
    ['2001::db8::1', 'double-colon', '2001::db8::1'],
    ['2001:::1', 'double-colon', '2001:::1'],
    ['::10.0.0.1:1', 'embedded-position', '10.0.0.1'],
    ['10.0.0.1::', 'embedded-position', '10.0.0.1'],
    ['::ffff:10.0.0.256', 'octet-range', '256'],
    ['::ffff:10.0.0.01', 'leading-zero', '01'],
    ['::ffff:10.0.0', 'octet-count', '10.0.0'],
    ['2001:dbg::1', 'not-an-address', 'dbg'],
  ])('refuses %j as %s', (text, problem, piece) => {
    expect(parseAddress(text)).toEqual({ ok: false, problem, piece });
  });

  test.each<[string, string]>([
    ['0.0.0.0', '0.0.0.0'],
    ['255.255.255.255', '255.255.255.255'],
    ['::', '::'],
    ['0:0:0:0:0:0:0:0', '::'],
    ['::1', '::1'],
    ['1::', '1::'],
    ['1:2:3:4:5:6:7::', '1:2:3:4:5:6:7:0'],
    ['2001:0DB8::0001', '2001:db8::1'],
    ['2001:db8:0:1:1:1:1:1', '2001:db8:0:1:1:1:1:1'],
    ['2001:0:0:1:0:0:0:1', '2001:0:0:1::1'],
    ['2001:db8:0:0:1:0:0:1', '2001:db8::1:0:0:1'],
    ['::ffff:a00:1', '::ffff:10.0.0.1'],
    ['64:ff9b::192.0.2.33', '64:ff9b::c000:221'],
    ['1:2:3:4:5:6:1.2.3.4', '1:2:3:4:5:6:102:304'],
  ])('reads %s and writes %s', (text, canonical) => {
    expect(formatAddress(read(text))).toBe(canonical);
  });

  test('reads values by their bits', () => {
    expect(read('192.0.2.1')).toEqual({ family: 4, value: 0xc000_0201 });
    expect(read('2001:db8:1:2:3:4:5:6')).toEqual({
      family: 6,
      value: 0x2001_0db8_0001_0002_0003_0004_0005_0006n,
    });
  });

  test('keeps the families apart where only one is asked for', () => {
    expect(parseIPv4('::1').ok).toBe(false);
    expect(parseIPv6('10.0.0.1').ok).toBe(false);
    expect(parseIPv6('').ok).toBe(false);
  });

  test('reads back what it writes', () => {
    fc.assert(
      fc.property(anyAddress, (address) => {
        expect(read(formatAddress(address))).toEqual(address);
      }),
      { numRuns: 2000 },
    );
  });

  test('writes IPv6 as the URL standard does, but for IPv4-mapped addresses', () => {
    fc.assert(
      fc.property(anyAddress, (address) => {
        fc.pre(address.family === 6 && address.value >> 32n !== 0xffffn);
        expect(`[${formatAddress(address)}]`).toBe(
          new URL(
            `http://[${address.value
              .toString(16)
              .padStart(32, '0')
              .replace(/(.{4})(?=.)/g, '$1:')}]`,
          ).hostname,
        );
      }),
      { numRuns: 1000 },
    );
  });

  test('agrees with Node on what is an address, however a good one is damaged', () => {
    const damage = fc.record({
      place: fc.nat({ max: 45 }),
      removed: fc.nat({ max: 2 }),
      added: fc.string({ unit: fc.constantFrom(...'0129afF:.g '), maxLength: 3 }),
    });
    let accepted = 0;
    fc.assert(
      fc.property(anyAddress, damage, (address, { place, removed, added }) => {
        const good = formatAddress(address);
        const text = good.slice(0, place) + added + good.slice(place + removed);
        expect(parseAddress(text).ok).toBe(isIP(text) !== 0);
        expect(readAddressWords(text, new Uint32Array(4)) ?? 0).toBe(isIP(text));
        if (isIP(text) !== 0) accepted += 1;
      }),
      { numRuns: 5000 },
    );
    expect(accepted).toBeGreaterThan(500);
  });
});

test('agrees with Node on how many groups an address has, around a gap or an embedded IPv4 address', () => {
  const anyGroups = fc.array(fc.constantFrom('1', 'ab', '0', 'ffff'), { maxLength: 9 });
  fc.assert(
    fc.property(anyGroups, anyGroups, fc.boolean(), fc.boolean(), (left, right, hasGap, isMixed) => {
      const end = isMixed ? [...right, '1.2.3.4'] : right;
      const text = hasGap ? `${left.join(':')}::${end.join(':')}` : [...left, ...end].join(':');
      expect(parseAddress(text).ok).toBe(isIP(text) !== 0);
    }),
    { numRuns: 2000 },
  );
});

describe('addresses as words', () => {
  test('are the same read from a text and cut from a value', () => {
    fc.assert(
      fc.property(anyAddress, (address) => {
        const fromText = new Uint32Array(4);
        expect(readAddressWords(formatAddress(address), fromText)).toBe(address.family);
        const shifts = address.family === 4 ? [0n] : [96n, 64n, 32n, 0n];
        const expected = shifts.map((shift) => Number(BigInt.asUintN(32, BigInt(address.value) >> shift)));
        expect([...fromText.slice(0, expected.length)]).toEqual(expected);
        if (address.family === 4) return;
        const fromValue = new Uint32Array(4);
        expect(splitIPv6(address.value, fromValue)).toBe(true);
        expect([...fromValue]).toEqual(expected);
      }),
    );
  });

  test('are the same in whatever form an IPv6 address is written', () => {
    const anyForm = fc.record({
      first: fc.nat({ max: 7 }),
      length: fc.nat({ max: 8 }),
      width: fc.integer({ min: 1, max: 4 }),
      isMixed: fc.boolean(),
      isUpper: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 0xffff }), { minLength: 8, maxLength: 8 }), anyForm, (all, form) => {
        const end = Math.min(8, form.first + form.length);
        // The groups the gap stands for are zeros.
        const groups = all.map((group, place) => (place >= form.first && place < end ? 0 : group));
        const write = (from: number, to: number) => {
          const isMixed = form.isMixed && to === 8 && from <= 6;
          const hex = groups
            .slice(from, isMixed ? 6 : to)
            .map((group) => group.toString(16).padStart(form.width, '0'));
          const bytes = [6, 7].flatMap((place) => [(groups[place] ?? 0) >>> 8, (groups[place] ?? 0) & 0xff]);
          return [...hex, ...(isMixed ? [bytes.join('.')] : [])].join(':');
        };
        const lower =
          end === form.first ? write(0, 8) : `${write(0, form.first)}::${end === 8 ? '' : write(end, 8)}`;
        const text = form.isUpper ? lower.toUpperCase() : lower;
        const words = new Uint32Array(4);
        expect(readAddressWords(text, words)).toBe(6);
        expect([...words]).toEqual(
          [0, 2, 4, 6].map((place) => (groups[place] ?? 0) * 0x1_0000 + (groups[place + 1] ?? 0)),
        );
      }),
      { numRuns: 1000 },
    );
  });

  test('are refused for a value outside 128 bits', () => {
    const words = new Uint32Array(4);
    expect([-1n, 1n << 128n, (1n << 128n) - 1n].map((value) => splitIPv6(value, words))).toEqual([
      false,
      false,
      true,
    ]);
  });
});

describe('compareAddresses', () => {
  test('orders by family, then by value', () => {
    const sorted = ['0.0.0.0', '9.0.0.0', '10.0.0.0', '255.255.255.255', '::', '::2', '::10', 'ff00::'];
    expect(sorted.map(read).reverse().sort(compareAddresses).map(formatAddress)).toEqual(sorted);
    expect(compareAddresses(read('::1'), read('::1'))).toBe(0);
  });
});

describe('addToAddress', () => {
  test.each<[string, number | bigint, string | undefined]>([
    ['10.0.0.255', 1, '10.0.1.0'],
    ['127.255.255.255', 1, '128.0.0.0'],
    ['10.0.0.0', -1, '9.255.255.255'],
    ['255.255.255.255', 1, undefined],
    ['0.0.0.0', -1, undefined],
    ['2001:db8::ffff:ffff:ffff:ffff', 1n, '2001:db8:0:1::'],
    ['::', -1, undefined],
    ['ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff', 1, undefined],
  ])('%s and %s make %s', (text, offset, expected) => {
    const sum = addToAddress(read(text), offset);
    expect(sum && formatAddress(sum)).toBe(expected);
  });
});

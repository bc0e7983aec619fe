/** The small things: prefixes, communities, AS numbers, paths, and the lines of pieces of JSON. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findLines, scanJson } from '../../../shared/evidence/json-text.ts';
import { readAsn, readCommunity, readPath, readPrefix } from '../../../shared/evidence/values.ts';
import { formatPrefix, parsePrefixText } from '../../../shared/network/prefix.ts';
import { anyPrefix } from '../network/arbitraries.ts';

describe('a prefix', () => {
  it('is read in canonical form, by the quick way and the slow one alike', () => {
    const group = fc.constantFrom('0', '00', '01', '1', 'a', 'A', 'ffff', '12345', '2603', '');
    const texts = fc.oneof(
      anyPrefix.map(formatPrefix),
      fc
        .tuple(
          fc.array(group, { minLength: 1, maxLength: 8 }),
          fc.constantFrom('::/', '/', ':/'),
          fc.integer({ min: 0, max: 130 }),
        )
        .map(([groups, gap, length]) => `${groups.join(':')}${gap}${length}`),
      fc
        .tuple(
          fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 3, maxLength: 5 }),
          fc.integer({ min: 0, max: 34 }),
        )
        .map(([octets, length]) => `${octets.join('.')}/${length}`),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const strict = parsePrefixText(text);
        const { prefix, problem } = readPrefix(text);
        if (strict.ok)
          expect({ prefix, problem }).toEqual({ prefix: formatPrefix(strict.value), problem: undefined });
        else expect(problem).toBe(strict.problem === 'host-bits' ? 'host-bits' : 'not-a-prefix');
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['1:2:3:4:5:6:7::/112', '1:2:3:4:5:6:7:0/112'],
    ['1:2:3:4:5:6::/96', '1:2:3:4:5:6::/96'],
    ['0::/16', '::/16'],
    ['2001:0DB8::/32', '2001:db8::/32'],
  ])('%s is written %s', (text, prefix) => {
    expect(readPrefix(text)).toEqual({ prefix });
  });

  it('with a dotted mask is meant as it is written', () => {
    expect(readPrefix('10.0.0.0/255.0.0.0')).toEqual({ prefix: '10.0.0.0/8' });
  });
});

describe('a community', () => {
  it.each([
    ['791463740', '12076:51004'],
    ['791463738', '12076:51002'],
    ['791417746', '12076:5010'],
    ['12076:51004', '12076:51004'],
    ['012076:51004', '12076:51004'],
  ])('%s is %s', (text, community) => {
    expect(readCommunity(text)).toBe(community);
  });

  it.each(['4294967296', '65536:1', '1:65536', ':1', '1:', '-1', 'no-export', ''])('%j is none', (text) => {
    expect(readCommunity(text)).toBeUndefined();
  });
});

describe('a path', () => {
  it.each([
    ['65020 65030 i', { path: [65_020, 65_030], origin: 'igp' }],
    ['65020 {1,2} ?', { path: [65_020, 1, 2], origin: 'incomplete' }],
    ['1.10 e', { path: [65_546], origin: 'egp' }],
    ['', { path: [], origin: null }],
  ])('%j is read', (text, expected) => {
    expect(readPath(text)).toEqual(expected);
  });

  it.each(['65020 x', 'i 65020', '4294967296', '-1'])('%j is none', (text) => {
    expect(readPath(text)).toBeUndefined();
  });

  it('has AS numbers of four bytes in both forms', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffff_ffff }), (asn) => {
        expect(readAsn(String(asn))).toBe(asn);
        expect(readAsn(`${Math.floor(asn / 65_536)}.${asn % 65_536}`)).toBe(asn);
      }),
    );
  });
});

describe('JSON as text', () => {
  it('ends where it ends, whatever follows', () => {
    fc.assert(
      fc.property(
        fc.json({ maxDepth: 5 }),
        fc.constantFrom('', ' ', '\nnext', ' ]', ' }'),
        (json, behind) => {
          expect(scanJson(json + behind, 0)).toEqual({ ok: true, end: json.length });
        },
      ),
    );
  });

  it('stands where it stands: each piece has the line it is written in', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue({ maxDepth: 2 }), { minLength: 1 }), fc.nat(), (list, pick) => {
        const index = pick % list.length;
        const text = `\n[\n${list.map((item) => JSON.stringify(item)).join(',\n')}\n]`;
        expect(findLines(text, 1, [[index], []])).toEqual([3 + index, 2]);
      }),
    );
  });

  it('stands where its nearest holder stands when it is missing', () => {
    expect(
      findLines('{\n"a": {\n"b": 1 } }', 0, [
        ['a', 'missing', 0],
        ['a', 'b'],
      ]),
    ).toEqual([2, 3]);
  });
});

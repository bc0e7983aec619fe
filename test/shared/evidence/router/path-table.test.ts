/** The packed table gives back what was put in, and finds what a search through all records finds. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readLarge } from '../../../../shared/evidence/large.ts';
import { PathTable } from '../../../../shared/evidence/router/path-table.ts';
import { formatAddress } from '../../../../shared/network/address.ts';
import { containsAddress, getLastAddress, parsePrefix } from '../../../../shared/network/prefix.ts';
import { readSample } from '../../../helpers/evidence-samples.ts';
import { anyPath, printIos } from '../../../helpers/router-table.ts';

const anyRecord = fc
  .tuple(
    anyPath,
    fc.option(fc.array(fc.constantFrom('12076:51004', '12076:5010', '0:0'), { maxLength: 3 }), { nil: null }),
  )
  .map(([path, communities]) => ({ ...path, communities }));

const prefixOf = (text: string) => {
  const result = parsePrefix(text);
  if (!result.ok) throw new Error(text);
  return result.value;
};

test('every row comes back as it was', () => {
  fc.assert(
    fc.property(fc.array(anyRecord, { maxLength: 20 }), (records) => {
      const table = new PathTable();
      for (const record of records) table.add(record);
      expect(table.size).toBe(records.length);
      expect(records.map((_, row) => table.at(row))).toEqual(records);
      expect(table.at(records.length)).toBeUndefined();
    }),
  );
});

test('an address finds the paths of the longest network around it', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(anyRecord, { minLength: 1, maxLength: 20, selector: ({ prefix }) => prefix }),
      fc.nat(),
      (records, pick) => {
        const table = new PathTable();
        for (const record of records) table.add(record);
        const within = records[pick % records.length]?.prefix ?? '';
        const address = getLastAddress(prefixOf(within));
        const around = records.filter(({ prefix }) => containsAddress(prefixOf(prefix), address));
        const longest = around.toSorted(
          (one, other) => prefixOf(other.prefix).length - prefixOf(one.prefix).length,
        );
        expect(table.lookup(formatAddress(address))).toEqual(longest.slice(0, 1));
      },
    ),
  );
});

test('a large reading finds all paths of a network, and nothing for what is no address', () => {
  const large = readLarge({ text: readSample('router/ios-bgp.txt'), name: 'edge1 2026-11-20.txt' });
  expect(large).toMatchObject({ count: 9, evidence: { kind: 'bgp-table', taken: '2026-11-20' } });
  expect(large?.lookup('10.20.7.9').map(({ nextHop }) => nextHop)).toEqual(['192.168.44.2', '192.168.44.6']);
  expect(large?.lookup('192.0.2.300')).toEqual([]);
});

test('a large reading lists no secret', () => {
  const text = `${readSample('router/ios-bgp.txt')}neighbor 10.0.0.1 password 7 0822455D0A16\n`;
  const large = readLarge({ text, name: '' });
  expect(large?.evidence.dropped).toEqual(['password']);
  expect(JSON.stringify(large?.evidence)).not.toContain('0822455D0A16');
});

test('what does not come line by line is left to the other reader', () => {
  expect(readLarge({ text: readSample('azure/service-tags.txt'), name: '' })).toBeUndefined();
  expect(readLarge({ text: printIos([]), name: '', as: 'trace' })).toBeUndefined();
});

/** Tables of `show ip bgp`: their columns, their wrapped and blank places, and what a damaged line may change. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readEvidence } from '../../../../shared/evidence/read-evidence.ts';
import type { BgpRecord } from '../../../../shared/evidence/records.ts';
import { readSample } from '../../../helpers/evidence-samples.ts';
import { readAs, readSampleAs, unreadLines } from '../../../helpers/read-evidence.ts';
import { anyPath, printIos } from '../../../helpers/router-table.ts';

const row = (record: BgpRecord) =>
  [
    record.prefix,
    record.nextHop,
    record.metric,
    record.localPreference,
    record.weight,
    record.path.join(' '),
  ].join();

describe('a table of Cisco IOS', () => {
  const table = readSampleAs('bgp-table', 'router/ios-bgp.txt');

  test('is read by where its columns stand', () => {
    expect(table.records.map(row)).toEqual([
      '10.20.0.1/32,0.0.0.0,0,,32768,',
      '10.20.7.0/24,192.168.44.2,0,100,0,64500',
      '10.20.7.0/24,192.168.44.6,,,0,64500',
      '192.168.55.0/24,0.0.0.0,0,,32768,',
      '10.0.0.0/8,192.0.2.9,,,0,64501',
      '172.16.0.0/16,192.0.2.9,4000000000,,0,64501',
      '13.107.6.152/31,123.0.0.2,,150,0,12076',
      '198.51.100.128/25,123.0.0.2,0,150,0,12076 8075 8075 8075 8075 8075',
      '0.0.0.0/0,123.0.0.6,,200,0,12076 64512 64513',
    ]);
  });

  test('says which paths are valid and which is best', () => {
    const signs = table.records.map(({ valid, best }) => `${valid ? '*' : ' '}${best ? '>' : ' '}`);
    // The sixth is not in the routing table (r), the seventh is history (h).
    expect(signs).toEqual(['*>', '* ', '*>', '*>', '*>', '*>', '  ', '*>', '*>']);
    expect(table.records.map(({ origin }) => origin?.[1])).toEqual([...'ggggg', 'n', 'g', 'g', 'n']);
    expect(table.records.every(({ communities }) => communities === null)).toBe(true);
  });

  test('lists what it does not understand, and nothing else', () => {
    expect(unreadLines(table)).toEqual(['21 not-understood', '22 not-understood', '23 cut-off']);
  });

  test('is the same with the line ends of Windows, a pager and colours', () => {
    const lines = readSample('router/ios-bgp.txt').split('\n');
    lines.splice(12, 0, ' --More-- ');
    const pasted = lines.map((line, index) =>
      index === 13 ? `\b\b\b\b\b        \b\b\b\u001b[0m${line}` : line,
    );
    expect(readAs('bgp-table', pasted.join('\r\n')).records).toEqual(table.records);
  });

  test('is the same when the blanks in front of it were cut off by a clipboard', () => {
    const from = readSample('router/ios-bgp.txt').indexOf('    Network') + 4;
    expect(readAs('bgp-table', readSample('router/ios-bgp.txt').slice(from)).records).toEqual(table.records);
  });

  test('is not guessed at when its columns were squeezed', () => {
    const squeezed = readSample('router/ios-bgp.txt').replace(/ +/g, ' ');
    const reading = readEvidence({ text: squeezed, as: 'bgp-table' });
    expect(reading.ok ? reading.evidence.records : []).toEqual([]);
  });
});

const titles = '     Network          Next Hop            Metric LocPrf Weight Path';

test('a row that stands a little askew is read, and so is a number wider than its column', () => {
  const text = `${titles}
 *>i 13.71.0.0/18     10.4.1.1               2219    150      0 12076 8075 i
 *>  13.71.64.0/18    123.0.0.2       4000000000 4294967295      0 12076 i
 *   20.190.128.0/18  123.0.0.6       4294967295 4294967295  65535 12076 i
 *   20.190.0.0/18    123.0.0.6           4294967295 4294967295  65535 12076 i
 *   20.190.64.0/18   123.0.0.6                5          5  65535 12076 i
`;
  const { records, unread } = readAs('bgp-table', text);
  expect(records.map(row)).toEqual([
    '13.71.0.0/18,10.4.1.1,2219,150,0,12076 8075',
    '13.71.64.0/18,123.0.0.2,4000000000,4294967295,0,12076',
    '20.190.128.0/18,123.0.0.6,4294967295,4294967295,65535,12076',
  ]);
  // What cannot be a weight, or stands between two titles, shows that the columns are not where they seem to be.
  expect(unreadLines({ unread })).toEqual(['5 not-understood', '6 not-understood']);
});

test('rows that a filter left without their titles are read where they stand as IOS sets them', () => {
  const text = ` *>  13.71.0.0/18     123.0.0.2                0    150      0 12076 8075 i
 *   13.71.64.0/18    123.0.0.6                       0      0 12076 i
 *>  13.71.128.0/18   123.0.0.6                0   150       0 12076 i
`;
  const { records, unread } = readAs('bgp-table', text);
  expect(records.map(row)).toEqual([
    '13.71.0.0/18,123.0.0.2,0,150,0,12076 8075',
    '13.71.64.0/18,123.0.0.6,,0,0,12076',
  ]);
  expect(unreadLines({ unread })).toEqual(['3 not-understood']);
});

test('numbers below a next hop that is too long stand where their titles are', () => {
  const text = `${titles}
 *>  2a01:111:2000::/36      2001:DB8:20:4:6::6
                                             2219             0 12076 i
 *>  2a01:111:f402::/48
\t\t      2001:db8::6              0    150      0 12076 8075 i
`;
  expect(readAs('bgp-table', text).records.map(row)).toEqual([
    '2a01:111:2000::/36,2001:db8:20:4:6::6,2219,,0,12076',
    '2a01:111:f402::/48,2001:db8::6,0,150,0,12076 8075',
  ]);
});

test('what a terminal, an instance and an address family say above a table is no row', () => {
  const text = `#show bgp all
Load for five secs: 4%/0%; one minute: 5%; five minutes: 4%
Time source is NTP, 09:44:45.434 UTC Tue Jun 9 2026
BGP instance 0: 'default'
BGP VRF ER, state: Active
BGP Route Distinguisher: 65020:1
VRF ID: 0x60000003
Address Family: IPv4 Unicast
Dampening enabled
${titles.replace('Next Hop', 'Next-hop')}
 *>  13.71.0.0/18     123.0.0.2                0             0 12076 i
`;
  expect(readAs('bgp-table', text)).toMatchObject({ records: [{ prefix: '13.71.0.0/18' }], unread: [] });
});

test('IPv6 takes as many lines as it needs', () => {
  const { records, unread } = readSampleAs('bgp-table', 'router/ios-bgp-ipv6.txt');
  expect(records.map(row)).toEqual([
    '2001:db8::/32,::,0,,32768,',
    '2a01:111:2000:1234::/64,2001:db8:0:1:ffff:eeee:dddd:cccc,0,150,0,12076',
    'fd00:12::/48,fe80::1,5,,0,4260495367',
  ]);
  expect(unread).toEqual([]);
});

test('NX-OS prints wider columns, and a sign for where the path came from', () => {
  const table = readSampleAs('bgp-table', 'router/nxos-bgp.txt');
  expect(table.records.map(row)).toEqual([
    '10.10.0.1/32,0.0.0.0,,100,32768,',
    '10.10.0.2/32,10.10.2.1,,,0,64102 64002',
    '10.10.0.2/32,10.10.1.1,,,0,64101 64002',
    '13.71.0.0/18,123.0.0.6,20,150,0,12076',
    '198.51.100.104/30,10.10.2.1,,,0,64102 4227074345',
    '2a01:111:2000:1::/64,2001:db8::1,,150,0,12076',
  ]);
  expect(table.records.map(({ valid, best }) => [valid, best])).toEqual([
    [true, true],
    [false, false],
    [true, true],
    [true, false],
    [true, true],
    [true, true],
  ]);
  // Its numbers end between the columns: they could be one thing or another.
  expect(unreadLines(table)).toEqual(['15 not-understood']);
});

test('Arista prints its numbers in order, with a stroke for none', () => {
  const { records, unread } = readSampleAs('bgp-table', 'router/eos-bgp.txt');
  expect(records.map(row)).toEqual([
    '203.0.113.0/24,,1,0,,',
    '13.107.128.0/22,123.0.0.2,0,450,0,12076 8075',
    '13.107.128.0/22,123.0.0.6,0,350,0,12076 8075',
    '10.104.1.0/24,10.10.10.20,,100,0,104',
  ]);
  expect(unread).toEqual([]);
});

const damaged = [
  'ios-bgp',
  'ios-bgp-ipv6',
  'nxos-bgp',
  'eos-bgp',
  'ios-bgp-prefix',
  'nxos-bgp-detail',
  'junos-route',
  'junos-route-detail',
  'junos-received',
  'junos-received-ipv6',
  'junos-received-detail',
  'junos-route-terse',
  'ios-route',
  'ios-route-entry',
  'ios-route-ipv6',
  'eos-route',
  'nxos-route',
] as const;

/** Network and next hop, of whatever kind of record. */
function ways(text: string): string[] {
  const reading = readEvidence({ text });
  const records = reading.ok
    ? (reading.evidence.records as Partial<BgpRecord & { nextHops: string[] }>[])
    : [];
  return records.flatMap(({ prefix, nextHop, nextHops }) =>
    (nextHops ?? [nextHop]).map((hop) => `${prefix} by ${hop}`),
  );
}

test.each(damaged)('a line of %s that is lost never gives its ways to another network', (name) => {
  const lines = readSample(`router/${name}.txt`).split('\n');
  const whole = new Set(ways(lines.join('\n')));
  for (const [index, line] of lines.entries()) {
    const broken = [...lines];
    broken[index] = `${line.replace(/\d/g, 'x')} ~`;
    const strange = ways(broken.join('\n')).filter((way) => !whole.has(way));
    expect(strange, `without line ${index + 1}`).toEqual([]);
  }
});

test('what is printed as IOS prints it is read as it was', () => {
  fc.assert(
    fc.property(fc.array(anyPath, { minLength: 1, maxLength: 12 }), (paths) => {
      const { records, unread } = readAs('bgp-table', printIos(paths));
      expect(unread).toEqual([]);
      expect(records).toEqual(paths);
    }),
  );
});

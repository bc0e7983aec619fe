/** What a router sends to a neighbour is told from what it received, and read in every maker's form. */
import { expect, test } from 'vitest';
import { readSample } from '../../../helpers/evidence-samples.ts';
import { readAs, readSampleAs, unreadLines } from '../../../helpers/read-evidence.ts';

test('IOS XR has a table of its own, with the origin right behind the path', () => {
  const { records, unread } = readSampleAs('sent-routes', 'router/xr-advertised.txt');
  expect(
    records.map(({ prefix, nextHop, path, origin }) => [prefix, nextHop, path.join(' '), origin]),
  ).toEqual([
    ['198.51.100.0/24', '123.0.0.1', '', 'igp'],
    ['203.0.113.0/27', '123.0.0.1', '65020', 'igp'],
    ['203.0.113.64/26', '123.0.0.1', '64500 64501 64502', 'incomplete'],
    ['203.0.113.64/26', '123.0.0.1', '64500', 'egp'],
    // What is too long for its column goes on in the next line.
    ['2001:db8:1200:8000::/49', '2001:db8:ff::1', '', 'igp'],
    ['2001:db8:1300::/48', '2001:db8:ff::1', '64500', 'igp'],
  ]);
  expect(unreadLines({ unread })).toEqual(['7 host-bits', '8 cut-off', '17 cut-off']);
});

test.each(['ios', 'junos'])('%s prints it as any other table: the command tells', (maker) => {
  const name = `router/${maker}-advertised.txt`;
  const { records, unread } = readSampleAs('sent-routes', name);
  expect(records.map(({ prefix, path }) => [prefix, path])).toEqual([
    ['198.51.100.0/24', []],
    ['203.0.113.0/27', [64500]],
  ]);
  expect(unread).toEqual([]);
  const alone = readSample(name).split('\n').slice(1).join('\n');
  expect(readAs('bgp-table', alone).records).toHaveLength(2);
});

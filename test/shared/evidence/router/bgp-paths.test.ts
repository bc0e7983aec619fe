/** Single prefixes with their communities, and summaries of neighbours, as each maker prints them. */
import { describe, expect, test } from 'vitest';
import { readEvidence } from '../../../../shared/evidence/read-evidence.ts';
import { readSample } from '../../../helpers/evidence-samples.ts';
import { readAs, readSampleAs, unreadLines } from '../../../helpers/read-evidence.ts';

describe('a prefix on Cisco IOS', () => {
  const evidence = readSampleAs('bgp-table', 'router/ios-bgp-prefix.txt');

  test('comes with its communities, also those written as one number', () => {
    expect(evidence.records.map(({ communities }) => communities)).toEqual([
      ['12076:51004', '12076:5010'],
      ['12076:51004', '12076:5010', '65535:65281'],
      [],
    ]);
    expect(evidence.records.map(({ path, best, weight }) => [path.join(' '), best, weight])).toEqual([
      ['12076 8075', true, null],
      ['12076 8075', false, null],
      ['', false, 32768],
    ]);
  });

  test('gives what follows a path it cannot read to no other path', () => {
    expect(unreadLines(evidence)).toEqual(['20 not-understood', '21 not-understood', '22 not-understood']);
    expect(evidence.records.some(({ localPreference }) => localPreference === 700)).toBe(false);
  });
});

test('who put a path together may stand behind it, and tables of VRFs one behind the other', () => {
  const text = `For address family: IPv4 Unicast
BGP routing table entry for 10.105.1.0/24
 Paths: 2 available
  Advertised to update-groups:
  8
  12076 (Received from a RR-client)
    10.10.13.2 from 10.10.13.2 (10.10.13.1)
      Received Label 24017
      Origin IGP, metric 0, localpref 250, valid, internal, best
      Community: 12076:5010
      Extended community: RT:100:1 RT:100:2
        RT:100:3
      Rx path id: 0x1
  Local (aggregated by 65020 10.10.11.3)
    10.10.11.3 from 10.10.11.3 (10.10.11.1)
      Origin IGP, metric 0, localpref 200, weight 0, valid, internal
Route Distinguisher: 100:100 (default for vrf VRF1)
  65001
`;
  const { records, unread } = readAs('bgp-table', text);
  expect(records).toMatchObject([
    { prefix: '10.105.1.0/24', nextHop: '10.10.13.2', path: [12076], communities: ['12076:5010'] },
    { prefix: '10.105.1.0/24', nextHop: '10.10.11.3', path: [], localPreference: 200 },
  ]);
  // Behind the heading of another table no path belongs to the network before it.
  expect(unreadLines({ unread })).toEqual(['18 not-understood']);
});

test('NX-OS says before a path whether it is valid and best', () => {
  const { records, unread } = readSampleAs('bgp-table', 'router/nxos-bgp-detail.txt');
  expect(unread).toEqual([]);
  expect(records).toMatchObject([
    {
      prefix: '13.71.0.0/18',
      path: [12076, 4267122395],
      metric: null,
      localPreference: 5000,
      valid: true,
      best: true,
    },
    { prefix: '13.71.0.0/18', path: [], metric: 7, weight: 32768, valid: false, best: false },
  ]);
  expect(records[0]?.communities).toEqual(['12076:51017', '12076:5010', '12076:51004']);
});

test('Arista details are read as those of Cisco', () => {
  const text = `BGP routing table information for VRF default
Router identifier 10.103.1.1, local AS number 65010
BGP routing table entry for 13.107.128.0/22
 Paths: 1 available
  12076 {8075}
    123.0.0.2 from 123.0.0.2 (10.10.11.1)
      Origin IGP, metric 0, localpref 200, IGP metric 1, weight 0, received 19:13:51 ago, valid, external, best
      Community: 12076:5010 no-advertise
      Extended Community: Route-Target-AS:1234:12
      Rx SAFI: Unicast
`;
  const { records, unread } = readAs('bgp-table', text);
  expect(unread).toEqual([]);
  expect(records).toMatchObject([
    {
      path: [12076, 8075],
      metric: 0,
      localPreference: 200,
      weight: 0,
      communities: ['12076:5010', '65535:65282'],
    },
  ]);
});

describe('Junos', () => {
  test('paths say all that a path and a route say', () => {
    const { records, unread } = readSampleAs('bgp-table', 'router/junos-route-detail.txt');
    expect(records).toMatchObject([
      {
        prefix: '13.107.6.152/31',
        protocol: 'bgp',
        preference: 170,
        nextHop: '123.0.0.2',
        nextHops: ['123.0.0.2'],
        localPreference: 150,
        metric: 0,
        path: [12076, 8075],
        origin: 'igp',
        best: true,
        valid: true,
        communities: ['12076:5010', '12076:51004', '65535:65281'],
      },
      { nextHop: '123.0.0.6', best: false, valid: false, localPreference: 100, communities: [] },
    ]);
    expect(unreadLines({ unread })).toEqual(['29 not-understood']);
  });

  test('routes received from one peer stand in columns of their own', () => {
    const { records } = readSampleAs('bgp-table', 'router/junos-received.txt');
    expect(records.map(({ prefix, metric, localPreference }) => [prefix, metric, localPreference])).toEqual([
      ['10.211.0.0/16', 10, 150],
      ['13.107.128.0/22', null, null],
    ]);
  });

  test('addresses of IPv6 take lines and columns of their own', () => {
    const { records, unread } = readSampleAs('bgp-table', 'router/junos-received-ipv6.txt');
    expect(
      records.map(({ prefix, nextHop, metric, localPreference, path }) => [
        prefix,
        nextHop,
        metric,
        localPreference,
        path.join(' '),
      ]),
    ).toEqual([
      ['2a01:111:2000::/36', '2001:db8:7fc5:ca45::4', 2, 100, '12076'],
      ['2a01:111:f402::/48', null, 7, null, '12076 8075'],
      ['2a01:111:f403::/48', '2001:db8:7fc5:ca45::4', null, 150, '12076'],
    ]);
    expect(unreadLines({ unread })).toEqual(['8 cut-off']);
  });

  test('routes of one peer in detail have their communities', () => {
    const { records, unread } = readSampleAs('bgp-table', 'router/junos-received-detail.txt');
    expect(records).toMatchObject([
      {
        prefix: '13.107.128.0/22',
        nextHop: '123.0.0.2',
        metric: 10,
        localPreference: 150,
        path: [65020, 12076, 8075],
        origin: 'igp',
        best: true,
        communities: ['12076:5010', '12076:51004'],
      },
      { prefix: '10.211.0.0/16', nextHop: null, path: [65020], best: false },
    ]);
    expect(unreadLines({ unread })).toEqual(['16 cut-off']);
  });

  test('a second way to a network that cannot be read falls to no other network', () => {
    const text = `inet.0: 2 destinations, 3 routes (3 active, 0 holddown, 0 hidden)
192.0.2.0/24       *[BGP/170] 1d 02:03:04, localpref 100
                      AS path: 65001 I
                    > to 10.0.0.1 via et4.0
203.0.113.x/24     *[BGP/170] 1d 02:03:04, localpref 200
                      AS path: 65002 I
                    > to 10.0.0.2 via et4.0
                    [BGP/170] 1d 02:03:04, localpref 300
                      AS path: 65003 I
                    > to 10.0.0.3 via et4.0
`;
    const { records, unread } = readAs('bgp-table', text);
    expect(records.map(({ prefix, nextHop, path }) => [prefix, nextHop, ...path])).toEqual([
      ['192.0.2.0/24', '10.0.0.1', 65001],
    ]);
    expect(unread.map(({ line }) => line)).toEqual([5, 6, 7, 8, 9, 10]);
  });

  test('a table with other protocols is a routing table, and can be asked for its paths', () => {
    readSampleAs('routing-table', 'router/junos-route-terse.txt');
    const reading = readEvidence({ text: readSample('router/junos-route-terse.txt'), as: 'bgp-table' });
    if (!reading.ok) throw new Error(reading.problem);
    expect(reading.evidence.records).toMatchObject([
      { prefix: '1.0.1.1/32', localPreference: 100, path: [], nextHop: '10.0.0.2', best: false },
      {
        prefix: '2.2.0.2/32',
        localPreference: 110,
        metric: 20,
        path: [200],
        nextHop: '10.0.0.2',
        best: true,
      },
    ]);
    expect(unreadLines(reading.evidence)).toEqual(['5 other-kind', '8 other-kind', '12 other-kind']);
  });
});

describe('a summary', () => {
  const neighbors = (name: string) => {
    const { records, unread } = readSampleAs('bgp-summary', `router/${name}.txt`);
    expect(unread).toEqual([]);
    return records.map(({ neighbor, asn, state, prefixes }) => [neighbor, asn, state, prefixes].join());
  };

  test('of Cisco wraps long addresses', () => {
    expect(neighbors('ios-summary')).toEqual([
      '123.0.0.2,12076,Established,6063',
      '123.0.0.6,12076,Idle (Admin),',
      '100.127.255.1,4259841000,Established,6',
      '2001:db8:abcd:ef01:2345:6789:abcd:ef01,12076,Established,0',
    ]);
  });

  test('of Arista may begin with a description', () => {
    expect(neighbors('eos-summary')).toEqual(['123.0.0.2,12076,Established,1', '123.0.0.6,12076,Active,']);
  });

  test('of Junos counts what was received over all tables', () => {
    expect(neighbors('junos-summary')).toEqual([
      '123.0.0.2,12076,Established,230',
      '123.0.0.6,12076,Active,',
      '192.0.2.9,65099,Established,8',
    ]);
  });

  test('adds no table to a peer it does not belong to', () => {
    const text = readSample('router/junos-summary.txt').replace(
      '123.0.0.6             12076',
      'edge             12076',
    );
    const moved = text.replace('192.0.2.9', '  inet.0: 9/900/9/0\n192.0.2.9');
    const { records, unread } = readAs('bgp-summary', moved);
    expect(records.map(({ prefixes }) => prefixes)).toEqual([230, 8]);
    expect(unread).toHaveLength(2);
  });
});

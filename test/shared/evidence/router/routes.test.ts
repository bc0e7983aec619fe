/** Routing tables of each maker as routes: network, protocol, preference, metric, next hops. */
import { expect, test } from 'vitest';
import type { RouteRecord } from '../../../../shared/evidence/records.ts';
import { readAs, readSampleAs, unreadLines } from '../../../helpers/read-evidence.ts';

const line = ({ prefix, protocol, preference, metric, nextHops }: RouteRecord) =>
  `${prefix} ${protocol} ${preference ?? '-'}/${metric ?? '-'} ${nextHops.join(' ')}`;

test('Cisco IOS leaves masks out below a heading, and ways below a network', () => {
  const { records, unread } = readSampleAs('routing-table', 'router/ios-route.txt');
  expect(records.map(line)).toEqual([
    '0.0.0.0/0 static 1/0 192.168.1.2',
    '10.0.1.0/24 connected -/- Serial0/0',
    '10.0.1.1/32 local -/- Serial0/0',
    '10.63.184.0/23 ospf 110/20 10.62.4.29 10.62.3.29',
    '10.9.0.0/17 bgp 200/0 Null0',
    '13.71.0.0/18 bgp 20/0 123.0.0.2',
    '192.168.55.0/24 bgp 20/5 10.0.1.9',
    '172.16.0.0/16 isis 115/10 10.0.1.2',
  ]);
  expect(unreadLines({ unread })).toEqual(['20 not-understood', '21 not-understood']);
});

test('Cisco IOS prints the ways of IPv6 routes in lines of their own', () => {
  const { records, unread } = readSampleAs('routing-table', 'router/ios-route-ipv6.txt');
  expect(records.map(line)).toEqual([
    '2a05:c100:2a::/64 connected 0/0 Vlan1',
    '2a01:111:2000::/36 bgp 20/0 fe80::a8bb:ccff:fe02:8b00 2001:db8::6',
  ]);
  expect(unread).toEqual([]);
});

test('a mask of one heading is not used below another network', () => {
  const text = `Gateway of last resort is not set

      13.0.0.0/18 is subnetted, 1 subnets
B        13.71.0.0 [20/0] via 123.0.0.2, 00:12:01
B     192.168.7.0 [20/0] via 123.0.0.2, 00:12:01
`;
  expect(readAs('routing-table', text).records.map(({ prefix }) => prefix)).toEqual([
    '13.71.0.0/18',
    '192.168.7.0/24',
  ]);
});

test('Arista prints further next hops without repeating the distance', () => {
  const { records, unread } = readSampleAs('routing-table', 'router/eos-route.txt');
  expect(records.map(line)).toEqual([
    '0.0.0.0/0 static 1/0 172.20.20.1',
    '13.107.128.0/22 bgp 200/0 123.0.0.2 123.0.0.6',
    '192.0.2.128/31 connected -/- Tunnel11',
  ]);
  expect(unread).toEqual([]);
});

test('NX-OS prints a network, then its ways, each with protocol and distance', () => {
  const { records, unread } = readSampleAs('routing-table', 'router/nxos-route.txt');
  expect(records.map(line)).toEqual([
    '0.0.0.0/0 bgp 20/0 169.254.0.1',
    '10.10.10.0/24 connected 0/0 10.10.10.1',
    '13.71.0.0/18 bgp 20/0 123.0.0.2 123.0.0.6',
    '13.71.0.0/18 ospf 110/21 10.0.0.9',
    '10.99.0.0/16 static 1/0 Null0',
  ]);
  expect(unreadLines({ unread })).toEqual(['17 not-understood']);
});

test('Junos prints routes of all protocols, terse too', () => {
  const { records, unread } = readSampleAs('routing-table', 'router/junos-route-terse.txt');
  expect(records.map(line)).toEqual([
    '1.0.1.1/32 ospf 10/1 10.0.0.2',
    '1.0.1.1/32 bgp 170/- 10.0.0.2',
    '1.1.1.1/32 connected 0/- lo0.2',
    '2.2.0.2/32 bgp 170/20 10.0.0.2 10.0.0.6',
    '0.0.0.0/0 static 5/- Discard',
  ]);
  expect(unread).toEqual([]);
});

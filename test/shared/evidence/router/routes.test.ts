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

test('Cisco describes a single route in sentences', () => {
  const { records, unread } = readSampleAs('routing-table', 'router/ios-route-entry.txt');
  expect(records.map(line)).toEqual([
    '13.107.6.0/24 bgp 20/0 123.0.0.2 123.0.0.6',
    // The second way only stands ready.
    '10.0.7.0/24 isis 115/10 10.1.1.1',
    '10.0.8.0/24 connected 0/0 GigabitEthernet3.115',
  ]);
  expect(unreadLines({ unread })).toEqual(['31 not-understood', '32 cut-off']);
});

test('routes are known without their legend, as a filter leaves them', () => {
  const text = 'B        13.71.0.0/18 [20/0] via 123.0.0.2, 00:12:01\n';
  expect(readAs('routing-table', text).records.map(line)).toEqual(['13.71.0.0/18 bgp 20/0 123.0.0.2']);
});

test('an interface may stand in the line below', () => {
  const text = `Gateway of last resort is not set

C    2001:db8:abcd::/64 is directly connected,
      00:07:43, GigabitEthernet0/0/0/1
LC  2001:db8::1/128 [0/0]
     via Loopback0, receive
      Last updated 22:55:51 04 December 2017
I1  2001:db8:2::/64 [115/50], tag 7
     via FE80::1, GigabitEthernet3
S    10.0.0.0/8 is directly connected
n*Nd  0.0.0.0/0 [6/0], 3w2d, Null0
`;
  const { records, unread } = readAs('routing-table', text);
  expect(records.map(line)).toEqual([
    '2001:db8:abcd::/64 connected -/- GigabitEthernet0/0/0/1',
    '2001:db8::1/128 local 0/0 Loopback0',
    '2001:db8:2::/64 isis 115/50 fe80::1',
    '10.0.0.0/8 static -/- ',
    '0.0.0.0/0 nat 6/0 Null0',
  ]);
  expect(unread).toEqual([]);
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

test('NX-OS breaks lines behind a comma, and leaves the address out between VRFs', () => {
  const text = `IPv6 Routing Table for VRF "default"
'*' denotes best ucast next-hop
'%' in via output denotes VRF

2001:db8:31::/64, ubest/mbest: 1/0
    *via fe80::5054:ff:fea7:1341%default, Eth1/4, [200/0], 01:01:24, bgp-100, internal,
tag 100
2001:db8:33::/64, ubest/mbest: 1/0, attached
    *via 2001:db8:33::33, Lo3, [0/0], 01:02:01, direct,
10.106.0.0/16, ubest/mbest: 1/0
    *via vrf default, Null0, [20/0], 18:11:28, bgp-333, external, tag 333
`;
  const { records, unread } = readAs('routing-table', text);
  expect(records.map(line)).toEqual([
    '2001:db8:31::/64 bgp 200/0 fe80::5054:ff:fea7:1341',
    '2001:db8:33::/64 connected 0/0 2001:db8:33::33',
    '10.106.0.0/16 bgp 20/0 Null0',
  ]);
  expect(unread).toEqual([]);
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

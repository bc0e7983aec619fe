/** Configurations of routers: what routing to Microsoft depends on, of each maker, and of our own build sheet. */
import { describe, expect, test } from 'vitest';
import { builtInReference } from '../../../../shared/content/reference.ts';
import { buildSheet } from '../../../../shared/document/build-sheet/build-sheet.ts';
import type { ConfigRecord } from '../../../../shared/evidence/router/config-records.ts';
import { readSample } from '../../../helpers/evidence-samples.ts';
import { readAs, readSampleAs, unreadLines } from '../../../helpers/read-evidence.ts';
import { sampleView } from '../../document/projects.ts';

function parts<Part extends ConfigRecord['part']>(records: readonly ConfigRecord[], part: Part) {
  return records.filter((record): record is Extract<ConfigRecord, { part: Part }> => record.part === part);
}

describe('Cisco IOS', () => {
  const evidence = readSampleAs('router-config', 'router/ios-config.txt');
  const { records } = evidence;

  test('interfaces have VLANs, addresses and BFD', () => {
    expect(parts(records, 'interface')[1]).toEqual({
      part: 'interface',
      name: 'GigabitEthernet0/0/1.300',
      description: 'Microsoft peering primary',
      vlan: 300,
      innerVlan: 400,
      addresses: [{ address: '123.0.0.1/30', prefix: '123.0.0.0/30' }],
      vrf: null,
      isShutDown: false,
      nat: 'outside',
      bfdInterval: 300,
      bfdMultiplier: 3,
    });
    expect(parts(records, 'interface').map(({ vlan }) => vlan)).toEqual([null, 300, 20]);
  });

  test('a neighbour has what its group has, and what stands in the address family', () => {
    expect(parts(records, 'neighbor')).toEqual([
      {
        part: 'neighbor',
        neighbor: '123.0.0.2',
        localAsn: 65010,
        remoteAsn: 12076,
        description: 'ExpressRoute primary',
        vrf: null,
        isShutDown: false,
        hasPassword: true,
        hasBfd: true,
        routeMapIn: 'prefer-ExR',
        routeMapOut: null,
        prefixListIn: null,
        prefixListOut: 'OUT',
      },
    ]);
    expect(parts(records, 'network').map(({ prefix }) => prefix)).toEqual([
      '123.1.0.0/24',
      '192.168.55.0/24',
    ]);
  });

  test('lists, maps, pools and static routes are read', () => {
    expect(parts(records, 'prefix-list')[1]).toMatchObject({
      sequence: 10,
      action: 'deny',
      atLeast: null,
      atMost: 32,
    });
    expect(
      parts(records, 'community-list').map(({ communities, pattern }) => [communities, pattern]),
    ).toEqual([
      [['12076:51004'], null],
      [['12076:51002'], null],
      [[], '12076:.*'],
    ]);
    expect(parts(records, 'route-map')[0]).toMatchObject({ localPreference: 150, prepend: [65010, 65010] });
    expect(parts(records, 'nat-pool')).toEqual([
      { part: 'nat-pool', name: 'ER', first: '123.1.0.1', last: '123.1.0.30', prefix: '123.1.0.0/27' },
    ]);
    expect(parts(records, 'nat-rule')[0]).toMatchObject({ routeMap: 'ER-NAT', pool: 'ER', interface: null });
    expect(parts(records, 'static-route')).toMatchObject([{ prefix: '10.0.0.0/8', nextHop: '10.1.20.254' }]);
  });

  test('passwords are gone from what is kept and from what is listed', () => {
    expect(evidence.dropped).toContain('password');
    expect(JSON.stringify(evidence)).not.toMatch(/0822455D0A16|094F471A1A0A/);
  });

  test('every other line is listed', () => {
    expect(unreadLines(evidence)).toEqual([3, 7, 23, 52, 53, 54, 55].map((line) => `${line} not-used`));
  });

  test('reads the same in a document that indents all of it', () => {
    const sample = readSample('router/ios-config.txt');
    const indented = sample.replace(/^(?=.)/gm, '        ');
    expect(readAs('router-config', indented).records).toEqual(readAs('router-config', sample).records);
  });

  test('reads the same without its indents', () => {
    const flat = readSample('router/ios-config.txt')
      .split('\n')
      .map((line) => line.trim())
      .join('\n');
    expect(readAs('router-config', flat).records).toEqual(records);
  });
});

test('NX-OS hands on templates, and keeps VRFs apart', () => {
  const { records, unread } = readSampleAs('router-config', 'router/nxos-config.txt');
  expect(unread).toEqual([]);
  expect(parts(records, 'neighbor')).toMatchObject([
    {
      neighbor: '123.0.0.2',
      remoteAsn: 12076,
      hasBfd: true,
      isShutDown: true,
      routeMapIn: 'IN',
      routeMapOut: 'OUT',
      vrf: null,
    },
    { neighbor: '10.9.9.9', remoteAsn: 65099, vrf: 'BLUE', prefixListIn: 'X' },
  ]);
});

test('Arista writes lists as blocks and lengths behind slashes', () => {
  const { records, unread } = readSampleAs('router-config', 'router/eos-config.txt');
  expect(unread).toEqual([]);
  expect(parts(records, 'interface')[0]).toMatchObject({
    vlan: 300,
    vrf: 'BLUE',
    addresses: [
      { address: '123.0.0.5/30', prefix: '123.0.0.4/30' },
      { address: '2001:db8::5/126', prefix: '2001:db8::4/126' },
    ],
  });
  expect(parts(records, 'prefix-list').map(({ sequence, atLeast }) => [sequence, atLeast])).toEqual([
    [10, null],
    [20, 8],
  ]);
  expect(parts(records, 'neighbor')).toMatchObject([
    { neighbor: '123.0.0.6', remoteAsn: 12076, routeMapOut: 'OUT' },
  ]);
});

test('BGP that is entered twice is one process, with the templates of both', () => {
  const { records } = readAs(
    'router-config',
    [
      'router bgp 64999',
      ' template peer-session ONE',
      '  remote-as 12076',
      ' exit-peer-session',
      'ip prefix-list ONE seq 5 permit 131.107.10.0/24',
      'router bgp 64999',
      ' neighbor 131.107.255.2 inherit peer-session ONE',
      ' neighbor 131.107.255.2 password x',
      '',
    ].join('\n'),
  );
  expect(parts(records, 'bgp')).toHaveLength(1);
  expect(parts(records, 'neighbor')).toMatchObject([{ remoteAsn: 12076, hasPassword: true }]);
});

test('what the build sheet writes is read back', () => {
  const code = buildSheet(sampleView, builtInReference).sheets.find(({ id }) => id === 'ios-xe')?.code ?? '';
  const { records } = readAs('router-config', code);
  const neighbors = parts(records, 'neighbor');
  expect(neighbors.length).toBeGreaterThan(0);
  for (const { remoteAsn, routeMapIn, routeMapOut } of neighbors) {
    expect(remoteAsn).toBe(12076);
    const maps = parts(records, 'route-map').map(({ name }) => name);
    expect(maps).toContain(routeMapIn);
    expect(maps).toContain(routeMapOut);
  }
  const connected = parts(records, 'interface').flatMap(({ addresses }) => addresses);
  expect(connected.length).toBe(neighbors.length);
});

/** What IOS XR prints in its own way, and configurations of Junos in both of their forms. */
import { describe, expect, test } from 'vitest';
import type { ConfigRecord } from '../../../../shared/evidence/router/config-records.ts';
import { readAs, readSampleAs, unreadLines } from '../../../helpers/read-evidence.ts';

function parts<Part extends ConfigRecord['part']>(records: readonly ConfigRecord[], part: Part) {
  return records.filter((record): record is Extract<ConfigRecord, { part: Part }> => record.part === part);
}

describe('IOS XR', () => {
  test('a table is read below its own headings and the time of day', () => {
    const evidence = readSampleAs('bgp-table', 'router/xr-bgp.txt');
    expect(
      evidence.records.map(({ prefix, nextHop, localPreference, best }) => [
        prefix,
        nextHop,
        localPreference,
        best,
      ]),
    ).toEqual([
      ['13.71.0.0/18', '203.0.113.2', null, true],
      ['20.190.128.0/18', '198.51.100.1', 150, true],
      ['20.190.128.0/18', '203.0.113.6', null, false],
      ['198.51.100.0/24', '0.0.0.0', null, true],
    ]);
    expect(unreadLines(evidence)).toEqual([]);
  });

  test('a prefix has every path with its communities', () => {
    const evidence = readSampleAs('bgp-table', 'router/xr-bgp-prefix.txt');
    expect(evidence.records).toMatchObject([
      {
        prefix: '13.71.0.0/18',
        path: [12076, 8075],
        localPreference: 150,
        best: true,
        communities: ['12076:51017'],
      },
      { nextHop: '203.0.113.6', localPreference: 100, best: false, communities: ['12076:51017'] },
    ]);
    expect(unreadLines(evidence)).toEqual([]);
  });

  test('routes are read', () => {
    const evidence = readSampleAs('routing-table', 'router/xr-route.txt');
    expect(evidence.records).toHaveLength(6);
    expect(evidence.records[1]).toMatchObject({
      prefix: '13.71.0.0/18',
      protocol: 'bgp',
      nextHops: ['203.0.113.2'],
    });
    expect(unreadLines(evidence)).toEqual([]);
  });

  test('a summary names the process where others name the version', () => {
    const evidence = readSampleAs('bgp-summary', 'router/xr-summary.txt');
    expect(evidence.records).toEqual([
      {
        neighbor: '203.0.113.2',
        version: null,
        asn: 12076,
        upDown: '1w3d',
        state: 'Established',
        prefixes: 220,
      },
      {
        neighbor: '203.0.113.6',
        version: null,
        asn: 12076,
        upDown: '00:12:11',
        state: 'Idle',
        prefixes: null,
      },
    ]);
    expect(unreadLines(evidence)).toEqual([]);
  });

  test('a configuration says its sets, policies and groups', () => {
    const evidence = readSampleAs('router-config', 'router/xr-config.txt');
    expect(parts(evidence.records, 'prefix-list').map(({ prefix, atMost }) => [prefix, atMost])).toEqual([
      ['198.51.100.0/24', null],
      ['198.51.101.0/24', 32],
    ]);
    expect(parts(evidence.records, 'route-map')).toMatchObject([
      { name: 'FROM-MSEE', action: 'permit', localPreference: 150 },
      { name: 'BACKUP', prepend: [65020, 65020, 65020] },
    ]);
    expect(parts(evidence.records, 'neighbor')).toMatchObject([
      {
        neighbor: '203.0.113.2',
        remoteAsn: 12076,
        hasPassword: true,
        hasBfd: true,
        routeMapIn: 'FROM-MSEE',
        routeMapOut: 'BACKUP',
      },
    ]);
    expect(parts(evidence.records, 'interface')).toMatchObject([
      { vlan: 300, innerVlan: 10, addresses: [{ prefix: '203.0.113.0/30' }] },
    ]);
    expect(evidence.dropped).toEqual(['password']);
  });

  test('a policy that lets nothing through says so', () => {
    const text = 'router bgp 65020\n!\nroute-policy NONE\n  drop\nend-policy\n';
    expect(parts(readAs('router-config', text).records, 'route-map')).toMatchObject([{ action: 'deny' }]);
  });
});

describe('Junos', () => {
  const braces = readSampleAs('router-config', 'router/junos-config.txt');

  test('a neighbour has what its group says, and loses its secret', () => {
    expect(parts(braces.records, 'neighbor')).toMatchObject([
      {
        neighbor: '203.0.113.2',
        localAsn: 65020,
        remoteAsn: 12076,
        hasPassword: true,
        hasBfd: true,
        routeMapIn: 'FROM-MSEE',
        routeMapOut: 'TO-MSEE',
      },
    ]);
    expect(braces.dropped).toEqual(['authentication-key']);
    expect(JSON.stringify(braces)).not.toContain('abcdef');
  });

  test('units have their VLANs and addresses', () => {
    expect(parts(braces.records, 'interface')).toMatchObject([
      { name: 'ge-0/0/1', description: 'ExpressRoute; primary { }' },
      {
        name: 'ge-0/0/1.300',
        vlan: 10,
        innerVlan: 300,
        addresses: [{ prefix: '203.0.113.0/30' }, { prefix: '2001:db8::/126' }],
      },
    ]);
  });

  test('lists, policies, communities and static routes are read', () => {
    expect(parts(braces.records, 'prefix-list').map(({ name, prefix }) => [name, prefix])).toEqual([
      ['ER-OUT', '198.51.100.0/24'],
      ['ER-OUT', '198.51.101.0/24'],
    ]);
    expect(parts(braces.records, 'route-map')).toMatchObject([
      { sequence: 10, action: 'permit', localPreference: 150, match: ['community PLATFORM'] },
      { sequence: 20, action: 'deny' },
    ]);
    expect(parts(braces.records, 'community-list')).toMatchObject([
      { communities: ['12076:51002', '12076:51003'] },
    ]);
    expect(parts(braces.records, 'static-route')).toMatchObject([
      { prefix: '10.0.0.0/8', nextHop: '192.0.2.254' },
    ]);
    // What is switched off is told and not believed.
    expect(unreadLines(braces)).toEqual(['54 not-used']);
  });

  test('commands say the same as braces', () => {
    const evidence = readSampleAs('router-config', 'router/junos-config-set.txt');
    expect(parts(evidence.records, 'neighbor')).toMatchObject([
      { neighbor: '203.0.113.6', remoteAsn: 12076, description: 'MSEE secondary', hasBfd: true, vrf: null },
      { neighbor: '192.0.2.9', remoteAsn: 65001, vrf: 'er' },
    ]);
    expect(parts(evidence.records, 'interface')).toMatchObject([{ name: 'ge-0/0/1.300', vlan: 300 }]);
    expect(parts(evidence.records, 'route-map')).toMatchObject([{ prepend: [65020, 65020] }]);
    expect(unreadLines(evidence)).toEqual(['12 not-used']);
  });

  test('a brace too many or too few is told', () => {
    const text = 'protocols {\n}\n}\npolicy-options {\n prefix-list A {\n  10.0.0.0/8;\n';
    const evidence = readAs('router-config', text);
    expect(unreadLines(evidence)).toEqual(['3 not-understood', '7 cut-off']);
    expect(parts(evidence.records, 'prefix-list')).toHaveLength(1);
  });
});

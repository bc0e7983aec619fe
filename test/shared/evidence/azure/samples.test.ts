/** What is read from the samples of Azure, Microsoft 365, Entra and Power Platform, and what is not, with its line. */
import { describe, expect, it } from 'vitest';
import type { EvidenceKind, UnreadReason } from '../../../../shared/evidence/evidence.ts';
import { readEvidence } from '../../../../shared/evidence/read-evidence.ts';
import { readAs, readSampleAs } from '../../../helpers/read-evidence.ts';

function read<Kind extends EvidenceKind>(kind: Kind, sample: string) {
  const { records, unread } = readSampleAs(kind, `azure/${sample}.txt`);
  return { records, unread: unread.map(({ line, reason }): [number, UnreadReason] => [line, reason]) };
}

const msp = {
  type: 'microsoft',
  peerAsn: 100,
  azureAsn: 12_076,
  vlan: 300,
  primaryPrefix: '123.0.0.0/30',
  secondaryPrefix: '123.0.0.4/30',
};

describe('a circuit', () => {
  it('is read behind a line of progress, with its peerings, by tier and family and not by the name of the SKU', () => {
    const { records, unread } = read('circuit', 'circuit-az');
    expect(records).toMatchObject([
      {
        name: 'MyCircuit',
        circuitState: 'Enabled',
        providerState: 'Provisioned',
        tier: 'Standard',
        family: 'UnlimitedData',
        bandwidthMbps: 200,
        peeringLocation: 'Silicon Valley',
        provider: 'Equinix',
        directPort: null,
        peerings: [{ ...msp, advertisedPrefixes: ['123.1.0.0/24'], customerAsn: null, routeFilter: null }],
      },
    ]);
    expect(unread).toEqual([]);
  });

  it('on ExpressRoute Direct has a port and a bandwidth in Gbps; what nobody knows is told', () => {
    const { records, unread } = read('circuit', 'circuit-rest');
    expect(records).toMatchObject([
      {
        directPort: 'port-ams',
        bandwidthMbps: 5000,
        tier: 'Premium',
        globalReach: true,
        providerState: null,
      },
    ]);
    expect(unread.map(([, reason]) => reason)).toEqual(['unknown-value', 'unknown-field']);
  });

  it('is read from a PowerShell list with JSON and wrapped lines in it', () => {
    const { records, unread } = read('circuit', 'circuit-powershell');
    expect(records).toMatchObject([
      {
        name: 'ER-ARMTest',
        tier: 'Standard',
        bandwidthMbps: 1000,
        peeringLocation: 'Los Angeles',
        peerings: [],
      },
    ]);
    expect(unread).toEqual([]);
  });
});

describe('a peering', () => {
  it('is read with both address families and its filter; a wrong prefix is told', () => {
    const { records, unread } = read('peering', 'peering-rest');
    expect(records).toMatchObject([
      {
        ...msp,
        advertisedState: 'ValidationNeeded',
        advertisedCommunities: ['12076:5030'],
        customerAsn: 23,
        registry: 'ARIN',
        routeFilter: 'filterName',
        ipv6: { primaryPrefix: '3ffe:ffff:0:cd30::/126', advertisedPrefixes: ['3ffe:ffff:0:cd31::/120'] },
      },
    ]);
    expect(unread).toEqual([
      [4, 'host-bits'],
      [7, 'not-a-prefix'],
    ]);
  });

  it('is read from a PowerShell list of two', () => {
    const { records, unread } = read('peering', 'peering-powershell');
    expect(records).toMatchObject([
      { type: 'private', peerAsn: 65_020, vlan: 401, advertisedPrefixes: [] },
      { type: 'microsoft', vlan: null, advertisedPrefixes: ['123.1.0.0/24'], advertisedState: 'Configured' },
    ]);
    expect(unread).toEqual([[21, 'not-a-number']]);
  });
});

const route = { metric: null, valid: null, best: null, communities: null };

describe('the route table of a circuit', () => {
  it('is read from JSON; a route whose path is unclear is told and left out', () => {
    const { records, unread } = read('circuit-routes', 'circuit-routes-az');
    const shared = { ...route, nextHop: '192.0.2.97', weight: 0 };
    expect(records).toEqual([
      { ...shared, prefix: '203.0.113.0/24', localPreference: null, path: [65_020], origin: null },
      {
        ...shared,
        prefix: '198.51.100.0/24',
        localPreference: 150,
        path: [65_020, 65_030],
        origin: 'incomplete',
      },
      {
        ...route,
        prefix: '198.51.100.0/24',
        nextHop: null,
        localPreference: null,
        weight: 32_768,
        path: [],
        origin: null,
      },
    ]);
    expect(unread).toEqual([
      [4, 'host-bits'],
      [5, 'missing-field'],
      [6, 'not-an-asn'],
    ]);
  });

  it.each(['circuit-routes-classic', 'circuit-routes-powershell'])(
    'is read from columns, empty ones too: %s',
    (name) => {
      const { records } = read('circuit-routes', name);
      expect(records.map(({ prefix, localPreference, path }) => ({ prefix, localPreference, path }))).toEqual(
        [
          { prefix: '10.1.0.0/16', localPreference: null, path: [65_020, 65_030] },
          { prefix: '10.2.0.0/16', localPreference: 150, path: [65_020] },
        ],
      );
      expect(records[0]).toMatchObject({ nextHop: '10.0.0.1', weight: 0 });
    },
  );

  it('tells a line that is no row of the table', () => {
    expect(read('circuit-routes', 'circuit-routes-classic').unread).toEqual([[6, 'not-a-prefix']]);
  });

  it('is not guessed where a network has no length', () => {
    const text =
      '[{ "network": "10.0.0.0", "nextHop": "10.0.0.1", "locPrf": "", "weight": 0, "path": "65020" }]';
    expect(readEvidence({ text })).toMatchObject({
      evidence: {
        records: [],
        unread: [{ line: 1, text: '[0].network: "10.0.0.0"', reason: 'not-a-prefix' }],
      },
    });
  });

  it('is not guessed where its columns have run together', () => {
    const text = 'Network NextHop LocPrf Weight Path\n10.1.0.0/16 10.0.0.1 0 65020 65030\n';
    expect(readEvidence({ text })).toMatchObject({ ok: false, problem: 'unknown' });
  });
});

describe('what Azure says of the state of a circuit', () => {
  it('has a number of prefixes for a session that stands, and a state for one that does not', () => {
    const { records, unread } = read('circuit-route-summary', 'circuit-route-summary');
    expect(records).toMatchObject([
      { neighbor: '10.0.0.1', asn: 65_020, state: 'Established', prefixes: 50 },
      { neighbor: '10.0.0.5', upDown: 'never', state: 'Idle', prefixes: null },
    ]);
    expect(unread).toEqual([]);
  });

  it('of both links is the same from az', () => {
    const { records, unread } = read('circuit-route-summary', 'circuit-route-summary-az');
    expect(records).toMatchObject([
      { neighbor: '123.0.0.1', asn: 65_020, state: 'Established', prefixes: 3 },
      { neighbor: '10.3.12.4', upDown: 'never', state: 'Active', prefixes: null },
    ]);
    expect(unread).toEqual([]);
  });

  it('has no address of hardware where ARP is incomplete', () => {
    const { records, unread } = read('arp', 'arp-powershell');
    expect(records).toEqual([
      { age: 10, side: 'on-prem', address: '65.0.0.1', mac: 'ffff.eeee.dddd' },
      { age: 0, side: 'microsoft', address: '65.0.0.2', mac: 'aaaa.bbbb.cccc' },
      { age: 0, side: 'on-prem', address: '65.0.0.5', mac: null },
    ]);
    expect(unread).toEqual([]);
  });

  it('tells sides and hardware addresses that are none', () => {
    const { records, unread } = read('arp', 'arp-az');
    expect(records).toMatchObject([{ mac: 'ffff.eeee.dddd' }, { side: null, mac: null }]);
    expect(unread).toEqual([
      [2, 'unknown-value'],
      [2, 'unknown-value'],
    ]);
  });

  it('counts the bytes of both links', () => {
    const { records, unread } = read('circuit-traffic', 'circuit-traffic');
    expect(records).toEqual([
      { primaryIn: 240_780_020, primaryOut: 239_863_857, secondaryIn: 0, secondaryOut: null },
    ]);
    expect(unread).toEqual([[3, 'not-a-number']]);
  });
});

describe('communities and filters', () => {
  it('name what a filter lets through and where it is attached', () => {
    const { records, unread } = read('route-filter', 'route-filter-rest');
    expect(records).toMatchObject([
      {
        name: 'filterName',
        rules: [{ access: 'Allow', type: 'Community', communities: ['12076:5030', '12076:5040'] }],
        peerings: ['MyCircuit/MicrosoftPeering'],
      },
    ]);
    expect(unread).toEqual([[4, 'not-a-community']]);
    expect(read('route-filter', 'route-filter-az').records).toMatchObject([{ name: 'lonely', peerings: [] }]);
  });

  it('of a list of rules have the name of their filter, and nothing says where it is attached', () => {
    const { records, unread } = read('route-filter', 'route-filter-rules');
    expect(records).toMatchObject([
      {
        name: 'MyRouteFilter',
        rules: [{ name: 'regions', access: 'Allow', communities: ['12076:51004', '12076:51002'] }],
        peerings: null,
      },
    ]);
    expect(unread).toEqual([[4, 'not-a-community']]);
    const two = JSON.stringify([1, 2].map((at) => ({ access: 'Allow', communities: [`12076:5100${at}`] })));
    expect(readAs('route-filter', two).records).toMatchObject([{ name: null, rules: [{}, {}] }]);
  });

  it('have prefixes and a permission; what a page leaves out is told', () => {
    const az = read('service-communities', 'service-communities-az');
    expect(az.records).toEqual([
      {
        service: 'Azure',
        name: 'Azure West Europe',
        community: '12076:51002',
        region: 'Global',
        prefixes: ['13.69.0.0/17', '2603:1020:200::/46'],
        authorized: false,
      },
    ]);
    expect(az.unread).toEqual([[4, 'missing-field']]);
    const powershell = read('service-communities', 'service-communities-powershell');
    expect(powershell.records).toMatchObject([{ community: '12076:51017', authorized: true }]);
    expect(powershell.unread).toEqual([[20, 'wrong-type']]);
  });

  it('come with the providers and their bandwidths', () => {
    const { records, unread } = read('service-providers', 'service-providers');
    expect(records).toEqual([
      { name: 'AARNet', peeringLocations: ['Melbourne', 'Sydney'], bandwidthsMbps: [50, 10_000] },
    ]);
    expect(unread).toEqual([[2, 'missing-field']]);
  });
});

describe('Microsoft 365 and service tags', () => {
  it('give endpoints from JSON and CSV alike', () => {
    const json = read('m365-endpoints', 'm365-endpoints');
    expect(json.records).toMatchObject([
      {
        id: 1,
        prefixes: ['2a01:111:f403::/48', '23.103.132.0/22'],
        udpPorts: ['3478-3481'],
        expressRoute: true,
      },
      { id: 2, prefixes: [], tcpPorts: ['443'], category: null, expressRoute: null, required: false },
    ]);
    expect(json.unread).toEqual([
      [5, 'not-a-number'],
      [5, 'unknown-value'],
      [5, 'wrong-type'],
    ]);
    const csv = read('m365-endpoints', 'm365-endpoints-csv');
    expect(csv.records).toMatchObject([
      {
        id: 1,
        urls: ['outlook.office.com', '*.outlook.com'],
        tcpPorts: ['80', '443'],
        notes: 'a note, with a comma',
      },
    ]);
    expect(csv.unread).toEqual([
      [3, 'not-a-number'],
      [4, 'not-understood'],
    ]);
  });

  it('give changes with the day they count from', () => {
    const { records, unread } = read('m365-changes', 'm365-changes');
    expect(records).toMatchObject([
      {
        endpoint: 32,
        disposition: 'Change',
        from: '2026-12-01',
        addedPrefixes: ['40.96.0.0/13'],
        removedPrefixes: ['40.104.0.0/15'],
        previous: { expressRoute: true },
        current: { expressRoute: false },
      },
    ]);
    expect(unread).toEqual([]);
  });

  it('give tags with canonical prefixes', () => {
    const { records, unread } = read('service-tags', 'service-tags');
    expect(records).toEqual([
      {
        tag: 'PowerPlatformInfra.WestEurope',
        service: 'PowerPlatformInfra',
        region: 'westeurope',
        change: 1,
        cloud: 'Public',
        prefixes: ['52.127.52.124/30', '2603:1020:200::/48'],
      },
      {
        tag: 'AzureFrontDoor.Frontend',
        service: 'AzureFrontDoor',
        region: null,
        change: 7,
        cloud: 'Public',
        prefixes: ['13.73.248.16/29'],
      },
    ]);
    expect(unread).toEqual([
      [9, 'not-a-prefix'],
      [9, 'wrong-type'],
      [11, 'missing-field'],
    ]);
  });
});

describe('Entra and Power Platform', () => {
  it('give named locations, and say when there is another page', () => {
    const { records, unread } = read('named-locations', 'named-locations');
    expect(records).toEqual([
      {
        name: 'Offices',
        trusted: true,
        prefixes: ['203.0.113.0/24', '2001:db8::/32', '203.0.114.0/24'],
        countries: [],
      },
      { name: 'Countries', trusted: null, prefixes: [], countries: ['CH', 'DE'] },
    ]);
    expect(unread).toEqual([
      [5, 'host-bits'],
      [7, 'cut-off'],
    ]);
  });

  it('give environments as PowerShell, pac and the admin API print them', () => {
    const powershell = read('environments', 'environments-powershell');
    expect(powershell.records).toMatchObject([
      { id: 'Default-1111', name: 'Contoso (default)', location: 'europe', type: 'Default', isDefault: true },
      { id: '2222', name: 'Sales', location: 'unitedstates', isDefault: false },
    ]);
    expect(powershell.unread).toEqual([]);
    const pac = read('environments', 'environments-pac');
    expect(pac.records).toMatchObject([
      { name: 'Contoso (default)', url: 'https://org1.crm4.dynamics.com/', type: 'Default' },
      { name: 'Sales EMEA', type: 'Production' },
    ]);
    expect(pac.unread).toEqual([[1, 'not-understood']]);
    expect(read('environments', 'environments-api').records).toMatchObject([
      { id: 'e1', name: 'Sales', azureRegion: 'westeurope', url: 'https://sales.crm4.dynamics.com/' },
    ]);
  });
});

describe('versions of the endpoints', () => {
  it('are read for each cloud, and a version that is none is told', () => {
    expect(read('m365-versions', 'm365-versions')).toEqual({
      records: [
        { instance: 'Worldwide', latest: '2026112800', versions: [] },
        { instance: 'USGovDoD', latest: '2026102900', versions: ['2026102900', '2026093000'] },
      ],
      unread: [[3, 'unknown-value']],
    });
  });
});

describe('what the IP firewall of an environment noted', () => {
  it('is the addresses people came from, however they are written down', () => {
    expect(read('firewall-audit', 'firewall-audit')).toEqual({
      records: [
        { at: '2026-11-20T08:00:00Z', addresses: ['198.51.100.7'] },
        { at: '2026-11-20T08:01:00Z', addresses: ['198.51.100.8', '2001:db8::8'] },
      ],
      unread: [[7, 'other-kind']],
    });
  });
});

describe('what is written in other ways', () => {
  it('a table a web page has squeezed is read word by word', () => {
    const text = `Age InterfaceProperty IpAddress MacAddress
--- ----------------- --------- ----------
10 On-Prem 65.0.0.1 ffff.eeee.dddd
0 Microsoft 65.0.0.2 aaaa.bbbb.cccc
`;
    expect(readAs('arp', text)).toMatchObject({
      records: [
        { age: 10, side: 'on-prem', address: '65.0.0.1', mac: 'ffff.eeee.dddd' },
        { age: 0, side: 'microsoft', address: '65.0.0.2' },
      ],
      unread: [],
    });
  });

  it('bandwidths may be their names, and an AS number a property', () => {
    const list = 'Name              : Equinix\nPeeringLocations  : {Amsterdam, Silicon Valley}\n';
    const providers = readAs('service-providers', `${list}BandwidthsOffered : {50Mbps, 10Gbps}\n`);
    expect(providers.records).toMatchObject([{ bandwidthsMbps: [50, 10_000] }]);
    expect(providers.unread).toEqual([]);
    const wrong = readAs('service-providers', `${list}BandwidthsOffered : {50Mbps, quick}\n`);
    expect(wrong.unread.map(({ reason }) => reason)).toEqual(['wrong-type', 'wrong-type']);
    const summary = JSON.stringify([{ neighbor: '10.0.0.1', asProperty: 65020, statePfxRcd: '50', v: 4 }]);
    expect(readAs('circuit-route-summary', summary).records).toMatchObject([{ asn: 65020, prefixes: 50 }]);
  });

  it('a list of pac marks the environment in use with a star', () => {
    const text = `Active Display Name      Environment ID                       Environment URL                  Unique Name
*      Contoso (default) 11111111-2222-3333-4444-555555555555 https://one.crm4.dynamics.com/   unq1
       Prod              99999999-2222-3333-4444-555555555555 https://two.crm.dynamics.com/    unq2
`;
    expect(readAs('environments', text)).toMatchObject({
      records: [{ name: 'Contoso (default)' }, { name: 'Prod', url: 'https://two.crm.dynamics.com/' }],
      unread: [],
    });
  });
});

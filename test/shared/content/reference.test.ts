/** The reference sets agree with one another and with the fact base, and a bad file says where it is bad. */
import { describe, expect, it } from 'vitest';
import { conflicts, facts, sources } from '../../../shared/content/facts.ts';
import {
  builtInReference,
  compareReference,
  parseReference,
  ReferenceProblem,
  referenceKinds,
} from '../../../shared/content/reference.ts';

const azureRegions = builtInReference['azure-regions'].items;
const platformRegions = builtInReference['platform-regions'].items;
const communities = builtInReference.communities.items;
const locations = builtInReference['peering-locations'].items;
const geographies = builtInReference['peering-locations'].geographies;
const options = builtInReference['circuit-options'].items;
const services = builtInReference['m365-services'].items;
const hosts = builtInReference.hosts.items;
const limits = builtInReference.limits.items;

function one<Item>(items: readonly Item[], is: (item: Item) => boolean): Item {
  const found = items.filter(is);
  const [first] = found;
  if (first === undefined || found.length !== 1) throw new Error(`expected one, found ${found.length}`);
  return first;
}
const region = (id: string) => one(azureRegions, (item) => item.id === id);
const platform = (id: string) => one(platformRegions, (item) => item.id === id);
const location = (id: string) => one(locations, (item) => item.id === id);
const limit = (id: string) => one(limits, (item) => item.id === id);
const geographiesOf = (platformId: string) =>
  new Set(platform(platformId).regions.map((id) => region(id).geography));

describe('the built-in reference sets', () => {
  it('are all there, dated, and come from sources that exist', () => {
    expect(Object.keys(builtInReference)).toEqual(referenceKinds);
    expect(referenceKinds).toHaveLength(10);
    for (const reference of Object.values(builtInReference)) {
      expect(reference.version).toBe('2026-11-21');
      for (const key of reference.sources)
        expect(Object.hasOwn(sources, key), `${reference.kind}: ${key}`).toBe(true);
    }
  });

  it('survive being written and read again', () => {
    for (const reference of Object.values(builtInReference)) {
      expect(parseReference(JSON.stringify(reference))).toEqual(reference);
    }
  });

  it('name only Azure regions that exist', () => {
    const known = new Set(azureRegions.map((item) => item.id));
    const named = [
      ...platformRegions.flatMap((item) => [...item.regions, ...item.gatewayRegions]),
      ...locations.flatMap((item) => item.localRegions),
      ...communities.flatMap((item) => (item.region === undefined ? [] : [item.region])),
    ];
    expect(named.filter((id) => !known.has(id))).toEqual([]);
  });

  it('name only geographies that exist, in the same cloud', () => {
    const cloudOf = new Map(geographies.map((item) => [item.id, item.cloud]));
    for (const item of locations) expect(cloudOf.get(item.geography), item.id).toBe(item.cloud);
    for (const item of azureRegions) {
      if (item.geography !== null) expect(cloudOf.get(item.geography), item.id).toBe(item.cloud);
    }
    for (const item of platformRegions) {
      for (const id of item.regions) expect(region(id).cloud, `${item.id}: ${id}`).toBe(item.cloud);
    }
  });

  it('trace every host and every limit to a fact or a conflict', () => {
    for (const item of hosts) {
      expect(Object.hasOwn(facts, item.why) || Object.hasOwn(conflicts, item.why), item.pattern).toBe(true);
    }
    for (const item of limits) {
      expect(Object.hasOwn(facts, item.fact) || Object.hasOwn(conflicts, item.fact), item.id).toBe(true);
    }
  });
});

describe('Azure regions', () => {
  it('are uncertain exactly where the geography is not published', () => {
    for (const item of azureRegions) expect(item.uncertain, item.id).toBe(item.geography === null);
    expect(azureRegions.filter((item) => item.uncertain).map((item) => item.name)).toEqual(
      expect.arrayContaining([
        'Spain Central',
        'Mexico Central',
        'Malaysia West',
        'Indonesia Central',
        'Taiwan North',
        'New Zealand North',
        'Brazil Southeast',
        'Austria East',
        'Belgium Central',
        'Denmark East',
      ]),
    );
  });

  it('have ids that are their names in lower case without spaces', () => {
    for (const item of azureRegions) expect(item.id).toBe(item.name.toLowerCase().replaceAll(' ', ''));
  });

  it('agree with the regional communities, both ways', () => {
    const byRegion = new Map(communities.flatMap((item) => (item.region ? [[item.region, item.value]] : [])));
    for (const item of azureRegions) expect(byRegion.get(item.id) ?? null, item.id).toBe(item.community);
  });

  it('carry only values of the Microsoft peering series', () => {
    for (const item of azureRegions) {
      if (item.community !== null) expect(item.community, item.id).toMatch(/^12076:51\d{3}$/);
    }
  });
});

describe('Power Platform regions', () => {
  it.each([
    ['unitedstates', ['12076:51004', '12076:51006']],
    ['europe', ['12076:51002', '12076:51003']],
    ['unitedkingdom', ['12076:51024', '12076:51025']],
    ['france', ['12076:51030', '12076:51031']],
    ['germany', ['12076:51040', '12076:51041']],
    ['switzerland', ['12076:51038', '12076:51039']],
    ['norway', ['12076:51042', '12076:51043']],
    ['sweden', [null]],
    ['italy', [null]],
    ['asia', ['12076:51010', '12076:51011']],
    ['singapore', ['12076:51011', '12076:51010']],
    ['australia', ['12076:51015', '12076:51016']],
    ['japan', ['12076:51012', '12076:51013']],
    ['india', ['12076:51017', '12076:51019']],
    ['korea', ['12076:51028', '12076:51029']],
    ['canada', ['12076:51020', '12076:51021']],
    ['southamerica', ['12076:51014']],
    ['southafrica', ['12076:51034', '12076:51035']],
    ['unitedarabemirates', ['12076:51036']],
    ['usgov', ['12076:51105', '12076:51108']],
  ])('%s has the communities of its pair', (id, values) => {
    expect(platform(id).regions.map((regionId) => region(regionId).community)).toEqual(values);
  });

  it('agree with the URL suffixes, both ways', () => {
    const suffixes = builtInReference['url-suffixes'].items;
    for (const item of platformRegions) {
      const listed = suffixes
        .filter((suffix) => suffix.platformRegions.includes(item.id))
        .map((suffix) => suffix.id);
      expect(listed, item.id).toEqual(item.suffixes);
    }
    const known = new Set(platformRegions.map((item) => item.id));
    expect(suffixes.flatMap((suffix) => suffix.platformRegions).filter((id) => !known.has(id))).toEqual([]);
  });

  it('lists the gateway regions, which can be more or fewer than the pair', () => {
    expect(platform('unitedstates').gatewayRegions).toHaveLength(10);
    expect(platform('korea').gatewayRegions).toEqual(['koreasouth']);
    expect(platform('unitedarabemirates').gatewayRegions).toContain('uaecentral');
  });
});

describe('communities', () => {
  it('are each listed once', () => {
    const values = communities.map((item) => item.value);
    expect(new Set(values).size).toBe(values.length);
  });

  it('need authorisation for Microsoft 365 and for nothing else', () => {
    const required = communities
      .filter((item) => item.authorisation === 'required')
      .map((item) => item.value);
    expect(required.sort()).toEqual(['12076:5010', '12076:5020', '12076:5030', '12076:5100']);
    expect(one(communities, (item) => item.value === '12076:5060').authorisation).toBe('none');
    expect(one(communities, (item) => item.value === '12076:5250').authorisation).toBe('restricted');
  });

  it('warn that the 50 series is for private peering', () => {
    expect(one(builtInReference.communities.series, (item) => item.id === '50').peering).toBe('private');
    expect(builtInReference.communities.series.map((item) => item.id)).toEqual([
      '50',
      '51',
      '52',
      '53',
      '54',
      '55',
    ]);
  });

  it('are the same in the list of Microsoft 365 services', () => {
    for (const item of services) {
      if (item.type !== 'service') continue;
      const community = one(communities, (candidate) => candidate.value === item.community);
      expect(community.authorisation, item.id).toBe(item.authorisation);
      expect(community.service, item.id).toBe(item.id);
    }
  });
});

describe('peering locations', () => {
  it.each([
    ['amsterdam', 'europe', ['westeurope']],
    ['london2', 'europe', ['uksouth']],
    ['geneva', 'europe', ['switzerlandwest']],
    ['munich', 'europe', []],
    ['madrid', 'europe', ['spaincentral']],
    ['washington-dc', 'north-america', ['eastus', 'eastus2']],
    ['silicon-valley2', 'north-america', ['westus']],
    ['toronto', 'north-america', ['canadacentral']],
    ['queretaro', 'north-america', ['mexicocentral']],
    ['singapore', 'asia', ['southeastasia']],
    ['tokyo3', 'japan', ['japaneast']],
    ['busan', 'south-korea', ['koreasouth']],
    ['mumbai', 'india', ['westindia']],
    ['sydney', 'oceania', ['australiaeast']],
    ['perth', 'oceania', []],
    ['canberra2', 'australia-government', ['australiacentral2']],
    ['rio-de-janeiro', 'south-america', ['brazilsoutheast']],
    ['cape-town', 'south-africa', ['southafricawest']],
    ['abu-dhabi', 'uae', ['uaecentral']],
    ['doha', 'qatar', ['qatarcentral']],
    ['tel-aviv', 'israel', ['israelcentral']],
    ['usgov-washington-dc', 'us-government', ['usdodeast', 'usgovvirginia']],
    ['usgov-atlanta', 'us-government', []],
    ['china-beijing2', 'china-north', []],
    ['china-shanghai', 'china-east', []],
  ])('%s lies in %s with its Local regions', (id, geography, localRegions) => {
    const { geography: actual, localRegions: regions, local } = location(id);
    expect({ actual, regions, local }).toEqual({
      actual: geography,
      regions: localRegions,
      local: localRegions.length > 0,
    });
  });

  it('number 105 in the public cloud, 9 in US Government and 4 in China', () => {
    const count = (cloud: string) => locations.filter((item) => item.cloud === cloud).length;
    expect([count('public'), count('usgov'), count('china')]).toEqual([105, 9, 4]);
  });

  it('offer Local exactly where a Local region is listed', () => {
    for (const item of locations) expect(item.local, item.id).toBe(item.localRegions.length > 0);
  });

  it('mark the geographies that only follow from the place', () => {
    expect(locations.filter((item) => item.inferred).map((item) => item.name)).toEqual([
      'Brussels',
      'Brussels2',
      'Stockholm2',
      'Vienna',
      'Vienna2',
      'Atlanta2',
      'Dallas2',
      'Phoenix2',
      'Portland',
      'Jakarta2',
      'Kuala Lumpur2',
      'Taipei2',
      'Melbourne2',
    ]);
  });

  it('decide on Standard or Premium as the examples of the fact base do', () => {
    expect(geographiesOf('unitedkingdom')).toEqual(new Set([location('london').geography]));
    expect(geographiesOf('unitedstates')).toEqual(new Set([location('toronto').geography]));
    expect(geographiesOf('japan')).not.toContain(location('singapore').geography);
    expect(geographiesOf('asia')).not.toContain(location('sydney').geography);
  });
});

describe('circuit options', () => {
  it('offer the provider bandwidths with their Premium links', () => {
    const provider = options.flatMap((item) =>
      item.type === 'bandwidth' && item.offers.includes('provider')
        ? [[item.mbps, item.premiumVirtualNetworkLinks]]
        : [],
    );
    expect(provider).toEqual([
      [50, 20],
      [100, 25],
      [200, 25],
      [500, 40],
      [1000, 50],
      [2000, 60],
      [5000, 75],
      [10000, 100],
    ]);
  });

  it('allow Microsoft 365 on Premium only and metered billing not on Local', () => {
    const skus = options.flatMap((item) => (item.type === 'sku' ? [item] : []));
    expect(skus.filter((sku) => sku.microsoft365).map((sku) => sku.id)).toEqual(['premium']);
    expect(skus.filter((sku) => !sku.billing.includes('metered')).map((sku) => sku.id)).toEqual(['local']);
  });
});

describe('hosts', () => {
  it('cover every host that Power Platform needs', () => {
    const needed = [
      '*.azure-apim.net',
      '*.azure-apihub.net',
      '*.blob.core.windows.net',
      '*.flow.microsoft.com',
    ]
      .concat([
        '*.logic.azure.com',
        '*.powerautomate.com',
        '*.powerapps.com',
        '*.azureedge.net',
        '*.azurefd.net',
      ])
      .concat(['*.dynamics.com', '*.api.powerplatform.com', '*.api.powerplatformusercontent.com'])
      .concat(['*.api.bap.microsoft.com', '*.servicebus.windows.net', '*.gateway.prod.island.powerapps.com'])
      .concat(['login.microsoftonline.com', 'graph.microsoft.com']);
    const listed = new Set(hosts.map((item) => item.pattern));
    expect(needed.filter((pattern) => !listed.has(pattern))).toEqual([]);
  });

  it('keep the exceptions apart from their wildcards', () => {
    const ride = (pattern: string) => one(hosts, (item) => item.pattern === pattern).expressRoute;
    expect([ride('*.microsoftonline.com'), ride('login.microsoftonline.com')]).toEqual(['no', 'yes']);
    expect([ride('*.sharepoint.com'), ride('*-admin.sharepoint.com')]).toEqual(['yes', 'no']);
    expect([ride('*.powerapps.com'), ride('*.logic.azure.com'), ride('admin.microsoft.com')]).toEqual([
      'region',
      'no',
      'no',
    ]);
  });
});

describe('limits and special ranges', () => {
  it('hold the numbers that the checks compute with', () => {
    expect(limit('prefixes-microsoft-ipv4').value).toBe(200);
    expect(limit('prefixes-microsoft-warning')).toMatchObject({ value: 160, basis: 'inference' });
    expect(limit('asn-reserved-microsoft')).toMatchObject({ value: 65515, to: 65520 });
    expect(limit('headroom-target')).toMatchObject({ value: 20, to: 50 });
    expect(limit('nat-users-per-address').basis).toBe('general');
  });

  it('have ranges that run upwards', () => {
    for (const item of limits)
      if (item.to !== undefined) expect(item.to, item.id).toBeGreaterThan(item.value);
  });

  it('list the ranges that are never public addresses of one’s own', () => {
    const prefixes = builtInReference['special-ranges'].items.map((item) => item.prefix);
    expect(prefixes).toEqual(
      expect.arrayContaining([
        '10.0.0.0/8',
        '100.64.0.0/10',
        '192.88.99.0/24',
        '240.0.0.0/4',
        'fc00::/7',
        '2002::/16',
      ]),
    );
  });
});

describe('reading a reference file', () => {
  const suffixes = () => structuredClone(builtInReference['url-suffixes']);
  const problemOf = (text: string): ReferenceProblem => {
    try {
      parseReference(text);
    } catch (error) {
      if (error instanceof ReferenceProblem) return error;
      throw error;
    }
    throw new Error('the file was accepted');
  };

  it('names line and column when the text is not JSON', () => {
    const problem = problemOf('{\n  "kind": "hosts",\n  "version" "2026-11-21"\n}');
    expect(problem.place).toBe('line 3, column 13');
    expect(problem.message).toContain('not JSON');
  });

  it('names the file when it is empty', () => {
    expect(problemOf('').message).toContain('not JSON');
  });

  it('names the kinds there are when the kind is unknown, missing or a trick', () => {
    expect(problemOf('{"kind":"weather"}').message).toContain('azure-regions');
    expect(problemOf('{"kind":"constructor"}').place).toBe('kind');
    expect(problemOf('[]').place).toBe('kind');
    expect(problemOf('null').place).toBe('kind');
  });

  it('names the entry and the field that is wrong', () => {
    const file = { ...builtInReference['azure-regions'], items: [...azureRegions] };
    const broken = { ...region('westeurope'), community: '12077:51002' };
    file.items[2] = broken;
    expect(problemOf(JSON.stringify(file)).place).toBe('items[2] (westeurope).community');
  });

  it('names the entry with an unknown field', () => {
    const file = suffixes();
    const text = JSON.stringify(file).replace('"id":"crm3"', '"id":"crm3","colour":"red"');
    expect(problemOf(text).message).toContain('items[2] (crm3)');
    expect(problemOf(text).message).toContain('colour');
  });

  it('refuses an entry that is there twice', () => {
    const file = suffixes();
    file.items.push(...file.items.slice(1, 2));
    const problem = problemOf(JSON.stringify(file));
    expect(problem.place).toBe(`items[${file.items.length - 1}]`);
    expect(problem.message).toContain('"crm2" is already at items[1]');
  });

  it('refuses a version that is not a date, and an empty list', () => {
    expect(problemOf(JSON.stringify({ ...suffixes(), version: 'newest' })).place).toBe('version');
    expect(problemOf(JSON.stringify({ ...suffixes(), items: [] })).place).toBe('items');
  });
});

describe('comparing two versions', () => {
  it('finds nothing between a set and itself', () => {
    for (const reference of Object.values(builtInReference)) {
      expect(compareReference(reference, reference)).toEqual({ added: [], removed: [], changed: [] });
    }
  });

  it('finds what was added, removed and changed, whatever the order', () => {
    const before = builtInReference['url-suffixes'];
    const after = structuredClone(before);
    after.items.reverse();
    const removed = after.items.pop();
    const canada = one(after.items, (item) => item.id === 'crm3');
    canada.name = 'Canada and Greenland';
    after.items.push({ id: 'crm22', name: 'Mars', platformRegions: ['mars'] });
    const difference = compareReference(before, after);
    expect(difference.added.map(({ id }) => id)).toEqual(['crm22']);
    expect(difference.removed).toEqual([{ id: 'crm', before: removed }]);
    expect(difference.changed).toEqual([
      { id: 'crm3', before: one(before.items, (item) => item.id === 'crm3'), after: canada },
    ]);
  });

  it('looks at geographies and series too', () => {
    const before = builtInReference['peering-locations'];
    const after = structuredClone(before);
    after.geographies.pop();
    expect(compareReference(before, after).removed.map(({ id }) => id)).toEqual(['geography china-east']);
  });

  it('refuses to compare sets of different kinds', () => {
    expect(() => compareReference(builtInReference.hosts, builtInReference.limits)).toThrow(ReferenceProblem);
  });
});

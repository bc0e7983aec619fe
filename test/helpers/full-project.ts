/**
 * A large customer, made up: every question answered, twelve circuits, two hundred sites. Addresses fit each other, regions and
 * locations exist, and a few rows are as careless as rows are in life. What speed is measured on; the same in every run.
 */
import { content, fieldOf } from '../../shared/content/content.ts';
import { openState } from '../../shared/content/open-state.ts';
import { builtInReference } from '../../shared/content/reference.ts';
import { type RowOf, type TableId, tables } from '../../shared/content/tables.ts';
import type { Json } from '../../shared/json.ts';
import type { Edit } from '../../shared/project/change.ts';
import type { ProjectState } from '../../shared/project/state.ts';
import { sampleFile } from '../../shared/sample/sample.ts';
import { fullAnswers } from './full-answers.ts';

type Sizes = Readonly<Record<TableId, number>>;

export const fullSize: Sizes = {
  environments: 12,
  sites: 200,
  clientGroups: 40,
  proxies: 6,
  edges: 24,
  circuits: 12,
  peerings: 24,
  natPools: 24,
  advertised: 24,
  endpoints: 20,
  services: 18,
  servers: 20,
  subnets: 8,
  prices: 12,
  roles: 11,
};

/** Where the circuits end: peering location, country, Power Platform region, and the towns around. */
const hubs = [
  ['London', 'london', 'United Kingdom', 'unitedkingdom', 'Leeds Bristol Cardiff Glasgow'],
  ['Paris', 'paris', 'France', 'france', 'Lyon Nantes Lille Toulouse'],
  ['Frankfurt', 'frankfurt', 'Germany', 'germany', 'Hamburg Leipzig Stuttgart Bremen'],
  ['Amsterdam', 'amsterdam', 'Netherlands', 'europe', 'Utrecht Breda Antwerp Ghent'],
  ['Ashburn', 'washington-dc', 'United States', 'unitedstates', 'Boston Atlanta Charlotte Richmond'],
  ['Dallas', 'dallas', 'United States', 'unitedstates', 'Houston Denver Austin Tulsa'],
  ['San Jose', 'silicon-valley', 'United States', 'unitedstates', 'Portland Fresno Reno Oakland'],
  ['Toronto', 'toronto', 'Canada', 'canada', 'Ottawa Hamilton Montreal Windsor'],
  ['Singapore', 'singapore', 'Singapore', 'singapore', 'Penang Bangkok Jakarta Manila'],
  ['Hong Kong', 'hong-kong', 'Hong Kong SAR', 'asia', 'Macau Taipei Kaohsiung Hanoi'],
  ['Tokyo', 'tokyo', 'Japan', 'japan', 'Osaka Nagoya Sendai Kobe'],
  ['Sydney', 'sydney', 'Australia', 'australia', 'Newcastle Brisbane Melbourne Hobart'],
] as const;
const districts = ['Central', 'North', 'Harbour', 'Airport'] as const;
const people = ['A. Dubois', 'J. Rivera', 'S. Okafor', 'P. Silva', 'L. Brandt', 'K. Novak'] as const;
const services = [
  ['dataverse', 'express-route', 900],
  ['power-apps', 'express-route', 420],
  ['power-automate', 'both', 160],
  ['power-pages', 'internet', 60],
  ['dynamics-365', 'express-route', 640],
  ['sign-in', 'internet', 30],
  ['exchange', 'express-route', 380],
  ['sharepoint', 'express-route', 520],
  ['teams', 'internet', 900],
  ['office-web', 'internet', 120],
  ['gateway', 'internet', 90],
  ['desktop-flows', 'internet', 40],
  ['connectors', 'internet', 70],
  ['web-services-out', 'express-route', 110],
  ['azure-services', 'express-route', 300],
  ['admin-portals', 'internet', 15],
  ['cdn', 'internet', 80],
  ['app-downloads', 'internet', 45],
] as const;
const groupKinds = ['office-wired', 'office-wired', 'office-wireless', 'vpn'] as const;
const asn = 401308;

function pick<Item>(list: readonly Item[], index: number): Item {
  return list[index % list.length] as Item;
}

/** Every nth row is one that nobody looked after. */
const isCareless = (index: number, nth: number) => index % nth === nth - 1;
const owner = (index: number) => pick(people, index);
const ref = (position: number) => `r${position + 1}`;

/** The published communities of the regions behind a Power Platform region. */
function communitiesOf(region: string): string[] {
  const { regions } = builtInReference['platform-regions'].items.find(({ id }) => id === region) ?? {
    regions: [],
  };
  return regions.flatMap(
    (one) => builtInReference['azure-regions'].items.find(({ id }) => id === one)?.community ?? [],
  );
}

/** A row by its place; edges, peerings, pools and prefixes come one per circuit, and then once more of the other kind. */
type Makers = { [Table in TableId]: (index: number, size: Sizes) => Omit<RowOf<Table>, 'id'> };

const makers: Makers = {
  environments: (index) => {
    const [city, , , region] = pick(hubs, index);
    const platform = builtInReference['platform-regions'].items.find(({ id }) => id === region);
    const name = city.toLowerCase().replace(' ', '');
    return {
      name: `Adatum ${city}`,
      region,
      type: isCareless(index, 4) ? 'sandbox' : 'production',
      azureRegions: [...(platform?.regions ?? [])],
      address: `adatum${name}.${platform?.suffixes[0] ?? 'crm'}.dynamics.com`,
      managed: isCareless(index, 6) ? 'no' : 'yes',
      virtualNetwork: index < 4 ? 'yes' : 'no',
      gatewayRegion: platform?.gatewayRegions[0] ?? 'westeurope',
      owner: owner(index),
    };
  },
  sites: (index, { circuits }) => {
    const place = index % circuits;
    const [city, , country, , towns] = pick(hubs, place);
    const round = Math.floor(index / circuits) - 1;
    const edges = { internetEdge: ref(circuits + place), expressRouteEdge: ref(place) };
    if (round < 0) {
      return {
        name: `${city} datacenter`,
        kind: 'hub',
        country,
        users: 200 + index * 35,
        peak: 90,
        wan: 10_000,
        critical: 'yes',
        path: 'express-route',
        internetLatency: 14 + index,
        expressRouteLatency: 9 + index,
        ...edges,
      };
    }
    const isOffice = round % 4 === 0;
    return {
      name: `${pick(towns.split(' '), round)} ${pick(districts, Math.floor(round / 4))}`,
      kind: isOffice ? 'office' : 'branch',
      country,
      users: isOffice ? 320 : 25 + (index % 40),
      peak: isOffice ? 70 : 8 + (index % 9),
      wan: isCareless(index, 67) ? 5 : isOffice ? 500 : 100,
      hub: ref(place),
      critical: isOffice && !isCareless(round, 3) ? 'yes' : 'no',
      path: isOffice ? 'express-route' : pick(['internet', 'both', 'express-route'] as const, round),
      internetLatency: 18 + (index % 30),
      expressRouteLatency: 15 + (index % 30) + (isCareless(index, 14) ? 24 : 0),
    };
  },
  clientGroups: (index, { circuits, sites, proxies }) => {
    const [city] = pick(hubs, index % circuits);
    const kind = pick(groupKinds, Math.floor(index / circuits));
    const isWired = kind === 'office-wired';
    const steering = pick(['pac', 'routing'] as const, index);
    return {
      name: `${city} ${kind.replace('office-', '')} ${Math.floor(index / circuits) + 1}`,
      kind,
      site: ref(index % sites),
      users: 150 + index * 12,
      subnets: [`10.${index}.0.0/18`, `10.${index}.64.0/20`],
      devices: isWired ? ['laptop', 'virtual-desktop'] : ['laptop', 'tablet', 'phone'],
      path: isWired ? 'express-route' : 'internet',
      steering: isWired ? steering : kind === 'vpn' ? 'vpn' : 'none',
      ...(isWired && steering === 'pac' ? { proxy: ref(index % proxies) } : {}),
      publicAddresses: 'no',
      internetAllowed: isCareless(index, 20) ? 'no' : 'yes',
    };
  },
  proxies: (index) => ({
    name: `Proxy ${pick(hubs, index)[0]}`,
    kind: 'explicit',
    site: ref(index),
    egress: 'by-rule',
    inspectsTls: 'yes',
    bypass: isCareless(index, 6) ? 'no' : 'yes',
    owner: owner(index),
  }),
  edges: (index, { circuits }) => {
    const place = index % circuits;
    const [city] = pick(hubs, place);
    const isOwn = index < circuits;
    return {
      name: isOwn ? `ER edge ${city}` : `Internet edge ${city}`,
      kind: isOwn ? 'express-route' : 'internet',
      site: ref(place),
      firewall: 'stateful',
      devices: isCareless(index, 11) ? 1 : 2,
      learnsRoutes: isOwn ? 'all' : 'none',
      localPreference: isOwn ? 150 : 100,
      sourceNat: 'yes',
      bandwidth: isOwn ? 10_000 : 2000,
      lines: 2,
      routeCapacity: 100_000,
      owner: owner(index),
    };
  },
  circuits: (index) => {
    const [city, location] = pick(hubs, index);
    return {
      name: `Circuit ${index + 1} ${city}`,
      provider: pick(['Fabrikam Networks', 'Adatum Carrier', 'Proseware Exchange'], index),
      model: pick(['ethernet', 'cloud-exchange', 'ipvpn'] as const, index),
      location,
      bandwidth: pick([2000, 1000, 5000], index),
      sku: 'premium',
      billing: pick(['metered', 'metered', 'unlimited'] as const, index),
      resiliency: 'standard',
      edge: ref(index),
      provisioning: isCareless(index, 12) ? 'provisioning' : 'provisioned',
      circuitState: 'enabled',
      routing: 'we-do',
      encryption: 'none',
      otherLoad: 100 + index * 10,
      leadWeeks: 8 + (index % 5),
      ordered: '2026-03-02',
      owner: owner(index),
    };
  },
  peerings: (index, { circuits }) => {
    const place = index % circuits;
    const [city, , , region] = pick(hubs, place);
    const isMicrosoft = index < circuits;
    const links = (block: string) => ({
      primary: `${block}.${place * 8}/30`,
      secondary: `${block}.${place * 8 + 4}/30`,
    });
    const common = {
      circuit: ref(place),
      vlan: 300 + index,
      peerAsn: asn,
      created: '2026-05-11',
      sessions: isCareless(index, 9) ? 'one' : 'both',
      bfd: isCareless(index, 8) ? 'no' : 'yes',
      md5: 'yes',
      customerHost: 'first',
      localPreference: 150,
      prepends: 'no',
    } as const;
    if (!isMicrosoft) return { ...common, ...links('10.250.0'), name: `${city} private`, type: 'private' };
    return {
      ...common,
      ...links('131.107.255'),
      name: `${city} Microsoft`,
      type: 'microsoft',
      registry: 'ripe',
      filter: 'attached',
      communities: [...communitiesOf(region), '12076:5010', '12076:5020'].sort(),
      validation: isCareless(index, 7) ? 'configuring' : 'configured',
    };
  },
  natPools: (index, { circuits }) => {
    const place = index % circuits;
    const [city] = pick(hubs, place);
    const common = { registered: isCareless(index, 10) ? 'no' : 'yes', owner: owner(index) } as const;
    if (index >= circuits)
      return {
        ...common,
        name: `${city} internet`,
        prefix: `131.107.${40 + place}.0/27`,
        use: 'internet',
        edge: ref(index),
        publishes: 'yes',
        users: 1600,
      };
    return {
      ...common,
      name: `${city} ExpressRoute`,
      prefix: `131.107.${10 + place}.0/27`,
      use: 'express-route',
      edge: ref(place),
      circuit: ref(place),
      link: 'both',
      publishes: 'yes',
      users: 900 + place * 40,
    };
  },
  advertised: (index, { circuits }) => ({
    prefix: `131.107.${10 + (index % circuits)}.${index < circuits ? 0 : 128}/25`,
    circuit: ref(index % circuits),
    links: isCareless(index, 12) ? 'primary' : 'both',
    asn,
    registry: 'ripe',
    validated: isCareless(index, 9) ? 'no' : 'yes',
  }),
  endpoints: (index, { circuits }) => {
    const place = index % circuits;
    const isOwn = index % 2 === 0;
    return {
      name: `${pick(['ERP', 'Pricing', 'Documents', 'Relay'], index)} ${pick(hubs, place)[0]} ${index + 1}`,
      host: `service${index + 1}.adatum.example`,
      address: isOwn ? `131.107.${10 + place}.${130 + index}` : `131.107.${40 + place}.${40 + index}`,
      use: 'web-service',
      path: isOwn ? 'express-route' : 'internet',
      edge: ref(isOwn ? place : circuits + place),
      delivery: 'reverse-proxy',
      publicDns: 'yes',
      seesRoutes: isCareless(index, 9) ? 'yes' : 'no',
      sourceNat: isCareless(index, 7) ? 'no' : 'yes',
      inspection: isCareless(index, 8) ? 'none' : 'waf',
      authentication: pick(['certificate', 'token', 'certificate', 'password'] as const, index),
      ipv6: 'no',
      otherCallers: isOwn ? 'no' : 'yes',
      region: pick(hubs, place)[3],
      owner: owner(index),
    };
  },
  services: (index) => {
    const [service, path, peak] = pick(services, index);
    const signedOff = isCareless(index, 6) ? 'no' : 'yes';
    return {
      service,
      path,
      peak,
      owner: owner(index),
      signedOff,
      reason: 'Decided in the workshop of March',
    };
  },
  servers: (index, { circuits, environments }) => {
    const place = index % circuits;
    const [city, , , region] = pick(hubs, place);
    const isGateway = index % 2 === 0;
    const platform = builtInReference['platform-regions'].items.find(({ id }) => id === region);
    return {
      name: `${isGateway ? 'Gateway' : 'Integration'} ${city} ${index + 1}`,
      site: ref(place),
      role: isGateway ? 'gateway' : 'integration',
      subnets: [`10.200.${index}.0/28`],
      seesRoutes: 'yes',
      natPool: ref(place),
      internetAllowed: 'yes',
      ...(isGateway ? { gatewayRegion: platform?.gatewayRegions[0] ?? 'westeurope' } : {}),
      environment: ref(place % environments),
      owner: owner(index),
    };
  },
  subnets: (index) => {
    const [city, , , region] = pick(hubs, Math.floor(index / 2));
    const platform = builtInReference['platform-regions'].items.find(({ id }) => id === region);
    return {
      name: `Power Platform ${city} ${index % 2 === 0 ? 'first' : 'second'}`,
      azureRegion: pick(platform?.regions ?? ['westeurope'], index),
      prefix: `10.240.${index}.0/24`,
      production: 1,
      nonProduction: 0,
      natGateway: isCareless(index, 8) ? 'no' : 'yes',
    };
  },
  prices: (index) => ({
    circuit: ref(index),
    currency: 'EUR',
    meteredMonthly: 900 + index * 40,
    perGigabyte: 0.025,
    unlimitedMonthly: 4200 + index * 150,
    providerMonthly: 1450 + index * 35,
    egress: 30_000 + index * 14_000,
  }),
  roles: (index) => ({
    role: pick(tables.roles.columns.role.options, index),
    person: owner(index),
    contact: `Team ${index + 1}`,
  }),
};

/** The sample's answers, because they go together, and ours on top. */
function answers(): Map<string, Json> {
  const said = new Map<string, Json>();
  for (const { path, after } of sampleFile(0, () => '').changes) {
    const [root, id = ''] = path.split('/');
    if (root !== 'answer' || after === null || typeof after !== 'object' || !('state' in after)) continue;
    if (after.state === 'answered' && after.value !== undefined) said.set(id, after.value);
  }
  for (const [id, value] of Object.entries(fullAnswers)) said.set(id, value);
  return said;
}

export function fullProjectEdits(size: Sizes = fullSize): Edit[] {
  const edits: Edit[] = [{ path: 'project/name', after: 'A full project' }];
  const said = answers();
  for (const question of content.questions.values()) {
    if (!fieldOf(question)) continue;
    const value = said.get(question.id);
    if (value === undefined) throw new Error(`The full project does not answer ${question.id}.`);
    edits.push({ path: `answer/${question.id}`, after: { state: 'answered', value } });
    edits.push({ path: `note/${question.id}`, after: `Noted in the workshop, item ${edits.length}.` });
  }
  for (const table of Object.keys(makers) as TableId[]) {
    for (let order = 0; order < size[table]; order += 1) {
      edits.push({
        path: `row/${table}/${ref(order)}`,
        after: { order, cells: makers[table](order, size) as Json },
      });
    }
  }
  return edits;
}

export function fullProject(size: Sizes = fullSize): ProjectState {
  return openState(fullProjectEdits(size).map(({ path, after }) => [path, { value: after }] as const));
}

/** The tables of a project: what stands in each row, as typed columns. Their words live with the other words. */
import type { FieldKind, FieldSpec } from './field.ts';

export type Column = FieldSpec & {
  /** A row without it is incomplete and says so. */
  required?: true;
};

export type TableSpec = {
  /** The column that names a row to people. */
  label: string;
  columns: Readonly<Record<string, Column>>;
};

function table<const Columns extends Record<string, Column>>(
  label: keyof Columns & string,
  columns: Columns,
) {
  return { label, columns };
}

const mbps = { kind: 'number', unit: 'Mbps', min: 0, max: 1_000_000 } as const;
const milliseconds = { kind: 'number', unit: 'ms', min: 0, max: 100_000 } as const;
const count = { kind: 'number', min: 0, max: 100_000_000, integer: true } as const;
const money = { kind: 'number', min: 0, max: 1_000_000_000 } as const;
const text = { kind: 'text' } as const;
const yesNo = { kind: 'yesNo' } as const;

export const tables = {
  environments: table('name', {
    name: { ...text, required: true },
    region: { kind: 'single', optionsFrom: 'platform-regions', required: true },
    type: { kind: 'single', options: ['production', 'sandbox', 'default', 'developer', 'trial', 'teams'] },
    azureRegions: { kind: 'multiple', optionsFrom: 'azure-regions' },
    address: { kind: 'host' },
    managed: yesNo,
    virtualNetwork: yesNo,
    gatewayRegion: { kind: 'single', optionsFrom: 'azure-regions' },
    owner: text,
  }),
  sites: table('name', {
    name: { ...text, required: true },
    kind: { kind: 'single', options: ['hub', 'datacenter', 'office', 'branch'], required: true },
    country: text,
    users: count,
    peak: mbps,
    wan: mbps,
    hub: { kind: 'ref', table: 'sites' },
    critical: yesNo,
    path: { kind: 'single', options: ['express-route', 'internet', 'both'] },
    internetLatency: milliseconds,
    expressRouteLatency: milliseconds,
    internetEdge: { kind: 'ref', table: 'edges' },
    expressRouteEdge: { kind: 'ref', table: 'edges' },
  }),
  clientGroups: table('name', {
    name: { ...text, required: true },
    kind: {
      kind: 'single',
      options: ['office-wired', 'office-wireless', 'vpn', 'mobile', 'home', 'server'],
      required: true,
    },
    site: { kind: 'ref', table: 'sites' },
    users: count,
    subnets: { kind: 'prefixes' },
    devices: { kind: 'multiple', options: ['laptop', 'tablet', 'phone', 'virtual-desktop', 'server'] },
    path: { kind: 'single', options: ['express-route', 'vpn-express-route', 'internet', 'blocked'] },
    steering: {
      kind: 'single',
      options: ['routing', 'pac', 'explicit-proxy', 'transparent-proxy', 'vpn', 'none'],
    },
    proxy: { kind: 'ref', table: 'proxies' },
    publicAddresses: yesNo,
    internetAllowed: yesNo,
  }),
  proxies: table('name', {
    name: { ...text, required: true },
    kind: { kind: 'single', options: ['explicit', 'transparent', 'reverse', 'cloud'], required: true },
    site: { kind: 'ref', table: 'sites' },
    egress: { kind: 'single', options: ['express-route', 'internet', 'by-rule'] },
    inspectsTls: yesNo,
    bypass: yesNo,
    owner: text,
  }),
  edges: table('name', {
    name: { ...text, required: true },
    kind: { kind: 'single', options: ['express-route', 'internet', 'both'], required: true },
    site: { kind: 'ref', table: 'sites' },
    firewall: { kind: 'single', options: ['stateful', 'stateless', 'none'] },
    devices: { ...count, max: 100 },
    learnsRoutes: { kind: 'single', options: ['all', 'filtered', 'none'] },
    localPreference: { kind: 'number', min: 0, max: 4_294_967_295, integer: true },
    sourceNat: yesNo,
    bandwidth: mbps,
    lines: { ...count, max: 100 },
    routeCapacity: count,
    owner: text,
  }),
  circuits: table('name', {
    name: { ...text, required: true },
    provider: text,
    model: { kind: 'single', options: ['cloud-exchange', 'ethernet', 'ipvpn', 'direct'] },
    location: { kind: 'single', optionsFrom: 'peering-locations', required: true },
    secondLocation: { kind: 'single', optionsFrom: 'peering-locations' },
    bandwidth: { ...mbps, required: true },
    sku: { kind: 'single', options: ['local', 'standard', 'premium'], required: true },
    billing: { kind: 'single', options: ['metered', 'unlimited'] },
    resiliency: { kind: 'single', options: ['standard', 'metro'] },
    edge: { kind: 'ref', table: 'edges' },
    secondEdge: { kind: 'ref', table: 'edges' },
    provisioning: { kind: 'single', options: ['planned', 'not-provisioned', 'provisioning', 'provisioned'] },
    circuitState: { kind: 'single', options: ['enabled', 'disabled'] },
    routing: { kind: 'single', options: ['we-do', 'provider', 'unknown'] },
    encryption: { kind: 'single', options: ['none', 'macsec', 'ipsec'] },
    otherLoad: mbps,
    leadWeeks: { ...count, max: 520 },
    ordered: { kind: 'date' },
    owner: text,
  }),
  peerings: table('name', {
    name: { ...text, required: true },
    circuit: { kind: 'ref', table: 'circuits', required: true },
    type: { kind: 'single', options: ['microsoft', 'private', 'public'], required: true },
    primary: { kind: 'prefix' },
    secondary: { kind: 'prefix' },
    vlan: { kind: 'vlan' },
    peerAsn: { kind: 'asn' },
    customerAsn: { kind: 'asn' },
    registry: {
      kind: 'single',
      options: ['arin', 'apnic', 'afrinic', 'lacnic', 'ripe', 'radb', 'altdb', 'none'],
    },
    filter: { kind: 'single', options: ['attached', 'none', 'unknown'] },
    communities: { kind: 'communities' },
    created: { kind: 'date' },
    validation: {
      kind: 'single',
      options: ['not-configured', 'configuring', 'configured', 'validation-needed'],
    },
    sessions: { kind: 'single', options: ['both', 'one', 'none'] },
    bfd: yesNo,
    md5: yesNo,
    customerHost: { kind: 'single', options: ['first', 'second'] },
    localPreference: { kind: 'number', min: 0, max: 4_294_967_295, integer: true },
    prepends: yesNo,
  }),
  natPools: table('name', {
    name: { ...text, required: true },
    prefix: { kind: 'prefix', required: true },
    use: { kind: 'single', options: ['express-route', 'internet', 'both'], required: true },
    edge: { kind: 'ref', table: 'edges' },
    circuit: { kind: 'ref', table: 'circuits' },
    link: { kind: 'single', options: ['both', 'primary', 'secondary'] },
    registered: yesNo,
    publishes: yesNo,
    users: count,
    owner: text,
  }),
  advertised: table('prefix', {
    prefix: { kind: 'prefix', required: true },
    circuit: { kind: 'ref', table: 'circuits', required: true },
    links: { kind: 'single', options: ['both', 'primary', 'secondary'] },
    asn: { kind: 'asn' },
    registry: {
      kind: 'single',
      options: ['arin', 'apnic', 'afrinic', 'lacnic', 'ripe', 'radb', 'altdb', 'none'],
    },
    internet: { kind: 'prefix' },
    validated: yesNo,
  }),
  endpoints: table('name', {
    name: { ...text, required: true },
    host: { kind: 'host' },
    address: { kind: 'address' },
    use: {
      kind: 'single',
      options: [
        'web-service',
        'gateway',
        'exchange-sync',
        'relay',
        'sign-in',
        'smtp',
        'autodiscover',
        'hybrid',
        'other',
      ],
      required: true,
    },
    path: { kind: 'single', options: ['express-route', 'internet', 'virtual-network'] },
    edge: { kind: 'ref', table: 'edges' },
    delivery: { kind: 'single', options: ['direct', 'destination-nat', 'reverse-proxy'] },
    publicDns: yesNo,
    seesRoutes: yesNo,
    sourceNat: yesNo,
    inspection: { kind: 'single', options: ['firewall', 'waf', 'none'] },
    authentication: { kind: 'single', options: ['certificate', 'token', 'password', 'ip-filter', 'none'] },
    ipv6: yesNo,
    otherCallers: yesNo,
    region: { kind: 'single', optionsFrom: 'platform-regions' },
    owner: text,
  }),
  services: table('service', {
    service: {
      kind: 'single',
      options: [
        'dataverse',
        'power-apps',
        'power-automate',
        'power-pages',
        'dynamics-365',
        'sign-in',
        'exchange',
        'sharepoint',
        'teams',
        'office-web',
        'gateway',
        'desktop-flows',
        'connectors',
        'web-services-out',
        'azure-services',
        'admin-portals',
        'cdn',
        'app-downloads',
        'other',
      ],
      required: true,
    },
    path: { kind: 'single', options: ['express-route', 'internet', 'both', 'none'], required: true },
    peak: mbps,
    owner: text,
    signedOff: yesNo,
    reason: text,
  }),
  servers: table('name', {
    name: { ...text, required: true },
    site: { kind: 'ref', table: 'sites' },
    role: {
      kind: 'single',
      options: ['integration', 'gateway', 'entra-connect', 'data-load', 'tds-client', 'other'],
      required: true,
    },
    subnets: { kind: 'prefixes' },
    proxy: { kind: 'ref', table: 'proxies' },
    seesRoutes: yesNo,
    natPool: { kind: 'ref', table: 'natPools' },
    internetAllowed: yesNo,
    gatewayRegion: { kind: 'single', optionsFrom: 'azure-regions' },
    environment: { kind: 'ref', table: 'environments' },
    owner: text,
  }),
  subnets: table('name', {
    name: { ...text, required: true },
    azureRegion: { kind: 'single', optionsFrom: 'azure-regions', required: true },
    prefix: { kind: 'prefix', required: true },
    production: count,
    nonProduction: count,
    natGateway: yesNo,
  }),
  prices: table('circuit', {
    circuit: { kind: 'ref', table: 'circuits', required: true },
    currency: text,
    meteredMonthly: money,
    perGigabyte: { ...money, max: 1_000_000 },
    unlimitedMonthly: money,
    providerMonthly: money,
    egress: { kind: 'number', unit: 'GB', min: 0, max: 1_000_000_000 },
  }),
  roles: table('role', {
    role: {
      kind: 'single',
      options: [
        'sponsor',
        'project',
        'network',
        'firewall',
        'proxy',
        'security',
        'm365',
        'power-platform',
        'support',
        'provider',
        'identity',
      ],
      required: true,
    },
    person: text,
    contact: text,
  }),
} as const satisfies Record<string, TableSpec>;

export type TableId = keyof typeof tables;

type CellOf<Kind extends FieldKind> = Kind extends 'number' | 'asn' | 'vlan'
  ? number
  : Kind extends 'multiple' | 'prefixes' | 'communities' | 'hosts' | 'refs'
    ? string[]
    : string;

/** A row as rules read it: every cell may be missing. */
export type RowOf<Table extends TableId> = { id: string } & {
  [Name in keyof (typeof tables)[Table]['columns']]?: (typeof tables)[Table]['columns'][Name] extends {
    kind: infer Kind extends FieldKind;
  }
    ? (typeof tables)[Table]['columns'][Name] extends { options: readonly (infer Option)[] }
      ? Kind extends 'multiple'
        ? Option[]
        : Option
      : CellOf<Kind>
    : never;
};

export function isTableId(id: string): id is TableId {
  return Object.hasOwn(tables, id);
}

export function columnsOf(id: TableId): Readonly<Record<string, Column>> {
  return tables[id].columns;
}

/** The schemas of the records that are kept of each kind of evidence: what comes in a project file is held against them. */
import { z } from 'zod';
import { PacDecision } from './pac/result.ts';
import type { EvidenceRecords } from './records.ts';

const longText = z.string().max(2000);
const Text = longText.nullable();
const Count = z.number().nullable();
const Flag = z.boolean().nullable();
const List = z.array(longText).max(5000);
const oneOf = <const Values extends readonly [string, ...string[]]>(...values: Values) =>
  z.enum(values).nullable();

const peeringSide = {
  state: oneOf('Enabled', 'Disabled'),
  primaryPrefix: Text,
  secondaryPrefix: Text,
  advertisedPrefixes: List,
  advertisedCommunities: List,
  advertisedState: oneOf('NotConfigured', 'Configuring', 'Configured', 'ValidationNeeded'),
  customerAsn: Count,
  registry: Text,
  routeFilter: Text,
};

const Peering = z.object({
  ...peeringSide,
  type: oneOf('microsoft', 'private', 'public'),
  azureAsn: Count,
  peerAsn: Count,
  vlan: Count,
  primaryPort: Text,
  secondaryPort: Text,
  ipv6: z.object(peeringSide).nullable(),
});

const BgpNeighbor = z.object({
  neighbor: longText,
  version: Count,
  asn: Count,
  upDown: Text,
  state: Text,
  prefixes: Count,
});

const BgpPath = z.object({
  prefix: longText,
  nextHop: Text,
  metric: Count,
  localPreference: Count,
  weight: Count,
  path: z.array(z.number()).max(1000),
  origin: oneOf('igp', 'egp', 'incomplete'),
  valid: Flag,
  best: Flag,
  communities: List.nullable(),
});

const action = z.enum(['permit', 'deny']);

const Config = z.discriminatedUnion('part', [
  z.object({ part: z.literal('bgp'), asn: z.number(), routerId: Text }),
  z.object({
    part: z.literal('neighbor'),
    neighbor: longText,
    localAsn: z.number(),
    remoteAsn: Count,
    description: Text,
    vrf: Text,
    isShutDown: z.boolean(),
    hasPassword: z.boolean(),
    hasBfd: z.boolean(),
    routeMapIn: Text,
    routeMapOut: Text,
    prefixListIn: Text,
    prefixListOut: Text,
  }),
  z.object({ part: z.literal('network'), prefix: longText, vrf: Text }),
  z.object({
    part: z.literal('prefix-list'),
    name: longText,
    sequence: Count,
    action,
    prefix: longText,
    atLeast: Count,
    atMost: Count,
  }),
  z.object({
    part: z.literal('route-map'),
    name: longText,
    sequence: Count,
    action,
    match: List,
    set: List,
    localPreference: Count,
    prepend: z.array(z.number()).max(1000).nullable(),
  }),
  z.object({
    part: z.literal('community-list'),
    name: longText,
    action,
    communities: List,
    pattern: Text,
  }),
  z.object({
    part: z.literal('interface'),
    name: longText,
    description: Text,
    vlan: Count,
    innerVlan: Count,
    addresses: z.array(z.object({ address: longText, prefix: longText })).max(1000),
    vrf: Text,
    isShutDown: z.boolean(),
    nat: oneOf('inside', 'outside'),
    bfdInterval: Count,
    bfdMultiplier: Count,
  }),
  z.object({
    part: z.literal('nat-pool'),
    name: longText,
    first: longText,
    last: longText,
    prefix: Text,
  }),
  z.object({
    part: z.literal('nat-rule'),
    list: Text,
    routeMap: Text,
    pool: Text,
    interface: Text,
    inside: Text,
    outside: Text,
  }),
  z.object({ part: z.literal('static-route'), prefix: longText, nextHop: longText, vrf: Text }),
]);

const traits = z
  .strictObject({
    area: Text,
    category: oneOf('Optimize', 'Allow', 'Default'),
    expressRoute: Flag,
    required: Flag,
    tcpPorts: List,
    udpPorts: List,
  })
  .nullable();

/** One record as its parser gives it, without what some formats say beyond it. */
export const recordSchemas: { readonly [Kind in keyof EvidenceRecords]: z.ZodType<EvidenceRecords[Kind]> } = {
  circuit: z.object({
    name: Text,
    location: Text,
    circuitState: oneOf('Enabled', 'Disabled'),
    providerState: oneOf('NotProvisioned', 'Provisioning', 'Provisioned', 'Deprovisioning'),
    tier: oneOf('Basic', 'Local', 'Standard', 'Premium'),
    family: oneOf('MeteredData', 'UnlimitedData'),
    bandwidthMbps: Count,
    peeringLocation: Text,
    provider: Text,
    directPort: Text,
    globalReach: Flag,
    peerings: z.array(Peering).max(100),
  }),
  peering: Peering,
  'circuit-routes': BgpPath,
  'circuit-route-summary': BgpNeighbor,
  arp: z.object({
    age: Count,
    side: oneOf('on-prem', 'microsoft'),
    address: longText,
    mac: Text,
  }),
  'circuit-traffic': z.object({
    primaryIn: Count,
    primaryOut: Count,
    secondaryIn: Count,
    secondaryOut: Count,
  }),
  'route-filter': z.object({
    name: Text,
    location: Text,
    rules: z
      .array(
        z.object({
          name: Text,
          access: oneOf('Allow', 'Deny'),
          type: oneOf('Community'),
          communities: List,
        }),
      )
      .max(1000),
    peerings: List.nullable(),
  }),
  'service-communities': z.object({
    service: Text,
    name: Text,
    community: longText,
    region: Text,
    prefixes: List,
    authorized: Flag,
  }),
  'service-providers': z.object({
    name: longText,
    peeringLocations: List,
    bandwidthsMbps: z.array(z.number()).max(1000),
  }),
  'm365-endpoints': z.object({
    id: z.number(),
    area: Text,
    service: Text,
    urls: List,
    prefixes: List,
    tcpPorts: List,
    udpPorts: List,
    category: oneOf('Optimize', 'Allow', 'Default'),
    expressRoute: Flag,
    required: Flag,
    notes: Text,
  }),
  'm365-versions': z.object({ instance: longText, latest: longText, versions: List }),
  'firewall-audit': z.object({ at: Text, addresses: List }),
  pac: z.object({ ...PacDecision.shape, clients: List }),
  'm365-changes': z.object({
    id: z.number(),
    endpoint: Count,
    disposition: oneOf('Add', 'Change', 'Remove'),
    impact: Text,
    version: Text,
    from: Text,
    addedPrefixes: List,
    addedUrls: List,
    removedPrefixes: List,
    removedUrls: List,
    previous: traits,
    current: traits,
  }),
  'service-tags': z.object({
    tag: longText,
    service: Text,
    region: Text,
    change: Count,
    cloud: Text,
    prefixes: List,
  }),
  'named-locations': z.object({ name: longText, trusted: Flag, prefixes: List, countries: List }),
  environments: z.object({
    id: Text,
    name: Text,
    location: Text,
    azureRegion: Text,
    type: Text,
    isDefault: Flag,
    url: Text,
  }),
  'bgp-table': BgpPath,
  'sent-routes': BgpPath,
  'routing-table': z.object({
    prefix: longText,
    protocol: longText,
    preference: Count,
    metric: Count,
    nextHops: List,
  }),
  'bgp-summary': BgpNeighbor,
  'router-config': Config,
  trace: z.object({
    target: Text,
    targetAddress: longText.optional(),
    hop: z.number(),
    address: Text,
    name: Text,
    milliseconds: z.array(z.number()).max(100),
    lost: z.number(),
  }),
  'name-lookup': z.object({
    name: longText,
    type: z.enum(['A', 'AAAA', 'CNAME']),
    value: longText,
    seconds: Count,
    server: Text,
  }),
  sites: z.object({
    site: longText,
    country: Text,
    users: Count,
    peak: Count,
    wan: Count,
    internetLatency: Count,
    expressRouteLatency: Count,
    egress: Text,
    circuit: Text,
  }),
};

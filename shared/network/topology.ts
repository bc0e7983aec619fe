/** The network of a project as it is walked: who calls from where, edges, circuits and destinations, typed, with what is missing named. */
import type { FindingOrigin } from '../view.ts';
import type { Address } from './address.ts';
import type { Prefix } from './prefix.ts';
import type { PrefixTable } from './prefix-table.ts';

export const partKinds = ['link', 'circuit', 'location', 'edge', 'firewall', 'pool', 'proxy', 'wan'] as const;
export type PartKind = (typeof partKinds)[number];

/** Something that can fail. Its node is where the picture shows it. */
export type NetworkPart = { id: string; kind: PartKind; name: string; node: string };

export type Way = 'express-route' | 'internet' | 'both';

export type NetworkSite = {
  id: string;
  name: string;
  /** The site itself, then the hubs its traffic passes. */
  way: readonly NetworkSite[];
  /** The part that is the line to the next site of the way; undefined at its end. */
  line: string | undefined;
  wan: number | undefined;
  peak: number | undefined;
  path: Way | undefined;
  isCritical: boolean;
  internetEdge: NetworkEdge | undefined;
  expressRouteEdge: NetworkEdge | undefined;
};

export type NetworkEdge = {
  id: string;
  name: string;
  kind: Way | undefined;
  site: NetworkSite | undefined;
  firewall: 'stateful' | 'stateless' | 'none' | undefined;
  learns: 'all' | 'filtered' | 'none' | undefined;
  localPreference: number | undefined;
  bandwidth: number | undefined;
  translatesCallers: boolean | undefined;
  /** Any of these being off takes the edge out. */
  parts: readonly string[];
  /** What traffic wears that leaves here for the internet. */
  internetPools: readonly NetworkPool[];
  links: readonly NetworkLink[];
};

export type NetworkPool = {
  /** Its part. */
  id: string;
  text: string;
  prefix: Prefix;
  isInternet: boolean;
  isExpressRoute: boolean;
  /** Of addresses that nobody outside can answer. */
  isPrivate: boolean;
  edge: string | undefined;
  circuit: string | undefined;
  link: 'both' | 'primary' | 'secondary' | undefined;
  origin: FindingOrigin;
};

export type NetworkLink = {
  /** Its part, and the row of the circuit in the picture. */
  id: string;
  which: 'primary' | 'secondary';
  circuit: NetworkCircuit;
  edge: NetworkEdge | undefined;
  /** Where the circuit's row says which edge it ends at. */
  edgeOrigin: FindingOrigin;
  location: string | undefined;
  /** What traffic may wear that leaves here. */
  pools: readonly NetworkPool[];
  /** Any of these being off takes the link out. */
  parts: readonly string[];
};

export type NetworkCircuit = {
  id: string;
  name: string;
  part: string;
  bandwidth: number | undefined;
  otherLoad: number | undefined;
  links: readonly NetworkLink[];
  localPreference: number | undefined;
  /** Lengthens its AS path so that it counts: with a private AS number it would be stripped. */
  prepends: boolean;
  /** Where it says what Microsoft announces. */
  origin: FindingOrigin;
  skuOrigin: FindingOrigin;
  /** What Microsoft announces here: everything, chosen communities, or what nobody knows yet. */
  accepts: { communities: ReadonlySet<string> } | 'everything' | 'nothing' | { missing: FindingOrigin };
  /** False for a need that the SKU keeps away from this circuit. */
  reaches: (need: Need) => boolean;
};

/** A group of Microsoft's prefixes that a destination stands in. */
export type Need = {
  key: string;
  /** What its prefixes are tagged with; null when Microsoft publishes none. */
  community: string | null;
  /** The Azure region, for regional services. */
  region: string | undefined;
  isM365: boolean;
};

export type Destination = {
  id: string;
  name: string;
  /** The option of the services table. */
  service: string;
  /** The platform region it is in, for environment services. */
  region: string | undefined;
  /** Where the picture shows it. */
  node: string;
  plan: Way | undefined;
  isInternetOnly: boolean;
  needs: readonly Need[];
  /** Of the service everywhere, in Mbps. */
  peak: number | undefined;
  /** Its addresses, where somebody has looked them up. */
  addresses: readonly Address[];
  protocol: string;
  origin: FindingOrigin;
  /** What is not known about it. */
  missing: readonly FindingOrigin[];
};

export type NetworkProxy = {
  id: string;
  name: string;
  isCloud: boolean;
  site: NetworkSite | undefined;
  egress: 'express-route' | 'internet' | 'by-rule' | undefined;
  isBypassed: boolean;
  egressOrigin: FindingOrigin;
  siteOrigin: FindingOrigin;
};

export type Steering = 'routing' | 'pac' | 'explicit-proxy' | 'transparent-proxy' | 'vpn' | 'none';

export type Source = {
  id: string;
  name: string;
  kind: 'clients' | 'servers';
  /** Office people and servers stand inside; others come in through the VPN or not at all. */
  population: 'inside' | 'vpn' | 'outside';
  site: NetworkSite | undefined;
  users: number | undefined;
  plan: 'express-route' | 'vpn-express-route' | 'internet' | undefined;
  steering: Steering | undefined;
  proxy: NetworkProxy | undefined;
  /** For servers: whether Microsoft's routes reach their segment. */
  seesRoutes: boolean | undefined;
  /** The pool its traffic wears wherever it leaves. */
  pool: NetworkPool | undefined;
  isUntranslated: boolean;
  subnets: readonly Prefix[];
  /** Those of them that the outside takes as a source, where nothing translates them. */
  publicSubnets: readonly Prefix[];
  mayUseInternet: boolean;
  /** Cells to name when something is missing. */
  at: (column: string) => FindingOrigin;
  /** Which destinations it calls; none when it is blocked. */
  calls: (destination: Destination) => boolean;
};

/** A system of the customer's that Microsoft calls. */
export type Endpoint = {
  id: string;
  name: string;
  service: string;
  address: Address | undefined;
  path: 'express-route' | 'internet' | undefined;
  edge: NetworkEdge | undefined;
  /** The server sees an address of the edge instead of the caller's. */
  isTranslated: boolean | undefined;
  seesRoutes: boolean | undefined;
  /** Its address is put on by the edge. */
  isDestinationTranslated: boolean;
  /** Where the caller stands. */
  needs: readonly Need[];
  protocol: string;
  at: (column: string) => FindingOrigin;
};

/** Who announces a prefix, as Microsoft sees it. */
export type Announcement =
  | { kind: 'express-route'; text: string; links: readonly NetworkLink[]; origin: FindingOrigin }
  | { kind: 'internet'; text: string; origin: FindingOrigin };

/** A route of Microsoft's that a router has shown, in place of what the communities promise. */
export type ReceivedRoute = {
  prefix: Prefix;
  circuit: string;
  localPreference: number | undefined;
  pathLength: number | undefined;
  seen: Seen;
};

/** Where something was seen, and on which day. */
export type Seen = { file: string; taken: string };

/** What a PAC file says of one name: which proxy, by the id of its row, or none at all. */
export type SeenPac = Seen & { proxy: string | undefined; host: string; line: number };

/** What was seen rather than answered; each piece takes the place of an assumption. */
export type NetworkEvidence = {
  /** What a PAC file says for a source (a row as `clientGroups/id`) and a destination; nothing where it was not asked. */
  pac?: (source: string, destination: string) => SeenPac | undefined;
  routes?: readonly ReceivedRoute[];
  addresses?: ReadonlyMap<string, readonly Address[]>;
};

export type Answers = {
  /** How far routes spread; undefined while nobody has said. */
  propagation: 'edge-only' | 'some-segments' | 'everywhere' | undefined;
  preference: 'raised' | 'equal' | undefined;
  vpn: 'forced' | 'split' | 'none' | undefined;
  onFailure: 'fail-open' | 'fail-closed' | undefined;
  pacOrder: 'exceptions-first' | 'broad-first' | 'not-written' | undefined;
  hasStatics: boolean;
  ignoresPathLength: boolean;
};

export type TopologyProblem = {
  problem: 'hub-loop' | 'hub-chain' | 'too-many-flows';
  values: Record<string, string | number>;
  from: FindingOrigin[];
};

export type Topology = {
  sources: readonly Source[];
  destinations: readonly Destination[];
  endpoints: readonly Endpoint[];
  sites: ReadonlyMap<string, NetworkSite>;
  edges: ReadonlyMap<string, NetworkEdge>;
  circuits: readonly NetworkCircuit[];
  proxies: ReadonlyMap<string, NetworkProxy>;
  /** Every part that can fail, in the order of their kinds. */
  parts: ReadonlyMap<string, NetworkPart>;
  /** What Microsoft knows of the customer's addresses. */
  announced: PrefixTable<readonly Announcement[]>;
  /** Announced prefixes that begin or end inside a pool or a subnet, so that every piece of it can be asked about. */
  inside: ReadonlyMap<Prefix, readonly Prefix[]>;
  /** Routes that were seen, for the circuits that were looked at. */
  received: PrefixTable<readonly ReceivedRoute[]>;
  seenCircuits: ReadonlySet<string>;
  evidence: NetworkEvidence;
  answers: Answers;
  question: {
    propagation: FindingOrigin;
    pools: FindingOrigin | undefined;
    vpn: FindingOrigin;
    pacOrder: FindingOrigin;
    circuits: FindingOrigin;
  };
  cell: (table: 'sites' | 'edges', row: string, column: string) => FindingOrigin;
  problems: readonly TopologyProblem[];
  /** Questions whose tables are empty, so that there is nothing to walk yet. */
  missing: readonly FindingOrigin[];
};

/** The ids of parts that have no row of their own. */
export const firewallPart = (edge: string) => `edges/${edge}/firewall`;
export const linePart = (site: string, hub: string) => `sites/${site}>sites/${hub}`;

/** A project with a single edge of a kind need not say everywhere that it is this one. */
export function onlyEdge<Edge extends { kind?: string | undefined }>(
  edges: readonly Edge[],
  kind: string | undefined,
): Edge | undefined {
  const fitting = edges.filter((edge) => edge.kind === kind || edge.kind === 'both');
  return fitting.length === 1 ? fitting[0] : undefined;
}

export function yesNo(value: string | undefined): boolean | undefined {
  return value === undefined ? undefined : value === 'yes';
}

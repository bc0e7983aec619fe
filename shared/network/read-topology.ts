/** Reads the network of a project from its tables; what a table lacks stays undefined and is named when somebody walks into it. */
import { readAdvertised } from '../assess/advertised.ts';
import { edgesOf, mostHubs, waysOf } from '../assess/load.ts';
import { groupRows } from '../assess/planned.ts';
import { poolReads, readPools } from '../assess/pools.ts';
import type { Reader } from '../assess/reader.ts';
import type { QuestionId } from '../content/content.ts';
import type { RowOf, TableId } from '../content/tables.ts';
import type { FindingOrigin } from '../view.ts';
import { type EdgeDraft, readCircuits } from './circuits.ts';
import { readDestinations } from './destinations.ts';
import { listParts } from './parts.ts';
import type { Prefix } from './prefix.ts';
import { findOverlaps } from './prefix-set.ts';
import { PrefixTable } from './prefix-table.ts';
import { isPrivatePrefix, readEndpoints, readProxies, readSources } from './sources.ts';
import {
  type Announcement,
  type Answers,
  firewallPart,
  linePart,
  type NetworkCircuit,
  type NetworkEdge,
  type NetworkEvidence,
  type NetworkPool,
  type NetworkSite,
  onlyEdge,
  type Source,
  type Topology,
  type TopologyProblem,
  yesNo,
} from './topology.ts';

/** What a rule declares that walks the network. */
export const networkReads = [
  'clientGroups',
  'servers',
  'sites',
  'proxies',
  'peerings',
  'advertised',
  'endpoints',
  'services',
  'environments',
  'scope.cloud.kind',
  'routing.nat.who',
  'routing.nat.pools',
  'routing.steering.propagation',
  'routing.steering.preference',
  'routing.steering.statics',
  'routing.steering.path-length',
  'client.steering.method',
  'client.steering.source',
  'client.steering.pac-order',
  'client.remote.vpn',
  'client.control.on-failure',
  ...poolReads,
] as const satisfies (QuestionId | TableId)[];

type Writable<Kind> = { -readonly [Name in keyof Kind]: Kind[Name] };

export function readTopology(project: Reader, evidence: NetworkEvidence = {}): Topology {
  const pools = readNetworkPools(project);
  const edges = readEdges(project, pools);
  const sites = readSites(project, edges);
  for (const row of project.rows('edges')) {
    const edge = edges.get(row.id);
    if (edge) edge.site = row.site === undefined ? undefined : sites.get(row.site);
  }
  const circuits = readCircuits(project, edges, pools);
  const proxies = readProxies(project, sites);
  const poolById = new Map(pools.map((pool) => [pool.id, pool]));
  const sources = readSources(project, { sites, proxies, pools: poolById });
  const destinations = readDestinations(project, evidence);
  const endpoints = readEndpoints(project, edges);
  const announced = readAnnouncements(project, circuits);
  const routes = evidence.routes ?? [];
  let parts: Topology['parts'] | undefined;
  return {
    sources,
    destinations,
    endpoints,
    sites,
    edges,
    circuits,
    proxies,
    // Only whoever lets parts fail needs their list.
    get parts() {
      parts ??= listParts(project, { sites, edges, circuits, proxies, pools });
      return parts;
    },
    announced: announced.table,
    inside: findInside(announced.prefixes, pools, sources),
    received: new PrefixTable(groupRoutes(routes)),
    seenCircuits: new Set(routes.map((route) => route.circuit)),
    evidence,
    answers: readAnswers(project),
    question: {
      propagation: project.at('routing.steering.propagation'),
      pools: poolQuestion(project),
      vpn: project.at('client.remote.vpn'),
      pacOrder: project.at('client.steering.pac-order'),
      circuits: project.at('peering.circuits.list'),
    },
    cell: (table, row, column) => project.cell(table, row, column),
    problems: findLoops(project),
    missing: [
      ...(destinations.length + endpoints.length === 0 ? [project.at('peering.design.services')] : []),
      ...(sources.length === 0 ? [project.at('scope.people.groups')] : []),
    ],
  };
}

/** The one that is asked; none where the plan is for private peering alone. */
function poolQuestion(project: Reader): FindingOrigin | undefined {
  const asked = (['routing.nat.pools', 'routing.nat.er-pool', 'routing.nat.internet-pool'] as const).find(
    (id) => project.state(id) !== 'hidden',
  );
  return asked && project.at(asked);
}

function readAnswers(project: Reader): Answers {
  return {
    propagation: project.choice('routing.steering.propagation') as Answers['propagation'],
    preference: project.choice('routing.steering.preference') as Answers['preference'],
    // Nobody works remotely: then nobody is asked what the VPN does.
    vpn:
      project.state('client.remote.vpn') === 'hidden'
        ? 'split'
        : (project.choice('client.remote.vpn') as Answers['vpn']),
    onFailure: project.choice('client.control.on-failure') as Answers['onFailure'],
    pacOrder: project.choice('client.steering.pac-order') as Answers['pacOrder'],
    hasStatics: project.said('routing.steering.statics', 'yes'),
    ignoresPathLength: project.said('routing.steering.path-length', 'no'),
  };
}

function readNetworkPools(project: Reader): NetworkPool[] {
  const { expressRoute, internet } = project.once(readPools);
  return [...new Set([...expressRoute, ...internet])].map((pool) => ({
    id: pool.isRow ? `natPools/${pool.id}` : `pools/${pool.use}/${pool.text}`,
    text: pool.text,
    prefix: pool.prefix,
    isInternet: pool.use !== 'express-route',
    isExpressRoute: pool.use !== 'internet',
    isPrivate: isPrivatePrefix(project, pool.prefix),
    edge: pool.edge,
    circuit: pool.circuit,
    link: pool.link,
    origin: pool.origin,
  }));
}

function readEdges(project: Reader, pools: readonly NetworkPool[]): Map<string, EdgeDraft> {
  const only = onlyEdge(project.rows('edges'), 'internet');
  const edges = new Map<string, EdgeDraft>();
  const byEdge = groupRows(
    pools.filter((pool) => pool.isInternet),
    (pool) => pool.edge ?? only?.id,
  );
  for (const row of project.rows('edges')) {
    const hasFirewall = row.firewall === 'stateful' || row.firewall === 'stateless';
    edges.set(row.id, {
      id: row.id,
      name: project.nameOf('edges', row.id),
      kind: row.kind,
      site: undefined,
      firewall: row.firewall,
      learns: row.learnsRoutes,
      localPreference: row.localPreference,
      bandwidth: row.bandwidth,
      translatesCallers: yesNo(row.sourceNat),
      parts: [`edges/${row.id}`, ...(hasFirewall ? [firewallPart(row.id)] : [])],
      internetPools: byEdge.get(row.id) ?? [],
      links: [],
    });
  }
  return edges;
}

function readSites(project: Reader, edges: ReadonlyMap<string, NetworkEdge>): Map<string, NetworkSite> {
  const sites = new Map<string, Writable<NetworkSite>>();
  const internet = edgesOf(project, 'internetEdge');
  const expressRoute = edgesOf(project, 'expressRouteEdge');
  const own = (id: string | undefined, named: string | undefined, only: NetworkEdge | undefined) =>
    id === undefined ? (named === undefined ? only : undefined) : edges.get(id);
  const onlyInternet = onlyEdge([...edges.values()], 'internet');
  const onlyExpressRoute = onlyEdge([...edges.values()], 'express-route');
  for (const row of project.rows('sites')) {
    sites.set(row.id, {
      id: row.id,
      name: project.nameOf('sites', row.id),
      way: [],
      line: undefined,
      wan: row.wan,
      peak: row.peak,
      path: row.path,
      isCritical: row.critical === 'yes',
      internetEdge: own(row.internetEdge, internet.get(row), onlyInternet),
      expressRouteEdge: own(row.expressRouteEdge, expressRoute.get(row), onlyExpressRoute),
    });
  }
  for (const [row, way] of waysOf(project)) {
    const site = sites.get(row.id);
    if (!site) continue;
    site.way = way.map((one) => sites.get(one.id) as NetworkSite);
    const [, next] = way;
    if (next) site.line = linePart(row.id, next.id);
  }
  return sites;
}

/** Hubs in a circle: traffic that goes up comes back to where it was. */
function findLoops(project: Reader): TopologyProblem[] {
  const problems: TopologyProblem[] = [];
  const named = new Set<string>();
  for (const [row, way] of waysOf(project)) {
    const last = way.at(-1) as RowOf<'sites'>;
    const next = project.row('sites', last.hub);
    if (!next || named.has(next.id)) continue;
    if (!way.includes(next)) {
      const values = { site: project.nameOf('sites', row.id), count: mostHubs };
      return [{ problem: 'hub-chain', values, from: [project.cell('sites', row.id, 'hub')] }];
    }
    const circle = way.slice(way.indexOf(next));
    for (const one of circle) named.add(one.id);
    if (named.has(row.id) && !circle.includes(row)) continue;
    problems.push({
      problem: 'hub-loop',
      values: { sites: circle.map((one) => project.nameOf('sites', one.id)).join(' → ') },
      from: circle.map((one) => project.cell('sites', one.id, 'hub')),
    });
  }
  return problems;
}

function readAnnouncements(project: Reader, circuits: readonly NetworkCircuit[]) {
  const byId = new Map(circuits.map((circuit) => [circuit.id, circuit]));
  const entries = new Map<string, { prefix: Prefix; value: Announcement[] }>();
  const add = (text: string, prefix: Prefix, announcement: Announcement) => {
    const entry = entries.get(text) ?? { prefix, value: [] };
    entry.value.push(announcement);
    entries.set(text, entry);
  };
  for (const { row, text, prefix } of project.once(readAdvertised)) {
    const links = byId
      .get(row.circuit ?? '')
      ?.links.filter((link) => row.links === undefined || row.links === 'both' || row.links === link.which);
    const origin = project.cell('advertised', row.id, 'prefix');
    if (links && links.length > 0) add(text, prefix, { kind: 'express-route', text, links, origin });
    const internet = project.prefix(row.internet);
    if (internet && row.internet !== undefined)
      add(row.internet, internet, {
        kind: 'internet',
        text: row.internet,
        origin: project.cell('advertised', row.id, 'internet'),
      });
  }
  const values = [...entries.values()];
  return {
    table: new PrefixTable<readonly Announcement[]>(values),
    prefixes: values.map((one) => one.prefix),
  };
}

function groupRoutes(routes: NonNullable<NetworkEvidence['routes']>) {
  const groups = new Map<string, { prefix: Prefix; value: (typeof routes)[number][] }>();
  for (const route of routes) {
    const key = `${route.prefix.network}/${route.prefix.length}/${route.prefix.family}`;
    const group = groups.get(key);
    if (group) group.value.push(route);
    else groups.set(key, { prefix: route.prefix, value: [route] });
  }
  return groups.values();
}

function findInside(
  announced: readonly Prefix[],
  pools: readonly NetworkPool[],
  sources: readonly Source[],
): Map<Prefix, Prefix[]> {
  const inside = new Map<Prefix, Prefix[]>();
  const asked = [
    ...pools.map((pool) => pool.prefix),
    ...sources.filter((source) => source.isUntranslated).flatMap((source) => source.publicSubnets),
  ];
  for (const { left, right } of findOverlaps(asked, announced)) {
    if (right.length <= left.length) continue;
    const found = inside.get(left);
    if (found) found.push(right);
    else inside.set(left, [right]);
  }
  return inside;
}

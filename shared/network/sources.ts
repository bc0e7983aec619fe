/** Reads who opens connections: groups of clients, servers, the proxies between, and the systems that Microsoft calls. */
import { specialRange } from '../assess/look-up.ts';
import { publishedTargets } from '../assess/planned.ts';
import type { Reader } from '../assess/reader.ts';
import type { RowOf } from '../content/tables.ts';
import { parseAddress } from './address.ts';
import { needsOfRegion } from './destinations.ts';
import type { Prefix } from './prefix.ts';
import {
  type Destination,
  type Endpoint,
  type NetworkEdge,
  type NetworkPool,
  type NetworkProxy,
  type NetworkSite,
  onlyEdge,
  type Source,
  type Steering,
  yesNo,
} from './topology.ts';

type Surroundings = {
  sites: ReadonlyMap<string, NetworkSite>;
  proxies: ReadonlyMap<string, NetworkProxy>;
  pools: ReadonlyMap<string, NetworkPool>;
};

/** The only site of a project need not be named in every row. */
function siteAt(sites: ReadonlyMap<string, NetworkSite>, id: string | undefined): NetworkSite | undefined {
  if (id !== undefined) return sites.get(id);
  return sites.size === 1 ? [...sites.values()][0] : undefined;
}

export function readProxies(
  project: Reader,
  sites: ReadonlyMap<string, NetworkSite>,
): Map<string, NetworkProxy> {
  return new Map(
    project.rows('proxies').map((row) => [
      row.id,
      {
        id: row.id,
        name: project.nameOf('proxies', row.id),
        isCloud: row.kind === 'cloud',
        site: siteAt(sites, row.site),
        egress: row.egress,
        isBypassed: row.bypass === 'yes',
        egressOrigin: project.cell('proxies', row.id, 'egress'),
        siteOrigin: project.cell('proxies', row.id, 'site'),
      },
    ]),
  );
}

export function readSources(project: Reader, around: Surroundings): Source[] {
  return [
    ...project.rows('clientGroups').map((row) => readGroup(project, row, around)),
    ...project.rows('servers').map((row) => readServer(project, row, around)),
  ];
}

/** Nobody outside a network answers to such addresses. */
export function isPrivatePrefix(project: Reader, prefix: Prefix): boolean {
  return specialRange(project.reference, prefix)?.kind === 'private';
}

function subnetsOf(
  project: Reader,
  texts: readonly string[] | undefined,
  isUntranslated: boolean,
): Pick<Source, 'isUntranslated' | 'subnets' | 'publicSubnets'> {
  const subnets = [...new Set(texts)].flatMap((text) => project.prefix(text) ?? []);
  const publicSubnets = isUntranslated ? subnets.filter((prefix) => !isPrivatePrefix(project, prefix)) : [];
  return { isUntranslated, subnets, publicSubnets };
}

const methods: readonly string[] = ['routing', 'pac', 'explicit-proxy', 'transparent-proxy'];

const callsNothing = () => false;
const callsAsPeopleDo = (destination: Destination) => destination.service !== 'gateway';

function readGroup(project: Reader, row: RowOf<'clientGroups'>, around: Surroundings): Source {
  const method = project.choice('client.steering.method');
  const isPublic =
    project.said('routing.nat.who', 'none') || project.said('client.steering.source', 'public');
  const population =
    row.kind === 'vpn' ? 'vpn' : row.kind === 'mobile' || row.kind === 'home' ? 'outside' : 'inside';
  return {
    id: `clientGroups/${row.id}`,
    name: project.nameOf('clientGroups', row.id),
    kind: 'clients',
    population,
    site: siteAt(around.sites, row.site),
    users: row.users,
    plan: row.path === 'blocked' ? undefined : row.path,
    steering: row.steering ?? (methods.includes(method ?? '') ? (method as Steering) : undefined),
    proxy: row.proxy === undefined ? undefined : around.proxies.get(row.proxy),
    seesRoutes: undefined,
    pool: undefined,
    ...subnetsOf(
      project,
      row.subnets,
      row.publicAddresses === 'yes' || (isPublic && row.publicAddresses !== 'no'),
    ),
    mayUseInternet: row.internetAllowed !== 'no',
    at: (column) => project.cell('clientGroups', row.id, column),
    calls: row.path === 'blocked' ? callsNothing : callsAsPeopleDo,
  };
}

/** What servers of each role call; the others call the data of their environment. */
const servicesByRole: Readonly<Record<string, readonly string[]>> = {
  gateway: ['gateway'],
  'entra-connect': ['sign-in'],
};

function readServer(project: Reader, row: RowOf<'servers'>, around: Surroundings): Source {
  const services = servicesByRole[row.role ?? ''] ?? ['dataverse', 'dynamics-365'];
  const region = project.row('environments', row.environment)?.region;
  const calls = (destination: Destination) =>
    services.includes(destination.service) &&
    (region === undefined || destination.region === undefined || destination.region === region);
  return {
    id: `servers/${row.id}`,
    name: project.nameOf('servers', row.id),
    kind: 'servers',
    population: 'inside',
    site: siteAt(around.sites, row.site),
    users: undefined,
    // Servers go where routing takes them; what is planned for the service is planned for them.
    plan: 'express-route',
    steering: row.proxy === undefined ? 'routing' : 'explicit-proxy',
    proxy: row.proxy === undefined ? undefined : around.proxies.get(row.proxy),
    seesRoutes: yesNo(row.seesRoutes),
    pool: row.natPool === undefined ? undefined : around.pools.get(`natPools/${row.natPool}`),
    ...subnetsOf(project, row.subnets, row.natPool === undefined && project.said('routing.nat.who', 'none')),
    mayUseInternet: row.internetAllowed !== 'no',
    at: (column) => project.cell('servers', row.id, column),
    calls,
  };
}

const protocolByUse: Readonly<Record<string, string>> = { smtp: 'TCP 25' };

export function readEndpoints(project: Reader, edges: ReadonlyMap<string, NetworkEdge>): Endpoint[] {
  return project.once(publishedTargets).map((row) => {
    const address = row.address === undefined ? undefined : parseAddress(row.address);
    const edge = row.edge === undefined ? onlyEdge([...edges.values()], row.path) : edges.get(row.edge);
    const own = row.delivery === 'reverse-proxy' ? true : yesNo(row.sourceNat);
    return {
      id: `endpoints/${row.id}`,
      name: project.nameOf('endpoints', row.id),
      service: row.use ?? 'other',
      address: address?.ok ? address.value : undefined,
      path: row.path,
      edge,
      isTranslated: own ?? edge?.translatesCallers,
      isDestinationTranslated: row.delivery === 'destination-nat',
      seesRoutes: yesNo(row.seesRoutes),
      needs: needsOfRegion(project, row.region),
      protocol: protocolByUse[row.use ?? ''] ?? 'TCP 443',
      at: (column) => project.cell('endpoints', row.id, column),
    };
  });
}

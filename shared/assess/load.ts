/** What the lines have to carry: the peaks of sites and services, sorted to the circuits and internet edges they use. */
import type { RowOf } from '../content/tables.ts';
import type { FindingOrigin } from '../view.ts';
import { peeringLocation } from './look-up.ts';
import { groupRows, ridesExpressRoute } from './planned.ts';
import type { Reader } from './reader.ts';

type Site = RowOf<'sites'>;
type Circuit = RowOf<'circuits'>;

/** Each site with the hubs its traffic passes, in order; a circle of hubs ends where it closes. */
export function waysOf(project: Reader): Map<Site, Site[]> {
  return project.once(findWays);
}

function findWays(project: Reader): Map<Site, Site[]> {
  const sites = project.rows('sites');
  const byId = new Map(sites.map((site) => [site.id, site]));
  const ways = new Map<Site, Site[]>();
  for (const site of sites) {
    const way: Site[] = [];
    for (let next: Site | undefined = site; next && !way.includes(next); ) {
      way.push(next);
      next = next.hub === undefined ? undefined : byId.get(next.hub);
    }
    ways.set(site, way);
  }
  return ways;
}

/** The edge each site uses: its own, else the first one on its way through the hubs. */
export function edgesOf(
  project: Reader,
  column: 'internetEdge' | 'expressRouteEdge',
): Map<Site, string | undefined> {
  const edges = new Map<Site, string | undefined>();
  for (const [site, way] of waysOf(project)) {
    edges.set(site, way.find((one) => one[column] !== undefined)?.[column]);
  }
  return edges;
}

export function sumOf<Row>(rows: readonly Row[], read: (row: Row) => number | undefined): number {
  return rows.reduce((sum, row) => sum + (read(row) ?? 0), 0);
}

/** Rounded up to whole megabits: a line that is a little too small is too small. */
export function withHeadroom(load: number, headroom: number): number {
  return Math.ceil(Number((load / (1 - headroom / 100)).toFixed(6)));
}

/** Circuits of one geography carry the same regions' traffic together. */
export type CircuitGroup = { key: string; circuits: Circuit[]; load: number; from: FindingOrigin[] };

export const circuitLoadReads = ['circuits', 'sites', 'services'] as const;

/** The circuits by geography, each with its load; a group without any known peak has none. */
export function circuitGroups(project: Reader): CircuitGroup[] {
  return project.once(findCircuitGroups);
}

function findCircuitGroups(project: Reader): CircuitGroup[] {
  const groups = groupRows(
    project.rows('circuits'),
    (row) => peeringLocation(project.reference, row.location)?.geography ?? row.location,
  );
  const loading = [...edgesOf(project, 'expressRouteEdge')].filter(
    ([site]) => ridesExpressRoute(site) && site.peak !== undefined,
  );
  return [...groups].map(([key, circuits]) => {
    const sites = loading
      .filter(([, edge]) => groups.size === 1 || endsAt(circuits, edge))
      .map(([site]) => site);
    // The services' peaks are those of all sites together, so they speak only where one group carries all.
    const services =
      groups.size === 1
        ? project.rows('services').filter((row) => ridesExpressRoute(row) && row.peak !== undefined)
        : [];
    const bySite = sumOf(sites, (site) => site.peak);
    const byService = sumOf(services, (row) => row.peak);
    const origins =
      bySite >= byService
        ? sites.map((site) => project.cell('sites', site.id, 'peak'))
        : services.map((row) => project.cell('services', row.id, 'peak'));
    const others = circuits.filter((row) => row.otherLoad !== undefined);
    return {
      key,
      circuits,
      load: Math.max(bySite, byService) + sumOf(others, (row) => row.otherLoad),
      from: [...origins, ...others.map((row) => project.cell('circuits', row.id, 'otherLoad'))],
    };
  });
}

function endsAt(circuits: readonly Circuit[], edge: string | undefined): boolean {
  return edge !== undefined && circuits.some((row) => row.edge === edge || row.secondEdge === edge);
}

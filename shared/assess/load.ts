/** What the lines have to carry: the peaks of sites and services, sorted to the circuits and internet edges they use. */
import type { RowOf } from '../content/tables.ts';
import type { FindingOrigin } from '../view.ts';
import { peeringLocation } from './look-up.ts';
import { groupRows, ridesExpressRoute } from './planned.ts';
import type { Reader } from './reader.ts';

type Site = RowOf<'sites'>;
type Circuit = RowOf<'circuits'>;

/** No network has hubs behind hubs as deep as this; a way that is longer ends here. */
export const mostHubs = 32;

/** Each site with the hubs its traffic passes, in order; a circle of hubs ends where it closes. */
export function waysOf(project: Reader): Map<Site, Site[]> {
  return project.once(findWays);
}

function findWays(project: Reader): Map<Site, Site[]> {
  const ways = new Map<Site, Site[]>();
  for (const site of project.rows('sites')) {
    const way: Site[] = [];
    for (let next: Site | undefined = site; next && way.length < mostHubs && !way.includes(next); ) {
      way.push(next);
      next = project.row('sites', next.hub);
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
export type CircuitGroup = {
  key: string;
  circuits: Circuit[];
  load: number;
  /** Where the load was read: for two hundred sites a long list, made only for a finding. */
  from: () => FindingOrigin[];
};

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
  const loading = project.rows('sites').filter((site) => ridesExpressRoute(site) && site.peak !== undefined);
  const edgeOf = edgesOf(project, 'expressRouteEdge');
  const byEdge = groupRows(loading, (site) => edgeOf.get(site));
  return [...groups].map(([key, circuits]) => {
    const edges = new Set(
      circuits.flatMap((row) => [row.edge, row.secondEdge]).filter((edge) => edge !== undefined),
    );
    const sites = groups.size === 1 ? loading : [...edges].flatMap((edge) => byEdge.get(edge) ?? []);
    // The services' peaks are those of all sites together, so they speak only where one group carries all.
    const services =
      groups.size === 1
        ? project.rows('services').filter((row) => ridesExpressRoute(row) && row.peak !== undefined)
        : [];
    const bySite = sumOf(sites, (site) => site.peak);
    const byService = sumOf(services, (row) => row.peak);
    const others = circuits.filter((row) => row.otherLoad !== undefined);
    return {
      key,
      circuits,
      load: Math.max(bySite, byService) + sumOf(others, (row) => row.otherLoad),
      from: () => [
        ...(bySite >= byService
          ? sites.map((site) => project.cell('sites', site.id, 'peak'))
          : services.map((row) => project.cell('services', row.id, 'peak'))),
        ...others.map((row) => project.cell('circuits', row.id, 'otherLoad')),
      ],
    };
  });
}

/** Reads the circuits of a project: their two links, what Microsoft announces over them, and what their SKU reaches. */
import { limit } from '../assess/look-up.ts';
import { groupRows, microsoftPeerings, routeFiltersSince } from '../assess/planned.ts';
import { reachOf } from '../assess/reach.ts';
import type { Reader } from '../assess/reader.ts';
import type { RowOf } from '../content/tables.ts';
import type { Need, NetworkCircuit, NetworkEdge, NetworkLink, NetworkPool, NetworkSite } from './topology.ts';

/** An edge while it is being put together: its site and links come after it. */
export type EdgeDraft = Omit<NetworkEdge, 'links' | 'site'> & {
  links: NetworkLink[];
  site: NetworkSite | undefined;
};

export function readCircuits(
  project: Reader,
  edges: ReadonlyMap<string, EdgeDraft>,
  pools: readonly NetworkPool[],
): NetworkCircuit[] {
  const byCircuit = groupRows(project.once(microsoftPeerings), (row) => row.circuit);
  const byEdge = groupRows(
    pools.filter((pool) => pool.isExpressRoute),
    (pool) => pool.edge ?? '',
  );
  return project.rows('circuits').map((row) => {
    const peerings = byCircuit.get(row.id) ?? [];
    const [peering] = peerings;
    const links: NetworkLink[] = [];
    const circuit: NetworkCircuit = {
      id: row.id,
      name: project.nameOf('circuits', row.id),
      part: `circuits/${row.id}`,
      bandwidth: row.bandwidth,
      otherLoad: row.otherLoad,
      links,
      localPreference: peering?.localPreference,
      prepends: peerings.some((one) => one.prepends === 'yes' && !isPrivate(project, one.peerAsn)),
      origin: peering
        ? project.cell('peerings', peering.id, 'communities')
        : project.at('peering.parameters.list'),
      skuOrigin: project.cell('circuits', row.id, 'sku'),
      accepts: acceptsOf(project, row, peerings),
      reaches: (need) => reaches(project, row, need),
    };
    for (const which of ['primary', 'secondary'] as const) {
      if (which === 'secondary' && peering?.sessions === 'one') continue;
      const isFirst = which === 'primary' || row.secondEdge === undefined;
      const edge = edges.get((isFirst ? row.edge : row.secondEdge) ?? '');
      const location = which === 'primary' ? row.location : (row.secondLocation ?? row.location);
      const link: NetworkLink = {
        id: `circuits/${row.id}/${which}`,
        which,
        circuit,
        edge,
        edgeOrigin: project.cell('circuits', row.id, isFirst ? 'edge' : 'secondEdge'),
        location,
        pools: [...(byEdge.get(edge?.id ?? '') ?? []), ...(edge ? (byEdge.get('') ?? []) : [])].filter(
          (pool) =>
            (pool.circuit === undefined || pool.circuit === row.id) &&
            (pool.link === undefined || pool.link === 'both' || pool.link === which),
        ),
        parts: [
          `circuits/${row.id}/${which}`,
          `circuits/${row.id}`,
          ...(location === undefined ? [] : [`locations/${location}`]),
          ...(edge?.parts ?? []),
        ],
      };
      links.push(link);
      edge?.links.push(link);
    }
    return circuit;
  });
}

function isPrivate(project: Reader, asn: number | undefined): boolean {
  if (asn === undefined) return false;
  return ['asn-private-2-byte', 'asn-private-4-byte'].some((id) =>
    limit(project.reference, id).includes(asn),
  );
}

function acceptsOf(
  project: Reader,
  circuit: RowOf<'circuits'>,
  peerings: readonly RowOf<'peerings'>[],
): NetworkCircuit['accepts'] {
  const communities = peerings.flatMap((row) => row.communities ?? []);
  if (communities.length > 0) return { communities: new Set(communities) };
  const [peering] = peerings;
  if (!peering) {
    // A circuit with another peering only carries none of this; one without any is not described yet.
    const others = project.rows('peerings').some((row) => row.circuit === circuit.id);
    return others ? 'nothing' : { missing: project.at('peering.parameters.list') };
  }
  if (peering.filter === 'attached') return { missing: project.cell('peerings', peering.id, 'communities') };
  if (peering.filter !== 'none') return { missing: project.cell('peerings', peering.id, 'filter') };
  if (peering.created === undefined) return { missing: project.cell('peerings', peering.id, 'created') };
  return peering.created < routeFiltersSince ? 'everything' : 'nothing';
}

function reaches(project: Reader, circuit: RowOf<'circuits'>, need: Need): boolean {
  // What cannot be told is left to the rules on SKUs.
  if (need.region !== undefined) return reachOf(project.reference, circuit, need.region)?.reach !== 'no';
  return !need.isM365 || circuit.sku === undefined || circuit.sku === 'premium';
}

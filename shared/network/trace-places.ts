/** Which routers of a trace can be told by their address: Microsoft's ends of the circuits, and what stands at an internet edge. */
import { microsoftAsn } from '../assess/evidence-circuits.ts';
import type { EvidencePiece } from '../assess/evidence-pieces.ts';
import { specialRange } from '../assess/look-up.ts';
import type { Reader } from '../assess/reader.ts';
import type { RowOf } from '../content/tables.ts';
import type { EvidenceKind } from '../evidence/evidence.ts';
import { type Address, formatAddress } from './address.ts';
import { containsAddress, countAddresses, getHost, type Prefix, parsePrefix } from './prefix.ts';

/** What of the evidence tells where a router stands. */
export const placeKinds = ['router-config', 'routing-table'] as const satisfies readonly EvidenceKind[];

export type TracePlace = { kind: 'circuit'; circuit: string } | { kind: 'edge'; edge: string };

type PeeringRow = Pick<
  RowOf<'peerings'>,
  'circuit' | 'type' | 'primary' | 'secondary' | 'customerHost' | 'sessions'
>;

/** Of a link's two hosts the first is the customer's and the second Microsoft's, unless the plan has it the other way round. */
export function microsoftEnds(row: PeeringRow): string[] {
  const position = row.customerHost === 'second' ? 1 : 2;
  return [row.primary, row.secondary].flatMap((text) => {
    const subnet = parsePrefix(text ?? '');
    // Of a /29 nobody knows which half is which link; its hosts are known all the same only as a /30.
    const end =
      subnet.ok && countAddresses(subnet.value) === 4n ? getHost(subnet.value, position) : undefined;
    return end ? [formatAddress(end)] : [];
  });
}

/** Whether every link to Microsoft has a subnet in this family, so that its end would be known if it answered. */
export function knowsAllEnds(rows: readonly PeeringRow[], family: Address['family']): boolean {
  const fitting = rows.filter(({ primary }) => {
    const subnet = parsePrefix(primary ?? '');
    return !subnet.ok || subnet.value.family === family;
  });
  return (
    fitting.length > 0 &&
    fitting.every((row) => microsoftEnds(row).length === (row.sessions === 'one' ? 1 : 2))
  );
}

export class TracePlaces {
  /** Nothing stands at an address that is known at two places. */
  readonly #known = new Map<string, TracePlace | undefined>();
  readonly #pools: { prefix: Prefix; edge: string }[];

  constructor(project: Reader, peerings: readonly PeeringRow[]) {
    for (const row of peerings)
      if (row.circuit !== undefined)
        for (const end of microsoftEnds(row)) this.#add(end, { kind: 'circuit', circuit: row.circuit });
    const isInternet = (edge: string | undefined): edge is string =>
      project.row('edges', edge)?.kind === 'internet';
    const atEdge = <Kind extends EvidenceKind>(piece: EvidencePiece<Kind>) =>
      isInternet(piece.about.edge) ? piece.about.edge : undefined;
    for (const piece of project.evidence('router-config')) {
      const edge = atEdge(piece);
      // A router that also speaks to Microsoft is on both ways.
      const isShared = piece.records.some(
        (record) => record.part === 'neighbor' && record.remoteAsn === microsoftAsn,
      );
      if (edge === undefined || isShared) continue;
      for (const record of piece.records) {
        const addresses =
          record.part === 'interface'
            ? record.addresses.map(({ address }) => address)
            : record.part === 'static-route'
              ? beyond(project, record.prefix, [record.nextHop])
              : [];
        for (const address of addresses) this.#add(address, { kind: 'edge', edge });
      }
    }
    for (const piece of project.evidence('routing-table')) {
      const edge = atEdge(piece);
      if (edge === undefined) continue;
      for (const { prefix, nextHops } of piece.records)
        for (const address of beyond(project, prefix, nextHops)) this.#add(address, { kind: 'edge', edge });
    }
    this.#pools = project.rows('natPools').flatMap(({ use, edge, prefix }) => {
      const parsed = project.prefix(prefix);
      return use === 'internet' && isInternet(edge) && parsed ? [{ prefix: parsed, edge }] : [];
    });
  }

  find(address: Address): TracePlace | undefined {
    const text = formatAddress(address);
    if (this.#known.has(text)) return this.#known.get(text);
    const edges = new Set(
      this.#pools.flatMap(({ prefix, edge }) => (containsAddress(prefix, address) ? [edge] : [])),
    );
    const [edge] = edges;
    return edges.size === 1 && edge !== undefined ? { kind: 'edge', edge } : undefined;
  }

  #add(address: string, place: TracePlace): void {
    const text = address.split('/')[0] ?? '';
    const known = this.#known.get(text);
    const isOther = this.#known.has(text) && JSON.stringify(known) !== JSON.stringify(place);
    this.#known.set(text, isOther ? undefined : place);
  }
}

/** Where the default route leads to, when that is the provider's router: an address of the customer's own may stand on other ways too. */
function beyond(project: Reader, prefix: string, nextHops: readonly string[]): string[] {
  if (prefix !== '0.0.0.0/0' && prefix !== '::/0') return [];
  return nextHops.filter((hop) => {
    const host = project.prefix(`${hop}/${hop.includes(':') ? 128 : 32}`);
    return host !== undefined && !specialRange(project.reference, host);
  });
}

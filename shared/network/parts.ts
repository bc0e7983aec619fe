/** Lists what can fail in a network, and what its nodes are called. */
import { locationName } from '../assess/planned.ts';
import type { Reader } from '../assess/reader.ts';
import {
  firewallPart,
  type NetworkCircuit,
  type NetworkEdge,
  type NetworkPart,
  type NetworkPool,
  type NetworkProxy,
  type NetworkSite,
  type PartKind,
} from './topology.ts';

type Network = {
  sites: ReadonlyMap<string, NetworkSite>;
  edges: ReadonlyMap<string, NetworkEdge>;
  circuits: readonly NetworkCircuit[];
  proxies: ReadonlyMap<string, NetworkProxy>;
  pools: readonly NetworkPool[];
};

/**
 * Parts whose loss takes out the same links and edges, as an edge and its firewall, or a circuit and its location: what is
 * found out about the first of them holds for the others. By part, that first one; a link may be told from its circuit.
 */
export function standInsOf({ circuits, edges }: Pick<Network, 'circuits' | 'edges'>): Map<string, string> {
  const taken = new Map<string, string[]>();
  const takeOut = (parts: readonly string[], what: string) => {
    for (const part of parts) {
      if (part === what) continue;
      const known = taken.get(part);
      if (known) known.push(what);
      else taken.set(part, [what]);
    }
  };
  for (const edge of edges.values()) takeOut(edge.parts, edge.id);
  for (const { links } of circuits) for (const { id, parts } of links) takeOut(parts, id);
  const firsts = new Map<string, string>();
  const standIns = new Map<string, string>();
  for (const [part, what] of taken) {
    const alike = what.join('\n');
    const first = firsts.get(alike);
    if (first === undefined) firsts.set(alike, part);
    else standIns.set(part, first);
  }
  return standIns;
}

export function listParts(project: Reader, network: Network): Map<string, NetworkPart> {
  const parts = new Map<string, NetworkPart>();
  const add = (id: string, kind: PartKind, name: string, node = id) =>
    parts.set(id, { id, kind, name, node });
  for (const circuit of network.circuits)
    for (const link of circuit.links) add(link.id, 'link', circuit.name);
  for (const circuit of network.circuits) add(circuit.part, 'circuit', circuit.name);
  for (const { location } of network.circuits.flatMap((circuit) => circuit.links))
    if (location !== undefined)
      add(`locations/${location}`, 'location', locationName(project.reference, location));
  for (const edge of network.edges.values()) {
    add(`edges/${edge.id}`, 'edge', edge.name);
    if (edge.parts.length > 1) add(firewallPart(edge.id), 'firewall', edge.name, `edges/${edge.id}`);
  }
  for (const pool of network.pools) {
    const name = pool.id.startsWith('natPools/')
      ? `${project.nameOf('natPools', pool.id.slice('natPools/'.length))} (${pool.text})`
      : pool.text;
    add(pool.id, 'pool', name, pool.edge === undefined ? pool.id : `edges/${pool.edge}`);
  }
  for (const proxy of network.proxies.values()) add(`proxies/${proxy.id}`, 'proxy', proxy.name);
  for (const site of network.sites.values()) {
    const next = site.way[1];
    if (site.line !== undefined && next) add(site.line, 'wan', `${site.name} → ${next.name}`);
  }
  return parts;
}

/** The flows of a project: who opens a connection to what, under an id that stays the same. */
import type { Destination, Endpoint, Source, Topology } from './topology.ts';

export type Flow = {
  id: string;
  from: string;
  to: string;
  protocol: string;
} & ({ opens: 'you'; source: Source; destination: Destination } | { opens: 'microsoft'; endpoint: Endpoint });

/** More than these are not walked one by one; the list says so. */
export const mostFlows = 10_000;

export function countFlows(topology: Topology): number {
  return topology.sources.length * topology.destinations.length + topology.endpoints.length;
}

export function listFlows(topology: Topology): Flow[] {
  const flows: Flow[] = [];
  for (const endpoint of topology.endpoints)
    flows.push({
      id: `microsoft>${endpoint.id}`,
      from: 'microsoft',
      to: endpoint.id,
      protocol: endpoint.protocol,
      opens: 'microsoft',
      endpoint,
    });
  for (const source of topology.sources) {
    for (const destination of topology.destinations) {
      if (flows.length >= mostFlows) return flows;
      if (!source.calls(destination)) continue;
      flows.push({
        id: `${source.id}>${destination.id}`,
        from: source.id,
        to: destination.id,
        protocol: destination.protocol,
        opens: 'you',
        source,
        destination,
      });
    }
  }
  return flows;
}

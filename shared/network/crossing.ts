/** What becomes of a packet that comes back at another edge than its connection left by. */
import type { NetworkEdge } from './topology.ts';
import type { Hop } from './trace.ts';

export type Crossing =
  | { kind: 'passes' | 'dropped'; hop: Hop }
  | { kind: 'unknown'; hop: Hop; edge: NetworkEdge };

/** A translation and the state of a firewall are known at the edge that made them, and nowhere else. */
export function crossingOf(
  left: NetworkEdge,
  came: NetworkEdge | undefined,
  isTranslated: boolean,
  address: string,
): Crossing {
  if (came === left) return { kind: 'passes', hop: { node: `edges/${left.id}`, reason: 'state-known' } };
  const node = came ? `edges/${came.id}` : 'internet';
  const values = { edge: left.name, address };
  if (isTranslated || !came) return { kind: 'dropped', hop: { node, reason: 'no-translation', values } };
  if (came.firewall === 'stateful') return { kind: 'dropped', hop: { node, reason: 'no-state', values } };
  if (came.firewall === undefined)
    return { kind: 'unknown', hop: { node, reason: 'state-unknown' }, edge: came };
  return { kind: 'passes', hop: { node, reason: 'state-shared', values } };
}

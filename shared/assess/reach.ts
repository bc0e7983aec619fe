/** Which Azure regions a circuit's SKU reaches from its peering location: certain, to be verified, or not. */
import type { RowOf } from '../content/tables.ts';
import { azureRegion, peeringLocation } from './look-up.ts';
import type { Reader } from './reader.ts';

export type Reach =
  | { reach: 'yes'; by: 'local' | 'standard' | 'premium' }
  /** What is not published, and therefore must be looked up: the region's geography or the location's. */
  | { reach: 'verify'; unsure: 'region' | 'location' }
  | { reach: 'no' };

/** Undefined while the circuit says too little, or stands in another cloud, which no SKU bridges. */
export function reachOf(
  sets: Reader['reference'],
  circuit: RowOf<'circuits'>,
  regionId: string,
): Reach | undefined {
  const { sku } = circuit;
  if (sku === undefined || circuit.location === undefined) return undefined;
  const region = azureRegion(sets, regionId);
  const location = peeringLocation(sets, circuit.location);
  if (region && location && region.cloud !== location.cloud) return undefined;
  if (sku === 'premium') return { reach: 'yes', by: 'premium' };
  if (!location) return { reach: 'verify', unsure: 'location' };
  if (sku === 'local') {
    return location.localRegions.includes(regionId) ? { reach: 'yes', by: 'local' } : { reach: 'no' };
  }
  if (!region || region.geography === null) return { reach: 'verify', unsure: 'region' };
  if (region.geography !== location.geography) return { reach: 'no' };
  return location.inferred ? { reach: 'verify', unsure: 'location' } : { reach: 'yes', by: 'standard' };
}

const order = { no: 0, verify: 1, yes: 2 } as const;

/** The best of several circuits, a wider SKU before a Local one. */
export function bestReach(reaches: readonly Reach[]): Reach | undefined {
  let best: Reach | undefined;
  for (const one of reaches) {
    const better =
      best === undefined ||
      order[one.reach] > order[best.reach] ||
      (best.reach === 'yes' && best.by === 'local' && one.reach === 'yes');
    if (better) best = one;
  }
  return best;
}

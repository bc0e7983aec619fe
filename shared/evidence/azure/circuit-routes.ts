/** Reads what Microsoft's edge has in its route table: `list-route-tables`, `Get-AzExpressRouteCircuitRouteTable`. */
import type { EvidenceFormat } from '../evidence.ts';
import type { BgpRecord } from '../records.ts';
import { readPath } from '../values.ts';
import type { Fields } from './fields.ts';
import { readObjects, shareWith } from './objects.ts';

const needs = ['network', 'nexthop', 'path'];

export const circuitRoutesFormat: EvidenceFormat<'circuit-routes'> = {
  kind: 'circuit-routes',
  recognise: (input) => shareWith(input, ...needs),
  parse: (input) => readObjects(input, needs, readRoute),
};

function readRoute(fields: Fields): BgpRecord | undefined {
  if (!fields.required('network')) return undefined;
  const prefix = fields.prefix('network');
  if (prefix === null) return undefined;
  const way = readPath(fields.text('path') ?? '');
  // Without its path a route would look as if it came from here.
  if (!way) {
    fields.refuse('path', 'not-an-asn');
    return undefined;
  }
  const record: BgpRecord = {
    prefix,
    nextHop: fields.address('nexthop'),
    metric: null,
    localPreference: fields.whole('locprf'),
    weight: fields.whole('weight'),
    path: way.path,
    origin: way.origin,
    valid: null,
    best: null,
    communities: null,
  };
  fields.close();
  return record;
}

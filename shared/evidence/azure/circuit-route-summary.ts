/** Reads the neighbours of Microsoft's edge: `list-route-tables-summary`, `Get-AzExpressRouteCircuitRouteTableSummary`. */
import type { EvidenceFormat } from '../evidence.ts';
import type { BgpNeighborRecord } from '../records.ts';
import { readWhole } from '../values.ts';
import type { Fields } from './fields.ts';
import { readObjects, shareWith } from './objects.ts';

const needs = ['neighbor', 'statepfxrcd'];

export const circuitRouteSummaryFormat: EvidenceFormat<'circuit-route-summary'> = {
  kind: 'circuit-route-summary',
  recognise: (input) => shareWith(input, ...needs),
  parse: (input) => readObjects(input, needs, readNeighbor),
};

function readNeighbor(fields: Fields): BgpNeighborRecord | undefined {
  const neighbor = fields.required('neighbor') ? fields.address('neighbor') : null;
  if (neighbor === null) return undefined;
  // A number of prefixes once the session stands, the state it is in before.
  const state = fields.text('statepfxrcd');
  const prefixes = readWhole(state ?? '') ?? null;
  const record: BgpNeighborRecord = {
    neighbor,
    version: fields.whole('v'),
    // Libraries in whose language `as` is a word of its own call it otherwise.
    asn: fields.asn('as') ?? fields.asn('asproperty'),
    upDown: fields.text('updown'),
    state: prefixes === null ? state : 'Established',
    prefixes,
  };
  fields.close();
  return record;
}

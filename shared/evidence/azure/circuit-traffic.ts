/** Reads how much has passed each link: `az network express-route get-stats`, `Get-AzExpressRouteCircuitStat`. */
import type { EvidenceFormat } from '../evidence.ts';
import type { Fields } from './fields.ts';
import { readObjects, shareWith } from './objects.ts';
import type { CircuitTrafficRecord } from './records.ts';

const needs = ['primarybytesin', 'secondarybytesin'];

export const circuitTrafficFormat: EvidenceFormat<'circuit-traffic'> = {
  kind: 'circuit-traffic',
  recognise: (input) => shareWith(input, ...needs),
  parse: (input) => readObjects(input, needs, readTraffic),
};

function readTraffic(fields: Fields): CircuitTrafficRecord {
  const record = {
    primaryIn: fields.whole('primarybytesin'),
    primaryOut: fields.whole('primarybytesout'),
    secondaryIn: fields.whole('secondarybytesin'),
    secondaryOut: fields.whole('secondarybytesout'),
  };
  fields.close();
  return record;
}

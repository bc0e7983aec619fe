/** Reads the endpoint sets of Microsoft 365 (endpoints.office.com), as JSON or CSV. */
import type { EvidenceFormat } from '../evidence.ts';
import type { Fields } from './fields.ts';
import { readObjects, shareWith } from './objects.ts';
import type { M365EndpointRecord } from './records.ts';

const needs = ['id', 'servicearea', 'category'];

export const m365EndpointsFormat: EvidenceFormat<'m365-endpoints'> = {
  kind: 'm365-endpoints',
  recognise: (input) => shareWith(input, ...needs),
  parse: (input) => readObjects(input, needs, readEndpoint),
};

function readEndpoint(fields: Fields): M365EndpointRecord | undefined {
  const id = fields.required('id') ? fields.whole('id') : null;
  if (id === null) return undefined;
  const record: M365EndpointRecord = {
    id,
    area: fields.text('servicearea'),
    service: fields.text('serviceareadisplayname'),
    urls: fields.texts('urls'),
    prefixes: fields.prefixes('ips'),
    tcpPorts: fields.ports('tcpports'),
    udpPorts: fields.ports('udpports'),
    category: fields.choice('category', ['Optimize', 'Allow', 'Default']),
    expressRoute: fields.flag('expressroute'),
    required: fields.flag('required'),
    notes: fields.text('notes'),
  };
  fields.close();
  return record;
}

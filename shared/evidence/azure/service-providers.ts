/** Reads the catalogue of providers: `list-service-providers`, `Get-AzExpressRouteServiceProvider`. */
import type { EvidenceFormat } from '../evidence.ts';
import type { Fields } from './fields.ts';
import { readObjects, shareWith } from './objects.ts';
import type { ServiceProviderRecord } from './records.ts';

const needs = ['peeringlocations', 'bandwidthsoffered'];

export const serviceProvidersFormat: EvidenceFormat<'service-providers'> = {
  kind: 'service-providers',
  recognise: (input) => shareWith(input, ...needs),
  parse: (input) => readObjects(input, needs, readProvider),
};

/** Objects, or in a list of PowerShell their names. */
function readBandwidths(fields: Fields): number[] {
  const items = fields.items('bandwidthsoffered');
  const named = items.map(({ value }) => (typeof value === 'string' ? readSpeed(value) : undefined));
  if (items.length > 0 && named.every((speed) => speed !== undefined)) return named;
  return fields.objects('bandwidthsoffered').flatMap((offer) => {
    const value = offer.required('valueinmbps') ? offer.whole('valueinmbps') : null;
    offer.close('offername');
    return value ?? [];
  });
}

/** `50Mbps`, `10Gbps`. */
function readSpeed(text: string): number | undefined {
  const [, number = '', unit = ''] = /^(\d{1,6})\s?([MG])bps$/i.exec(text.trim()) ?? [];
  if (number === '') return undefined;
  return Number(number) * (unit.toUpperCase() === 'G' ? 1000 : 1);
}

function readProvider(fields: Fields): ServiceProviderRecord | undefined {
  const name = fields.required('name') ? fields.text('name') : null;
  if (name === null) return undefined;
  const record: ServiceProviderRecord = {
    name,
    peeringLocations: fields.texts('peeringlocations'),
    bandwidthsMbps: fields.has('bandwidthsoffered') ? readBandwidths(fields) : [],
  };
  fields.close('location', 'provisioningstate');
  return record;
}

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

function readProvider(fields: Fields): ServiceProviderRecord | undefined {
  const name = fields.required('name') ? fields.text('name') : null;
  if (name === null) return undefined;
  const record: ServiceProviderRecord = {
    name,
    peeringLocations: fields.texts('peeringlocations'),
    bandwidthsMbps: fields.objects('bandwidthsoffered').flatMap((offer) => {
      const value = offer.required('valueinmbps') ? offer.whole('valueinmbps') : null;
      offer.close('offername');
      return value ?? [];
    }),
  };
  fields.close('location', 'provisioningstate');
  return record;
}

/** Reads circuits: `az network express-route show|list`, REST, `Get-AzExpressRouteCircuit`. */
import type { EvidenceFormat } from '../evidence.ts';
import type { Fields } from './fields.ts';
import { readObjects, shareWith } from './objects.ts';
import { readPeering } from './peering.ts';
import type { CircuitRecord } from './records.ts';

const needs = ['serviceproviderprovisioningstate'];

export const circuitFormat: EvidenceFormat<'circuit'> = {
  kind: 'circuit',
  recognise: (input) => shareWith(input, ...needs),
  parse: (input) => readObjects(input, needs, readCircuit),
};

function readCircuit(fields: Fields): CircuitRecord {
  const sku = fields.object('sku');
  const provider = fields.object('serviceproviderproperties');
  const gigabits = fields.number('bandwidthingbps');
  const record: CircuitRecord = {
    name: fields.text('name'),
    location: fields.text('location'),
    circuitState: fields.choice('circuitprovisioningstate', ['Enabled', 'Disabled']),
    providerState: fields.choice('serviceproviderprovisioningstate', [
      'NotProvisioned',
      'Provisioning',
      'Provisioned',
      'Deprovisioning',
    ]),
    tier: sku?.choice('tier', ['Basic', 'Local', 'Standard', 'Premium']) ?? null,
    family: sku?.choice('family', ['MeteredData', 'UnlimitedData']) ?? null,
    bandwidthMbps:
      provider?.whole('bandwidthinmbps') ?? (gigabits === null ? null : Math.round(gigabits * 1000)),
    peeringLocation: provider?.text('peeringlocation') ?? null,
    provider: provider?.text('serviceprovidername') ?? null,
    directPort: fields.idName('expressrouteport'),
    globalReach: fields.flag('allowglobalreach') ?? fields.flag('globalreachenabled'),
    peerings: fields.objects('peerings').map(readPeering),
  };
  // The name of the SKU is put together from tier and family, and is not always right.
  sku?.close('name');
  provider?.close();
  fields.close(
    'provisioningstate',
    'serviceprovidernotes',
    'servicekey',
    'authorizations',
    'authorizationkey',
    'authorizationstatus',
    'allowclassicoperations',
    'stag',
    'enabledirectportratelimit',
    'allowglobalreach',
    'globalreachenabled',
  );
  return record;
}

/** Reads peerings: `az network express-route peering show|list`, REST, `Get-AzExpressRouteCircuitPeeringConfig`. */
import type { EvidenceFormat } from '../evidence.ts';
import type { Fields } from './fields.ts';
import { readObjects, shareWith } from './objects.ts';
import type { PeeringRecord, PeeringSideRecord } from './records.ts';

export const peeringFormat: EvidenceFormat<'peering'> = {
  kind: 'peering',
  recognise: (input) => shareWith(input, 'peeringtype'),
  parse: (input) => readObjects(input, ['peeringtype'], readPeering),
};

const types = {
  MicrosoftPeering: 'microsoft',
  AzureMicrosoftPeering: 'microsoft',
  AzurePrivatePeering: 'private',
  PrivatePeering: 'private',
  AzurePublicPeering: 'public',
} as const;

/** Also those that stand inside a circuit. */
export function readPeering(fields: Fields): PeeringRecord {
  const type = fields.choice('peeringtype', Object.keys(types) as (keyof typeof types)[]);
  const ipv6 = fields.object('ipv6peeringconfig');
  const record = {
    type: type && types[type],
    azureAsn: fields.asn('azureasn'),
    peerAsn: fields.asn('peerasn'),
    vlan: fields.whole('vlanid'),
    primaryPort: fields.text('primaryazureport'),
    secondaryPort: fields.text('secondaryazureport'),
    ...readSide(fields),
    ipv6: ipv6 ? readSide(ipv6) : null,
  };
  ipv6?.close();
  fields.close(
    'name',
    'provisioningstate',
    'sharedkey',
    'stats',
    'connections',
    'peeredconnections',
    'expressrouteconnection',
  );
  return record;
}

function readSide(fields: Fields): PeeringSideRecord {
  const config = fields.object('microsoftpeeringconfig');
  const side: PeeringSideRecord = {
    state: fields.choice('state', ['Enabled', 'Disabled']),
    primaryPrefix: fields.prefix('primarypeeraddressprefix'),
    secondaryPrefix: fields.prefix('secondarypeeraddressprefix'),
    advertisedPrefixes: config?.prefixes('advertisedpublicprefixes') ?? [],
    advertisedCommunities: config?.communities('advertisedcommunities') ?? [],
    advertisedState:
      config?.choice('advertisedpublicprefixesstate', [
        'NotConfigured',
        'Configuring',
        'Configured',
        'ValidationNeeded',
      ]) ?? null,
    customerAsn: config?.asn('customerasn') ?? null,
    registry: config?.text('routingregistryname') ?? null,
    routeFilter: fields.idName('routefilter'),
  };
  config?.close('legacymode');
  return side;
}

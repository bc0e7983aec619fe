/** Reads the communities of Microsoft's services: `list-service-communities`, `Get-AzBgpServiceCommunity`. */
import type { EvidenceFormat } from '../evidence.ts';
import type { Fields } from './fields.ts';
import { readObjects, shareWith } from './objects.ts';
import type { ServiceCommunityRecord } from './records.ts';

const needs = ['bgpcommunities'];

export const serviceCommunitiesFormat: EvidenceFormat<'service-communities'> = {
  kind: 'service-communities',
  recognise: (input) => shareWith(input, ...needs),
  parse: (input) => readObjects(input, needs, readService),
};

function readService(fields: Fields): ServiceCommunityRecord[] {
  const service = fields.text('servicename') ?? fields.text('name');
  const records = fields
    .objects('bgpcommunities')
    .flatMap((community) => readCommunity(community, service) ?? []);
  fields.close('name', 'location');
  return records;
}

function readCommunity(fields: Fields, service: string | null): ServiceCommunityRecord | undefined {
  const [community] = fields.required('communityvalue') ? fields.communities('communityvalue') : [];
  if (community === undefined) return undefined;
  const record: ServiceCommunityRecord = {
    service: fields.text('servicegroup') ?? service,
    name: fields.text('communityname'),
    community,
    region: fields.text('servicesupportedregion'),
    prefixes: fields.prefixes('communityprefixes'),
    authorized: fields.flag('isauthorizedtouse'),
  };
  fields.close();
  return record;
}

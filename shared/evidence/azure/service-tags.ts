/** Reads the address ranges of Azure's services: `ServiceTags_CLOUD_DAY.json`, `az network list-service-tags`. */
import type { EvidenceFormat, EvidenceInput } from '../evidence.ts';
import type { Fields } from './fields.ts';
import { readObjects, shareWith } from './objects.ts';
import type { ServiceTagRecord } from './records.ts';

const needs = ['cloud', 'values'];

export const serviceTagsFormat: EvidenceFormat<'service-tags'> = {
  kind: 'service-tags',
  recognise: (input: EvidenceInput) => shareWith(input, ...needs),
  parse: (input) => readObjects(input, needs, readCloud),
};

function readCloud(fields: Fields): ServiceTagRecord[] {
  const cloud = fields.text('cloud');
  if (fields.text('nextlink') !== null) fields.refuse('nextlink', 'cut-off');
  const tags = fields.objects('values').flatMap((tag) => readTag(tag, cloud) ?? []);
  fields.close('name', 'changenumber');
  return tags;
}

function readTag(fields: Fields, cloud: string | null): ServiceTagRecord | undefined {
  const tag = fields.required('name') ? fields.text('name') : null;
  if (tag === null) return undefined;
  const record: ServiceTagRecord = {
    tag,
    service: fields.text('systemservice'),
    region: fields.text('region'),
    change: fields.whole('changenumber'),
    cloud,
    prefixes: fields.prefixes('addressprefixes'),
  };
  fields.close('regionid', 'platform', 'networkfeatures', 'state', 'servicetagchangenumber');
  return record;
}

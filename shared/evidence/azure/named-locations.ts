/** Reads the named locations of Conditional Access (Graph, `Get-MgIdentityConditionalAccessNamedLocation`). */
import type { EvidenceFormat } from '../evidence.ts';
import type { Fields } from './fields.ts';
import { readObjects, shareWith } from './objects.ts';
import type { NamedLocationRecord } from './records.ts';

export const namedLocationsFormat: EvidenceFormat<'named-locations'> = {
  kind: 'named-locations',
  recognise: (input) =>
    shareWith(input, 'displayname', 'ipranges') + shareWith(input, 'displayname', 'countriesandregions'),
  parse: (input) => readObjects(input, ['displayname'], readLocation),
};

function readLocation(fields: Fields): NamedLocationRecord | undefined {
  const name = fields.required('displayname') ? fields.text('displayname') : null;
  if (name === null) return undefined;
  const record: NamedLocationRecord = {
    name,
    trusted: fields.flag('istrusted'),
    prefixes: fields.objects('ipranges').flatMap((range) => {
      const prefix = range.required('cidraddress') ? range.prefix('cidraddress') : null;
      range.close();
      return prefix ?? [];
    }),
    countries: fields.texts('countriesandregions'),
  };
  fields.close(
    'createddatetime',
    'modifieddatetime',
    'deleteddatetime',
    'includeunknowncountriesandregions',
    'countrylookupmethod',
  );
  return record;
}

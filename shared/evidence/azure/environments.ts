/** Reads lists of Power Platform environments: `Get-AdminPowerAppEnvironment`, `pac admin list`, the admin API. */
import type { EvidenceFormat } from '../evidence.ts';
import type { Fields } from './fields.ts';
import { readObjects, shareWith } from './objects.ts';
import type { EnvironmentRecord } from './records.ts';

/** What tells each of the ways to print an environment. */
const shapes = [
  ['environmentname', 'displayname'],
  ['environmentid', 'environmenturl'],
  ['environmentsku', 'displayname'],
];

export const environmentsFormat: EvidenceFormat<'environments'> = {
  kind: 'environments',
  recognise: (input) => Math.max(...shapes.map((shape) => shareWith(input, ...shape))),
  parse: (input) =>
    readObjects(input, shapes.find((shape) => shareWith(input, ...shape) > 0) ?? [], readEnvironment),
};

function readEnvironment(fields: Fields): EnvironmentRecord {
  const linked = fields.object('linkedenvironmentmetadata');
  const record: EnvironmentRecord = {
    id: firstText(fields, ['environmentname', 'environmentid', 'name']),
    name: nameOf(fields),
    location: fields.text('location')?.toLowerCase() ?? null,
    azureRegion: firstText(fields, ['azureregion', 'azureregionhint']),
    type: firstText(fields, ['environmenttype', 'environmentsku', 'type']),
    isDefault: fields.flag('isdefault'),
    url: fields.text('environmenturl') ?? linked?.text('instanceurl') ?? null,
  };
  fields.close(...ofNoUse);
  return record;
}

/** In lists of `pac` a star before the name marks the one in use. */
function nameOf(fields: Fields): string | null {
  const marked = firstText(fields, ['activedisplayname', 'activeenvironment']);
  if (marked !== null) return marked.replace(/^\*\s+/, '');
  return firstText(fields, ['displayname', 'environment', 'name']);
}

function firstText(fields: Fields, names: readonly string[]): string | null {
  for (const name of names) {
    const text = fields.has(name) ? fields.text(name) : null;
    if (text !== null) return text;
  }
  return null;
}

const ofNoUse = [
  'description',
  'createdtime',
  'createdby',
  'lastmodifiedtime',
  'lastmodifiedby',
  'creationtype',
  'organizationid',
  'uniquename',
  'commondataservicedatabaseprovisioningstate',
  'commondataservicedatabasetype',
  'internal',
  'internalcds',
  'securitygroupid',
  'retentionperiod',
  'retentiondetails',
  'states',
  'protectionstatus',
  'cluster',
  'governanceconfiguration',
  'provisioningstate',
  'databasetype',
  'permissions',
  'runtimeendpoints',
  'capacity',
  'addons',
  'clienturis',
];

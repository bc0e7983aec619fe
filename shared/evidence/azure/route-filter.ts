/** Reads route filters: `az network route-filter show|list`, REST, `Get-AzRouteFilter`; and their rules alone. */
import type { EvidenceFormat } from '../evidence.ts';
import type { Fields } from './fields.ts';
import { readObjects, shareWith } from './objects.ts';
import type { RouteFilterRecord, RouteFilterRuleRecord } from './records.ts';

const needs = ['rules', 'peerings'];

export const routeFilterFormat: EvidenceFormat<'route-filter'> = {
  kind: 'route-filter',
  recognise: (input) => shareWith(input, ...needs),
  parse: (input) => readObjects(input, needs, readFilter),
};

function readFilter(fields: Fields): RouteFilterRecord {
  const record: RouteFilterRecord = {
    name: fields.text('name'),
    location: fields.text('location'),
    rules: fields.objects('rules').map(readRule),
    peerings: fields.objects('peerings').flatMap((peering) => readAttachment(peering) ?? []),
  };
  fields.close('provisioningstate', 'ipv6peerings');
  return record;
}

function readRule(fields: Fields): RouteFilterRuleRecord {
  const rule: RouteFilterRuleRecord = {
    name: fields.text('name'),
    access: fields.choice('access', ['Allow', 'Deny']),
    type: fields.choice(fields.has('routefilterruletype') ? 'routefilterruletype' : 'type', ['Community']),
    communities: fields.communities('communities'),
  };
  fields.close('provisioningstate', 'location');
  return rule;
}

const ruleNeeds = ['access', 'communities'];

/** `az network route-filter rule list|show`: whose rules they are, only their ids say. */
export const routeFilterRulesFormat: EvidenceFormat<'route-filter'> = {
  kind: 'route-filter',
  recognise: (input) => shareWith(input, ...ruleNeeds),
  parse: (input) => {
    const { records, unread } = readObjects<'route-filter'>(input, ruleNeeds, (fields) => {
      const parts = (fields.text('id') ?? '').split('/');
      const at = parts.findIndex((part) => part.toLowerCase() === 'routefilters');
      const name = at < 0 ? null : (parts[at + 1] ?? null);
      return { name, location: null, rules: [readRule(fields)], peerings: null };
    });
    const filters = new Map<string | null, RouteFilterRecord>();
    for (const record of records) {
      const known = filters.get(record.name);
      if (known) known.rules.push(...record.rules);
      else filters.set(record.name, record);
    }
    return { records: [...filters.values()], unread };
  },
};

/** `…/expressRouteCircuits/CIRCUIT/peerings/PEERING` is all a filter says about where it is attached. */
function readAttachment(peering: Fields): string | undefined {
  if (!peering.required('id')) return undefined;
  const parts = (peering.text('id') ?? '').split('/');
  const at = parts.findIndex((part) => part.toLowerCase() === 'expressroutecircuits');
  return at < 0 ? parts.at(-1) : `${parts[at + 1] ?? ''}/${parts.at(-1)}`;
}

/** Reads what has changed in the endpoints of Microsoft 365 (endpoints.office.com/changes). */
import type { EvidenceFormat } from '../evidence.ts';
import type { Fields } from './fields.ts';
import { readObjects, shareWith } from './objects.ts';
import type { M365ChangeRecord, M365TraitsRecord } from './records.ts';

const needs = ['endpointsetid', 'disposition'];

export const m365ChangesFormat: EvidenceFormat<'m365-changes'> = {
  kind: 'm365-changes',
  recognise: (input) => shareWith(input, ...needs),
  parse: (input) => readObjects(input, needs, readChange),
};

function readChange(fields: Fields): M365ChangeRecord | undefined {
  const id = fields.required('id') ? fields.whole('id') : null;
  if (id === null) return undefined;
  const added = fields.object('add');
  const removed = fields.object('remove');
  const record: M365ChangeRecord = {
    id,
    endpoint: fields.whole('endpointsetid'),
    disposition: fields.choice('disposition', ['Add', 'Change', 'Remove']),
    impact: fields.text('impact'),
    version: fields.text('version'),
    from: added ? readDay(added) : null,
    addedPrefixes: added?.prefixes('ips') ?? [],
    addedUrls: added?.texts('urls') ?? [],
    removedPrefixes: removed?.prefixes('ips') ?? [],
    removedUrls: removed?.texts('urls') ?? [],
    previous: readTraits(fields.object('previous')),
    current: readTraits(fields.object('current')),
  };
  added?.close();
  removed?.close();
  fields.close();
  return record;
}

function readTraits(fields: Fields | undefined): M365TraitsRecord | null {
  if (!fields) return null;
  const traits: M365TraitsRecord = {
    area: fields.text('servicearea'),
    category: fields.choice('category', ['Optimize', 'Allow', 'Default']),
    expressRoute: fields.flag('expressroute'),
    required: fields.flag('required'),
    tcpPorts: fields.ports('tcpports'),
    udpPorts: fields.ports('udpports'),
  };
  fields.close('notes', 'serviceareadisplayname');
  return traits;
}

/** `20261201` */
function readDay(fields: Fields): string | null {
  const text = fields.text('effectivedate');
  const match = /^(\d{4})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/.exec(text ?? '');
  if (match) return `${match[1]}-${match[2]}-${match[3]}`;
  if (text !== null) fields.refuse('effectivedate', 'unknown-value');
  return null;
}

/**
 * Reads what the IP firewall of an environment noted while it only audits (`…/audits?$filter=action eq 118`): from which
 * addresses people come. How `changedata` is laid out is not published, so that every address in it is taken.
 */
import type { Json } from '../../json.ts';
import type { EvidenceFormat } from '../evidence.ts';
import { readAddress } from '../values.ts';
import type { Fields } from './fields.ts';
import { readObjects, shareWith } from './objects.ts';
import type { FirewallAuditRecord } from './records.ts';

const needs = ['createdon', 'changedata'];
/** The number of this event among the actions that Dataverse audits. */
const firewallAction = 118;

export const firewallAuditFormat: EvidenceFormat<'firewall-audit'> = {
  kind: 'firewall-audit',
  recognise: (input) => shareWith(input, ...needs),
  parse: (input) => readObjects(input, needs, readAudit),
};

function readAudit(fields: Fields): FirewallAuditRecord | undefined {
  const at = fields.text('createdon');
  const action = fields.whole('action');
  const addresses = [...new Set(fields.items('changedata').flatMap(({ value }) => addressesIn(value)))];
  fields.close('auditid', '_userid_value', '_objectid_value', 'objecttypecode', 'operation');
  if (action !== null && action !== firewallAction) {
    fields.refuse('action', 'other-kind');
    return undefined;
  }
  if (addresses.length === 0) {
    fields.refuse('changedata', 'not-an-address');
    return undefined;
  }
  return { at, addresses };
}

const mostAddresses = 1000;

function addressesIn(value: Json): string[] {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const found: string[] = [];
  for (const word of text.split(/[^0-9A-Fa-f.:]+/)) {
    if (found.length >= mostAddresses) break;
    // A port may follow, and the end of a sentence.
    const bare = word.length < 60 ? word.replace(/^([\d.]{7,15}):\d*$/, '$1').replace(/[.:]$/, '') : '';
    const address = bare.length > 6 ? readAddress(bare) : undefined;
    if (address !== undefined) found.push(address);
  }
  return found;
}

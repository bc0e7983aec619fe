/** Reads the ARP table of Microsoft's edge: `list-arp-tables`, `Get-AzExpressRouteCircuitARPTable`. */
import type { EvidenceFormat } from '../evidence.ts';
import type { Fields } from './fields.ts';
import { readObjects, shareWith } from './objects.ts';
import type { ArpRecord } from './records.ts';

const needs = ['ipaddress', 'macaddress'];

export const arpFormat: EvidenceFormat<'arp'> = {
  kind: 'arp',
  recognise: (input) => shareWith(input, ...needs),
  parse: (input) => readObjects(input, needs, readArp),
};

const sides = { 'On-Prem': 'on-prem', OnPrem: 'on-prem', Microsoft: 'microsoft' } as const;

function readArp(fields: Fields): ArpRecord | undefined {
  const address = fields.required('ipaddress') ? fields.address('ipaddress') : null;
  if (address === null) return undefined;
  const name = fields.has('interfaceproperty') ? 'interfaceproperty' : 'interface';
  const side = fields.choice(name, Object.keys(sides) as (keyof typeof sides)[]);
  const mac = fields.text('macaddress');
  const record: ArpRecord = {
    age: fields.whole('age'),
    side: side && sides[side],
    address,
    mac: mac?.toLowerCase() === 'incomplete' ? null : readMac(mac),
  };
  if (record.mac === null && mac !== null && mac.toLowerCase() !== 'incomplete')
    fields.refuse('macaddress', 'unknown-value');
  fields.close();
  return record;
}

/** Twelve digits with whatever between them, written `aabb.ccdd.eeff`. */
function readMac(text: string | null): string | null {
  const digits = (text ?? '').slice(0, 40).toLowerCase().replace(/[.:-]/g, '');
  if (!/^[\da-f]{12}$/.test(digits)) return null;
  return `${digits.slice(0, 4)}.${digits.slice(4, 8)}.${digits.slice(8)}`;
}

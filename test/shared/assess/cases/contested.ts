/** Cases of the rule on evidence that contradicts what a person has confirmed. */
import type { CircuitRecord } from '../../../../shared/evidence/azure/records.ts';
import type { RuleCase } from '../rule-case.ts';

const circuit: CircuitRecord = {
  name: 'ER-Paris',
  location: 'westeurope',
  circuitState: 'Enabled',
  providerState: 'Provisioned',
  tier: 'Standard',
  family: 'MeteredData',
  bandwidthMbps: 200,
  peeringLocation: 'Paris',
  provider: 'Equinix',
  directPort: null,
  globalReach: null,
  peerings: [],
};

const row = {
  name: 'ER-Paris',
  provider: 'equinix',
  location: 'paris',
  bandwidth: 500,
  sku: 'standard',
  billing: 'metered',
  provisioning: 'provisioned',
  circuitState: 'enabled',
} as const;

export const contestedCases: RuleCase[] = [
  {
    rule: 'evidence.contested',
    name: 'fires for a confirmed cell that Azure shows otherwise, and names both values and the day',
    fires: true,
    tables: { circuits: [row] },
    confirmed: ['peering.circuits.list'],
    evidence: [{ kind: 'circuit', records: [circuit], name: 'circuit.json', taken: '2026-11-18' }],
    count: 1,
    says: 'confirmed is “500”; circuit.json of 2026-11-18 shows “200”',
  },
  {
    rule: 'evidence.contested',
    name: 'fires for a confirmed answer',
    fires: true,
    answers: { 'golive.checks.arp': 'both' },
    confirmed: ['golive.checks.arp'],
    evidence: [{ kind: 'arp', link: 'primary', records: [] }],
    severity: 'risk',
  },
  {
    rule: 'evidence.contested',
    name: 'keeps silent while nobody has confirmed the table',
    fires: false,
    tables: { circuits: [row] },
    evidence: [{ kind: 'circuit', records: [circuit] }],
  },
  {
    rule: 'evidence.contested',
    name: 'keeps silent once newer evidence of the same circuit agrees',
    fires: false,
    tables: { circuits: [row] },
    confirmed: ['peering.circuits.list'],
    evidence: [
      { kind: 'circuit', records: [circuit], taken: '2026-10-01' },
      { kind: 'circuit', records: [{ ...circuit, bandwidthMbps: 500 }], taken: '2026-11-18' },
    ],
  },
  {
    rule: 'evidence.contested',
    name: 'keeps silent about what the confirmed table leaves open',
    fires: false,
    tables: { circuits: [{ name: 'ER-Paris', location: 'paris', bandwidth: 200, sku: 'standard' }] },
    confirmed: ['peering.circuits.list'],
    evidence: [{ kind: 'circuit', records: [circuit] }],
  },
];

/** Firing and silent cases of the rules in rules/prerequisites.ts. */
import type { CaseTables, RuleCase } from '../rule-case.ts';

const unknown = { state: 'unknown' } as const;

type Circuit = NonNullable<CaseTables['circuits']>[number];

const circuit = (cells: Partial<Circuit> = {}): Circuit => ({
  name: 'Paris A',
  location: 'paris',
  bandwidth: 500,
  sku: 'standard',
  ...cells,
});
const peering = { name: 'Paris A Microsoft', circuit: 'r1', type: 'microsoft' } as const;
const everyRole = (
  ['sponsor', 'project', 'network', 'firewall', 'proxy', 'security', 'support', 'm365'] as const
).map((role) => ({ role, person: 'Ines Duarte' }));

export const prerequisitesCases: readonly RuleCase[] = [
  {
    rule: 'prerequisites.subscription',
    name: 'none',
    fires: true,
    severity: 'blocker',
    answers: { 'justification.costs.subscription': 'none' },
  },
  {
    rule: 'prerequisites.subscription',
    name: 'without an owner',
    fires: true,
    severity: 'gate',
    answers: { 'justification.costs.subscription': 'no-owner' },
  },
  {
    rule: 'prerequisites.subscription',
    name: 'nobody knows',
    fires: true,
    severity: 'gate',
    answers: { 'justification.costs.subscription': unknown },
  },
  {
    rule: 'prerequisites.subscription',
    name: 'owned',
    fires: false,
    answers: { 'justification.costs.subscription': 'owned' },
  },
  {
    rule: 'prerequisites.provider',
    name: 'none in production',
    fires: true,
    severity: 'blocker',
    answers: { 'justification.prerequisites.provider': 'none' },
  },
  {
    rule: 'prerequisites.provider',
    name: 'none while it is being decided',
    fires: true,
    severity: 'gate',
    answers: { 'scope.today.stage': 'deciding', 'justification.prerequisites.provider': 'none' },
  },
  {
    rule: 'prerequisites.provider',
    name: 'nobody knows',
    fires: true,
    severity: 'risk',
    answers: { 'justification.prerequisites.provider': unknown },
  },
  {
    rule: 'prerequisites.provider',
    name: 'none, though a circuit names one',
    fires: true,
    severity: 'risk',
    count: 1,
    answers: { 'justification.prerequisites.provider': 'none' },
    tables: { circuits: [circuit({ provider: 'Fabrikam Carrier' }), circuit({ name: 'Paris B' })] },
  },
  {
    rule: 'prerequisites.provider',
    name: 'chosen',
    fires: false,
    answers: { 'justification.prerequisites.provider': 'chosen' },
  },
  {
    rule: 'prerequisites.lead-time',
    name: 'neither provider nor weeks, and one of them',
    fires: true,
    severity: 'risk',
    count: 3,
    tables: {
      circuits: [
        circuit(),
        circuit({ name: 'Paris B', provider: 'Fabrikam Carrier' }),
        circuit({ name: 'Lyon', leadWeeks: 8 }),
      ],
    },
  },
  {
    rule: 'prerequisites.lead-time',
    name: 'both are known, or the line is in',
    fires: false,
    tables: {
      circuits: [
        circuit({ provider: 'Fabrikam Carrier', leadWeeks: 12 }),
        circuit({ name: 'Paris B', provisioning: 'provisioned' }),
      ],
    },
  },
  {
    rule: 'prerequisites.lead-time',
    name: 'it is still being decided',
    fires: false,
    answers: { 'scope.today.stage': 'deciding' },
    tables: { circuits: [circuit()] },
  },
  {
    rule: 'prerequisites.too-late',
    name: 'a day after the cut-over',
    fires: true,
    count: 1,
    answers: { 'golive.cutover.date': '2027-02-12' },
    tables: { circuits: [circuit({ leadWeeks: 12, ordered: '2026-11-21' })] },
  },
  {
    rule: 'prerequisites.too-late',
    name: 'counted from the planned order, else from today',
    fires: true,
    count: 2,
    answers: { 'golive.cutover.date': '2027-02-12', 'justification.decision.order': '2027-01-04' },
    tables: {
      circuits: [
        circuit({ leadWeeks: 12 }),
        circuit({ name: 'Paris B', leadWeeks: 6 }),
        circuit({ name: 'Lyon', leadWeeks: 5 }),
      ],
    },
  },
  {
    rule: 'prerequisites.too-late',
    name: 'ready on the day',
    fires: false,
    answers: { 'golive.cutover.date': '2027-02-13' },
    tables: { circuits: [circuit({ leadWeeks: 12 })] },
  },
  {
    rule: 'prerequisites.too-late',
    name: 'the line is in',
    fires: false,
    answers: { 'golive.cutover.date': '2026-11-22' },
    tables: { circuits: [circuit({ leadWeeks: 12, provisioning: 'provisioned' })] },
  },
  {
    rule: 'prerequisites.model',
    name: 'who configures BGP is not known',
    fires: true,
    severity: 'gate',
    tables: { circuits: [circuit({ routing: 'unknown', model: 'ipvpn' })] },
  },
  {
    rule: 'prerequisites.model',
    name: 'a peering is described, and nobody said who configures it',
    fires: true,
    severity: 'gate',
    tables: { circuits: [circuit({ model: 'ethernet' })], peerings: [peering] },
  },
  {
    rule: 'prerequisites.model',
    name: 'the model is not recorded',
    fires: true,
    severity: 'risk',
    tables: { circuits: [circuit({ routing: 'we-do' })], peerings: [peering] },
  },
  {
    rule: 'prerequisites.model',
    name: 'a circuit that was only just entered',
    fires: false,
    tables: { circuits: [circuit()] },
  },
  {
    rule: 'prerequisites.model',
    name: 'both are known',
    fires: false,
    tables: { circuits: [circuit({ model: 'ethernet', routing: 'we-do' })], peerings: [peering] },
  },
  {
    rule: 'prerequisites.model-disagrees',
    name: 'own BGP over an IP VPN, and none over Ethernet',
    fires: true,
    severity: 'risk',
    count: 2,
    tables: {
      circuits: [
        circuit({ model: 'ipvpn', routing: 'we-do' }),
        circuit({ name: 'Paris B', model: 'ethernet', routing: 'provider' }),
      ],
    },
  },
  {
    rule: 'prerequisites.model-disagrees',
    name: 'an exchange may come with routing or without',
    fires: false,
    tables: {
      circuits: [
        circuit({ model: 'cloud-exchange', routing: 'provider' }),
        circuit({ name: 'Paris B', model: 'ipvpn', routing: 'provider' }),
      ],
    },
  },
  {
    rule: 'prerequisites.network-owner',
    name: 'nobody knows',
    fires: true,
    severity: 'gate',
    answers: { 'justification.prerequisites.network-owner': unknown },
  },
  {
    rule: 'prerequisites.network-owner',
    name: 'two people',
    fires: true,
    severity: 'advice',
    answers: { 'justification.prerequisites.network-owner': 'Ines Duarte, network engineering' },
    tables: { roles: [{ role: 'network', person: 'Ben Okafor' }] },
  },
  {
    rule: 'prerequisites.network-owner',
    name: 'the same person in both places',
    fires: false,
    answers: { 'justification.prerequisites.network-owner': 'Ines Duarte, network engineering' },
    tables: { roles: [{ role: 'network', person: 'ines duarte' }] },
  },
  {
    rule: 'prerequisites.network-owner',
    name: 'the table of roles names somebody',
    fires: false,
    answers: { 'justification.prerequisites.network-owner': unknown },
    tables: { roles: [{ role: 'network', person: 'Ines Duarte' }] },
  },
  {
    rule: 'prerequisites.roles',
    name: 'a role without a person',
    fires: true,
    count: 1,
    tables: { roles: [...everyRole.filter(({ role }) => role !== 'proxy'), { role: 'proxy' }] },
  },
  {
    rule: 'prerequisites.roles',
    name: 'nobody knows',
    fires: true,
    answers: { 'scope.today.roles': unknown },
  },
  {
    rule: 'prerequisites.roles',
    name: 'every role has a person',
    fires: false,
    tables: { roles: everyRole },
  },
  {
    rule: 'prerequisites.roles',
    name: 'without Microsoft 365, and with the network owner named in the question',
    fires: false,
    answers: {
      'scope.services.m365': 'no',
      'justification.prerequisites.network-owner': 'Ines Duarte',
    },
    tables: { roles: everyRole.filter(({ role }) => role !== 'm365' && role !== 'network') },
  },
  {
    rule: 'prerequisites.inventory',
    name: 'no list',
    fires: true,
    severity: 'risk',
    answers: { 'scope.today.inventory': 'no' },
  },
  {
    rule: 'prerequisites.inventory',
    name: 'nobody knows, before the services are named',
    fires: true,
    answers: { 'scope.services.used': null, 'scope.today.inventory': unknown },
  },
  {
    rule: 'prerequisites.inventory',
    name: 'listed',
    fires: false,
    answers: { 'scope.today.inventory': 'yes' },
  },
  {
    rule: 'prerequisites.addresses',
    name: 'none',
    fires: true,
    severity: 'blocker',
    answers: { 'justification.prerequisites.addresses': 'none' },
  },
  {
    rule: 'prerequisites.addresses',
    name: 'nobody knows',
    fires: true,
    severity: 'gate',
    answers: { 'justification.prerequisites.addresses': unknown },
  },
  {
    rule: 'prerequisites.addresses',
    name: 'none, though pools and advertisements use some',
    fires: true,
    severity: 'risk',
    count: 1,
    answers: { 'justification.prerequisites.addresses': 'none' },
    tables: {
      circuits: [circuit()],
      natPools: [{ name: 'Paris', prefix: '203.0.113.0/27', use: 'express-route' }],
      advertised: [{ prefix: '203.0.113.0/24', circuit: 'r1' }],
    },
  },
  {
    rule: 'prerequisites.addresses',
    name: "the provider's",
    fires: false,
    answers: { 'justification.prerequisites.addresses': 'provider' },
  },
  {
    rule: 'prerequisites.registered',
    name: 'not registered',
    fires: true,
    severity: 'risk',
    answers: {
      'justification.prerequisites.addresses': 'own',
      'justification.prerequisites.registered': 'no',
    },
  },
  {
    rule: 'prerequisites.registered',
    name: "the provider's, and nobody knows",
    fires: true,
    answers: {
      'justification.prerequisites.addresses': 'provider',
      'justification.prerequisites.registered': unknown,
    },
  },
  {
    rule: 'prerequisites.registered',
    name: 'registered',
    fires: false,
    answers: {
      'justification.prerequisites.addresses': 'own',
      'justification.prerequisites.registered': 'yes',
    },
  },
  {
    rule: 'prerequisites.compared',
    name: 'nobody else was asked',
    fires: true,
    severity: 'advice',
    answers: { 'peering.circuits.compared': 'no' },
  },
  {
    rule: 'prerequisites.compared',
    name: 'nobody besides the carrier',
    fires: true,
    count: 1,
    answers: { 'peering.circuits.compared': 'no' },
    tables: { circuits: [circuit({ provider: 'Fabrikam Carrier' })] },
  },
  {
    rule: 'prerequisites.compared',
    name: 'compared',
    fires: false,
    answers: { 'peering.circuits.compared': 'yes' },
  },
  {
    rule: 'prerequisites.workload-owner',
    name: 'two without an owner are one finding, one not signed another',
    fires: true,
    severity: 'risk',
    count: 2,
    says: 'without an owner: Dataverse, Power Apps.',
    tables: {
      services: [
        { service: 'dataverse', path: 'express-route' },
        { service: 'power-apps', path: 'express-route' },
        { service: 'sign-in', path: 'both', owner: 'Ben Okafor', signedOff: 'no' },
        { service: 'cdn', path: 'internet' },
      ],
    },
  },
  {
    rule: 'prerequisites.workload-owner',
    name: 'owned, and the signature is not due yet or given',
    fires: false,
    tables: {
      services: [
        { service: 'dataverse', path: 'express-route', owner: 'Ben Okafor' },
        { service: 'sign-in', path: 'both', owner: 'Ben Okafor', signedOff: 'yes' },
      ],
    },
  },
  {
    rule: 'prerequisites.addresses',
    name: 'private peering alone needs no public address',
    fires: false,
    answers: { 'justification.prerequisites.addresses': 'none', 'peering.design.types': ['private'] },
  },
  {
    rule: 'prerequisites.addresses',
    name: 'Microsoft peering beside it does',
    fires: true,
    severity: 'blocker',
    answers: {
      'justification.prerequisites.addresses': 'none',
      'peering.design.types': ['microsoft', 'private'],
    },
  },
];

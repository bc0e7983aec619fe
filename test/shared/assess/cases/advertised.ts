/** Cases of the rules on the prefixes advertised to Microsoft. */
import type { RuleCase } from '../rule-case.ts';

const paris = { id: 'paris', name: 'Paris', location: 'paris', bandwidth: 1000, sku: 'standard' } as const;
const microsoft = { id: 'm', name: 'Paris Microsoft', circuit: 'paris', type: 'microsoft' } as const;
const many = (count: number, links: 'both' | 'primary' | 'secondary' = 'both', second = 1) =>
  Array.from({ length: count }, (_, index) => ({
    id: `${links}${second}-${index}`,
    prefix: `123.${second}.${index}.0/24`,
    circuit: 'paris',
    links,
  }));

export const advertisedCases: RuleCase[] = [
  {
    rule: 'advertised.not-public',
    name: 'blocks a default route, private, shared, example and multicast ranges',
    fires: true,
    severity: 'blocker',
    count: 7,
    tables: {
      circuits: [paris],
      advertised: [
        '0.0.0.0/0',
        '192.168.0.0/16',
        '100.64.12.0/24',
        '203.0.113.0/27',
        '224.0.0.0/8',
        '2001:db8::/48',
        '172.0.0.0/8',
      ].map((prefix) => ({ prefix, circuit: 'paris' })),
    },
  },
  {
    rule: 'advertised.not-public',
    name: 'passes public prefixes of any length, beside the special ranges too',
    fires: false,
    tables: {
      circuits: [paris],
      advertised: ['123.1.0.0/24', '123.1.1.1/32', '172.32.0.0/16', '100.128.0.0/24', '2a00:1:2::/48'].map(
        (prefix) => ({ prefix, circuit: 'paris' }),
      ),
    },
  },
  {
    rule: 'advertised.count',
    name: 'blocks 201 prefixes on a session, whether the link is named or not',
    fires: true,
    says: '201 IPv4 prefixes',
    severity: 'blocker',
    count: 1,
    tables: {
      circuits: [paris],
      advertised: [...many(100), ...many(101, 'both', 2).map(({ links: _links, ...row }) => row)],
    },
  },
  {
    rule: 'advertised.count',
    name: 'warns from 161 to 200, counted on the fuller link',
    fires: true,
    severity: 'risk',
    count: 1,
    tables: { circuits: [paris], advertised: [...many(100), ...many(100, 'primary', 2)] },
  },
  {
    rule: 'advertised.count',
    name: 'counts families, links and circuits apart, and a prefix once',
    fires: false,
    tables: {
      circuits: [paris],
      advertised: [
        ...many(80),
        ...many(80, 'primary', 2),
        ...many(80, 'secondary', 3),
        ...many(100).map((row) => ({ ...row, id: `l${row.id}`, circuit: 'london' })),
        ...many(80).map((row) => ({ ...row, id: `again${row.id}` })),
        { prefix: '2a00:1:2::/48', circuit: 'paris' },
      ],
    },
  },
  {
    rule: 'advertised.not-registered',
    name: 'warns of prefixes and peerings without a registry',
    fires: true,
    severity: 'risk',
    count: 2,
    tables: {
      peerings: [{ ...microsoft, registry: 'none' }],
      advertised: [{ prefix: '123.1.0.0/24', circuit: 'paris', registry: 'none' }],
    },
  },
  {
    rule: 'advertised.not-registered',
    name: 'sees that the answer says otherwise',
    fires: true,
    says: 'Addresses are said to be registered',
    count: 1,
    answers: {
      'justification.prerequisites.addresses': 'own',
      'justification.prerequisites.registered': 'yes',
    },
    tables: { advertised: [{ prefix: '123.1.0.0/24', circuit: 'paris', registry: 'none' }] },
  },
  {
    rule: 'advertised.not-registered',
    name: 'is silent with a registry',
    fires: false,
    tables: {
      peerings: [{ ...microsoft, registry: 'ripe' }],
      advertised: [{ prefix: '123.1.0.0/24', circuit: 'paris', registry: 'ripe' }],
    },
  },
  {
    rule: 'advertised.validation',
    name: 'blocks at cut-over, and says it once for the peering',
    fires: true,
    severity: 'blocker',
    count: 1,
    answers: { 'scope.today.stage': 'building' },
    tables: {
      circuits: [paris],
      peerings: [{ ...microsoft, validation: 'validation-needed' }],
      advertised: [{ prefix: '123.1.0.0/24', circuit: 'paris', validated: 'no' }],
    },
  },
  {
    rule: 'advertised.validation',
    name: 'is a risk while designing, by prefix',
    fires: true,
    severity: 'risk',
    count: 1,
    answers: { 'scope.today.stage': 'designing' },
    tables: {
      circuits: [paris],
      peerings: [{ ...microsoft, validation: 'configuring' }],
      advertised: [{ prefix: '123.1.0.0/24', circuit: 'paris', validated: 'no' }],
    },
  },
  {
    rule: 'advertised.validation',
    name: 'is silent once configured',
    fires: false,
    tables: {
      circuits: [paris],
      peerings: [{ ...microsoft, validation: 'configured' }],
      advertised: [{ prefix: '123.1.0.0/24', circuit: 'paris', validated: 'yes' }],
    },
  },
];

/** Firing and silent cases of the rules in rules/evidence-circuit.ts. */
import type { ArpRecord, PeeringRecord } from '../../../../shared/evidence/azure/records.ts';
import type { BgpRecord } from '../../../../shared/evidence/records.ts';
import type { CaseEvidence, RuleCase } from '../rule-case.ts';

const paris = { id: 'paris', name: 'Paris', location: 'paris', sku: 'premium', bandwidth: 1000 } as const;
const built = { 'scope.today.stage': 'building' } as const;

function route(prefix: string, path = [65020]): BgpRecord {
  return {
    prefix,
    nextHop: '203.0.113.1',
    metric: null,
    localPreference: null,
    weight: 0,
    path,
    origin: null,
    valid: null,
    best: null,
    communities: null,
  };
}

function routes(link: 'primary' | 'secondary', prefixes: string[], more: Partial<CaseEvidence> = {}) {
  return {
    kind: 'circuit-routes',
    link,
    records: prefixes.map((one) => route(one)),
    ...more,
  } as CaseEvidence;
}

const advertised = (prefix: string, links: 'both' | 'primary' = 'both') => ({
  prefix,
  circuit: 'paris',
  links,
});

export const side = {
  state: 'Enabled',
  primaryPrefix: '203.0.113.0/30',
  secondaryPrefix: '203.0.113.4/30',
  advertisedPrefixes: ['198.51.100.0/24'],
  advertisedCommunities: [],
  advertisedState: 'Configured',
  customerAsn: null,
  registry: 'RIPENCC',
  routeFilter: 'filter',
} as const;

export function peering(more: Partial<PeeringRecord> = {}): PeeringRecord {
  return {
    ...side,
    advertisedPrefixes: [...side.advertisedPrefixes],
    advertisedCommunities: [],
    type: 'microsoft',
    azureAsn: 12_076,
    peerAsn: 65_020,
    vlan: 300,
    primaryPort: null,
    secondaryPort: null,
    ipv6: null,
    ...more,
  };
}

const ours: ArpRecord = { age: 10, side: 'on-prem', address: '203.0.113.1', mac: 'ffff.eeee.dddd' };
const theirs: ArpRecord = { age: 0, side: 'microsoft', address: '203.0.113.2', mac: 'aaaa.bbbb.cccc' };

const traffic = (primary: number, secondary: number): CaseEvidence => ({
  kind: 'circuit-traffic',
  records: [{ primaryIn: primary, primaryOut: primary, secondaryIn: secondary, secondaryOut: secondary }],
});

const session = (state: string, prefixes: number | null): CaseEvidence => ({
  kind: 'circuit-route-summary',
  records: [{ neighbor: '203.0.113.1', version: 4, asn: 65_020, upDown: '1w', state, prefixes }],
});

export const evidenceCircuitCases: readonly RuleCase[] = [
  {
    rule: 'evidence.prefix-missing',
    name: 'names a planned prefix that only one link has',
    fires: true,
    severity: 'risk',
    count: 1,
    says: 'secondary link: 198.51.100.0/24',
    answers: built,
    tables: { circuits: [paris], advertised: [advertised('198.51.100.0/24')] },
    evidence: [
      routes('primary', ['198.51.100.0/24']),
      { ...routes('secondary', []), records: [route('13.71.0.0/18', [12_076, 8075])] } as CaseEvidence,
    ],
  },
  {
    rule: 'evidence.prefix-missing',
    name: 'blocks a planned prefix that neither has',
    fires: true,
    severity: 'blocker',
    says: 'neither link: 198.51.100.0/24',
    answers: built,
    tables: { circuits: [paris], advertised: [advertised('198.51.100.0/24')] },
    evidence: [
      { ...routes('primary', []), records: [route('13.71.0.0/18', [12_076])] } as CaseEvidence,
      { ...routes('secondary', []), records: [route('13.71.0.0/18', [12_076])] } as CaseEvidence,
    ],
  },
  {
    rule: 'evidence.prefix-missing',
    name: 'is silent where both have it, or the plan gives it to one link',
    fires: false,
    answers: built,
    tables: {
      circuits: [paris],
      advertised: [advertised('198.51.100.0/24'), advertised('198.51.101.0/24', 'primary')],
    },
    evidence: [
      routes('primary', ['198.51.100.0/24', '198.51.101.0/24']),
      routes('secondary', ['198.51.100.0/24']),
    ],
  },
  {
    rule: 'evidence.prefix-missing',
    name: 'believes no list that is stale',
    fires: false,
    answers: built,
    tables: { circuits: [paris], advertised: [advertised('198.51.100.0/24')] },
    evidence: [routes('primary', ['198.51.101.0/24'], { taken: '2020-01-01' })],
  },
  {
    rule: 'evidence.prefix-validation',
    name: 'blocks prefixes that Azure still validates',
    fires: true,
    severity: 'blocker',
    says: 'Paris: Azure still',
    answers: built,
    tables: { circuits: [paris] },
    evidence: [{ kind: 'peering', records: [peering({ advertisedState: 'ValidationNeeded' })] }],
  },
  {
    rule: 'evidence.prefix-validation',
    name: 'sees the other address family, and a circuit that tells its peerings',
    fires: true,
    count: 1,
    answers: built,
    tables: { circuits: [paris] },
    evidence: [
      {
        kind: 'circuit',
        records: [
          {
            name: 'Paris',
            location: null,
            circuitState: 'Enabled',
            providerState: 'Provisioned',
            tier: 'Premium',
            family: null,
            bandwidthMbps: 1000,
            peeringLocation: 'Paris',
            provider: null,
            directPort: null,
            globalReach: null,
            peerings: [
              peering({
                ipv6: {
                  ...peering(),
                  advertisedPrefixes: ['2001:db8::/32'],
                  advertisedState: 'ValidationNeeded',
                },
              }),
            ],
          },
        ],
      },
    ],
  },
  {
    rule: 'evidence.prefix-validation',
    name: 'leaves it to the rule on answers when the plan says so itself',
    fires: false,
    answers: built,
    tables: {
      circuits: [paris],
      peerings: [{ name: 'M', circuit: 'paris', type: 'microsoft', validation: 'validation-needed' }],
    },
    evidence: [{ kind: 'peering', records: [peering({ advertisedState: 'ValidationNeeded' })] }],
  },
  {
    rule: 'evidence.arp',
    name: 'names the side that does not answer',
    fires: true,
    severity: 'risk',
    says: 'nobody answers at 203.0.113.1',
    answers: built,
    tables: { circuits: [paris] },
    evidence: [{ kind: 'arp', records: [{ ...ours, mac: null }, theirs] }],
  },
  {
    rule: 'evidence.arp',
    name: 'blocks hosts that are the other way round',
    fires: true,
    severity: 'blocker',
    answers: built,
    tables: { circuits: [paris] },
    evidence: [{ kind: 'arp', records: [{ ...ours, address: '203.0.113.2' }, theirs] }],
  },
  {
    rule: 'evidence.arp',
    name: 'sees that our side is missing, or all is',
    fires: true,
    count: 2,
    answers: built,
    tables: { circuits: [paris] },
    evidence: [
      { kind: 'arp', link: 'primary', records: [theirs] },
      { kind: 'arp', link: 'secondary', records: [] },
    ],
  },
  {
    rule: 'evidence.arp',
    name: 'is content with both sides, or with ours alone',
    fires: false,
    answers: built,
    tables: { circuits: [paris] },
    evidence: [
      { kind: 'arp', link: 'primary', records: [ours, theirs] },
      { kind: 'arp', link: 'secondary', records: [{ ...ours, address: '203.0.113.5' }] },
    ],
  },
  {
    rule: 'evidence.link-idle',
    name: 'names the link that carries nothing',
    fires: true,
    says: 'secondary link has carried nothing',
    answers: built,
    tables: { circuits: [paris] },
    evidence: [traffic(5_000_000, 0)],
  },
  {
    rule: 'evidence.link-idle',
    name: 'is silent where both carry something, or neither yet',
    fires: false,
    answers: built,
    tables: { circuits: [paris] },
    evidence: [traffic(5_000_000, 7)],
  },
  {
    rule: 'evidence.session-down',
    name: 'names the neighbour',
    fires: true,
    says: '203.0.113.1 (Idle)',
    answers: built,
    tables: { circuits: [paris] },
    evidence: [session('Idle', null)],
  },
  {
    rule: 'evidence.session-down',
    name: 'is silent while it is up',
    fires: false,
    answers: built,
    tables: { circuits: [paris] },
    evidence: [session('Established', 50)],
  },
];

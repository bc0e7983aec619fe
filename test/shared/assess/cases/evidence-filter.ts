/** Firing and silent cases of the rules in rules/evidence-filter.ts. */
import type { BgpRecord } from '../../../../shared/evidence/records.ts';
import type { CaseEvidence, RuleCase } from '../rule-case.ts';
import { peering } from './evidence-circuit.ts';

const paris = { id: 'paris', name: 'Paris', location: 'paris', sku: 'premium', bandwidth: 1000 } as const;
const europe = { id: 'eu', name: 'Sales', region: 'europe' };
const pair = ['12076:51002', '12076:51003'];
const microsoft = { id: 'm', name: 'M', circuit: 'paris', type: 'microsoft' } as const;
const built = { 'scope.today.stage': 'building' } as const;

const filter = (
  communities: string[],
  peerings: string[] | null = ['Paris/MicrosoftPeering'],
): CaseEvidence => ({
  kind: 'route-filter',
  records: [
    {
      name: 'filter',
      location: null,
      rules: [{ name: 'r', access: 'Allow', type: 'Community', communities }],
      peerings,
    },
  ],
});

function path(prefix: string, communities: string[] | null, asns = [12_076, 8075]): BgpRecord {
  return {
    prefix,
    nextHop: '203.0.113.2',
    metric: null,
    localPreference: 100,
    weight: 0,
    path: asns,
    origin: 'igp',
    valid: true,
    best: true,
    communities,
  };
}

const table = (...records: BgpRecord[]): CaseEvidence => ({ kind: 'bgp-table', records, name: 'edge1.txt' });

export const evidenceFilterCases: readonly RuleCase[] = [
  {
    rule: 'evidence.filter-detached',
    name: 'says nothing of rules that were shown without their filter',
    fires: false,
    answers: built,
    tables: { circuits: [paris] },
    evidence: [filter(pair, null)],
  },
  {
    rule: 'evidence.filter-detached',
    name: 'blocks a peering without a filter',
    fires: true,
    severity: 'blocker',
    answers: built,
    tables: { circuits: [paris] },
    evidence: [{ kind: 'peering', records: [peering({ routeFilter: null })] }],
  },
  {
    rule: 'evidence.filter-detached',
    name: 'only warns of one from before filters',
    fires: true,
    severity: 'risk',
    answers: built,
    tables: { circuits: [paris], peerings: [{ ...microsoft, created: '2016-05-01' }] },
    evidence: [{ kind: 'peering', records: [peering({ routeFilter: null })] }],
  },
  {
    rule: 'evidence.filter-detached',
    name: 'names a filter that is attached to nothing',
    fires: true,
    says: 'filter is attached to no peering',
    answers: built,
    evidence: [filter(pair, [])],
  },
  {
    rule: 'evidence.filter-detached',
    name: 'is silent where a filter is attached, and for private peering',
    fires: false,
    answers: built,
    tables: { circuits: [paris] },
    evidence: [
      { kind: 'peering', records: [peering(), peering({ type: 'private', routeFilter: null })] },
      filter(pair),
    ],
  },
  {
    rule: 'evidence.filter-incomplete',
    name: 'names the half of a pair that is missing',
    fires: true,
    says: '12076:51003',
    answers: built,
    tables: { environments: [europe] },
    evidence: [filter(['12076:51002'])],
  },
  {
    rule: 'evidence.filter-incomplete',
    name: 'is silent when filters have the pair between them',
    fires: false,
    answers: built,
    tables: { environments: [europe] },
    evidence: [filter(pair)],
  },
  {
    rule: 'evidence.communities-received',
    name: 'names what is not received, and what nobody asked for',
    fires: true,
    count: 2,
    says: 'edge1.txt: nothing is received for 12076:51003',
    answers: built,
    tables: { circuits: [paris], peerings: [{ ...microsoft, filter: 'attached', communities: pair }] },
    evidence: [table(path('13.69.0.0/17', ['12076:51002']), path('40.96.0.0/13', ['12076:5010']))],
  },
  {
    rule: 'evidence.communities-received',
    name: 'takes storage of a region for what comes with it',
    fires: false,
    answers: built,
    tables: { circuits: [paris], peerings: [{ ...microsoft, filter: 'attached', communities: pair }] },
    evidence: [
      table(path('13.69.0.0/17', ['12076:51002', '12076:52002']), path('13.70.192.0/18', ['12076:51003'])),
    ],
  },
  {
    rule: 'evidence.communities-received',
    name: 'claims nothing of a table that shows no communities',
    fires: false,
    answers: built,
    tables: { circuits: [paris], peerings: [{ ...microsoft, filter: 'attached', communities: pair }] },
    evidence: [table(path('13.69.0.0/17', null), path('13.70.192.0/18', null))],
  },
  {
    rule: 'evidence.nothing-received',
    name: 'blocks a router at the circuit without a route of Microsoft',
    fires: true,
    severity: 'blocker',
    answers: built,
    tables: { circuits: [paris] },
    evidence: [
      {
        ...table(path('198.51.100.0/24', null, []), path('10.0.0.0/8', null, [65_001])),
        about: { circuit: 'paris' },
      } as CaseEvidence,
    ],
  },
  {
    rule: 'evidence.nothing-received',
    name: 'is silent with one, and of a router that may stand elsewhere',
    fires: false,
    answers: built,
    tables: { circuits: [paris] },
    evidence: [
      table(path('198.51.100.0/24', null, []), path('10.0.0.0/8', null, [65_001])),
      {
        ...table(path('198.51.100.0/24', null, []), path('13.69.0.0/17', null)),
        about: { circuit: 'paris' },
      } as CaseEvidence,
    ],
  },
];

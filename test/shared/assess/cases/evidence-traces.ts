/** Firing and silent cases of the rules in rules/evidence-traces.ts. */
import type { NameRecord, TraceRecord } from '../../../../shared/evidence/tools/records.ts';
import { changed, sound, spreads, type Tables } from '../../network/networks.ts';
import type { CaseEvidence, CaseTables, RuleCase } from '../rule-case.ts';

const host = 'sales.crm4.dynamics.com';
const end = '13.69.1.2';

/** The sound network, built, with an address for its environment and subnets for its links. */
const network = changed(
  sound,
  ['environments', 'sales', { address: host }],
  ['circuits', 'c1', { provisioning: 'provisioned' }],
  ['circuits', 'c2', { provisioning: 'provisioned' }],
  ['peerings', 'p-c1', { primary: '203.0.113.0/30', secondary: '203.0.113.4/30' }],
  ['peerings', 'p-c2', { primary: '203.0.113.8/30', secondary: '203.0.113.12/30' }],
);
const tables = (of: Tables) => of as CaseTables;

/** One hop for each address; null is a hop that kept silent. */
function trace(
  addresses: (string | null)[],
  { site, target = host }: { site?: string; target?: string } = {},
): CaseEvidence {
  const records = addresses.map(
    (address, index): TraceRecord => ({
      target,
      ...(target === host ? { targetAddress: end } : {}),
      hop: index + 1,
      address,
      name: null,
      milliseconds: address === null ? [] : [5],
      lost: address === null ? 3 : 0,
    }),
  );
  return { kind: 'trace', name: 'west.txt', records, ...(site === undefined ? {} : { about: { site } }) };
}

const config: CaseEvidence = {
  kind: 'router-config',
  about: { edge: 'west-in' },
  records: [
    {
      part: 'interface',
      name: 'Gi0/0',
      description: null,
      vlan: null,
      innerVlan: null,
      addresses: [{ address: '10.250.0.1/30', prefix: '10.250.0.0/30' }],
      vrf: null,
      isShutDown: false,
      nat: null,
      bfdInterval: null,
      bfdMultiplier: null,
    },
    { part: 'static-route', prefix: '0.0.0.0/0', nextHop: '192.31.7.1', vrf: null },
  ],
};
const speaker: CaseEvidence = {
  ...config,
  records: [
    ...config.records,
    {
      part: 'neighbor',
      neighbor: '203.0.113.2',
      localAsn: 401308,
      remoteAsn: 12076,
      description: null,
      vrf: null,
      isShutDown: false,
      hasPassword: false,
      hasBfd: false,
      routeMapIn: null,
      routeMapOut: null,
      prefixListIn: null,
      prefixListOut: null,
    },
  ],
} as CaseEvidence;

const way = (one: Omit<RuleCase, 'rule' | 'tables'> & { of?: Tables }): RuleCase => {
  const { of = network, answers, ...rest } = one;
  return { rule: 'evidence.trace-way', tables: tables(of), answers: { ...spreads, ...answers }, ...rest };
};

const office = '10.1.0.1';
const address = (name: string, value: string): NameRecord => ({
  name,
  type: value.includes(':') ? 'AAAA' : 'A',
  value,
  seconds: 60,
  server: null,
});
const lookup = (...values: string[]): CaseEvidence => ({
  kind: 'name-lookup',
  name: 'names.txt',
  records: values.map((value) => address(host, value)),
});
const community = (value: string, name: string, prefixes: string[]) => ({
  service: null,
  name,
  community: value,
  region: null,
  prefixes,
  authorized: null,
});
const list: CaseEvidence = {
  kind: 'service-communities',
  name: 'communities.json',
  records: [
    community('12076:51002', 'Azure West Europe', ['13.69.0.0/17', '2603:1020::/40']),
    community('12076:51003', 'Azure North Europe', ['13.70.192.0/18']),
    community('12076:51024', 'Azure UK South', ['51.140.0.0/14']),
    community('12076:50002', 'Azure West Europe, private', ['20.0.0.0/11']),
  ],
};

const brought = (one: Omit<RuleCase, 'rule' | 'tables'>): RuleCase => ({
  rule: 'evidence.name-not-brought',
  tables: tables(network),
  ...one,
});

export const evidenceTraceCases: readonly RuleCase[] = [
  way({
    name: 'names the internet edge whose router answered in place of the circuits',
    fires: true,
    severity: 'risk',
    says: 'west.txt: the trace from Office to Dataverse, Europe passes West internet, not Circuit 1',
    evidence: [trace([office, '10.250.0.1', null, null]), config],
  }),
  way({
    name: 'knows the provider behind the internet edge by the default route',
    fires: true,
    says: 'passes West internet',
    evidence: [trace([office, null, '192.31.7.1', null]), config],
  }),
  way({
    name: 'knows who wears an address of the internet pool',
    fires: true,
    says: 'passes West internet',
    evidence: [trace([office, null, '131.107.3.1'])],
  }),
  way({
    name: 'blocks where traffic must never take the internet',
    fires: true,
    severity: 'blocker',
    answers: { 'client.control.express-route-only': 'yes' },
    evidence: [trace([office, null, '131.107.3.1'])],
  }),
  way({
    name: 'says once what one trace shows of two services of one name',
    fires: true,
    count: 1,
    says: 'to Dataverse, Europe, Dynamics 365, Europe passes West internet',
    of: changed(network, ['services', 'd365', { service: 'dynamics-365', path: 'express-route' }]),
    evidence: [trace([office, null, '131.107.3.1'])],
  }),
  way({
    name: 'takes the site that somebody named, when no subnet tells',
    fires: true,
    says: 'from Outpost to',
    evidence: [trace(['192.168.7.1', null, '131.107.3.1'], { site: 'branch' })],
  }),
  way({
    name: 'names the other circuit that it took',
    fires: true,
    says: 'takes Circuit 2 instead of Circuit 1',
    evidence: [trace([office, '10.9.0.1', '203.0.113.10', null])],
  }),
  way({
    name: 'names a circuit that carries what was planned for the internet',
    fires: true,
    says: 'takes Circuit 1, though the plan has it over West internet',
    of: changed(network, ['clientGroups', 'office', { path: 'internet' }]),
    evidence: [trace([office, '203.0.113.2'])],
  }),
  way({
    name: 'names another internet edge as advice',
    fires: true,
    severity: 'advice',
    says: 'passes East internet instead of West internet',
    of: changed(network, ['clientGroups', 'office', { path: 'internet' }]),
    evidence: [trace([office, '131.107.4.1'])],
  }),
  way({
    name: 'says that everybody answered and no end of a circuit did',
    fires: true,
    severity: 'risk',
    says: 'meets no end of Circuit 1',
    evidence: [trace([office, '10.9.0.1', '192.31.7.9', end])],
  }),
  way({
    name: 'is silent where the end of the planned circuit answers, whichever link it is of',
    fires: false,
    evidence: [trace([office, '10.9.0.1', '203.0.113.6', null, end]), config],
  }),
  way({
    name: 'concludes nothing from silence',
    fires: false,
    evidence: [trace([office, null, '192.31.7.9', end])],
  }),
  way({
    name: 'concludes nothing from a trace that is cut off before its target',
    fires: false,
    evidence: [trace([office, '10.9.0.1', '192.31.7.9'])],
  }),
  way({
    name: 'concludes nothing while the subnet of a link is not known',
    fires: false,
    of: changed(network, ['peerings', 'p-c2', { secondary: undefined }]),
    evidence: [trace([office, '10.9.0.1', '192.31.7.9', end])],
  }),
  way({
    name: 'does not take the customer’s own end of a link for Microsoft’s',
    fires: false,
    evidence: [trace([office, '203.0.113.9', null, end])],
  }),
  way({
    name: 'says nothing of a trace from nobody knows where',
    fires: false,
    evidence: [trace(['192.168.7.1', null, '131.107.3.1'])],
  }),
  way({
    name: 'says nothing of a name that is no service of the plan',
    fires: false,
    evidence: [trace([office, null, '131.107.3.1'], { target: 'www.example.org' })],
  }),
  way({
    name: 'says nothing where a proxy carries the traffic, which no trace passes',
    fires: false,
    answers: { 'client.steering.method': 'mixed' },
    of: changed(
      network,
      ['proxies', 'px', { name: 'Proxy', kind: 'explicit', site: 'west', egress: 'express-route' }],
      ['clientGroups', 'office', { steering: 'explicit-proxy', proxy: 'px' }],
    ),
    evidence: [trace([office, null, '131.107.3.1'])],
  }),
  way({
    name: 'says nothing before the circuit is there',
    fires: false,
    of: changed(network, ['circuits', 'c1', { provisioning: 'not-provisioned' }]),
    evidence: [trace([office, null, '131.107.3.1'])],
  }),
  way({
    name: 'says nothing where two groups at one site go different ways',
    fires: false,
    of: changed(network, [
      'clientGroups',
      'guests',
      { ...sound.clientGroups?.[0], id: 'guests', name: 'Guests', path: 'internet', subnets: undefined },
    ]),
    evidence: [trace(['192.168.7.1', null, '131.107.3.1'], { site: 'west' })],
  }),
  way({
    name: 'says nothing where packets went two ways',
    fires: false,
    evidence: [trace([office, '131.107.3.1', '203.0.113.2'])],
  }),
  way({
    name: 'does not know by its address a router that is on both ways',
    fires: false,
    evidence: [trace([office, '10.250.0.1', null, null]), speaker],
  }),
  way({
    name: 'says nothing once the trace is too old to count',
    fires: false,
    evidence: [{ ...trace([office, null, '131.107.3.1']), taken: '2026-01-01' } as CaseEvidence],
  }),
  brought({
    name: 'names the community that the filter does not let through',
    fires: true,
    severity: 'risk',
    says: 'leads to 51.140.1.1, which belongs to 12076:51024 (Azure UK South)',
    evidence: [lookup('51.140.1.1'), list],
  }),
  brought({
    name: 'says that no community holds the address, private peering aside',
    fires: true,
    says: 'leads to 20.1.2.3, which no community in communities.json holds',
    evidence: [lookup('20.1.2.3'), list],
  }),
  brought({
    name: 'believes the filter in Azure before the plan',
    fires: true,
    says: '12076:51002',
    evidence: [
      lookup('13.69.1.2'),
      list,
      {
        kind: 'route-filter',
        records: [
          {
            name: 'filter',
            location: null,
            rules: [{ name: 'r', access: 'Allow', type: 'Community', communities: ['12076:51003'] }],
            peerings: [],
          },
        ],
      },
    ],
  }),
  brought({
    name: 'is silent for an address that the filter brings',
    fires: false,
    evidence: [lookup('13.69.1.2'), list],
  }),
  brought({
    name: 'asks for IPv6 only where clients have it',
    fires: false,
    evidence: [lookup('2a01:111::1', '13.69.1.2'), list],
  }),
  brought({
    name: 'tells of IPv6 that clients have and no community brings',
    fires: true,
    says: '2a01:111::1',
    answers: { 'routing.outbound.client-ipv6': 'yes' },
    evidence: [lookup('2a01:111::1', '13.69.1.2'), list],
  }),
  brought({
    name: 'cannot know without the prefixes of a community that is let through',
    fires: false,
    evidence: [lookup('20.1.2.3'), { ...list, records: list.records.slice(1) } as CaseEvidence],
  }),
  brought({
    name: 'says nothing of a name that nobody plans on ExpressRoute',
    fires: false,
    evidence: [{ kind: 'name-lookup', records: [address('www.example.org', '20.1.2.3')] }, list],
  }),
];

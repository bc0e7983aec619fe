/** Firing and silent cases of the rules in rules/symmetry.ts. */
import type { RuleCase } from '../rule-case.ts';

const unknown = { state: 'unknown' as const };
const oneSite = { 'scope.sites.spread': 'one-site' } as const;
const lyon = { id: 'lyon', name: 'Lyon internet', kind: 'internet' as const };
const office = { id: 'office', name: 'Lyon office', kind: 'office-wired' as const };
const everything = [
  'express-route-sites',
  'internet-sites',
  'internet-path',
  'partner-edge',
  'both-links',
  'microsoft-edge',
  'peerings',
  'nat-points',
  'dns-step',
];

export const symmetryCases: readonly RuleCase[] = [
  {
    rule: 'symmetry.walked',
    name: 'nobody has walked through',
    fires: true,
    answers: { 'routing.symmetry.walked': 'no' },
    severity: 'risk',
  },
  {
    rule: 'symmetry.walked',
    name: 'nobody knows',
    fires: true,
    answers: { 'routing.symmetry.walked': unknown },
    severity: 'risk',
  },
  {
    rule: 'symmetry.walked',
    name: 'it is right on paper and was not traced',
    fires: true,
    answers: { 'routing.symmetry.walked': 'yes', 'golive.tests.traceroute': 'no' },
    severity: 'risk',
    count: 1,
  },
  {
    rule: 'symmetry.walked',
    name: 'it was walked through and traced',
    fires: false,
    answers: { 'routing.symmetry.walked': 'yes', 'golive.tests.traceroute': 'yes' },
  },
  {
    rule: 'symmetry.repeat',
    name: 'it is done once only',
    fires: true,
    answers: { 'routing.symmetry.repeat': 'no' },
    severity: 'risk',
  },
  {
    rule: 'symmetry.repeat',
    name: 'it is repeated',
    fires: false,
    answers: { 'routing.symmetry.repeat': 'yes' },
  },
  {
    rule: 'symmetry.identical',
    name: 'the links differ',
    fires: true,
    answers: { 'routing.symmetry.identical': 'no' },
    severity: 'risk',
    count: 1,
  },
  {
    rule: 'symmetry.identical',
    name: 'the check on the circuit contradicts the answer',
    fires: true,
    answers: { 'routing.symmetry.identical': 'yes', 'golive.checks.both-links': 'no' },
    count: 1,
  },
  {
    rule: 'symmetry.identical',
    name: "the check alone is another rule's finding",
    fires: false,
    answers: { 'golive.checks.both-links': 'no' },
  },
  {
    rule: 'symmetry.identical',
    name: 'a prefix stands on the primary link only, against the answer',
    fires: true,
    answers: { 'routing.symmetry.identical': 'yes' },
    tables: {
      advertised: [
        { prefix: '203.0.113.0/24', circuit: 'c1', links: 'primary' },
        { prefix: '198.51.100.0/24', circuit: 'c1', links: 'both' },
      ],
    },
    count: 1,
  },
  {
    rule: 'symmetry.identical',
    name: 'a prefix stands on the same link of two circuits',
    fires: true,
    tables: {
      advertised: [
        { prefix: '203.0.113.0/24', circuit: 'c1', links: 'primary' },
        { prefix: '203.0.113.0/24', circuit: 'c2', links: 'secondary' },
      ],
    },
    count: 2,
  },
  {
    rule: 'symmetry.identical',
    name: 'two rows together cover both links',
    fires: false,
    tables: {
      advertised: [
        { prefix: '203.0.113.0/24', circuit: 'c1', links: 'primary' },
        { prefix: '203.0.113.0/24', circuit: 'c1', links: 'secondary' },
      ],
    },
  },
  {
    rule: 'symmetry.identical',
    name: 'each link has a pool of its own by design',
    fires: false,
    answers: { 'routing.nat.link-pools': 'per-link' },
    tables: { advertised: [{ prefix: '203.0.113.0/28', circuit: 'c1', links: 'primary' }] },
  },
  {
    rule: 'symmetry.counts-as-block',
    name: 'the circuit is counted on',
    fires: true,
    answers: { 'routing.symmetry.counts-as-block': 'yes' },
    severity: 'blocker',
  },
  {
    rule: 'symmetry.counts-as-block',
    name: 'it is not',
    fires: false,
    answers: { 'routing.symmetry.counts-as-block': 'no' },
  },
  {
    rule: 'symmetry.diagram',
    name: 'the places of translation and the DNS step are missing',
    fires: true,
    answers: { 'routing.symmetry.diagram': everything.slice(0, -2) },
    severity: 'risk',
    count: 1,
  },
  {
    rule: 'symmetry.diagram',
    name: 'only the DNS step is missing, and Microsoft calls',
    fires: true,
    answers: { 'routing.symmetry.diagram': everything.filter((element) => element !== 'dns-step') },
  },
  {
    rule: 'symmetry.diagram',
    name: 'only the places of translation are missing',
    fires: true,
    answers: { 'routing.symmetry.diagram': everything.filter((element) => element !== 'nat-points') },
  },
  {
    rule: 'symmetry.diagram',
    name: 'nobody knows what it shows',
    fires: true,
    answers: { 'routing.symmetry.diagram': unknown },
    severity: 'risk',
  },
  {
    rule: 'symmetry.diagram',
    name: 'nothing is translated and nothing calls, so neither is missing',
    fires: false,
    answers: {
      'scope.services.outbound': 'no',
      'routing.nat.who': 'none',
      'routing.symmetry.diagram': everything.slice(0, -2),
    },
  },
  {
    rule: 'symmetry.shared-edge',
    name: 'one edge serves both',
    fires: true,
    tables: { edges: [{ name: 'Lyon', kind: 'both' }] },
    severity: 'risk',
  },
  {
    rule: 'symmetry.shared-edge',
    name: 'a site uses an internet edge for both',
    fires: true,
    tables: {
      edges: [lyon],
      sites: [{ name: 'Lyon', kind: 'office', internetEdge: 'lyon', expressRouteEdge: 'lyon' }],
    },
    severity: 'risk',
    count: 1,
  },
  {
    rule: 'symmetry.shared-edge',
    name: 'a site uses one edge for both, and nobody has said what the edge is',
    fires: true,
    tables: {
      edges: [{ id: 'lyon', name: 'Lyon' }],
      sites: [{ name: 'Lyon', kind: 'office', internetEdge: 'lyon', expressRouteEdge: 'lyon' }],
    },
    severity: 'risk',
    count: 1,
  },
  {
    rule: 'symmetry.shared-edge',
    name: 'a proxy chooses by rule',
    fires: true,
    answers: { 'client.steering.method': 'explicit-proxy' },
    tables: { proxies: [{ name: 'Web proxy', kind: 'explicit', egress: 'by-rule' }] },
    severity: 'advice',
  },
  {
    rule: 'symmetry.shared-edge',
    name: 'edges and proxies are separate',
    fires: false,
    answers: { 'client.steering.method': 'explicit-proxy' },
    tables: {
      edges: [lyon, { id: 'paris', name: 'Paris', kind: 'express-route' }],
      sites: [{ name: 'Lyon', kind: 'office', internetEdge: 'lyon', expressRouteEdge: 'paris' }],
      proxies: [{ name: 'Web proxy', kind: 'explicit', egress: 'internet' }],
    },
  },
  {
    rule: 'symmetry.announcement',
    name: 'a prefix is advertised to both alike',
    fires: true,
    tables: { advertised: [{ prefix: '203.0.113.0/24', circuit: 'c1', internet: '203.0.113.0/24' }] },
    severity: 'blocker',
  },
  {
    rule: 'symmetry.announcement',
    name: 'ExpressRoute is more specific',
    fires: true,
    tables: { advertised: [{ prefix: '203.0.113.0/27', circuit: 'c1', internet: '203.0.113.0/24' }] },
    severity: 'risk',
  },
  {
    rule: 'symmetry.announcement',
    name: 'the internet is more specific',
    fires: true,
    tables: { advertised: [{ prefix: '203.0.112.0/23', circuit: 'c1', internet: '203.0.113.0/24' }] },
    severity: 'blocker',
  },
  {
    rule: 'symmetry.announcement',
    name: 'they are apart, or there is no advertisement',
    fires: false,
    tables: {
      advertised: [
        { prefix: '203.0.113.0/25', circuit: 'c1', internet: '203.0.113.128/25' },
        { prefix: '198.51.100.0/24', circuit: 'c1' },
      ],
    },
  },
  {
    rule: 'symmetry.internet-source-advertised',
    name: 'the internet pool lies in an advertised prefix',
    fires: true,
    answers: { ...oneSite, 'routing.nat.internet-pool': ['203.0.113.64/28'] },
    tables: { advertised: [{ prefix: '203.0.113.0/24', circuit: 'c1' }] },
    severity: 'blocker',
    count: 1,
  },
  {
    rule: 'symmetry.internet-source-advertised',
    name: 'clients with public addresses take the internet from an advertised prefix',
    fires: true,
    tables: {
      clientGroups: [{ ...office, path: 'internet', publicAddresses: 'yes', subnets: ['203.0.113.0/25'] }],
      advertised: [{ prefix: '203.0.113.0/24', circuit: 'c1' }],
    },
    severity: 'blocker',
    count: 1,
  },
  {
    rule: 'symmetry.internet-source-advertised',
    name: 'the pool overlaps an ExpressRoute pool, which has said so already',
    fires: false,
    answers: {
      ...oneSite,
      'routing.nat.er-pool': ['203.0.113.0/27'],
      'routing.nat.internet-pool': ['203.0.113.0/27'],
    },
    tables: { advertised: [{ prefix: '203.0.113.0/24', circuit: 'c1' }] },
  },
  {
    rule: 'symmetry.internet-source-advertised',
    name: 'the pool is elsewhere and the clients are translated',
    fires: false,
    tables: {
      natPools: [{ name: 'Lyon', prefix: '198.51.100.0/28', use: 'internet' }],
      clientGroups: [{ ...office, path: 'internet', publicAddresses: 'no', subnets: ['203.0.113.0/25'] }],
      advertised: [{ prefix: '203.0.113.0/24', circuit: 'c1' }],
    },
  },
  {
    rule: 'symmetry.source-not-advertised',
    name: 'public clients on ExpressRoute are advertised in part',
    fires: true,
    answers: { 'routing.nat.who': 'none' },
    tables: {
      clientGroups: [
        { ...office, path: 'express-route', subnets: ['203.0.113.0/24'] },
        { name: 'VPN', kind: 'vpn', path: 'vpn-express-route', subnets: ['198.51.100.0/25'] },
        { name: 'Guests', kind: 'office-wireless', path: 'internet', subnets: ['203.0.113.64/26'] },
      ],
      advertised: [{ prefix: '203.0.113.0/25', circuit: 'c1' }],
    },
    severity: 'blocker',
    count: 2,
  },
  {
    rule: 'symmetry.source-not-advertised',
    name: 'a server sees ExpressRoute and leaves with the internet pool',
    fires: true,
    tables: {
      servers: [{ name: 'Integration', role: 'integration', seesRoutes: 'yes', natPool: 'p1' }],
      natPools: [{ id: 'p1', name: 'Lyon', prefix: '198.51.100.0/28', use: 'internet' }],
    },
    severity: 'blocker',
    count: 1,
  },
  {
    rule: 'symmetry.source-not-advertised',
    name: 'they are advertised, translated, private, or nothing is advertised yet',
    fires: false,
    answers: { 'routing.nat.who': 'we-do' },
    tables: {
      clientGroups: [
        { ...office, path: 'express-route', publicAddresses: 'yes', subnets: ['203.0.113.0/25'] },
        { name: 'Translated', kind: 'vpn', path: 'express-route', subnets: ['198.51.100.0/24'] },
        {
          name: 'Private',
          kind: 'vpn',
          path: 'express-route',
          publicAddresses: 'yes',
          subnets: ['10.0.0.0/8'],
        },
      ],
      advertised: [{ prefix: '203.0.113.0/24', circuit: 'c1' }],
      servers: [{ name: 'Blind', role: 'other', seesRoutes: 'no', natPool: 'p1' }],
      natPools: [{ id: 'p1', name: 'Lyon', prefix: '198.51.100.0/28', use: 'internet' }],
    },
  },
  {
    rule: 'symmetry.split-subnet',
    name: 'a part of an ExpressRoute subnet takes the internet',
    fires: true,
    tables: {
      clientGroups: [
        { ...office, path: 'express-route', subnets: ['10.1.0.0/16'] },
        {
          name: 'Guests',
          kind: 'office-wireless',
          path: 'internet',
          subnets: ['10.1.40.0/24', '10.2.0.0/16'],
        },
      ],
    },
    severity: 'risk',
    count: 1,
  },
  {
    rule: 'symmetry.split-subnet',
    name: 'the subnets are apart, or the other group is blocked',
    fires: false,
    tables: {
      clientGroups: [
        { ...office, path: 'express-route', subnets: ['10.1.0.0/16'] },
        { name: 'Guests', kind: 'office-wireless', path: 'internet', subnets: ['10.2.0.0/16'] },
        { name: 'Kiosk', kind: 'office-wired', path: 'blocked', subnets: ['10.1.9.0/24'] },
      ],
    },
  },
];

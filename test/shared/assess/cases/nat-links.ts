/** Firing and silent cases of the rules on pools and the two links of a peering, in rules/nat-pools.ts. */
import type { RuleCase } from '../rule-case.ts';

const oneSite = { 'scope.sites.spread': 'one-site' } as const;
const inParis = { id: 'p1', name: 'Paris pool', use: 'express-route' as const, edge: 'paris' };
const inOslo = { id: 'p2', name: 'Oslo pool', use: 'express-route' as const, edge: 'oslo' };

export const natLinkCases: readonly RuleCase[] = [
  {
    rule: 'nat.link-subnet',
    name: 'a link lies in the pool',
    fires: true,
    tables: {
      peerings: [
        {
          name: 'Paris Microsoft',
          circuit: 'c-paris',
          type: 'microsoft',
          primary: '203.0.113.0/30',
          secondary: '198.51.100.4/30',
        },
      ],
      natPools: [{ ...inParis, prefix: '203.0.113.0/27' }],
    },
    severity: 'blocker',
    count: 1,
  },
  {
    rule: 'nat.link-subnet',
    name: 'both links lie in an advertised prefix that is also a pool',
    fires: true,
    tables: {
      peerings: [
        {
          name: 'Paris Microsoft',
          circuit: 'c-paris',
          type: 'microsoft',
          primary: '203.0.113.0/30',
          secondary: '203.0.113.4/30',
        },
      ],
      natPools: [{ ...inParis, prefix: '203.0.113.0/27' }],
      advertised: [{ prefix: '203.0.113.0/24', circuit: 'c-paris' }],
    },
    severity: 'blocker',
    count: 2,
  },
  {
    rule: 'nat.link-subnet',
    name: 'the links lie beside the pool',
    fires: false,
    tables: {
      peerings: [
        { name: 'Paris Microsoft', circuit: 'c-paris', type: 'microsoft', primary: '203.0.113.32/30' },
        { name: 'Paris private', circuit: 'c-paris', type: 'private', primary: '192.168.1.0/30' },
      ],
      natPools: [{ ...inParis, prefix: '203.0.113.0/27' }],
    },
  },
  {
    rule: 'nat.link-published',
    name: 'a pool of one link publishes servers',
    fires: true,
    tables: {
      natPools: [{ ...inParis, prefix: '203.0.113.0/28', link: 'primary', publishes: 'yes' }],
    },
    severity: 'risk',
  },
  {
    rule: 'nat.link-published',
    name: 'a target has its address in a list that exists once for each link',
    fires: true,
    answers: {
      ...oneSite,
      'routing.nat.er-pool': ['203.0.113.0/28', '203.0.113.16/28'],
      'routing.nat.link-pools': 'per-link',
    },
    tables: {
      endpoints: [{ name: 'Orders', use: 'web-service', path: 'express-route', address: '203.0.113.20' }],
    },
    count: 1,
  },
  {
    rule: 'nat.link-published',
    name: 'the pool is common, or the target is on the internet',
    fires: false,
    tables: {
      natPools: [
        { ...inParis, prefix: '203.0.113.0/28', link: 'both', publishes: 'yes' },
        { ...inOslo, prefix: '203.0.113.16/28', link: 'primary' },
      ],
      endpoints: [{ name: 'Orders', use: 'web-service', path: 'internet', address: '203.0.113.20' }],
    },
  },
  {
    rule: 'nat.link-answer',
    name: 'a common pool is claimed and a pool is of one link',
    fires: true,
    answers: { 'routing.nat.link-pools': 'common' },
    tables: { natPools: [{ ...inParis, prefix: '203.0.113.0/28', link: 'secondary' }] },
    severity: 'risk',
  },
  {
    rule: 'nat.link-answer',
    name: 'pools for each link are claimed and all serve both',
    fires: true,
    answers: { 'routing.nat.link-pools': 'per-link' },
    tables: { natPools: [{ ...inParis, prefix: '203.0.113.0/28', link: 'both' }] },
  },
  {
    rule: 'nat.link-answer',
    name: 'answer and table agree, or the table does not say',
    fires: false,
    answers: { 'routing.nat.link-pools': 'per-link' },
    tables: {
      natPools: [
        { ...inParis, prefix: '203.0.113.0/28', link: 'primary' },
        { ...inOslo, prefix: '203.0.113.16/28' },
      ],
    },
  },
];

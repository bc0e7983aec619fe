/** Firing and silent cases of the rules in rules/nat-pools.ts. */
import type { RuleCase } from '../rule-case.ts';

const unknown = { state: 'unknown' as const };
const oneSite = { 'scope.sites.spread': 'one-site' } as const;

const edges = [
  { id: 'lyon', name: 'Lyon internet', kind: 'internet' as const, firewall: 'stateful' as const },
  { id: 'paris', name: 'Paris ExpressRoute', kind: 'express-route' as const, firewall: 'stateful' as const },
  { id: 'oslo', name: 'Oslo ExpressRoute', kind: 'express-route' as const, firewall: 'stateful' as const },
];
const circuits = [
  { id: 'c-paris', name: 'Paris', edge: 'paris' },
  { id: 'c-oslo', name: 'Oslo', edge: 'oslo' },
];
const inParis = { id: 'p1', name: 'Paris pool', use: 'express-route' as const, edge: 'paris' };
const inOslo = { id: 'p2', name: 'Oslo pool', use: 'express-route' as const, edge: 'oslo' };
const inLyon = { id: 'p3', name: 'Lyon pool', use: 'internet' as const, edge: 'lyon' };

export const natPoolCases: readonly RuleCase[] = [
  {
    rule: 'nat.overlap',
    name: 'the same prefix is used in Lyon and in Paris',
    fires: true,
    tables: {
      edges,
      natPools: [
        { ...inParis, prefix: '203.0.113.0/27' },
        { ...inLyon, prefix: '203.0.113.0/27' },
      ],
    },
    severity: 'blocker',
    count: 1,
  },
  {
    rule: 'nat.overlap',
    name: 'ExpressRoute is more specific',
    fires: true,
    tables: {
      edges,
      natPools: [
        { ...inParis, prefix: '203.0.113.32/28' },
        { ...inLyon, prefix: '203.0.113.0/24' },
      ],
    },
    severity: 'risk',
    count: 1,
  },
  {
    rule: 'nat.overlap',
    name: 'the internet is more specific',
    fires: true,
    tables: {
      edges,
      natPools: [
        { ...inParis, prefix: '203.0.113.0/24' },
        { ...inLyon, prefix: '203.0.113.7/32' },
      ],
    },
    severity: 'blocker',
    count: 1,
  },
  {
    rule: 'nat.overlap',
    name: 'one pool serves both edges, and it contradicts the answer on other services',
    fires: true,
    answers: { 'routing.nat.other-services': 'own-addresses' },
    tables: { natPools: [{ name: 'Shared', prefix: '203.0.113.0/27', use: 'both' }] },
    severity: 'blocker',
    count: 1,
  },
  {
    rule: 'nat.overlap',
    name: 'two shared pools that overlap are three findings, not four',
    fires: true,
    tables: {
      natPools: [
        { name: 'Shared A', prefix: '203.0.113.0/27', use: 'both' },
        { name: 'Shared B', prefix: '203.0.113.0/27', use: 'both' },
      ],
    },
    count: 3,
  },
  {
    rule: 'nat.overlap',
    name: 'the lists of a single site meet',
    fires: true,
    answers: {
      ...oneSite,
      'routing.nat.er-pool': ['203.0.113.0/27', '2001:db8:1::/64'],
      'routing.nat.internet-pool': ['203.0.113.0/27', '2001:db8::/32'],
    },
    count: 2,
  },
  {
    rule: 'nat.overlap',
    name: 'neighbours do not overlap',
    fires: false,
    answers: {
      ...oneSite,
      'routing.nat.er-pool': ['203.0.113.0/27'],
      'routing.nat.internet-pool': ['203.0.113.32/27'],
    },
  },
  {
    rule: 'nat.overlap',
    name: 'the lists of a single site do not count where the table is asked',
    fires: false,
    answers: {
      'routing.nat.er-pool': ['203.0.113.0/27'],
      'routing.nat.internet-pool': ['203.0.113.0/27'],
    },
  },
  {
    rule: 'nat.not-advertised',
    name: 'half of the pool is not advertised',
    fires: true,
    tables: {
      edges,
      circuits,
      natPools: [{ ...inParis, prefix: '203.0.113.0/26' }],
      advertised: [{ prefix: '203.0.113.0/27', circuit: 'c-paris' }],
    },
    severity: 'blocker',
    count: 1,
  },
  {
    rule: 'nat.not-advertised',
    name: 'the pool is advertised on the other circuit only',
    fires: true,
    tables: {
      edges,
      circuits,
      natPools: [{ ...inParis, prefix: '203.0.113.0/27' }],
      advertised: [{ prefix: '203.0.113.0/24', circuit: 'c-oslo' }],
    },
    severity: 'blocker',
    count: 1,
  },
  {
    rule: 'nat.not-advertised',
    name: 'two neighbours together hold the pool',
    fires: false,
    tables: {
      edges,
      circuits,
      natPools: [{ ...inParis, prefix: '203.0.113.0/26' }],
      advertised: [
        { prefix: '203.0.113.0/27', circuit: 'c-paris' },
        { prefix: '203.0.113.32/27', circuit: 'c-paris' },
      ],
    },
  },
  {
    rule: 'nat.not-advertised',
    name: 'nobody knows what is advertised',
    fires: true,
    answers: { 'peering.parameters.advertised': unknown },
    tables: { natPools: [{ ...inParis, prefix: '203.0.113.0/27' }] },
    severity: 'gate',
  },
  {
    rule: 'nat.not-advertised',
    name: 'nothing is entered as advertised yet',
    fires: false,
    tables: { natPools: [{ ...inParis, prefix: '203.0.113.0/27' }] },
  },
  {
    rule: 'nat.not-advertised',
    name: 'the list of a single site is not advertised',
    fires: true,
    answers: { ...oneSite, 'routing.nat.er-pool': ['203.0.113.0/27'] },
    tables: { advertised: [{ prefix: '198.51.100.0/24', circuit: 'c-paris' }] },
    severity: 'blocker',
  },
  {
    rule: 'nat.shared-pool',
    name: 'two circuits behind stateful firewalls share addresses',
    fires: true,
    tables: {
      edges,
      circuits,
      natPools: [
        { ...inParis, prefix: '203.0.113.0/24' },
        { ...inOslo, prefix: '203.0.113.64/27' },
      ],
    },
    severity: 'blocker',
    count: 1,
  },
  {
    rule: 'nat.shared-pool',
    name: 'prepending makes it a design',
    fires: true,
    tables: {
      edges,
      circuits,
      peerings: [{ name: 'Oslo Microsoft', circuit: 'c-oslo', type: 'microsoft', prepends: 'yes' }],
      natPools: [
        { ...inParis, prefix: '203.0.113.0/27' },
        { ...inOslo, prefix: '203.0.113.0/27' },
      ],
    },
    severity: 'risk',
    count: 1,
  },
  {
    rule: 'nat.shared-pool',
    name: 'two edges of one circuit may be one cluster',
    fires: true,
    tables: {
      edges,
      circuits: [{ id: 'c-paris', name: 'Paris', edge: 'paris', secondEdge: 'oslo' }],
      natPools: [
        { ...inParis, prefix: '203.0.113.0/27' },
        { ...inOslo, prefix: '203.0.113.0/27' },
      ],
    },
    severity: 'risk',
    count: 1,
  },
  {
    rule: 'nat.shared-pool',
    name: 'a single site answers that its circuits share a pool',
    fires: true,
    answers: { ...oneSite, 'routing.nat.per-circuit': 'no' },
    tables: { circuits },
    severity: 'blocker',
    count: 1,
  },
  {
    rule: 'nat.shared-pool',
    name: 'a single circuit shares with nobody',
    fires: false,
    answers: { ...oneSite, 'routing.nat.per-circuit': 'no' },
    tables: { circuits: [{ id: 'c-paris', name: 'Paris' }] },
  },
  {
    rule: 'nat.shared-pool',
    name: 'one prefix with pools inside is advertised on two circuits',
    fires: true,
    tables: {
      edges,
      circuits,
      natPools: [
        { ...inParis, prefix: '203.0.113.0/27' },
        { ...inOslo, prefix: '203.0.113.64/27' },
      ],
      advertised: [
        { prefix: '203.0.113.0/24', circuit: 'c-paris' },
        { prefix: '203.0.113.0/24', circuit: 'c-oslo' },
      ],
    },
    severity: 'blocker',
    count: 1,
  },
  {
    rule: 'nat.shared-pool',
    name: 'more specific prefixes below it hold the pools apart',
    fires: false,
    tables: {
      edges,
      circuits,
      natPools: [
        { ...inParis, prefix: '203.0.113.0/27' },
        { ...inOslo, prefix: '203.0.113.64/27' },
      ],
      advertised: [
        { prefix: '203.0.113.0/24', circuit: 'c-paris' },
        { prefix: '203.0.113.0/24', circuit: 'c-oslo' },
        { prefix: '203.0.113.0/27', circuit: 'c-paris' },
        { prefix: '203.0.113.64/27', circuit: 'c-oslo' },
      ],
    },
  },
  {
    rule: 'nat.circuit-pool',
    name: 'Oslo has no pool',
    fires: true,
    tables: { edges, circuits, natPools: [{ ...inParis, prefix: '203.0.113.0/27' }] },
    severity: 'gate',
    count: 1,
  },
  {
    rule: 'nat.circuit-pool',
    name: 'a pool belongs to no circuit',
    fires: true,
    tables: {
      circuits,
      natPools: [{ name: 'Somewhere', prefix: '203.0.113.0/27', use: 'express-route' }],
    },
    severity: 'gate',
    count: 1,
  },
  {
    rule: 'nat.circuit-pool',
    name: 'the other circuit carries private peering only',
    fires: false,
    tables: {
      edges,
      circuits,
      peerings: [{ name: 'Oslo private', circuit: 'c-oslo', type: 'private' }],
      natPools: [{ ...inParis, prefix: '203.0.113.0/27' }],
    },
  },
];

/** Firing and silent cases of the rules in rules/nat.ts. */
import type { RuleCase } from '../rule-case.ts';
import { natLinkCases } from './nat-links.ts';
import { natPoolCases } from './nat-pools.ts';

const unknown = { state: 'unknown' as const };
const oneSite = { 'scope.sites.spread': 'one-site' } as const;
const office = { id: 'office', name: 'Lyon office', kind: 'office-wired' as const };
const pool = { id: 'p1', name: 'Paris pool', prefix: '185.20.4.0/27', use: 'express-route' as const };

export const natCases: readonly RuleCase[] = [
  {
    rule: 'nat.who',
    name: 'nobody knows who translates',
    fires: true,
    answers: { 'routing.nat.who': unknown },
    severity: 'gate',
  },
  {
    rule: 'nat.who',
    name: 'pools are entered and nobody runs them',
    fires: true,
    tables: { natPools: [pool] },
    severity: 'gate',
  },
  { rule: 'nat.who', name: 'neither pools nor owner are entered yet', fires: false },
  {
    rule: 'nat.who',
    name: 'nobody translates clients that are said to be translated',
    fires: true,
    answers: { 'routing.nat.who': 'none', 'client.steering.source': 'translated' },
    severity: 'gate',
  },
  {
    rule: 'nat.who',
    name: 'somebody translates clients that are said to be public',
    fires: true,
    answers: { 'routing.nat.who': 'provider', 'client.steering.source': 'public' },
    severity: 'gate',
  },
  {
    rule: 'nat.who',
    name: 'nobody translates, but a pool is listed',
    fires: true,
    answers: { 'routing.nat.who': 'none' },
    tables: { natPools: [pool] },
    severity: 'gate',
  },
  {
    rule: 'nat.who',
    name: 'the answers agree',
    fires: false,
    answers: { 'routing.nat.who': 'we-do', 'client.steering.source': 'translated' },
    tables: { natPools: [pool] },
  },
  {
    rule: 'nat.pools-unknown',
    name: 'the pool for ExpressRoute is not known',
    fires: true,
    answers: { ...oneSite, 'routing.nat.er-pool': unknown },
    severity: 'gate',
  },
  {
    rule: 'nat.pools-unknown',
    name: 'the table of pools is not known',
    fires: true,
    answers: { 'routing.nat.pools': unknown },
    severity: 'gate',
  },
  {
    rule: 'nat.pools-unknown',
    name: 'the internet pool is not known',
    fires: true,
    answers: { ...oneSite, 'routing.nat.er-pool': ['185.20.4.0/27'], 'routing.nat.internet-pool': unknown },
    severity: 'gate',
  },
  {
    rule: 'nat.pools-unknown',
    name: 'the network is built and no internet pool is listed',
    fires: true,
    tables: { natPools: [pool] },
    severity: 'gate',
  },
  {
    rule: 'nat.pools-unknown',
    name: 'the network is designed and no internet pool is listed yet',
    fires: false,
    answers: { 'scope.today.stage': 'designing' },
    tables: { natPools: [pool] },
  },
  {
    rule: 'nat.pools-unknown',
    name: 'both pools are listed',
    fires: false,
    answers: {
      ...oneSite,
      'routing.nat.er-pool': ['185.20.4.0/27'],
      'routing.nat.internet-pool': ['185.20.5.0/28'],
    },
  },
  {
    rule: 'nat.private-source',
    name: 'pools lie in private, shared, documentation and reserved ranges',
    fires: true,
    tables: {
      natPools: [
        { name: 'Private', prefix: '10.20.0.0/24', use: 'express-route' },
        { name: 'Shared', prefix: '100.64.8.0/24', use: 'both' },
        { name: 'Example', prefix: '203.0.113.0/27', use: 'express-route' },
        { name: 'Multicast', prefix: '224.0.0.0/24', use: 'express-route' },
        { name: 'Unique local', prefix: 'fd00:1::/64', use: 'express-route' },
        { name: 'Default', prefix: '0.0.0.0/0', use: 'express-route' },
      ],
    },
    severity: 'blocker',
    count: 6,
  },
  {
    rule: 'nat.private-source',
    name: 'the pool of a single site is private',
    fires: true,
    answers: { ...oneSite, 'routing.nat.er-pool': ['172.31.0.0/24', '185.20.4.0/27'] },
    severity: 'blocker',
    count: 1,
  },
  {
    rule: 'nat.private-source',
    name: 'a private pool on the internet edge is none of ExpressRoute',
    fires: false,
    tables: { natPools: [pool, { name: 'Inner', prefix: '10.20.0.0/24', use: 'internet' }] },
  },
  {
    rule: 'nat.private-source',
    name: 'private clients take ExpressRoute and nobody translates',
    fires: true,
    answers: { 'routing.nat.who': 'none' },
    tables: {
      clientGroups: [{ ...office, path: 'express-route', subnets: ['185.20.6.0/24', '10.1.0.0/16'] }],
      servers: [{ name: 'Integration', role: 'integration', subnets: ['10.9.0.0/24'] }],
    },
    severity: 'blocker',
    count: 2,
  },
  {
    rule: 'nat.private-source',
    name: 'clients without public addresses are said to leave untranslated',
    fires: true,
    answers: { 'client.steering.source': 'public' },
    tables: { clientGroups: [{ ...office, path: 'vpn-express-route', publicAddresses: 'no' }] },
    count: 1,
  },
  {
    rule: 'nat.private-source',
    name: 'servers that have a pool, or see no routes, do not leave untranslated',
    fires: false,
    answers: { 'routing.nat.who': 'none' },
    tables: {
      natPools: [pool],
      servers: [
        { name: 'Pooled', role: 'integration', subnets: ['10.9.0.0/24'], natPool: 'p1' },
        { name: 'Blind', role: 'integration', subnets: ['10.9.1.0/24'], seesRoutes: 'no' },
      ],
    },
  },
  {
    rule: 'nat.private-source',
    name: 'private clients are translated, or stay on the internet',
    fires: false,
    answers: { 'routing.nat.who': 'we-do', 'client.steering.source': 'translated' },
    tables: {
      clientGroups: [
        { ...office, path: 'express-route', subnets: ['10.1.0.0/16'] },
        {
          name: 'Guests',
          kind: 'office-wireless',
          path: 'internet',
          publicAddresses: 'yes',
          subnets: ['10.2.0.0/16'],
        },
      ],
    },
  },
  {
    rule: 'nat.unregistered',
    name: 'an ExpressRoute pool is not registered',
    fires: true,
    tables: { natPools: [{ ...pool, registered: 'no' }] },
    severity: 'risk',
  },
  {
    rule: 'nat.unregistered',
    name: 'it is, and the other is for the internet',
    fires: false,
    tables: {
      natPools: [
        { ...pool, registered: 'yes' },
        { name: 'Lyon', prefix: '185.20.5.0/28', use: 'internet', registered: 'no' },
      ],
    },
  },
  {
    rule: 'nat.size',
    name: 'one user more than two addresses carry',
    fires: true,
    tables: { natPools: [{ ...pool, prefix: '185.20.4.0/31', users: 4001 }] },
    severity: 'risk',
    count: 1,
  },
  {
    rule: 'nat.size',
    name: 'two addresses are just enough',
    fires: false,
    tables: {
      natPools: [
        { ...pool, prefix: '185.20.4.0/31', users: 4000 },
        { name: 'Six', prefix: '2a05:d000::/64', use: 'express-route', users: 90000 },
      ],
    },
  },
  {
    rule: 'nat.size',
    name: 'the groups of a single site are too many for its list',
    fires: true,
    answers: { ...oneSite, 'routing.nat.er-pool': ['185.20.4.1/32'] },
    tables: {
      clientGroups: [
        { ...office, path: 'express-route', users: 1500 },
        { name: 'VPN', kind: 'vpn', path: 'vpn-express-route', users: 600 },
      ],
    },
    count: 1,
  },
  {
    rule: 'nat.size',
    name: 'groups on the internet do not count',
    fires: false,
    answers: { ...oneSite, 'routing.nat.er-pool': ['185.20.4.1/32'] },
    tables: {
      clientGroups: [
        { ...office, path: 'express-route', users: 1500 },
        { name: 'Home', kind: 'home', path: 'internet', users: 6000 },
      ],
    },
  },
  {
    rule: 'nat.other-services',
    name: 'internet services use the ExpressRoute addresses',
    fires: true,
    answers: { 'routing.nat.other-services': 'same-addresses' },
    severity: 'blocker',
  },
  {
    rule: 'nat.other-services',
    name: 'nobody knows',
    fires: true,
    answers: { 'routing.nat.other-services': unknown },
    severity: 'gate',
  },
  {
    rule: 'nat.other-services',
    name: 'they have their own',
    fires: false,
    answers: { 'routing.nat.other-services': 'own-addresses' },
  },
  {
    rule: 'nat.allow-lists',
    name: 'two lists do not know the pool',
    fires: true,
    answers: {
      'routing.nat.allow-lists': ['named-locations', 'ip-firewall'],
      'routing.nat.allow-lists-updated': 'no',
    },
    severity: 'blocker',
  },
  {
    rule: 'nat.allow-lists',
    name: 'nobody knows',
    fires: true,
    answers: {
      'routing.nat.allow-lists': ['third-party'],
      'routing.nat.allow-lists-updated': unknown,
    },
    severity: 'gate',
  },
  {
    rule: 'nat.allow-lists',
    name: 'they are up to date, or there are none',
    fires: false,
    answers: {
      'routing.nat.allow-lists': ['named-locations'],
      'routing.nat.allow-lists-updated': 'yes',
    },
  },
  {
    rule: 'nat.allow-lists-complete',
    name: 'two controls check addresses and no list is counted',
    fires: true,
    answers: {
      'routing.nat.allow-lists': ['none'],
      'client.control.measures': ['named-locations', 'ip-firewall', 'intune'],
    },
    severity: 'gate',
    count: 2,
  },
  {
    rule: 'nat.allow-lists-complete',
    name: 'the control is counted',
    fires: false,
    answers: {
      'routing.nat.allow-lists': ['ip-firewall'],
      'client.control.measures': ['ip-firewall', 'conditional-access'],
    },
  },
  {
    rule: 'nat.allow-lists-complete',
    name: 'the lists have not been asked yet',
    fires: false,
    answers: { 'client.control.measures': ['ip-firewall'] },
  },
  ...natPoolCases,
  ...natLinkCases,
];

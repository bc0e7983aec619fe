/** Firing and silent cases of the rules in rules/steering-servers.ts. */
import type { RuleCase } from '../rule-case.ts';

const server = { id: 'biztalk', name: 'Integration server', role: 'integration' as const };
const unknown = { state: 'unknown' as const };

export const serverCases: readonly RuleCase[] = [
  {
    rule: 'steering.servers-listed',
    name: 'nobody knows the servers',
    fires: true,
    answers: { 'routing.steering.servers': unknown },
    severity: 'gate',
  },
  {
    rule: 'steering.servers-listed',
    name: 'the documented design names none',
    fires: true,
    answers: { 'routing.steering.design': 'documented' },
    severity: 'gate',
  },
  {
    rule: 'steering.servers-listed',
    name: 'no server calls',
    fires: false,
    answers: { 'scope.services.servers': 'no', 'routing.steering.design': 'documented' },
  },
  {
    rule: 'steering.servers-listed',
    name: 'they are listed',
    fires: false,
    answers: { 'routing.steering.design': 'documented' },
    tables: { servers: [server] },
  },
  {
    rule: 'steering.server-way',
    name: 'a server has neither route nor proxy',
    fires: true,
    tables: { servers: [{ ...server, seesRoutes: 'no' }] },
    severity: 'blocker',
  },
  {
    rule: 'steering.server-way',
    name: 'nothing is said about a server',
    fires: true,
    tables: { servers: [server] },
    severity: 'gate',
  },
  {
    rule: 'steering.server-way',
    name: 'the proxy leaves through the internet',
    fires: true,
    answers: { 'client.steering.method': 'explicit-proxy' },
    tables: {
      servers: [{ ...server, seesRoutes: 'yes', proxy: 'web' }],
      proxies: [{ id: 'web', name: 'Web proxy', kind: 'explicit', egress: 'internet' }],
    },
    severity: 'risk',
  },
  {
    rule: 'steering.server-way',
    name: 'pools exist and the server has none',
    fires: true,
    tables: {
      servers: [{ ...server, seesRoutes: 'yes' }],
      natPools: [{ name: 'Paris', prefix: '203.0.113.0/27', use: 'express-route' }],
    },
    severity: 'gate',
  },
  {
    rule: 'steering.server-way',
    name: 'the server sees the routes and has a pool, or a proxy on ExpressRoute',
    fires: false,
    answers: { 'client.steering.method': 'explicit-proxy' },
    tables: {
      servers: [
        { ...server, seesRoutes: 'yes', natPool: 'p1' },
        { name: 'Data load', role: 'data-load', proxy: 'er' },
      ],
      natPools: [{ id: 'p1', name: 'Paris', prefix: '203.0.113.0/27', use: 'express-route' }],
      proxies: [{ id: 'er', name: 'ExpressRoute proxy', kind: 'explicit', egress: 'express-route' }],
    },
  },
];

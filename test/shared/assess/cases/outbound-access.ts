/** Firing and silent cases of the rules in rules/outbound-access.ts. */
import type { RuleCase } from '../rule-case.ts';

const unknown = { state: 'unknown' as const };
const api = { id: 'api', name: 'Order service', use: 'web-service' as const };
const onExpressRoute = { ...api, path: 'express-route' as const };
const paris = { id: 'paris', name: 'Paris ExpressRoute', kind: 'express-route' as const };
const filtered = { 'routing.outbound.filtered': 'yes' } as const;

export const outboundAccessCases: readonly RuleCase[] = [
  {
    rule: 'outbound.trusted',
    name: 'the line is trusted',
    fires: true,
    answers: { 'routing.outbound.trusted': 'yes' },
    severity: 'blocker',
  },
  {
    rule: 'outbound.trusted',
    name: 'the line is trusted although the edge is said to be guarded',
    fires: true,
    answers: { 'routing.outbound.trusted': 'yes', 'peering.security.perimeter': 'yes' },
    severity: 'blocker',
  },
  {
    rule: 'outbound.trusted',
    name: 'nothing is',
    fires: false,
    answers: { 'routing.outbound.trusted': 'no' },
  },
  {
    rule: 'outbound.uninspected',
    name: 'nothing inspects',
    fires: true,
    tables: { endpoints: [{ ...onExpressRoute, inspection: 'none' }] },
    severity: 'blocker',
  },
  {
    rule: 'outbound.uninspected',
    name: 'the edge has no firewall and no other inspection is entered',
    fires: true,
    tables: {
      edges: [{ ...paris, firewall: 'none' }],
      endpoints: [{ ...onExpressRoute, edge: 'paris' }],
    },
    severity: 'blocker',
  },
  {
    rule: 'outbound.uninspected',
    name: 'it is inspected, or on the internet, or not said',
    fires: false,
    tables: {
      edges: [{ ...paris, firewall: 'none' }],
      endpoints: [
        { ...onExpressRoute, edge: 'paris', inspection: 'waf' },
        { name: 'Mail', use: 'smtp', path: 'internet', inspection: 'none' },
        { name: 'Open', use: 'other', path: 'express-route' },
      ],
    },
  },
  {
    rule: 'outbound.attracts',
    name: 'not everybody knows',
    fires: true,
    answers: { 'routing.outbound.attracts': 'no' },
    severity: 'risk',
  },
  {
    rule: 'outbound.attracts',
    name: 'everybody does',
    fires: false,
    answers: { 'routing.outbound.attracts': 'yes' },
  },
  {
    rule: 'outbound.authentication',
    name: 'a filter alone, and nothing at all',
    fires: true,
    tables: {
      endpoints: [
        { ...api, authentication: 'ip-filter' },
        { name: 'Open', use: 'other', authentication: 'none' },
      ],
    },
    severity: 'blocker',
    count: 2,
  },
  {
    rule: 'outbound.authentication',
    name: 'a certificate, or a sign-in page, or a mail server',
    fires: false,
    tables: {
      endpoints: [
        { ...api, authentication: 'certificate' },
        { name: 'AD FS', use: 'sign-in', authentication: 'none' },
        { name: 'Mail', use: 'smtp', authentication: 'none' },
        { name: 'Not said', use: 'other' },
      ],
    },
  },
  {
    rule: 'outbound.tags',
    name: 'connectors are planned and their tag is missing',
    fires: true,
    answers: {
      ...filtered,
      'scope.services.used': ['dynamics-365'],
      'routing.outbound.tags': ['logic-apps', 'power-platform-plex', 'power-platform-infra'],
    },
    tables: { services: [{ service: 'connectors', path: 'express-route' }] },
    severity: 'blocker',
    count: 1,
  },
  {
    rule: 'outbound.tags',
    name: 'two of the three tags of HTTP actions are there',
    fires: true,
    answers: {
      ...filtered,
      'routing.outbound.tags': ['azure-connectors', 'logic-apps', 'power-platform-plex'],
    },
    severity: 'blocker',
    count: 1,
  },
  {
    rule: 'outbound.tags',
    name: 'flows and apps may need what is missing',
    fires: true,
    answers: { ...filtered, 'routing.outbound.tags': ['fluid-relay'] },
    severity: 'risk',
    count: 2,
  },
  {
    rule: 'outbound.tags',
    name: 'plug-ins call and no tag is for them',
    fires: true,
    answers: {
      ...filtered,
      'scope.services.used': ['dynamics-365'],
      'routing.outbound.tags': [
        'azure-connectors',
        'logic-apps',
        'power-platform-plex',
        'power-platform-infra',
      ],
    },
    tables: { services: [{ service: 'web-services-out', path: 'both' }] },
    severity: 'risk',
    count: 1,
  },
  {
    rule: 'outbound.tags',
    name: 'nobody knows the tags',
    fires: true,
    answers: { ...filtered, 'routing.outbound.tags': unknown },
    severity: 'gate',
  },
  {
    rule: 'outbound.tags',
    name: 'a whole region is let in, or nothing is filtered',
    fires: false,
    answers: { ...filtered, 'routing.outbound.tags': ['azure-cloud-region'] },
    tables: { services: [{ service: 'connectors', path: 'express-route' }] },
  },
  {
    rule: 'outbound.tags',
    name: 'neither apps nor flows are in use',
    fires: false,
    answers: {
      ...filtered,
      'scope.services.used': ['dynamics-365'],
      'routing.outbound.tags': ['fluid-relay'],
    },
  },
  {
    rule: 'outbound.tags',
    name: 'nothing is filtered',
    fires: false,
    answers: { 'routing.outbound.filtered': 'no', 'routing.outbound.tags': ['logic-apps'] },
  },
  {
    rule: 'outbound.broad-tag',
    name: 'a whole region is let in',
    fires: true,
    answers: { ...filtered, 'routing.outbound.tags': ['azure-cloud-region', 'fluid-relay'] },
    severity: 'advice',
  },
  {
    rule: 'outbound.broad-tag',
    name: 'narrower tags are used',
    fires: false,
    answers: { ...filtered, 'routing.outbound.tags': ['azure-connectors'] },
  },
  {
    rule: 'outbound.ipv6',
    name: 'clients and a target use IPv6, and the circuit carries IPv4',
    fires: true,
    answers: { 'routing.outbound.client-ipv6': 'yes' },
    tables: {
      endpoints: [{ ...onExpressRoute, ipv6: 'yes' }],
      advertised: [{ prefix: '185.20.4.0/24', circuit: 'c1' }],
    },
    severity: 'risk',
    count: 2,
  },
  {
    rule: 'outbound.ipv6',
    name: 'an IPv6 prefix is advertised',
    fires: false,
    answers: { 'routing.outbound.client-ipv6': 'yes' },
    tables: {
      endpoints: [{ ...onExpressRoute, ipv6: 'yes' }],
      advertised: [{ prefix: '2a05:d000::/48', circuit: 'c1' }],
    },
  },
  {
    rule: 'outbound.ipv6',
    name: 'nobody uses IPv6',
    fires: false,
    answers: { 'routing.outbound.client-ipv6': 'no' },
    tables: { endpoints: [{ ...api, path: 'internet', ipv6: 'yes' }] },
  },
  {
    rule: 'outbound.gateway-published',
    name: 'a gateway has a public address',
    fires: true,
    tables: { endpoints: [{ name: 'Gateway', use: 'gateway', address: '185.20.4.30' }] },
    severity: 'advice',
  },
  {
    rule: 'outbound.gateway-published',
    name: 'it has none',
    fires: false,
    tables: {
      endpoints: [
        { name: 'Relay', use: 'relay' },
        { ...api, address: '185.20.4.20' },
      ],
    },
  },
];

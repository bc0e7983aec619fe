/** Firing and silent cases of the rules in rules/outbound-paths.ts. */
import type { RuleCase } from '../rule-case.ts';

const paris = {
  id: 'paris',
  name: 'Paris ExpressRoute',
  kind: 'express-route' as const,
  learnsRoutes: 'filtered' as const,
};
const lyon = { id: 'lyon', name: 'Lyon internet', kind: 'internet' as const };
const api = { id: 'api', name: 'Order service', use: 'web-service' as const };
const onExpressRoute = { ...api, path: 'express-route' as const, edge: 'paris' };
const onInternet = { ...api, path: 'internet' as const, edge: 'lyon' };
const adFs = { id: 'adfs', name: 'AD FS', use: 'sign-in' as const };
const advertised = [{ prefix: '185.20.4.0/24', circuit: 'c1' }];

export const outboundPathCases: readonly RuleCase[] = [
  {
    rule: 'outbound.filtered-routes',
    name: 'the edge learns a part and does not translate',
    fires: true,
    tables: { edges: [{ ...paris, sourceNat: 'no' }], endpoints: [onExpressRoute] },
    severity: 'blocker',
  },
  {
    rule: 'outbound.filtered-routes',
    name: 'the only edge of the kind is meant where none is named',
    fires: true,
    tables: {
      edges: [{ ...paris, learnsRoutes: 'none', sourceNat: 'no' }, lyon],
      endpoints: [{ ...api, path: 'express-route' }],
    },
    severity: 'blocker',
  },
  {
    rule: 'outbound.filtered-routes',
    name: 'nobody has decided on translation',
    fires: true,
    tables: { edges: [paris], endpoints: [onExpressRoute] },
    severity: 'gate',
  },
  {
    rule: 'outbound.filtered-routes',
    name: 'the edge learns all that a route filter leaves',
    fires: true,
    tables: {
      edges: [{ ...paris, learnsRoutes: 'all', sourceNat: 'no' }],
      endpoints: [onExpressRoute],
      circuits: [{ id: 'c1', name: 'Paris', edge: 'paris' }],
      peerings: [{ name: 'Paris Microsoft', circuit: 'c1', type: 'microsoft', filter: 'attached' }],
    },
    severity: 'risk',
  },
  {
    rule: 'outbound.filtered-routes',
    name: 'the target itself is translated, or the edge learns all',
    fires: false,
    tables: {
      edges: [
        { ...paris, sourceNat: 'no' },
        { id: 'oslo', name: 'Oslo', kind: 'express-route', learnsRoutes: 'all', sourceNat: 'no' },
      ],
      endpoints: [
        { ...onExpressRoute, sourceNat: 'yes' },
        { name: 'Oslo', use: 'other', path: 'express-route', edge: 'oslo' },
      ],
      circuits: [{ id: 'c1', name: 'Paris', edge: 'paris' }],
      peerings: [{ name: 'Paris Microsoft', circuit: 'c1', type: 'microsoft', filter: 'attached' }],
    },
  },
  {
    rule: 'outbound.internet-reply',
    name: 'the server sees ExpressRoute and nobody translates',
    fires: true,
    tables: { edges: [lyon], endpoints: [{ ...onInternet, seesRoutes: 'yes', sourceNat: 'no' }] },
    severity: 'blocker',
  },
  {
    rule: 'outbound.internet-reply',
    name: 'routes are everywhere and translation is not said',
    fires: true,
    answers: { 'routing.steering.propagation': 'everywhere' },
    tables: { edges: [lyon], endpoints: [onInternet] },
    severity: 'gate',
  },
  {
    rule: 'outbound.internet-reply',
    name: 'the internet edge translates, or the server sees no routes',
    fires: false,
    answers: { 'routing.steering.propagation': 'everywhere' },
    tables: {
      edges: [{ ...lyon, sourceNat: 'yes' }],
      endpoints: [
        { ...onInternet, seesRoutes: 'yes' },
        { name: 'Blind', use: 'other', path: 'internet', seesRoutes: 'no', sourceNat: 'no' },
      ],
    },
  },
  {
    rule: 'outbound.blind-reply',
    name: 'a target on ExpressRoute does not see the way back',
    fires: true,
    tables: { endpoints: [{ ...onExpressRoute, seesRoutes: 'no', sourceNat: 'no' }] },
    severity: 'risk',
  },
  {
    rule: 'outbound.blind-reply',
    name: 'a reverse proxy stands in front, or the caller is translated',
    fires: false,
    tables: {
      endpoints: [
        { ...onExpressRoute, seesRoutes: 'no', sourceNat: 'no', delivery: 'reverse-proxy' },
        { name: 'Translated', use: 'other', path: 'express-route', seesRoutes: 'no', sourceNat: 'yes' },
        { name: 'Internet', use: 'other', path: 'internet', seesRoutes: 'no', sourceNat: 'no' },
        { name: 'Seeing', use: 'other', path: 'express-route', seesRoutes: 'yes', sourceNat: 'no' },
      ],
    },
  },
  {
    rule: 'outbound.advertised-anyway',
    name: 'targets on the internet lie in an advertised prefix',
    fires: true,
    tables: {
      endpoints: [
        { ...onInternet, address: '185.20.4.20' },
        { ...adFs, path: 'internet', address: '185.20.4.21' },
      ],
      advertised,
    },
    severity: 'risk',
    count: 2,
  },
  {
    rule: 'outbound.advertised-anyway',
    name: 'they lie outside, or are planned on ExpressRoute',
    fires: false,
    tables: {
      endpoints: [
        { ...onInternet, address: '185.20.5.20' },
        { name: 'Planned', use: 'other', path: 'express-route', address: '185.20.4.20' },
        { name: 'Mail', use: 'smtp', path: 'internet', address: '185.20.4.25' },
        { name: 'No address', use: 'other', path: 'internet' },
      ],
      advertised,
    },
  },
  {
    rule: 'outbound.smtp',
    name: 'one mail server is planned on ExpressRoute, another is advertised',
    fires: true,
    tables: {
      endpoints: [
        { name: 'Mail 1', use: 'smtp', path: 'express-route' },
        { name: 'Mail 2', use: 'smtp', path: 'internet', address: '185.20.4.25' },
      ],
      advertised,
    },
    severity: 'blocker',
    count: 2,
  },
  {
    rule: 'outbound.smtp',
    name: 'it stays on the internet',
    fires: false,
    tables: {
      endpoints: [{ name: 'Mail', use: 'smtp', path: 'internet', address: '185.20.5.25' }],
      advertised,
    },
  },
  {
    rule: 'outbound.ad-fs',
    name: 'plan and table name different paths',
    fires: true,
    answers: { 'routing.outbound.ad-fs': 'internet' },
    tables: { endpoints: [{ ...adFs, path: 'express-route' }] },
    severity: 'risk',
  },
  {
    rule: 'outbound.ad-fs',
    name: 'it is planned on ExpressRoute and translated',
    fires: true,
    answers: { 'routing.outbound.ad-fs': 'express-route' },
    tables: { endpoints: [{ ...adFs, path: 'express-route', delivery: 'destination-nat' }] },
    severity: 'risk',
  },
  {
    rule: 'outbound.ad-fs',
    name: 'it is said not to exist and is published for sign-in',
    fires: true,
    answers: { 'routing.outbound.ad-fs': 'not-used' },
    tables: { endpoints: [adFs, { ...onExpressRoute, id: 'other' }] },
    count: 1,
  },
  {
    rule: 'outbound.ad-fs',
    name: 'plan and table agree',
    fires: false,
    answers: { 'routing.outbound.ad-fs': 'internet' },
    tables: { endpoints: [{ ...adFs, path: 'internet', delivery: 'destination-nat' }] },
  },
  {
    rule: 'outbound.ad-fs',
    name: 'it does not exist and is not published',
    fires: false,
    answers: { 'routing.outbound.ad-fs': 'not-used' },
    tables: { endpoints: [onExpressRoute] },
  },
  {
    rule: 'outbound.ad-fs',
    name: 'its public address arrives untranslated over ExpressRoute',
    fires: false,
    answers: { 'routing.outbound.ad-fs': 'express-route' },
    tables: { endpoints: [{ ...adFs, path: 'express-route', delivery: 'direct', sourceNat: 'no' }] },
  },
  {
    rule: 'outbound.leave-on-internet',
    name: 'hybrid and sign-in are planned on ExpressRoute',
    fires: true,
    tables: {
      endpoints: [
        { name: 'Hybrid', use: 'hybrid', path: 'express-route' },
        { ...adFs, path: 'express-route' },
      ],
    },
    severity: 'advice',
    count: 2,
  },
  {
    rule: 'outbound.leave-on-internet',
    name: 'others call the target too',
    fires: true,
    tables: {
      endpoints: [
        { ...onExpressRoute, otherCallers: 'yes' },
        { name: 'Autodiscover', use: 'autodiscover', path: 'express-route' },
      ],
    },
    severity: 'risk',
    count: 2,
  },
  {
    rule: 'outbound.leave-on-internet',
    name: 'sign-in checks are planned on ExpressRoute without a target',
    fires: true,
    answers: { 'routing.outbound.ad-fs': 'express-route' },
    severity: 'advice',
    count: 1,
  },
  {
    rule: 'outbound.leave-on-internet',
    name: 'the plan and its target are one finding',
    fires: true,
    answers: { 'routing.outbound.ad-fs': 'express-route' },
    tables: { endpoints: [{ ...adFs, path: 'express-route' }] },
    count: 1,
  },
  {
    rule: 'outbound.leave-on-internet',
    name: 'they stay on the internet, and the web service is called by Microsoft alone',
    fires: false,
    answers: { 'routing.outbound.ad-fs': 'internet' },
    tables: {
      endpoints: [
        { name: 'Hybrid', use: 'hybrid', path: 'internet', otherCallers: 'yes' },
        { ...onExpressRoute, otherCallers: 'no' },
      ],
    },
  },
];

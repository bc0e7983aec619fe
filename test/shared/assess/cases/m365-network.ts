/** Cases of the rules on what Microsoft 365 asks of the network around it. */
import type { RuleCase } from '../rule-case.ts';

const microsoft = { id: 'm', name: 'Paris Microsoft', type: 'microsoft', filter: 'attached' } as const;
const withExchange = { ...microsoft, communities: ['12076:51002', '12076:51003', '12076:5010'] };
const regionalOnly = { ...microsoft, communities: ['12076:51002', '12076:51003'] };

export const m365NetworkCases: RuleCase[] = [
  {
    rule: 'm365.route-capacity',
    name: 'blocks a router that is too small for what was counted',
    fires: true,
    severity: 'blocker',
    count: 1,
    answers: { 'peering.filter.expected-routes': 700 },
    tables: {
      edges: [
        { name: 'Paris edge', kind: 'express-route', routeCapacity: 699 },
        { name: 'London edge', kind: 'express-route', routeCapacity: 700 },
        { name: 'Internet', kind: 'internet', routeCapacity: 10 },
      ],
    },
  },
  {
    rule: 'm365.route-capacity',
    name: 'warns with the figure of 2017 when nobody has counted',
    fires: true,
    severity: 'risk',
    answers: { 'peering.filter.expected-routes': { state: 'unknown' } },
    tables: {
      peerings: [withExchange],
      edges: [{ name: 'Paris edge', kind: 'express-route', routeCapacity: 100 }],
    },
  },
  {
    rule: 'm365.route-capacity',
    name: 'does not take that figure for other communities',
    fires: false,
    answers: { 'peering.filter.expected-routes': { state: 'unknown' } },
    tables: {
      peerings: [regionalOnly],
      edges: [{ name: 'Paris edge', kind: 'express-route', routeCapacity: 100 }],
    },
  },
  {
    rule: 'm365.gcc-ticket',
    name: 'blocks GCC without a ticket',
    fires: true,
    severity: 'blocker',
    answers: { 'scope.cloud.kind': 'gcc', 'peering.m365.gcc-ticket': 'no' },
  },
  {
    rule: 'm365.gcc-ticket',
    name: 'is a gate when nobody knows',
    fires: true,
    severity: 'gate',
    answers: { 'scope.cloud.kind': 'gcc', 'peering.m365.gcc-ticket': { state: 'unknown' } },
  },
  {
    rule: 'm365.gcc-ticket',
    name: 'is silent elsewhere',
    fires: false,
    answers: { 'scope.cloud.kind': 'public', 'peering.m365.gcc-ticket': 'no' },
  },
  {
    rule: 'm365.media',
    name: 'warns of unmarked media',
    fires: true,
    severity: 'risk',
    answers: { 'peering.m365.media': 'unmarked' },
  },
  {
    rule: 'm365.media',
    name: 'sees Teams on ExpressRoute where no media is expected',
    fires: true,
    severity: 'risk',
    answers: { 'peering.m365.media': 'none' },
    tables: { services: [{ service: 'teams', path: 'express-route' }] },
  },
  {
    rule: 'm365.media',
    name: 'advises when media is marked for a path Teams does not take',
    fires: true,
    severity: 'advice',
    answers: { 'peering.m365.media': 'marked' },
    tables: { services: [{ service: 'teams', path: 'internet' }] },
  },
  {
    rule: 'm365.media',
    name: 'is silent when markings and path agree',
    fires: false,
    answers: { 'peering.m365.media': 'marked' },
    tables: { services: [{ service: 'teams', path: 'express-route' }] },
  },
  {
    rule: 'm365.media',
    name: 'is silent while the path of Teams is open',
    fires: false,
    answers: { 'peering.m365.media': 'none' },
    tables: { services: [{ service: 'teams' }, { service: 'exchange', path: 'express-route' }] },
  },
  {
    rule: 'm365.media',
    name: 'is silent without a row for Teams',
    fires: false,
    answers: { 'peering.m365.media': 'none' },
  },
  {
    rule: 'm365.internet-line',
    name: 'warns of a smaller line nobody measured',
    fires: true,
    severity: 'risk',
    answers: { 'client.internet.line': 'reduced-unmeasured' },
  },
  {
    rule: 'm365.internet-line',
    name: 'blocks its removal',
    fires: true,
    severity: 'blocker',
    answers: { 'client.internet.line': 'removed' },
  },
  {
    rule: 'm365.internet-line',
    name: 'is silent when it was measured',
    fires: false,
    answers: { 'client.internet.line': 'reduced-measured' },
  },
  {
    rule: 'm365.entra-connect',
    name: 'warns of an undesigned path',
    fires: true,
    severity: 'risk',
    answers: { 'peering.m365.entra-connect': 'undesigned' },
  },
  {
    rule: 'm365.entra-connect',
    name: 'blocks ExpressRoute alone',
    fires: true,
    severity: 'blocker',
    answers: { 'peering.m365.entra-connect': 'express-route-only' },
  },
  {
    rule: 'm365.entra-connect',
    name: 'blocks a server without internet whatever the answer says',
    fires: true,
    severity: 'blocker',
    count: 1,
    answers: { 'peering.m365.entra-connect': 'mixed-path' },
    tables: { servers: [{ name: 'SYNC1', role: 'entra-connect', internetAllowed: 'no' }] },
  },
  {
    rule: 'm365.entra-connect',
    name: 'is silent with a path and internet',
    fires: false,
    answers: { 'peering.m365.entra-connect': 'internet-path' },
    tables: {
      servers: [
        { name: 'SYNC1', role: 'entra-connect', internetAllowed: 'yes' },
        { name: 'ETL', role: 'integration', internetAllowed: 'no' },
      ],
    },
  },
];

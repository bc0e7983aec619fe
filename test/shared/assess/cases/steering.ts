/** Firing and silent cases of the rules in rules/steering.ts. */
import type { RuleCase } from '../rule-case.ts';
import { serverCases } from './steering-servers.ts';

const lyon = { id: 'lyon', name: 'Lyon internet', kind: 'internet' as const };
const paris = { id: 'paris', name: 'Paris ExpressRoute', kind: 'express-route' as const };
const office = { id: 'office', name: 'Lyon office', kind: 'office-wired' as const };
const server = { id: 'biztalk', name: 'Integration server', role: 'integration' as const };
const unknown = { state: 'unknown' as const };

export const steeringCases: readonly RuleCase[] = [
  {
    rule: 'steering.design',
    name: 'there is no design',
    fires: true,
    answers: { 'routing.steering.design': 'none' },
    severity: 'gate',
  },
  {
    rule: 'steering.design',
    name: 'nobody knows whether there is one',
    fires: true,
    answers: { 'routing.steering.design': unknown },
    severity: 'gate',
  },
  {
    rule: 'steering.design',
    name: 'a draft is a risk while designing',
    fires: true,
    answers: { 'scope.today.stage': 'designing', 'routing.steering.design': 'draft' },
    severity: 'risk',
  },
  {
    rule: 'steering.design',
    name: 'a draft is a gate once the network is built',
    fires: true,
    answers: { 'scope.today.stage': 'building', 'routing.steering.design': 'draft' },
    severity: 'gate',
  },
  {
    rule: 'steering.design',
    name: 'it is documented',
    fires: false,
    answers: { 'routing.steering.design': 'documented' },
  },
  { rule: 'steering.design', name: 'it has not been asked yet', fires: false },
  {
    rule: 'steering.propagation',
    name: 'nobody knows how far the routes spread',
    fires: true,
    answers: { 'routing.steering.propagation': unknown },
    severity: 'gate',
  },
  {
    rule: 'steering.propagation',
    name: 'the design is documented and does not say it',
    fires: true,
    answers: { 'routing.steering.design': 'documented' },
    severity: 'gate',
  },
  {
    rule: 'steering.propagation',
    name: 'a design that is still being written may say it later',
    fires: false,
    answers: { 'routing.steering.design': 'documented', 'scope.today.stage': 'designing' },
  },
  {
    rule: 'steering.propagation',
    name: 'it is known',
    fires: false,
    answers: { 'routing.steering.design': 'documented', 'routing.steering.propagation': 'some-segments' },
  },
  {
    rule: 'steering.propagation-contradiction',
    name: 'a group is planned on the internet where the routes are everywhere',
    fires: true,
    answers: { 'routing.steering.propagation': 'everywhere' },
    tables: { clientGroups: [{ ...office, path: 'internet', steering: 'none' }] },
    severity: 'risk',
    count: 1,
  },
  {
    rule: 'steering.propagation-contradiction',
    name: 'a proxy keeps the group on the internet',
    fires: false,
    answers: { 'routing.steering.propagation': 'everywhere' },
    tables: { clientGroups: [{ ...office, path: 'internet', steering: 'explicit-proxy' }] },
  },
  {
    rule: 'steering.propagation-contradiction',
    name: 'a server and a target are said not to see routes that are everywhere',
    fires: true,
    answers: { 'routing.steering.propagation': 'everywhere' },
    tables: {
      servers: [{ ...server, seesRoutes: 'no' }],
      endpoints: [{ id: 'api', name: 'Order service', use: 'web-service', seesRoutes: 'no' }],
    },
    count: 2,
  },
  {
    rule: 'steering.propagation-contradiction',
    name: 'clients are steered by routes that stay at the edge',
    fires: true,
    answers: { 'routing.steering.propagation': 'edge-only', 'client.steering.method': 'routing' },
    count: 1,
  },
  {
    rule: 'steering.propagation-contradiction',
    name: 'a server is said to see routes that stay at the edge',
    fires: true,
    answers: { 'routing.steering.propagation': 'edge-only' },
    tables: { servers: [{ ...server, seesRoutes: 'yes' }] },
    count: 1,
  },
  {
    rule: 'steering.propagation-contradiction',
    name: 'routes stay at the edge and a proxy stands there',
    fires: false,
    answers: { 'routing.steering.propagation': 'edge-only', 'client.steering.method': 'explicit-proxy' },
    tables: {
      clientGroups: [
        { ...office, path: 'express-route', steering: 'explicit-proxy' },
        { name: 'Guests', kind: 'office-wireless', path: 'internet', steering: 'routing' },
      ],
    },
  },
  {
    rule: 'steering.preference',
    name: 'the preference is equal',
    fires: true,
    answers: { 'routing.steering.preference': 'equal' },
    severity: 'risk',
  },
  {
    rule: 'steering.preference',
    name: 'the preference is equal and the internet is forbidden',
    fires: true,
    answers: { 'routing.steering.preference': 'equal', 'client.control.express-route-only': 'yes' },
    severity: 'blocker',
  },
  {
    rule: 'steering.preference',
    name: 'it is not known and the internet is forbidden',
    fires: true,
    answers: { 'routing.steering.preference': unknown, 'client.control.express-route-only': 'yes' },
    severity: 'gate',
  },
  {
    rule: 'steering.preference',
    name: 'it is not known and the internet would do',
    fires: false,
    answers: { 'routing.steering.preference': unknown },
  },
  {
    rule: 'steering.preference',
    name: 'it is raised',
    fires: false,
    answers: { 'routing.steering.preference': 'raised', 'client.control.express-route-only': 'yes' },
  },
  {
    rule: 'steering.preference-values',
    name: 'it is said to be raised, but both edges have 100',
    fires: true,
    answers: { 'routing.steering.preference': 'raised' },
    tables: {
      edges: [
        { ...lyon, localPreference: 100 },
        { ...paris, localPreference: 100 },
      ],
    },
    severity: 'risk',
    count: 1,
  },
  {
    rule: 'steering.preference-values',
    name: 'a Microsoft peering is below the highest internet edge and the internet is forbidden',
    fires: true,
    answers: { 'client.control.express-route-only': 'yes' },
    tables: {
      edges: [
        { ...lyon, localPreference: 100 },
        { id: 'oslo', name: 'Oslo internet', kind: 'internet', localPreference: 160 },
        { ...paris, localPreference: 200 },
      ],
      peerings: [
        { name: 'Paris Microsoft', circuit: 'c1', type: 'microsoft', localPreference: 150 },
        { name: 'Paris private', circuit: 'c1', type: 'private', localPreference: 300 },
      ],
    },
    severity: 'blocker',
    count: 1,
  },
  {
    rule: 'steering.preference-values',
    name: 'ExpressRoute is one above',
    fires: false,
    tables: {
      edges: [
        { ...lyon, localPreference: 100 },
        { ...paris, localPreference: 101 },
      ],
    },
  },
  {
    rule: 'steering.preference-values',
    name: 'only one of the two numbers is known',
    fires: false,
    tables: { edges: [lyon, { ...paris, localPreference: 10 }] },
  },
  {
    rule: 'steering.compared',
    name: 'the tables were not compared',
    fires: true,
    answers: { 'routing.steering.compared': 'no' },
    severity: 'risk',
  },
  {
    rule: 'steering.compared',
    name: 'nobody knows',
    fires: true,
    answers: { 'routing.steering.compared': unknown },
    severity: 'risk',
  },
  {
    rule: 'steering.compared',
    name: 'they were',
    fires: false,
    answers: { 'routing.steering.compared': 'yes' },
  },
  {
    rule: 'steering.statics',
    name: 'static routes point to Microsoft',
    fires: true,
    answers: { 'routing.steering.statics': 'yes' },
    severity: 'risk',
  },
  {
    rule: 'steering.statics',
    name: 'there are none',
    fires: false,
    answers: { 'routing.steering.statics': 'no' },
  },
  {
    rule: 'steering.scope-agrees',
    name: 'the scopes differ',
    fires: true,
    answers: { 'routing.steering.scope-agrees': 'no' },
    severity: 'risk',
  },
  {
    rule: 'steering.scope-agrees',
    name: 'nobody has compared routing with the PAC file',
    fires: true,
    answers: { 'routing.steering.scope-agrees': unknown, 'client.steering.method': 'pac' },
    severity: 'risk',
  },
  {
    rule: 'steering.scope-agrees',
    name: 'routing alone has nothing to agree with',
    fires: false,
    answers: { 'routing.steering.scope-agrees': unknown, 'client.steering.method': 'routing' },
  },
  {
    rule: 'steering.path-length',
    name: 'path length is ignored',
    fires: true,
    answers: { 'routing.steering.path-length': 'no' },
    severity: 'risk',
  },
  {
    rule: 'steering.path-length',
    name: 'path length counts',
    fires: false,
    answers: { 'routing.steering.path-length': 'yes' },
  },
  {
    rule: 'steering.existing-circuit',
    name: 'Exchange joins a circuit that exists, unmeasured',
    fires: true,
    tables: {
      services: [
        { service: 'exchange', path: 'express-route' },
        { service: 'teams', path: 'both' },
        { service: 'sharepoint', path: 'express-route', peak: 120 },
      ],
    },
    severity: 'risk',
    count: 1,
  },
  {
    rule: 'steering.existing-circuit',
    name: 'it is measured, or stays on the internet, or is Power Platform',
    fires: false,
    tables: {
      services: [
        { service: 'exchange', path: 'express-route', peak: 80 },
        { service: 'teams', path: 'internet' },
        { service: 'dataverse', path: 'express-route' },
      ],
    },
  },
  {
    rule: 'steering.existing-circuit',
    name: 'there is no circuit yet',
    fires: false,
    answers: { 'scope.today.circuit': 'no' },
    tables: { services: [{ service: 'exchange', path: 'express-route' }] },
  },
  {
    rule: 'steering.redistribution',
    name: 'routes are passed on unfiltered',
    fires: true,
    answers: {
      'peering.design.types': ['microsoft', 'private'],
      'peering.filter.redistribution': 'unfiltered',
    },
    severity: 'risk',
  },
  {
    rule: 'steering.redistribution',
    name: 'routes are passed on through a filter',
    fires: false,
    answers: {
      'peering.design.types': ['microsoft', 'private'],
      'peering.filter.redistribution': 'filtered',
    },
  },
  ...serverCases,
];

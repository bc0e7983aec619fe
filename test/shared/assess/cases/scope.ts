/** Firing and silent cases of the rules in rules/scope.ts. */
import type { RuleCase } from '../rule-case.ts';

export const scopeCases: readonly RuleCase[] = [
  {
    rule: 'scope.none-and-some',
    name: 'none of them, and two of them',
    fires: true,
    count: 1,
    answers: { 'scope.services.adjacent': ['none', 'intune', 'github'] },
  },
  {
    rule: 'scope.none-and-some',
    name: 'in two questions',
    fires: true,
    count: 2,
    answers: {
      'scope.services.adjacent': ['none', 'intune'],
      'justification.alternatives.priced': ['none', 'more-bandwidth'],
    },
  },
  {
    rule: 'scope.none-and-some',
    name: 'none alone',
    fires: false,
    answers: {
      'scope.services.adjacent': ['none'],
      'justification.alternatives.priced': ['more-bandwidth'],
    },
  },
  {
    rule: 'scope.stage-without-circuit',
    name: 'in production without a circuit',
    fires: true,
    answers: { 'scope.today.stage': 'running', 'scope.today.circuit': 'no' },
  },
  {
    rule: 'scope.stage-without-circuit',
    name: 'building the first one',
    fires: false,
    answers: { 'scope.today.stage': 'building', 'scope.today.circuit': 'no' },
  },
  {
    rule: 'scope.more-than-one-site',
    name: 'two sites in the table',
    fires: true,
    answers: { 'scope.sites.spread': 'one-site' },
    tables: {
      sites: [
        { name: 'Paris', kind: 'hub' },
        { name: 'Lyon', kind: 'branch' },
      ],
    },
  },
  {
    rule: 'scope.more-than-one-site',
    name: 'one site',
    fires: false,
    answers: { 'scope.sites.spread': 'one-site' },
    tables: { sites: [{ name: 'Paris', kind: 'hub' }] },
  },
  {
    rule: 'scope.remote-groups',
    name: 'a VPN group though nobody works from outside',
    fires: true,
    answers: { 'scope.people.remote': 'no' },
    tables: { clientGroups: [{ name: 'VPN users', kind: 'vpn' }] },
  },
  {
    rule: 'scope.remote-groups',
    name: 'offices only',
    fires: false,
    answers: { 'scope.people.remote': 'no' },
    tables: { clientGroups: [{ name: 'Paris wired', kind: 'office-wired' }] },
  },
  {
    rule: 'scope.virtual-network-outbound',
    name: 'an environment uses it though nothing is called',
    fires: true,
    answers: { 'scope.services.outbound': 'no' },
    tables: {
      environments: [
        { name: 'Contoso Production', region: 'europe', virtualNetwork: 'yes' },
        { name: 'Contoso Test', region: 'europe', virtualNetwork: 'no' },
      ],
    },
  },
  {
    rule: 'scope.virtual-network-outbound',
    name: 'Microsoft calls systems',
    fires: false,
    tables: {
      environments: [{ name: 'Contoso Production', region: 'europe', virtualNetwork: 'yes' }],
    },
  },
  {
    rule: 'scope.service-unnamed',
    name: 'desktop flows planned, but not in use',
    fires: true,
    count: 1,
    answers: { 'scope.services.used': ['power-apps'] },
    tables: {
      services: [
        { service: 'desktop-flows', path: 'express-route' },
        { service: 'dataverse', path: 'express-route' },
      ],
    },
  },
  {
    rule: 'scope.service-unnamed',
    name: 'left on the internet',
    fires: false,
    answers: { 'scope.services.used': ['power-apps'] },
    tables: { services: [{ service: 'desktop-flows', path: 'internet' }] },
  },
  {
    rule: 'scope.service-unnamed',
    name: 'a row that is no choice in scope',
    fires: false,
    answers: { 'scope.services.used': ['power-apps'] },
    tables: { services: [{ service: 'dataverse', path: 'express-route' }] },
  },
  {
    rule: 'scope.gateway-unnamed',
    name: 'a gateway server that scope does not know',
    fires: true,
    count: 1,
    answers: { 'scope.services.used': ['power-apps'] },
    tables: { servers: [{ name: 'gw-paris-1', role: 'gateway' }] },
  },
  {
    rule: 'scope.gateway-unnamed',
    name: 'an environment with a gateway region',
    fires: true,
    answers: { 'scope.services.used': ['power-apps'] },
    tables: {
      environments: [{ name: 'Contoso Production', region: 'europe', gatewayRegion: 'westeurope' }],
    },
  },
  {
    rule: 'scope.gateway-unnamed',
    name: 'the gateway is in scope',
    fires: false,
    answers: { 'scope.services.used': ['power-apps', 'gateway'] },
    tables: { servers: [{ name: 'gw-paris-1', role: 'gateway' }] },
  },
  {
    rule: 'scope.none-and-some',
    name: 'a control beside none',
    fires: true,
    answers: { 'client.control.measures': ['none', 'intune'] },
  },
  {
    rule: 'scope.circuit-today',
    name: 'a circuit is provisioned that is said not to be there',
    fires: true,
    says: 'Paris A',
    answers: { 'scope.today.circuit': 'no' },
    tables: {
      circuits: [
        { name: 'Paris A', location: 'paris', bandwidth: 500, sku: 'standard', provisioning: 'provisioned' },
        { name: 'Paris B', location: 'paris2', bandwidth: 500, sku: 'standard', provisioning: 'planned' },
      ],
    },
  },
  {
    rule: 'scope.circuit-today',
    name: 'a circuit is said to be there, and all are planned',
    fires: true,
    says: 'only planned',
    answers: { 'scope.today.circuit': 'yes' },
    tables: {
      circuits: [
        { name: 'Paris B', location: 'paris2', bandwidth: 500, sku: 'standard', provisioning: 'planned' },
      ],
    },
  },
  {
    rule: 'scope.circuit-today',
    name: 'one is there and one is planned',
    fires: false,
    answers: { 'scope.today.circuit': 'yes' },
    tables: {
      circuits: [
        { name: 'Paris A', location: 'paris', bandwidth: 500, sku: 'standard', provisioning: 'provisioned' },
        { name: 'Paris B', location: 'paris2', bandwidth: 500, sku: 'standard', provisioning: 'planned' },
      ],
    },
  },
  {
    rule: 'scope.site-path',
    name: 'a site has no path while it is designed',
    fires: true,
    says: 'Lyon.',
    answers: { 'scope.today.stage': 'designing' },
    tables: {
      sites: [
        { name: 'Paris', kind: 'hub', path: 'express-route' },
        { name: 'Lyon', kind: 'branch' },
      ],
    },
  },
  {
    rule: 'scope.site-path',
    name: 'nothing is designed yet',
    fires: false,
    answers: { 'scope.today.stage': 'deciding' },
    tables: { sites: [{ name: 'Lyon', kind: 'branch' }] },
  },
];

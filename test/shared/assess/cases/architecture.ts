/** Cases of the rules on architecture, gateways and connectors. */
import type { RuleCase } from '../rule-case.ts';
import { architecturePeeringCases } from './architecture-peerings.ts';
import { gatewayCases } from './gateway.ts';

export const architectureCases: RuleCase[] = [
  {
    rule: 'architecture.private-end-to-end',
    name: 'corrects a requirement that cannot be met',
    fires: true,
    severity: 'risk',
    answers: {
      'justification.reason.driver': ['compliance'],
      'justification.compliance.end-to-end': 'yes',
    },
  },
  {
    rule: 'architecture.private-end-to-end',
    name: 'is silent when nobody claims it',
    fires: false,
    answers: { 'justification.reason.driver': ['compliance'], 'justification.compliance.end-to-end': 'no' },
  },
  {
    rule: 'architecture.cloud-internal',
    name: 'warns of counting on ExpressRoute inside the cloud',
    fires: true,
    severity: 'risk',
    answers: { 'peering.design.cloud-internal': 'yes' },
  },
  {
    rule: 'architecture.cloud-internal',
    name: 'is silent otherwise',
    fires: false,
    answers: { 'peering.design.cloud-internal': 'no' },
  },
  {
    rule: 'architecture.transit',
    name: 'blocks transit between own sites',
    fires: true,
    severity: 'blocker',
    answers: { 'peering.design.transit': 'yes' },
  },
  {
    rule: 'architecture.transit',
    name: 'is silent otherwise',
    fires: false,
    answers: { 'peering.design.transit': 'no' },
  },
  {
    rule: 'architecture.open-core',
    name: 'is a risk in an open core',
    fires: true,
    severity: 'risk',
    answers: { 'peering.design.placement': 'core-open' },
  },
  {
    rule: 'architecture.open-core',
    name: 'blocks when there is neither translation nor firewall',
    fires: true,
    severity: 'blocker',
    count: 1,
    answers: { 'peering.design.placement': 'core-open', 'routing.nat.who': 'none' },
    tables: { edges: [{ name: 'Paris edge', kind: 'express-route', firewall: 'none' }] },
  },
  {
    rule: 'architecture.open-core',
    name: 'sees a DMZ whose edge has no firewall',
    fires: true,
    says: 'Paris edge has no firewall',
    severity: 'risk',
    count: 1,
    answers: { 'peering.design.placement': 'dmz' },
    tables: {
      edges: [
        { name: 'Paris edge', kind: 'express-route', firewall: 'none' },
        { name: 'Internet', kind: 'internet', firewall: 'none' },
      ],
    },
  },
  {
    rule: 'architecture.open-core',
    name: 'is silent with a firewall in front',
    fires: false,
    answers: { 'peering.design.placement': 'dmz' },
    tables: { edges: [{ name: 'Paris edge', kind: 'express-route', firewall: 'stateful' }] },
  },
  {
    rule: 'architecture.open-core',
    name: 'waits for the placement',
    fires: false,
    tables: { edges: [{ name: 'Paris edge', kind: 'express-route', firewall: 'none' }] },
  },
  {
    rule: 'architecture.unowned-hop',
    name: 'names the hops without an owner',
    fires: true,
    severity: 'risk',
    count: 1,
    answers: { 'golive.operations.hops': ['clients', 'internal-routing', 'microsoft'] },
  },
  {
    rule: 'architecture.unowned-hop',
    name: 'fires when nobody knows',
    fires: true,
    answers: { 'golive.operations.hops': { state: 'unknown' } },
  },
  {
    rule: 'architecture.unowned-hop',
    name: 'leaves the hop of Microsoft to Microsoft',
    fires: false,
    answers: {
      'golive.operations.hops': [
        'clients',
        'internal-routing',
        'express-route-subnet',
        'own-edge',
        'provider',
      ],
    },
  },
  {
    rule: 'architecture.unowned-hop',
    name: 'waits for the answer',
    fires: false,
  },
  {
    rule: 'architecture.adjacent-products',
    name: 'warns of GitHub on ExpressRoute',
    fires: true,
    severity: 'risk',
    answers: { 'peering.m365.adjacent-planned': 'yes' },
  },
  {
    rule: 'architecture.adjacent-products',
    name: 'is silent otherwise',
    fires: false,
    answers: { 'peering.m365.adjacent-planned': 'no' },
  },
  {
    rule: 'architecture.content-network',
    name: 'warns when the content network is blocked and not switched off',
    fires: true,
    severity: 'risk',
    answers: { 'client.internet.cdn': 'blocked' },
  },
  {
    rule: 'architecture.content-network',
    name: 'is silent when it has been switched off',
    fires: false,
    answers: { 'client.internet.cdn': 'switched-off' },
  },
  {
    rule: 'architecture.service-undecided',
    name: 'names the used services without a row',
    fires: true,
    severity: 'gate',
    count: 1,
    answers: { 'scope.services.used': ['power-apps', 'azure-public'] },
    tables: { services: [{ service: 'power-apps', path: 'express-route' }] },
  },
  {
    rule: 'architecture.service-undecided',
    name: 'asks for calls from Power Platform too',
    fires: true,
    count: 1,
    answers: { 'scope.services.used': ['power-apps'], 'scope.services.outbound': 'yes' },
    tables: { services: [{ service: 'power-apps', path: 'express-route' }] },
  },
  {
    rule: 'architecture.service-undecided',
    name: 'is silent while the table is empty',
    fires: false,
    answers: { 'scope.services.used': ['power-apps'] },
  },
  {
    rule: 'architecture.service-undecided',
    name: 'is silent when every service has its path',
    fires: false,
    answers: { 'scope.services.used': ['power-apps', 'azure-public'], 'scope.services.outbound': 'no' },
    tables: {
      services: [
        { service: 'power-apps', path: 'express-route' },
        { service: 'azure-services', path: 'internet' },
      ],
    },
  },
  ...gatewayCases,
  ...architecturePeeringCases,
];

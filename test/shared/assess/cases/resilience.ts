/** Cases of the rules on what a failure takes away. */
import type { RuleCase } from '../rule-case.ts';

const paris = { id: 'paris', name: 'Paris', location: 'paris', bandwidth: 1000, sku: 'standard' } as const;
const london = { id: 'london', name: 'London', location: 'london', bandwidth: 500, sku: 'standard' } as const;
const chicago = {
  id: 'chicago',
  name: 'Chicago',
  location: 'chicago',
  bandwidth: 500,
  sku: 'standard',
} as const;
const edge = { id: 'edge', name: 'Paris edge', kind: 'express-route', devices: 1 } as const;

export const resilienceCases: RuleCase[] = [
  {
    rule: 'circuits.one-for-critical',
    name: 'warns when critical sites hang on one circuit',
    fires: true,
    says: '(Paris, Paris): Paris.',
    severity: 'risk',
    tables: {
      circuits: [paris],
      sites: [
        { name: 'Paris', kind: 'hub', critical: 'yes' },
        { name: 'Lyon', kind: 'office', critical: 'no' },
      ],
    },
  },
  {
    rule: 'circuits.one-for-critical',
    name: 'is silent with a metro circuit, or for sites on the internet',
    fires: false,
    tables: {
      circuits: [{ ...paris, resiliency: 'metro', secondLocation: 'paris2' }],
      sites: [{ name: 'Paris', kind: 'hub', critical: 'yes' }],
    },
  },
  {
    rule: 'circuits.one-for-critical',
    name: 'is silent for critical sites on the internet',
    fires: false,
    tables: {
      circuits: [paris],
      sites: [{ name: 'Paris', kind: 'hub', critical: 'yes', path: 'internet' }],
    },
  },
  {
    rule: 'circuits.one-for-critical',
    name: 'is silent without critical sites',
    fires: false,
    tables: { circuits: [paris], sites: [{ name: 'Paris', kind: 'hub' }] },
  },
  {
    rule: 'circuits.one-for-critical',
    name: 'is silent with two circuits',
    fires: false,
    tables: { circuits: [paris, london], sites: [{ name: 'Paris', kind: 'hub', critical: 'yes' }] },
  },
  {
    rule: 'circuits.same-location',
    name: 'warns of two circuits in one building',
    fires: true,
    severity: 'risk',
    count: 1,
    tables: { circuits: [paris, { ...london, location: 'paris' }, chicago] },
  },
  {
    rule: 'circuits.same-location',
    name: 'is silent for two locations, one of them the second end of a metro circuit',
    fires: false,
    tables: {
      circuits: [
        { ...paris, resiliency: 'metro', secondLocation: 'paris2' },
        { ...london, location: 'paris' },
      ],
    },
  },
  {
    rule: 'circuits.same-provider',
    name: 'warns of one provider, however it is written',
    fires: true,
    severity: 'risk',
    tables: {
      circuits: [
        { ...paris, provider: 'Orange' },
        { ...london, provider: ' orange' },
      ],
    },
  },
  {
    rule: 'circuits.same-provider',
    name: 'is silent for two providers',
    fires: false,
    tables: {
      circuits: [
        { ...paris, provider: 'Orange' },
        { ...london, provider: 'BT' },
      ],
    },
  },
  {
    rule: 'circuits.same-provider',
    name: 'is silent while one provider is not known',
    fires: false,
    tables: { circuits: [{ ...paris, provider: 'Orange' }, london] },
  },
  {
    rule: 'circuits.same-provider',
    name: 'says nothing of a single circuit',
    fires: false,
    tables: { circuits: [{ ...paris, provider: 'Orange' }] },
  },
  {
    rule: 'circuits.same-provider',
    name: 'is silent while no provider is known',
    fires: false,
    tables: { circuits: [paris, london] },
  },
  {
    rule: 'circuits.single-device',
    name: 'is a risk for an edge with one device',
    fires: true,
    severity: 'risk',
    count: 1,
    tables: { circuits: [{ ...paris, edge: 'edge' }], edges: [edge] },
  },
  {
    rule: 'circuits.single-device',
    name: 'blocks when a critical site comes through its hub',
    fires: true,
    severity: 'blocker',
    count: 1,
    tables: {
      circuits: [
        { ...paris, edge: 'edge' },
        { ...london, edge: 'edge' },
      ],
      edges: [edge],
      sites: [
        { id: 'hub', name: 'Paris', kind: 'hub', expressRouteEdge: 'edge' },
        { name: 'Lyon', kind: 'office', critical: 'yes', hub: 'hub' },
      ],
    },
  },
  {
    rule: 'circuits.single-device',
    name: 'is silent with a second edge or a second device',
    fires: false,
    tables: {
      circuits: [
        { ...paris, edge: 'edge', secondEdge: 'other' },
        { ...london, edge: 'other' },
      ],
      edges: [edge, { id: 'other', name: 'Other', kind: 'express-route', devices: 2 }],
    },
  },
  {
    rule: 'circuits.vpn-backup',
    name: 'blocks a VPN behind Microsoft peering',
    fires: true,
    severity: 'blocker',
    answers: { 'peering.circuits.fallback': 'vpn', 'peering.design.types': ['microsoft'] },
  },
  {
    rule: 'circuits.vpn-backup',
    name: 'is silent for private peering alone',
    fires: false,
    answers: { 'peering.circuits.fallback': 'vpn', 'peering.design.types': ['private'] },
  },
  {
    rule: 'circuits.vpn-backup',
    name: 'is silent for other fallbacks',
    fires: false,
    answers: { 'peering.circuits.fallback': 'internet', 'peering.design.types': ['microsoft'] },
  },
  {
    rule: 'circuits.fallback',
    name: 'warns of the internet as only fallback',
    fires: true,
    severity: 'risk',
    answers: { 'peering.circuits.fallback': 'internet', 'peering.circuits.runbook': 'yes' },
  },
  {
    rule: 'circuits.fallback',
    name: 'warns of an untested switch',
    fires: true,
    says: 'has not been tested',
    severity: 'risk',
    count: 1,
    answers: { 'peering.circuits.fallback': 'internet', 'peering.circuits.runbook': { state: 'unknown' } },
  },
  {
    rule: 'circuits.fallback',
    name: 'warns of none',
    fires: true,
    severity: 'risk',
    answers: { 'peering.circuits.fallback': 'none' },
  },
  {
    rule: 'circuits.fallback',
    name: 'is a gate when nobody knows',
    fires: true,
    severity: 'gate',
    answers: { 'peering.circuits.fallback': { state: 'unknown' } },
  },
  {
    rule: 'circuits.fallback',
    name: 'blocks a second circuit that is not there',
    fires: true,
    severity: 'blocker',
    answers: { 'peering.circuits.fallback': 'second-circuit' },
    tables: { circuits: [paris] },
  },
  {
    rule: 'circuits.fallback',
    name: 'is silent with a second circuit, and before any circuit is listed',
    fires: false,
    answers: { 'peering.circuits.fallback': 'second-circuit' },
    tables: { circuits: [paris, london] },
  },
  {
    rule: 'circuits.fallback',
    name: 'leaves a VPN to the rule on it',
    fires: false,
    answers: { 'peering.circuits.fallback': 'vpn' },
  },
  {
    rule: 'circuits.single-internet-egress',
    name: 'warns of a single line or a single device for critical sites',
    fires: true,
    says: 'Paris internet is a single internet exit for critical sites: Paris, Lyon.',
    severity: 'risk',
    count: 2,
    tables: {
      edges: [
        { id: 'one', name: 'Paris internet', kind: 'internet', lines: 1 },
        { id: 'two', name: 'London internet', kind: 'internet', lines: 2, devices: 1 },
      ],
      sites: [
        { id: 'hub', name: 'Paris', kind: 'hub', critical: 'yes', internetEdge: 'one' },
        { name: 'Lyon', kind: 'office', critical: 'yes', hub: 'hub' },
        { name: 'London', kind: 'hub', critical: 'yes', internetEdge: 'two' },
      ],
    },
  },
  {
    rule: 'circuits.single-internet-egress',
    name: 'is silent for sites that are not critical',
    fires: false,
    tables: {
      edges: [{ id: 'one', name: 'Paris internet', kind: 'internet', lines: 1 }],
      sites: [{ name: 'Paris', kind: 'hub', critical: 'no', internetEdge: 'one' }],
    },
  },
  {
    rule: 'circuits.single-internet-egress',
    name: 'takes two lines on an edge that serves both as redundant, whatever its devices',
    fires: false,
    tables: {
      edges: [{ id: 'one', name: 'Paris', kind: 'both', lines: 2, devices: 1 }],
      sites: [{ name: 'Paris', kind: 'hub', critical: 'yes', internetEdge: 'one' }],
    },
  },
  {
    rule: 'circuits.edge-without-circuit',
    name: 'sites lead to an edge where no circuit ends',
    fires: true,
    count: 1,
    says: 'No circuit ends at Leeds, where these sites are to reach ExpressRoute: DC Leeds, Branch',
    tables: {
      edges: [
        { id: 'slough', name: 'Slough', kind: 'express-route' },
        { id: 'leeds', name: 'Leeds', kind: 'express-route' },
      ],
      circuits: [{ name: 'London', location: 'london', bandwidth: 500, sku: 'standard', edge: 'slough' }],
      sites: [
        { id: 'a', name: 'DC Slough', kind: 'datacenter', path: 'express-route', expressRouteEdge: 'slough' },
        { id: 'b', name: 'DC Leeds', kind: 'datacenter', path: 'both', expressRouteEdge: 'leeds' },
        { id: 'c', name: 'Branch', kind: 'branch', path: 'express-route', hub: 'b' },
      ],
    },
  },
  {
    rule: 'circuits.edge-without-circuit',
    name: 'its second link ends there, or nobody has said where one ends',
    fires: false,
    tables: {
      edges: [
        { id: 'slough', name: 'Slough', kind: 'express-route' },
        { id: 'leeds', name: 'Leeds', kind: 'express-route' },
        { id: 'york', name: 'York', kind: 'express-route' },
      ],
      circuits: [
        {
          name: 'London',
          location: 'london',
          bandwidth: 500,
          sku: 'standard',
          edge: 'slough',
          secondEdge: 'leeds',
        },
        { name: 'London B', location: 'london2', bandwidth: 500, sku: 'standard' },
      ],
      sites: [
        { name: 'DC Leeds', kind: 'datacenter', path: 'express-route', expressRouteEdge: 'leeds' },
        { name: 'DC York', kind: 'datacenter', path: 'express-route', expressRouteEdge: 'york' },
      ],
    },
  },
  {
    rule: 'circuits.edge-kind',
    name: 'a circuit and a site use an internet edge for ExpressRoute',
    fires: true,
    count: 1,
    says: 'Leeds is entered as "Internet"',
    tables: {
      edges: [{ id: 'leeds', name: 'Leeds', kind: 'internet' }],
      circuits: [{ name: 'London', location: 'london', bandwidth: 500, sku: 'standard', edge: 'leeds' }],
      sites: [{ name: 'Leeds', kind: 'hub', expressRouteEdge: 'leeds', internetEdge: 'leeds' }],
    },
  },
  {
    rule: 'circuits.edge-kind',
    name: 'one edge for both ways may be named for either',
    fires: false,
    tables: {
      edges: [{ id: 'leeds', name: 'Leeds', kind: 'both' }],
      circuits: [{ name: 'London', location: 'london', bandwidth: 500, sku: 'standard', edge: 'leeds' }],
      sites: [{ name: 'Leeds', kind: 'hub', expressRouteEdge: 'leeds', internetEdge: 'leeds' }],
    },
  },
];

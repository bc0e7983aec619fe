/** Cases of the rules on circuits: what is offered, how many, and what is left when one fails. */
import type { RuleCase } from '../rule-case.ts';
import { skuCases } from './sku.ts';

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

export const circuitsCases: RuleCase[] = [
  {
    rule: 'circuits.bandwidth-not-offered',
    name: 'blocks sizes nobody sells',
    fires: true,
    severity: 'blocker',
    count: 3,
    tables: {
      circuits: [
        { ...paris, bandwidth: 300 },
        { ...paris, id: 'two', model: 'ipvpn', bandwidth: 40_000 },
        { ...paris, id: 'three', model: 'direct', bandwidth: 500 },
      ],
    },
  },
  {
    rule: 'circuits.bandwidth-not-offered',
    name: 'warns of a size that needs an enrolment',
    fires: true,
    severity: 'risk',
    tables: { circuits: [{ ...paris, model: 'direct', bandwidth: 400_000 }] },
  },
  {
    rule: 'circuits.bandwidth-not-offered',
    name: 'is silent for offered sizes, and for a large one without a model',
    fires: false,
    tables: {
      circuits: [
        { ...paris, model: 'ethernet', bandwidth: 10_000 },
        { ...paris, id: 'two', model: 'direct', bandwidth: 100_000 },
        { ...paris, id: 'three', bandwidth: 40_000 },
      ],
    },
  },
  {
    rule: 'circuits.count',
    name: 'advises on more than ten circuits',
    fires: true,
    severity: 'advice',
    tables: { circuits: Array.from({ length: 11 }, (_, index) => ({ name: `C${index}` })) },
  },
  {
    rule: 'circuits.count',
    name: 'blocks more than a subscription takes',
    fires: true,
    severity: 'blocker',
    tables: { circuits: Array.from({ length: 51 }, (_, index) => ({ name: `C${index}` })) },
  },
  {
    rule: 'circuits.count',
    name: 'is silent for ten',
    fires: false,
    tables: { circuits: Array.from({ length: 10 }, (_, index) => ({ name: `C${index}` })) },
  },
  {
    rule: 'circuits.metro',
    name: 'asks for the second location',
    fires: true,
    severity: 'gate',
    tables: { circuits: [{ ...paris, resiliency: 'metro' }] },
  },
  {
    rule: 'circuits.metro',
    name: 'blocks one site twice, and two cities of different geographies',
    fires: true,
    severity: 'blocker',
    count: 2,
    tables: {
      circuits: [
        { ...paris, resiliency: 'metro', secondLocation: 'paris' },
        { ...london, resiliency: 'metro', secondLocation: 'chicago' },
      ],
    },
  },
  {
    rule: 'circuits.metro',
    name: 'sees a second location on a standard circuit',
    fires: true,
    severity: 'risk',
    tables: { circuits: [{ ...paris, resiliency: 'standard', secondLocation: 'paris2' }] },
  },
  {
    rule: 'circuits.metro',
    name: 'is silent for two sites of one city',
    fires: false,
    tables: { circuits: [{ ...paris, resiliency: 'metro', secondLocation: 'paris2' }, london] },
  },
  {
    rule: 'circuits.unmanaged-paths',
    name: 'warns of two circuits in one geography without a choice between them',
    fires: true,
    severity: 'risk',
    count: 1,
    answers: { 'routing.steering.circuit-choice': 'no' },
    tables: { circuits: [paris, london, chicago] },
  },
  {
    rule: 'circuits.unmanaged-paths',
    name: 'warns when nobody knows',
    fires: true,
    answers: { 'routing.steering.circuit-choice': { state: 'unknown' } },
    tables: { circuits: [paris, london] },
  },
  {
    rule: 'circuits.unmanaged-paths',
    name: 'is silent for circuits in different geographies',
    fires: false,
    answers: { 'routing.steering.circuit-choice': 'no' },
    tables: { circuits: [paris, chicago] },
  },
  {
    rule: 'circuits.branches',
    name: 'warns when every branch has an edge of its own',
    fires: true,
    severity: 'risk',
    tables: {
      sites: [
        { id: 'a', name: 'Nantes', kind: 'branch', expressRouteEdge: 'ea' },
        { id: 'b', name: 'Lille', kind: 'branch', expressRouteEdge: 'eb' },
      ],
      edges: [
        { id: 'ea', name: 'Nantes edge', kind: 'express-route', site: 'a' },
        { id: 'eb', name: 'Lille edge', kind: 'express-route', site: 'b' },
      ],
    },
  },
  {
    rule: 'circuits.branches',
    name: 'is silent when a hub serves the branches',
    fires: false,
    tables: {
      sites: [
        { id: 'h', name: 'Paris', kind: 'hub', expressRouteEdge: 'eh' },
        { id: 'a', name: 'Nantes', kind: 'branch', expressRouteEdge: 'eh', hub: 'h' },
        { id: 'b', name: 'Lille', kind: 'branch', expressRouteEdge: 'eb' },
      ],
      edges: [
        { id: 'eh', name: 'Hub edge', kind: 'express-route', site: 'h' },
        { id: 'eb', name: 'Lille edge', kind: 'express-route', site: 'b' },
      ],
    },
  },
  {
    rule: 'circuits.loss-of-one',
    name: 'counts the headroom: 400 Mbps with 30 % do not fit into 500',
    fires: true,
    severity: 'risk',
    count: 1,
    answers: { 'client.capacity.headroom': 30 },
    tables: {
      circuits: [paris, london],
      sites: [
        { name: 'Paris', kind: 'hub', path: 'express-route', peak: 300 },
        { name: 'London', kind: 'hub', path: 'both', peak: 100 },
      ],
    },
  },
  {
    rule: 'circuits.loss-of-one',
    name: 'is silent at exactly what is left',
    fires: false,
    answers: { 'client.capacity.headroom': 20 },
    tables: {
      circuits: [paris, london],
      sites: [
        { name: 'Paris', kind: 'hub', path: 'express-route', peak: 300 },
        { name: 'London', kind: 'hub', path: 'both', peak: 100 },
        { name: 'Rome', kind: 'hub', path: 'internet', peak: 900 },
      ],
    },
  },
  {
    rule: 'circuits.loss-of-one',
    name: 'takes the services where they ask for more, and the private load with them',
    fires: true,
    tables: {
      circuits: [{ ...paris, otherLoad: 200 }, london],
      services: [
        { service: 'dataverse', path: 'express-route', peak: 301 },
        { service: 'teams', path: 'internet', peak: 900 },
      ],
    },
  },
  {
    rule: 'circuits.loss-of-one',
    name: 'keeps geographies apart: a site counts where its edge or its hub is',
    fires: true,
    count: 1,
    tables: {
      circuits: [
        { ...paris, edge: 'eu' },
        { ...london, edge: 'eu' },
        { ...chicago, edge: 'us' },
        { ...chicago, id: 'ny', name: 'New York', edge: 'us' },
      ],
      edges: [
        { id: 'eu', name: 'EU', kind: 'express-route' },
        { id: 'us', name: 'US', kind: 'express-route' },
      ],
      sites: [
        { id: 'hub', name: 'Chicago', kind: 'hub', path: 'express-route', peak: 300, expressRouteEdge: 'us' },
        { name: 'Dallas', kind: 'branch', path: 'express-route', peak: 201, hub: 'hub' },
        { name: 'Paris', kind: 'hub', path: 'express-route', peak: 500, expressRouteEdge: 'eu' },
        { name: 'Nowhere', kind: 'office', path: 'express-route', peak: 5000 },
      ],
    },
  },
  {
    rule: 'circuits.loss-of-one',
    name: 'says nothing of a single circuit, or of loads nobody knows',
    fires: false,
    tables: {
      circuits: [paris],
      sites: [{ name: 'Paris', kind: 'hub', path: 'express-route', peak: 5000 }],
    },
  },
  {
    rule: 'circuits.one-for-critical',
    name: 'warns when critical sites hang on one circuit',
    fires: true,
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
    rule: 'circuits.single-internet-egress',
    name: 'warns of a single line or a single device for critical sites',
    fires: true,
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
  ...skuCases,
];

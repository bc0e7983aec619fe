/** Cases of the rules on circuits: what is offered, how many, and what is left when one fails. */
import type { RuleCase } from '../rule-case.ts';
import { resilienceCases } from './resilience.ts';
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
    rule: 'circuits.bandwidth-not-offered',
    name: 'waits for the bandwidth',
    fires: false,
    tables: { circuits: [{ name: 'Open', location: 'paris', model: 'direct' }] },
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
    name: 'advises at the limit of a subscription',
    fires: true,
    severity: 'advice',
    tables: { circuits: Array.from({ length: 50 }, (_, index) => ({ name: `C${index}` })) },
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
    rule: 'circuits.unmanaged-paths',
    name: 'is silent once it is decided',
    fires: false,
    answers: { 'routing.steering.circuit-choice': 'yes' },
    tables: { circuits: [paris, london] },
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
    rule: 'circuits.branches',
    name: 'says nothing of a single branch',
    fires: false,
    tables: {
      sites: [{ id: 'a', name: 'Nantes', kind: 'branch', expressRouteEdge: 'ea' }],
      edges: [{ id: 'ea', name: 'Nantes edge', kind: 'express-route', site: 'a' }],
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
    says: 'When the largest of Chicago, New York fails, 500 Mbps are left for 501 Mbps of load; 501 Mbps are needed.',
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
    name: 'follows a site through two hubs',
    fires: true,
    count: 1,
    says: 'Chicago, New York',
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
        { id: 'hub', name: 'Chicago', kind: 'hub', expressRouteEdge: 'us' },
        { id: 'texas', name: 'Dallas', kind: 'hub', hub: 'hub' },
        { name: 'Austin', kind: 'branch', path: 'express-route', peak: 501, hub: 'texas' },
      ],
    },
  },
  {
    rule: 'circuits.loss-of-one',
    name: 'counts the private load also where nothing else is known',
    fires: true,
    count: 1,
    says: '500 Mbps are left for 600 Mbps of load',
    tables: { circuits: [{ ...paris, otherLoad: 600 }, london] },
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
    rule: 'circuits.loss-of-one',
    name: 'counts what rides ExpressRoute only',
    fires: false,
    tables: {
      circuits: [paris, london],
      services: [
        { service: 'dataverse', path: 'both', peak: 100 },
        { service: 'teams', path: 'internet', peak: 900 },
      ],
    },
  },
  ...skuCases,
  ...resilienceCases,
];

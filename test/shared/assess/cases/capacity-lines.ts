/** Firing and silent cases of the rules on the lines between sites. */
import type { RuleCase } from '../rule-case.ts';

const hub = { id: 'hub', name: 'Paris', kind: 'hub', path: 'express-route' } as const;
const branch = { kind: 'branch', path: 'express-route', hub: 'hub' } as const;

export const lineCases: readonly RuleCase[] = [
  {
    rule: 'capacity.hub-line',
    name: 'fires when branches bring more than the hub can take',
    fires: true,
    says: 'a line of 100 Mbps, but the sites behind it bring 101 Mbps',
    tables: {
      sites: [
        { ...hub, wan: 100, peak: 500 },
        { ...branch, name: 'Lyon', peak: 60 },
        { ...branch, name: 'Nice', peak: 41 },
      ],
    },
    severity: 'risk',
    count: 1,
  },
  {
    rule: 'capacity.hub-line',
    name: 'keeps silent when they just fit, leaving out sites with local breakout',
    fires: false,
    tables: {
      sites: [
        { ...hub, wan: 100 },
        { ...branch, name: 'Lyon', peak: 60 },
        { ...branch, name: 'Nice', peak: 40 },
        { ...branch, name: 'Brest', peak: 500, path: 'internet' },
      ],
    },
  },
  {
    rule: 'capacity.hub-line',
    name: 'fires when the line of the hub is not known',
    fires: true,
    says: 'is not known (Lyon)',
    tables: { sites: [hub, { ...branch, name: 'Lyon', peak: 60 }] },
    count: 1,
  },
  {
    rule: 'capacity.hub-line',
    name: 'counts sites behind a hub behind the hub, and survives a circle',
    fires: true,
    says: 'bring 110 Mbps (Lyon, Valence)',
    tables: {
      sites: [
        { ...hub, wan: 100, hub: 'sub' },
        { ...branch, id: 'sub', name: 'Lyon', peak: 60, wan: 1000 },
        { ...branch, name: 'Valence', peak: 50, hub: 'sub' },
      ],
    },
    count: 1,
  },
  {
    rule: 'capacity.hub-line',
    name: 'says nothing while no peak is known',
    fires: false,
    tables: { sites: [hub, { ...branch, name: 'Lyon' }] },
  },
  {
    rule: 'capacity.site-line',
    name: 'fires when a site needs more than its line',
    fires: true,
    tables: { sites: [{ name: 'Lyon', kind: 'branch', path: 'express-route', peak: 30, wan: 20 }] },
    severity: 'risk',
  },
  {
    rule: 'capacity.site-line',
    name: 'keeps silent for local breakout and for a site with its own edge',
    fires: false,
    tables: {
      edges: [{ id: 'e1', name: 'Paris edge', kind: 'express-route' }],
      sites: [
        { name: 'Lyon', kind: 'branch', path: 'internet', peak: 30, wan: 20 },
        { name: 'Paris', kind: 'hub', path: 'express-route', peak: 300, wan: 200, expressRouteEdge: 'e1' },
        { name: 'Nice', kind: 'branch', path: 'express-route', peak: 20, wan: 20 },
      ],
    },
  },
  {
    rule: 'capacity.site-line',
    name: 'keeps silent while one of the two is not known',
    fires: false,
    tables: {
      sites: [
        { name: 'Lyon', kind: 'branch', path: 'express-route', peak: 30 },
        { name: 'Nice', kind: 'branch', path: 'express-route', wan: 20 },
      ],
    },
  },
  {
    rule: 'capacity.lines-unknown',
    name: 'fires when nobody knows',
    fires: true,
    answers: { 'client.capacity.lines-known': { state: 'unknown' } },
    severity: 'risk',
  },
  {
    rule: 'capacity.lines-unknown',
    name: 'is advice when the table has gaps',
    fires: true,
    answers: { 'client.capacity.lines-known': 'yes' },
    tables: { sites: [{ name: 'Lyon', kind: 'branch', path: 'express-route' }] },
    severity: 'advice',
    count: 1,
  },
  {
    rule: 'capacity.lines-unknown',
    name: 'keeps silent for a single site, which has no such line',
    fires: false,
    answers: { 'client.capacity.lines-known': 'yes', 'scope.sites.spread': 'one-site' },
    tables: { sites: [{ name: 'Lyon', kind: 'office', path: 'express-route' }] },
  },
  {
    rule: 'capacity.lines-unknown',
    name: 'keeps silent when every site on ExpressRoute has its bandwidth',
    fires: false,
    answers: { 'client.capacity.lines-known': 'yes' },
    tables: {
      sites: [
        { name: 'Lyon', kind: 'branch', path: 'express-route', wan: 50 },
        { name: 'Brest', kind: 'branch', path: 'internet' },
      ],
    },
  },
  {
    rule: 'capacity.bottleneck-elsewhere',
    name: 'fires when the office network is slow and latency is the reason',
    fires: true,
    answers: {
      'client.capacity.slowest': 'lan',
      'justification.reason.driver': ['latency', 'compliance'],
    },
    severity: 'risk',
  },
  {
    rule: 'capacity.bottleneck-elsewhere',
    name: 'keeps silent when the internet line is the slow one',
    fires: false,
    answers: { 'client.capacity.slowest': 'internet-line', 'justification.reason.driver': ['latency'] },
  },
  {
    rule: 'capacity.bottleneck-elsewhere',
    name: 'keeps silent when speed is not the reason',
    fires: false,
    answers: { 'client.capacity.slowest': 'wan', 'justification.reason.driver': ['compliance'] },
  },
  {
    rule: 'capacity.poor-lines',
    name: 'fires when nothing is planned',
    fires: true,
    answers: { 'client.capacity.wan-quality': 'poor' },
    severity: 'risk',
  },
  {
    rule: 'capacity.poor-lines',
    name: 'fires when local breakout is counted on and not chosen',
    fires: true,
    answers: { 'client.capacity.wan-quality': 'breakout', 'client.remote.breakout': 'not-needed' },
    severity: 'risk',
  },
  {
    rule: 'capacity.poor-lines',
    name: 'is advice when only the breakout is undecided',
    fires: true,
    answers: { 'client.capacity.wan-quality': 'good', 'client.remote.breakout': 'undecided' },
    severity: 'advice',
  },
  {
    rule: 'capacity.poor-lines',
    name: 'keeps silent when poor sites go out locally',
    fires: false,
    answers: { 'client.capacity.wan-quality': 'poor', 'client.remote.breakout': 'chosen' },
  },
  {
    rule: 'capacity.latency',
    name: 'fires above 150 ms on the path that is used',
    fires: true,
    says: 'Nairobi has 180 ms to Microsoft over the internet',
    tables: {
      sites: [
        { name: 'Perth', kind: 'branch', path: 'express-route', expressRouteLatency: 151 },
        { name: 'Nairobi', kind: 'branch', path: 'internet', internetLatency: 180 },
        { name: 'Lagos', kind: 'branch', path: 'internet', internetLatency: 90, expressRouteLatency: 300 },
      ],
    },
    severity: 'risk',
    count: 2,
  },
  {
    rule: 'capacity.latency',
    name: 'keeps silent at 150 ms',
    fires: false,
    tables: {
      sites: [{ name: 'Perth', kind: 'branch', path: 'express-route', expressRouteLatency: 150 }],
    },
  },
  {
    rule: 'capacity.latency',
    name: 'keeps silent without model-driven apps',
    fires: false,
    answers: { 'scope.services.used': ['sharepoint'] },
    tables: {
      sites: [{ name: 'Perth', kind: 'branch', path: 'express-route', expressRouteLatency: 400 }],
    },
  },
  {
    rule: 'capacity.latency',
    name: 'fires for Dynamics 365 alone',
    fires: true,
    answers: { 'scope.services.used': ['dynamics-365'] },
    tables: {
      sites: [{ name: 'Perth', kind: 'branch', path: 'express-route', expressRouteLatency: 400 }],
    },
  },
  {
    rule: 'capacity.express-route-slower',
    name: 'fires when the internet is nearer',
    fires: true,
    tables: {
      sites: [
        {
          name: 'Dallas',
          kind: 'office',
          path: 'express-route',
          internetLatency: 15,
          expressRouteLatency: 40,
        },
      ],
    },
    severity: 'risk',
  },
  {
    rule: 'capacity.express-route-slower',
    name: 'keeps silent when both are alike, and for sites that stay on the internet',
    fires: false,
    tables: {
      sites: [
        { name: 'Paris', kind: 'hub', path: 'both', internetLatency: 12, expressRouteLatency: 12 },
        {
          name: 'Dallas',
          kind: 'office',
          path: 'internet',
          internetLatency: 15,
          expressRouteLatency: 40,
        },
      ],
    },
  },
  {
    rule: 'capacity.express-route-slower',
    name: 'keeps silent while one of the two is not measured',
    fires: false,
    tables: {
      sites: [
        { name: 'Paris', kind: 'hub', path: 'both', internetLatency: 12 },
        { name: 'Dallas', kind: 'office', path: 'both', expressRouteLatency: 40 },
      ],
    },
  },
  {
    rule: 'capacity.site-facts',
    name: 'keeps silent while the case itself is being decided',
    fires: false,
    answers: { 'scope.today.stage': 'deciding' },
    tables: { sites: [{ name: 'Nice', kind: 'branch', path: 'internet' }] },
  },
  {
    rule: 'capacity.site-facts',
    name: 'fires once for all sites that lack something',
    fires: true,
    tables: {
      sites: [
        { name: 'Lyon', kind: 'branch', path: 'express-route', internetLatency: 12 },
        { name: 'Nice', kind: 'branch', path: 'internet' },
      ],
    },
    severity: 'risk',
    count: 1,
  },
  {
    rule: 'capacity.site-facts',
    name: 'keeps silent when the hub has the edges and the site the latencies',
    fires: false,
    tables: {
      edges: [
        { id: 'e1', name: 'Paris ExpressRoute', kind: 'express-route' },
        { id: 'e2', name: 'Paris internet', kind: 'internet' },
      ],
      sites: [
        {
          ...hub,
          internetEdge: 'e2',
          expressRouteEdge: 'e1',
          internetLatency: 10,
          expressRouteLatency: 9,
        },
        { ...branch, name: 'Lyon', internetLatency: 14, expressRouteLatency: 13 },
        { name: 'Brest', kind: 'branch' },
      ],
    },
  },
  {
    rule: 'capacity.express-route-slower',
    name: 'many sites are one finding',
    fires: true,
    count: 1,
    says: '4 sites would be slower over ExpressRoute than over the internet (internet → ExpressRoute): North (12 → 15 ms)',
    tables: {
      sites: ['North', 'East', 'South', 'West'].map((name) => ({
        name,
        kind: 'branch' as const,
        path: 'express-route' as const,
        internetLatency: 12,
        expressRouteLatency: 15,
      })),
    },
  },
  {
    rule: 'capacity.latency',
    name: 'many far sites are one finding',
    fires: true,
    count: 1,
    says: '4 sites have more than 150 ms',
    tables: {
      sites: ['North', 'East', 'South', 'West'].map((name) => ({
        name,
        kind: 'branch' as const,
        path: 'internet' as const,
        internetLatency: 210,
      })),
    },
  },
];

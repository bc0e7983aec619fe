/** Firing and silent cases of the rules in rules/capacity.ts. */
import type { RuleCase } from '../rule-case.ts';
import { lineCases } from './capacity-lines.ts';

const london = { name: 'London A', location: 'london', sku: 'premium', bandwidth: 500 } as const;
const services = [
  { service: 'dataverse', path: 'express-route', peak: 200 },
  { service: 'teams', path: 'both', peak: 100 },
  { service: 'cdn', path: 'internet', peak: 900 },
] as const;
const edges = [{ id: 'paris', name: 'Paris internet', kind: 'internet', bandwidth: 1000, lines: 2 }] as const;
const behindParis = { path: 'express-route', internetEdge: 'paris' } as const;

export const capacityCases: readonly RuleCase[] = [
  {
    rule: 'capacity.circuit-load',
    name: 'fires when headroom does not fit: 300 / 0.5 is more than 500',
    fires: true,
    says: '500 Mbps, but a peak of 300 Mbps with 50% headroom needs 600 Mbps',
    answers: { 'client.capacity.headroom': 50 },
    tables: { circuits: [london], services: [...services] },
    severity: 'risk',
    count: 1,
  },
  {
    rule: 'capacity.circuit-load',
    name: 'keeps silent when it fits to the megabit: 300 / 0.6 is 500',
    fires: false,
    answers: { 'client.capacity.headroom': 40 },
    tables: { circuits: [london], services: [...services] },
  },
  {
    rule: 'capacity.circuit-load',
    name: 'adds private peering, which shares the circuit',
    fires: true,
    answers: { 'client.capacity.headroom': 40 },
    tables: { circuits: [{ ...london, otherLoad: 1 }], services: [...services] },
  },
  {
    rule: 'capacity.circuit-load',
    name: 'fires without headroom when the load alone is too much',
    fires: true,
    says: '500 Mbps, less than the peak load of 600 Mbps',
    tables: {
      circuits: [london],
      sites: [
        { name: 'Leeds', kind: 'office', path: 'express-route', peak: 400 },
        { name: 'York', kind: 'office', path: 'both', peak: 200 },
      ],
    },
    count: 1,
  },
  {
    rule: 'capacity.circuit-load',
    name: 'says so when no size is large enough',
    fires: true,
    says: 'needs 12858 Mbps, more than the largest size on offer',
    answers: { 'client.capacity.headroom': 30 },
    tables: {
      circuits: [{ ...london, bandwidth: 10_000, model: 'ethernet' }],
      services: [{ service: 'sharepoint', path: 'express-route', peak: 9000 }],
    },
  },
  {
    rule: 'capacity.circuit-load',
    name: 'keeps silent for ExpressRoute Direct with room to spare',
    fires: false,
    answers: { 'client.capacity.headroom': 30 },
    tables: {
      circuits: [{ ...london, bandwidth: 40_000, model: 'direct' }],
      services: [{ service: 'sharepoint', path: 'express-route', peak: 9000 }],
    },
  },
  {
    rule: 'capacity.circuit-load',
    name: 'sorts sites to the circuits of their geography, through their hub',
    fires: true,
    says: 'Tokyo A: 200 Mbps, but a peak of 190 Mbps with 20% headroom needs 238 Mbps',
    answers: { 'client.capacity.headroom': 20 },
    tables: {
      edges: [
        { id: 'e1', name: 'London edge', kind: 'express-route' },
        { id: 'e2', name: 'Tokyo edge', kind: 'express-route' },
      ],
      circuits: [
        { ...london, edge: 'e1' },
        { name: 'Tokyo A', location: 'tokyo', sku: 'premium', bandwidth: 200, edge: 'e2' },
      ],
      sites: [
        { id: 's1', name: 'Tokyo', kind: 'hub', path: 'express-route', peak: 100, expressRouteEdge: 'e2' },
        { name: 'Osaka', kind: 'branch', path: 'express-route', peak: 90, hub: 's1' },
        { name: 'London', kind: 'hub', path: 'express-route', peak: 390, expressRouteEdge: 'e1' },
      ],
    },
    count: 1,
  },
  {
    rule: 'capacity.circuit-load',
    name: 'does not spread the peaks of services over two geographies',
    fires: false,
    answers: { 'client.capacity.headroom': 20 },
    tables: {
      circuits: [london, { name: 'Tokyo A', location: 'tokyo', sku: 'premium', bandwidth: 50 }],
      services: [...services],
    },
  },
  {
    rule: 'capacity.circuit-load',
    name: 'does not judge while a bandwidth is missing',
    fires: false,
    tables: {
      circuits: [
        { ...london, bandwidth: 50 },
        { name: 'London B', location: 'london', sku: 'premium' },
      ],
      services: [...services],
    },
  },
  {
    rule: 'capacity.circuit-load',
    name: 'looks for the sizes of ExpressRoute Direct where it is used',
    fires: true,
    says: '10000 Mbps, but a peak of 9000 Mbps with 30% headroom',
    answers: { 'client.capacity.headroom': 30 },
    tables: {
      circuits: [{ ...london, bandwidth: 10_000, model: 'direct' }],
      services: [{ service: 'sharepoint', path: 'express-route', peak: 9000 }],
    },
  },
  {
    rule: 'capacity.circuit-load',
    name: 'leaves out sites that use the internet',
    fires: false,
    answers: { 'client.capacity.headroom': 20 },
    tables: {
      circuits: [london],
      sites: [
        { name: 'Leeds', kind: 'office', path: 'express-route', peak: 400 },
        { name: 'York', kind: 'office', path: 'internet', peak: 900 },
        { name: 'Hull', kind: 'office', path: 'express-route' },
      ],
    },
  },
  {
    rule: 'capacity.peaks-missing',
    name: 'fires when a circuit is sized by nothing',
    fires: true,
    tables: { circuits: [london], services: [{ service: 'dataverse', path: 'express-route' }] },
    severity: 'risk',
    count: 1,
  },
  {
    rule: 'capacity.peaks-missing',
    name: 'fires when only sites are listed',
    fires: true,
    tables: { circuits: [london], sites: [{ name: 'Leeds', kind: 'office', path: 'express-route' }] },
    severity: 'risk',
  },
  {
    rule: 'capacity.peaks-missing',
    name: 'is advice when some services have none',
    fires: true,
    says: 'Sign-in',
    tables: {
      circuits: [london],
      services: [...services, { service: 'sign-in', path: 'express-route' }],
    },
    severity: 'advice',
    count: 1,
  },
  {
    rule: 'capacity.peaks-missing',
    name: 'keeps silent when every service has one',
    fires: false,
    tables: { circuits: [london], services: [...services, { service: 'app-downloads', path: 'internet' }] },
  },
  {
    rule: 'capacity.peaks-missing',
    name: 'keeps silent when sites have them',
    fires: false,
    tables: {
      circuits: [london],
      services: [{ service: 'dataverse', path: 'express-route' }],
      sites: [{ name: 'Leeds', kind: 'office', path: 'express-route', peak: 40 }],
    },
  },
  {
    rule: 'capacity.peaks-missing',
    name: 'keeps silent while the case itself is being decided',
    fires: false,
    answers: { 'scope.today.stage': 'deciding' },
    tables: { circuits: [london], services: [{ service: 'dataverse', path: 'express-route' }] },
  },
  {
    rule: 'capacity.headroom',
    name: 'is a risk at 10 %',
    fires: true,
    answers: { 'client.capacity.headroom': 10 },
    severity: 'risk',
  },
  {
    rule: 'capacity.headroom',
    name: 'is advice between',
    fires: true,
    answers: { 'client.capacity.headroom': 19 },
    severity: 'advice',
  },
  {
    rule: 'capacity.headroom',
    name: 'is advice above the target',
    fires: true,
    says: '51% headroom is more than',
    answers: { 'client.capacity.headroom': 51 },
    severity: 'advice',
  },
  {
    rule: 'capacity.headroom',
    name: 'is a risk at 80 %',
    fires: true,
    answers: { 'client.capacity.headroom': 80 },
    severity: 'risk',
  },
  {
    rule: 'capacity.headroom',
    name: 'keeps silent at the ends of the target',
    fires: false,
    answers: { 'client.capacity.headroom': 20 },
  },
  {
    rule: 'capacity.headroom',
    name: 'keeps silent at the upper end',
    fires: false,
    answers: { 'client.capacity.headroom': 50 },
  },
  {
    rule: 'capacity.both-links',
    name: 'fires when both links are planned in',
    fires: true,
    answers: { 'client.capacity.both-links': 'yes' },
    severity: 'risk',
  },
  {
    rule: 'capacity.both-links',
    name: 'keeps silent otherwise',
    fires: false,
    answers: { 'client.capacity.both-links': 'no' },
  },
  {
    rule: 'capacity.pilot',
    name: 'fires without a pilot',
    fires: true,
    answers: { 'client.capacity.pilot': 'no' },
    severity: 'risk',
  },
  {
    rule: 'capacity.pilot',
    name: 'keeps silent before there is anything to try',
    fires: false,
    answers: { 'scope.today.stage': 'designing', 'client.capacity.pilot': 'no' },
  },
  {
    rule: 'capacity.browser-test',
    name: 'fires when nobody has run it',
    fires: true,
    answers: { 'client.capacity.browser-test': 'no' },
    severity: 'advice',
  },
  {
    rule: 'capacity.browser-test',
    name: 'keeps silent when it was run',
    fires: false,
    answers: { 'client.capacity.browser-test': 'yes' },
  },
  {
    rule: 'capacity.internet-unsized',
    name: 'fires when the lines were not sized',
    fires: true,
    answers: { 'client.internet.sized': 'no' },
    severity: 'risk',
  },
  {
    rule: 'capacity.internet-unsized',
    name: 'names the fallback that rests on them',
    fires: true,
    says: 'The internet is the fallback',
    answers: { 'client.internet.sized': { state: 'unknown' }, 'peering.circuits.fallback': 'internet' },
    severity: 'risk',
  },
  {
    rule: 'capacity.internet-unsized',
    name: 'keeps silent when they were',
    fires: false,
    answers: { 'client.internet.sized': 'yes', 'peering.circuits.fallback': 'internet' },
  },
  {
    rule: 'capacity.internet-too-small',
    name: 'fires when the fallback does not fit',
    fires: true,
    says: '1001 Mbps are needed',
    answers: { 'peering.circuits.fallback': 'internet', 'client.internet.sized': 'yes' },
    tables: {
      edges: [...edges],
      sites: [
        { ...behindParis, id: 'h', name: 'Paris', kind: 'hub', peak: 700 },
        { name: 'Lyon', kind: 'branch', path: 'express-route', peak: 301, hub: 'h' },
      ],
    },
    severity: 'risk',
    count: 1,
  },
  {
    rule: 'capacity.internet-too-small',
    name: 'keeps silent at exactly the bandwidth',
    fires: false,
    answers: { 'peering.circuits.fallback': 'internet' },
    tables: {
      edges: [...edges],
      sites: [
        { ...behindParis, id: 'h', name: 'Paris', kind: 'hub', peak: 700 },
        { name: 'Lyon', kind: 'branch', path: 'express-route', peak: 300, hub: 'h' },
      ],
    },
  },
  {
    rule: 'capacity.internet-too-small',
    name: 'counts only internet sites when a second circuit is the fallback',
    fires: false,
    answers: { 'peering.circuits.fallback': 'second-circuit', 'client.capacity.headroom': 30 },
    tables: {
      edges: [...edges],
      sites: [
        { ...behindParis, name: 'Paris', kind: 'hub', peak: 2000 },
        { name: 'Lyon', kind: 'branch', path: 'internet', peak: 700, internetEdge: 'paris' },
      ],
    },
  },
  {
    rule: 'capacity.internet-too-small',
    name: 'fires for internet sites with headroom',
    fires: true,
    says: '701 Mbps of its sites with 30% headroom need 1002 Mbps',
    answers: { 'client.capacity.headroom': 30 },
    tables: {
      edges: [...edges],
      sites: [{ name: 'Lyon', kind: 'branch', path: 'internet', peak: 701, internetEdge: 'paris' }],
    },
    count: 1,
  },
  ...lineCases,
];

/** What walking costs: 500 flows, each part of a network with 22 hubs failing in turn, and 20,000 prefixes that routers have shown. */
import { FailureMatrix } from '../../shared/network/failures.ts';
import { listFlows } from '../../shared/network/flow.ts';
import { findNetwork, type Prefix } from '../../shared/network/prefix.ts';
import { readTopology } from '../../shared/network/read-topology.ts';
import { Simulator } from '../../shared/network/simulate.ts';
import type { ReceivedRoute } from '../../shared/network/topology.ts';
import { median } from '../helpers/median.ts';
import { readerOf, type Tables } from '../shared/network/networks.ts';

export const name = 'simulate';

const hubs = 22;
const prefixCount = 20_000;
const locations = ['amsterdam', 'frankfurt', 'paris', 'dublin', 'london'];
const services = [
  'dataverse',
  'power-apps',
  'power-automate',
  'dynamics-365',
  'exchange',
  'sharepoint',
  'teams',
  'sign-in',
  'cdn',
  'admin-portals',
];
const regions = ['europe', 'unitedkingdom', 'france', 'germany'];

function tables(): Tables {
  const each = <Row>(make: (place: number) => Row): Row[] =>
    Array.from({ length: hubs }, (_, place) => make(place));
  return {
    sites: each((place) => ({
      id: `s${place}`,
      name: `Hub ${place}`,
      kind: 'hub',
      wan: 1000,
      peak: 100,
      path: 'express-route',
      internetEdge: `i${place}`,
      expressRouteEdge: `e${place}`,
    })),
    edges: [
      ...each((place) => ({
        id: `e${place}`,
        name: `ER ${place}`,
        kind: 'express-route',
        site: `s${place}`,
        firewall: 'stateful',
        learnsRoutes: 'all',
      })),
      ...each((place) => ({
        id: `i${place}`,
        name: `Internet ${place}`,
        kind: 'internet',
        site: `s${place}`,
        firewall: 'stateful',
        learnsRoutes: 'none',
      })),
    ],
    circuits: each((place) => ({
      id: `c${place}`,
      name: `Circuit ${place}`,
      location: locations[place % locations.length],
      bandwidth: 1000,
      sku: 'premium',
      edge: `e${place}`,
    })),
    peerings: each((place) => ({
      id: `p${place}`,
      name: `Peering ${place}`,
      circuit: `c${place}`,
      type: 'microsoft',
      filter: 'attached',
      communities: ['12076:51002', '12076:51003', '12076:5010'],
      sessions: 'both',
      peerAsn: 401308,
      localPreference: 150,
    })),
    natPools: [
      ...each((place) => ({
        id: `n${place}`,
        name: `ER ${place}`,
        prefix: `131.107.${place}.0/27`,
        use: 'express-route',
        edge: `e${place}`,
        circuit: `c${place}`,
      })),
      ...each((place) => ({
        id: `m${place}`,
        name: `Internet ${place}`,
        prefix: `131.107.${100 + place}.0/27`,
        use: 'internet',
        edge: `i${place}`,
      })),
    ],
    advertised: each((place) => ({
      id: `a${place}`,
      prefix: `131.107.${place}.0/24`,
      circuit: `c${place}`,
      links: 'both',
    })),
    environments: regions.map((region) => ({ id: region, name: region, region, type: 'production' })),
    services: services.map((service, place) => ({
      id: service,
      service,
      path: place < 5 ? 'express-route' : 'internet',
    })),
    clientGroups: Array.from({ length: 23 }, (_, place) => ({
      id: `g${place}`,
      name: `Group ${place}`,
      kind: 'office-wired',
      site: `s${place % hubs}`,
      path: 'express-route',
      steering: 'routing',
      subnets: [`10.${place}.0.0/16`],
      internetAllowed: 'yes',
    })),
  };
}

const seen = { file: 'edge1.txt', taken: '2026-11-01' };

function routes(): ReceivedRoute[] {
  return Array.from({ length: prefixCount }, (_, place): ReceivedRoute => {
    const prefix: Prefix = findNetwork({ family: 4, value: 0x0d000000 + place * 256 * 37 }, 24);
    return { prefix, circuit: `c${place % hubs}`, localPreference: undefined, pathLength: 2, seen };
  });
}

export async function run() {
  const project = tables();
  const received = routes();
  const plain = listFlows(readTopology(readerOf(project)));
  const ids = [...new Set(plain.map((flow) => flow.to))];
  const addresses = new Map(
    ids.map((id, place) => [id, [{ family: 4 as const, value: 0x0d000000 + place * 19 * 256 * 37 + 7 }]]),
  );
  const whole: number[] = [];
  const changes: number[] = [];
  let flows = 0;
  let failures = 0;
  let pairs = 0;
  for (let round = 0; round < 7; round += 1) {
    const start = performance.now();
    const topology = readTopology(readerOf(project), { routes: received, addresses });
    const simulator = new Simulator(topology);
    const own = listFlows(topology);
    const matrix = new FailureMatrix(simulator, own);
    const parts = [...topology.parts.keys()].slice(0, 200);
    const found = parts.map((part) => matrix.single(part));
    whole.push(performance.now() - start);
    const again = performance.now();
    const [first = ''] = parts;
    for (const part of parts.slice(1)) matrix.pair(first, part);
    changes.push(performance.now() - again);
    flows = own.length;
    failures = found.length;
    pairs = parts.length - 1;
  }
  return {
    title: `Simulate: ${flows} flows, ${failures} failures, ${prefixCount} received prefixes`,
    rows: [
      { name: 'read the network, walk every flow, fail every part', value: median(whole), unit: 'ms' },
      { name: `then ${pairs} pairs with one of the parts`, value: median(changes), unit: 'ms' },
    ],
    notes: ['Medians of 7 rounds, each from the tables on; the first includes the prefix table.'],
  };
}

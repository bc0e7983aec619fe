/** Sharing walks between sources that fare alike only saves time: the faults are those of walking for every source by itself. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupRows } from '../../../shared/assess/planned.ts';
import { Reader } from '../../../shared/assess/reader.ts';
import { visibleQuestions } from '../../../shared/content/conditions.ts';
import { content } from '../../../shared/content/content.ts';
import { type Fault, findFaults } from '../../../shared/network/faults.ts';
import { listFlows } from '../../../shared/network/flow.ts';
import { networkReads, readTopology } from '../../../shared/network/read-topology.ts';
import { Simulator } from '../../../shared/network/simulate.ts';
import type { Topology } from '../../../shared/network/topology.ts';
import { isGood } from '../../../shared/network/verdicts.ts';
import { fullProject } from '../../helpers/full-project.ts';
import { randomAnswers } from '../../helpers/random-answers.ts';
import { type Answers, changed, readerOf, sound, type Tables } from './networks.ts';

/** Every source walks to each kind of destination by itself, in the order in which faults are told. */
function findFaultsOneByOne(topology: Topology): Fault[] {
  const simulator = new Simulator(topology);
  const flows = listFlows(topology);
  const faults: Fault[] = flows.flatMap((flow) => {
    if (flow.opens === 'you') return [];
    const trace = simulator.trace(flow);
    return isGood(trace.verdict) ? [] : [{ trace, flow, destinations: [] }];
  });
  const alike = [...groupRows(topology.destinations, (one) => simulator.likenessOf(one)).values()];
  for (const source of topology.sources) {
    const own = new Map<unknown, Fault & { destinations: unknown[] }>();
    for (const group of alike) {
      const called = group.filter((destination) => source.calls(destination));
      const flow = flows.find(({ id }) => id === `${source.id}>${called[0]?.id}`);
      if (!flow) continue;
      const trace = simulator.trace(flow);
      if (isGood(trace.verdict)) continue;
      const known = own.get(trace);
      if (known) known.destinations.push(...called);
      else own.set(trace, { trace, flow, destinations: called });
    }
    faults.push(...own.values());
  }
  return faults;
}

const told = (faults: readonly Fault[]) =>
  faults.map(({ flow, trace, destinations }) => ({
    flow: flow.id,
    trace,
    destinations: destinations.map(({ id }) => id),
  }));

const maybe = <Value>(...values: Value[]) => fc.constantFrom<Value | undefined>(...values, undefined);

/** Few enough for several to stand at the same one. */
const places = ['west', 'east', 'l1', 'l1', 'l2', 'l3'];
const each = <Cells extends object>(ids: readonly string[], cells: fc.Arbitrary<Cells>) =>
  fc
    .tuple(...ids.map(() => cells))
    .map((list) => list.map((one, place) => ({ id: ids[place] ?? '', name: ids[place], ...one })));

const leaves = each(
  ['l1', 'l2', 'l3', 'l4'],
  fc.record({
    kind: fc.constant('branch'),
    hub: fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom('west', 'east') },
      { weight: 2, arbitrary: maybe('branch', 'l1', 'l2') },
    ),
    internetEdge: fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, maybe('west-in', 'east-in')),
    expressRouteEdge: fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, maybe('west-er', 'east-er')),
  }),
);

const groups = each(
  ['g1', 'g2', 'g3', 'g4', 'g5', 'g6', 'g7', 'g8'],
  fc.record({
    kind: fc.constantFrom('office-wired', 'office-wired', 'vpn', 'mobile'),
    site: fc.constantFrom(...places),
    path: maybe('express-route', 'express-route', 'internet', 'vpn-express-route'),
    steering: maybe('routing', 'pac', 'none', 'explicit-proxy'),
    proxy: maybe('x1', 'x2'),
    publicAddresses: fc.constantFrom('no', 'no', 'yes'),
    subnets: fc.constantFrom(['10.1.0.0/16'], ['131.107.1.0/24'], undefined),
    internetAllowed: fc.constantFrom('yes', 'yes', 'no'),
  }),
);

const servers = each(
  ['v1', 'v2', 'v3', 'v4', 'v5', 'v6'],
  fc.record({
    role: fc.constantFrom('gateway', 'integration'),
    site: fc.constantFrom(...places),
    seesRoutes: maybe('yes', 'yes', 'no'),
    natPool: maybe('n1', 'n2', 'n3'),
    proxy: maybe(undefined, undefined, 'x1'),
    environment: maybe('sales', 'trials'),
    internetAllowed: fc.constantFrom('yes', 'no'),
  }),
);

const proxies = each(
  ['x1', 'x2'],
  fc.record({
    kind: fc.constantFrom('explicit', 'cloud'),
    site: maybe(...places),
    egress: maybe('express-route', 'internet', 'by-rule'),
    bypass: maybe('yes', 'no'),
  }),
);

const answers = fc.record({
  'client.steering.method': fc.constant('mixed'),
  'routing.steering.propagation': fc.constantFrom('some-segments', 'everywhere', 'edge-only', null),
  'routing.steering.path-length': fc.constantFrom('yes', 'no'),
  'client.steering.pac-order': fc.constantFrom('exceptions-first', 'broad-first', 'not-written'),
  'client.control.on-failure': fc.constantFrom('fail-open', 'fail-closed'),
  'client.remote.vpn': fc.constantFrom('forced', 'split', null),
}) satisfies fc.Arbitrary<Answers>;

const network = fc
  .record({
    leaves,
    groups,
    servers,
    proxies,
    plan: maybe('express-route', 'internet', 'both'),
    edge: fc.record({
      site: maybe('west', 'west', 'l1'),
      learnsRoutes: maybe('all', 'all', 'filtered', 'none'),
      localPreference: maybe(150, 100),
    }),
    internet: fc.record({
      site: maybe('west', 'l3'),
      learnsRoutes: fc.constantFrom('none', 'none', 'all'),
      firewall: maybe('stateful', 'none'),
    }),
    pool: fc.record({
      prefix: fc.constantFrom('131.107.1.0/27', '131.107.2.0/26', '131.107.9.0/27'),
      use: fc.constantFrom('express-route', 'express-route', 'both'),
    }),
    advertised: fc.constantFrom('131.107.1.0/24', '131.107.1.0/28', '131.107.2.0/24', '131.107.3.0/24'),
    communities: fc.constantFrom(
      ['12076:51002', '12076:51003'],
      ['12076:51002'],
      ['12076:51002', '12076:5010'],
    ),
  })
  .map((one): Tables => {
    const named = <Row extends { id: string }>(rows: readonly Row[]) =>
      rows.map(
        (row) =>
          Object.fromEntries(Object.entries(row).filter(([, cell]) => cell !== undefined)) as Row &
            Record<string, unknown>,
      );
    return changed(
      {
        ...sound,
        sites: [...(sound.sites ?? []), ...named(one.leaves)],
        clientGroups: named(one.groups),
        servers: named(one.servers),
        proxies: named(one.proxies),
      },
      ['environments', 'trials', { name: 'Trials', region: 'unitedstates', type: 'sandbox' }],
      ['services', 'apps', { service: 'power-apps', path: one.plan }],
      ['services', 'gateway', { service: 'gateway', path: 'internet' }],
      ['edges', 'west-er', one.edge],
      ['edges', 'west-in', one.internet],
      ['natPools', 'n1', one.pool],
      ['advertised', 'a1', { prefix: one.advertised }],
      ['peerings', 'p-c1', { communities: one.communities }],
    );
  });

/** The sound plan with just two groups of people, planned alike. */
function twoGroups(first: string, second: string, path: string, ...changes: Parameters<typeof changed>[1][]) {
  const group = (id: string, site: string) => ({
    id,
    name: id,
    kind: 'office-wired',
    site,
    path,
    steering: path === 'internet' ? 'none' : 'routing',
    internetAllowed: 'yes',
  });
  return changed({ ...sound, clientGroups: [group('first', first), group('second', second)] }, ...changes);
}

/** Microsoft does not know these addresses, so that whoever wears them is answered over the internet. */
const unknownPool: Parameters<typeof changed>[1] = ['natPools', 'n2', { prefix: '131.107.9.0/27' }];

const chain = Array.from({ length: 33 }, (_, place) => ({
  id: `h${place}`,
  name: `Hub ${place}`,
  kind: 'hub',
  hub: place === 0 ? 'west' : `h${place - 1}`,
}));

const neighbours: [string, Tables, Answers][] = [
  [
    'of which one stands where an edge stands',
    twoGroups(
      'west',
      'l1',
      'express-route',
      unknownPool,
      ['sites', 'l1', { name: 'Leaf', kind: 'branch', hub: 'west' }],
      ['edges', 'east-er', { site: 'l1' }],
    ),
    {},
  ],
  [
    'of which one is further from everything than an edge of no site',
    twoGroups(
      'south',
      'l1',
      'express-route',
      unknownPool,
      ['sites', 'south', { name: 'South', kind: 'hub', internetEdge: 'west-in' }],
      ['sites', 'l1', { name: 'Leaf', kind: 'branch', hub: 'south' }],
      ['edges', 'east-er', { site: undefined }],
    ),
    {},
  ],
  [
    'behind the same hub with internet edges of their own',
    twoGroups(
      'l1',
      'l2',
      'internet',
      ['sites', 'l1', { name: 'Leaf 1', kind: 'branch', hub: 'west', internetEdge: 'west-in' }],
      ['sites', 'l2', { name: 'Leaf 2', kind: 'branch', hub: 'west', internetEdge: 'east-in' }],
      ['natPools', 'n4', { use: 'express-route' }],
    ),
    {},
  ],
  [
    'of which one has a proxy that nobody has described',
    twoGroups(
      'west',
      'west',
      'internet',
      ['proxies', 'x1', { name: 'Proxy 1', kind: 'explicit', site: 'west', egress: 'internet' }],
      ['proxies', 'x2', { name: 'Proxy 2', kind: 'explicit', site: 'west' }],
      ['clientGroups', 'first', { steering: 'explicit-proxy', proxy: 'x1' }],
      ['clientGroups', 'second', { steering: 'explicit-proxy', proxy: 'x2' }],
    ),
    { 'client.steering.method': 'mixed' },
  ],
  [
    'of which one has more hubs above it than any network has',
    changed({
      ...twoGroups('h30', 'h31', 'express-route'),
      sites: [...(sound.sites ?? []), ...chain.slice(0, 32)],
    }),
    { 'routing.steering.propagation': null },
  ],
];

const randomReader = randomAnswers().map((state) => {
  const { answers: given, tables } = state;
  return new Reader({
    content,
    answers: given,
    tables,
    visible: visibleQuestions(content, state),
    today: '2026-11-21',
  });
});

describe('the faults of a network', () => {
  it('are those found by walking every flow, however many sources fare alike', () => {
    fc.assert(
      fc.property(network, answers, (tables, said) => {
        const topology = readTopology(readerOf(tables, said));
        expect(told(findFaults(topology))).toEqual(told(findFaultsOneByOne(topology)));
      }),
      { numRuns: 300 },
    );
  });

  it.each(neighbours)('tell apart two groups %s', (_, tables, said) => {
    const topology = readTopology(readerOf(tables, said));
    const from = new Set(findFaults(topology).map(({ flow }) => flow.from));
    expect(from).toContain('clientGroups/second');
    expect(from).not.toContain('clientGroups/first');
    expect(told(findFaults(topology))).toEqual(told(findFaultsOneByOne(topology)));
  });

  it('are those found by walking every flow in any project', () => {
    fc.assert(
      fc.property(randomReader, (project) => {
        const topology = readTopology(project);
        expect(told(findFaults(topology))).toEqual(told(findFaultsOneByOne(topology)));
      }),
      { numRuns: 100 },
    );
  });

  it('are those found by walking every flow in a project of two hundred sites', () => {
    const state = fullProject();
    const visible = visibleQuestions(content, state);
    const project = new Reader({ ...state, content, visible, today: '2026-11-21' });
    const topology = readTopology(project);
    const faults = told(findFaults(topology));
    expect(faults.length).toBeGreaterThan(0);
    expect(faults).toEqual(told(findFaultsOneByOne(topology)));
  });

  it('follow from the answers that a rule on flows declares, and no others', () => {
    fc.assert(
      fc.property(randomReader, (project) => {
        project.declared = new Set(networkReads);
        const topology = readTopology(project);
        expect(() => findFaults(topology)).not.toThrow();
        expect(() => topology.parts).not.toThrow();
      }),
      { numRuns: 60 },
    );
  });
});

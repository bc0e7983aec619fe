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
import { anyAnswers, anyNetwork } from './any-network.ts';
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
      fc.property(anyNetwork, anyAnswers, (tables, said) => {
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

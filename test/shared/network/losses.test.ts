/** What is saved when parts are lost one after the other changes nothing: it is what walking everything again comes to. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FailureMatrix, pairsOf } from '../../../shared/network/failures.ts';
import type { Flow } from '../../../shared/network/flow.ts';
import { standInsOf } from '../../../shared/network/parts.ts';
import { flowFrom, PathCapacity } from '../../../shared/network/path-capacity.ts';
import type { Simulator } from '../../../shared/network/simulate.ts';
import type { NetworkSite } from '../../../shared/network/topology.ts';
import { anyAnswers, anyNetwork, maybe } from './any-network.ts';
import { type Answers, changed, sound, type Tables, Walked } from './networks.ts';

/** Two circuits that may share edges and locations, lines and edges that may be too small, traffic that is others'. */
const circuits = fc.record({
  first: fc.record({
    location: fc.constantFrom('amsterdam', 'frankfurt'),
    secondLocation: maybe('frankfurt', 'london'),
    secondEdge: maybe('east-er', 'west-er'),
    bandwidth: maybe(50, 400),
    otherLoad: maybe(0, 70, 333.3),
  }),
  second: fc.record({ edge: fc.constantFrom('east-er', 'west-er'), otherLoad: maybe(120) }),
  sessions: fc.constantFrom('both', 'one'),
  firewall: maybe('stateful', 'none'),
  leaf: fc.record({ peak: maybe(10, 47.25), path: maybe('express-route', 'internet'), wan: maybe(40) }),
});

const networks = fc
  .tuple(anyNetwork, circuits)
  .map(([tables, { first, second, sessions, firewall, leaf }]) =>
    changed(
      tables,
      ['circuits', 'c1', first],
      ['circuits', 'c2', second],
      ['peerings', 'p-c2', { sessions }],
      ['edges', 'east-er', { firewall }],
      ['sites', 'l1', leaf],
      ['sites', 'l2', leaf],
    ),
  );

/** The same few sources at many sites that are tied to the network alike, so that most of them have others of their kind. */
const twins = fc.tuple(networks, maybe('west-er', 'east-er')).map(([tables, expressRouteEdge]): Tables => {
  const { sites = [], clientGroups = [], servers = [] } = tables;
  const leaf = { ...sites.find(({ id }) => id === 'l1'), ...(expressRouteEdge ? { expressRouteEdge } : {}) };
  const places = ['west', 'east', 'l1', 'l2', 'l3', 'l4'];
  const copies = (rows: typeof clientGroups) =>
    rows.slice(0, 2).flatMap((row) => places.map((site) => ({ ...row, id: `${row.id}-${site}`, site })));
  return {
    ...tables,
    sites: sites.map((site) => (/^l\d/.test(site.id) ? { ...leaf, id: site.id, name: site.id } : site)),
    clientGroups: copies(clientGroups),
    servers: copies(servers),
  };
});

/** Which parts are lost, by their place among all. */
const losses = fc.uniqueArray(fc.nat(99), { minLength: 2, maxLength: 4 });

function walked(tables: Tables, answers: Answers, places: readonly number[] = []) {
  const { simulator, flows } = new Walked(tables, answers);
  const parts = [...simulator.topology.parts.keys()];
  return {
    simulator,
    flows,
    off: [...new Set(places.map((place) => parts[place % parts.length] as string))],
  };
}

const verdicts = (simulator: Simulator, flows: readonly Flow[], off: readonly string[]) =>
  Object.fromEntries(flows.map((flow) => [flow.id, simulator.trace(flow, new Set(off)).verdict]));

/** Every site's peak led by itself, destination by destination. */
function loadsOneByOne(simulator: Simulator, off: ReadonlySet<string>): Map<string, number> {
  const { topology } = simulator;
  const sums = new Map<string, number>();
  const add = (part: string, load: number) => sums.set(part, (sums.get(part) ?? 0) + load);
  for (const { way, peak, path } of topology.sites.values()) {
    if (peak === undefined || path === undefined) continue;
    const place = Math.max(
      0,
      way.findIndex((one) => one.internetEdge || one.expressRouteEdge),
    );
    const lines = way.slice(0, place).flatMap(({ line }) => line ?? []);
    if (lines.some((line) => off.has(line))) continue;
    for (const line of lines) add(line, peak);
    const rides = path !== 'internet';
    const meant = topology.destinations.filter(
      ({ plan, isInternetOnly }) =>
        !isInternetOnly && (plan === 'express-route' || plan === 'both') === rides,
    );
    const chosen = meant.length > 0 || rides ? meant : topology.destinations.slice(0, 1);
    const total = chosen.reduce((sum, one) => sum + (one.peak ?? 1), 0);
    for (const destination of chosen) {
      const load = total === 0 ? 0 : (peak * (destination.peak ?? 1)) / total;
      const { carriers, request } = simulator.trace(
        flowFrom(way[place] as NetworkSite, rides, destination),
        off,
      );
      if (carriers[0] === undefined) continue;
      add(carriers[0], load);
      for (const [at, { node }] of request.entries()) {
        const line = `${node}>${request[at + 1]?.node}`;
        if (topology.parts.has(line)) add(line, load);
      }
    }
  }
  for (const { links, otherLoad } of topology.circuits) {
    const live = links.filter(({ parts }) => !parts.some((part) => off.has(part)));
    // The first of those that carry as much, to a tenth.
    const sumOn = ({ id }: { id: string }) => Math.round((sums.get(id) ?? 0) * 10);
    const most = Math.max(...live.map(sumOn));
    const carrying = live.find((link) => sumOn(link) === most);
    if (carrying) add(carrying.id, otherLoad ?? 0);
  }
  return sums;
}

describe('lost parts', () => {
  it('change the ends of exactly those flows that end otherwise when walked again, in each loss and each pair', () => {
    fc.assert(
      fc.property(networks, anyAnswers, losses, (tables, answers, places) => {
        const { simulator, flows, off } = walked(tables, answers, places);
        const matrix = new FailureMatrix(simulator, flows);
        const normal = verdicts(simulator, flows, []);
        for (const [place, first] of off.entries()) {
          const single = matrix.single(first);
          expect(single.parts).toEqual([first]);
          expect({ ...normal, ...Object.fromEntries(single.changed) }).toEqual(
            verdicts(simulator, flows, [first]),
          );
          for (const second of off.slice(place + 1)) {
            const { changed: both } = matrix.pair(first, second);
            expect({ ...normal, ...Object.fromEntries(both) }).toEqual(
              verdicts(simulator, flows, [first, second]),
            );
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it('are walked once for sources of a kind, which then end as if each were walked', () => {
    fc.assert(
      fc.property(twins, anyAnswers, losses, fc.nat(2), (tables, answers, places, before) => {
        const { simulator, flows, off } = walked(tables, answers, places);
        const parts = [...simulator.topology.parts.keys()];
        const lines = parts.filter((part) => part.includes('>')).slice(1, 4);
        // Their own lines are what they do not share, also when one of them is gone before.
        const base = [[], off.slice(0, 1), lines.slice(0, 1)][before] ?? [];
        const matrix = new FailureMatrix(simulator, flows, base);
        const normal = verdicts(simulator, flows, base);
        for (const part of parts) {
          const single = { ...normal, ...Object.fromEntries(matrix.single(part).changed) };
          expect(single).toEqual(verdicts(simulator, flows, [...base, part]));
        }
        const lost = [...off, ...lines];
        for (const [first, second] of pairsOf(lost)) {
          const both = { ...normal, ...Object.fromEntries(matrix.pair(first, second).changed) };
          expect(both).toEqual(verdicts(simulator, flows, [...base, first, second]));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('do so as well on top of others that are off already', () => {
    fc.assert(
      fc.property(networks, anyAnswers, losses, (tables, answers, places) => {
        const { simulator, flows, off } = walked(tables, answers, places);
        const [first = '', ...base] = off;
        const matrix = new FailureMatrix(simulator, flows, base);
        const before = verdicts(simulator, flows, base);
        expect(Object.fromEntries(flows.map((flow) => [flow.id, matrix.normal(flow).verdict]))).toEqual(
          before,
        );
        expect({ ...before, ...Object.fromEntries(matrix.single(first).changed) }).toEqual(
          verdicts(simulator, flows, [...base, first]),
        );
      }),
      { numRuns: 150 },
    );
  });

  it('that stand for each other do to every flow the same, hop by hop', () => {
    fc.assert(
      fc.property(networks, anyAnswers, (tables, answers) => {
        const { simulator, flows } = walked(tables, answers);
        const told = (flow: Flow, part: string) => simulator.trace(flow, new Set([part]));
        for (const [part, standIn] of standInsOf(simulator.topology))
          for (const flow of flows) expect(told(flow, part)).toEqual(told(flow, standIn));
      }),
      { numRuns: 60 },
    );
  });

  it('stand for each other where they take out the same, and nowhere else', () => {
    const { simulator } = new Walked(changed(sound, ['circuits', 'c2', { secondLocation: 'london' }]));
    expect([...standInsOf(simulator.topology)]).toEqual([
      ...['west-er', 'west-in', 'east-er', 'east-in'].map((id) => [`edges/${id}/firewall`, `edges/${id}`]),
      ['locations/amsterdam', 'circuits/c1'],
    ]);
  });

  it('leave on each line what leading every peak again puts there', () => {
    fc.assert(
      fc.property(networks, anyAnswers, losses, (tables, answers, places) => {
        const { simulator, off } = walked(tables, answers, places);
        const capacity = new PathCapacity(simulator);
        for (const gone of [[], off.slice(0, 1), off]) {
          const parts = new Set(gone);
          const slow = loadsOneByOne(simulator, parts);
          const loads = new Map(capacity.loads(parts).map(({ part, load }) => [part, load]));
          // To a tenth, which half of a tenth may go either way.
          for (const [part, load] of slow)
            expect(Math.abs((loads.get(part) ?? 0) - load)).toBeLessThan(0.051);
          for (const part of loads.keys()) expect(slow.get(part)).toBeGreaterThan(0);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('leave nothing of fractions behind: of two empty links the first carries what others send', () => {
    const { simulator } = new Walked(
      changed(
        sound,
        ['circuits', 'c1', { otherLoad: 70 }],
        ['peerings', 'p-c1', { communities: ['12076:51002', '12076:51003', '12076:5010'] }],
        ['edges', 'east-er', { learnsRoutes: 'none' }],
        ['services', 'sharepoint', { service: 'exchange', path: 'express-route', peak: 33.3 }],
      ),
    );
    const loads = new PathCapacity(simulator).loads(new Set(['natPools/n1']));
    expect(loads.filter(({ part }) => part.startsWith('circuits/c1'))).toEqual([
      { part: 'circuits/c1/primary', load: 70, capacity: 400, isOver: false },
    ]);
  });

  it('overload exactly those lines that then carry more than they can, in the order of all', () => {
    fc.assert(
      fc.property(networks, anyAnswers, losses, (tables, answers, places) => {
        const { simulator, off } = walked(tables, answers, places);
        const capacity = new PathCapacity(simulator);
        for (const gone of [[], off.slice(0, 1), off]) {
          const parts = new Set(gone);
          expect(capacity.overloads(parts)).toEqual(capacity.loads(parts).filter(({ isOver }) => isOver));
        }
      }),
      { numRuns: 150 },
    );
  });
});

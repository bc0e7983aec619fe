/** Laws that hold for every network: nothing off changes nothing, nothing passes what is off, Microsoft answers by the longest match. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAddress } from '../../../shared/network/address.ts';
import { FailureMatrix } from '../../../shared/network/failures.ts';
import { findFaults } from '../../../shared/network/faults.ts';
import { containsAddress, parsePrefix } from '../../../shared/network/prefix.ts';
import { flowVerdicts, isGood } from '../../../shared/network/verdicts.ts';
import { changed, sound, type Tables, Walked } from './networks.ts';

const maybe = <Value>(...values: Value[]) => fc.constantFrom<Value | undefined>(...values, undefined);

/** Prefixes that hold, cut and miss each other. */
const prefix = fc.constantFrom(
  '131.107.1.0/24',
  '131.107.1.0/25',
  '131.107.1.0/27',
  '131.107.1.16/28',
  '131.107.2.0/24',
  '131.107.0.0/16',
  '131.107.3.0/24',
);

const advertised = fc.record({
  prefix,
  circuit: fc.constantFrom('c1', 'c2'),
  links: maybe('both', 'primary', 'secondary'),
});

/** The sound plan with cells changed at random: also to what makes no sense together. */
const networks: fc.Arbitrary<Tables> = fc
  .record({
    office: fc.record({
      steering: maybe('routing', 'pac', 'none', 'explicit-proxy'),
      site: maybe('west', 'branch', 'gone'),
      path: maybe('express-route', 'internet', 'vpn-express-route', 'blocked'),
      kind: fc.constantFrom('office-wired', 'vpn', 'mobile'),
      publicAddresses: maybe('yes', 'no'),
      subnets: fc.constantFrom(['10.1.0.0/16'], ['131.107.1.0/24']),
    }),
    erp: fc.record({
      address: maybe('131.107.1.40', '131.107.3.40', '198.51.100.1'),
      path: maybe('express-route', 'internet'),
      edge: maybe('west-er', 'west-in', 'east-er'),
      seesRoutes: maybe('yes', 'no'),
      sourceNat: maybe('yes', 'no'),
      region: maybe('europe', 'unitedstates'),
    }),
    west: fc.record({
      hub: maybe('east', 'west', 'branch'),
      internetEdge: maybe('west-in', 'east-in', 'west-er'),
    }),
    edge: fc.record({
      firewall: maybe('stateful', 'none'),
      learnsRoutes: maybe('all', 'filtered', 'none'),
      kind: fc.constantFrom('express-route', 'both'),
    }),
    peering: fc.record({
      communities: maybe(['12076:51002'], ['12076:51002', '12076:51003']),
      prepends: maybe('yes', 'no'),
      localPreference: maybe(100, 200),
    }),
    pool: fc.record({ prefix, use: fc.constantFrom('express-route', 'internet', 'both') }),
    advertised: fc.array(advertised, { maxLength: 4 }),
  })
  .map(({ office, erp, west, edge, peering, pool, advertised: rows }) => {
    const tables = changed(
      sound,
      ['clientGroups', 'office', office],
      ['endpoints', 'erp', erp],
      ['sites', 'west', west],
      ['edges', 'west-er', edge],
      ['peerings', 'p-c1', peering],
      ['natPools', 'n1', pool],
    );
    return {
      ...tables,
      advertised: rows.map((row, place) => ({
        id: `a${place}`,
        ...Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined)),
      })),
    };
  });

const partsOff = (walked: Walked) =>
  fc.subarray([...walked.simulator.topology.parts.keys()], { maxLength: 3 });

describe('every network', () => {
  it('gives each flow one of the verdicts, and the same one each time', () => {
    fc.assert(
      fc.property(networks, (tables) => {
        const first = new Walked(tables);
        const again = new Walked(tables);
        for (const [place, flow] of first.flows.entries()) {
          const trace = first.simulator.trace(flow);
          expect(flowVerdicts).toContain(trace.verdict);
          expect(again.simulator.trace(again.flows[place] as typeof flow)).toEqual(trace);
          if (trace.verdict === 'unknown') expect(trace.missing.length).toBeGreaterThan(0);
          else expect(trace.missing).toEqual([]);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('walks flows of one kind alike, whether together or alone', () => {
    fc.assert(
      fc.property(networks, (tables) => {
        const { simulator, flows } = new Walked(tables);
        for (const [place, flow] of flows.entries()) {
          const other = new Walked(tables);
          const alone = other.simulator.trace(
            other.flows[place] as typeof flow,
            new Set(['nothing of this name']),
          );
          expect(alone.verdict).toBe(simulator.trace(flow).verdict);
          expect(alone.request).toEqual(simulator.trace(flow).request);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('never leads a trace past a part that is off', () => {
    fc.assert(
      fc.property(
        networks.chain((tables) => {
          const walked = new Walked(tables);
          return partsOff(walked).map((off) => ({ walked, off }));
        }),
        ({ walked: { simulator, flows }, off }) => {
          const gone = new Set(off);
          const hasLoop = simulator.topology.problems.length > 0;
          for (const flow of flows) {
            const { request, reply } = simulator.trace(flow, gone);
            for (const way of [request, reply]) {
              for (const hop of way.slice(0, -1)) expect(gone).not.toContain(hop.node);
              // In a circle of hubs a line has two names, one for each direction.
              for (const [place, hop] of hasLoop ? [] : way.entries())
                expect(gone).not.toContain(`${hop.node}>${way[place + 1]?.node}`);
            }
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  it('is answered by Microsoft at the longest prefix, as a plain search finds it', () => {
    fc.assert(
      fc.property(networks, (tables) => {
        const { simulator, flows } = new Walked(tables);
        for (const flow of flows) {
          const { reply } = simulator.trace(flow);
          const decided = reply.find(
            ({ reason }) => reason.startsWith('reply-') && reason !== 'reply-outside',
          );
          if (!decided) continue;
          const address = parseAddress(String(decided.values?.address));
          if (!address.ok) throw new Error('no address');
          const around = (tables.advertised ?? [])
            .flatMap((row) => {
              const parsed = parsePrefix(String(row.prefix));
              return parsed.ok && containsAddress(parsed.value, address.value)
                ? [{ row, parsed: parsed.value }]
                : [];
            })
            .sort((one, other) => other.parsed.length - one.parsed.length);
          expect(decided.values?.prefix).toBe(around[0]?.row.prefix);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('fares in each failure as when it is walked again whole', () => {
    fc.assert(
      fc.property(
        networks.chain((tables) => {
          const walked = new Walked(tables);
          return fc
            .subarray([...walked.simulator.topology.parts.keys()], { minLength: 2, maxLength: 2 })
            .map((off) => ({ walked, off }));
        }),
        ({ walked: { simulator, flows }, off: [first = '', second = ''] }) => {
          const matrix = new FailureMatrix(simulator, flows);
          for (const failure of [matrix.single(first), matrix.pair(first, second)]) {
            const gone = new Set(failure.parts);
            for (const flow of flows) {
              const verdict = failure.changed.get(flow.id) ?? simulator.trace(flow).verdict;
              expect(verdict).toBe(simulator.trace(flow, gone).verdict);
            }
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('names as faults exactly the flows that end badly', () => {
    fc.assert(
      fc.property(networks, (tables) => {
        const { simulator, flows } = new Walked(tables);
        const bad = flows.filter((flow) => !isGood(simulator.trace(flow).verdict)).map(({ id }) => id);
        const named = findFaults(simulator.topology).flatMap(({ flow, destinations }) =>
          flow.opens === 'microsoft' ? [flow.id] : destinations.map((one) => `${flow.from}>${one.id}`),
        );
        expect(named.sort()).toEqual(bad.sort());
      }),
      { numRuns: 150 },
    );
  });

  it('treats two hubs alike that are built alike', () => {
    const walked = new Walked(
      changed(sound, [
        'clientGroups',
        'eastern',
        {
          name: 'Eastern',
          kind: 'office-wired',
          site: 'east',
          path: 'express-route',
          steering: 'routing',
          internetAllowed: 'yes',
          subnets: ['10.3.0.0/16'],
        },
      ]),
    );
    const mirrored = new Map([
      ['circuits/c1', 'circuits/c2'],
      ['circuits/c1/primary', 'circuits/c2/primary'],
      ['edges/west-er', 'edges/east-er'],
      ['edges/west-in', 'edges/east-in'],
      ['natPools/n1', 'natPools/n2'],
      ['natPools/n3', 'natPools/n4'],
    ]);
    for (const service of ['dataverse', 'exchange', 'cdn'])
      for (const [west, east] of [...mirrored, ...[...mirrored].map(([one, other]) => [other, one] as const)])
        expect(walked.trace(`office>${service}`, [west]).verdict).toBe(
          walked.trace(`eastern>${service}`, [east]).verdict,
        );
  });
});

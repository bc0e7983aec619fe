/** Grouping loses no flow, claims none that is not there, and tells one story in each group. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type GroupableFlow, groupFlows } from '../../../shared/network/flow-groups.ts';
import { RouteReport } from '../../../shared/network/route-report.ts';
import { flowVerdicts } from '../../../shared/network/verdicts.ts';
import { changed, readerOf, sound } from './networks.ts';

const name = fc.constantFrom('a', 'b', 'c', 'd');
const anyFlows: fc.Arbitrary<GroupableFlow[]> = fc
  .uniqueArray(
    fc.record({
      source: name,
      target: name,
      verdict: fc.constantFrom(...flowVerdicts.slice(0, 2)),
      leaves: fc.constantFrom('', 'West'),
    }),
    { selector: ({ source, target }) => `${source}>${target}` },
  )
  .map((all) =>
    all.map(({ source, target, verdict, leaves }) => ({
      id: `${source}>${target}`,
      from: `From ${source}`,
      fromNode: source,
      to: `To ${target}`,
      verdict,
      leaves,
      returns: '',
      because: '',
    })),
  );

describe('groups of flows', () => {
  it('hold each flow once, and are all combinations of their ends', () => {
    fc.assert(
      fc.property(anyFlows, (flows) => {
        const groups = groupFlows(flows);
        expect(groups.flatMap((group) => group.flows.map(({ id }) => id)).sort()).toEqual(
          flows.map(({ id }) => id).sort(),
        );
        for (const { from, to, flows: members, verdict, leaves } of groups) {
          expect(members).toHaveLength(from.length * to.length);
          const pairs = new Set(members.map((flow) => `${flow.from}>${flow.to}`));
          for (const one of from) for (const other of to) expect(pairs).toContain(`${one}>${other}`);
          for (const flow of members) expect([flow.verdict, flow.leaves]).toEqual([verdict, leaves]);
        }
      }),
    );
  });

  it('never leave two that could be one', () => {
    fc.assert(
      fc.property(anyFlows, (flows) => {
        const keys = groupFlows(flows).map(
          ({ to, verdict, leaves }) => [...to].sort().join() + verdict + leaves,
        );
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });

  it('stand in the order of their first flows', () => {
    fc.assert(
      fc.property(anyFlows, (flows) => {
        const places = groupFlows(flows).map(({ id }) => flows.findIndex((flow) => flow.id === id));
        expect(places).toEqual([...places].sort((one, other) => one - other));
      }),
    );
  });
});

describe('of a network', () => {
  const groupsOf = (tables: typeof sound) =>
    groupFlows(new RouteReport(readerOf(tables), { language: 'en' }).describe().flows);

  it('name the ends, the edges and what decides', () => {
    const group = groupsOf(sound).find(
      ({ verdict, from }) => verdict === 'express-route' && from[0] === 'Office',
    );
    expect(group).toMatchObject({
      from: ['Office', 'Outpost'],
      to: ['Dataverse, Europe'],
      leaves: 'West ER',
      returns: 'West ER',
    });
    expect(group?.because).toContain('131.107.1.0/24');
  });

  it('say for a leak what turned it to the internet, not how it came home', () => {
    const unsteered = changed(sound, ['clientGroups', 'office', { steering: 'none' }]);
    const leak = groupsOf(unsteered).find(({ verdict }) => verdict === 'leak');
    expect(leak).toMatchObject({ from: ['Office'], leaves: 'West internet', returns: 'West internet' });
    expect(leak?.because).toBe('Nothing steers it to ExpressRoute here.');
  });
});

/** Traces beside the flows they speak of: the Route lab says which agree and which contradict it, and silence shows nothing. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RouteReport } from '../../../shared/network/route-report.ts';
import { readTraces } from '../../../shared/network/seen-traces.ts';
import type { CaseEvidence } from '../assess/rule-case.ts';
import { changed, readerOf, sound, type Tables } from './networks.ts';

const network = changed(
  sound,
  ['environments', 'sales', { address: 'sales.crm4.dynamics.com' }],
  ['circuits', 'c1', { provisioning: 'provisioned' }],
  ['circuits', 'c2', { provisioning: 'provisioned' }],
  ['peerings', 'p-c1', { primary: '203.0.113.0/30', secondary: '203.0.113.4/30' }],
  ['peerings', 'p-c2', { primary: '203.0.113.8/30', secondary: '203.0.113.12/30' }],
);

const trace = (addresses: readonly (string | null)[], site?: string): CaseEvidence => ({
  kind: 'trace',
  name: 'office.txt',
  taken: '2026-11-02',
  ...(site === undefined ? {} : { about: { site } }),
  records: addresses.map((address, index) => ({
    target: 'sales.crm4.dynamics.com',
    targetAddress: '13.69.1.2',
    hop: index + 1,
    address,
    name: null,
    milliseconds: [],
    lost: 0,
  })),
});

function beside(evidence: CaseEvidence[], off: string[] = [], tables: Tables = network) {
  const { flows } = new RouteReport(readerOf(tables, {}, evidence), {
    language: 'en',
    flows: 'all',
    off,
  }).describe();
  return flows.flatMap(({ from, service, traces }) =>
    traces.map(({ agrees, text }) => `${from} ${service} ${agrees}: ${text}`),
  );
}

describe('a trace stands beside its flow', () => {
  it('and says where it contradicts the way that is shown', () => {
    expect(beside([trace(['10.1.0.1', null, '131.107.3.1'])])).toEqual([
      'Office dataverse false: Trace office.txt of 2026-11-02: hop 3, 131.107.3.1, stands at West internet. The way shown here is another.',
    ]);
    expect(beside([trace(['10.1.0.1', '10.9.0.1', '13.69.1.2'])])).toEqual([
      'Office dataverse false: Trace office.txt of 2026-11-02: every router up to the target answered, and none is Microsoft’s end of a circuit. The way shown here is another.',
    ]);
  });

  it('and that it agrees, where it does', () => {
    expect(beside([trace(['10.2.0.1', null, '203.0.113.2'])])).toEqual([
      'Outpost dataverse true: Trace office.txt of 2026-11-02: hop 3, 203.0.113.2, is Microsoft’s end of Circuit 1. That is the way shown here.',
    ]);
  });

  it('but not while parts are switched off: nobody traced that', () => {
    expect(beside([trace(['10.1.0.1', null, '131.107.3.1'])], ['circuits/c2'])).toEqual([]);
  });

  it('and several runs in one text are each their own', () => {
    const first = trace(['10.1.0.1', '203.0.113.2']);
    const second = trace(['10.1.0.1', '203.0.113.10']);
    const both = { ...first, records: [...first.records, ...second.records] } as CaseEvidence;
    expect(beside([both]).map((text) => text.slice(0, 22))).toEqual([
      'Office dataverse true:',
      'Office dataverse false',
    ]);
  });
});

const stranger = fc
  .tuple(fc.integer({ min: 1, max: 254 }), fc.integer({ min: 1, max: 254 }))
  .map(([third, fourth]) => `192.0.${third}.${fourth}`);

it('shows nothing by what keeps silent, or by routers that nobody knows', () => {
  fc.assert(
    fc.property(
      fc.array(fc.option(stranger, { nil: null }), { minLength: 1, maxLength: 12 }),
      fc.nat(11),
      fc.boolean(),
      (addresses, silent, isWhole) => {
        const hops = ['10.1.0.1', ...addresses];
        hops[1 + (silent % addresses.length)] = null as never;
        if (isWhole) hops.push('13.69.1.2');
        expect(readTraces(readerOf(network, {}, [trace(hops, 'west')]))).toEqual([]);
      },
    ),
    { numRuns: 60 },
  );
});

it('never contradicts when Microsoft’s end of a planned circuit is the only router that is known', () => {
  fc.assert(
    fc.property(
      fc.array(fc.option(stranger, { nil: null }), { maxLength: 8 }),
      fc.constantFrom('203.0.113.2', '203.0.113.6'),
      fc.nat(8),
      (addresses, end, at) => {
        const hops = ['10.1.0.1', ...addresses];
        hops.splice(1 + (at % hops.length), 0, end);
        const seen = readTraces(readerOf(network, {}, [trace(hops)]));
        expect(seen.map(({ agrees }) => agrees)).toEqual([true]);
      },
    ),
    { numRuns: 60 },
  );
});

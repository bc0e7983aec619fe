/** What evidence shows takes the place of what the plan assumes, and the hop says where it was seen and when. */
import { describe, expect, it } from 'vitest';
import type { PacRecord } from '../../../shared/evidence/pac/records.ts';
import type { BgpRecord } from '../../../shared/evidence/records.ts';
import { RouteReport } from '../../../shared/network/route-report.ts';
import { piecesSeen, readSeen } from '../../../shared/network/seen.ts';
import type { CaseEvidence } from '../assess/rule-case.ts';
import { type Answers, changed, readerOf, sound, type Tables } from './networks.ts';

const host = 'contoso.crm4.dynamics.com';
const withAddress = changed(sound, ['environments', 'sales', { address: host }]);
const steered = (tables: Tables) =>
  changed(
    tables,
    ['clientGroups', 'office', { steering: 'pac', proxy: 'cloud' }],
    ['proxies', 'cloud', { name: 'Cloud proxy', kind: 'cloud' }],
  );

function pac(answer: string, clients: string[] = []): CaseEvidence {
  const way =
    answer === 'DIRECT'
      ? { kind: 'direct' as const }
      : { kind: 'proxy' as const, address: 'p.example.com:8080' };
  const record: PacRecord = {
    clients,
    host,
    answer,
    ways: [way],
    line: 7,
    rule: null,
    match: null,
    otherwise: null,
  };
  return { kind: 'pac', name: 'wpad.dat', taken: '2026-11-02', records: [record] };
}

function path(prefix: string, localPreference: number): BgpRecord {
  return {
    prefix,
    nextHop: '203.0.113.2',
    metric: null,
    localPreference,
    weight: null,
    path: [12_076, 8075],
    origin: 'igp',
    valid: true,
    best: true,
    communities: null,
  };
}

const lookup: CaseEvidence = {
  kind: 'name-lookup',
  records: [{ name: host, type: 'A', value: '13.69.1.2', seconds: 60, server: null }],
};
const table = (prefix: string): CaseEvidence => ({
  kind: 'bgp-table',
  name: 'west.txt',
  taken: '2026-11-03',
  about: { circuit: 'c1' },
  records: [path(prefix, 170), path('20.190.128.0/18', 170)],
});

function walk(tables: Tables, evidence: CaseEvidence[], answers: Answers = {}) {
  const { flows } = new RouteReport(readerOf(tables, answers, evidence), {
    language: 'en',
    flows: 'all',
  }).describe();
  const flow = flows.find(
    ({ fromNode, service }) => fromNode === 'clientGroups/office' && service === 'dataverse',
  );
  if (!flow) throw new Error('There is no such flow.');
  return { verdict: flow.verdict, said: (flow.request ?? []).map(({ because }) => because).join('\n') };
}

describe('without evidence', () => {
  it('nothing takes the place of the plan', () => {
    expect(readSeen(readerOf(sound))).toEqual({});
  });
});

it('names each piece that takes the place of an assumption, once', () => {
  const namesOf = (evidence: CaseEvidence[]) => {
    const project = readerOf(withAddress, {}, evidence);
    return piecesSeen(project, readSeen(project)).map(({ file, taken }) => `${file} ${taken}`);
  };
  expect(namesOf([])).toEqual([]);
  // A single prefix says nothing of the others, so its table is not gone by.
  const records = [path('20.190.0.0/17', 170)];
  expect(namesOf([{ kind: 'bgp-table', name: 'one.txt', about: { circuit: 'c1' }, records }])).toEqual([]);
  expect(namesOf([table('20.190.0.0/17'), pac('DIRECT')])).toEqual([
    'west.txt 2026-11-03',
    'wpad.dat 2026-11-02',
  ]);
});

describe('a PAC file that was asked', () => {
  const mixed: Answers = { 'client.steering.method': 'mixed' };
  const tables = steered(withAddress);

  it('sends traffic where it says, with its line and its day', () => {
    const { verdict, said } = walk(tables, [pac('PROXY p.example.com:8080')], mixed);
    expect(verdict).toBe('leak');
    expect(said).toContain(
      `Seen in wpad.dat of 2026-11-02: line 7 of the PAC file sends ${host} to Cloud proxy.`,
    );
    expect(walk(tables, [pac('DIRECT')], mixed)).toMatchObject({
      verdict: 'express-route',
      said: expect.stringContaining('Seen in wpad.dat of 2026-11-02: line 7'),
    });
  });

  it('asks for the proxy where the plan has none', () => {
    const bare = changed(withAddress, ['clientGroups', 'office', { steering: 'pac' }]);
    expect(walk(bare, [pac('PROXY p.example.com:8080')], mixed).verdict).toBe('unknown');
  });

  it('says nothing of clients it was not asked for, or that nothing steers by it', () => {
    expect(walk(tables, [pac('PROXY p.example.com:8080', ['somebody-else'])], mixed).said).not.toContain(
      'wpad.dat',
    );
    const routed = changed(tables, ['clientGroups', 'office', { steering: 'routing' }]);
    expect(walk(routed, [pac('PROXY p.example.com:8080')], mixed)).toMatchObject({
      verdict: 'express-route',
    });
  });
});

describe('a table of routes and a looked-up name', () => {
  it('show by which prefix the name is reached, and where that was seen', () => {
    expect(walk(withAddress, [lookup, table('13.69.0.0/17')])).toMatchObject({
      verdict: 'express-route',
      said: expect.stringContaining(
        '13.69.0.0/17, local preference 170: the longest match, as seen in west.txt of 2026-11-03',
      ),
    });
  });

  it('show that a circuit does not bring what the plan expects of it', () => {
    expect(walk(withAddress, [lookup, table('40.96.0.0/13')]).said).not.toContain('Circuit 1 brings');
  });

  it('claim nothing from a single prefix, or from a name behind Front Door', () => {
    const one = { ...table('40.96.0.0/13'), records: [path('40.96.0.0/13', 170)] } as CaseEvidence;
    expect(readSeen(readerOf(withAddress, {}, [one])).routes).toBeUndefined();
    const behind: CaseEvidence = {
      kind: 'name-lookup',
      records: [
        { name: host, type: 'CNAME', value: 'x.azurefd.net', seconds: 60, server: null },
        { name: 'x.azurefd.net', type: 'A', value: '13.107.246.1', seconds: 60, server: null },
      ],
    };
    expect(readSeen(readerOf(withAddress, {}, [behind])).addresses).toBeUndefined();
  });
});

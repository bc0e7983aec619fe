/** Proposals: what each kind becomes, beside today's value; taken over once there is nothing left, and what is confirmed stays. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { visibleQuestions } from '../../../../shared/content/conditions.ts';
import { content } from '../../../../shared/content/content.ts';
import { applyChanges } from '../../../../shared/content/open-state.ts';
import { builtInReference } from '../../../../shared/content/reference.ts';
import { type KeptEvidence, keep } from '../../../../shared/evidence/kept.ts';
import { acceptProposals } from '../../../../shared/evidence/proposals/accept.ts';
import type { ProposalProject } from '../../../../shared/evidence/proposals/claims.ts';
import type { Proposals, RowProposal } from '../../../../shared/evidence/proposals/proposals.ts';
import { propose, withAbout } from '../../../../shared/evidence/proposals/propose.ts';
import { readEvidence } from '../../../../shared/evidence/read-evidence.ts';
import type { Json } from '../../../../shared/json.ts';
import { problemWith } from '../../../../shared/project/paths.ts';
import type { ProjectState } from '../../../../shared/project/state.ts';
import { allSamples, readSample } from '../../../helpers/evidence-samples.ts';
import { type CaseTables, subjectOf } from '../../assess/rule-case.ts';

function read(sample: string, name = sample): KeptEvidence {
  const reading = readEvidence({ text: readSample(sample), name });
  if (!reading.ok) throw new Error(`${sample}: ${reading.problem}`);
  return keep(reading.evidence);
}

function projectOf(state: ProjectState): ProposalProject {
  return { ...state, visible: visibleQuestions(content, state), reference: builtInReference };
}

function cellsOf(row: RowProposal | undefined): Record<string, Json> {
  return Object.fromEntries((row?.cells ?? []).map(({ column, to }) => [column, to]));
}

function accepted(state: ProjectState, proposals: Proposals): ProjectState {
  const free = (one: { contested: boolean }) => !one.contested;
  const chosen = {
    answers: proposals.answers.filter(free),
    rows: proposals.rows
      .map((row) => ({ ...row, cells: row.cells.filter(free) }))
      .filter(({ cells }) => cells.length > 0),
  };
  const result = acceptProposals(chosen, proposals, projectOf(state));
  if (!result.ok) throw new Error(result.moved);
  for (const { path, after } of result.edits) expect(problemWith(path, after)).toBeUndefined();
  const next = structuredClone(state);
  applyChanges(next, result.edits);
  return next;
}

const oneCircuit: CaseTables = {
  circuits: [{ id: 'c1', name: 'ER-Paris', location: 'paris', bandwidth: 200, sku: 'standard' }],
};

describe('a trace', () => {
  const hop = (number: number, address: string | null, milliseconds: number[]) => ({
    target: 'make.powerapps.com',
    hop: number,
    address,
    name: null,
    milliseconds,
    lost: 0,
  });
  const state = subjectOf({
    tables: {
      sites: [{ id: 'lyon', name: 'Lyon', kind: 'office' }],
      peerings: [
        {
          id: 'm',
          name: 'M',
          circuit: 'c1',
          type: 'microsoft',
          primary: '203.0.113.0/30',
          secondary: '203.0.113.4/30',
        },
        { id: 'p', name: 'P', circuit: 'c1', type: 'private', primary: '172.16.0.0/30' },
      ],
    },
  });
  const claimed = (hops: ReturnType<typeof hop>[], site?: string) =>
    propose(
      withAbout(
        keep({ kind: 'trace', records: hops, unread: [], dropped: [] }),
        undefined,
        site === undefined ? {} : { site },
      ),
      projectOf(state),
    ).rows.map((row) => [row.row, cellsOf(row)]);

  it('past Microsoft’s end of a circuit says how far the edge is, from the site that somebody named', () => {
    const hops = [hop(1, '10.1.0.1', [1]), hop(2, '203.0.113.6', [14.26, 12.34]), hop(3, null, [])];
    expect(claimed(hops, 'lyon')).toEqual([['lyon', { expressRouteLatency: 12.3 }]]);
    expect(claimed(hops)).toEqual([]);
    expect(claimed(hops, 'paris')).toEqual([]);
  });

  it('past anything else says nothing of it', () => {
    expect(
      claimed([hop(1, '203.0.113.5', [3]), hop(2, '172.16.0.2', [4]), hop(3, '198.51.100.1', [5])], 'lyon'),
    ).toEqual([]);
  });
});

describe('a circuit', () => {
  it('that is not in the project becomes a row, with its peerings pointing to it', () => {
    const { rows, answers } = propose(read('azure/circuit-rest.txt'), projectOf(subjectOf({})));
    const circuit = rows.find(({ table }) => table === 'circuits');
    expect(circuit).toMatchObject({ isNew: true });
    const peerings = rows.filter(({ table }) => table === 'peerings');
    for (const peering of peerings) expect(cellsOf(peering).circuit).toBe(circuit?.row);
    expect(answers.every(({ from }) => from === null || from !== undefined)).toBe(true);
  });

  it('that is there by its name, in other letters, is changed where it differs and nowhere else', () => {
    const kept = keep({
      kind: 'circuit',
      unread: [],
      dropped: [],
      records: [
        {
          name: 'er paris',
          location: null,
          circuitState: 'Enabled',
          providerState: 'Provisioned',
          tier: 'Standard',
          family: null,
          bandwidthMbps: 500,
          peeringLocation: 'Paris',
          provider: null,
          directPort: null,
          globalReach: null,
          peerings: [],
        },
      ],
    });
    const { rows, same } = propose(kept, projectOf(subjectOf({ tables: oneCircuit })));
    expect(rows).toMatchObject([{ table: 'circuits', row: 'c1', isNew: false }]);
    expect(cellsOf(rows[0])).toEqual({
      bandwidth: 500,
      provisioning: 'provisioned',
      circuitState: 'enabled',
    });
    expect(rows[0]?.cells.find(({ column }) => column === 'bandwidth')?.from).toBe(200);
    // Location, SKU, and that there is a circuit at all.
    expect(same).toBe(3);
  });
});

describe('a peering', () => {
  it('takes its VLAN, AS numbers, subnets and validation, and its prefixes become rows', () => {
    const { rows } = propose(read('azure/peering-rest.txt'), projectOf(subjectOf({ tables: oneCircuit })));
    expect(cellsOf(rows.find(({ table }) => table === 'peerings'))).toMatchObject({
      circuit: 'c1',
      type: 'microsoft',
      vlan: 300,
      peerAsn: 100,
      validation: 'validation-needed',
    });
    expect(rows.some(({ table }) => table === 'advertised')).toBe(true);
  });

  it('of nobody knows which circuit asks for it', () => {
    const two: CaseTables = {
      circuits: [
        ...(oneCircuit.circuits ?? []),
        { id: 'c2', name: 'ER-Lyon', location: 'paris', bandwidth: 50, sku: 'local' },
      ],
    };
    const kept = read('azure/peering-rest.txt');
    const project = projectOf(subjectOf({ tables: two }));
    expect(propose(kept, project)).toMatchObject({ rows: [], missing: ['circuit'] });
    const said = withAbout(kept, undefined, { circuit: 'c2' });
    expect(cellsOf(propose(said, project).rows[0]).circuit).toBe('c2');
  });
});

describe('both links of a circuit', () => {
  const arp = (link: 'primary' | 'secondary', mac: string | null) =>
    keep({
      kind: 'arp',
      link,
      unread: [],
      dropped: [],
      records: [{ age: 1, side: 'on-prem', address: '192.0.2.1', mac }],
    });

  it('answer together what one of them cannot', () => {
    const state = subjectOf({});
    expect(propose(arp('primary', 'aaaa.bbbb.cccc'), projectOf(state)).answers).toEqual([]);
    state.evidence.e1 = arp('secondary', 'aaaa.bbbb.dddd');
    expect(propose(arp('primary', 'aaaa.bbbb.cccc'), projectOf(state)).answers).toMatchObject([
      { question: 'golive.checks.arp', to: 'both' },
    ]);
    expect(propose(arp('primary', null), projectOf(state)).answers).toMatchObject([{ to: 'incomplete' }]);
  });

  it('say which questions they would answer, where those are not asked yet', () => {
    const deciding = subjectOf({ answers: { 'scope.today.stage': 'deciding' } });
    deciding.evidence.e1 = arp('secondary', 'aaaa.bbbb.dddd');
    expect(propose(arp('primary', 'aaaa.bbbb.cccc'), projectOf(deciding))).toMatchObject({
      answers: [],
      supports: [],
      later: ['golive.checks.arp'],
    });
  });

  it('ask which one it is when nothing tells', () => {
    expect(propose(read('azure/arp-az.txt', 'arp.txt'), projectOf(subjectOf({}))).missing).toContain('link');
  });
});

describe('what a router sends', () => {
  it('proposes nothing until somebody says that the neighbour is a link to Microsoft', () => {
    const state = subjectOf({ tables: oneCircuit });
    const kept = read('router/ios-advertised.txt', 'edge1.txt');
    expect(propose(kept, projectOf(state))).toMatchObject({ rows: [], missing: ['link'] });
    const { rows } = propose(withAbout(kept, 'primary', {}), projectOf(state));
    expect(rows).toEqual([]);
  });

  it('is what is advertised, on one link or on both', () => {
    const state = subjectOf({ tables: oneCircuit });
    const sent = (link: 'primary' | 'secondary', ...prefixes: string[]) =>
      keep({
        kind: 'sent-routes',
        link,
        unread: [],
        dropped: [],
        records: prefixes.map((prefix) => ({
          prefix,
          nextHop: null,
          metric: null,
          localPreference: null,
          weight: null,
          path: prefix === '20.1.0.0/24' ? [64500] : [],
          origin: 'igp' as const,
          valid: true,
          best: true,
          communities: null,
        })),
      });
    // Private and special networks are nobody's to advertise.
    const primary = sent('primary', '20.1.0.0/24', '20.2.0.0/24', '10.0.0.0/8', '0.0.0.0/0');
    const alone = propose(primary, projectOf(state)).rows.map(cellsOf);
    expect(alone).toEqual([
      { prefix: '20.1.0.0/24', circuit: 'c1', asn: 64500 },
      { prefix: '20.2.0.0/24', circuit: 'c1' },
    ]);
    state.evidence.e1 = sent('secondary', '20.1.0.0/24');
    expect(propose(primary, projectOf(state)).rows.map((row) => cellsOf(row).links)).toEqual([
      'both',
      'primary',
    ]);
  });
});

describe('laws', () => {
  const samples = allSamples().filter(({ name }) => !name.startsWith('pac/'));
  const starts = [subjectOf({}), subjectOf({ tables: oneCircuit })];

  it('what was taken over is proposed no more', () => {
    for (const { name } of samples) {
      for (const start of starts) {
        const kept = withAbout(read(name), 'primary', {});
        const after = accepted(start, propose(kept, projectOf(start)));
        const again = propose(kept, projectOf(after));
        expect({ name, answers: again.answers, rows: again.rows }).toEqual({ name, answers: [], rows: [] });
      }
    }
  });

  it('what a person has confirmed is never overwritten, whatever is accepted', () => {
    const kinds = samples.map(({ name }) => withAbout(read(name), 'primary', {}));
    const names = ['MyCircuit', 'ER-Paris', 'er paris', 'Production', 'Paris'];
    const rows = fc.array(
      fc.record({
        table: fc.constantFrom('circuits', 'environments', 'sites', 'peerings'),
        name: fc.constantFrom(...names),
        bandwidth: fc.constantFrom(50, 200, 1000),
      }),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(rows, fc.constantFrom(...kinds), (given, kept) => {
        const state = subjectOf({});
        for (const [index, { table, name, bandwidth }] of given.entries()) {
          const cells: Record<string, Json> = table === 'circuits' ? { name, bandwidth } : { name };
          state.tables[table] = [...(state.tables[table] ?? []), { id: `r${index}`, order: index, cells }];
        }
        for (const question of content.questions.keys()) state.reviews[question] = { by: 'H. Meyer', at: 0 };
        const proposals = propose(kept, projectOf(state));
        const after = accepted(state, proposals);
        for (const [table, before] of Object.entries(state.tables))
          for (const row of before)
            expect(after.tables[table]?.find(({ id }) => id === row.id)?.cells).toMatchObject(row.cells);
        // And saying so anyway is refused.
        for (const answer of proposals.answers.filter(({ contested }) => contested))
          expect(acceptProposals({ answers: [answer], rows: [] }, proposals, projectOf(state)).ok).toBe(
            false,
          );
      }),
    );
  });

  it('what the project says otherwise by now is refused, and changes nothing', () => {
    const kept = read('azure/circuit-rest.txt');
    const then = propose(kept, projectOf(subjectOf({})));
    const later = accepted(subjectOf({}), then);
    const result = acceptProposals(then, propose(kept, projectOf(later)), projectOf(later));
    expect(result.ok).toBe(false);
  });

  it('a list of thousands is compared row by row, whatever stands there already', () => {
    const count = 4000;
    const names = Array.from({ length: count }, (_, index) => `Site ${index}`);
    const text = ['site,country,users', ...names.map((name, index) => `${name},FR,${index}`)].join('\n');
    const reading = readEvidence({ text });
    if (!reading.ok) throw new Error(reading.problem);
    const state = subjectOf({});
    const cells = (index: number) => ({ name: names[index] ?? '', country: 'fr', users: index });
    state.tables.sites = names.map((_, index) => ({ id: `s${index}`, order: index, cells: cells(index) }));
    const first = state.tables.sites[7];
    if (first) first.cells.users = 1_000_000;
    const { rows, same } = propose(keep(reading.evidence), projectOf(state));
    expect(rows).toMatchObject([{ row: 's7', cells: [{ column: 'users', from: 1_000_000, to: 7 }] }]);
    expect(same).toBe(count * 2 - 1);
  });

  it('a row that points to a new one brings it along', () => {
    const state = subjectOf({});
    const proposals = propose(read('azure/circuit-rest.txt'), projectOf(state));
    const peerings = proposals.rows.filter(({ table }) => table === 'peerings');
    if (peerings.length === 0) return;
    const result = acceptProposals({ answers: [], rows: peerings }, proposals, projectOf(state));
    expect(result.ok && result.edits.some(({ path }) => path.startsWith('row/circuits/'))).toBe(true);
  });
});

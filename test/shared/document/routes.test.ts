/** What the routing plan says of the sample's flows: the one that breaks, what each loss does, and the drill. */
import { describe, expect, it } from 'vitest';
import { builtInReference } from '../../../shared/content/reference.ts';
import type { Block } from '../../../shared/document/blocks.ts';
import { buildPlan } from '../../../shared/document/build.ts';
import { textOf } from '../../../shared/document/runs.ts';
import { buildSheets } from '../../../shared/document/sheets/build-sheets.ts';
import { emptyState } from '../../../shared/project/state.ts';
import { type CaseTables, subjectOf } from '../assess/rule-case.ts';
import { changed, sound, spreads, type Tables } from '../network/networks.ts';
import { sampleView, today, viewOf } from './projects.ts';

const plan = buildPlan({ view: sampleView, today, audience: 'engineer', reference: builtInReference });
const sections = plan.parts.find(({ id }) => id === 'routing')?.sections ?? [];

function tablesOf(id: string): Extract<Block, { kind: 'table' }>[] {
  const blocks = sections.find((one) => one.id === id)?.blocks ?? [];
  return blocks.flatMap((block) => (block.kind === 'table' ? [block] : []));
}

function tableOf(id: string): Extract<Block, { kind: 'table' }> {
  const [table] = tablesOf(id);
  if (!table) throw new Error(`no table in ${id}`);
  return table;
}

const rowsOf = (id: string) => tableOf(id).rows.map((row) => row.map((cell) => textOf(cell.text)));

describe('the routing plan', () => {
  it('puts the flow that breaks first, with the edge that drops it', () => {
    const [first] = rowsOf('routing.symmetry');
    expect(first?.[0]).toBe('Lyon wireless');
    expect(first?.[3]).toContain('Dropped');
    expect(first?.[4]).toBe('Internet edge Lyon, back at ER edge Paris');
    expect(tableOf('routing.symmetry').rows[0]?.[3]?.tone).toBe('blocker');
  });

  it('has one row for who works outside and reaches several services alike', () => {
    const remote = rowsOf('routing.symmetry').filter(([from]) => from?.startsWith('Remote workers'));
    expect(remote.length).toBeLessThan(4);
    expect(remote[0]?.[1]).toContain('; ');
    expect(remote.map((row) => row[4])).toEqual(remote.map(() => '–'));
  });

  it('tells what Microsoft calls in a table of its own, without saying in each row who calls', () => {
    const [own, called] = tablesOf('routing.symmetry');
    expect(own?.columns.map(({ title }) => title)).toContain('From');
    expect(called?.caption).toMatch(/^Calls from Microsoft/);
    expect(called?.columns.map(({ title }) => title)).not.toContain('From');
    expect(called?.rows.map(([to]) => textOf(to?.text ?? [])).sort()).toEqual([
      'Autodiscover',
      'ERP web service',
    ]);
  });

  it('counts every flow once, and names of many the first few', () => {
    const rows = rowsOf('routing.symmetry');
    const [, called] = tablesOf('routing.symmetry');
    const counts = [
      ...rows.map((row) => Number(row[2])),
      ...(called?.rows ?? []).map((row) => Number(textOf(row[1]?.text ?? []))),
    ];
    const total = counts.reduce((sum, count) => sum + count, 0);
    const said = sections.find(({ id }) => id === 'routing.symmetry')?.blocks[0];
    expect(said?.kind === 'paragraph' && textOf(said.text)).toContain(`${total} flows`);
    const [, to = ''] = rows.find((row) => Number(row[2]) > 10) ?? [];
    expect(to).toMatch(/; .* and \d+ more$/);
    // The workbook leaves nobody out.
    const sheets = buildSheets({ view: sampleView, today, reference: builtInReference, history: [] });
    const routes = sheets.find(({ name }) => name === 'Routes')?.rows ?? [];
    expect(routes.reduce((sum, row) => sum + Number(row[2]), 0)).toBe(total);
    const pairs = routes.flatMap((row) =>
      String(row[0])
        .split('; ')
        .flatMap((from) =>
          String(row[1])
            .split('; ')
            .map((destination) => `${from} ${destination}`),
        ),
    );
    expect(pairs).toHaveLength(total);
  });

  it('has no column for overload where nothing is overloaded', () => {
    const { columns, rows } = tableOf('routing.failures');
    expect(columns.map(({ title }) => title)).not.toContain('Overloaded then');
    for (const row of rows) expect(row).toHaveLength(columns.length);
  });

  it('says for each part what its loss does', () => {
    const rows = rowsOf('routing.failures');
    const of = (part: string) => rows.find((row) => row[0]?.split('; ').includes(part));
    expect(new Set(of('Circuit 1 Paris, primary link')?.slice(1))).toEqual(new Set(['–']));
    // All flows that change are counted again by how they end.
    for (const [, count, ...ends] of rows)
      expect(ends.reduce((sum, end) => sum + (Number(end) || 0), 0)).toBe(Number(count) || 0);
    expect(Number(of('WAN line Lyon office → Paris datacenter')?.[1])).toBeGreaterThan(5);
    expect(new Set(rows.map((row) => row.slice(1).join('|'))).size).toBe(rows.length);
  });

  it('orders the drill from what nobody should notice', () => {
    const rows = rowsOf('routing.drill');
    expect(rows[0]?.[0]).toMatch(/^1–\d+$/);
    expect(rows[0]?.[1]).toContain('link');
    expect(rows.some(([, parts]) => parts?.split('; ').includes('Proxy Paris'))).toBe(true);
    // Steps in one line are counted: the next line goes on where it ended.
    const [, last = 0] = rows[0]?.[0]?.split('–').map(Number) ?? [];
    expect(rows[0]?.[1]?.split('; ')).toHaveLength(last);
    expect(rows[1]?.[0]).toMatch(new RegExp(`^${last + 1}\\b`));
  });

  it('has the matrix as a sheet: only flows and parts that matter', () => {
    const sheets = buildSheets({ view: sampleView, today, reference: builtInReference, history: [] });
    const sheet = sheets.find(({ name }) => name === 'Failure matrix');
    expect(sheet?.columns.slice(0, 3).map(({ title }) => title)).toEqual(['From', 'To', 'Nothing lost']);
    expect(sheet?.rows.length).toBeGreaterThan(20);
    for (const row of sheet?.rows ?? []) expect(row.slice(3).some((value) => value !== null)).toBe(true);
  });
});

describe('a circuit whose links end at two edges', () => {
  const split = changed(sound, ['circuits', 'c1', { secondEdge: 'east-er' }]);
  const rowFor = (tables: Tables, language: 'en' | 'de' = 'en') => {
    const { answers, tables: rows } = subjectOf({ answers: spreads ?? {}, tables: tables as CaseTables });
    const view = viewOf({ ...emptyState(), answers, tables: rows, language });
    const written = buildPlan({ view, today, audience: 'engineer', reference: builtInReference });
    const table = written.parts
      .find(({ id }) => id === 'routing')
      ?.sections.find(({ id }) => id === 'routing.symmetry')
      ?.blocks.find((block) => block.kind === 'table');
    const all = table?.kind === 'table' ? table.rows : [];
    const row = all.find(
      ([from, to]) => /Office/.test(textOf(from?.text ?? [])) && /Dataverse/.test(textOf(to?.text ?? [])),
    );
    return { texts: row?.map(({ text }) => textOf(text)), tone: row?.[3]?.tone };
  };

  it('is said to drop what Microsoft answers at the edge that did not translate', () => {
    const { texts, tone } = rowFor(split);
    expect(tone).toBe('blocker');
    expect(texts?.slice(3)).toEqual([
      'Dropped: the reply arrives elsewhere',
      'West ER, back at East ER',
      'Dropped: 131.107.1.0 was put on at West ER; nobody here knows whose it is.',
    ]);
    expect(rowFor(split, 'de').texts?.slice(3)).toEqual([
      'Verworfen: die Antwort kommt anderswo an',
      'West ER, zurück bei East ER',
      'Verworfen: 131.107.1.0 wurde bei West ER vergeben; hier weiß niemand, wem sie gehört.',
    ]);
  });

  it('is said to go both ways once one link has the longer prefix, as with both links at one edge', () => {
    const longer = changed(split, [
      'advertised',
      'a3',
      { prefix: '131.107.1.0/27', circuit: 'c1', links: 'primary' },
    ]);
    for (const tables of [longer, sound]) {
      const { texts, tone } = rowFor(tables);
      expect(tone).toBe('good');
      expect(texts?.slice(3, 5)).toEqual(['ExpressRoute, both ways', 'West ER']);
    }
    expect(rowFor(longer).texts?.[5]).toContain('131.107.1.0/27');
  });
});

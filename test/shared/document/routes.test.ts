/** What the routing plan says of the sample's flows: the one that breaks, what each loss does, and the drill. */
import { describe, expect, it } from 'vitest';
import { builtInReference } from '../../../shared/content/reference.ts';
import type { Block } from '../../../shared/document/blocks.ts';
import { buildPlan } from '../../../shared/document/build.ts';
import { textOf } from '../../../shared/document/runs.ts';
import { buildSheets } from '../../../shared/document/sheets/build-sheets.ts';
import { sampleView, today } from './projects.ts';

const plan = buildPlan({ view: sampleView, today, audience: 'engineer', reference: builtInReference });
const sections = plan.parts.find(({ id }) => id === 'routing')?.sections ?? [];

function tableOf(id: string): Extract<Block, { kind: 'table' }> {
  const table = sections.find((one) => one.id === id)?.blocks.find((block) => block.kind === 'table');
  if (table?.kind !== 'table') throw new Error(`no table in ${id}`);
  return table;
}

const rowsOf = (id: string) => tableOf(id).rows.map((row) => row.map((cell) => textOf(cell.text)));

describe('the routing plan', () => {
  it('puts the flow that breaks first, with the edge that drops it', () => {
    const [first] = rowsOf('routing.symmetry');
    expect(first?.[0]).toBe('Lyon wireless');
    expect(first?.[2]).toContain('Dropped');
    expect(first?.[3]).toBe('Internet edge Lyon');
    expect(first?.[4]).toBe('ER edge Paris');
    expect(tableOf('routing.symmetry').rows[0]?.[2]?.tone).toBe('blocker');
  });

  it('has one row for who works outside and reaches several services alike', () => {
    const remote = rowsOf('routing.symmetry').filter(([from]) => from === 'Remote workers');
    expect(remote.length).toBeLessThan(4);
    expect(remote[0]?.[1]).toContain('; ');
    expect(remote.map((row) => row[3])).toEqual(remote.map(() => '–'));
  });

  it('has no column for overload where nothing is overloaded', () => {
    const { columns, rows } = tableOf('routing.failures');
    expect(columns).toHaveLength(3);
    for (const row of rows) expect(row).toHaveLength(3);
  });

  it('says for each part what its loss does', () => {
    const rows = new Map(rowsOf('routing.failures').map((row) => [row[0], row]));
    expect(rows.get('Circuit 1 Paris, primary link')?.[2]).toBe('No flow changes.');
    expect(Number(rows.get('WAN line Lyon office → Paris datacenter')?.[1])).toBeGreaterThan(5);
  });

  it('orders the drill from what nobody should notice', () => {
    const rows = rowsOf('routing.drill');
    expect(rows[0]?.[0]).toBe('1');
    expect(rows[0]?.[1]).toContain('link');
    expect(rows.some(([, part]) => part === 'Proxy Paris')).toBe(true);
  });

  it('has the matrix as a sheet: only flows and parts that matter', () => {
    const sheets = buildSheets({ view: sampleView, today, reference: builtInReference, history: [] });
    const sheet = sheets.find(({ name }) => name === 'Failure matrix');
    expect(sheet?.columns.slice(0, 3).map(({ title }) => title)).toEqual(['From', 'To', 'Nothing lost']);
    expect(sheet?.rows.length).toBeGreaterThan(20);
    for (const row of sheet?.rows ?? []) expect(row.slice(3).some((value) => value !== null)).toBe(true);
  });
});

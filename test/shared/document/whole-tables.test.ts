/** Tables in their shortest form say all that the project says: no value of any row is lost. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { builtInReference } from '../../../shared/content/reference.ts';
import { columnsOf, type TableId, tables } from '../../../shared/content/tables.ts';
import { makeContext } from '../../../shared/document/context.ts';
import { columnsSaid, projectTables } from '../../../shared/document/project-tables.ts';
import { textOf } from '../../../shared/document/runs.ts';
import { bareCellText, cellText } from '../../../shared/document/values.ts';
import type { ProjectView } from '../../../shared/view.ts';
import { fullProject } from '../../helpers/full-project.ts';
import { randomAnswers } from '../../helpers/random-answers.ts';
import { blocksOf } from './plan-walk.ts';
import { planOf, sampleView, today, viewOf } from './projects.ts';

const fullView = viewOf(fullProject());

function contextOf(view: ProjectView) {
  return makeContext({ view, today, audience: 'engineer', reference: builtInReference });
}

/** What stands in a table's tables in the row of that name, and in the lines below them. */
function expectAllTold(view: ProjectView): void {
  const context = contextOf(view);
  const plan = planOf(view, 'engineer');
  const answers = plan.parts.filter(({ id }) => id === 'answers');
  const blocks = blocksOf({ ...plan, parts: answers });
  const rows = new Map<string, Set<string>>();
  const lines: string[] = [];
  for (const block of blocks) {
    if (block.kind === 'table') {
      const kind = /: (.+?)(?: \(\d+ of \d+\))?$/.exec(block.caption)?.[1] ?? '';
      for (const [label, ...cells] of block.rows) {
        const name = textOf(label?.text ?? []);
        const told = rows.get(name) ?? new Set([kind, name]);
        for (const one of cells) told.add(textOf(one.text));
        rows.set(name, told);
      }
    } else if (block.kind === 'paragraph') lines.push(textOf(block.text));
  }
  const below = lines.join('\n');
  for (const table of Object.keys(tables) as TableId[]) {
    for (const row of context.project.rows(table)) {
      const told = rows.get(bareCellText(context, table, row, tables[table].label));
      for (const column of Object.keys(columnsOf(table))) {
        const text = cellText(context, table, row, column);
        const isTold = told?.has(bareCellText(context, table, row, column)) || below.includes(text);
        if (told && text !== '') expect(isTold, `${table} ${row.id} ${column}: ${text}`).toBe(true);
      }
    }
  }
}

describe('the appendix', () => {
  test('tells every value of every row', () => {
    for (const view of [sampleView, fullView]) expectAllTold(view);
  });

  test('tells every value of any project', () => {
    fc.assert(
      fc.property(randomAnswers(), (state) => expectAllTold(viewOf(state))),
      { numRuns: 20 },
    );
  });

  test('has a table for each kind of row where that saves lines, and says once what a kind has in common', () => {
    const blocks = blocksOf(planOf(fullView, 'engineer'));
    const captions = blocks.flatMap((block) => (block.kind === 'table' ? [block.caption] : []));
    expect(captions).toEqual(expect.arrayContaining(['Sites: Hub', 'Sites: Office', 'Sites: Branch']));
    const lines = blocks.flatMap((block) => (block.kind === 'paragraph' ? [textOf(block.text)] : []));
    expect(lines).toContainEqual(
      expect.stringMatching(/^Sites: Branch, the same in every row: Critical: No\./),
    );
    const sample = blocksOf(planOf(sampleView, 'engineer'));
    expect(sample.some((block) => block.kind === 'table' && block.caption.startsWith('Sites: '))).toBe(false);
  });
});

describe('a table of the plan', () => {
  test('leaves out what is the same in many rows, and what few rows fill, and tells both below it', () => {
    const context = contextOf(fullView);
    const rows = context.project.rows('sites');
    const said = columnsSaid(context, 'sites', rows, ['name', 'kind', 'internetEdge']);
    expect(said).toEqual({ shown: ['name', 'kind'], same: [], few: ['internetEdge'] });
    const [table, ...below] = projectTables(context, 'circuits', ['name', 'provider', 'sku']);
    expect(table?.kind === 'table' && table.columns.map(({ title }) => title)).toEqual(['Name', 'Provider']);
    expect(below.map((block) => (block.kind === 'paragraph' ? textOf(block.text) : ''))).toEqual([
      'Circuits, the same in every row: SKU: Premium.',
    ]);
  });

  test('keeps a column beside the names, be it always the same', () => {
    const context = contextOf(fullView);
    const rows = context.project.rows('circuits');
    expect(columnsSaid(context, 'circuits', rows, ['name', 'sku']).shown).toEqual(['name', 'sku']);
  });

  test('of few rows has all its columns', () => {
    const context = contextOf(sampleView);
    const rows = context.project.rows('circuits');
    expect(rows.length).toBeLessThan(4);
    expect(columnsSaid(context, 'circuits', rows, ['name', 'sku', 'resiliency']).same).toEqual([]);
  });
});

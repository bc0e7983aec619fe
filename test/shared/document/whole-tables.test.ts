/** Tables in their shortest form say all that the project says: no value of any row is lost. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { builtInReference } from '../../../shared/content/reference.ts';
import { columnsOf, type TableId, tables } from '../../../shared/content/tables.ts';
import type { PlanDocument } from '../../../shared/document/blocks.ts';
import { buildPlan } from '../../../shared/document/build.ts';
import { makeContext, questionOfTable } from '../../../shared/document/context.ts';
import { columnsSaid, projectTables } from '../../../shared/document/project-tables.ts';
import { textOf } from '../../../shared/document/runs.ts';
import { bareCellText, cellText } from '../../../shared/document/values.ts';
import type { ProjectView } from '../../../shared/view.ts';
import { fullProject } from '../../helpers/full-project.ts';
import { randomAnswers } from '../../helpers/random-answers.ts';
import { blocksOf, writtenTexts } from './plan-walk.ts';
import { planOf, sampleView, today, viewOf } from './projects.ts';

const fullView = viewOf(fullProject());

function contextOf(view: ProjectView) {
  return makeContext({ view, today, audience: 'engineer', reference: builtInReference });
}

/** What is said of each row of a table by its name, in rows and in columns, and what stands in lines of text. */
function toldOf(plan: PlanDocument, table: TableId): { rows: Map<string, Set<string>>; below: string } {
  const question = questionOfTable(table);
  const rows = new Map<string, Set<string>>();
  const tell = (name: string, texts: readonly string[]) => {
    const pieces = texts.flatMap((text) => [text, ...text.split(/ · | → /)]);
    rows.set(name, new Set([...(rows.get(name) ?? [name]), ...pieces]));
  };
  const lines: string[] = [];
  for (const block of blocksOf(plan)) {
    const isOfTable = block.from?.some((target) => target.kind === 'question' && target.id === question);
    if (!isOfTable) continue;
    if (block.kind === 'paragraph') lines.push(textOf(block.text));
    if (block.kind !== 'table') continue;
    const kind = /: (.+?)(?: \(\d+ of \d+\))?$/.exec(block.caption)?.[1] ?? '';
    const texts = block.rows.map((row) => row.map(({ text }) => textOf(text)));
    for (const [names = '', ...cells] of texts)
      for (const name of [names, ...names.split('; ')]) tell(name, [kind, ...cells]);
    for (const [column, { title }] of block.columns.entries())
      tell(title, [kind, ...texts.map((cells) => cells[column] ?? '')]);
  }
  return { rows, below: lines.join('\n') };
}

/** Every value of every row, in the plan as a whole. */
function expectAllTold(view: ProjectView): void {
  const context = contextOf(view);
  const plan = planOf(view, 'engineer');
  for (const table of Object.keys(tables) as TableId[]) {
    const { rows, below } = toldOf(plan, table);
    for (const row of context.project.rows(table)) {
      const name = bareCellText(context, table, row, tables[table].label);
      // Nothing names it: it stands there as a dash.
      if (name === '') continue;
      const told = rows.get(name) ?? new Set();
      for (const [column, { kind }] of Object.entries(columnsOf(table))) {
        const text = cellText(context, table, row, column);
        const value = (row as Record<string, unknown>)[column];
        const forms = [
          text,
          bareCellText(context, table, row, column),
          ...(kind === 'communities' && Array.isArray(value) ? [value.join(', ')] : []),
        ];
        const isTold = forms.some((form) => told.has(form)) || below.includes(text);
        if (text !== '') expect(isTold, `${table} ${row.id} ${column}: ${text}`).toBe(true);
      }
    }
  }
}

describe('the plan', () => {
  test('tells every value of every row', () => {
    for (const view of [sampleView, fullView]) expectAllTold(view);
  });

  test('tells every value of any project', () => {
    fc.assert(
      fc.property(randomAnswers(), (state) => expectAllTold(viewOf(state))),
      { numRuns: 20 },
    );
  });

  test('tells a table once: the appendix has those that no other part of this copy shows', () => {
    const captionsOf = (plan: PlanDocument, part: string) =>
      blocksOf({ ...plan, parts: plan.parts.filter(({ id }) => id === part) }).flatMap((block) =>
        block.kind === 'table' ? [block.caption] : [],
      );
    const whole = planOf(fullView, 'engineer');
    expect(captionsOf(whole, 'scope').some((caption) => caption.startsWith('Environments'))).toBe(true);
    expect(captionsOf(whole, 'answers').filter((caption) => !/^(Sites|Prices)/.test(caption))).toEqual([]);
    const answers = whole.parts.find(({ id }) => id === 'answers');
    expect(writtenTexts({ ...whole, parts: answers ? [answers] : [] })).toContain(
      'Rows: 12, see Scope and today’s state',
    );
    const parts = ['answers', 'peering'];
    const short = buildPlan({
      view: fullView,
      today,
      audience: 'engineer',
      reference: builtInReference,
      parts,
    });
    const captions = captionsOf(short, 'answers');
    expect(captions.some((caption) => caption.startsWith('Environments'))).toBe(true);
    expect(captions.some((caption) => caption.startsWith('Circuits'))).toBe(false);
  });

  test('sets few rows of many columns beside each other', () => {
    const table = blocksOf(planOf(sampleView, 'engineer')).find(
      (block) => block.kind === 'table' && block.caption === 'Circuits',
    );
    expect(table?.kind === 'table' && table.columns.map(({ title }) => title)).toEqual([
      'Name',
      'Circuit 1 Paris',
      'Circuit 2 Frankfurt',
      'Circuit 3 Ashburn',
    ]);
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

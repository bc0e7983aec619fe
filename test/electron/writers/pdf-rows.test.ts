/** Rows whose height is known beforehand stand exactly where they would if the page setter had measured them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ownLook } from '../../../electron/backend/writers/look.ts';
import { PageCompiler } from '../../../electron/backend/writers/pdf/page-compiler.ts';
import type { PlanFiles } from '../../../electron/backend/writers/pdf/plan-files.ts';
import type { Block, PlanDocument } from '../../../shared/document/blocks.ts';
import { planOf, sampleView } from '../../shared/document/projects.ts';

const compiler = new PageCompiler();

const height = /"height":[\d.]+,(?="cells")/g;

/** Every run of pages as drawn, and how many rows were not measured. */
function drawn(files: PlanFiles): { pages: string[]; known: number } {
  const runs = [...files.headings.keys()];
  return {
    pages: runs.map((run) => compiler.svg(files, { what: 'run', run, first: 1, total: 1 })),
    known:
      runs
        .map((run) => files.run(run).bytes.toString('utf8'))
        .join('')
        .split(height).length - 1,
  };
}

/** Sums of the same lengths in another order differ in their last digits. */
function isSameDrawing(one: string, other: string): boolean {
  const number = /\d+\.\d+/g;
  const [ones, others] = [one, other].map((svg) => svg.match(number) ?? []);
  return (
    one.replace(number, 'N') === other.replace(number, 'N') &&
    (ones ?? []).every((value, index) => Math.abs(Number(value) - Number(others?.[index])) < 0.001)
  );
}

/** The same with every row measured. */
function measured(files: PlanFiles): PlanFiles {
  const run = (index: number) => {
    const made = files.run(index);
    return { ...made, bytes: Buffer.from(made.bytes.toString('utf8').replaceAll(height, '')) };
  };
  return Object.assign(Object.create(files), { run });
}

function expectSamePages(plan: PlanDocument): number {
  const files = compiler.filesOf(plan, ownLook, 'shapes');
  const { pages, known } = drawn(files);
  expect(isSameDrawing(pages.join('\n'), drawn(measured(files)).pages.join('\n'))).toBe(true);
  return known;
}

describe('rows whose lines are known', () => {
  it('stand where they would have stood, in the sample', () => {
    expect(expectSamePages(planOf(sampleView, 'engineer'))).toBeGreaterThan(200);
  });

  it('stand where they would have stood, whatever is written in them', () => {
    const sample = planOf(sampleView, 'engineer');
    const word = fc.constantFrom(
      'AV',
      'Wo',
      'fi',
      'Typ',
      'To',
      '10.0.0.0/24',
      'Zürich',
      'naïve',
      '–',
      'VA,',
      'Łódź',
      '漢字',
      'x\ny',
      '',
    );
    const long = fc.constantFrom('multi-protocol', 'label-switching/routing', 'ExpressRoute–Microsoft');
    const sentence = (one: fc.Arbitrary<string>, maxLength: number) =>
      fc.array(one, { maxLength }).map((words) => words.join(' '));
    const text = fc.oneof(sentence(word, 24), sentence(long, 6));
    const style = fc.constantFrom(undefined, 'strong' as const, 'muted' as const, 'code' as const);
    const tone = fc.constantFrom(undefined, 'blocker' as const, 'advice' as const);
    const cell = fc.record({ text, style, tone }).map(({ text, style, tone }) => ({
      text: [{ text, ...(style ? { style } : {}) }],
      ...(tone ? { tone } : {}),
    }));
    const row = fc.tuple(cell, cell, cell);
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 60 }), fc.boolean(), (rows, dense) => {
        const columns = ['One', 'Two', 'Three'].map((title) => ({ title, weight: 1 }));
        const table: Block = { kind: 'table', caption: 'Rows', columns, rows, dense };
        const parts = sample.parts.slice(0, 1).map((part) => ({ ...part, blocks: [table], sections: [] }));
        expectSamePages({ ...sample, parts });
      }),
      { numRuns: 60, endOnFailure: true },
    );
  });
});

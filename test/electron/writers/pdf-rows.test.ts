/** Rows whose height is known beforehand stand exactly where they would if the page setter had measured them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ownLook } from '../../../electron/backend/writers/look.ts';
import {
  filesOf,
  PageCompiler,
  type PlanFiles,
} from '../../../electron/backend/writers/pdf/page-compiler.ts';
import type { Block, PlanDocument } from '../../../shared/document/blocks.ts';
import { fullProject } from '../../helpers/full-project.ts';
import { planOf, sampleView, viewOf } from '../../shared/document/projects.ts';

const compiler = new PageCompiler();

const height = /"height":[\d.]+,(?="cells")/g;

/** Every run of pages as drawn, and how many rows were not measured. */
function drawn(files: PlanFiles): { pages: string[]; known: number } {
  const text = [...files.files].map(([name, bytes]) =>
    name.startsWith('run-') ? bytes.toString('utf8') : '',
  );
  return {
    pages: files.runs.map((_, run) => rounded(compiler.svg(files, { what: 'run', run, first: 1, total: 1 }))),
    known: text.join('').split(height).length - 1,
  };
}

/** Sums of the same lengths in another order differ in their last digits. */
function rounded(svg: string): string {
  return svg.replace(/\d+\.\d+/g, (number) => Number(number).toFixed(3));
}

/** The same with every row measured. */
function measured(files: PlanFiles): PlanFiles {
  const all = [...files.files].map(([name, bytes]): [string, Buffer] => [
    name,
    Buffer.from(bytes.toString('utf8').replaceAll(height, '')),
  ]);
  return { ...files, files: new Map(all) };
}

function expectSamePages(plan: PlanDocument): number {
  const files = filesOf(plan, ownLook, 'shapes');
  const { pages, known } = drawn(files);
  expect(pages.join('\n') === drawn(measured(files)).pages.join('\n')).toBe(true);
  return known;
}

describe('rows whose lines are known', () => {
  it('stand where they would have stood, in the sample and in a full project', () => {
    expect(expectSamePages(planOf(sampleView, 'engineer'))).toBeGreaterThan(100);
    expect(expectSamePages(planOf(viewOf(fullProject()), 'engineer'))).toBeGreaterThan(200);
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
    const text = fc.array(word, { maxLength: 24 }).map((words) => words.join(' '));
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

/** What pages are made of is made part by part and kept: it is what making all of it at once comes to. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Look, ownLook } from '../../../electron/backend/writers/look.ts';
import { Lately } from '../../../electron/backend/writers/pdf/lately.ts';
import type { Letters } from '../../../electron/backend/writers/pdf/page-data.ts';
import { type MadeRun, PlanFiles } from '../../../electron/backend/writers/pdf/plan-files.ts';
import type { Part, PlanDocument } from '../../../shared/document/blocks.ts';
import { planOf, sampleView } from '../../shared/document/projects.ts';

const whole = planOf(sampleView, 'engineer');
/** Short parts are made sooner; some of them link to each other, and some share a page. */
const sample = { ...whole, parts: whole.parts.filter((part) => JSON.stringify(part).length < 16000) };
const short = planOf(sampleView, 'sponsor');

/** One part other than it was: its words, its place, what it holds for links, letters that need a font of their own. */
const edits: ((part: Part) => Part[])[] = [
  () => [],
  (part) => [part, part],
  (part) => [{ ...part, title: `${part.title} again` }],
  (part) => [
    { ...part, blocks: [...part.blocks, { kind: 'paragraph', text: [{ text: '漢字 \u{10ffff}' }] }] },
  ],
  (part) => [{ ...part, sections: (part.sections ?? []).slice(1) }],
  (part) => [{ ...part, sections: [...(part.sections ?? [])].reverse() }],
  (part) => [{ ...part, id: 'renamed', follows: !part.follows }],
];

const plans = fc
  .tuple(
    fc.constantFrom(sample, sample, short),
    fc.array(fc.tuple(fc.nat(60), fc.constantFrom(...edits)), { maxLength: 3 }),
  )
  .map(([plan, changes]): PlanDocument => {
    let { parts } = plan;
    for (const [place, edit] of changes)
      parts = parts.flatMap((part, index) => (index === place % parts.length ? edit(part) : [part]));
    return { ...plan, parts };
  });
const looks = fc.constantFrom<Look>(ownLook, ownLook, { ...ownLook, paper: 'letter' });
const letters = fc.constantFrom<Letters>('shapes', 'shapes', 'text');

function runsOf(files: PlanFiles, order: readonly number[]): MadeRun[] {
  for (const index of order) if (index < files.headings.length) files.run(index);
  return [...files.headings.keys()].map((index) => files.run(index));
}

describe('the data of pages', () => {
  it('is the same whatever was made before, and in whatever order it is asked for', () => {
    const known = new Lately<MadeRun>(100);
    fc.assert(
      fc.property(
        plans,
        looks,
        letters,
        fc.array(fc.nat(40), { maxLength: 3 }),
        (plan, look, letters, order) => {
          const kept = new PlanFiles(plan, look, letters, known);
          const afresh = new PlanFiles(plan, look, letters, new Lately(0));
          const said = (runs: readonly MadeRun[]) =>
            runs.map(({ bytes, mark, places }) => [bytes.toString(), mark, places]);
          expect(said(runsOf(kept, order))).toEqual(said(runsOf(afresh, [])));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is made when it is asked for, and of a changed plan only what has changed', () => {
    const known = new Lately<MadeRun>(100);
    const first = new PlanFiles(sample, ownLook, 'shapes', known);
    const all = runsOf(first, []);
    const last = sample.parts.length - 1;
    const changed = new PlanFiles(
      {
        ...sample,
        parts: sample.parts.map((part, index) => (index === last ? { ...part, title: 'Other' } : part)),
      },
      ownLook,
      'shapes',
      known,
    );
    const same = runsOf(changed, []).filter((run, index) => run === all[index]);
    expect(same).toHaveLength(all.length - 1);
  });

  it('leads no more to what has gone, though the part that says so is as it was', () => {
    const known = new Lately<MadeRun>(100);
    const { follows: _, ...begin } = whole.parts[0] as Part;
    const text = [{ text: 'See there', target: { kind: 'part' as const, id: 'there' } }];
    const parts = ['here', 'there'].map((id) => ({
      ...begin,
      id,
      blocks: [{ kind: 'paragraph' as const, text }],
    }));
    const [both, one] = [parts, parts.slice(0, 1)].map((some) => {
      const files = new PlanFiles({ ...whole, parts: some }, ownLook, 'shapes', known);
      return files.run(0).bytes.toString();
    });
    expect(both).toContain('"go":');
    expect(one).not.toContain('"go":');
  });
});

/** How far a section or a checklist is, in the words that every page uses. */
import { describe, expect, test } from 'vitest';
import { type Progress, phraseOf, toneOf, whatIsLeft } from '../../../renderer/frame/checklist-state.ts';
import { askedSections, progressOf } from '../../../renderer/pages/wizard/section-order.ts';
import { english } from '../../../renderer/words/en.ts';
import { emptyView, sampleView } from '../../shared/document/projects.ts';

const finished: Progress = {
  percent: 100,
  counted: 5,
  answered: 5,
  confirmed: 5,
  open: 0,
  stale: 0,
  blockers: 0,
  gates: 0,
};

describe('what is left', () => {
  test.each<[string, Partial<Progress>, string[], ReturnType<typeof toneOf>]>([
    ['nothing', {}, ['done'], 'done'],
    ['a confirmation', { confirmed: 2 }, ['3 to confirm'], 'progress'],
    ['an answer', { answered: 4, confirmed: 4, open: 1 }, ['1 open'], 'progress'],
    ['a gate', { gates: 1 }, ['1 gate'], 'progress'],
    ['a newer proof', { stale: 2 }, ['2 proofs too old'], 'progress'],
    [
      'all of it',
      { answered: 4, confirmed: 2, open: 1, blockers: 2 },
      ['2 blockers', '1 open', '2 to confirm'],
      'blocked',
    ],
  ])('%s', (_, change, phrases, tone) => {
    const progress = { ...finished, ...change };
    expect(whatIsLeft(progress, english)).toEqual(phrases);
    expect(phraseOf(progress, english)).toBe(phrases[0]);
    expect(toneOf(progress)).toBe(tone);
  });
});

test.each([
  ['an empty project', emptyView],
  ['the sample', sampleView],
])('the sections of a checklist add up to it, in %s', (_, view) => {
  for (const checklist of view.assessment.readiness.checklists) {
    const sections = askedSections(view, checklist.checklist).map(({ asked }) => progressOf(view, asked));
    const sum = (count: (one: Progress) => number) => sections.reduce((all, one) => all + count(one), 0);
    expect({
      counted: sum((one) => one.counted),
      answered: sum((one) => one.answered),
      confirmed: sum((one) => one.confirmed),
      open: sum((one) => one.open),
      stale: sum((one) => one.stale),
    }).toEqual({
      counted: checklist.counted,
      answered: checklist.answered,
      confirmed: checklist.confirmed,
      open: checklist.open,
      stale: checklist.stale,
    });
    const points = sum((one) => (one.percent * one.counted) / 100);
    const percent = checklist.counted === 0 ? 0 : Math.floor((100 * points) / checklist.counted + 1e-9);
    expect(percent).toBe(checklist.percent);
  }
});

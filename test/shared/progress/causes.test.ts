/** The laws of explaining a step, over random answers: its causes are the whole step, and nothing where nothing moved. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judge } from '../../../shared/assess/assess.ts';
import { content } from '../../../shared/content/content.ts';
import { allCauses, explainStep, scoresOf } from '../../../shared/progress/causes.ts';
import { emptyState, type ProjectState } from '../../../shared/project/state.ts';
import { randomAnswers } from '../../helpers/random-answers.ts';

const today = '2026-11-21';
const nobody = new Map<string, string>();
const scores = (state: ProjectState) => scoresOf(state, judge(state, { content, today }));
const sum = (causes: readonly { share: number }[]) => causes.reduce((total, { share }) => total + share, 0);

describe('the causes of a step', () => {
  test('add up to it, all of them as well as the strongest with the rest', () => {
    fc.assert(
      fc.property(randomAnswers(), randomAnswers(), (one, other) => {
        const [before, after] = [scores(one), scores(other)];
        const step = 100 * (after.average - before.average);
        expect(sum(allCauses(before, after, nobody))).toBeCloseTo(step, 6);
        const shown = explainStep(before, after, nobody);
        expect(sum(shown)).toBeCloseTo(step, 6);
        expect(shown.length).toBeLessThanOrEqual(7);
      }),
      { numRuns: 40 },
    );
  });

  test('are none where nothing changed', () => {
    fc.assert(
      fc.property(randomAnswers(), (state) => {
        expect(allCauses(scores(state), scores(state), nobody)).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });

  test('measure what readiness measures', () => {
    fc.assert(
      fc.property(randomAnswers(), (state) => {
        const judged = judge(state, { content, today });
        const { average } = scoresOf(state, judged);
        expect(Math.floor(100 * average + 1e-6)).toBe(judged.readiness.percent);
      }),
      { numRuns: 40 },
    );
  });

  test('name who answered and confirmed, and in which checklist', () => {
    const question = 'routing.nat.who';
    const checklist = content.questions.get(question)?.checklist;
    const answered = emptyState();
    answered.answers[question] = { state: 'answered', value: 'we-do' };
    const confirmed: ProjectState = { ...answered, reviews: { [question]: { by: 'Ann', at: 1 } } };
    const by = new Map([[question, 'Ann']]);
    const first = allCauses(scores(emptyState()), scores(answered), by);
    expect(first).toContainEqual(expect.objectContaining({ kind: 'answered', author: 'Ann', checklist }));
    const [second] = allCauses(scores(answered), scores(confirmed), by);
    expect(second).toMatchObject({ kind: 'confirmed', author: 'Ann', count: 1, question });
    const [third] = allCauses(scores(confirmed), scores(answered), by);
    expect(third).toMatchObject({ kind: 'unconfirmed' });
    expect(third?.share).toBeLessThan(0);
  });
});

/** The question that the explanations beside a section speak of. */
import { expect, test } from 'vitest';
import { questionInView } from '../../../renderer/pages/wizard/use-question-in-view.ts';

/** Three questions, one under the other, as they stand when the page is scrolled by so much. */
const scrolled = (by: number, heights = [300, 300, 300]) => {
  let top = 100 - by;
  return heights.map((height, index) => {
    const card = { id: `q${index + 1}`, top, bottom: top + height };
    top += height + 20;
    return card;
  });
};
const view = { top: 50, bottom: 700 };

test('the focused one, for as long as it can be seen', () => {
  expect(questionInView(scrolled(0), view, 'q2')).toBe('q2');
  expect(questionInView(scrolled(600), view, 'q2')).toBe('q2');
  expect(questionInView(scrolled(700), view, 'q2')).toBe('q3');
});

test('without a focus the first whose prompt can be seen, not one that is leaving at the top', () => {
  expect(questionInView(scrolled(0), view, undefined)).toBe('q1');
  expect(questionInView(scrolled(150), view, undefined)).toBe('q2');
});

test('one that fills the view, though it begins above it', () => {
  expect(questionInView(scrolled(400, [2000, 300]), view, undefined)).toBe('q1');
});

test('none where there is none', () => {
  expect(questionInView([], view, 'q1')).toBeUndefined();
});

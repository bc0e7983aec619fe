/** "Don't know yet" and its action. */
import { expect, test } from 'vitest';
import { actionAfter, actionIdOf } from '../../../renderer/pages/wizard/question-actions.ts';
import type { Action } from '../../../shared/project/paths.ts';

const question = 'routing.nat.who';
const of = (action?: Partial<Action>) => ({
  actions: action
    ? { [actionIdOf(question)]: { title: 'Find out', status: 'open' as const, created: 1, ...action } }
    : {},
});

test('not knowing opens an action that names its question', () => {
  expect(actionAfter(of(), question, { state: 'unknown' }, 'Find out: who?', 7)).toEqual({
    title: 'Find out: who?',
    status: 'open',
    question,
    created: 7,
  });
});

test('not knowing for the second time leaves the action and its owner alone', () => {
  expect(actionAfter(of({ owner: 'Network team' }), question, { state: 'unknown' }, 'x', 7)).toBeUndefined();
});

test('not knowing again, after it was known, opens the old action again', () => {
  expect(
    actionAfter(of({ owner: 'Ann', status: 'done', closed: 5 }), question, { state: 'unknown' }, 'x', 7),
  ).toEqual({
    title: 'Find out',
    owner: 'Ann',
    status: 'open',
    created: 1,
  });
});

test.each([
  { state: 'answered', value: 'yes' } as const,
  { state: 'notApplicable', reason: 'outOfScope' } as const,
])('knowing closes it: $state', (answer) => {
  expect(actionAfter(of(), question, answer, 'x', 7)).toBeUndefined();
  expect(actionAfter(of({ status: 'doing' }), question, answer, 'x', 7)).toMatchObject({
    status: 'done',
    closed: 7,
  });
});

test('a draft or an emptied field does not close it', () => {
  expect(actionAfter(of({}), question, { state: 'draft', text: 'may' }, 'x', 7)).toBeUndefined();
  expect(actionAfter(of({}), question, undefined, 'x', 7)).toBeUndefined();
});

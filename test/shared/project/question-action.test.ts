/** "Don't know yet" and its action. */
import { expect, test } from 'vitest';
import type { Action } from '../../../shared/project/paths.ts';
import { questionActionAfter } from '../../../shared/project/question-action.ts';

const question = 'routing.nat.who';
const action = (parts: Partial<Action> = {}): Action => ({
  title: 'Find out',
  status: 'open',
  created: 1,
  ...parts,
});

test('not knowing opens an action that names its question', () => {
  expect(questionActionAfter(undefined, question, { state: 'unknown' }, 'Find out: who?', 7)).toEqual({
    title: 'Find out: who?',
    status: 'open',
    question,
    created: 7,
  });
});

test('not knowing opens none where nobody says what it is called', () => {
  expect(questionActionAfter(undefined, question, { state: 'unknown' }, undefined, 7)).toBeUndefined();
});

test('not knowing for the second time leaves the action and its owner alone', () => {
  const owned = action({ owner: 'Network team' });
  expect(questionActionAfter(owned, question, { state: 'unknown' }, 'x', 7)).toBeUndefined();
});

test('not knowing again, after it was known, opens the old action again', () => {
  const done = action({ owner: 'Ann', status: 'done', closed: 5 });
  expect(questionActionAfter(done, question, { state: 'unknown' }, 'x', 7)).toEqual(action({ owner: 'Ann' }));
});

test.each([
  { state: 'answered', value: 'yes' } as const,
  { state: 'notApplicable', reason: 'outOfScope' } as const,
])('knowing closes it: $state', (answer) => {
  expect(questionActionAfter(undefined, question, answer, 'x', 7)).toBeUndefined();
  expect(questionActionAfter(action({ status: 'doing' }), question, answer, 'x', 7)).toMatchObject({
    status: 'done',
    closed: 7,
  });
});

test('knowing leaves an action alone that was closed before', () => {
  const dropped = action({ status: 'dropped', closed: 5 });
  const answer = { state: 'answered', value: 'yes' } as const;
  expect(questionActionAfter(dropped, question, answer, 'x', 7)).toBeUndefined();
});

test('a draft or an emptied field does not close it', () => {
  expect(questionActionAfter(action(), question, { state: 'draft', text: 'may' }, 'x', 7)).toBeUndefined();
  expect(questionActionAfter(action(), question, null, 'x', 7)).toBeUndefined();
});

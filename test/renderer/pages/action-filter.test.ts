/** Which actions are listed, and in which order; what is taken of a sheet that came back. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  actionSorts,
  everything,
  filterActions,
  type ListedAction,
  nobody,
  noFilter,
  ownerKey,
  sortActions,
} from '../../../renderer/pages/actions/action-filter.ts';
import { choicesIn, chosenProposals } from '../../../renderer/pages/actions/sheet-choices.ts';
import type { ActionProposal } from '../../../shared/action-import/proposals.ts';
import { actionStatuses } from '../../../shared/project/paths.ts';

const today = '2026-08-10';
const action = (id: string, change: Partial<ListedAction> = {}): ListedAction => ({
  id,
  title: id,
  status: 'open',
  created: 1,
  ...change,
});
const ids = (actions: readonly ListedAction[]) => actions.map(({ id }) => id);

describe('the list of actions', () => {
  const all = [
    action('late', { due: '2026-08-01', owner: 'Ann', question: 'routing.nat.who' }),
    action('closed', { due: '2026-08-01', status: 'done', closed: 1 }),
    action('soon', { due: '2026-08-12', owner: 'nobody', status: 'waiting' }),
    action('some day', { note: 'Ask the carrier' }),
  ];
  const found = (change: Partial<typeof noFilter>) =>
    ids(filterActions(all, { ...noFilter, ...change }, today));

  test('is narrowed by status, day, owner, checklist and text', () => {
    expect(found({})).toEqual(ids(all));
    expect(found({ status: 'unfinished' })).toEqual(['late', 'soon', 'some day']);
    expect(found({ status: 'done' })).toEqual(['closed']);
    expect(found({ due: 'overdue' })).toEqual(['late']);
    expect(found({ due: 'soon' })).toEqual(['soon']);
    expect(found({ due: 'none' })).toEqual(['some day']);
    expect(found({ checklist: 'routing' })).toEqual(['late']);
    expect(found({ text: ' CARRIER ask ' })).toEqual(['some day']);
  });

  test('tells somebody who is called nobody from nobody', () => {
    expect(found({ owner: ownerKey('nobody') })).toEqual(['soon']);
    expect(found({ owner: nobody })).toEqual(['closed', 'some day']);
  });

  test('shows what is due first first, then what has no day, then what is closed', () => {
    expect(ids(sortActions(all, 'due'))).toEqual(['late', 'soon', 'some day', 'closed']);
  });

  test('is the same list in any order, whatever order it came in', () => {
    const actions = fc.uniqueArray(
      fc.record({
        id: fc.string({ minLength: 1, maxLength: 4 }),
        title: fc.string({ minLength: 1, maxLength: 4 }),
        status: fc.constantFrom(...actionStatuses),
        created: fc.integer({ min: 1, max: 3 }),
      }),
      { selector: ({ id }) => id },
    );
    fc.assert(
      fc.property(actions, fc.constantFrom(...actionSorts), (some, sort) => {
        const sorted = sortActions(some, sort);
        expect(sortActions([...some].reverse(), sort)).toEqual(sorted);
        expect(ids(sorted).sort()).toEqual(ids(some).sort());
      }),
    );
    expect(everything).toBe('all');
  });
});

describe('of a sheet that came back', () => {
  const field = (name: 'owner' | 'due', isOld = false) => ({ field: name, from: null, to: 'x', isOld });
  const proposals: ActionProposal[] = [
    { line: 2, id: 'a', title: 'a', fields: [field('owner'), field('due', true)] },
    { line: 3, id: null, title: 'new', fields: [{ ...field('owner'), field: 'title' }, field('owner')] },
  ];

  test('known actions are taken field by field, new ones as a whole', () => {
    const chosen = choicesIn(proposals, (one) => !one.isOld);
    expect(chosen.size).toBe(2);
    expect(chosenProposals(proposals, chosen)).toEqual([
      { ...proposals[0], fields: [field('owner')] },
      proposals[1],
    ]);
    expect(chosenProposals(proposals, new Set())).toEqual([]);
  });
});

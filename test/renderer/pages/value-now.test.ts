/** What the dialog of putting back says stands now: what the project shows, or nothing at all rather than a wrong word. */
import { expect, test } from 'vitest';
import { valueNow } from '../../../renderer/pages/history/value-now.ts';
import type { ReviewChecklist, ReviewItem } from '../../../shared/review-checklist/imported.ts';
import { sampleView } from '../../shared/document/projects.ts';

const item = { id: 'signed', status: 'open', said: 'no', comment: '' } as ReviewItem;
const house = { id: 'house', items: [item] } as unknown as ReviewChecklist;
const now = (path: string) => valueNow(sampleView, [house], path);

test('an answer, a row and a name stand as the project shows them', () => {
  expect(now('answer/routing.nat.who')).toEqual(sampleView.answers['routing.nat.who']);
  expect(now('answer/never.asked')).toBeNull();
  expect(now('row/circuits/c1')).toHaveProperty('cells.name', 'Circuit 1 Paris');
  expect(now('row/circuits/gone')).toBeNull();
  expect(now('project/name')).toBe(sampleView.name);
});

test('what was said to a firm’s own question stands as its checklist shows it', () => {
  expect(now('said/house/signed')).toBe('no');
  expect(now('status/house/signed')).toBe('open');
  expect(now('comment/house/signed')).toBeNull();
  expect(now('said/house/gone')).toBeNull();
});

test('where the page does not know what stands, it does not say that nothing does', () => {
  expect(now('item/house/signed')).toBeUndefined();
  expect(now('place/house/signed')).toBeUndefined();
  expect(now('checklist/house')).toBeUndefined();
});

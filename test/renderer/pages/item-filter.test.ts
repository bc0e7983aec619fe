/** Which items of an imported checklist are shown, and under which headings. */
import { describe, expect, it } from 'vitest';
import { everything, filterItems, groupItems } from '../../../renderer/pages/imported/item-filter.ts';
import type { ReviewItem } from '../../../shared/review-checklist/imported.ts';

const item = (id: string, fields: Partial<ReviewItem> = {}): ReviewItem => ({
  id,
  text: `Check ${id}`,
  description: '',
  category: 'Network',
  section: 'Network',
  subcategory: '',
  severity: 'high',
  severityName: 'High',
  grade: 'gate',
  about: [],
  link: null,
  training: null,
  kind: 'status',
  options: [],
  bad: [],
  status: 'notVerified',
  said: '',
  comment: '',
  reworded: false,
  ...fields,
});

const all = { text: '', status: everything, severity: everything, category: everything };
const ids = (items: readonly ReviewItem[]) => items.map(({ id }) => id);

describe('items', () => {
  const items = [
    item('a', { comment: 'Ask Anna' }),
    item('b', { status: 'open', severity: null, grade: null, category: 'Identity' }),
    item('c', { text: 'Two circuits', about: ['ExpressRoute'] }),
  ];

  it('are narrowed down by each filter and by every word sought, wherever it stands', () => {
    expect(ids(filterItems(items, all))).toEqual(['a', 'b', 'c']);
    expect(ids(filterItems(items, { ...all, status: 'open' }))).toEqual(['b']);
    expect(ids(filterItems(items, { ...all, severity: '' }))).toEqual(['b']);
    expect(ids(filterItems(items, { ...all, category: 'Network' }))).toEqual(['a', 'c']);
    expect(ids(filterItems(items, { ...all, text: ' anna check ' }))).toEqual(['a']);
    expect(ids(filterItems(items, { ...all, text: 'expressroute circuits' }))).toEqual(['c']);
  });

  it('stand under their category in the order of the file, with the whole count, up to the limit', () => {
    const shown = groupItems(items, 1);
    expect(shown).toEqual([{ category: 'Network', count: 2, items: [items[0]] }]);
    expect(groupItems(items, 3).map(({ category, count }) => [category, count])).toEqual([
      ['Network', 2],
      ['Identity', 1],
    ]);
    expect(groupItems([], 10)).toEqual([]);
  });
});

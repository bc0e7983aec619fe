/** Two moments beside each other: a checklist that counted at one of them only is named, and not taken for nought. */
import { expect, test } from 'vitest';
import { builtInReference } from '../../../shared/content/reference.ts';
import type { Json } from '../../../shared/json.ts';
import { compare, type Look } from '../../../shared/progress/compare.ts';
import { viewThen } from '../../../shared/progress/past.ts';

const day = '2026-11-21';

function lookAt(values: Record<string, Json>): Look {
  const view = viewThen({
    id: 'p',
    createdAt: 1,
    saved: { at: 1, author: 'Ann', changes: 1 },
    values: Object.entries(values).map(([path, value]) => [path, { value }] as const),
    day,
    reference: builtInReference,
  });
  return { view, day };
}

const bare = lookAt({ 'project/name': 'Rollout' });
const ours = lookAt({
  'project/name': 'Rollout',
  'checklist/c1': { name: 'Ours', file: '', added: 1, own: true, document: {}, remarks: [] },
  'item/c1/i0': { order: 0, words: { text: 'Done?' }, status: 'notVerified', comment: '' },
  'status/c1/i0': 'fulfilled',
});
const row = (before: Look, after: Look) =>
  compare(before, after).readiness.checklists.find(({ checklist }) => checklist === 'c1');

test('a checklist that came in between has no readiness before, and one that went none after', () => {
  expect(row(bare, ours)).toEqual({ checklist: 'c1', name: 'Ours', before: null, after: 100 });
  expect(row(ours, bare)).toEqual({ checklist: 'c1', name: 'Ours', before: 100, after: null });
  expect(row(bare, bare)).toBeUndefined();
});

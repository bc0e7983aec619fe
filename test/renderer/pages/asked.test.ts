/** What a room is asked: our own questions and items of additional checklists in the same words. */
import { expect, test } from 'vitest';
import { askedOf, promptFor, titlesFor } from '../../../renderer/pages/workshop/asked.ts';
import { wordsOf } from '../../../shared/content/words.ts';
import type { ReviewChecklist } from '../../../shared/review-checklist/imported.ts';
import { itemQuestion } from '../../../shared/review-checklist/item.ts';

const words = wordsOf('en');

const list = {
  id: 'zones',
  name: 'Landing zones',
  sections: [{ id: 'network', name: 'Network' }],
  items: [
    {
      id: 'dns',
      text: 'Who resolves names?',
      description: 'Names come first.',
      section: 'network',
      comment: '',
    },
    { id: 'loose', text: 'In no section', description: '', section: '', comment: '' },
  ],
} as unknown as ReviewChecklist;

test('a question of ours is put in its own words, with the checklist and the section it stands in', () => {
  const [id = '', question] = Object.entries(words.questions).find(([, { hint }]) => hint) ?? [];
  const asked = askedOf(id, [], words);
  expect(asked).toMatchObject({ prompt: question?.prompt, why: question?.why, findOut: question?.findOut });
  expect(asked.titles).toHaveLength(2);
  expect(asked.item).toBeUndefined();
});

test('an item is put in the words of its file, with what its file says of it', () => {
  const asked = askedOf(itemQuestion('zones', 'dns'), [list], words);
  expect(asked).toMatchObject({ prompt: 'Who resolves names?', why: 'Names come first.', known: undefined });
  expect(asked.titles).toEqual(['Landing zones', 'Network']);
  expect(askedOf(itemQuestion('zones', 'loose'), [list], words).titles).toEqual(['Landing zones']);
});

test('what has not been read yet is called by its id, and stands nowhere', () => {
  const question = itemQuestion('zones', 'dns');
  expect(promptFor(question, [], words)).toBe('dns');
  expect(titlesFor({ checklist: 'zones', section: 'network' }, [], words)).toEqual([]);
});

/** The Guide's search finds what it holds, and the glossary names facts that are there. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { conflicts, facts } from '../../../shared/content/facts.ts';
import { glossaryOf } from '../../../shared/content/glossary.ts';
import { builtInReference } from '../../../shared/content/reference.ts';
import { guideEntries, searchGuide } from '../../../shared/guide/entries.ts';

const hosts = builtInReference.hosts.items;
const entries = guideEntries('en', hosts);

describe('the Guide', () => {
  test('holds every fact, trap, host name and term once', () => {
    const expected = Object.keys(facts).length + Object.keys(conflicts).length + hosts.length;
    expect(entries).toHaveLength(expected + glossaryOf('en').length);
    expect(new Set(entries.map(({ view, id }) => `${view} ${id}`)).size).toBe(entries.length);
  });

  test('finds each entry by its own title', () => {
    for (const entry of entries) expect(searchGuide(entries, entry.title)).toContain(entry);
  });

  test('finds only what has every word, and what is named so before the rest', () => {
    const words = fc.constantFrom(
      'firewall',
      'asymmetric',
      'microsoft',
      'pac',
      'R-10',
      'dynamics.com',
      'zzz',
    );
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 3 }), (typed) => {
        const found = searchGuide(entries, typed.join(' '));
        const all = typed.map((word) => word.toLowerCase());
        const isNamed = found.map(({ id, title }) =>
          all.every((word) => `${id}\n${title}`.toLowerCase().includes(word)),
        );
        expect(found.every(({ haystack }) => all.every((word) => haystack.includes(word)))).toBe(true);
        expect(isNamed).toEqual([...isNamed].sort((left, right) => Number(right) - Number(left)));
        const missed = entries.filter((entry) => !found.includes(entry));
        expect(missed.some(({ haystack }) => all.every((word) => haystack.includes(word)))).toBe(false);
      }),
    );
  });

  test('shows nothing for nothing', () => {
    expect(searchGuide(entries, '  ')).toEqual([]);
  });
});

test('the glossary is in the order of the alphabet', () => {
  const terms = glossaryOf('en').map(({ term }) => term);
  expect(terms).toEqual([...terms].sort(new Intl.Collator('en').compare));
});

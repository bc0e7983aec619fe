/** The Guide's search finds what it holds, and the glossary names facts that are there. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { conflicts, facts } from '../../../shared/content/facts.ts';
import { glossaryOf } from '../../../shared/content/glossary.ts';
import { builtInReference } from '../../../shared/content/reference.ts';
import { guideEntries, searchGuide } from '../../../shared/guide/entries.ts';
import { readChapter, readPieces } from '../../../shared/guide/handbook.ts';

const folder = join(import.meta.dirname, '..', '..', '..', 'docs', 'handbook');
const chapters = readdirSync(folder)
  .sort()
  .map((name) => readChapter(`/${name}`, readFileSync(join(folder, name), 'utf8')));
const hosts = builtInReference.hosts.items;
const entries = guideEntries('en', hosts, chapters);

describe('the Guide', () => {
  test('holds every fact, trap, host name and term once', () => {
    const expected = Object.keys(facts).length + Object.keys(conflicts).length + hosts.length;
    expect(entries).toHaveLength(expected + glossaryOf('en').length + chapters.length);
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

describe('the handbook', () => {
  test('has its five chapters in order, each with an opening', () => {
    expect(chapters.map(({ id }) => id)).toEqual([
      'workshop',
      'monthly-hour',
      'evidence',
      'merging',
      'backups',
    ]);
    for (const { opening } of chapters) expect(opening).not.toBe('');
  });

  test('shows only pictures that are there', () => {
    const named = chapters.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'picture' ? [block.name] : [])),
    );
    expect(named.length).toBeGreaterThan(0);
    for (const name of named) expect(existsSync(join(folder, '..', 'pictures', name)), name).toBe(true);
  });

  test('loses no word of a sentence', () => {
    const marks = fc.constantFrom('**', '`', 'a', ' b', '*', 'c*');
    fc.assert(
      fc.property(
        fc.array(marks).map((parts) => parts.join('')),
        (text) => {
          const put = readPieces(text).map((piece) =>
            piece.kind === 'strong'
              ? `**${piece.text}**`
              : piece.kind === 'code'
                ? `\`${piece.text}\``
                : piece.text,
          );
          expect(put.join('')).toBe(text);
        },
      ),
    );
  });
});

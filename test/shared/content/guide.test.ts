/** The Guide's search finds what it holds, and the glossary names facts that are there. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { german as germanWords } from '../../../renderer/words/de.ts';
import { english as englishWords } from '../../../renderer/words/en.ts';
import { conflicts, facts } from '../../../shared/content/facts.ts';
import { glossaryOf } from '../../../shared/content/glossary.ts';
import { builtInReference } from '../../../shared/content/reference.ts';
import { wordsOf as contentWordsOf } from '../../../shared/content/words.ts';
import { guideEntries, searchGuide } from '../../../shared/guide/entries.ts';
import { type Chapter, readChapter, readPieces } from '../../../shared/guide/handbook.ts';

const folder = join(import.meta.dirname, '..', '..', '..', 'docs', 'handbook');
const chaptersIn = (inside: string) =>
  readdirSync(inside)
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => readChapter(`/${name}`, readFileSync(join(inside, name), 'utf8')));
const chapters = chaptersIn(folder);
const german = chaptersIn(join(folder, 'de'));
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

/** Every text in an object of words. */
function textsOf(words: unknown): string[] {
  if (typeof words === 'string') return [words];
  return typeof words === 'object' && words !== null ? Object.values(words).flatMap(textsOf) : [];
}

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
    const named = [...chapters, ...german].flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'picture' ? [block.name] : [])),
    );
    expect(named.length).toBeGreaterThan(0);
    for (const name of named) expect(existsSync(join(folder, '..', 'pictures', name)), name).toBe(true);
  });

  test('is the same in German: chapters, headings, lists, tables, pictures and what is typed', () => {
    const shapeOf = ({ id, blocks }: Chapter) => ({
      id,
      blocks: blocks.map((block) => {
        const { kind } = block;
        if (kind === 'heading') return `${kind} ${block.level}`;
        if (kind === 'list') return `${kind} of ${block.items.length}${block.ordered ? ', numbered' : ''}`;
        if (kind === 'table') return `${kind} of ${block.rows.length}`;
        if (kind === 'picture') return `${kind} ${block.name}`;
        return kind === 'code' ? `${kind} ${block.text}` : kind;
      }),
    });
    expect(german.map(shapeOf)).toEqual(chapters.map(shapeOf));
    // And no chapter was left as it was.
    for (const [place, { title, text }] of german.entries()) {
      expect(title).not.toBe(chapters[place]?.title);
      expect(text).toMatch(/\b(der|die|das|und)\b/);
      expect(text).not.toMatch(/\b(the|and|which)\b/);
    }
  });

  test.each([
    ['en', chapters],
    ['de', german],
  ] as const)('in %s calls pages and buttons what they are called in the interface', (language, told) => {
    const shown = textsOf([
      language === 'en' ? englishWords : germanWords,
      contentWordsOf(language).checklists,
    ]);
    const strong = told.flatMap(({ blocks }) =>
      blocks.flatMap((block) => {
        const pieces =
          block.kind === 'paragraph'
            ? block.pieces
            : block.kind === 'list'
              ? block.items.flat()
              : block.kind === 'table'
                ? block.rows.flat(2)
                : [];
        return pieces.filter(({ kind }) => kind === 'strong').map(({ text }) => text);
      }),
    );
    expect(strong.length).toBeGreaterThan(15);
    expect(
      strong.filter((name) => !shown.some((text) => text === name || text.startsWith(`${name} (`))),
    ).toEqual([]);
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

/** The fact base is whole: every number is there, every word, every reference leads somewhere. */
import { describe, expect, it } from 'vitest';
import words from '../../../shared/content/en/facts.json' with { type: 'json' };
import structure from '../../../shared/content/facts.json' with { type: 'json' };
import {
  conflicts,
  facts,
  factWords,
  isFactId,
  sources,
  topicOf,
  topics,
} from '../../../shared/content/facts.ts';
import { builtInReference } from '../../../shared/content/reference.ts';
import sourceList from '../../../shared/content/sources.json' with { type: 'json' };

const familySizes: [string, number][] = [
  ['J', 18],
  ['C', 19],
  ['A', 23],
  ['M', 20],
  ['S', 19],
  ['R', 27],
  ['N', 9],
  ['O', 20],
  ['Y', 14],
  ['CL', 21],
  ['W', 15],
  ['Z', 8],
  ['V', 8],
  ['U', 15],
  ['P', 10],
];
const numbered = (family: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${family}-${String(index + 1).padStart(2, '0')}`);
const expectedFacts = familySizes.flatMap(([family, count]) => numbered(family, count));
const expectedConflicts = numbered('X', 14);

const factEntries = Object.entries(structure.facts);
const conflictEntries = Object.entries(structure.conflicts);
const factTexts = Object.entries(words.facts);

describe('the structure of the fact base', () => {
  it('holds exactly the 246 numbered facts, in order', () => {
    expect(expectedFacts).toHaveLength(246);
    expect(factEntries.map(([id]) => id)).toEqual(expectedFacts);
  });

  it('holds exactly the 14 conflicts, in order', () => {
    expect(conflictEntries.map(([id]) => id)).toEqual(expectedConflicts);
  });

  it('gives every family one topic, in the order of the facts', () => {
    expect(structure.topics.map((topic) => topic.family)).toEqual(familySizes.map(([family]) => family));
    const topicOfFamily = new Map(structure.topics.map((topic) => [topic.family, topic.key]));
    for (const [id, fact] of factEntries)
      expect(fact.topic, id).toBe(topicOfFamily.get(id.split('-')[0] ?? ''));
  });

  it('names only sources that exist, and at least one for each fact and conflict', () => {
    for (const [id, { sources: keys }] of [...factEntries, ...conflictEntries]) {
      expect(keys.length, id).toBeGreaterThan(0);
      expect(new Set(keys).size, id).toBe(keys.length);
      for (const key of keys) expect(Object.hasOwn(sourceList, key), `${id}: ${key}`).toBe(true);
    }
  });

  it('relates only to facts and conflicts that exist, and never to itself', () => {
    const known = new Set<string>([...expectedFacts, ...expectedConflicts]);
    for (const [id, { related }] of [...factEntries, ...conflictEntries]) {
      expect(related, id).not.toContain(id);
      for (const other of related) expect(known.has(other), `${id}: ${other}`).toBe(true);
    }
  });

  it('treats what is unknown, undecided or unowned as a gate', () => {
    const gates = factEntries.filter(([, fact]) => fact.level === 'gate').map(([id]) => id);
    expect(gates).toEqual(expect.arrayContaining(['C-09', 'C-10', 'R-01', 'R-02', 'N-02', 'CL-01', 'U-09']));
  });

  it('marks general knowledge as such', () => {
    for (const [id, fact] of factEntries) {
      if (fact.basis === 'general') expect(fact.sources, id).toContain('GN');
    }
  });
});

describe('the sources', () => {
  it('each have a title, a publisher, a public address, a date and the month they were read', () => {
    for (const [key, source] of Object.entries(sourceList)) {
      expect(source.title.length, key).toBeGreaterThan(3);
      expect(source.publisher.length, key).toBeGreaterThan(3);
      expect(source.address, key).toMatch(
        /^https:\/\/(learn\.microsoft\.com|github\.com|www\.rfc-editor\.org)\//,
      );
      expect(source.date, key).toMatch(/^(\d{4}(-\d{2})?|\d{4}–\d{4}|undated|various)$/);
      expect(source.read, key).toBe('2026-11');
    }
  });

  it('are all used by a fact, a conflict or a reference set', () => {
    const used = new Set<string>([
      ...[...factEntries, ...conflictEntries].flatMap(([, { sources: keys }]) => keys),
      ...Object.values(builtInReference).flatMap((reference) => reference.sources),
    ]);
    expect(Object.keys(sourceList).filter((key) => !used.has(key))).toEqual([]);
  });
});

describe('the English words', () => {
  it('exist for every fact, conflict and topic, and for nothing else', () => {
    expect(Object.keys(words.facts)).toEqual(expectedFacts);
    expect(Object.keys(words.conflicts)).toEqual(expectedConflicts);
    expect(Object.keys(words.topics)).toEqual(structure.topics.map((topic) => topic.key));
  });

  it('have titles of at most 70 characters, each used once', () => {
    const titles = [
      ...factTexts.map(([, { title }]) => title),
      ...Object.values(words.conflicts).map(({ title }) => title),
    ];
    for (const title of titles) expect(title).toMatch(/^.{4,70}$/);
    expect(new Set(titles).size).toBe(titles.length);
  });

  it('have texts of whole sentences, of at most 1200 characters', () => {
    const texts: [string, string][] = [
      ...factTexts.map(([id, { text }]): [string, string] => [id, text]),
      ...Object.entries(words.conflicts).flatMap(([id, { conflict, reading }]): [string, string][] => [
        [id, conflict],
        [id, reading],
      ]),
      ...Object.entries(words.topics).map(([key, { intro }]): [string, string] => [key, intro]),
    ];
    for (const [id, text] of texts) {
      expect(text.length, id).toBeGreaterThan(20);
      expect(text.length, id).toBeLessThanOrEqual(1200);
      expect(text, id).toMatch(/[.)]$/);
      expect(text, id).not.toMatch(/ {2}|^\s|\s$/);
    }
  });

  it('ask a question, or nothing', () => {
    for (const [id, { check }] of factTexts) expect(check, id).toMatch(/^$|^.{10,200}\?$/);
    expect(factTexts.filter(([, { check }]) => check === '').length).toBeLessThan(10);
  });

  it('say the verdict that the structure gives', () => {
    for (const [id, { level }] of factEntries) {
      const text = words.facts[id as keyof typeof words.facts].text;
      expect(/\bblockers?\b/.test(text), id).toBe(level === 'blocker' || level === 'both');
      expect(/\brisk\b/.test(text), id).toBe(level === 'risk' || level === 'both');
      expect(/cannot be signed off/.test(text), id).toBe(level === 'gate');
    }
  });

  it('spell out what the fact base abbreviates', () => {
    const shorthand = /\b(?:PP|ER|MSP|PrP|MSEE|LPM|OPDG|CPE|M365|D365|SWG|AFD|VNet|CRL|S2S|RIR|IRR)\b/;
    for (const [id, entry] of factTexts) expect(Object.values(entry).join(' '), id).not.toMatch(shorthand);
    for (const [id, entry] of Object.entries(words.conflicts)) {
      expect(Object.values(entry).join(' '), id).not.toMatch(shorthand);
    }
  });

  it('say which way traffic goes without "inbound" and "outbound", except where that trap is explained', () => {
    for (const [id, entry] of factTexts)
      expect(Object.values(entry).join(' '), id).not.toMatch(/\b(?:in|out)bound\b/i);
    expect(words.conflicts['X-12'].title).toMatch(/inbound/i);
  });

  it('point only to facts and conflicts that exist', () => {
    const known = new Set<string>([...expectedFacts, ...expectedConflicts]);
    for (const [id, entry] of factTexts) {
      for (const [mentioned] of Object.values(entry)
        .join(' ')
        .matchAll(/\b[A-Z]{1,2}-\d{2}\b/g)) {
        expect(known.has(mentioned), `${id}: ${mentioned}`).toBe(true);
      }
    }
  });

  it('mention exactly the facts that the structure relates a fact to', () => {
    for (const [id, { related }] of factEntries) {
      const text = words.facts[id as keyof typeof words.facts].text;
      const mentioned = new Set<string>();
      for (const [, family, first, last] of text.matchAll(
        /\b([A-Z]{1,2})-(\d{2})(?: to [A-Z]{1,2}-(\d{2}))?/g,
      )) {
        for (let number = Number(first); number <= Number(last ?? first); number += 1) {
          mentioned.add(`${family}-${String(number).padStart(2, '0')}`);
        }
      }
      expect([...mentioned].sort(), id).toEqual([...related].sort());
    }
  });
});

describe('typed access', () => {
  it('gives facts, conflicts, sources and topics by their ids', () => {
    expect(facts['R-11'].sources).toEqual(['A-rt', 'A-lim']);
    expect(conflicts['X-03'].sources).toContain('A-rf');
    expect(sources['A-rt'].title).toBe('ExpressRoute routing requirements');
    expect(topics.map((topic) => topic.key)[0]).toBe('justification');
    expect(topicOf('CL-06')).toBe('client-traffic');
    expect(factWords('en').facts['N-03'].text).toContain('overlap');
  });

  it('tells fact ids from other text', () => {
    expect(isFactId('R-11')).toBe(true);
    expect(isFactId('R-28')).toBe(false);
    expect(isFactId('X-01')).toBe(false);
    expect(isFactId('constructor')).toBe(false);
  });
});

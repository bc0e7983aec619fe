/** Everything the Guide can show, as entries that a search goes through: facts, traps, host names, terms and chapters. */
import {
  type ConflictId,
  conflicts,
  type FactId,
  facts,
  factWords,
  type SourceKey,
  sources,
} from '../content/facts.ts';
import { glossaryOf } from '../content/glossary.ts';
import type { ReferenceSets } from '../content/reference.ts';
import type { Language } from '../words/catalogue.ts';
import type { Chapter } from './handbook.ts';

export const guideViews = ['facts', 'traps', 'traffic', 'terms', 'handbook'] as const;
export type GuideView = (typeof guideViews)[number];

export type GuideEntry = {
  view: GuideView;
  /** The fact or trap, the host pattern, or the term: what its address names. */
  id: string;
  title: string;
  text: string;
  /** Lower-case text that is searched. */
  haystack: string;
};

export function guideEntries(
  language: Language,
  hosts: ReferenceSets['hosts']['items'],
  chapters: readonly Chapter[],
): GuideEntry[] {
  const words = factWords(language);
  const entries: GuideEntry[] = [];
  const add = (view: GuideView, id: string, title: string, text: string, also: readonly string[] = []) =>
    entries.push({ view, id, title, text, haystack: [id, title, text, ...also].join('\n').toLowerCase() });
  for (const id of Object.keys(facts) as FactId[]) {
    const { title, text, check } = words.facts[id];
    add('facts', id, title, text, [check, ...titlesOf(facts[id].sources)]);
  }
  for (const id of Object.keys(conflicts) as ConflictId[]) {
    const { title, conflict, reading } = words.conflicts[id];
    add('traps', id, title, conflict, [reading, ...titlesOf(conflicts[id].sources)]);
  }
  for (const { pattern, use, why } of hosts) add('traffic', pattern, pattern, use, [why]);
  for (const { term, says } of glossaryOf(language)) add('terms', term, term, says);
  for (const { id, title, opening, text } of chapters) add('handbook', id, title, opening, [text]);
  return entries;
}

function titlesOf(keys: readonly SourceKey[]): string[] {
  return keys.map((key) => sources[key].title);
}

/** Entries that hold every word; those with all of them in the title or id come first, each kind in its own order. */
export function searchGuide(entries: readonly GuideEntry[], typed: string): GuideEntry[] {
  const wanted = typed.toLowerCase().split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return [];
  const found = entries.filter(({ haystack }) => wanted.every((word) => haystack.includes(word)));
  const isNamed = ({ id, title }: GuideEntry): boolean => {
    const name = `${id}\n${title}`.toLowerCase();
    return wanted.every((word) => name.includes(word));
  };
  return [...found.filter(isNamed), ...found.filter((entry) => !isNamed(entry))];
}

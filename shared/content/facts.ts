/** The fact base: what each numbered fact rests on and how grave it is, and its words for the Guide. */
import { z } from 'zod';
import { catalogueOf, type Language } from '../words/catalogue.ts';
import words from './en/facts.json' with { type: 'json' };
import structure from './facts.json' with { type: 'json' };
import sourceList from './sources.json' with { type: 'json' };

export type FactId = keyof typeof structure.facts;
export type ConflictId = keyof typeof structure.conflicts;
export type SourceKey = keyof typeof sourceList;
export type TopicKey = keyof typeof words.topics;

/** The verdict a fact's text gives: "both" is a blocker or a risk depending on a condition that the text names. */
export const factLevels = ['blocker', 'risk', 'gate', 'both', 'none'] as const;
export type FactLevel = (typeof factLevels)[number];

/** Where a fact comes from: a document, our inference from documents, or general networking knowledge. */
export const factBases = ['source', 'inference', 'general'] as const;
export type FactBasis = (typeof factBases)[number];

export type Fact = {
  topic: TopicKey;
  level: FactLevel;
  basis: FactBasis;
  sources: SourceKey[];
  related: (FactId | ConflictId)[];
};
export type Conflict = { sources: SourceKey[]; related: FactId[] };
export type Source = { title: string; publisher: string; address: string; date: string; read: string };
export type Topic = { key: TopicKey; family: string };

export type FactWords = {
  topics: Readonly<Record<TopicKey, { title: string; intro: string }>>;
  facts: Readonly<Record<FactId, { title: string; text: string; check: string }>>;
  conflicts: Readonly<Record<ConflictId, { title: string; conflict: string; reading: string }>>;
};

const topicKey = keyOf(words.topics);
const factId = keyOf(structure.facts);
const conflictId = keyOf(structure.conflicts);
const sourceKey = keyOf(sourceList);

const Structure = z.strictObject({
  topics: z.array(z.strictObject({ key: topicKey, family: z.string().min(1) })),
  facts: z.record(
    factId,
    z.strictObject({
      topic: topicKey,
      level: z.enum(factLevels),
      basis: z.enum(factBases),
      sources: z.array(sourceKey),
      related: z.array(z.union([factId, conflictId])),
    }),
  ),
  conflicts: z.record(conflictId, z.strictObject({ sources: z.array(sourceKey), related: z.array(factId) })),
});

const parsed = Structure.parse(structure);

/** The topics in the order of the Guide. */
export const topics: readonly Topic[] = parsed.topics;
export const facts: Readonly<Record<FactId, Fact>> = parsed.facts;
export const conflicts: Readonly<Record<ConflictId, Conflict>> = parsed.conflicts;
export const sources: Readonly<Record<SourceKey, Source>> = sourceList;

export const factCatalogue = catalogueOf<FactWords>(words);

export function factWords(language: Language): FactWords {
  return factCatalogue.of(language);
}

export function isFactId(text: string): text is FactId {
  return Object.hasOwn(structure.facts, text);
}

export function topicOf(id: FactId): TopicKey {
  return facts[id].topic;
}

function keyOf<Key extends string>(object: Readonly<Record<Key, unknown>>) {
  return z.enum(Object.keys(object) as [Key, ...Key[]]);
}

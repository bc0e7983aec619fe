/** The words of the trade, each explained in a sentence or two, with the facts that say more. */
import { z } from 'zod';
import { catalogueOf, type Language } from '../words/catalogue.ts';
import english from './en/glossary.json' with { type: 'json' };
import { type ConflictId, conflicts, type FactId, facts } from './facts.ts';

export type GlossaryKey = keyof typeof english;

const Reference = z.custom<FactId | ConflictId>(
  (id) => typeof id === 'string' && (Object.hasOwn(facts, id) || Object.hasOwn(conflicts, id)),
  'expected a fact such as R-10, or a trap such as X-03',
);
const Entry = z.strictObject({ term: z.string().min(1), says: z.string().min(1), facts: z.array(Reference) });
export type GlossaryEntry = z.infer<typeof Entry>;
export type Glossary = Readonly<Record<GlossaryKey, GlossaryEntry>>;

export const glossaryCatalogue = catalogueOf<Glossary>(
  z.record(z.string(), Entry).parse(english) as Glossary,
);

/** In the order of the alphabet of the language. */
export function glossaryOf(language: Language): GlossaryEntry[] {
  const { compare } = new Intl.Collator(language);
  return Object.values(glossaryCatalogue.of(language)).sort((left, right) => compare(left.term, right.term));
}

/** What handlers refuse, by language. */
import { catalogueOf, type Language } from './catalogue.ts';
import { type Refusal, type RefusalWords, refusalWords } from './en/refusals.ts';

export type { Refusal };

export const refusalCatalogue = catalogueOf<RefusalWords>(refusalWords);

export function refusalWordsOf(language: Language): RefusalWords {
  return refusalCatalogue.of(language);
}

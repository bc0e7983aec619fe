/** The words of what could not be read, by language. */
import { catalogueOf, type Language } from '../../words/catalogue.ts';
import { english } from './en.ts';

export type EvidenceWords = typeof english;

export const evidenceCatalogue = catalogueOf(english);

export function evidenceWordsOf(language: Language): EvidenceWords {
  return evidenceCatalogue.of(language);
}

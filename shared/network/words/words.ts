/** The words of traces by language. */
import { catalogueOf, type Language } from '../../words/catalogue.ts';
import { english } from './en.ts';

export type NetworkWords = typeof english;

export const networkCatalogue = catalogueOf<NetworkWords>(english);

export function networkWordsOf(language: Language): NetworkWords {
  return networkCatalogue.of(language);
}

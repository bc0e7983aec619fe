/** What each error of the contract means to a person, by language. */
import { catalogueOf, type Language } from './catalogue.ts';
import { errorWords } from './en/errors.ts';

export const errorCatalogue = catalogueOf(errorWords);

export function errorWordsOf(language: Language) {
  return errorCatalogue.of(language);
}

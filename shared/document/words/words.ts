/** The words of the plan by language; every sentence that the builder writes itself stands in one of these catalogues. */
import { catalogueOf, type Language, type Widened } from '../../words/catalogue.ts';
import { english } from './en.ts';

/** The language stands apart, because a catalogue may have to serve for another. */
export type DocumentWords = Widened<Omit<typeof english, 'language'>> & { readonly language: Language };

export const documentCatalogue = catalogueOf<DocumentWords>(english);

export function documentWordsOf(language: Language): DocumentWords {
  return documentCatalogue.of(language);
}

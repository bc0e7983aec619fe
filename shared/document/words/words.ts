/** The words of the plan by language; every sentence that the builder writes itself stands in one of these catalogues. */
import type { Language } from '../../content/words.ts';
import { english } from './en.ts';

type Widened<Words> = {
  readonly [Key in keyof Words]: Words[Key] extends string ? string : Widened<Words[Key]>;
};

/** The language stands apart, because a catalogue may have to serve for another. */
export type DocumentWords = Widened<Omit<typeof english, 'language'>> & { readonly language: Language };

export function documentWordsOf(_language: Language): DocumentWords {
  return english;
}

/** The words of the picture by language, and how counts and speeds are put with them. */
import { amount } from '../../assess/amount.ts';
import { fill } from '../../content/words.ts';
import { catalogueOf, type Language } from '../../words/catalogue.ts';
import { english } from './en.ts';

/** The language stands apart, because a catalogue may have to serve for another. */
export type DiagramWords = Omit<typeof english, 'language'> & { readonly language: Language };

export const diagramCatalogue = catalogueOf<DiagramWords>(english);

export function diagramWordsOf(language: Language): DiagramWords {
  return diagramCatalogue.of(language);
}

export function counted(words: DiagramWords, count: number, forms: { one: string; other: string }): string {
  return fill(count === 1 ? forms.one : forms.other, { count: amount(count, words.language) });
}

export function speedText(words: DiagramWords, mbps: number): string {
  return mbps >= 1000
    ? fill(words.speed.gbps, { value: amount(mbps / 1000, words.language) })
    : fill(words.speed.mbps, { value: amount(mbps, words.language) });
}

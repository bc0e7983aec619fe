/** The words of the picture by language, and how counts and speeds are put with them. */
import { amount } from '../../assess/amount.ts';
import { fill, type Language } from '../../content/words.ts';
import { english } from './en.ts';

/** The language stands apart, because a catalogue may have to serve for another. */
export type DiagramWords = Omit<typeof english, 'language'> & { readonly language: Language };

export function diagramWordsOf(_language: Language): DiagramWords {
  return english;
}

export function counted(words: DiagramWords, count: number, forms: { one: string; other: string }): string {
  return fill(count === 1 ? forms.one : forms.other, { count: amount(count, words.language) });
}

export function speedText(words: DiagramWords, mbps: number): string {
  return mbps >= 1000
    ? fill(words.speed.gbps, { value: amount(mbps / 1000, words.language) })
    : fill(words.speed.mbps, { value: amount(mbps, words.language) });
}

/** The verdict's words by language, and the small grammar they need: lists, numbers, first letters. */
import { catalogueOf, type Language } from '../words/catalogue.ts';
import english from './en/verdict.json' with { type: 'json' };

/** Another language is a file of the same shape. */
export type VerdictWords = typeof english;

export const verdictCatalogue = catalogueOf<VerdictWords>(english);

export function verdictWordsOf(language: Language): VerdictWords {
  return verdictCatalogue.of(language);
}

/** "a, b and c". */
export function enumerate(words: VerdictWords, items: readonly string[]): string {
  const last = items.at(-1);
  if (last === undefined || items.length === 1) return last ?? '';
  return items.slice(0, -1).join(words.list.comma) + words.list.last + last;
}

/** Small numbers are words. */
export function countWord(words: VerdictWords, count: number): string {
  return words.numbers[count] ?? String(count);
}

export function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

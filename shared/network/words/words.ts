/** The words of traces by language. */
import type { Language } from '../../content/words.ts';
import { english } from './en.ts';

export type NetworkWords = typeof english;

export function networkWordsOf(_language: Language): NetworkWords {
  return english;
}

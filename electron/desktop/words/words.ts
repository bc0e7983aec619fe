/** The desktop's words in each language of the interface. */
import type { Language } from '../../../shared/words/catalogue.ts';
import { german } from './de.ts';
import { type DesktopWords, english } from './en.ts';

const spoken: Record<Language, DesktopWords> = { en: english, de: german };

export function wordsIn(language: Language): DesktopWords {
  return spoken[language];
}

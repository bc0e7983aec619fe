/** Gives components their words in the language of the interface; a language other than English is loaded when it is first spoken. */
import { createContext, useContext } from 'react';
import { type Language, spokenOf } from '../../shared/words/catalogue.ts';
import { english, type Words } from './en.ts';

const loaded: Partial<Record<Language, Words>> = { en: english };

/** What the screens of this browser were in last, so that the first picture is in it before the settings are known. */
const lastSpoken = 'language';

export const WordsContext = createContext<Words>(english);

export function useWords(): Words {
  return useContext(WordsContext);
}

export function firstLanguage(): Language {
  return spokenOf([localStorage.getItem(lastSpoken) ?? '', ...navigator.languages]);
}

/** What is loaded already is there at once. */
export function wordsAtHand(language: Language): Words | undefined {
  return loaded[language];
}

/** Loads what the shared words say in it as well: after this they are all in that language. */
export async function loadWords(language: Language): Promise<Words> {
  const known = loaded[language];
  if (known) return known;
  const [{ german }] = await Promise.all([import('./de.ts'), import('../../shared/words/german.ts')]);
  loaded.de = german;
  return german;
}

export function rememberLanguage(language: Language): void {
  localStorage.setItem(lastSpoken, language);
  document.documentElement.lang = language;
}

/** For what fails outside of any component. */
export function pageLanguage(): Language {
  return spokenOf([globalThis.document?.documentElement.lang ?? '']);
}

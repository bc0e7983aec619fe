/** Speaks the language that the settings say, and goes on in the one before until the next is loaded. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import type { Language } from '../../shared/words/catalogue.ts';
import { keys } from '../data/client.ts';
import { useSettings } from '../data/use-workspace.ts';
import { english, type Words } from './en.ts';
import { firstLanguage, loadWords, rememberLanguage, WordsContext, wordsAtHand } from './words.ts';

/** The interface's words in a language; English, or what was spoken before, until they are loaded. */
export function useWordsIn(language: Language): Words {
  const { data } = useQuery({
    queryKey: keys.words(language),
    queryFn: () => loadWords(language),
    initialData: wordsAtHand(language),
    placeholderData: keepPreviousData,
  });
  return data ?? english;
}

export function Spoken({ children }: { children: ReactNode }) {
  const settings = useSettings().data;
  const language = settings?.speaks ?? firstLanguage();
  const words = useWordsIn(language);
  useEffect(() => rememberLanguage(words.language), [words]);
  return <WordsContext value={words}>{children}</WordsContext>;
}

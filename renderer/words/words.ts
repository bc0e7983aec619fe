/** Gives components their words; another language is another object of the same shape. */
import { createContext, useContext } from 'react';
import { english, type Words } from './en.ts';

const WordsContext = createContext<Words>(english);

export function useWords(): Words {
  return useContext(WordsContext);
}

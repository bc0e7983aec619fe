/** Loads the German words of documents: all that the thread needs which sets their pages. */
import { overlay } from '../words/catalogue.ts';
import { german } from './words/de.ts';
import { documentCatalogue, documentWordsOf } from './words/words.ts';

documentCatalogue.add('de', overlay(documentWordsOf('en'), german));

/** Loads the German words of documents: all that the thread needs which sets their pages. */
import { german } from './words/de.ts';
import { documentCatalogue } from './words/words.ts';

documentCatalogue.add('de', german);

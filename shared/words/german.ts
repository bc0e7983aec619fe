/** Loads the German words that screens and documents need. */
import '../content/german.ts';
import '../document/german.ts';
import { german as diagram } from '../diagram/words/de.ts';
import { diagramCatalogue } from '../diagram/words/words.ts';
import { german as evidence } from '../evidence/words/de.ts';
import { evidenceCatalogue } from '../evidence/words/words.ts';
import { german as network } from '../network/words/de.ts';
import { networkCatalogue } from '../network/words/words.ts';
import { errorWords } from './de/errors.ts';
import { errorCatalogue } from './errors.ts';

diagramCatalogue.add('de', diagram);
evidenceCatalogue.add('de', evidence);
networkCatalogue.add('de', network);
errorCatalogue.add('de', errorWords);

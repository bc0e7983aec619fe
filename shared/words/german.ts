/** Loads the German words that screens and documents need. */
import '../content/german.ts';
import { german as diagram } from '../diagram/words/de.ts';
import { diagramCatalogue, diagramWordsOf } from '../diagram/words/words.ts';
import '../document/german.ts';
import { german as evidence } from '../evidence/words/de.ts';
import { evidenceCatalogue, evidenceWordsOf } from '../evidence/words/words.ts';
import { german as network } from '../network/words/de.ts';
import { networkCatalogue, networkWordsOf } from '../network/words/words.ts';
import { overlay } from './catalogue.ts';
import { errorWords } from './de/errors.ts';
import { errorCatalogue, errorWordsOf } from './errors.ts';

diagramCatalogue.add('de', overlay(diagramWordsOf('en'), diagram));
evidenceCatalogue.add('de', overlay(evidenceWordsOf('en'), evidence));
networkCatalogue.add('de', overlay(networkWordsOf('en'), network));
errorCatalogue.add('de', overlay(errorWordsOf('en'), errorWords));

/** Loads the German questions, tables and facts. */
import { overlay } from '../words/catalogue.ts';
import client from './de/client.json' with { type: 'json' };
import facts from './de/facts.json' with { type: 'json' };
import glossary from './de/glossary.json' with { type: 'json' };
import golive from './de/golive.json' with { type: 'json' };
import justification from './de/justification.json' with { type: 'json' };
import peering from './de/peering.json' with { type: 'json' };
import problems from './de/problems.json' with { type: 'json' };
import routing from './de/routing.json' with { type: 'json' };
import scope from './de/scope.json' with { type: 'json' };
import tables from './de/tables.json' with { type: 'json' };
import { factCatalogue, factWords } from './facts.ts';
import { glossaryCatalogue } from './glossary.ts';
import { contentCatalogue, flatten, wordsOf } from './words.ts';

const german = flatten({ scope, justification, peering, routing, client, golive }, tables, problems);

contentCatalogue.add('de', overlay(wordsOf('en'), german));
factCatalogue.add('de', overlay(factWords('en'), facts));
glossaryCatalogue.add('de', overlay(glossaryCatalogue.of('en'), glossary));

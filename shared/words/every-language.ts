/** Loads every language: for the backend and the command line, which may be asked for any of them. */
import '../assess/german.ts';
import { refusalWords } from './de/refusals.ts';
import './german.ts';
import { refusalCatalogue } from './refusals.ts';

refusalCatalogue.add('de', refusalWords);

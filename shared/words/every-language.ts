/** Loads every language: for the backend and the command line, which may be asked for any of them. */
import '../assess/german.ts';
import { overlay } from './catalogue.ts';
import { refusalWords } from './de/refusals.ts';
import './german.ts';
import { refusalCatalogue, refusalWordsOf } from './refusals.ts';

refusalCatalogue.add('de', overlay(refusalWordsOf('en'), refusalWords));

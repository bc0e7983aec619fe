/** Loads every language: for the backend and the command line, which may be asked for any of them. */
import '../assess/german.ts';
import './german.ts';

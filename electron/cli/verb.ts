/** A verb of the command line: its words, its options, and what it does. */
import type { ParseArgsConfig } from 'node:util';
import type { Outcome } from './outcome.ts';

export type Given = {
  /** The words after the verb. */
  words: string[];
  options: Record<string, string | boolean | undefined>;
  author: string;
  /** Reads standard input whole, for values given as "-". */
  readInput: () => string;
};

export type Verb = {
  usage: string;
  summary: string;
  details: string[];
  options: NonNullable<ParseArgsConfig['options']>;
  /** How many words it takes, least and most. */
  words: [number, number];
  run: (given: Given) => Outcome | Promise<Outcome>;
};

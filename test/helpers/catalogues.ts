/** The catalogues in pairs, English and German, and how their lines are laid beside each other. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { german as screens } from '../../renderer/words/de.ts';
import { english as screensEnglish } from '../../renderer/words/en.ts';
import { diagramWordsOf } from '../../shared/diagram/words/words.ts';
import { documentWordsOf } from '../../shared/document/words/words.ts';
import { evidenceWordsOf } from '../../shared/evidence/words/words.ts';
import { networkWordsOf } from '../../shared/network/words/words.ts';
import { errorWordsOf } from '../../shared/words/errors.ts';
import { refusalWordsOf } from '../../shared/words/refusals.ts';

export type Pair = { name: string; english: unknown; german: unknown };

const root = join(import.meta.dirname, '..', '..', 'shared');

export const filePairs: readonly Pair[] = ['content', 'assess'].flatMap((room) =>
  readdirSync(join(root, room, 'en')).map((file) => ({
    name: `${room}/${file}`,
    english: readJson(room, 'en', file),
    german: readJson(room, 'de', file),
  })),
);

export const modulePairs: readonly Pair[] = [
  { name: 'screens', english: screensEnglish, german: screens },
  { name: 'document', english: documentWordsOf('en'), german: documentWordsOf('de') },
  { name: 'diagram', english: diagramWordsOf('en'), german: diagramWordsOf('de') },
  { name: 'network', english: networkWordsOf('en'), german: networkWordsOf('de') },
  { name: 'evidence', english: evidenceWordsOf('en'), german: evidenceWordsOf('de') },
  { name: 'errors', english: errorWordsOf('en'), german: errorWordsOf('de') },
  { name: 'refusals', english: refusalWordsOf('en'), german: refusalWordsOf('de') },
];

function readJson(...path: string[]): unknown {
  return JSON.parse(readFileSync(join(root, ...path), 'utf8'));
}

/** Lists of what a thing may be called by those who type it: as long as each language needs. */
const isChoiceOfNames = /alsoCalled$|statuses\.\w+$/;

/** Every line with its place; what makes a line of something given is called with stand-ins. */
export function linesOf(words: unknown, place = ''): Map<string, string> {
  if (typeof words === 'string') return new Map([[place, words]]);
  if (typeof words === 'function')
    return new Map(madeBy(words as Maker).map((line, index) => [`${place}(${index})`, line]));
  if (typeof words !== 'object' || words === null) return new Map();
  if (isChoiceOfNames.test(place)) return new Map();
  return new Map(
    Object.entries(words).flatMap(([key, value]) => [
      ...linesOf(value, place === '' ? key : `${place}.${key}`),
    ]),
  );
}

type Maker = (...given: unknown[]) => unknown;

/** Of one, of several, and of things with names. */
const standIns: readonly unknown[] = [
  1,
  7,
  'Ω',
  ['Ω', 'Ψ'],
  { count: 7, title: 'Ω', checklist: 'Ψ', author: 'Φ', toString: () => 'Ω' },
];

function madeBy(make: Maker): string[] {
  return standIns.map((one) => {
    try {
      return String(make(...Array.from({ length: make.length }, () => one)));
    } catch {
      return '';
    }
  });
}

export function placeholdersIn(line: string): string[] {
  return [...new Set(line.match(/\{[a-zA-Z]+\}|<\.\.\.>/g) ?? [])].sort();
}

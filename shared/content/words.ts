/** The checklists' words by language, apart from their structure, so that another language is a set of files. */

import { z } from 'zod';
import { catalogueOf, type Language } from '../words/catalogue.ts';
import client from './en/client.json' with { type: 'json' };
import golive from './en/golive.json' with { type: 'json' };
import justification from './en/justification.json' with { type: 'json' };
import peering from './en/peering.json' with { type: 'json' };
import problems from './en/problems.json' with { type: 'json' };
import routing from './en/routing.json' with { type: 'json' };
import scope from './en/scope.json' with { type: 'json' };
import tables from './en/tables.json' with { type: 'json' };
import type { FieldProblem } from './field.ts';
import { ChecklistWords, type QuestionWords, TableWords } from './schema.ts';

export type { Language };

export type ContentWords = {
  checklists: Readonly<Record<string, { title: string; intro: string }>>;
  sections: Readonly<Record<string, { title: string; intro: string }>>;
  questions: Readonly<Record<string, QuestionWords>>;
  tables: Readonly<Record<string, TableWords>>;
  problems: Readonly<Record<string, string>>;
};

const checklists = { scope, justification, peering, routing, client, golive };
for (const words of Object.values(checklists)) ChecklistWords.parse(words);
const english: ContentWords = flatten(
  checklists,
  z.record(z.string(), TableWords).parse(tables),
  problems,
) as ContentWords;

export const contentCatalogue = catalogueOf(english);

export function wordsOf(language: Language): ContentWords {
  return contentCatalogue.of(language);
}

type File = { title?: string; intro?: string; sections?: object; questions?: object };

/** The files of one language, by what their words are for; those of another language than English may lack some. */
export function flatten(files: Readonly<Record<string, File>>, tableWords: object, problemWords: object) {
  const all = Object.entries(files);
  return {
    checklists: Object.fromEntries(all.map(([id, { title, intro }]) => [id, { title, intro }])),
    sections: Object.assign({}, ...all.map(([, { sections }]) => sections)) as object,
    questions: Object.assign({}, ...all.map(([, { questions }]) => questions)) as object,
    tables: tableWords,
    problems: problemWords,
  };
}

/** Puts values into a sentence: "{name}" becomes the value of `name`; what is not given stays visible. */
export function fill(
  template: string,
  values: Readonly<Record<string, string | number | undefined>>,
): string {
  let text = '';
  let from = 0;
  // By hand and not by pattern: a large project has hundreds of findings, and each has three sentences.
  for (let open = template.indexOf('{'); open >= 0; open = template.indexOf('{', from)) {
    const close = template.indexOf('}', open);
    if (close < 0) break;
    const name = template.slice(open + 1, close);
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    text += template.slice(from, open) + (value ?? template.slice(open, close + 1));
    from = close + 1;
  }
  return text + template.slice(from);
}

/** A field's problem as a sentence: what is wrong, where, and what would be right. */
export function explainProblem(words: ContentWords, problem: FieldProblem): string {
  const sentence = fill(words.problems[problem.code] ?? words.problems['not-valid'] ?? problem.code, {
    piece: problem.piece.length > 60 ? `${problem.piece.slice(0, 57)}…` : problem.piece,
    suggestion: problem.suggestion ?? '',
  });
  return problem.line === undefined
    ? sentence
    : fill(words.problems['on-line'] ?? '{line}: {sentence}', { line: problem.line, sentence });
}

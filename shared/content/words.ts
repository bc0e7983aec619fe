/** The checklists' words by language, apart from their structure, so that another language is a set of files. */

import { z } from 'zod';
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

export type Language = 'en' | 'de';

export type ContentWords = {
  checklists: Readonly<Record<string, { title: string; intro: string }>>;
  sections: Readonly<Record<string, { title: string; intro: string }>>;
  questions: Readonly<Record<string, QuestionWords>>;
  tables: Readonly<Record<string, TableWords>>;
  problems: Readonly<Record<string, string>>;
};

const english = assemble({ scope, justification, peering, routing, client, golive }, tables, problems);

export function wordsOf(_language: Language): ContentWords {
  return english;
}

function assemble(
  checklists: Record<string, unknown>,
  tableWords: unknown,
  problemWords: Record<string, string>,
): ContentWords {
  const words = {
    checklists: {},
    sections: {},
    questions: {},
    tables: z.record(z.string(), TableWords).parse(tableWords),
    problems: problemWords,
  } as {
    checklists: Record<string, { title: string; intro: string }>;
    sections: Record<string, { title: string; intro: string }>;
    questions: Record<string, QuestionWords>;
    tables: Record<string, TableWords>;
    problems: Record<string, string>;
  };
  for (const [id, raw] of Object.entries(checklists)) {
    const parsed = ChecklistWords.parse(raw);
    words.checklists[id] = { title: parsed.title, intro: parsed.intro };
    Object.assign(words.sections, parsed.sections);
    Object.assign(words.questions, parsed.questions);
  }
  return words;
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

/** What every part of the plan is built from: the view, the lists, the words, and one reader of the answers that are asked. */
import { Reader } from '../assess/reader.ts';
import { content } from '../content/content.ts';
import type { ReferenceSets } from '../content/reference.ts';
import { isTableId, type TableId } from '../content/tables.ts';
import { type ContentWords, wordsOf } from '../content/words.ts';
import type { Finding, ProjectView } from '../view.ts';
import type { Audience } from './blocks.ts';
import { type DocumentWords, documentWordsOf } from './words/words.ts';

/** The picture of the plan, painted elsewhere. */
export type Figure = { svg: string; width: number; height: number; alt: string };

/** The project as it was at a milestone, to say what changed since. */
export type Earlier = { name: string; at: number; view: ProjectView };

export type PlanInput = {
  view: ProjectView;
  /** ISO date of the day the plan speaks of. */
  today: string;
  audience: Audience;
  /** Ids of the parts wanted; all of the audience when not given. */
  parts?: readonly string[];
  reference: Readonly<ReferenceSets>;
  before?: Earlier;
  figure?: Figure;
};

export type Context = {
  view: ProjectView;
  today: string;
  audience: Audience;
  reference: Readonly<ReferenceSets>;
  before: Earlier | undefined;
  figure: Figure | undefined;
  visible: ReadonlySet<string>;
  project: Reader;
  words: DocumentWords;
  contentWords: ContentWords;
  /** Findings that nobody has accepted. */
  standing: readonly Finding[];
};

export function makeContext(input: PlanInput): Context {
  const { view, today, audience, reference } = input;
  return {
    view,
    today,
    audience,
    reference,
    before: input.before,
    figure: input.figure,
    visible: new Set(view.assessment.visible),
    project: readerOf(view, today, reference),
    words: documentWordsOf(view.language),
    contentWords: wordsOf(view.language),
    standing: view.assessment.findings.filter((finding) => !finding.accepted),
  };
}

export function readerOf(view: ProjectView, today: string, reference: Readonly<ReferenceSets>): Reader {
  const { answers, tables, language } = view;
  const visible = new Set(view.assessment.visible);
  return new Reader({ content, answers, tables, visible, today, language, reference });
}

const questionsByTable = new Map<TableId, string>();
for (const question of content.questions.values()) {
  if (question.table !== undefined && isTableId(question.table) && !questionsByTable.has(question.table))
    questionsByTable.set(question.table, question.id);
}

/** The question that a table answers. */
export function questionOfTable(table: TableId): string {
  return questionsByTable.get(table) ?? table;
}

/** What every part of the plan is built from: the view, the lists, the words, and one reader of the answers that are asked. */
import { type Kept, Reader } from '../assess/reader.ts';
import { content } from '../content/content.ts';
import type { ReferenceSets } from '../content/reference.ts';
import { isTableId, type TableId } from '../content/tables.ts';
import { type ContentWords, wordsOf } from '../content/words.ts';
import type { Comparison } from '../progress/compare.ts';
import type { ProjectState } from '../project/state.ts';
import type { ReviewChecklist } from '../review-checklist/imported.ts';
import type { Finding, ProjectView } from '../view.ts';
import type { Audience } from './blocks.ts';
import { type PartId, partsFor, usualParts } from './part-ids.ts';
import { type DocumentWords, documentWordsOf } from './words/words.ts';

/** A milestone, and what is different since: compared where a copy of the plan tells it. */
export type Earlier = { name: string; at: number; comparison: () => Comparison };

/** What a project is read from, by the plan as by the route lab: both see the same network. */
export type ReadFrom = {
  view: ProjectView;
  /** ISO date of the day the plan speaks of. */
  today: string;
  reference: Readonly<ReferenceSets>;
  /** The records of the evidence, which a view does not carry; without them the reader finds none. */
  evidence?: ProjectState['evidence'];
  /** What the judgement of this project has worked out, in the language of the view; it only saves time. */
  kept?: Kept;
};

export type PlanInput = ReadFrom & {
  audience: Audience;
  /** Ids of the parts wanted; all of the audience when not given. */
  parts?: readonly string[];
  before?: Earlier;
  /** The firm's colour, for what is painted. */
  accent?: string;
  /** The additional checklists with their items, which a view only counts. */
  lists?: readonly ReviewChecklist[];
};

export type Context = {
  view: ProjectView;
  today: string;
  audience: Audience;
  reference: Readonly<ReferenceSets>;
  evidence: ProjectState['evidence'] | undefined;
  before: Earlier | undefined;
  accent: string | undefined;
  lists: readonly ReviewChecklist[];
  /** The parts of this copy. */
  chosen: ReadonlySet<PartId>;
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
    evidence: input.evidence,
    before: input.before,
    accent: input.accent,
    lists: input.lists ?? [],
    chosen: new Set(
      input.parts
        ? partsFor(audience).filter((id) => input.parts?.includes(id))
        : usualParts(audience, view.assessment.verdict),
    ),
    visible: new Set(view.assessment.visible),
    project: readerOf(input),
    words: documentWordsOf(view.language),
    contentWords: wordsOf(view.language),
    standing: view.assessment.findings.filter((finding) => !finding.accepted),
  };
}

export function readerOf({ view, today, reference, evidence = {}, kept }: ReadFrom): Reader {
  const { answers, tables, attachments, language } = view;
  const visible = new Set(view.assessment.visible);
  return new Reader({
    content,
    answers,
    tables,
    attachments,
    evidence,
    visible,
    today,
    language,
    reference,
    ...(kept ? { kept } : {}),
  });
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

/** The checklists, put together once: structure from `structure/*.json`, with lookups by id that the rest of the app uses. */

import type { FieldKind, FieldSpec } from './field.ts';
import { ChecklistStructure, type Condition, type Question as QuestionStructure } from './schema.ts';
import client from './structure/client.json' with { type: 'json' };
import golive from './structure/golive.json' with { type: 'json' };
import justification from './structure/justification.json' with { type: 'json' };
import peering from './structure/peering.json' with { type: 'json' };
import routing from './structure/routing.json' with { type: 'json' };
import scope from './structure/scope.json' with { type: 'json' };

/** Rises whenever questions, rules or their meaning change; milestones keep the version they were judged by. */
export const contentVersion = '2026.11';

export type Question = QuestionStructure & { id: string; section: string; checklist: string };
export type Section = { id: string; checklist: string; questions: string[] };
export type Checklist = { id: string; sections: Section[] };

export type Content = {
  version: string;
  checklists: Checklist[];
  questions: ReadonlyMap<string, Question>;
  sections: ReadonlyMap<string, Section>;
  /** The question that each table answers. */
  questionOfTable: ReadonlyMap<string, string>;
};

/** In the order in which a project is worked through. */
const structures = { scope, justification, peering, routing, client, golive } as const;

/** Every question's id, as a type: a rule that names a question that does not exist does not compile. */
export type QuestionId = {
  [K in keyof typeof structures]: keyof (typeof structures)[K]['questions'];
}[keyof typeof structures] &
  string;

/** Puts checked structures together; used for the built-in checklists and for a firm's own. */
export function buildContent(version: string, sources: readonly ChecklistStructure[]): Content {
  const questions = new Map<string, Question>();
  const sections = new Map<string, Section>();
  const questionOfTable = new Map<string, string>();
  const checklists = sources.map((source): Checklist => {
    const own = source.sections.map((section): Section => {
      const built: Section = { id: section.id, checklist: source.id, questions: section.questions };
      sections.set(section.id, built);
      for (const id of section.questions) {
        const question = source.questions[id];
        if (!question) continue;
        const visibleWhen = conditionOf(question, section);
        questions.set(id, {
          ...question,
          ...(visibleWhen ? { visibleWhen } : {}),
          id,
          section: section.id,
          checklist: source.id,
        });
        if (question.table) questionOfTable.set(question.table, id);
      }
      return built;
    });
    return { id: source.id, sections: own };
  });
  return { version, checklists, questions, sections, questionOfTable };
}

/** Until somebody has chosen, and with both peerings, Microsoft peering is asked about. */
const asksOfMicrosoftPeering: Condition = {
  any: [
    { question: 'peering.design.types', in: ['microsoft'] },
    { not: { question: 'peering.design.types', in: ['private'] } },
  ],
};

function conditionOf(
  question: QuestionStructure,
  section: ChecklistStructure['sections'][number],
): Condition | undefined {
  if (!question.microsoftPeering && !section.microsoftPeering) return question.visibleWhen;
  return question.visibleWhen
    ? { all: [asksOfMicrosoftPeering, question.visibleWhen] }
    : asksOfMicrosoftPeering;
}

export const builtInStructures: ChecklistStructure[] = Object.values(structures).map((structure) =>
  ChecklistStructure.parse(structure),
);

export const content: Content = buildContent(contentVersion, builtInStructures);

/** The field a question is answered with; a table question has none, its rows do. */
export function fieldOf(question: QuestionStructure): FieldSpec | undefined {
  if (question.kind === 'table') return undefined;
  const { kind, options, optionsFrom, unit, min, max, integer } = question;
  return { kind: kind satisfies FieldKind, options, optionsFrom, unit, min, max, integer };
}

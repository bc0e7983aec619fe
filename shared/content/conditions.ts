/** Which questions are asked: decides visibility from the answers, hidden questions counting as unanswered. */
import type { Answer, Row } from '../project/answer.ts';
import type { Content } from './content.ts';
import type { Condition } from './schema.ts';

export type Answered = {
  answers: Readonly<Record<string, Answer>>;
  tables: Readonly<Record<string, readonly Row[]>>;
};

/** The ids of all questions that are asked now, in checklist order. */
export function visibleQuestions(content: Content, project: Answered): Set<string> {
  const known = new Map<string, boolean>();
  const isVisible = (id: string): boolean => {
    const before = known.get(id);
    if (before !== undefined) return before;
    const question = content.questions.get(id);
    // Set before looking further: content with a cycle is refused at build time, and must not hang here either.
    known.set(id, false);
    const visible = question !== undefined && (!question.visibleWhen || holds(question.visibleWhen));
    known.set(id, visible);
    return visible;
  };
  const holds = (condition: Condition): boolean => {
    if ('all' in condition) return condition.all.every(holds);
    if ('any' in condition) return condition.any.some(holds);
    if ('not' in condition) return !holds(condition.not);
    if (!isVisible(condition.question)) return false;
    const said = valuesOf(content, project, condition.question);
    if ('answered' in condition) return said.length > 0;
    return 'is' in condition
      ? said.includes(condition.is)
      : condition.in.some((value) => said.includes(value));
  };
  const visible = new Set<string>();
  for (const checklist of content.checklists) {
    for (const section of checklist.sections)
      for (const id of section.questions) if (isVisible(id)) visible.add(id);
  }
  return visible;
}

/** What was answered, as texts to compare; empty while open, unknown, draft or not applicable. */
export function valuesOf(content: Content, project: Answered, id: string): string[] {
  const table = content.questions.get(id)?.table;
  if (table !== undefined) return (project.tables[table] ?? []).map((row) => row.id);
  const answer = Object.hasOwn(project.answers, id) ? project.answers[id] : undefined;
  if (answer?.state !== 'answered') return [];
  return Array.isArray(answer.value) ? answer.value.map(String) : [String(answer.value)];
}

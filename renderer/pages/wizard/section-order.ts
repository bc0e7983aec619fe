/** The sections in the order they are worked through, leaving out those in which nothing is asked. */

import { questionState } from '../../../shared/assess/question-state.ts';
import { content, type Question, type Section } from '../../../shared/content/content.ts';
import type { ProjectView } from '../../../shared/view.ts';

export type AskedSection = Section & { asked: Question[] };

export function askedSections(project: ProjectView, checklist?: string): AskedSection[] {
  const visible = new Set(project.assessment.visible);
  const sections: AskedSection[] = [];
  for (const one of content.checklists) {
    if (checklist !== undefined && one.id !== checklist) continue;
    for (const section of one.sections) {
      const asked = questionsOf(section, visible);
      if (asked.length > 0) sections.push({ ...section, asked });
    }
  }
  return sections;
}

export function questionsOf(section: Section, visible: ReadonlySet<string>): Question[] {
  return section.questions.flatMap((id) => {
    const question = visible.has(id) ? content.questions.get(id) : undefined;
    return question ? [question] : [];
  });
}

/** Still to be answered: not said, not known yet, or not valid yet. Optional questions never count. */
export function isOpen(project: ProjectView, question: Question): boolean {
  if (question.optional) return false;
  const state = questionState(project, question);
  return state === 'open' || state === 'unknown' || state === 'draft';
}

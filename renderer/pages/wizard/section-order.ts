/** The sections in the order they are worked through, leaving out those in which nothing is asked. */

import { questionState } from '../../../shared/assess/question-state.ts';
import { content, type Question, type Section } from '../../../shared/content/content.ts';
import type { ProjectView } from '../../../shared/view.ts';
import type { Progress } from '../../frame/checklist-state.ts';

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

/** How far a section is, counted as readiness counts a checklist. */
export function progressOf(project: ProjectView, asked: readonly Question[]): Progress {
  const { readiness, findings } = project.assessment;
  const ids = new Set(asked.map((question) => question.id));
  const standing = findings.filter(
    (finding) => !finding.accepted && finding.from.some((origin) => ids.has(origin.question)),
  );
  const counted = asked.filter(
    (question) => !question.optional && questionState(project, question) !== 'notApplicable',
  );
  const answered = counted.filter((question) => !isOpen(project, question));
  const losses = readiness.losses.filter((loss) => ids.has(loss.question));
  const lost = losses.reduce((sum, loss) => sum + loss.points, 0);
  return {
    percent: counted.length === 0 ? 100 : (100 * (counted.length - lost)) / counted.length,
    counted: counted.length,
    answered: answered.length,
    confirmed: answered.filter((question) => project.reviews[question.id]).length,
    open: counted.length - answered.length,
    stale: losses.filter((loss) => loss.reason === 'stale').length,
    blockers: standing.filter((finding) => finding.severity === 'blocker').length,
    gates: standing.filter((finding) => finding.severity === 'gate').length,
  };
}

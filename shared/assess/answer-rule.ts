/** The simplest rule: one option of one question is the whole finding. */
import type { QuestionId } from '../content/content.ts';
import { type Rule, rule } from './rule.ts';
import { written } from './written.ts';

export function answerRule(
  id: string,
  severity: Rule['severity'],
  facts: Rule['facts'],
  question: QuestionId,
  wrong: string,
): Rule {
  return rule({
    id,
    severity,
    reads: [question],
    facts,
    check: (project) => (project.said(question, wrong) ? { from: [project.at(question)] } : undefined),
  });
}

/** What should have been done and was not; "don't know yet" has a wording of its own. */
export function undoneRule(
  id: string,
  severity: Rule['severity'],
  facts: Rule['facts'],
  question: QuestionId,
): Rule {
  return rule({
    id,
    severity,
    reads: [question],
    facts,
    check: (project) => {
      if (!project.isNotDone(question)) return undefined;
      const from = [project.at(question)];
      return project.said(question, 'no') ? { from } : { variant: 'unknown', from };
    },
  });
}

/** A text that should say something and says "none"; "don't know yet" has a wording of its own. */
export function unwrittenRule(
  id: string,
  severity: Rule['severity'],
  facts: Rule['facts'],
  question: QuestionId,
): Rule {
  return rule({
    id,
    severity,
    reads: [question],
    facts,
    check: (project) => {
      const said = written(project, question)?.said;
      const from = [project.at(question)];
      if (said === 'none') return { from };
      return said === 'unknown' ? { variant: 'unknown', from } : undefined;
    },
  });
}

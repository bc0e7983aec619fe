/** The simplest rule: one option of one question is the whole finding. */
import type { QuestionId } from '../content/content.ts';
import { type Rule, rule } from './rule.ts';

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

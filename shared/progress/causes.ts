/** Why readiness moved from one moment to the next: every part of the step, put down to what was behind it. */
import { z } from 'zod';
import type { Standing } from '../assess/assess.ts';
import { questionState } from '../assess/question-state.ts';
import { content } from '../content/content.ts';
import type { ProjectState } from '../project/state.ts';
import { placeOfQuestion } from '../review-checklist/item.ts';
import type { Finding } from '../view.ts';

export const causeKinds = [
  'answered',
  'withdrawn',
  'confirmed',
  'unconfirmed',
  'asked',
  'unasked',
  'blocked',
  'unblocked',
  'accepted',
  'lapsed',
  'expired',
  'renewed',
  'other',
] as const;

export const Cause = z.strictObject({
  kind: z.enum(causeKinds),
  /** By how many points of a hundred it moved readiness. */
  share: z.number(),
  /** Of how many questions. */
  count: z.number(),
  checklist: z.string().optional(),
  /** Where to look: the first question it is about. */
  question: z.string().optional(),
  author: z.string().optional(),
  /** Of the finding that is behind it. */
  title: z.string().optional(),
});
export type Cause = z.infer<typeof Cause>;

type Reason = Standing['readiness']['losses'][number]['reason'];

/** What each question that counts earns, and why it does not earn all. */
export type Scores = {
  points: ReadonlyMap<string, number>;
  reasons: ReadonlyMap<string, Reason>;
  /** Of all that count, from 0 to 1. */
  average: number;
  findings: readonly Finding[];
};

export function scoresOf(
  project: Pick<ProjectState, 'answers' | 'tables'>,
  { visible, items, readiness, findings }: Standing,
): Scores {
  const points = new Map<string, number>();
  const reasons = new Map<string, Reason>();
  for (const question of content.questions.values()) {
    if (question.optional || !visible.has(question.id)) continue;
    const mayNotApply = project.answers[question.id]?.state === 'notApplicable';
    if (mayNotApply && questionState(project, question) === 'notApplicable') continue;
    points.set(question.id, 1);
  }
  for (const item of items) points.set(item, 1);
  for (const { question, reason, points: lost } of readiness.losses) {
    points.set(question, 1 - lost);
    reasons.set(question, reason);
  }
  let earned = 0;
  for (const one of points.values()) earned += one;
  return { points, reasons, average: points.size === 0 ? 0 : earned / points.size, findings };
}

/** Who last wrote what a question is answered by. */
export type Touched = ReadonlyMap<string, string>;

const mostCauses = 6;

/** The strongest first; together, with the rest as the last, they are the whole step. */
export function explainStep(before: Scores, after: Scores, touched: Touched): Cause[] {
  const all = allCauses(before, after, touched).sort(
    (left, right) => Math.abs(right.share) - Math.abs(left.share),
  );
  const shown = all.slice(0, all.length > mostCauses + 1 ? mostCauses : all.length);
  const rest = all.slice(shown.length);
  if (rest.length > 0) {
    const sum = (of: (cause: Cause) => number) => rest.reduce((total, cause) => total + of(cause), 0);
    shown.push({ kind: 'other', share: sum(({ share }) => share), count: sum(({ count }) => count) });
  }
  return shown;
}

export function allCauses(before: Scores, after: Scores, touched: Touched): Cause[] {
  const causes = new Map<string, Cause>();
  const weight = after.points.size === 0 ? 0 : 100 / after.points.size;
  const add = (question: string, moved: number, cause: Omit<Cause, 'share' | 'count' | 'question'>) => {
    if (moved === 0) return;
    // Two of a kind in one step are told apart by which way they went, so that neither hides the other.
    const key = [cause.kind, cause.checklist, cause.author, cause.title, moved > 0].join('\n');
    const known = causes.get(key);
    if (known) {
      known.share += moved * weight;
      known.count += 1;
    } else causes.set(key, { ...cause, question, count: 1, share: moved * weight });
  };
  // A question more or less moves the average by how far it is from it; so the parts add up to the whole step.
  for (const [question, points] of after.points) {
    const earlier = before.points.get(question);
    if (earlier === undefined) {
      add(question, points - before.average, { kind: 'asked', ...checklistOf(question) });
    } else if (earlier !== points) {
      add(question, points - earlier, causeOf(question, points - earlier, before, after, touched));
    }
  }
  for (const [question, points] of before.points) {
    if (!after.points.has(question))
      add(question, before.average - points, { kind: 'unasked', ...checklistOf(question) });
  }
  // Nothing counts any more: there is nothing left to put the fall down to but that.
  if (after.points.size === 0 && before.average > 0)
    causes.set('', { kind: 'unasked', count: before.points.size, share: -100 * before.average });
  return [...causes.values()];
}

function causeOf(
  question: string,
  moved: number,
  before: Scores,
  after: Scores,
  touched: Touched,
): Omit<Cause, 'share' | 'count' | 'question'> {
  const [was, is] = [before.reasons.get(question), after.reasons.get(question)];
  if (is === 'blocked') {
    const known = idsStanding(before.findings, question);
    const finding = standing(after.findings, question).find(({ id }) => !known.has(id));
    const waived = before.findings.some((one) => one.id === finding?.id);
    return { kind: waived ? 'lapsed' : 'blocked', ...titleOf(finding) };
  }
  if (was === 'blocked') {
    const known = idsStanding(after.findings, question);
    const finding = standing(before.findings, question).find(({ id }) => !known.has(id));
    const waived = after.findings.some((one) => one.id === finding?.id);
    return { kind: waived ? 'accepted' : 'unblocked', ...titleOf(finding) };
  }
  if (is === 'stale') return { kind: 'expired' };
  if (was === 'stale') return { kind: 'renewed' };
  const by = touched.get(question);
  const where = { ...checklistOf(question), ...(by === undefined ? {} : { author: by }) };
  if (moved > 0) return { kind: was === 'unconfirmed' ? 'confirmed' : 'answered', ...where };
  return { kind: is === 'unconfirmed' ? 'unconfirmed' : 'withdrawn', ...where };
}

function standing(findings: readonly Finding[], question: string): Finding[] {
  return findings.filter(
    ({ accepted, severity, from }) =>
      !accepted &&
      (severity === 'blocker' || severity === 'gate') &&
      from.some((origin) => origin.question === question),
  );
}

function idsStanding(findings: readonly Finding[], question: string): Set<string> {
  return new Set(standing(findings, question).map(({ id }) => id));
}

function titleOf(finding: Finding | undefined): { title?: string } {
  return finding ? { title: finding.title } : {};
}

function checklistOf(question: string): { checklist?: string } {
  const checklist = content.questions.get(question)?.checklist ?? placeOfQuestion(question)?.checklist;
  return checklist === undefined ? {} : { checklist };
}

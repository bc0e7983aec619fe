/**
 * Readiness, one documented number: how much of what is asked is answered, confirmed and not blocked.
 *
 * Every question that is asked and not optional is worth one point. An answer earns 0.8 of it, its confirmation by a person
 * the other 0.2. A question earns nothing while it is open, "don't know yet" or a draft, or while a blocker or a gate that
 * nobody has accepted stands on it. An answer whose proofs have all run out earns 0.4, confirmed or not, until there is a
 * newer proof. A confirmation of a question that is put differently now counts as none. An item of an additional checklist
 * that counts is worth one point too, earned when it is fulfilled, or open with its risk accepted. Questions that are hidden or not applicable are not counted at all. The percentage is rounded down, so that
 * 100 means that nothing is missing.
 */

import type { Content } from '../content/content.ts';
import { isReworded } from '../content/content-update.ts';
import type { ProjectState } from '../project/state.ts';
import { placeOfQuestion } from '../review-checklist/item.ts';
import { type CountedList, measureList } from '../review-checklist/judge.ts';
import type { Assessment, ChecklistReadiness, Finding } from '../view.ts';
import { expiredProof } from './evidence.ts';
import { questionState } from './question-state.ts';

export const worthOfAnswer = 0.8;
export const worthOfConfirmation = 0.2;
export const worthOfOutdated = 0.4;

type Readiness = Assessment['readiness'];

type Circumstances = {
  content: Content;
  today: string;
  visible: ReadonlySet<string>;
  findings: readonly Finding[];
  /** The additional checklists that count. */
  lists: readonly CountedList[];
};

export function measureReadiness(
  project: Pick<ProjectState, 'answers' | 'tables' | 'reviews' | 'proofs' | 'attachments'>,
  { content, today, visible, findings, lists }: Circumstances,
): Readiness {
  const blocked = new Set<string>();
  const standing = new Map<string, { blockers: number; gates: number }>();
  for (const finding of findings) {
    if (finding.accepted || (finding.severity !== 'blocker' && finding.severity !== 'gate')) continue;
    for (const origin of finding.from) blocked.add(origin.question);
    const checklist = checklistOf(content, finding) ?? '';
    const counts = standing.get(checklist) ?? { blockers: 0, gates: 0 };
    counts[finding.severity === 'blocker' ? 'blockers' : 'gates'] += 1;
    standing.set(checklist, counts);
  }
  const losses: Readiness['losses'] = [];
  let earned = 0;
  let counted = 0;
  const checklists = content.checklists.map((checklist): ChecklistReadiness => {
    const row = {
      checklist: checklist.id,
      percent: 0,
      counted: 0,
      answered: 0,
      confirmed: 0,
      open: 0,
      stale: 0,
      ...(standing.get(checklist.id) ?? { blockers: 0, gates: 0 }),
    };
    let points = 0;
    for (const section of checklist.sections) {
      for (const id of section.questions) {
        const question = content.questions.get(id);
        if (!question || question.optional || !visible.has(id)) continue;
        const state = questionState(project, question);
        if (state === 'notApplicable') continue;
        row.counted += 1;
        if (state !== 'answered') {
          row.open += 1;
          losses.push({ question: id, reason: state, points: 1 });
          continue;
        }
        row.answered += 1;
        const review = Object.hasOwn(project.reviews, id) ? project.reviews[id] : undefined;
        const confirmed = review !== undefined && !isReworded(content, id, review);
        if (confirmed) row.confirmed += 1;
        if (blocked.has(id)) {
          losses.push({ question: id, reason: 'blocked', points: 1 });
        } else if (expiredProof(project, id, today)) {
          row.stale += 1;
          points += worthOfOutdated;
          losses.push({ question: id, reason: 'stale', points: 1 - worthOfOutdated });
        } else {
          points += confirmed ? worthOfAnswer + worthOfConfirmation : worthOfAnswer;
          if (!confirmed) losses.push({ question: id, reason: 'unconfirmed', points: worthOfConfirmation });
        }
      }
    }
    row.percent = percentOf(points, row.counted);
    earned += points;
    counted += row.counted;
    return row;
  });
  for (const list of lists) {
    const measured = measureList(list, findings, worthOfConfirmation);
    const percent = percentOf(measured.points, measured.row.counted);
    checklists.push({ ...measured.row, ...(standing.get(list.id) ?? { blockers: 0, gates: 0 }), percent });
    losses.push(...measured.losses);
    earned += measured.points;
    counted += measured.row.counted;
  }
  return { percent: percentOf(earned, counted), checklists, losses };
}

/** Rounded down (with a hair's allowance for adding tenths), so that 100 means all of it. */
function percentOf(points: number, counted: number): number {
  return counted === 0 ? 0 : Math.floor((100 * points) / counted + 1e-9);
}

/** A finding counts for the checklist of the first answer it came from. */
export function checklistOf(content: Content, finding: Finding): string | undefined {
  const first = finding.from[0];
  return (
    first && (content.questions.get(first.question)?.checklist ?? placeOfQuestion(first.question)?.checklist)
  );
}

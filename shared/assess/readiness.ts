/**
 * Readiness, one documented number: how much of what is asked is answered, confirmed and not blocked.
 *
 * Every question that is asked and not optional is worth one point. An answer earns 0.8 of it, its confirmation by a person
 * the other 0.2. A question earns nothing while it is open, "don't know yet" or a draft, or while a blocker or a gate stands
 * on it. Questions that are hidden or not applicable are not counted at all. The percentage is rounded down, so that 100
 * means that nothing is missing.
 */
import type { Content } from '../content/content.ts';
import type { ProjectState } from '../project/state.ts';
import type { Assessment, ChecklistReadiness, Finding } from '../view.ts';
import { questionState } from './question-state.ts';

export const worthOfAnswer = 0.8;
export const worthOfConfirmation = 0.2;

type Readiness = Assessment['readiness'];

export function measureReadiness(
  project: Pick<ProjectState, 'answers' | 'tables' | 'reviews'>,
  content: Content,
  visible: ReadonlySet<string>,
  findings: readonly Finding[],
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
        const confirmed = Object.hasOwn(project.reviews, id);
        if (confirmed) row.confirmed += 1;
        if (blocked.has(id)) {
          losses.push({ question: id, reason: 'blocked', points: 1 });
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
  return { percent: percentOf(earned, counted), checklists, losses };
}

/** Rounded down (with a hair's allowance for adding tenths), so that 100 means all of it. */
function percentOf(points: number, counted: number): number {
  return counted === 0 ? 0 : Math.floor((100 * points) / counted + 1e-9);
}

/** A finding counts for the checklist of the first answer it came from. */
export function checklistOf(content: Content, finding: Finding): string | undefined {
  const first = finding.from[0];
  return first && content.questions.get(first.question)?.checklist;
}

/** Counts the questions and findings that a plan lists, so that statements can name them shortly. */
import { content } from '../content/content.ts';
import { fill } from '../content/words.ts';
import { checklistTitle } from '../review-checklist/checklist-title.ts';
import { placeOfQuestion } from '../review-checklist/item.ts';
import type { Part, Target } from './blocks.ts';
import type { Context } from './context.ts';
import { mapTargets } from './map-targets.ts';
import { inOrder } from './parts/follow-up.ts';
import { questionsOf } from './statements.ts';

/** Only what this copy lists has a number. */
export type Numbers = (target: Target) => string | undefined;

/** Asked for by every section and finding of a plan. */
const counted = new WeakMap<Context, Numbers>();

export function numbersOf(context: Context): Numbers {
  const known = counted.get(context) ?? countAll(context);
  counted.set(context, known);
  return known;
}

function countAll(context: Context): Numbers {
  const { numbers } = context.words;
  const known = new Map<string, string>();
  if (context.chosen.has('answers')) {
    const questions = content.checklists.flatMap(({ sections }) =>
      sections.flatMap(({ id }) => questionsOf(context, id)),
    );
    for (const [index, id] of questions.entries())
      known.set(`question ${id}`, fill(numbers.question, { number: index + 1 }));
  }
  if (context.chosen.has('risks'))
    for (const [index, { id }] of inOrder(context.standing).entries())
      known.set(`finding ${id}`, fill(numbers.finding, { number: index + 1 }));
  return (target) => ('id' in target ? known.get(`${target.kind} ${target.id}`) : undefined);
}

/** The same parts, with the statements' origins named: by number, else by the section, part or severity under which they are found. */
export function named(context: Context, parts: readonly Part[], numbers: Numbers = () => undefined): Part[] {
  const titles: Readonly<Record<string, string>> = context.words.parts;
  return mapTargets(parts, (target, place) => {
    if (place !== 'from' || target.kind === 'source' || target.name !== undefined) return target;
    const name =
      numbers(target) ??
      (target.kind === 'part'
        ? titles[target.id]
        : target.kind === 'question'
          ? sectionOf(context, target.id)
          : severityOf(context, target.id));
    return name === undefined ? target : { ...target, name };
  });
}

function sectionOf({ contentWords, view }: Context, question: string): string | undefined {
  const place = placeOfQuestion(question);
  if (place) return checklistTitle(view, place.checklist);
  return contentWords.sections[content.questions.get(question)?.section ?? '']?.title;
}

function severityOf({ view, words }: Context, finding: string): string | undefined {
  const found = view.assessment.findings.find(({ id }) => id === finding);
  return found && words.severities[found.severity];
}

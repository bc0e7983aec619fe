/** What came out of a workshop: a function of the project as it was when it began and when it ended, and of what was said in it. */
import { content } from '../content/content.ts';
import { type Comparison, compare, type Look } from '../progress/compare.ts';
import type { Origin } from '../project/change.ts';
import type { Action, Decision, ParkedItem } from '../project/paths.ts';
import type { Workshop } from '../project/workshop.ts';
import type { ReviewChecklist } from '../review-checklist/imported.ts';
import { itemQuestion } from '../review-checklist/item.ts';
import type { ProjectView } from '../view.ts';
import { liveAgenda, openBeside, openQuestions } from './agenda.ts';
import { timeUsed } from './clock.ts';

export type SummaryInput = {
  id: string;
  workshop: Workshop;
  before: Look;
  after: Look;
  /** The places that were written to in this workshop. */
  touched: ReadonlySet<string>;
  /** The additional checklists as they stood at its end. */
  lists: readonly ReviewChecklist[];
  /** Those of today: the clock may write a moment after the end. */
  sittings: ProjectView['sittings'];
};

export type WorkshopSummary = {
  workshop: Workshop;
  comparison: Comparison;
  /** Answered in it, with a value, with rows, or by saying that it does not apply. */
  answered: string[];
  /** Of the agenda, what is open still. */
  open: { question: string; skipped: boolean }[];
  /** Open as well, and not talked about. */
  otherOpen: number;
  decisions: (Decision & { id: string })[];
  actions: (Action & { id: string })[];
  parked: (ParkedItem & { id: string })[];
  notes: { question: string; text: string }[];
  /** Meant and used, in seconds, in the order of the agenda; what was shown and is no longer asked comes last. */
  time: { question: string; planned: number; used: number }[];
};

export function saidIn(workshop: string): (origin: Pick<Origin, 'kind' | 'ref'>) => boolean {
  return ({ kind, ref }) => kind === 'workshop' && ref === workshop;
}

export function summarize(input: SummaryInput): WorkshopSummary {
  const { id, workshop, before, after, touched, lists, sittings } = input;
  const comparison = compare(before, after);
  const agenda = liveAgenda(workshop.agenda, after.view, lists);
  const open = new Set(openQuestions(after.view));
  const used = timeUsed(sittings, id);
  const ofAgenda = new Set(agenda.map(({ question }) => question));
  const seconds = (question: string) => Math.round((used.get(question) ?? 0) / 1000);
  const standing = <Value>(root: string, bag: Readonly<Record<string, Value>>) =>
    Object.entries(bag)
      .filter(([key]) => touched.has(`${root}/${key}`))
      .map(([key, value]) => ({ ...value, id: key }));
  return {
    workshop,
    comparison,
    answered: answeredIn(input, comparison),
    open: agenda
      .filter(({ question }) => open.has(question))
      .map(({ question, skipped }) => ({ question, skipped: skipped === true })),
    otherOpen: openBeside(agenda, after.view).length,
    decisions: standing('decision', after.view.decisions),
    actions: standing('action', after.view.actions),
    parked: standing('parking', after.view.parking),
    notes: Object.entries(after.view.notes)
      .filter(([question]) => touched.has(`note/${question}`))
      .map(([question, text]) => ({ question, text })),
    time: [
      ...agenda
        .filter(({ question, skipped }) => used.has(question) || !skipped)
        .map(({ question, seconds: planned }) => ({ question, planned, used: seconds(question) })),
      ...[...used.keys()]
        .filter((question) => !ofAgenda.has(question))
        .map((question) => ({ question, planned: 0, used: seconds(question) })),
    ],
  };
}

function answeredIn({ touched, lists, after }: SummaryInput, { answers, tables }: Comparison): string[] {
  const answered = new Set<string>();
  for (const { question, after: said } of answers) {
    const isKnown = said?.state === 'answered' || said?.state === 'notApplicable';
    if (isKnown && touched.has(`answer/${question}`)) answered.add(question);
  }
  const written = new Set(
    [...touched].filter((path) => path.startsWith('row/')).map((path) => path.split('/')[1]),
  );
  for (const { table } of tables) {
    const question = content.questionOfTable.get(table);
    if (question !== undefined && written.has(table)) answered.add(question);
  }
  for (const { id, items } of lists) {
    for (const { id: item, status } of items) {
      const isTouched = ['status', 'said'].some((root) => touched.has(`${root}/${id}/${item}`));
      if (isTouched && status !== 'notVerified') answered.add(itemQuestion(id, item));
    }
  }
  // In the order of the checklists, as they are read.
  const order = new Map([...after.view.assessment.visible].map((question, place) => [question, place]));
  const placeOf = (question: string) => order.get(question) ?? order.size;
  return [...answered].sort((left, right) => placeOf(left) - placeOf(right));
}

/** Builds the summary of a workshop as typed blocks, for the same writers as the plan: the one place that decides what it says. */
import { fill } from '../../content/words.ts';
import { type SummaryInput, summarize, type WorkshopSummary } from '../../workshop/summary.ts';
import { audiences, type Block, type Part, type PlanDocument, type Section } from '../blocks.ts';
import { type Context, makeContext, type PlanInput } from '../context.ts';
import { named } from '../numbers.ts';
import { actionsPart, decidedPart, parkedPart } from './kept.ts';
import { answeredPart, openPart } from './questions.ts';
import { findingsPart, resultPart, timePart } from './result.ts';

export type WorkshopInput = SummaryInput & Pick<PlanInput, 'reference' | 'accent'>;

/** What every part of the summary is built from. */
export type WorkshopContext = Context & { summary: WorkshopSummary; earlier: PlanInput['view'] };

export type Built = { blocks: readonly Block[]; sections?: readonly Section[] };

const builders = {
  result: resultPart,
  decided: decidedPart,
  actions: actionsPart,
  answered: answeredPart,
  open: openPart,
  parked: parkedPart,
  findings: findingsPart,
  time: timePart,
} satisfies Record<string, (context: WorkshopContext) => Built>;

export function buildWorkshop(input: WorkshopInput): PlanDocument {
  const { workshop, before, after, reference, accent, lists } = input;
  const summary = summarize(input);
  const context: WorkshopContext = {
    ...makeContext({
      view: after.view,
      today: after.day,
      audience: 'engineer',
      reference,
      lists,
      ...(accent === undefined ? {} : { accent }),
    }),
    earlier: before.view,
    summary,
  };
  const { workshop: words } = context.words;
  const parts = (Object.keys(builders) as (keyof typeof builders)[]).map((id): Part => {
    const { blocks, sections = [] } = builders[id](context);
    return { id: `workshop-${id}`, title: words.parts[id], audiences, blocks, sections };
  });
  const { readiness } = summary.comparison;
  return {
    language: context.words.language,
    title: `${words.title}: ${workshop.name}`,
    subtitle: after.view.name,
    customer: after.view.customer,
    authors: workshop.attendees.map(({ name }) => name),
    date: workshop.day,
    contentVersion: after.view.assessment.contentVersion,
    status: fill(words.status, { before: readiness.before, after: readiness.after }),
    parts: named(context, parts),
    leftOut: workshop.ended ? [] : [words.goesOn],
    short: true,
  };
}

/** The project's own questions as a review checklist: what is asked, how grave it is, and what was said to it. */
import { questionState } from '../assess/question-state.ts';
import { rules } from '../assess/rules.ts';
import { content, type Question } from '../content/content.ts';
import { facts, isFactId, sources } from '../content/facts.ts';
import { isTableId } from '../content/tables.ts';
import { fill } from '../content/words.ts';
import { type Context, makeContext, type PlanInput } from '../document/context.ts';
import { textOf } from '../document/runs.ts';
import { answerText, dayOf, promptOf } from '../document/values.ts';
import { type ReviewStatus, reviewStatuses } from '../project/paths.ts';
import type { Severity } from '../view.ts';
import { type ReviewSeverity, reviewSeverities, severityNames, statusNames } from './names.ts';
import { questionGuid } from './question-guid.ts';

export function writeQuestions({
  view,
  today,
  reference,
}: Pick<PlanInput, 'view' | 'today' | 'reference'>): string {
  const context = makeContext({ view, today, reference, audience: 'engineer' });
  const own = context.words.reviewChecklist;
  const asked = view.assessment.visible.flatMap((id) => content.questions.get(id) ?? []);
  const items = asked.map((question) => itemOf(context, question));
  const file = {
    items,
    categories: [...new Set(items.map((item) => item.category))].map((name) => ({ name })),
    waf: ['Reliability', 'Security', 'Cost', 'Operations', 'Performance'].map((name) => ({ name })),
    yesno: [{ name: context.words.values.yes }, { name: context.words.values.no }],
    status: reviewStatuses.map((status) => ({
      name: statusNames[status],
      description: own.statuses[status],
    })),
    severities: reviewSeverities.map((severity) => ({ name: severityNames[severity] })),
    metadata: { name: fill(own.name, { project: view.name }), state: 'GA', timestamp: today },
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

function itemOf(context: Context, question: Question) {
  const { contentWords } = context;
  const { id } = question;
  const why = contentWords.questions[id]?.why;
  const link = linkOf(question);
  return {
    category: contentWords.checklists[question.checklist]?.title ?? question.checklist,
    subcategory: contentWords.sections[question.section]?.title ?? question.section,
    text: promptOf(context, id),
    ...(why === undefined ? {} : { description: why }),
    service: 'ExpressRoute',
    guid: questionGuid(id),
    id,
    severity: severityNames[severityOf(context, question)],
    ...(link === undefined ? {} : { link }),
    status: statusNames[statusOf(context, question)],
    comments: commentsOf(context, question),
  };
}

const weight: Readonly<Record<Severity, ReviewSeverity>> = {
  blocker: 'high',
  gate: 'high',
  risk: 'medium',
  advice: 'low',
};

/** The gravest that is ever said to each question or table, before anything has been found. */
const gravest = new Map<string, ReviewSeverity>();
for (const rule of rules)
  for (const read of rule.reads) gravest.set(read, graver(gravest.get(read) ?? 'low', weight[rule.severity]));

function graver(left: ReviewSeverity, right: ReviewSeverity): ReviewSeverity {
  return reviewSeverities.indexOf(left) <= reviewSeverities.indexOf(right) ? left : right;
}

function severityOf({ view }: Context, { id, table }: Question): ReviewSeverity {
  const ruled = [id, table ?? ''].map((read) => gravest.get(read) ?? 'low');
  const found = view.assessment.findings.flatMap((finding) =>
    finding.from.some((origin) => origin.question === id) ? [weight[finding.severity]] : [],
  );
  return [...ruled, ...found].reduce(graver, 'low');
}

/** An answer that something grave stands against is still work to do. */
function statusOf({ view, standing }: Context, question: Question): ReviewStatus {
  const { id } = question;
  const answer = Object.hasOwn(view.answers, id) ? view.answers[id] : undefined;
  switch (questionState(view, question)) {
    case 'open':
      return 'notVerified';
    case 'unknown':
    case 'draft':
      return 'open';
    case 'notApplicable':
      return answer?.state === 'notApplicable' && answer.reason === 'businessPriority'
        ? 'notRequired'
        : 'notApplicable';
    case 'answered':
      return standing.some(
        ({ severity, from }) => severity !== 'advice' && from.some((origin) => origin.question === id),
      )
        ? 'open'
        : 'fulfilled';
  }
}

function commentsOf(context: Context, { id, table }: Question): string {
  const { view, words } = context;
  const own = words.reviewChecklist;
  const answer = Object.hasOwn(view.answers, id) ? view.answers[id] : undefined;
  const count = table !== undefined && isTableId(table) ? context.project.rows(table).length : 0;
  const said = answer?.state === 'draft' ? answer.text : textOf(answerText(context, id) ?? []);
  const review = Object.hasOwn(view.reviews, id) ? view.reviews[id] : undefined;
  return [
    count > 0 ? fill(own.rows, { count }) : said,
    (Object.hasOwn(view.notes, id) && view.notes[id]) || '',
    review ? fill(own.confirmed, { by: review.by, day: dayOf(review.at) }) : '',
  ]
    .filter((line) => line !== '')
    .join('\n');
}

/** The first document that says so. */
function linkOf(question: Question): string | undefined {
  const [key] = [
    ...(question.sources ?? []),
    ...question.facts.flatMap((fact) => (isFactId(fact) ? facts[fact].sources : [])),
  ];
  return Object.entries(sources).find(([name]) => name === key)?.[1].address;
}

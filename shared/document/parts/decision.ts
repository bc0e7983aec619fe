/** The decision record: why, why not, what else was looked at, what it costs and where metered and unlimited cross. */
import { amount } from '../../assess/amount.ts';
import { compareBilling, monthlyCost } from '../../assess/break-even.ts';
import type { RowOf } from '../../content/tables.ts';
import { fill } from '../../content/words.ts';
import type { Block, Cell, Section, Target } from '../blocks.ts';
import type { Context } from '../context.ts';
import { findingsIn } from '../part-findings.ts';
import { plain, toQuestion } from '../runs.ts';
import {
  answerPairs,
  answerSection,
  cell,
  findingList,
  type Heading,
  openLine,
  paragraph,
  present,
  questionsOf,
  section,
  tableBlock,
} from '../statements.ts';
import { cellText, dayOf, rowName, withUnit } from '../values.ts';
import { verdictBlock, verdictOrigins } from './summary.ts';

export function decisionPart(context: Context): { blocks: Block[]; sections: Section[] } {
  const { decision } = context.words;
  const { verdict } = context.view.assessment;
  const origins = verdictOrigins(context);
  const isSponsor = context.audience === 'sponsor';
  const sections = [
    section(context, 'decision.why', decision.why, [
      bullets(verdict.reasonsFor, origins),
      isSponsor && verdict.reasonsFor.length > 0
        ? undefined
        : answerPairs(context, questionsOf(context, 'justification.reason')),
      openLine(context, questionsOf(context, 'justification.reason')),
    ]),
    section(context, 'decision.why-not', decision.whyNot, [
      bullets([...verdict.reasonsAgainst, ...verdict.conditions], origins),
      verdict.reasonsAgainst.length + verdict.conditions.length === 0
        ? paragraph(plain(decision.nothingAgainst), origins)
        : undefined,
    ]),
    alternativeSection(context, isSponsor),
    costSection(context),
  ];
  if (!isSponsor) {
    sections.push(
      answerSection(context, 'justification.compliance'),
      answerSection(context, 'justification.performance'),
      answerSection(context, 'justification.prerequisites'),
    );
  }
  sections.push(answerSection(context, 'justification.decision'));
  if (isSponsor) sections.push(...acceptedForSponsor(context));
  return {
    blocks: present([
      // A short plan has just said it.
      isSponsor && context.chosen.has('summary') ? undefined : verdictBlock(context),
      isSponsor ? undefined : findingList(context, findingsIn(context, 'decision')),
    ]),
    sections,
  };
}

/** A sponsor reads what became of the answers; an engineer the answers too. */
function alternativeSection(context: Context, isSponsor: boolean): Section {
  const id = 'justification.alternatives';
  const questions = questionsOf(context, id);
  const told = bullets(context.view.assessment.verdict.alternatives, verdictOrigins(context));
  return section(context, id, context.contentWords.sections[id]?.title ?? id, [
    told,
    isSponsor && told ? undefined : answerPairs(context, questions),
    openLine(context, questions),
  ]);
}

function bullets(texts: readonly string[], from: readonly Target[]): Block | undefined {
  if (texts.length === 0) return undefined;
  return {
    kind: 'list',
    ordered: false,
    items: texts.map((text) => ({ text: plain(text) })),
    ...(from.length > 0 ? { from } : {}),
  };
}

function acceptedForSponsor(context: Context): Section[] {
  const accepted = context.view.assessment.findings.filter((finding) => finding.accepted);
  if (accepted.length === 0) return [];
  const items = accepted.map(({ id, title, accepted: by }) => ({
    text: plain(
      fill(context.words.risks.acceptedLine, {
        title,
        by: by?.by ?? '',
        day: by ? dayOf(by.at) : '',
        reason: by?.reason ?? '',
      }),
    ),
    from: [{ kind: 'finding' as const, id }],
  }));
  return [
    {
      id: 'decision.accepted',
      title: context.words.risks.accepted,
      blocks: [{ kind: 'list', ordered: false, items }],
    },
  ];
}

function money(context: Context, value: number | undefined, currency: string): string {
  if (value === undefined) return '';
  const text = amount(value, context.view.language);
  return currency === '' ? text : `${currency} ${text}`;
}

const pricesQuestion = 'justification.costs.prices';

function costSection(context: Context): Section {
  const { project } = context;
  const rows = project.rows('prices').flatMap((prices) => {
    const circuit = project.row('circuits', prices.circuit);
    return circuit ? [{ prices, circuit }] : [];
  });
  const questions = questionsOf(context, 'justification.costs');
  const simple = questions.filter((id) => id !== pricesQuestion);
  // For an engineer the lines of many circuits are columns of the table.
  const isInTable = context.audience !== 'sponsor' && rows.length > mostInSentences;
  return section(
    context,
    'decision.costs',
    context.contentWords.sections['justification.costs']?.title ?? '',
    [
      costTable(context, rows, isInTable),
      isInTable
        ? undefined
        : breakEvenList(context, context.audience === 'sponsor' ? worthASponsorsTime(rows) : rows),
      context.audience === 'sponsor' ? undefined : answerPairs(context, simple),
      openLine(context, questions),
    ],
  );
}

type Priced = { prices: RowOf<'prices'>; circuit: RowOf<'circuits'> };

/** Sums only what is complete, one line for each currency: a total with gaps would look cheaper than it is. */
function costTable(context: Context, rows: readonly Priced[], isCompared: boolean): Block | undefined {
  const { costs } = context.words;
  const currencies = new Set(rows.map(({ prices }) => prices.currency?.trim() ?? ''));
  const [only = ''] = currencies;
  // One currency of many rows is said once, and so is the SKU, which stands with the circuits.
  const isOnce = isCompared && currencies.size === 1 && only !== '';
  const totals = new Map<string, { azure: number; provider: number; isWhole: boolean }>();
  const sum = (value: number | undefined, currency: string) =>
    cell(context, money(context, value, isOnce ? '' : currency));
  const lines = rows.map(({ prices, circuit }) => {
    const currency = prices.currency?.trim() ?? '';
    const cost = monthlyCost(prices, circuit);
    const total = totals.get(currency) ?? { azure: 0, provider: 0, isWhole: true };
    total.azure += cost?.azure ?? 0;
    total.provider += cost?.provider ?? 0;
    total.isWhole &&= cost?.provider !== undefined;
    totals.set(currency, total);
    const together = cost?.provider === undefined ? undefined : cost.azure + cost.provider;
    return [
      cell(context, rowName(context, 'circuits', circuit.id)),
      ...(isOnce ? [] : [cell(context, cellText(context, 'circuits', circuit, 'sku'))]),
      cell(context, cellText(context, 'circuits', circuit, 'billing')),
      sum(cost?.azure, currency),
      sum(cost?.provider ?? prices.providerMonthly, currency),
      sum(together, currency),
      ...(isCompared ? breakEvenCells(context, prices, circuit, isOnce ? '' : currency) : []),
    ];
  });
  for (const [currency, total] of totals) {
    if (!total.isWhole || rows.length < 2) continue;
    lines.push([
      { text: [{ text: costs.total, style: 'strong' }] },
      ...(isOnce ? [] : [cell(context, '')]),
      cell(context, ''),
      sum(total.azure, currency),
      sum(total.provider, currency),
      sum(total.azure + total.provider, currency),
      ...(isCompared ? [cell(context, ''), cell(context, ''), cell(context, '')] : []),
    ]);
  }
  const { columns } = costs;
  return tableBlock(
    isOnce ? fill(costs.captionIn, { currency: only }) : costs.caption,
    [
      { title: columns.circuit },
      ...(isOnce ? [] : [{ title: columns.sku }]),
      { title: columns.billing },
      { title: columns.azure, align: 'end' },
      { title: columns.provider, align: 'end' },
      { title: columns.sum, align: 'end' },
      ...(isCompared
        ? [columns.threshold, columns.egress, columns.cheaper].map(
            (title): Heading => ({ title, align: 'end' }),
          )
        : []),
    ],
    lines,
    [toQuestion(pricesQuestion), toQuestion('peering.circuits.list')],
  );
}

const mostInSentences = 6;

/** Where unlimited begins to be cheaper, what is sent out today, and what is cheaper for that and by how much. */
function breakEvenCells(
  context: Context,
  prices: RowOf<'prices'>,
  circuit: RowOf<'circuits'>,
  currency: string,
): Cell[] {
  const { never, onlyUnlimited, equal, by } = context.words.costs;
  const compared = compareBilling(prices, circuit.sku);
  const gigabytes = (value: number) => withUnit(context, Math.ceil(value), 'GB');
  const egress = cell(context, prices.egress === undefined ? '' : gigabytes(prices.egress));
  if (compared?.kind !== 'compared')
    return [cell(context, compared ? onlyUnlimited : ''), egress, cell(context, '')];
  const { threshold, now } = compared;
  const from = cell(context, threshold === undefined ? never : gigabytes(threshold));
  if (!now || now.cheaper === 'equal') return [from, egress, cell(context, now ? equal : '')];
  const cheaper = context.words.billings[now.cheaper];
  const saving = money(context, now.saving, currency);
  const tone = circuit.billing === now.cheaper ? undefined : 'risk';
  return [from, egress, cell(context, fill(by, { cheaper, saving }), tone)];
}

/** Of many circuits a sponsor hears of those that are billed the dearer way. */
function worthASponsorsTime(rows: readonly Priced[]): readonly Priced[] {
  if (rows.length <= mostInSentences) return rows;
  return rows.filter(({ prices, circuit }) => {
    const compared = compareBilling(prices, circuit.sku);
    const cheaper = compared?.kind === 'compared' ? compared.now?.cheaper : undefined;
    return cheaper !== undefined && cheaper !== 'equal' && cheaper !== circuit.billing;
  });
}

function breakEvenList(context: Context, rows: readonly Priced[]): Block | undefined {
  const items = rows.flatMap(({ prices, circuit }) => {
    const sentence = breakEvenSentence(context, prices, circuit);
    return sentence === undefined ? [] : [{ text: plain(sentence) }];
  });
  if (items.length === 0) return undefined;
  return { kind: 'list', ordered: false, items, from: [toQuestion(pricesQuestion)] };
}

function breakEvenSentence(
  context: Context,
  prices: RowOf<'prices'>,
  circuit: RowOf<'circuits'>,
): string | undefined {
  const { costs } = context.words;
  const compared = compareBilling(prices, circuit.sku);
  const name = rowName(context, 'circuits', circuit.id);
  if (!compared) return undefined;
  if (compared.kind === 'unlimited-only') return fill(costs.unlimitedOnly, { circuit: name });
  const { threshold, now } = compared;
  const threshing =
    threshold === undefined
      ? fill(costs.alwaysMetered, { circuit: name })
      : threshold === 0
        ? fill(costs.alwaysUnlimited, { circuit: name })
        : fill(costs.threshold, {
            circuit: name,
            threshold: amount(Math.ceil(threshold), context.view.language),
          });
  if (!now || prices.egress === undefined) return threshing;
  const currency = prices.currency?.trim() ?? '';
  const today = fill(now.cheaper === 'equal' ? costs.equalNow : costs.now, {
    egress: amount(prices.egress, context.view.language),
    cheaper: now.cheaper === 'equal' ? '' : context.words.billings[now.cheaper],
    saving: money(context, now.saving, currency),
  });
  return `${threshing} ${today}`;
}

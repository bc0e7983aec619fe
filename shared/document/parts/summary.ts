/** The executive summary: the verdict, how ready the project is, what blocks it, and the next three steps. */

import { content } from '../../content/content.ts';
import { fill } from '../../content/words.ts';
import { checklistTitle } from '../../review-checklist/checklist-title.ts';
import type { Finding, Verdict } from '../../view.ts';
import type { Block, Section, Target, Text } from '../blocks.ts';
import type { Context } from '../context.ts';
import { alikeFindings } from '../part-findings.ts';
import { joined, link, listing, muted, plain, strong, toFinding, toPart, toQuestion } from '../runs.ts';
import {
  cell,
  fromFinding,
  fromFindings,
  fromQuestions,
  openText,
  paragraph,
  present,
  questionsOf,
  tableBlock,
} from '../statements.ts';
import { isWaiting, promptOf } from '../values.ts';

const toneOf: Record<Verdict['verdict'], 'good' | 'gate' | 'risk' | 'note'> = {
  proceed: 'good',
  conditions: 'gate',
  'private-peering': 'gate',
  'not-express-route': 'risk',
  undecided: 'note',
};

/** The justification's answers are what the verdict rests on. */
export function verdictOrigins(context: Context): Target[] {
  return fromQuestions(context, [
    ...questionsOf(context, 'justification.reason'),
    ...questionsOf(context, 'justification.alternatives'),
  ]);
}

export function verdictBlock(context: Context): Block {
  const { verdict } = context.view.assessment;
  return {
    kind: 'callout',
    tone: toneOf[verdict.verdict],
    label: context.words.summary.verdict,
    title: plain(context.words.verdicts[verdict.verdict]),
    text: plain(verdict.sentence),
    from: verdictOrigins(context),
  };
}

export function countOf(context: Context, severity: Finding['severity']): number {
  return context.standing.filter((finding) => finding.severity === severity).length;
}

export function statusLine(context: Context): string {
  const { verdict, readiness } = context.view.assessment;
  if (isRefused(context)) return `${context.words.verdicts[verdict.verdict]}.`;
  return fill(context.words.summary.status, {
    verdict: context.words.verdicts[verdict.verdict],
    percent: readiness.percent,
    blockers: countOf(context, 'blocker'),
    gates: countOf(context, 'gate'),
  });
}

/** Nothing is to be built, so what building lacks is no news. */
function isRefused(context: Context): boolean {
  return context.view.assessment.verdict.verdict === 'not-express-route';
}

export function summaryPart(context: Context): { blocks: Block[]; sections: Section[] } {
  const { summary } = context.words;
  if (isRefused(context)) {
    return {
      blocks: [verdictBlock(context), paragraph(plain(summary.notNeeded), [toPart('answers')])],
      sections: [{ id: 'summary.next', title: summary.instead, blocks: stepsInstead(context) }],
    };
  }
  const blocks = [verdictBlock(context), readinessBlock(context)];
  if (context.audience === 'engineer') blocks.push(...present([readinessTable(context)]));
  return {
    blocks,
    sections: [
      { id: 'summary.blockers', title: summary.blockers, blocks: blockerBlocks(context) },
      { id: 'summary.next', title: summary.next, blocks: nextSteps(context) },
    ],
  };
}

function readinessBlock(context: Context): Block {
  const { readiness } = context.view.assessment;
  const sum = (pick: (row: (typeof readiness.checklists)[number]) => number) =>
    readiness.checklists.reduce((total, row) => total + pick(row), 0);
  const confirmed = sum((row) => row.confirmed);
  const { readiness: some, readinessNone } = context.words.summary;
  const sentence = fill(confirmed === 0 ? readinessNone : some, {
    percent: readiness.percent,
    answered: sum((row) => row.answered),
    counted: sum((row) => row.counted),
    confirmed,
  });
  return paragraph(plain(sentence), [toPart('risks'), toPart('answers')]);
}

function readinessTable(context: Context): Block | undefined {
  const { columns, caption } = context.words.readinessTable;
  return tableBlock(
    caption,
    [
      { title: columns.checklist },
      { title: columns.ready, align: 'end' },
      { title: columns.answered, align: 'end' },
      { title: columns.confirmed, align: 'end' },
      { title: columns.open, align: 'end' },
      { title: columns.blockers, align: 'end' },
      { title: columns.gates, align: 'end' },
    ],
    context.view.assessment.readiness.checklists.map((row) => [
      cell(context, checklistTitle(context.view, row.checklist)),
      cell(context, fill(context.words.changes.percent, { percent: row.percent })),
      cell(context, `${row.answered} / ${row.counted}`),
      cell(context, String(row.confirmed)),
      cell(context, String(row.open)),
      cell(context, String(row.blockers), row.blockers > 0 ? 'blocker' : 'muted'),
      cell(context, String(row.gates), row.gates > 0 ? 'gate' : 'muted'),
    ]),
    [toPart('answers')],
  );
}

const mostForSponsor = 5;

/** Blockers as callouts, those that are alike in one and many in a list; gates as a list. A sponsor sees the first few and how many more there are. */
function blockerBlocks(context: Context): Block[] {
  const { summary } = context.words;
  const isSponsor = context.audience === 'sponsor';
  const blockers = context.standing.filter((finding) => finding.severity === 'blocker');
  const gates = context.standing.filter((finding) => finding.severity === 'gate');
  const shown = isSponsor ? blockers.slice(0, mostForSponsor) : blockers;
  const alike = alikeFindings(shown);
  const callouts = alike.map(
    (group): Block => ({
      kind: 'callout',
      tone: 'blocker',
      title: titlesOf(group),
      // What to do about the first of them stands below, and about all of them among the findings.
      text: plain(group[0]?.why ?? ''),
      from: fromFindings(context, group),
    }),
  );
  const blocks = alike.length > mostForSponsor ? [blockerList(alike)] : callouts;
  const isEmpty = context.view.assessment.readiness.checklists.every((row) => row.answered === 0);
  if (blockers.length === 0) {
    blocks.push(
      isEmpty ? openText(summary.nothingJudged) : paragraph(plain(summary.noBlocker), [toPart('risks')]),
    );
  }
  const rest = blockers.length - shown.length;
  if (rest > 0)
    blocks.push(
      paragraph(muted(rest === 1 ? summary.oneMoreBlocker : fill(summary.moreBlockers, { count: rest }))),
    );
  if (gates.length > 0) blocks.push(gateList(isSponsor ? gates.slice(0, mostForSponsor) : gates));
  const moreGates = isSponsor ? gates.length - mostForSponsor : 0;
  if (moreGates > 0)
    blocks.push(
      paragraph(muted(moreGates === 1 ? summary.oneMoreGate : fill(summary.moreGates, { count: moreGates }))),
    );
  return blocks;

  /** A page of warnings in boxes would be read less, not more. */
  function blockerList(groups: readonly Finding[][]): Block {
    return {
      kind: 'list',
      ordered: false,
      items: groups.map((group) => ({
        text: joined(
          strong(`${context.words.severities.blocker}: `),
          titlesOf(group, ' '),
          // The part on risks says of each why it matters.
          context.chosen.has('risks') ? [] : plain(` ${group[0]?.why ?? ''}`),
        ),
        from: fromFindings(context, group),
      })),
    };
  }

  function titlesOf(group: readonly Finding[], between = '\n'): Text {
    return listing(
      group.map(({ id, title }) => link(title, toFinding(id))),
      between,
    );
  }

  function gateList(findings: readonly Finding[]): Block {
    return {
      kind: 'list',
      ordered: false,
      items: findings.map((finding) => ({
        text: joined(
          strong(`${context.words.severities.gate}: `),
          link(finding.title, toFinding(finding.id)),
          plain(` ${finding.remedy}`),
        ),
        from: fromFinding(context, finding),
      })),
    };
  }
}

type Step = { text: Text; from: readonly Target[] };

function stepsInstead(context: Context): Block[] {
  const { steps = [] } = context.view.assessment.verdict;
  const items = steps.map((step) => ({ text: plain(step) }));
  return [{ kind: 'list', ordered: true, items, from: verdictOrigins(context) }];
}

/** What to do next: first what blocks, then what somebody has promised, then what nobody may sign without, then the first gaps. */
function nextSteps(context: Context): Block[] {
  const steps = [
    ...stepsOf(context, 'blocker'),
    ...fromActions(context),
    ...stepsOf(context, 'gate'),
    ...fromGaps(context),
  ].slice(0, 3);
  if (steps.length === 0) return [paragraph(plain(context.words.summary.nothingNext), [toPart('answers')])];
  return [{ kind: 'list', ordered: true, items: steps }];
}

function stepsOf(context: Context, severity: Finding['severity']): Step[] {
  const { noOwner, noDue } = context.words.actions;
  return alikeFindings(context.standing.filter((finding) => finding.severity === severity)).map((group) => {
    const action = openActions(context).find(({ finding }) => group.some(({ id }) => id === finding));
    const details = [action?.owner ?? noOwner, action?.due ?? noDue].join(', ');
    const titles = group.map(({ title }) => title).join(' ');
    return {
      text: joined(strong(titles), plain(` ${group[0]?.remedy ?? ''}`), muted(` (${details})`)),
      from: fromFindings(context, group),
    };
  });
}

function fromActions(context: Context): Step[] {
  return openActions(context).map(({ title, owner, due, question, finding }) => {
    const details = [owner ?? context.words.actions.noOwner, due ?? context.words.actions.noDue].join(', ');
    return {
      text: joined(plain(title), muted(` (${details})`)),
      from: [
        ...(finding !== undefined && isFinding(context, finding) ? [toFinding(finding)] : []),
        ...(question !== undefined ? fromQuestions(context, [question]) : []),
      ],
    };
  });
}

export function isFinding(context: Context, id: string): boolean {
  return context.view.assessment.findings.some((finding) => finding.id === id);
}

/** What still has to be done, the nearest day first and actions without a day last. */
export function openActions(context: Context) {
  return Object.entries(context.view.actions)
    .map(([id, action]) => ({ id, ...action }))
    .filter(({ status }) => status !== 'done' && status !== 'dropped')
    .sort(
      (left, right) =>
        compareTexts(left.due ?? '9999-12-31', right.due ?? '9999-12-31') || compareTexts(left.id, right.id),
    );
}

export function compareTexts(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

function fromGaps(context: Context): Step[] {
  const waiting = [...content.questions.keys()].filter((id) => isWaiting(context, id));
  return waiting.slice(0, 3).map((id) => ({
    text: joined(plain(`${context.words.summary.answer} `), link(promptOf(context, id), toQuestion(id))),
    from: [],
  }));
}

/** What remains to be followed: actions, decisions and parked items, risks, assumptions and open questions. */

import { platformRegion } from '../../assess/look-up.ts';
import { questionState } from '../../assess/question-state.ts';
import { content } from '../../content/content.ts';
import { type FactId, facts, isFactId } from '../../content/facts.ts';
import { fill } from '../../content/words.ts';
import type { Finding } from '../../view.ts';
import type { Block, Cell, Section, Target, Text } from '../blocks.ts';
import type { Context } from '../context.ts';
import { numbersOf } from '../numbers.ts';
import { alikeFindings } from '../part-findings.ts';
import { anchored, joined, link, listing, muted, plain, toFinding, toQuestion } from '../runs.ts';
import {
  cell,
  dense,
  fromFindings,
  fromQuestions,
  openText,
  paragraph,
  present,
  remark,
  section,
  tableBlock,
} from '../statements.ts';
import { answerText, dayOf, isWaiting, promptOf, rowName } from '../values.ts';
import { compareTexts, openActions } from './summary.ts';

const mostForSponsor = 14;

export function actionsPart(context: Context): { blocks: Block[]; sections: Section[] } {
  const { actions } = context.words;
  const open = openActions(context);
  const closed = Object.entries(context.view.actions)
    .map(([id, action]) => ({ id, ...action }))
    .filter(({ status }) => status === 'done' || status === 'dropped')
    .sort((left, right) => (right.closed ?? 0) - (left.closed ?? 0) || compareTexts(left.id, right.id));
  const isSponsor = context.audience === 'sponsor';
  const shown = isSponsor ? open.slice(0, mostForSponsor) : open;
  const rest = open.length - shown.length;
  return {
    blocks: present([
      actionTable(context, actions.open, shown) ?? openText(actions.none),
      rest > 0 ? remark(fill(actions.more, { count: rest })) : undefined,
      isSponsor ? undefined : actionTable(context, actions.closed, closed),
    ]),
    sections: [],
  };
}

type ListedAction = ReturnType<typeof openActions>[number];

function actionTable(context: Context, caption: string, actions: readonly ListedAction[]): Block | undefined {
  const { columns, statuses, noOwner, noDue } = context.words.actions;
  return tableBlock(
    caption,
    [
      { title: columns.title },
      { title: columns.owner },
      { title: columns.due },
      { title: columns.status },
      { title: columns.about },
    ],
    actions.map((action): Cell[] => {
      const isOpen = action.status !== 'done' && action.status !== 'dropped';
      const isLate = isOpen && action.due !== undefined && action.due < context.today;
      return [
        cell(context, action.title),
        cell(context, action.owner ?? noOwner, action.owner === undefined ? 'risk' : undefined),
        cell(
          context,
          action.due ?? noDue,
          isLate ? 'blocker' : action.due === undefined ? 'muted' : undefined,
        ),
        cell(context, statuses[action.status], action.status === 'done' ? 'good' : undefined),
        aboutCell(context, action.question, action.finding),
      ];
    }),
  );
}

/** The finding or question behind an action, as a link; nothing of a question that is not asked any more. */
function aboutCell(context: Context, question: string | undefined, finding: string | undefined): Cell {
  const found = context.view.assessment.findings.find((one) => one.id === finding);
  if (found) return { text: link(found.title, toFinding(found.id)) };
  if (question !== undefined && context.visible.has(question))
    return { text: link(promptOf(context, question), toQuestion(question)) };
  return cell(context, '');
}

export function decisionsPart(context: Context): { blocks: Block[]; sections: Section[] } {
  const { decisions } = context.words;
  const { columns } = decisions;
  const made = Object.entries(context.view.decisions)
    .map(([id, decision]) => ({ id, ...decision }))
    .sort((left, right) => compareTexts(left.on ?? '', right.on ?? '') || compareTexts(left.id, right.id));
  const parked = Object.entries(context.view.parking).sort(([left], [right]) => compareTexts(left, right));
  return {
    blocks: [
      tableBlock(
        decisions.caption,
        [
          { title: columns.what },
          { title: columns.who },
          { title: columns.on },
          { title: columns.dissent },
          { title: columns.about },
        ],
        made.map((decision) => [
          cell(context, decision.what),
          cell(context, decision.who ?? ''),
          cell(context, decision.on ?? ''),
          cell(context, decision.dissent ?? ''),
          aboutCell(context, decision.question, undefined),
        ]),
      ) ?? openText(decisions.none),
    ],
    sections: [
      section(context, 'decisions.parking', decisions.parking, [
        parked.length === 0
          ? remark(decisions.nothingParked)
          : {
              kind: 'list',
              ordered: false,
              items: parked.map(([, item]) => {
                const from = item.question === undefined ? [] : fromQuestions(context, [item.question]);
                return { text: plain(item.text), ...(from.length > 0 ? { from } : {}) };
              }),
            },
      ]),
    ],
  };
}

const severities: readonly Finding['severity'][] = ['blocker', 'gate', 'risk', 'advice'];

/** As they are listed: the worst first, and those that are alike together. */
export function inOrder(findings: readonly Finding[]): Finding[] {
  return severities.flatMap((severity) =>
    alikeFindings(findings.filter((finding) => finding.severity === severity)).flat(),
  );
}

/** Where there are more findings than these, all of their tables are in small type. */
const mostReadFindings = 40;

export function risksPart(context: Context): { blocks: Block[]; sections: Section[] } {
  const { risks } = context.words;
  const of = (severity: Finding['severity']) =>
    context.standing.filter((finding) => finding.severity === severity);
  const findings = (severity: Finding['severity'], title: string) =>
    findingTable(context, title, of(severity)) ?? remark(risks.none);
  const table = (severity: Finding['severity'], title: string) =>
    section(context, `risks.${severity}`, title, [
      isLong ? dense(findings(severity, title)) : findings(severity, title),
    ]);
  const isLong = context.standing.length > mostReadFindings;
  return {
    blocks: [],
    sections: [
      table('blocker', risks.blockers),
      table('gate', risks.gates),
      table('risk', risks.risks),
      table('advice', risks.advice),
      section(context, 'risks.accepted', risks.accepted, [
        acceptedTable(context) ?? remark(risks.nothingAccepted),
      ]),
      section(context, 'risks.assumptions', risks.assumptions, assumptions(context)),
      section(context, 'risks.open', risks.open, [openQuestions(context)]),
    ],
  };
}

/** Findings that are alike are told in one row, each in a line of its own. */
function findingTable(context: Context, caption: string, findings: readonly Finding[]): Block | undefined {
  const { columns } = context.words.risks;
  const numbers = numbersOf(context);
  return tableBlock(
    caption,
    [{ title: columns.finding }, { title: columns.why }, { title: columns.remedy }],
    alikeFindings(findings).flatMap((group) => {
      const [finding] = group;
      if (!finding) return [];
      const titles = group.map(({ id, title }) =>
        joined(plain(`${numbers(toFinding(id)) ?? ''} `), anchored(title, toFinding(id))),
      );
      return [
        [
          { text: listing(titles, '\n'), tone: finding.severity },
          { text: joined(plain(`${whyOf(context, group)} `), originText(context, group)) },
          cell(context, finding.remedy),
        ],
      ];
    }),
  );
}

/** With what the reader has to know about it: that it is inferred, or that somebody had accepted it for a time. */
function whyOf(context: Context, alike: readonly Finding[]): string {
  const { inference, lapsed } = context.words.risks;
  const texts = alike.flatMap((finding) => [
    finding.why,
    isInference(finding) ? inference : '',
    finding.lapsed ? fill(lapsed, { by: finding.lapsed.by, until: finding.lapsed.until ?? '' }) : '',
  ]);
  return [...new Set(texts)].filter(Boolean).join(' ');
}

function isInference(finding: Finding): boolean {
  const known = finding.facts.filter((id): id is FactId => isFactId(id));
  return known.length > 0 && known.every((id) => facts[id].basis === 'inference');
}

/** The questions it rests on by their numbers, as everywhere; in a copy that does not list them by their words. */
function originText(context: Context, alike: readonly Finding[]): Text {
  const numbers = numbersOf(context);
  const links = fromFindings(context, alike).flatMap((target) =>
    target.kind === 'question' ? [link(numbers(target) ?? promptOf(context, target.id), target)] : [],
  );
  return links.length === 0 ? [] : joined(muted(`${context.words.frame.from} `), listing(links, ' · '));
}

function acceptedTable(context: Context): Block | undefined {
  const { columns } = context.words.risks;
  const accepted = context.view.assessment.findings.filter((finding) => finding.accepted);
  return tableBlock(
    context.words.risks.accepted,
    [
      { title: columns.finding },
      { title: columns.by },
      { title: columns.reason },
      { title: columns.on },
      { title: columns.until },
    ],
    accepted.map((finding) => [
      { text: link(finding.title, toFinding(finding.id)) },
      cell(context, finding.accepted?.by ?? ''),
      cell(context, finding.accepted?.reason ?? ''),
      cell(context, finding.accepted ? dayOf(finding.accepted.at) : ''),
      cell(context, finding.accepted?.until ?? context.words.risks.noEnd),
    ]),
  );
}

/** What the plan takes for granted: values from lists where the project gives none, and answers nobody has confirmed. */
function assumptions(context: Context): Block[] {
  const { risks } = context.words;
  const taken: { text: readonly { text: string }[]; from: readonly Target[] }[] = [];
  for (const row of context.project.rows('environments')) {
    const region = platformRegion(context.reference, row.region);
    if (!region || (row.azureRegions?.length ?? 0) > 0) continue;
    const names = region.regions.map(
      (id) => context.reference['azure-regions'].items.find((item) => item.id === id)?.name ?? id,
    );
    taken.push({
      text: plain(
        fill(risks.assumedRegions, {
          environment: rowName(context, 'environments', row.id),
          regions: names.join(', '),
        }),
      ),
      from: fromQuestions(context, ['scope.environments.list']),
    });
  }
  if (
    context.project.rows('circuits').length > 0 &&
    context.project.number('client.capacity.headroom') === undefined
  )
    taken.push({
      text: plain(risks.assumedHeadroom),
      from: fromQuestions(context, ['client.capacity.headroom']),
    });
  const unconfirmed = context.view.assessment.readiness.losses
    .filter((loss) => loss.reason === 'unconfirmed' && context.visible.has(loss.question))
    .map((loss) => loss.question);
  return present([
    taken.length > 0 ? { kind: 'list', ordered: false, items: taken } : undefined,
    ...unconfirmedBlocks(context, unconfirmed),
    taken.length + unconfirmed.length === 0 ? remark(risks.nothingAssumed) : undefined,
  ]);
}

/** More than these are only named by number where the appendix has them, word for word. */
const mostUnconfirmed = 40;

function unconfirmedBlocks(context: Context, questions: readonly string[]): Block[] {
  const { risks, appendix } = context.words;
  if (questions.length === 0) return [];
  const intro = remark(fill(risks.unconfirmed, { count: questions.length }));
  if (questions.length > mostUnconfirmed && context.chosen.has('answers')) {
    const numbers = numbersOf(context);
    const named = questions.map((id) => link(numbers(toQuestion(id)) ?? id, toQuestion(id)));
    return [intro, paragraph(listing(named, ' · '))];
  }
  const pairs = questions.map((id) => ({
    name: link(promptOf(context, id), toQuestion(id)),
    value: answerText(context, id) ?? plain(appendix.seeTable),
  }));
  return [intro, { kind: 'pairs', dense: true, pairs }];
}

function openQuestions(context: Context): Block {
  const { risks } = context.words;
  const waiting = context.view.assessment.visible.filter((id) => isWaiting(context, id));
  if (waiting.length === 0) return remark(risks.nothingOpen);
  return {
    kind: 'pairs',
    dense: true,
    pairs: waiting.map((id) => {
      const question = content.questions.get(id);
      const state = question ? questionState(context.view, question) : 'open';
      return {
        name: link(promptOf(context, id), toQuestion(id)),
        value: muted(context.words.questionStates[state]),
      };
    }),
  };
}

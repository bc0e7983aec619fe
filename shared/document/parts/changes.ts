/** What changed since the last milestone: verdict, readiness, findings, answers, rows and actions. */

import { isTableId } from '../../content/tables.ts';
import { fill } from '../../content/words.ts';
import { type Comparison, compare } from '../../progress/compare.ts';
import { checklistTitle } from '../../review-checklist/checklist-title.ts';
import type { Block, Cell, Section } from '../blocks.ts';
import { type Context, type Earlier, questionOfTable } from '../context.ts';
import { joined, link, muted, plain, strong, toFinding, toQuestion } from '../runs.ts';
import {
  cell,
  findingList,
  fromFinding,
  fromQuestions,
  paragraph,
  present,
  remark,
  section,
  tableBlock,
} from '../statements.ts';
import { answerText, dayOf, promptOf, tableTitle } from '../values.ts';

export function changesPart(context: Context): { blocks: Block[]; sections: Section[] } {
  const { before, words } = context;
  if (!before) return { blocks: [remark(words.changes.noMilestone)], sections: [] };
  const { changes } = words;
  const comparison = compare(
    { view: before.view, day: dayOf(before.at) },
    { view: context.view, day: context.today },
  );
  return {
    blocks: present([headline(context, before, comparison), readinessTable(context, comparison)]),
    sections: [
      section(context, 'changes.findings', changes.findings, findingChanges(context, comparison)),
      section(context, 'changes.answers', changes.answers, [
        answerChanges(context, before, comparison) ?? remark(changes.noAnswers),
      ]),
      section(context, 'changes.rows', changes.rows, [
        rowChanges(context, comparison) ?? remark(changes.noRows),
      ]),
      section(context, 'changes.actions', changes.actions, [
        actionChanges(context, comparison) ?? remark(changes.noActions),
      ]),
    ],
  };
}

function headline(context: Context, { name, at }: Earlier, { readiness, verdict }: Comparison): Block {
  const { changes, verdicts } = context.words;
  const values = {
    name,
    day: dayOf(at),
    before: readiness.before,
    after: readiness.after,
    verdictBefore: verdicts[verdict.before],
    verdict: verdicts[verdict.after],
  };
  return paragraph(
    plain(fill(verdict.before === verdict.after ? changes.sameVerdict : changes.newVerdict, values)),
    fromQuestions(context, ['justification.reason.driver']),
  );
}

/** The checklists that moved. */
function readinessTable(context: Context, { readiness }: Comparison): Block | undefined {
  const { columns, percent, readiness: caption } = context.words.changes;
  const share = (value: number | null) =>
    cell(context, value === null ? context.words.values.none : fill(percent, { percent: value }));
  return tableBlock(
    caption,
    [
      { title: columns.checklist },
      { title: columns.before, align: 'end' },
      { title: columns.after, align: 'end' },
    ],
    readiness.checklists
      .filter(({ before, after }) => before !== after)
      .map(({ checklist, name, before, after }) => [
        cell(context, checklistTitle(context.view, checklist, name)),
        share(before),
        share(after),
      ]),
  );
}

function findingChanges(context: Context, { findings: { added, solved, worse } }: Comparison): Block[] {
  const { changes } = context.words;
  const blocks: Block[] = [
    paragraph(plain(fill(changes.findingCounts, { added: added.length, settled: solved.length }))),
    ...present([findingList(context, added)]),
  ];
  const rest = [
    ...worse.map(({ after }) => ({
      text: joined(strong(changes.worse), link(after.title, toFinding(after.id))),
      from: fromFinding(context, after),
    })),
    ...solved.map((finding) => ({ text: muted(fill(changes.settled, { title: finding.title })) })),
  ];
  if (rest.length > 0) blocks.push({ kind: 'list', ordered: false, items: rest });
  return blocks;
}

function answerChanges(context: Context, before: Earlier, { answers }: Comparison): Block | undefined {
  const { columns } = context.words.changes;
  const rows: Cell[][] = [];
  for (const { question } of answers) {
    // What is no longer asked is nothing the plan speaks of.
    if (!context.visible.has(question)) continue;
    const [old, fresh] = [answerText(context, question, before.view), answerText(context, question)];
    if (!old && !fresh) continue;
    rows.push([
      { text: link(promptOf(context, question), toQuestion(question)) },
      old ? { text: old } : cell(context, ''),
      fresh ? { text: fresh } : cell(context, ''),
    ]);
  }
  return tableBlock(
    context.words.changes.answers,
    [{ title: columns.question }, { title: columns.before }, { title: columns.after }],
    rows,
  );
}

/** Rows added, changed and removed, table by table; tables that were or are not asked for count as empty. */
function rowChanges(context: Context, { tables }: Comparison): Block | undefined {
  const { columns } = context.words.changes;
  return tableBlock(
    context.words.changes.rows,
    [
      { title: columns.table },
      { title: columns.added, align: 'end' },
      { title: columns.changed, align: 'end' },
      { title: columns.removed, align: 'end' },
    ],
    tables.flatMap(({ table, added, changed, removed }): Cell[][] => {
      if (!isTableId(table)) return [];
      const counts = [added, changed, removed].map((rows) => cell(context, String(rows.length)));
      return [[{ text: link(tableTitle(context, table), toQuestion(questionOfTable(table))) }, ...counts]];
    }),
  );
}

function actionChanges(context: Context, { actions }: Comparison): Block | undefined {
  const { changes } = context.words;
  const { columns } = changes;
  const rowsOf = (list: Comparison['actions']['done'], status: string): Cell[][] =>
    list.map(({ before, after }) => [
      cell(context, after.title),
      cell(context, status, status === changes.done ? 'good' : 'risk'),
      cell(context, before?.due ?? ''),
      cell(context, after.due ?? ''),
    ]);
  return tableBlock(
    changes.actions,
    [
      { title: columns.action },
      { title: columns.status },
      { title: columns.dueBefore },
      { title: columns.due },
    ],
    [...rowsOf(actions.done, changes.done), ...rowsOf(actions.slipped, changes.slipped)],
  );
}

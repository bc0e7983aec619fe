/** What changed since the last milestone, by whom and when: verdict, readiness, findings, answers, rows, actions, and the rest. */

import { isTableId } from '../../content/tables.ts';
import { fill } from '../../content/words.ts';
import type { Json } from '../../json.ts';
import type { Authorship, Comparison } from '../../progress/compare.ts';
import { checklistTitle } from '../../review-checklist/checklist-title.ts';
import type { Block, Cell, Section, Text } from '../blocks.ts';
import { sides, subject } from '../change-text.ts';
import { type Context, type Earlier, questionOfTable } from '../context.ts';
import { numbersOf } from '../numbers.ts';
import { joined, link, listing, muted, plain, strong, textOf, toFinding, toQuestion } from '../runs.ts';
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
import { dayOf, tableTitle } from '../values.ts';
import { byAllCell, byCell, changeAuthors, hasSeveralAuthors } from './change-authors.ts';

export function changesPart(context: Context): { blocks: Block[]; sections: Section[] } {
  const { before, words } = context;
  if (!before) return { blocks: [remark(words.changes.noMilestone)], sections: [] };
  const { changes } = words;
  const comparison = before.comparison();
  return {
    blocks: present([
      headline(context, before, comparison),
      ...changeAuthors(context, comparison),
      readinessTable(context, comparison),
    ]),
    sections: [
      section(context, 'changes.findings', changes.findings, findingChanges(context, comparison)),
      section(context, 'changes.answers', changes.answers, [
        ...(answerChanges(context, comparison) ?? [remark(changes.noAnswers)]),
      ]),
      section(context, 'changes.rows', changes.rows, [
        rowChanges(context, comparison) ?? remark(changes.noRows),
      ]),
      section(context, 'changes.actions', changes.actions, [
        actionChanges(context, comparison) ?? remark(changes.noActions),
      ]),
      section(context, 'changes.others', changes.others, [
        ...(otherChanges(context, comparison) ?? [remark(changes.noOthers)]),
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

/** As many as fill about two pages; what is more is named. */
const mostChanges = 60;

type Told = { path: string; before: Json; after: Json; by?: Authorship | undefined };

/** To the questions and to those of additional checklists: what was said before and is now. */
function answerChanges(context: Context, comparison: Comparison): readonly (Block | undefined)[] | undefined {
  const { columns, answers: caption, moreAnswers } = context.words.changes;
  const changes: Told[] = [
    ...comparison.answers
      // What is no longer asked is nothing the plan speaks of.
      .filter(({ question }) => context.visible.has(question))
      .map(({ question, before, after, by }) => ({
        path: `answer/${question}`,
        before: before as Json,
        after: after as Json,
        by,
      })),
    ...comparison.items,
  ];
  const told = toldRows(context, comparison, changes, (change) => {
    const [root, question = ''] = change.path.split('/');
    const name = subject(context, change);
    return root === 'answer' ? link(name, toQuestion(question)) : plain(name);
  });
  if (told.length === 0) return undefined;
  const rest = told.slice(mostChanges);
  const numbers = numbersOf(context);
  return [
    tableBlock(
      caption,
      toldColumns(context, comparison, columns.question),
      told.slice(0, mostChanges).map(({ cells }) => cells),
    ),
    rest.length === 0
      ? undefined
      : paragraph(
          joined(
            muted(`${moreAnswers} `),
            listing(
              rest.map(({ path, name }) => {
                const target = toQuestion(path.slice('answer/'.length));
                return path.startsWith('answer/') ? link(numbers(target) ?? textOf(name), target) : name;
              }),
              ' · ',
            ),
          ),
        ),
  ];
}

function toldColumns(context: Context, comparison: Comparison, what: string) {
  const { columns } = context.words.changes;
  const titles = [what, columns.before, columns.after];
  return [...titles, ...(hasSeveralAuthors(comparison) ? [columns.by] : [])].map((title) => ({ title }));
}

/** Changes that read differently, in the words of every other place that speaks of them. */
function toldRows(
  context: Context,
  comparison: Comparison,
  changes: readonly Told[],
  nameOf: (change: Told) => Text,
  valuesOf: (change: Told) => [string, string] = (change) => sides(context, change),
): { path: string; name: Text; cells: Cell[] }[] {
  const isSigned = hasSeveralAuthors(comparison);
  return changes.flatMap((change) => {
    const [before, after] = valuesOf(change);
    if (before === after) return [];
    const name = nameOf(change);
    const cells = [{ text: name }, cell(context, before), cell(context, after)];
    return [{ path: change.path, name, cells: isSigned ? [...cells, byCell(context, change.by)] : cells }];
  });
}

/** Without the line that only repeats what it is called; that it came or went is said where nothing else is. */
function besideSubject(context: Context, change: Told): [string, string] {
  const { came, went } = context.words.changes;
  const name = `: ${subject(context, change)}`;
  const without = (text: string) =>
    text
      .split('\n')
      .filter((line) => !line.endsWith(name))
      .join('\n');
  const [before, after] = sides(context, change).map(without) as [string, string];
  if (change.before === null) return [before, after || came];
  return [before, change.after === null ? went : after];
}

/** Each with what it is: a decision, a parked point, an accepted risk. */
function otherChanges(context: Context, comparison: Comparison): readonly (Block | undefined)[] | undefined {
  const { columns, others: caption, moreOthers } = context.words.changes;
  const kinds: Readonly<Record<string, string>> = context.words.workbook.history.kinds;
  const told = toldRows(
    context,
    comparison,
    comparison.others,
    (change) => {
      const [root = ''] = change.path.split('/');
      return joined(muted(`${kinds[root] ?? root}: `), plain(subject(context, change)));
    },
    (change) => besideSubject(context, change),
  );
  if (told.length === 0) return undefined;
  const rest = told.length - mostChanges;
  return [
    tableBlock(
      caption,
      toldColumns(context, comparison, columns.what),
      told.slice(0, mostChanges).map(({ cells }) => cells),
    ),
    rest > 0 ? remark(fill(moreOthers, { count: rest })) : undefined,
  ];
}

/** Rows added, changed and removed, table by table; tables that were or are not asked for count as empty. */
function rowChanges(context: Context, comparison: Comparison): Block | undefined {
  const { columns } = context.words.changes;
  const isSigned = hasSeveralAuthors(comparison);
  return tableBlock(
    context.words.changes.rows,
    [
      { title: columns.table },
      { title: columns.added, align: 'end' },
      { title: columns.changed, align: 'end' },
      { title: columns.removed, align: 'end' },
      ...(isSigned ? [{ title: columns.by }] : []),
    ],
    comparison.tables.flatMap(({ table, added, changed, removed, by }): Cell[][] => {
      if (!isTableId(table)) return [];
      const counts = [added, changed, removed].map((rows) => cell(context, String(rows.length)));
      const name = { text: link(tableTitle(context, table), toQuestion(questionOfTable(table))) };
      return [[name, ...counts, ...(isSigned ? [byAllCell(context, Object.values(by))] : [])]];
    }),
  );
}

function actionChanges(context: Context, comparison: Comparison): Block | undefined {
  const { actions } = comparison;
  const isSigned = hasSeveralAuthors(comparison);
  const { changes } = context.words;
  const { columns } = changes;
  const rowsOf = (list: Comparison['actions']['done'], status: string): Cell[][] =>
    list.map(({ before, after, by }) => [
      cell(context, after.title),
      cell(context, status, status === changes.done ? 'good' : 'risk'),
      cell(context, before?.due ?? ''),
      cell(context, after.due ?? ''),
      ...(isSigned ? [byCell(context, by)] : []),
    ]);
  return tableBlock(
    changes.actions,
    [
      { title: columns.action },
      { title: columns.status },
      { title: columns.dueBefore },
      { title: columns.due },
      ...(isSigned ? [{ title: columns.by }] : []),
    ],
    [...rowsOf(actions.done, changes.done), ...rowsOf(actions.slipped, changes.slipped)],
  );
}

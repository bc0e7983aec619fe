/** What changed since the last milestone: verdict, readiness, findings, answers and rows. */
import { isTableId, type TableId, tables } from '../../content/tables.ts';
import { fill } from '../../content/words.ts';
import { equalJson, type Json } from '../../json.ts';
import type { Block, Cell, Section } from '../blocks.ts';
import { type Context, type Earlier, questionOfTable, readerOf } from '../context.ts';
import { link, muted, plain, toQuestion } from '../runs.ts';
import {
  cell,
  findingList,
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
  return {
    blocks: [headline(context, before)],
    sections: [
      section(context, 'changes.findings', words.changes.findings, findingChanges(context, before)),
      section(context, 'changes.answers', words.changes.answers, [
        answerChanges(context, before) ?? remark(words.changes.noAnswers),
      ]),
      section(context, 'changes.rows', words.changes.rows, [
        rowChanges(context, before) ?? remark(words.changes.noRows),
      ]),
    ],
  };
}

function headline(context: Context, before: Earlier): Block {
  const { changes, verdicts } = context.words;
  const [earlier, now] = [before.view.assessment, context.view.assessment];
  const values = {
    name: before.name,
    day: dayOf(before.at),
    before: earlier.readiness.percent,
    after: now.readiness.percent,
    verdictBefore: verdicts[earlier.verdict.verdict],
    verdict: verdicts[now.verdict.verdict],
  };
  const isSame = earlier.verdict.verdict === now.verdict.verdict;
  return paragraph(
    plain(fill(isSame ? changes.sameVerdict : changes.newVerdict, values)),
    fromQuestions(context, ['justification.reason.driver']),
  );
}

function findingChanges(context: Context, before: Earlier): Block[] {
  const { changes } = context.words;
  const [earlier, now] = [before.view.assessment.findings, context.view.assessment.findings];
  const known = new Set(earlier.map((finding) => finding.id));
  const standing = new Set(now.map((finding) => finding.id));
  const settled = earlier.filter((finding) => !standing.has(finding.id));
  const added = now.filter((finding) => !known.has(finding.id));
  const blocks: Block[] = [
    paragraph(plain(fill(changes.findingCounts, { added: added.length, settled: settled.length }))),
    ...present([findingList(context, added)]),
  ];
  if (settled.length > 0) {
    blocks.push({
      kind: 'list',
      ordered: false,
      items: settled.map((finding) => ({ text: muted(fill(changes.settled, { title: finding.title })) })),
    });
  }
  return blocks;
}

function answerChanges(context: Context, before: Earlier): Block | undefined {
  const { columns } = context.words.changes;
  const rows: Cell[][] = [];
  for (const id of context.view.assessment.visible) {
    const [earlier, now] = [own(before.view.answers, id), own(context.view.answers, id)];
    const wasAsked = before.view.assessment.visible.includes(id);
    if (equalJson((wasAsked ? earlier : undefined) as Json | undefined, now as Json | undefined)) continue;
    const text = (view: typeof context.view) => answerText(context, id, view);
    const [old, fresh] = [text(before.view), text(context.view)];
    if (!old && !fresh) continue;
    rows.push([
      { text: link(promptOf(context, id), toQuestion(id)) },
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

function own<Value>(bag: Readonly<Record<string, Value>>, id: string): Value | undefined {
  return Object.hasOwn(bag, id) ? bag[id] : undefined;
}

/** Rows added, changed and removed, table by table; tables that were or are not asked for count as empty. */
function rowChanges(context: Context, before: Earlier): Block | undefined {
  const { columns } = context.words.changes;
  const earlier = readerOf(before.view, context.today, context.reference);
  const rows = Object.keys(tables)
    .filter((id): id is TableId => isTableId(id))
    .flatMap((table): Cell[][] => {
      const old = new Map(earlier.rows(table).map((row) => [row.id, row as unknown as Json]));
      const now = context.project.rows(table);
      const added = now.filter((row) => !old.has(row.id)).length;
      const changed = now.filter(
        (row) => old.has(row.id) && !equalJson(old.get(row.id), row as unknown as Json),
      ).length;
      const removed = old.size - (now.length - added);
      if (added + changed + removed === 0) return [];
      return [
        [
          { text: link(tableTitle(context, table), toQuestion(questionOfTable(table))) },
          cell(context, String(added)),
          cell(context, String(changed)),
          cell(context, String(removed)),
        ],
      ];
    });
  return tableBlock(
    context.words.changes.rows,
    [
      { title: columns.table },
      { title: columns.added, align: 'end' },
      { title: columns.changed, align: 'end' },
      { title: columns.removed, align: 'end' },
    ],
    rows,
  );
}

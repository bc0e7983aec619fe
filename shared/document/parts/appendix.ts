/** The appendix: every question that is asked with its answer, note, confirmation and evidence, every table, and the sources. */
import { daysBetween } from '../../assess/days.ts';
import { lastDayOf, usualShelfDays } from '../../assess/evidence.ts';
import { questionState } from '../../assess/question-state.ts';
import { type Checklist, content, type Question } from '../../content/content.ts';
import { facts, isFactId, sources as sourceList } from '../../content/facts.ts';
import { referenceKinds } from '../../content/reference.ts';
import { retired } from '../../content/retired.ts';
import { columnsOf, isTableId, type TableId, tables } from '../../content/tables.ts';
import { fill } from '../../content/words.ts';
import { evidenceWordsOf } from '../../evidence/words/words.ts';
import type { Block, Cell, Section, Text } from '../blocks.ts';
import type { Context } from '../context.ts';
import { numbersOf } from '../numbers.ts';
import { anchored, joined, link, listing, muted, plain, toQuestion } from '../runs.ts';
import {
  cell,
  dense,
  present,
  projectTable,
  questionsOf,
  remark,
  section,
  tableBlock,
} from '../statements.ts';
import { answerText, cellText, columnLabel, dayOf, promptOf, tableTitle } from '../values.ts';

export function answersPart(context: Context): { blocks: Block[]; sections: Section[] } {
  const retiredBlock = retiredTable(context);
  const proofsBlock = proofsTable(context);
  const { noLongerAsked } = context.words.appendix;
  return {
    blocks: [],
    sections: [
      ...content.checklists.map((checklist) => checklistSection(context, checklist)),
      ...(proofsBlock
        ? [section(context, 'answers.proofs', context.words.appendix.proofs.title, [proofsBlock])]
        : []),
      ...(retiredBlock ? [section(context, 'answers.retired', noLongerAsked, [retiredBlock])] : []),
    ],
  };
}

function checklistSection(context: Context, checklist: Checklist): Section {
  return section(
    context,
    `answers.${checklist.id}`,
    context.contentWords.checklists[checklist.id]?.title ?? checklist.id,
    [],
    checklist.sections
      .filter(({ id }) => questionsOf(context, id).length > 0)
      .map(({ id }) =>
        section(
          context,
          `answers.${id}`,
          context.contentWords.sections[id]?.title ?? id,
          sectionBlocks(context, id),
        ),
      ),
  );
}

/** Every piece of evidence with its date and how long it counts, the newest first. */
function proofsTable(context: Context): Block | undefined {
  const { title, columns, file, answers, ranOut } = context.words.appendix.proofs;
  const { attachments, evidence, proofs } = context.view;
  const { kinds } = evidenceWordsOf(context.view.planLanguage);
  const newestFirst = Object.entries(attachments).sort(([, one], [, other]) => {
    const [taken, otherTaken] = [one.taken ?? '', other.taken ?? ''];
    return taken === otherTaken ? (one.name < other.name ? -1 : 1) : taken < otherTaken ? 1 : -1;
  });
  if (newestFirst.length === 0) return undefined;
  return tableBlock(
    title,
    Object.values(columns).map((title) => ({ title })),
    newestFirst.map(([id, attachment]) => {
      const kind = ownOf(evidence, id)?.kind;
      const lastDay = lastDayOf(attachment) ?? '';
      const count = Object.values(proofs).filter((ids) => ids.includes(id)).length;
      return [
        cell(context, kind ? kinds[kind] : file),
        cell(context, attachment.name),
        cell(context, attachment.taken ?? ''),
        lastDay !== '' && lastDay < context.today
          ? cell(context, fill(ranOut, { day: lastDay }), 'risk')
          : cell(context, lastDay),
        cell(context, count === 0 ? '' : fill(answers, { count })),
      ];
    }),
  );
}

/** What was said to questions that no checklist asks any more. */
function retiredTable(context: Context): Block | undefined {
  const { columns, noLongerAsked } = context.words.appendix;
  return tableBlock(
    noLongerAsked,
    [{ title: columns.question }, { title: columns.answer }, { title: columns.remarks }],
    context.view.contentUpdate.retired.map((id) => [
      cell(context, promptOf(context, id)),
      cell(context, retiredAnswer(context, id)),
      remarkCell(context, id),
    ]),
  );
}

function retiredAnswer({ view, words }: Context, id: string): string {
  const answer = ownOf(view.answers, id);
  if (answer?.state === 'draft') return answer.text;
  if (answer?.state !== 'answered') return words.questionStates[answer?.state ?? 'open'];
  const names = retired[id]?.options ?? {};
  const named = (value: unknown) => ownOf(names, String(value)) ?? String(value);
  return Array.isArray(answer.value) ? answer.value.map(named).join(', ') : named(answer.value);
}

function sectionBlocks(context: Context, id: string): Block[] {
  const { columns } = context.words.appendix;
  const questions = questionsOf(context, id);
  const numbers = numbersOf(context);
  const rows = questions.map((question): Cell[] => [
    {
      text: joined(
        muted(`${numbers(toQuestion(question)) ?? ''} `),
        anchored(promptOf(context, question), toQuestion(question)),
      ),
    },
    answerCell(context, content.questions.get(question)),
    remarkCell(context, question),
  ]);
  const title = context.contentWords.sections[id]?.title ?? id;
  return present([
    dense(
      tableBlock(
        title,
        [{ title: columns.question }, { title: columns.answer }, { title: columns.remarks }],
        rows,
      ),
    ),
    ...questions.flatMap((question) => wholeTable(context, content.questions.get(question)?.table)),
  ]);
}

function answerCell(context: Context, question: Question | undefined): Cell {
  const { words } = context;
  if (!question) return cell(context, '');
  const state = questionState(context.view, question);
  const count =
    question.table !== undefined && isTableId(question.table)
      ? context.project.rows(question.table).length
      : 0;
  if (count > 0) return cell(context, fill(words.appendix.rows, { count }));
  const text = answerText(context, question.id);
  if (text) return { text };
  return cell(context, words.questionStates[state], 'muted');
}

/** Who confirmed it and when, what was noted, and what proves it. */
function remarkCell(context: Context, id: string): Cell {
  const { appendix } = context.words;
  const pieces: Text[] = [];
  const review = ownOf(context.view.reviews, id);
  if (review) pieces.push(plain(fill(appendix.confirmed, { by: review.by, day: dayOf(review.at) })));
  const note = ownOf(context.view.notes, id)?.trim() ?? '';
  if (note !== '') pieces.push(plain(note));
  for (const proof of ownOf(context.view.proofs, id) ?? []) pieces.push(...evidence(context, proof));
  return pieces.length === 0 ? cell(context, '') : { text: listing(pieces, ' · ') };
}

function ownOf<Value>(bag: Readonly<Record<string, Value>>, id: string): Value | undefined {
  return Object.hasOwn(bag, id) ? bag[id] : undefined;
}

/** A proof with its age in days, and a word when it is older than it counts. */
function evidence(context: Context, id: string): Text[] {
  const attachment = ownOf(context.view.attachments, id);
  if (!attachment) return [];
  const { appendix } = context.words;
  const age = attachment.taken === undefined ? undefined : daysBetween(attachment.taken, context.today);
  const lastDay = lastDayOf(attachment);
  if (age === undefined || lastDay === undefined)
    return [plain(fill(appendix.evidence, { name: attachment.name }))];
  const aged = plain(fill(appendix.agedEvidence, { name: attachment.name, days: Math.max(0, age) }));
  if (lastDay >= context.today) return [aged];
  const days = attachment.shelfDays ?? usualShelfDays;
  return [joined(aged, muted(` ${fill(appendix.stale, { days })}`))];
}

const mostColumns = 10;
/** Of so many rows, what is the same in all is said once. */
const manyRows = 4;

/** A whole table, cut into pieces that fit a page, each beginning with the column that names the row. */
function wholeTable(context: Context, id: string | undefined): (Block | undefined)[] {
  if (id === undefined || !isTableId(id)) return [];
  const rows = context.project.rows(id);
  const filled = filledColumns(context, id, rows);
  const { label } = tables[id];
  if (rows.length === 0) return [];
  const same =
    rows.length < manyRows ? [] : filled.filter((name) => name !== label && isSame(context, id, rows, name));
  const others = filled.filter((name) => name !== label && !same.includes(name));
  const pieces: string[][] = [];
  const count = Math.max(1, Math.ceil(others.length / (mostColumns - 1)));
  const each = Math.ceil(others.length / count);
  for (let piece = 0; piece < count; piece += 1)
    pieces.push([label, ...others.slice(piece * each, (piece + 1) * each)]);
  const shown = pieces.map((columns, index) => {
    const title = tableTitle(context, id);
    const caption =
      pieces.length === 1
        ? title
        : fill(context.words.appendix.piece, { title, number: index + 1, count: pieces.length });
    return dense(projectTable(context, id, columns, { caption }));
  });
  return [...shown, sameLine(context, id, rows[0], same)];
}

function isSame(context: Context, id: TableId, rows: readonly { id: string }[], name: string): boolean {
  const [first = '', ...rest] = rows.map((row) => cellText(context, id, row, name));
  return first !== '' && rest.every((text) => text === first);
}

function sameLine(
  context: Context,
  id: TableId,
  row: { id: string } | undefined,
  names: readonly string[],
): Block | undefined {
  if (names.length === 0) return undefined;
  const values = names.map(
    (name) => `${columnLabel(context, id, name)}: ${cellText(context, id, row, name)}`,
  );
  const { same } = context.words.appendix;
  return remark(fill(same, { table: tableTitle(context, id), values: values.join('; ') }));
}

function filledColumns(context: Context, id: TableId, rows: readonly { id: string }[]): string[] {
  return Object.keys(columnsOf(id)).filter((name) =>
    rows.some((row) => cellText(context, id, row, name) !== ''),
  );
}

export function sourcesPart(context: Context): { blocks: Block[]; sections: Section[] } {
  const { sources } = context.words;
  const cited = new Set(context.view.assessment.findings.flatMap((finding) => finding.sources));
  for (const id of context.view.assessment.visible) {
    const question = content.questions.get(id);
    for (const key of question?.sources ?? []) cited.add(key);
    for (const fact of question?.facts ?? [])
      if (isFactId(fact)) for (const key of facts[fact].sources) cited.add(key);
  }
  const items = Object.entries(sourceList)
    .filter(([key]) => cited.has(key))
    .map(([key, source]) => ({
      text: joined(
        link(source.title, { kind: 'source', key, address: source.address }),
        muted(fill(sources.details, { publisher: source.publisher, date: source.date, read: source.read })),
      ),
    }));
  return {
    blocks: [items.length === 0 ? remark(sources.none) : { kind: 'list', ordered: true, items }],
    sections: [section(context, 'sources.lists', sources.lists, [listTable(context)])],
  };
}

/** The dated lists that the plan was computed with: another date may mean another result. */
function listTable(context: Context): Block | undefined {
  const { columns } = context.words.sources;
  return tableBlock(
    context.words.sources.lists,
    [{ title: columns.list }, { title: columns.version }],
    referenceKinds.map((kind) => [
      cell(context, context.reference[kind].title),
      cell(context, context.reference[kind].version),
    ]),
  );
}

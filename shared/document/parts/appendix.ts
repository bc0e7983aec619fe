/** The appendix: every question that is asked with its answer, note, confirmation and evidence, every table, and the sources. */
import { daysBetween } from '../../assess/days.ts';
import { lastDayOf, usualShelfDays } from '../../assess/evidence.ts';
import { questionState } from '../../assess/question-state.ts';
import { type Checklist, content, type Question } from '../../content/content.ts';
import { facts, isFactId, sources as sourceList } from '../../content/facts.ts';
import { referenceKinds } from '../../content/reference.ts';
import { retired } from '../../content/retired.ts';
import { isTableId } from '../../content/tables.ts';
import { fill } from '../../content/words.ts';
import { evidenceWordsOf } from '../../evidence/words/words.ts';
import { ownOf } from '../../own-of.ts';
import type { Block, Cell, Pair, Section, Text } from '../blocks.ts';
import type { Context } from '../context.ts';
import { numbersOf } from '../numbers.ts';
import type { PartId } from '../part-ids.ts';
import { anchored, joined, link, listing, muted, plain, toPart, toQuestion } from '../runs.ts';
import { cell, present, questionsOf, remark, section, sideNote, tableBlock } from '../statements.ts';
import { homesOf } from '../table-homes.ts';
import { answerText, dayOf, promptOf } from '../values.ts';
import { wholeTable } from './whole-table.ts';

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
  const { title, columns, file, ranOut } = context.words.appendix.proofs;
  const { attachments, evidence, proofs } = context.view;
  const { kinds } = evidenceWordsOf(context.view.language);
  const numbers = numbersOf(context);
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
      const proven = context.view.assessment.visible
        .filter((question) => ownOf(proofs, question)?.includes(id))
        .map((question) => link(numbers(toQuestion(question)) ?? question, toQuestion(question)));
      return [
        cell(context, kind ? kinds[kind] : file),
        cell(context, attachment.name),
        cell(context, attachment.taken ?? ''),
        lastDay !== '' && lastDay < context.today
          ? cell(context, fill(ranOut, { day: lastDay }), 'risk')
          : cell(context, lastDay),
        proven.length === 0 ? cell(context, '') : { text: listing(proven, ' · ') },
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
  const questions = questionsOf(context, id);
  const numbers = numbersOf(context);
  const usual = usualConfirmation(context, questions);
  const pairs = questions.map((question): Pair => {
    const note = remarks(context, question, usual);
    return {
      name: joined(
        muted(`${numbers(toQuestion(question)) ?? ''} `),
        anchored(promptOf(context, question), toQuestion(question)),
      ),
      value: shownAnswer(context, content.questions.get(question)),
      ...(note.length > 0 ? { note } : {}),
    };
  });
  return present([
    usual === undefined ? undefined : sideNote(fill(context.words.appendix.usually, { confirmed: usual })),
    { kind: 'pairs', dense: true, pairs },
    ...questions.flatMap((question) => {
      const table = content.questions.get(question)?.table;
      const isHere = table !== undefined && isTableId(table) && homesOf(context, table).length === 0;
      return isHere ? wholeTable(context, table, 'appendix') : [];
    }),
  ]);
}

/** Of a section that somebody confirmed in one go that is said once; undefined where each answer says it. */
function usualConfirmation(context: Context, questions: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const question of questions) {
    const text = confirmation(context, question);
    if (text !== undefined) counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, one], [, other]) => other - one);
  return most !== undefined && most[1] > 2 ? most[0] : undefined;
}

function confirmation(context: Context, id: string): string | undefined {
  const review = ownOf(context.view.reviews, id);
  return review && fill(context.words.appendix.confirmed, { by: review.by, day: dayOf(review.at) });
}

function shownAnswer(context: Context, question: Question | undefined): Text {
  const { words } = context;
  if (!question) return plain('');
  const state = questionState(context.view, question);
  const table = question.table !== undefined && isTableId(question.table) ? question.table : undefined;
  const count = table ? context.project.rows(table).length : 0;
  if (table && count > 0) return rowsText(context, count, homesOf(context, table));
  return answerText(context, question.id) ?? muted(words.questionStates[state]);
}

/** How many rows, and where they are. */
function rowsText({ words }: Context, count: number, homes: readonly PartId[]): Text {
  if (homes.length === 0) return plain(fill(words.appendix.rows, { count }));
  const parts = homes.map((part) => link(words.parts[part], toPart(part)));
  return joined(plain(fill(words.appendix.rowsIn, { count })), listing(parts));
}

function remarkCell(context: Context, id: string): Cell {
  const text = remarks(context, id);
  return text.length === 0 ? cell(context, '') : { text };
}

/** Who confirmed it and when, unless that is the usual of its section; what was noted, and what proves it. */
function remarks(context: Context, id: string, usual?: string): Text {
  const pieces: Text[] = [];
  const confirmed = confirmation(context, id);
  if (confirmed !== undefined && confirmed !== usual) pieces.push(plain(confirmed));
  if (confirmed === undefined && usual !== undefined && isAnswered(context, id))
    pieces.push(plain(context.words.appendix.unconfirmed));
  const note = ownOf(context.view.notes, id)?.trim() ?? '';
  if (note !== '') pieces.push(plain(note));
  for (const proof of ownOf(context.view.proofs, id) ?? []) pieces.push(...evidence(context, proof));
  return listing(pieces, ' · ');
}

function isAnswered({ view }: Context, id: string): boolean {
  const question = content.questions.get(id);
  const state = question && questionState(view, question);
  return state !== undefined && state !== 'open' && state !== 'unknown' && state !== 'draft';
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
    blocks: [items.length === 0 ? remark(sources.none) : { kind: 'list', ordered: true, items, dense: true }],
    sections: [section(context, 'sources.lists', sources.lists, [datedLists(context)])],
  };
}

/** The dated lists that the plan was computed with: another date may mean another result. Most have one date. */
function datedLists({ reference, words }: Context): Block {
  const titles = new Map<string, string[]>();
  for (const kind of referenceKinds) {
    const { title, version } = reference[kind];
    titles.set(version, [...(titles.get(version) ?? []), title]);
  }
  const pairs = [...titles].map(([day, those]) => ({
    name: plain(fill(words.sources.putTogether, { day })),
    value: plain(those.join('; ')),
  }));
  return { kind: 'pairs', dense: true, pairs };
}

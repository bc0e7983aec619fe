/** The sheets of answers and findings: one row for each question that is asked, one for each finding. */
import { questionState } from '../../assess/question-state.ts';
import { checklistOf } from '../../assess/readiness.ts';
import { content, fieldOf, type Question } from '../../content/content.ts';
import { isTableId, type TableId } from '../../content/tables.ts';
import { fill } from '../../content/words.ts';
import { checklistTitle } from '../../review-checklist/checklist-title.ts';
import type { ReviewChecklist, ReviewItem } from '../../review-checklist/imported.ts';
import { itemQuestion } from '../../review-checklist/item.ts';
import type { Context } from '../context.ts';
import { itemStatus, saidText } from '../item-answer.ts';
import { textOf } from '../runs.ts';
import { answerText, promptOf } from '../values.ts';
import { type Sheet, type SheetValue, sheetText } from './sheet.ts';

/** The sheet of each table, by its id. */
export type TableSheetNames = ReadonlyMap<TableId, string>;

export function answersSheet(context: Context, tableSheets: TableSheetNames): Sheet {
  const { words, contentWords, view } = context;
  const own = words.workbook.answers;
  const text = (value: string) => sheetText(words, value);
  const rows = view.assessment.visible.flatMap((id): SheetValue[][] => {
    const question = content.questions.get(id);
    if (!question) return [];
    const review = Object.hasOwn(view.reviews, id) ? view.reviews[id] : undefined;
    const proofs = (Object.hasOwn(view.proofs, id) && view.proofs[id]) || [];
    const answer = answerValue(context, question, tableSheets);
    return [
      [
        contentWords.checklists[question.checklist]?.title ?? question.checklist,
        contentWords.sections[question.section]?.title ?? question.section,
        promptOf(context, id),
        answer,
        typeof answer === 'number' ? (question.unit ?? null) : null,
        words.questionStates[questionState(view, question)],
        review ? text(review.by) : null,
        review ? { at: review.at } : null,
        Object.hasOwn(view.notes, id) ? text(view.notes[id] ?? '') : null,
        text(
          proofs
            .map((proof) => view.attachments[proof]?.name ?? '')
            .filter(Boolean)
            .join('\n'),
        ) || null,
        id,
      ],
    ];
  });
  const items = context.lists
    .filter(({ counts }) => counts)
    .flatMap((list) => list.items.map((item) => itemRow(context, list, item)));
  return {
    name: words.workbook.names.answers,
    columns: [
      { title: own.checklist, width: 20 },
      { title: own.section, width: 24 },
      { title: own.question, width: 52 },
      { title: own.answer, width: 44 },
      { title: own.unit, width: 9 },
      { title: own.state, width: 18 },
      { title: own.confirmedBy, width: 18 },
      { title: own.confirmedOn, width: 18 },
      { title: own.note, width: 44 },
      { title: own.evidence, width: 28 },
      { title: own.id, width: 30 },
    ],
    rows: [...rows, ...items],
  };
}

/** Of an additional checklist that counts. */
function itemRow({ words }: Context, list: ReviewChecklist, item: ReviewItem): SheetValue[] {
  const text = (value: string) => (value === '' ? null : sheetText(words, value));
  const answer = item.kind === 'status' ? null : text(saidText(words, item.kind, item.said));
  const state = itemStatus(words, item.status);
  const id = itemQuestion(list.id, item.id);
  return [
    text(list.name),
    text(item.category),
    text(item.text),
    answer,
    null,
    state,
    null,
    null,
    text(item.comment),
    null,
    id,
  ];
}

/** Numbers and dates as such, so that a spreadsheet can sort and add; a draft as it was typed. */
function answerValue(context: Context, question: Question, tableSheets: TableSheetNames): SheetValue {
  const { id, table } = question;
  const { answers } = context.view;
  const answer = Object.hasOwn(answers, id) ? answers[id] : undefined;
  if (table !== undefined && isTableId(table)) {
    const count = context.project.rows(table).length;
    const sheet = tableSheets.get(table);
    if (count > 0 && sheet !== undefined) return fill(context.words.workbook.answers.rows, { count, sheet });
  }
  if (answer?.state === 'draft') return sheetText(context.words, answer.text);
  if (answer?.state === 'answered') {
    const value = typedValue(fieldOf(question)?.kind, answer.value);
    if (value !== undefined) return value;
  }
  const text = answerText(context, id);
  return text ? sheetText(context.words, textOf(text)) : null;
}

/** A value whose kind a spreadsheet has too; undefined for what is shown as text. */
export function typedValue(kind: string | undefined, value: unknown): SheetValue | undefined {
  if (typeof value === 'number') return value;
  return kind === 'date' && typeof value === 'string' ? { day: value } : undefined;
}

export function findingsSheet(context: Context): Sheet {
  const { words, view } = context;
  const own = words.workbook.findings;
  const text = (value: string) => sheetText(words, value);
  const rows = view.assessment.findings.map((finding): SheetValue[] => {
    const checklist = checklistOf(content, finding) ?? '';
    const questions = new Set(finding.from.map((origin) => promptOf(context, origin.question)));
    const { accepted } = finding;
    return [
      words.severities[finding.severity],
      text(finding.title),
      text(finding.why),
      text(finding.remedy),
      checklist === '' ? null : text(checklistTitle(view, checklist)),
      text([...questions].join('\n')),
      accepted ? text(accepted.by) : null,
      accepted ? text(accepted.reason) : null,
      accepted?.until === undefined ? null : { day: accepted.until },
      finding.id,
    ];
  });
  return {
    name: words.workbook.names.findings,
    columns: [
      { title: own.severity, width: 11 },
      { title: own.title, width: 44 },
      { title: own.why, width: 60 },
      { title: own.remedy, width: 60 },
      { title: own.checklist, width: 20 },
      { title: own.questions, width: 44 },
      { title: own.acceptedBy, width: 18 },
      { title: own.acceptedFor, width: 30 },
      { title: own.acceptedUntil, width: 14 },
      { title: own.id, width: 34 },
    ],
    rows,
    ...(rows.length === 0 ? { remark: words.workbook.none.findings } : {}),
  };
}

/** Answers and cells as people read them: labels instead of ids, names instead of references, numbers with their unit. */

import { amount } from '../assess/amount.ts';
import { addDays } from '../assess/days.ts';
import { questionState } from '../assess/question-state.ts';
import { content, fieldOf } from '../content/content.ts';
import type { FieldSpec } from '../content/field.ts';
import { type ReferenceKind, type ReferenceSets, referenceKinds } from '../content/reference.ts';
import { retired } from '../content/retired.ts';
import { columnsOf, isTableId, type TableId, tables } from '../content/tables.ts';
import { fill } from '../content/words.ts';
import { checklistTitle } from '../review-checklist/checklist-title.ts';
import { placeOfQuestion } from '../review-checklist/item.ts';
import type { Text } from './blocks.ts';
import type { Context } from './context.ts';
import { muted, plain } from './runs.ts';

type Labels = Readonly<Record<string, string>> | undefined;

/** The text of a valid value; empty for a reference to a row that is gone or not asked for. */
function fieldText(context: Context, spec: FieldSpec, value: unknown, labels: Labels): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) {
    const texts = value.map((item) => fieldText(context, spec, item, labels));
    return texts.filter((text) => text !== '').join(', ');
  }
  switch (spec.kind) {
    case 'yesNo':
      return value === 'yes' ? context.words.values.yes : context.words.values.no;
    case 'number':
      return typeof value === 'number' ? withUnit(context, value, spec.unit) : String(value);
    case 'single':
    case 'multiple':
      return optionText(context, spec, String(value), labels);
    case 'ref':
    case 'refs':
      return refText(context, spec.table, String(value));
    case 'communities':
      return communityText(context, String(value));
    default:
      return typeof value === 'object' ? JSON.stringify(value) : String(value);
  }
}

export function withUnit(context: Context, value: number, unit: string | undefined): string {
  const number = amount(value, context.view.language);
  return unit === undefined ? number : `${number} ${unit}`;
}

function optionText(context: Context, spec: FieldSpec, id: string, labels: Labels): string {
  const label = labels && Object.hasOwn(labels, id) ? labels[id] : undefined;
  return label ?? referenceName(context.reference, spec.optionsFrom, id) ?? id;
}

function referenceName(
  reference: Readonly<ReferenceSets>,
  set: string | undefined,
  id: string,
): string | undefined {
  const kind = referenceKinds.find((one): one is ReferenceKind => one === set);
  if (!kind) return undefined;
  for (const item of reference[kind].items) {
    if ('id' in item && item.id === id && 'name' in item) return item.name;
  }
  return undefined;
}

function refText(context: Context, table: string | undefined, id: string): string {
  if (table === undefined || !isTableId(table)) return '';
  return context.project.row(table, id) ? rowName(context, table, id) : '';
}

/** A community with what it stands for, where that is published. */
export function communityText(context: Context, value: string): string {
  const name = context.reference.communities.items.find((item) => item.value === value)?.name;
  return name === undefined ? value : `${value} (${name})`;
}

/** What people call a row: its label as a label, else its place in the table. */
export function rowName(context: Context, table: TableId, id: string): string {
  const text = cellText(context, table, context.project.row(table, id), tables[table].label);
  return text === '' ? context.project.nameOf(table, id) : text;
}

export function cellText(context: Context, table: TableId, row: object | undefined, column: string): string {
  const spec = columnsOf(table)[column];
  if (!spec || !row) return '';
  const labels = context.contentWords.tables[table]?.columns[column]?.options;
  return fieldText(context, spec, (row as Record<string, unknown>)[column], labels);
}

export function columnLabel(context: Context, table: TableId, column: string): string {
  return context.contentWords.tables[table]?.columns[column]?.label ?? column;
}

export function columnTitle(context: Context, table: TableId, column: string): string {
  const label = columnLabel(context, table, column);
  const unit = columnsOf(table)[column]?.unit;
  return unit === undefined ? label : `${label} (${unit})`;
}

/** A cell without its unit, for columns whose title names it. */
export function bareCellText(
  context: Context,
  table: TableId,
  row: object | undefined,
  column: string,
): string {
  const value = row && (row as Record<string, unknown>)[column];
  return typeof value === 'number' && columnsOf(table)[column]?.kind === 'number'
    ? amount(value, context.view.language)
    : cellText(context, table, row, column);
}

export function tableTitle(context: Context, table: TableId): string {
  return context.contentWords.tables[table]?.title ?? table;
}

export function promptOf(context: Context, id: string): string {
  const place = placeOfQuestion(id);
  if (!place) return context.contentWords.questions[id]?.prompt ?? retired[id]?.prompt ?? id;
  const list = context.lists.find((one) => one.id === place.checklist);
  const item = list?.items.find((one) => one.id === place.item);
  return item?.text ?? checklistTitle(context.view, place.checklist);
}

/** Whether a question that is asked still waits for an answer; "don't know yet" waits too. */
export function isWaiting(context: Context, id: string): boolean {
  const question = content.questions.get(id);
  if (!question || question.optional || !context.visible.has(id)) return false;
  const state = questionState(context.view, question);
  return state === 'open' || state === 'unknown' || state === 'draft';
}

/** What was said to a question that is asked; undefined while nothing was, and for tables. */
export function answerText(context: Context, id: string, view = context.view): Text | undefined {
  const question = content.questions.get(id);
  const isAsked = view === context.view ? context.visible.has(id) : view.assessment.visible.includes(id);
  const answer = isAsked && Object.hasOwn(view.answers, id) ? view.answers[id] : undefined;
  if (!question || !answer) return undefined;
  const { words } = context;
  switch (answer.state) {
    case 'draft':
      return undefined;
    case 'unknown':
      return muted(words.values.unknown);
    case 'notApplicable': {
      const reason = words.notApplicable[answer.reason];
      const text = answer.text?.trim() ?? '';
      return muted(
        fill(text === '' ? words.values.notApplicable : words.values.notApplicableWith, { reason, text }),
      );
    }
    case 'answered': {
      const field = fieldOf(question);
      if (!field) return undefined;
      const options = context.contentWords.questions[id]?.options;
      const text = fieldText(context, field, answer.value, options);
      return text === '' ? undefined : plain(text);
    }
  }
}

/** The UTC day of a moment, as an ISO date. */
export function dayOf(milliseconds: number): string {
  return addDays('1970-01-01', Math.floor(milliseconds / 86_400_000)) ?? '';
}

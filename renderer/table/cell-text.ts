/** Between a cell's value and its text: what is shown, what is edited, and what typed or pasted text means. */
import { readField, writeField } from '../../shared/content/field.ts';
import type { Json } from '../../shared/json.ts';
import type { RowValue } from '../../shared/project/answer.ts';
import type { Language } from '../../shared/words/catalogue.ts';
import { labelOf } from '../fields/choices.ts';
import type { Words } from '../words/en.ts';
import { type GridColumn, isChoice } from './grid-columns.ts';

type Cells = Pick<RowValue, 'cells' | 'drafts'>;

/** What stands in the cell; a draft stands there exactly as it was typed. */
export function shownText(column: GridColumn, row: Cells, words: Words): string {
  const draft = row.drafts?.[column.id];
  if (draft !== undefined) return draft;
  const value = row.cells[column.id];
  if (isChoice(column)) return labelOf(column.choices, value, words);
  return Array.isArray(value)
    ? value.map((one) => writeField(one, words.language)).join(', ')
    : writeField(value, words.language);
}

export function chosenValues(column: GridColumn, row: Cells): string[] {
  const value = row.cells[column.id];
  return value === undefined || value === null ? [] : [value].flat().map(String);
}

const plain = (text: string) => text.trim().toLowerCase().replace(/\s+/g, ' ');

/** The choice a text means: by its label or its id, whatever the case. */
function choiceMeant(column: GridColumn, text: string): string | undefined {
  const wanted = plain(text);
  const found = column.choices.find(
    (choice) => plain(choice.label) === wanted || choice.value.toLowerCase() === wanted,
  );
  if (found) return found.value;
  if (column.spec.kind !== 'yesNo') return undefined;
  if (['y', 'true', '1', 'x'].includes(wanted)) return 'yes';
  return ['n', 'false', '0'].includes(wanted) ? 'no' : undefined;
}

/** The row with this text in this column: as a value when it is right, kept as a draft when it is not. */
export function withText(row: RowValue, column: GridColumn, text: string, language: Language): RowValue {
  if (text.trim() === '') return withValue(row, column, undefined);
  if (!isChoice(column)) {
    const read = readField(column.spec, column.spec.kind === 'text' ? text.trim() : text, language);
    return read.ok ? withValue(row, column, read.value) : withDraft(row, column, text);
  }
  const pieces = column.many ? text.split(/[,;\n]/).filter((piece) => piece.trim() !== '') : [text];
  const meant = pieces.map((piece) => choiceMeant(column, piece));
  if (meant.some((one) => one === undefined)) return withDraft(row, column, text);
  return withChoices(
    row,
    column,
    meant.filter((one) => one !== undefined),
  );
}

export function withChoices(row: RowValue, column: GridColumn, chosen: readonly string[]): RowValue {
  if (chosen.length === 0) return withValue(row, column, undefined);
  return withValue(row, column, column.many ? [...new Set(chosen)] : (chosen[0] ?? ''));
}

function withValue(row: RowValue, column: GridColumn, value: Json | undefined): RowValue {
  const { [column.id]: _cell, ...cells } = row.cells;
  const { [column.id]: _draft, ...drafts } = row.drafts ?? {};
  return {
    order: row.order,
    cells: value === undefined ? cells : { ...cells, [column.id]: value },
    ...(Object.keys(drafts).length > 0 ? { drafts } : {}),
  };
}

function withDraft(row: RowValue, column: GridColumn, text: string): RowValue {
  const { [column.id]: _cell, ...cells } = row.cells;
  return { order: row.order, cells, drafts: { ...row.drafts, [column.id]: text } };
}

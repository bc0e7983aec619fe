/** The choices of a field with their labels: its own options, a reference set, or the rows of another table. */
import type { FieldSpec } from '../../shared/content/field.ts';
import { columnsOf, isTableId, tables } from '../../shared/content/tables.ts';
import type { Json } from '../../shared/json.ts';
import type { Row } from '../../shared/project/answer.ts';
import { referenceInUse } from '../data/reference-in-use.ts';
import type { Words } from '../words/en.ts';
import type { Choice } from './Segmented.tsx';

export type ProjectTables = Readonly<Record<string, readonly Row[]>>;

type ChoiceContext = {
  words: Words;
  /** Labels of the field's own options. */
  optionWords: Readonly<Record<string, string>> | undefined;
  tables: ProjectTables;
};

export function choicesOf(spec: FieldSpec, context: ChoiceContext): Choice<string>[] {
  if (spec.kind === 'yesNo') {
    return [
      { value: 'yes', label: context.words.wizard.yes },
      { value: 'no', label: context.words.wizard.no },
    ];
  }
  if (spec.table !== undefined) {
    const table = spec.table;
    return (context.tables[table] ?? []).map((row) => ({
      value: row.id,
      label: rowLabel(table, row, context.tables) || row.id,
    }));
  }
  if (spec.optionsFrom !== undefined) return referenceChoices(spec.optionsFrom);
  return (spec.options ?? []).map((value) => ({ value, label: context.optionWords?.[value] ?? value }));
}

/** A row as people call it; a row that is named by another table's row goes by that one's name. */
export function rowLabel(table: string, row: Row, all: ProjectTables): string {
  if (!isTableId(table)) return '';
  const column = tables[table].label;
  const value = row.cells[column];
  if (value === undefined) return row.drafts?.[column] ?? '';
  const spec = columnsOf(table)[column];
  if (spec?.table !== undefined && spec.table !== table) {
    const target = spec.table;
    const pointed = (all[target] ?? []).find((other) => other.id === value);
    return pointed ? rowLabel(target, pointed, all) : String(value);
  }
  return String(value);
}

const namedSets = ['azure-regions', 'platform-regions', 'peering-locations'] as const;

function isNamedSet(kind: string): kind is (typeof namedSets)[number] {
  return namedSets.some((one) => one === kind);
}

/** Sorted once for each state of a list: a newer file is another object. */
const sortedChoices = new WeakMap<object, Choice<string>[]>();

function referenceChoices(kind: string): Choice<string>[] {
  if (!isNamedSet(kind)) return [];
  const { items } = referenceInUse()[kind];
  let choices = sortedChoices.get(items);
  if (!choices) {
    choices = items
      .map((item) => ({ value: item.id, label: item.name }))
      .sort((left, right) => left.label.localeCompare(right.label));
    sortedChoices.set(items, choices);
  }
  return choices;
}

export function labelOf(choices: readonly Choice<string>[], value: Json | undefined, words: Words): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.map((one) => labelOf(choices, one, words)).join(', ');
  return choices.find((choice) => choice.value === value)?.label ?? words.wizard.unknownValue(String(value));
}

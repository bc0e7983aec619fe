/** A table's columns as the grid draws them: label, field, choices, width. */
import type { FieldKind } from '../../shared/content/field.ts';
import type { TableWords } from '../../shared/content/schema.ts';
import { type Column, columnsOf, isTableId, tables } from '../../shared/content/tables.ts';
import { choicesOf, type ProjectTables } from '../fields/choices.ts';
import type { Choice } from '../fields/Segmented.tsx';
import type { Words } from '../words/en.ts';

export type GridColumn = {
  id: string;
  spec: Column;
  label: string;
  hint: string | undefined;
  width: number;
  /** Empty for columns that are typed. */
  choices: readonly Choice<string>[];
  many: boolean;
  isLabel: boolean;
};

const choiceKinds: ReadonlySet<FieldKind> = new Set(['yesNo', 'single', 'multiple', 'ref', 'refs']);

export const isChoice = (column: GridColumn): boolean => choiceKinds.has(column.spec.kind);

export const isNumeric = (column: GridColumn): boolean =>
  ['number', 'asn', 'vlan'].includes(column.spec.kind);

const widths: Partial<Record<FieldKind, number>> = {
  yesNo: 96,
  number: 124,
  date: 116,
  asn: 112,
  vlan: 84,
  prefix: 150,
  address: 150,
  host: 220,
};

export function gridColumns(
  table: string,
  words: Words,
  tableWords: TableWords | undefined,
  project: ProjectTables,
): GridColumn[] {
  if (!isTableId(table)) return [];
  const labelColumn: string = tables[table].label;
  return Object.entries(columnsOf(table)).map(([id, spec]) => {
    const own = tableWords?.columns[id];
    const name = own?.label ?? id;
    const label = spec.unit === undefined ? name : words.grid.withUnit(name, spec.unit);
    return {
      id,
      spec,
      label,
      hint: own?.hint,
      width: Math.max(id === labelColumn ? 180 : (widths[spec.kind] ?? 160), widthOfHead(label)),
      choices: choiceKinds.has(spec.kind)
        ? choicesOf(spec, { words, optionWords: own?.options, tables: project })
        : [],
      many: spec.kind === 'multiple' || spec.kind === 'refs',
      isLabel: id === labelColumn,
    };
  });
}

/** A table with so many columns is better read across the whole page. */
const manyColumns = 6;

export const isWideTable = (table: string): boolean =>
  isTableId(table) && Object.keys(columnsOf(table)).length >= manyColumns;

/** So that no heading needs more than two lines. */
function widthOfHead(label: string): number {
  return 32 + Math.ceil(label.length * 3.9);
}

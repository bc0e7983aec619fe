/** Reads a row for rules: files and merges may bring anything into a cell, and rules see only what its column could hold. */
import type { FieldKind } from '../content/field.ts';
import type { Column } from '../content/tables.ts';
import type { Row } from '../project/answer.ts';

/** What a cell of each kind is in memory; a text where nothing else is said. */
const shapes: { readonly [Kind in FieldKind]?: 'list' | 'number' } = {
  multiple: 'list',
  prefixes: 'list',
  communities: 'list',
  hosts: 'list',
  refs: 'list',
  number: 'number',
  asn: 'number',
  vlan: 'number',
};

export function readRow(columns: Readonly<Record<string, Column>>, row: Row): { id: string } {
  const read: Record<string, unknown> & { id: string } = { id: row.id };
  // The columns lead, not the cells: what a file calls "__proto__" is never looked at.
  for (const name in columns) {
    const value = Object.hasOwn(row.cells, name) ? row.cells[name] : undefined;
    const shape = shapes[columns[name]?.kind ?? 'text'] ?? 'string';
    if (shape === 'list') {
      if (Array.isArray(value) && value.every((item) => typeof item === 'string')) read[name] = value;
    } else if (typeof value === shape) read[name] = value;
  }
  return read;
}

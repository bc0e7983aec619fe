/** Breaks the text of every part into lines and works out how large its box has to be. */
import { cut, type TextStyle, textStyles, wrap } from './text.ts';
import type { ColumnName, Part } from './topology.ts';

export type Measured = {
  part: Part;
  width: number;
  height: number;
  /** Baselines, from the top of the box. */
  lines: readonly { text: string; style: TextStyle; y: number }[];
  rows: readonly { id: string; name: string; text: string; top: number; height: number }[];
};

const widths: Readonly<Record<ColumnName, number>> = {
  sites: 124,
  hubs: 124,
  edges: 136,
  circuits: 130,
  locations: 112,
  microsoft: 30,
  services: 130,
};

const padding = { side: 8, top: 7, bottom: 8 };
const rowHeight = 18;
const leastHeight = 34;
const mostLines = { name: 2, detail: 2, list: 4 };

export function boxesOf(parts: readonly Part[]): Measured[] {
  return parts.map(boxOf);
}

function boxOf(part: Part): Measured {
  const width = widths[part.column];
  const room = width - 2 * padding.side;
  const lines: { text: string; style: TextStyle; y: number }[] = [];
  let y = padding.top;
  const add = (text: string, style: TextStyle, most: number) => {
    const { line, size } = textStyles[style];
    for (const piece of wrap(text, room, style, most)) {
      lines.push({ text: piece, style, y: Math.round(y + line / 2 + size * 0.36) });
      y += line;
    }
  };
  add(part.name, 'name', mostLines.name);
  for (const detail of part.details)
    add(detail, 'detail', part.kind === 'services' ? mostLines.list : mostLines.detail);
  y += padding.bottom;
  const rows = (part.rows ?? []).map((row, place) => ({
    ...row,
    text: cut(row.name, room, 'detail'),
    top: y - 2 + place * rowHeight,
    height: rowHeight,
  }));
  const height = rows.length > 0 ? y - 2 + rows.length * rowHeight : y;
  const spare = Math.max(0, leastHeight - height);
  for (const line of lines) line.y += Math.round(spare / 2);
  return { part, width, height: height + spare, lines, rows };
}

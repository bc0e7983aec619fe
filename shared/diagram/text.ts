/** Fits text into boxes: measures it, breaks it into lines, and ends it with an ellipsis where it does not fit. */
import { visibleText } from '../document/visible-text.ts';
import { letterWidth, type Weight } from './widths.ts';

export type TextStyle = 'zone' | 'name' | 'detail' | 'legend';

export const textStyles: Readonly<Record<TextStyle, { size: number; weight: Weight; line: number }>> = {
  zone: { size: 12, weight: 600, line: 16 },
  name: { size: 13, weight: 600, line: 16 },
  detail: { size: 12, weight: 400, line: 15 },
  legend: { size: 12, weight: 400, line: 15 },
};

const ellipsis = '…';
/** More than any box holds: what comes after need not be looked at. */
const mostLooked = 400;

/** What people typed as one line of text that any file can hold. */
export function oneLine(text: string): string {
  return visibleText(text.slice(0, mostLooked)).replace(/\s+/g, ' ').trim();
}

export function widthOf(text: string, style: TextStyle): number {
  const { size, weight } = textStyles[style];
  let thousandths = 0;
  for (const letter of text) thousandths += letterWidth(letter.codePointAt(0) ?? 0, weight);
  return (thousandths * size) / 1000;
}

const letters = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** As much of a text as fits, in whole letters. */
function head(text: string, width: number, style: TextStyle): string {
  let taken = '';
  let used = 0;
  for (const { segment } of letters.segment(text)) {
    used += widthOf(segment, style);
    if (used > width) break;
    taken += segment;
  }
  return taken;
}

export function cut(text: string, width: number, style: TextStyle): string {
  if (widthOf(text, style) <= width) return text;
  return `${head(text, width - widthOf(ellipsis, style), style).trimEnd()}${ellipsis}`;
}

/** Lines broken at spaces; a word wider than a line at its hyphen, else inside. The last line says when something is missing. */
export function wrap(text: string, width: number, style: TextStyle, mostLines: number): string[] {
  const lines: string[] = [];
  let rest = text;
  while (rest !== '' && lines.length < mostLines - 1 && widthOf(rest, style) > width) {
    const most = head(rest, width, style);
    if (most === '') break;
    const space = rest[most.length] === ' ' ? most.length : most.lastIndexOf(' ');
    const end = space > 0 ? space : most.lastIndexOf('-') + 1;
    const taken = end > 0 ? rest.slice(0, end) : most;
    lines.push(taken.trimEnd());
    rest = rest.slice(taken.length).trimStart();
  }
  if (rest !== '') lines.push(cut(rest, width, style));
  return lines;
}

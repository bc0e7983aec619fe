/** How names and values are set that share a line or stand beside each other, alike in every format. */
import type { Pair, Text } from './blocks.ts';
import { joined, plain, textOf } from './runs.ts';

/** A name before its value in one line: a question ends by itself, all else takes a colon. */
export function lead(name: Text): Text {
  return /[?!.:]$/.test(textOf(name)) ? name : joined(name, plain(':'));
}

const mostLettersBeside = 220;

/** What takes many lines in half the width is read more easily in the whole. */
export function needsWholeWidth({ name, value, note = [] }: Pair): boolean {
  return textOf(joined(name, value, note)).length > mostLettersBeside;
}

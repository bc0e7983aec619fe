/** Makes runs of text, so that the parts of the plan read as sentences and not as object literals. */
import type { Run, Target, Text } from './blocks.ts';

export function plain(text: string): Text {
  return [{ text }];
}

export function strong(text: string): Text {
  return [{ text, style: 'strong' }];
}

export function muted(text: string): Text {
  return [{ text, style: 'muted' }];
}

export function link(text: string, target: Target): Text {
  return [{ text, target }];
}

/** The place that links to a question or finding lead to. */
export function anchored(text: string, anchor: Target): Text {
  return [{ text, anchor }];
}

export function joined(...texts: readonly Text[]): Text {
  return texts.flat();
}

/** Texts in a row, parted by the same words. */
export function listing(texts: readonly Text[], separator = ', '): Text {
  return texts.flatMap((text, index): readonly Run[] =>
    index === 0 ? text : [{ text: separator }, ...text],
  );
}

export function textOf(text: Text): string {
  return text.map((run) => run.text).join('');
}

export function toQuestion(id: string): Target {
  return { kind: 'question', id };
}

export function toFinding(id: string): Target {
  return { kind: 'finding', id };
}

export function toPart(id: string): Target {
  return { kind: 'part', id };
}

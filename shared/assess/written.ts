/** What a free text amounts to for a rule: words, an explicit "none", an honest "don't know yet", or nothing so far. */
import type { QuestionId } from '../content/content.ts';
import type { Reader } from './reader.ts';

const none = /^(?:none|no|nothing|nobody|n\/?a|-+|kein(?:er?)?|nichts|niemand)[.!]?$/i;

const longest = 160;

export type Written = { said: 'text'; text: string } | { said: 'none' } | { said: 'unknown' };

/** Undefined while the question is hidden, open or a draft; "not applicable" is a way to say that there is none. */
export function written(project: Reader, question: QuestionId): Written | undefined {
  const state = project.state(question);
  if (state === 'unknown') return { said: 'unknown' };
  if (state === 'notApplicable') return { said: 'none' };
  const text = project.text(question)?.trim();
  if (text === undefined) return undefined;
  return text === '' || none.test(text) ? { said: 'none' } : { said: 'text', text };
}

/** A person's own words inside a sentence: on one line, without its full stop, and cut where they are long. */
export function quoted(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim().replace(/\.$/, '');
  if (line.length <= longest) return line;
  // Between words, unless the last one is so long that little would be left.
  const cut = line.slice(0, longest - 1);
  const space = cut.lastIndexOf(' ');
  return `${(space > longest / 2 ? cut.slice(0, space) : cut).trimEnd()}…`;
}

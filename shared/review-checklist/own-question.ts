/** A question of a firm's own checklist as the editor and tables give it, and as it stands in a project. */
import { z } from 'zod';
import type { Json } from '../json.ts';
import { severities } from '../view.ts';
import { type ItemWords, itemKinds, longestOption, mostOptions } from './item.ts';

const Option = z.string().trim().min(1).max(longestOption);

export const OwnQuestion = z.strictObject({
  text: z.string().trim().min(1).max(2000),
  /** Why it matters. */
  description: z.string().trim().max(10_000),
  /** How grave it is when it is answered badly; null for a point that is only lost. */
  severity: z.enum(severities).nullable(),
  link: z.string().trim().max(2000),
  kind: z.enum(itemKinds),
  options: z.array(Option).max(mostOptions),
  /** Of the options, or of "yes" and "no": those that mean that something is wrong. */
  bad: z.array(Option).max(mostOptions),
});
export type OwnQuestion = z.infer<typeof OwnQuestion>;

/** What the file said beside it is kept. */
export function wordsOfQuestion(question: OwnQuestion, before: ItemWords = {}): { [key: string]: Json } {
  const { text, description, severity, link, kind, options, bad } = question;
  const words: { [key: string]: Json } = { ...before, text };
  const put = (key: string, value: Json, isGiven: boolean) => {
    if (isGiven) words[key] = value;
    else delete words[key];
  };
  put('description', description, description !== '');
  put('severity', severity, severity !== null);
  put('link', link, link !== '');
  put('kind', kind, kind !== 'status');
  put('options', [...new Set(options)], kind === 'choice');
  const choices = kind === 'yesNo' ? ['yes', 'no'] : options;
  const hasBad = kind === 'yesNo' || kind === 'choice';
  put(
    'bad',
    [...new Set(bad)].filter((one) => choices.includes(one)),
    hasBad,
  );
  return words;
}

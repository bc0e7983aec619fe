/** A question of a firm's own checklist as the editor and tables give it, and as it stands in a project. */
import { z } from 'zod';
import { equalJson, type Json } from '../json.ts';
import { severities } from '../view.ts';
import type { ReviewItem } from './imported.ts';
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

/** A question that is there, as the editor and tables show it. */
export function questionOf(item: ReviewItem): OwnQuestion {
  const { text, description, grade: severity, link, kind, options, bad } = item;
  return { text, description, severity, link: link ?? '', kind, options, bad };
}

/** What it was before: as it stands in the project, and as it was shown. */
export type QuestionBefore = { words: ItemWords; shown: OwnQuestion };

/** What was not changed stays as the file said it, also in words of its own; and so does what it said beside the question. */
export function wordsOfQuestion(question: OwnQuestion, before?: QuestionBefore): { [key: string]: Json } {
  const words: { [key: string]: Json } = { ...before?.words };
  const isChanged = (...keys: (keyof OwnQuestion)[]) =>
    !before || keys.some((key) => !equalJson(trimmed(question[key]), trimmed(before.shown[key])));
  const put = (key: string, value: Json, isGiven: boolean) => {
    if (isGiven) words[key] = value;
    else delete words[key];
  };
  const { text, description, severity, link, kind, options, bad } = question;
  if (isChanged('text')) words.text = text;
  if (isChanged('description')) put('description', description, description !== '');
  if (isChanged('severity')) put('severity', severity, severity !== null);
  if (isChanged('link')) put('link', link, link !== '');
  if (!isChanged('kind', 'options', 'bad')) return words;
  const choices = kind === 'yesNo' ? ['yes', 'no'] : [...new Set(options)];
  const hasChoices = kind === 'yesNo' || kind === 'choice';
  put('kind', kind, kind !== 'status');
  put('options', choices, kind === 'choice');
  put(
    'bad',
    choices.filter((one) => bad.includes(one)),
    hasChoices,
  );
  return words;
}

function trimmed(value: Json): Json {
  if (Array.isArray(value)) return value.map(trimmed);
  return typeof value === 'string' ? value.trim() : value;
}

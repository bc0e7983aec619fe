/** What was said to an item of an additional checklist, as documents write it. */
import type { ReviewItem } from '../review-checklist/imported.ts';
import type { ItemKind } from '../review-checklist/item.ts';
import type { DocumentWords } from './words/words.ts';

export function itemAnswer(words: DocumentWords, item: ReviewItem): string {
  const { kind, status, said } = item;
  const isPlain = kind === 'status' || said === '' || status === 'notRequired' || status === 'notApplicable';
  return isPlain ? itemStatus(words, status) : saidText(words, kind, said);
}

export function itemStatus(words: DocumentWords, status: string): string {
  const names: Readonly<Record<string, string>> = words.reviewChecklist.part.statuses;
  return Object.hasOwn(names, status) ? (names[status] ?? status) : status;
}

/** The kind is not known of an item that is gone. */
export function saidText(words: DocumentWords, kind: ItemKind | undefined, said: string): string {
  const isYesNo = (kind === 'yesNo' || kind === undefined) && (said === 'yes' || said === 'no');
  return isYesNo ? words.values[said] : said;
}

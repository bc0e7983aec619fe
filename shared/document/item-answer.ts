/** What was said to an item of an additional checklist, as documents write it. */
import type { ReviewItem } from '../review-checklist/imported.ts';
import { statusNames } from '../review-checklist/names.ts';
import type { DocumentWords } from './words/words.ts';

export function itemAnswer(words: DocumentWords, item: ReviewItem): string {
  const { kind, status, said } = item;
  const isPlain = kind === 'status' || said === '' || status === 'notRequired' || status === 'notApplicable';
  if (isPlain) return statusNames[status];
  return kind === 'yesNo' && (said === 'yes' || said === 'no') ? words.values[said] : said;
}

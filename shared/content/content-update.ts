/**
 * What newer content means for an older project: confirmations say how the question was put then, so that one that is put
 * differently now is confirmed again, and questions that came since are told from those that were left open.
 */
import { fingerprintOf } from '../fingerprint.ts';
import { canonicalJson, type Json } from '../json.ts';
import type { Review } from '../project/paths.ts';
import type { ProjectState } from '../project/state.ts';
import type { ContentUpdate } from '../view.ts';
import { content as builtIn, type Content } from './content.ts';
import { wordsOf } from './words.ts';

const known = new WeakMap<Content, Map<string, string>>();

/** A fingerprint of what is asked, and in which words. */
export function wordingOf(content: Content, id: string): string | undefined {
  const question = content.questions.get(id);
  if (!question) return undefined;
  const ofContent = known.get(content) ?? new Map<string, string>();
  known.set(content, ofContent);
  let wording = ofContent.get(id);
  if (wording === undefined) {
    const { kind, options = null, optionsFrom = null, table = null, unit = null } = question;
    const prompt = wordsOf('en').questions[id]?.prompt ?? '';
    wording = fingerprintOf(canonicalJson([prompt, kind, options, optionsFrom, table, unit] as Json));
    ofContent.set(id, wording);
  }
  return wording;
}

/** What a confirmation remembers of the question. */
export function wordingNow(id: string): Pick<Review, 'content' | 'wording'> {
  const wording = wordingOf(builtIn, id);
  return { content: builtIn.version, ...(wording === undefined ? {} : { wording }) };
}

export function isReworded(content: Content, id: string, review: Review): boolean {
  const now = wordingOf(content, id);
  return now !== undefined && review.wording !== undefined && review.wording !== now;
}

/** The confirmations that still hold: of questions that are put as they were then, or no longer at all. */
export function standingReviews(
  reviews: Readonly<Record<string, Review>>,
  content: Content,
): Record<string, Review> {
  return Object.fromEntries(
    Object.entries(reviews).filter(([id, review]) => !isReworded(content, id, review)),
  );
}

export function contentUpdateOf(
  project: Pick<ProjectState, 'answers' | 'notes' | 'tables' | 'reviews' | 'milestones'>,
  content: Content,
  visible: readonly string[],
): ContentUpdate {
  const { answers, notes, tables, reviews, milestones } = project;
  const worked = [
    ...Object.values(reviews).flatMap((review) => review.content ?? []),
    ...Object.values(milestones).map(({ contentVersion }) => contentVersion),
  ].sort();
  const [oldest] = worked;
  const isOpen = (id: string) => {
    const table = content.questions.get(id)?.table;
    return !Object.hasOwn(answers, id) && (table === undefined || !Object.hasOwn(tables, table));
  };
  return {
    added: visible.filter((id) => {
      const since = content.questions.get(id)?.since;
      return since !== undefined && oldest !== undefined && oldest < since && isOpen(id);
    }),
    reworded: Object.fromEntries(
      Object.entries(reviews).filter(([id, review]) => isReworded(content, id, review)),
    ),
    retired: [...new Set([...Object.keys(answers), ...Object.keys(notes)])]
      .filter((id) => !content.questions.has(id))
      .sort(),
  };
}

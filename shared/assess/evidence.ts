/** How long a proof counts: from the day it was taken, as many days as it says, and what has run out. */
import type { QuestionId } from '../content/content.ts';
import type { Attachment } from '../project/paths.ts';
import type { ProjectState } from '../project/state.ts';
import { addDays } from './days.ts';

/** A convention of ours, for proofs that say nothing else. */
export const usualShelfDays = 90;

const longerShelf: Readonly<Partial<Record<QuestionId, number>>> = {
  'golive.tests.failover': 180,
  'golive.tests.failover-date': 180,
};

/** The days that a new proof of this question counts, unless somebody says otherwise. */
export function shelfDaysFor(question: string | undefined): number {
  return longerShelf[question as QuestionId] ?? usualShelfDays;
}

/** The last day on which the proof counts; undefined where nobody knows when it was taken. */
export function lastDayOf(attachment: Pick<Attachment, 'taken' | 'shelfDays'>): string | undefined {
  return attachment.taken === undefined
    ? undefined
    : addDays(attachment.taken, attachment.shelfDays ?? usualShelfDays);
}

/** `proof` is the attachment's id. */
export type ExpiredProof = { question: string; proof: string; name: string; lastDay: string };

/** What proves the question, when all of it has run out; of several proofs the one that counted longest. */
export function expiredProof(
  { proofs, attachments }: Pick<ProjectState, 'proofs' | 'attachments'>,
  question: string,
  today: string,
): ExpiredProof | undefined {
  let latest: ExpiredProof | undefined;
  for (const id of Object.hasOwn(proofs, question) ? (proofs[question] ?? []) : []) {
    const attachment = Object.hasOwn(attachments, id) ? attachments[id] : undefined;
    if (!attachment) continue;
    const lastDay = lastDayOf(attachment);
    if (lastDay === undefined || lastDay >= today) return undefined;
    if (!latest || lastDay > latest.lastDay) latest = { question, proof: id, name: attachment.name, lastDay };
  }
  return latest;
}

/** One item of a checklist beside the built-in ones: what it asks for, how grave it is, and how far it is. */
import { fingerprintOf } from '../fingerprint.ts';
import { canonicalJson, type Json } from '../json.ts';
import type { ReviewStatus } from '../project/paths.ts';
import { type Severity, severities } from '../view.ts';
import { folded, type ReviewSeverity } from './names.ts';

/** Looked at and given a status, as in review checklists; or a question with an answer of its own. */
export const itemKinds = ['status', 'yesNo', 'choice', 'text'] as const;
export type ItemKind = (typeof itemKinds)[number];

export type ItemWords = { readonly [key: string]: Json };

export const mostOptions = 50;
export const longestOption = 200;

/** What answers it, and which answers of a choice mean that something is wrong. */
type ItemAsks = { kind: ItemKind; options: string[]; bad: string[] };

export function asksOf(words: ItemWords): ItemAsks {
  const kind = itemKinds.find((one) => one === words.kind) ?? 'status';
  if (kind === 'yesNo') {
    const bad = Array.isArray(words.bad) ? textsOf(words.bad) : ['no'];
    return { kind, options: ['yes', 'no'], bad: ['yes', 'no'].filter((option) => bad.includes(option)) };
  }
  if (kind !== 'choice') return { kind, options: [], bad: [] };
  const options = textsOf(words.options).slice(0, mostOptions);
  return { kind, options, bad: textsOf(words.bad).filter((option) => options.includes(option)) };
}

function textsOf(value: Json | undefined): string[] {
  return Array.isArray(value)
    ? [...new Set(value.filter((one) => typeof one === 'string' && one !== ''))].map(String)
    : [];
}

/** What is said beside the item stands for it: "not applicable", "not required"; else its answer tells. */
export function statusOfItem(
  words: ItemWords,
  status: ReviewStatus | undefined,
  said: string | undefined,
): ReviewStatus {
  if (status !== undefined) return status;
  if (said === undefined) return 'notVerified';
  const { kind, options, bad } = asksOf(words);
  if (kind === 'text') return said.trim() === '' ? 'notVerified' : 'fulfilled';
  if (!options.includes(said)) return 'notVerified';
  return bad.includes(said) ? 'open' : 'fulfilled';
}

/** What changes when the question is put differently: another section, severity or reason is still the same question. */
export function wordingOfItem(words: ItemWords): string {
  let wording = wordings.get(words);
  if (wording === undefined) {
    const { text = null, kind = null, options = null, bad = null } = words;
    wording = fingerprintOf(canonicalJson([text, kind, options, bad]));
    wordings.set(words, wording);
  }
  return wording;
}

/** Words are never changed, only replaced; and every answer asks for all of them again. */
const wordings = new WeakMap<ItemWords, string>();

const gradeOf: Readonly<Record<ReviewSeverity, Severity>> = { high: 'gate', medium: 'risk', low: 'advice' };

/** Our own names for severities beside those of the file: high keeps a go-live waiting, but proves nothing impossible. */
export function severityOfItem(
  words: ItemWords,
  names: ReadonlyMap<string, ReviewSeverity>,
): Severity | undefined {
  const name = folded(typeof words.severity === 'string' ? words.severity : '');
  const own = severities.find((one) => one === name);
  const given = names.get(name);
  return own ?? (given && gradeOf[given]);
}

const prefix = 'item:';

/** What stands for an item where questions are named: in findings, and where points are lost. */
export function itemQuestion(checklist: string, item: string): string {
  return `${prefix}${checklist}:${item}`;
}

export function placeOfQuestion(question: string): { checklist: string; item: string } | undefined {
  if (!question.startsWith(prefix)) return undefined;
  const colon = question.indexOf(':', prefix.length);
  if (colon < 0) return undefined;
  return { checklist: question.slice(prefix.length, colon), item: question.slice(colon + 1) };
}

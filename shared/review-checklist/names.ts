/** What files call statuses and severities, in the languages the published checklists are in, and how we write them. */
import type { Json } from '../json.ts';
import type { ReviewStatus } from '../project/paths.ts';

export const statusNames: Readonly<Record<ReviewStatus, string>> = {
  notVerified: 'Not verified',
  open: 'Open',
  fulfilled: 'Fulfilled',
  notRequired: 'Not required',
  notApplicable: 'N/A',
};

export const reviewSeverities = ['high', 'medium', 'low'] as const;
export type ReviewSeverity = (typeof reviewSeverities)[number];

export const severityNames: Readonly<Record<ReviewSeverity, string>> = {
  high: 'High',
  medium: 'Medium',
  low: 'Low',
};

/** "N/A" as the translated files have it: the one status that is not told by its place in their list. */
const notApplicableNames = new Set(['n/a', 'na', '不適用', '該当なし', '해당 없음', '해당 사항 없음']);

/** All keys of a file beside its items. */
type Whole = { readonly [key: string]: Json };

/** The file's own name for each status: by name where it is English, else by the order that all published files share. */
export function statusesOf(whole: Whole): Map<string, ReviewStatus> {
  const known = new Map<string, ReviewStatus>();
  const names = namesIn(whole.status);
  const [first, second, third, ...rest] = names;
  if (names.length === 4 || names.length === 5) {
    if (first !== undefined) known.set(first, 'notVerified');
    if (second !== undefined) known.set(second, 'open');
    if (third !== undefined) known.set(third, 'fulfilled');
    for (const name of rest) known.set(name, notApplicableNames.has(name) ? 'notApplicable' : 'notRequired');
  }
  for (const [status, name] of Object.entries(statusNames)) known.set(folded(name), status as ReviewStatus);
  known.set('na', 'notApplicable');
  return known;
}

/** How this file writes a status: the name that its own list has for it, else the English one. */
export function statusNameIn(whole: Whole, status: ReviewStatus): string {
  const known = statusesOf(whole);
  const own = texts(whole.status).find((name) => known.get(folded(name)) === status);
  return own ?? statusNames[status];
}

export function severitiesOf(whole: Whole): Map<string, ReviewSeverity> {
  const known = new Map<string, ReviewSeverity>();
  const names = namesIn(whole.severities);
  if (names.length === 3)
    for (const [index, severity] of reviewSeverities.entries()) known.set(names[index] ?? '', severity);
  for (const [severity, name] of Object.entries(severityNames))
    known.set(folded(name), severity as ReviewSeverity);
  return known;
}

export function folded(name: string): string {
  return name.trim().toLowerCase();
}

function namesIn(list: Json | undefined): string[] {
  return texts(list).map(folded);
}

function texts(list: Json | undefined): string[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((item) => {
    const name = item !== null && typeof item === 'object' && !Array.isArray(item) ? item.name : item;
    return typeof name === 'string' ? [name] : [];
  });
}

/**
 * Two copies of one project: what one brings to the other, what they disagree about, and how that is settled. Merging
 * itself is nothing but putting the changes together. A table's row is one path, so two copies that changed different
 * cells of it disagree; putting both together is then one of the choices.
 */
import { z } from 'zod';
import { equalJson } from '../json.ts';
import type { Disagreement } from '../view.ts';
import { type Change, headsAmong, type Link } from './change.ts';
import { combineSides, commonBase, hasParts } from './combine.ts';

/** What a copy brings that the other does not have yet. */
export const Arrivals = z.strictObject({
  changes: z.number(),
  /** How many places they touch, by what stands there. */
  places: z.strictObject({
    answers: z.number(),
    notes: z.number(),
    rows: z.number(),
    others: z.number(),
  }),
  /** Places about which the copies will disagree, and do not yet. */
  conflicts: z.number(),
  /** Who made the changes, and between which moments by their own clocks; who made most comes first. */
  people: z.array(
    z.strictObject({ author: z.string(), changes: z.number(), first: z.number(), last: z.number() }),
  ),
});
export type Arrivals = z.infer<typeof Arrivals>;

/** `headsOf` gives what stands at a path now: one change, or several where copies disagree already. */
export function arrivalsOf(
  changes: readonly Change[],
  known: ReadonlySet<string>,
  headsOf: (path: string) => readonly Change[],
): Arrivals {
  const fresh = changes.filter((change) => !known.has(change.id));
  const byPath = grouped(fresh, 'path');
  const places = { answers: 0, notes: 0, rows: 0, others: 0 };
  let conflicts = 0;
  for (const [path, added] of byPath) {
    places[placeOf(path)] += 1;
    const heads = headsOf(path);
    if (areAtOdds(headsAmong([...heads, ...added])) && !areAtOdds(heads)) conflicts += 1;
  }
  return { changes: fresh.length, places, conflicts, people: peopleOf(fresh) };
}

function placeOf(path: string): keyof Arrivals['places'] {
  if (path.startsWith('answer/')) return 'answers';
  if (path.startsWith('note/')) return 'notes';
  return path.startsWith('row/') ? 'rows' : 'others';
}

function peopleOf(changes: readonly Change[]): Arrivals['people'] {
  return [...grouped(changes, 'author')]
    .map(([author, made]) => ({
      author,
      changes: made.length,
      first: made.reduce((least, { at }) => Math.min(least, at), Number.POSITIVE_INFINITY),
      last: made.reduce((most, { at }) => Math.max(most, at), 0),
    }))
    .sort((left, right) => right.changes - left.changes || (left.author < right.author ? -1 : 1));
}

function grouped(changes: readonly Change[], by: 'path' | 'author'): Map<string, Change[]> {
  const groups = new Map<string, Change[]>();
  for (const change of changes) {
    const group = groups.get(change[by]);
    if (group) group.push(change);
    else groups.set(change[by], [change]);
  }
  return groups;
}

/** Sides that say the same do not disagree. */
function areAtOdds(heads: readonly Change[]): boolean {
  return heads.some((head) => !equalJson(head.after, heads[0]?.after));
}

/** The heads of one path as sides of a disagreement; undefined when they all say the same. `links` is all of the path. */
export function disagreementAt(
  path: string,
  heads: readonly Change[],
  links: () => readonly Link[],
  changeOf: (id: string) => Change | undefined,
  isHere: (change: Change) => boolean,
): Disagreement | undefined {
  if (!areAtOdds(heads)) return undefined;
  const sides = heads.map((head) => ({
    change: head.id,
    value: head.after,
    author: head.author,
    at: head.at,
    here: isHere(head),
  }));
  if (!hasParts(path)) return { path, sides };
  const base = changeOf(commonBase(heads, links()) ?? '')?.after ?? null;
  const values = heads.map((head) => head.after);
  const combined = combineSides(path, base, values);
  return combined === undefined ? { path, sides } : { path, sides, combined };
}

/** All that a log leaves open, by path. */
export function disagreementsAmong(
  changes: readonly Change[],
  isHere: (change: Change) => boolean,
): Disagreement[] {
  return [...grouped(changes, 'path')]
    .map(([path, made]) => {
      const changeOf = (id: string) => made.find((change) => change.id === id);
      return disagreementAt(path, headsAmong(made), () => made, changeOf, isHere);
    })
    .filter((disagreement) => disagreement !== undefined)
    .sort((left, right) => (left.path < right.path ? -1 : 1));
}

export type Side = Disagreement['sides'][number];
/** Which side shall stand at a path: the change that put it there, or all of them together. */
export type Choice = { path: string; change: string };
export const allSides = 'all';

/**
 * Settles every disagreement that has a wanted side by that side, the one written last where there are several; the
 * others are left for a person.
 */
export function chooseSides(
  disagreements: readonly Disagreement[],
  isWanted: (side: Side) => boolean,
): Choice[] {
  return disagreements.flatMap(({ path, sides }) => {
    const latest = sides
      .filter(isWanted)
      .reduce<Side | undefined>((last, side) => (last && last.at > side.at ? last : side), undefined);
    return latest ? [{ path, change: latest.change }] : [];
  });
}

/** Settles what can be settled with nothing of any side lost. */
export function chooseAll(disagreements: readonly Disagreement[]): Choice[] {
  return disagreements
    .filter(({ combined }) => combined !== undefined)
    .map(({ path }) => ({ path, change: allSides }));
}

/** Both sets of changes as one; a change is known by its id. */
export function unite(...copies: readonly (readonly Change[])[]): Change[] {
  const changes = new Map<string, Change>();
  for (const copy of copies) for (const change of copy) changes.set(change.id, change);
  return [...changes.values()];
}

/** What a project is called, by its changes alone. */
export function nameAmong(changes: readonly Change[]): string {
  const name = headsAmong(changes.filter((change) => change.path === 'project/name')).at(-1)?.after;
  return typeof name === 'string' ? name : '';
}

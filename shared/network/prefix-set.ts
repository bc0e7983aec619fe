/** Treats lists of prefixes as sets of addresses: union, intersection, difference, coverage and overlaps. */
import {
  comparePrefixes,
  containsPrefix,
  countAddresses,
  getParent,
  halvePrefix,
  type Prefix,
  prefixesEqual,
} from './prefix.ts';

/** A prefix of one list and a prefix of the other that share addresses. */
export interface PrefixOverlap<Left extends Prefix = Prefix, Right extends Prefix = Prefix> {
  readonly left: Left;
  readonly right: Right;
}

/**
 * Writes a list as the shortest sorted list of the same addresses: duplicates and nested prefixes go,
 * neighbours merge. Two lists hold the same addresses exactly when their normal forms are equal.
 */
export function normalisePrefixes(prefixes: Iterable<Prefix>): Prefix[] {
  const merged: Prefix[] = [];
  for (const prefix of [...prefixes].sort(comparePrefixes)) appendMerging(merged, prefix);
  return merged;
}

/** The addresses in either list, in normal form. */
export function unitePrefixes(left: Iterable<Prefix>, right: Iterable<Prefix>): Prefix[] {
  return normalisePrefixes([...left, ...right]);
}

/** The addresses in both lists, in normal form. */
export function intersectPrefixes(left: Iterable<Prefix>, right: Iterable<Prefix>): Prefix[] {
  const lefts = normalisePrefixes(left);
  const rights = normalisePrefixes(right);
  const shared: Prefix[] = [];
  let rightIndex = 0;
  for (const one of lefts) {
    for (let other = rights[rightIndex]; other !== undefined; other = rights[rightIndex]) {
      if (containsPrefix(other, one)) {
        appendMerging(shared, one);
        break;
      }
      if (containsPrefix(one, other)) appendMerging(shared, other);
      else if (comparePrefixes(one, other) < 0) break;
      rightIndex += 1;
    }
  }
  return shared;
}

/** The addresses of the first list that the second does not hold, in normal form. */
export function subtractPrefixes(from: Iterable<Prefix>, removed: Iterable<Prefix>): Prefix[] {
  const holes = normalisePrefixes(removed);
  const rest: Prefix[] = [];
  let holeIndex = 0;
  for (const prefix of normalisePrefixes(from)) {
    let hole = holes[holeIndex];
    while (hole !== undefined && comparePrefixes(hole, prefix) < 0 && !containsPrefix(hole, prefix)) {
      holeIndex += 1;
      hole = holes[holeIndex];
    }
    holeIndex = appendOutsideHoles(rest, prefix, holes, holeIndex);
  }
  return rest;
}

/** Tells whether every address of the inner list lies in the outer one, across neighbours if need be. */
export function containsAllPrefixes(outer: Iterable<Prefix>, inner: Iterable<Prefix>): boolean {
  return subtractPrefixes(inner, outer).length === 0;
}

/**
 * Finds every pair, one prefix of each list, that shares addresses, in one sweep over both lists. The pairs
 * hold the caller's own objects, so a prefix may carry where it came from.
 */
export function findOverlaps<Left extends Prefix, Right extends Prefix>(
  lefts: Iterable<Left>,
  rights: Iterable<Right>,
): PrefixOverlap<Left, Right>[] {
  const sortedLefts = [...lefts].sort(comparePrefixes);
  const sortedRights = [...rights].sort(comparePrefixes);
  const overlaps: PrefixOverlap<Left, Right>[] = [];
  // The prefixes around the place the sweep has reached, from the widest in.
  const openLefts: Left[] = [];
  const openRights: Right[] = [];
  let leftIndex = 0;
  let rightIndex = 0;
  for (;;) {
    const left = sortedLefts[leftIndex];
    const right = sortedRights[rightIndex];
    if (left !== undefined && (right === undefined || comparePrefixes(left, right) <= 0)) {
      closeBefore(openLefts, left);
      closeBefore(openRights, left);
      for (const open of openRights) overlaps.push({ left, right: open });
      openLefts.push(left);
      leftIndex += 1;
    } else if (right !== undefined) {
      closeBefore(openLefts, right);
      closeBefore(openRights, right);
      for (const open of openLefts) overlaps.push({ left: open, right });
      openRights.push(right);
      rightIndex += 1;
    } else {
      return overlaps;
    }
  }
}

/** Counts the distinct addresses of a list, per family: the two numbers have no meaning added up. */
export function countDistinctAddresses(prefixes: Iterable<Prefix>): { ipv4: bigint; ipv6: bigint } {
  const count = { ipv4: 0n, ipv6: 0n };
  for (const prefix of normalisePrefixes(prefixes)) {
    count[prefix.family === 4 ? 'ipv4' : 'ipv6'] += countAddresses(prefix);
  }
  return count;
}

/** Drops from the open prefixes those that end before the given one begins. */
function closeBefore(open: Prefix[], prefix: Prefix): void {
  for (let last = open.at(-1); last !== undefined && !containsPrefix(last, prefix); last = open.at(-1)) {
    open.pop();
  }
}

/** Appends to a list in normal form a prefix that does not sort before its end, keeping the normal form. */
function appendMerging(merged: Prefix[], prefix: Prefix): void {
  let last = merged.at(-1);
  if (last !== undefined && containsPrefix(last, prefix)) return;
  let added = prefix;
  while (last !== undefined && last.length === added.length) {
    const parent = getParent(last);
    if (parent === undefined || !containsPrefix(parent, added)) break;
    merged.pop();
    added = parent;
    last = merged.at(-1);
  }
  merged.push(added);
}

/**
 * Appends what is left of a prefix between the holes from the given one on, which are sorted and apart.
 * Returns the first hole that may still matter to what comes behind the prefix.
 */
function appendOutsideHoles(
  rest: Prefix[],
  prefix: Prefix,
  holes: readonly Prefix[],
  holeIndex: number,
): number {
  const hole = holes[holeIndex];
  if (hole === undefined) {
    appendMerging(rest, prefix);
    return holeIndex;
  }
  if (containsPrefix(hole, prefix)) return prefixesEqual(hole, prefix) ? holeIndex + 1 : holeIndex;
  const halves = containsPrefix(prefix, hole) ? halvePrefix(prefix) : undefined;
  if (halves === undefined) {
    appendMerging(rest, prefix);
    return holeIndex;
  }
  const afterLower = appendOutsideHoles(rest, halves[0], holes, holeIndex);
  return appendOutsideHoles(rest, halves[1], holes, afterLower);
}

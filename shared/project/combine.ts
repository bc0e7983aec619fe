/**
 * Puts together what several sides did to different parts of one thing: each other's cells of a row, owner and due day of an
 * action, the proofs that each of them added.
 */
import { equalJson, isObject, type Json, type JsonObject } from '../json.ts';
import { ownOf } from '../own-of.ts';
import type { Link } from './change.ts';
import { problemWith } from './paths.ts';

const ofFields = /^(?:row|action|decision|parking|workshop|milestone|attachment|item|section)\//;
const sets = /^proof\//;

/** Whether the parts of what stands there stand for themselves; those of an answer only mean something together. */
export function hasParts(path: string): boolean {
  return ofFields.test(path) || sets.test(path);
}

/** The value with every side's parts, given what all sides began with; undefined when two changed the same one. */
export function combineSides(path: string, base: Json, sides: readonly Json[]): Json | undefined {
  if (sets.test(path)) return combineSets(path, base, sides);
  const value = combineFields(base, sides);
  if (value === undefined || !isObject(value) || problemWith(path, value) !== undefined) return undefined;
  return hasCellTwice(value) ? undefined : value;
}

/** What each side added is there, and what one of them took away is not: of a set, no two of these can clash. */
function combineSets(path: string, base: Json, sides: readonly Json[]): Json | undefined {
  const asSet = (value: Json): Json[] => (Array.isArray(value) ? value : []);
  const start = asSet(base);
  const kept = start.filter((one) => sides.every((side) => asSet(side).includes(one)));
  const added = sides.flatMap(asSet).filter((one) => !start.includes(one));
  const all = [...new Set([...kept, ...added.sort()])];
  const value = all.length === 0 ? null : all;
  return problemWith(path, value) === undefined ? value : undefined;
}

/** The last change that all heads follow. */
export function commonBase(heads: readonly Link[], all: readonly Link[]): string | undefined {
  const byId = new Map(all.map((link) => [link.id, link]));
  const [first, ...others] = heads.map((head) => ancestorsOf(head, byId));
  const common = [...(first ?? [])].filter((id) => others.every((ancestors) => ancestors.has(id)));
  return common.sort((left, right) => (byId.get(left)?.clock ?? 0) - (byId.get(right)?.clock ?? 0)).at(-1);
}

function ancestorsOf(head: Link, byId: ReadonlyMap<string, Link>): Set<string> {
  const found = new Set<string>();
  const open = [...head.parents];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    open.push(...(byId.get(id)?.parents ?? []));
  }
  return found;
}

function combineFields(base: Json | undefined, sides: readonly (Json | undefined)[]): Json | undefined {
  if (![base, ...sides].every(isObject)) return undefined;
  const [start = {}, ...bags] = [base, ...sides] as JsonObject[];
  const result: JsonObject = Object.create(null);
  for (const key of new Set([...bags, start].flatMap((bag) => Object.keys(bag)))) {
    const before = ownOf(start, key);
    const changed = bags.map((bag) => ownOf(bag, key)).filter((value) => !equalJson(value, before));
    const [first, ...rest] = changed;
    const agrees = rest.every((value) => equalJson(value, first));
    const value = changed.length === 0 ? before : agrees ? first : combineFields(before ?? {}, changed);
    if (value !== undefined) result[key] = value;
    else if (changed.length > 0 && !agrees) return undefined;
  }
  return result;
}

/** A column whose cell one side filled while another left a draft there. */
function hasCellTwice({ cells, drafts }: JsonObject): boolean {
  return (
    isObject(cells) && isObject(drafts) && Object.keys(drafts).some((column) => Object.hasOwn(cells, column))
  );
}

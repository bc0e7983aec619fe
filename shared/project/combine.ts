/** Puts together what several sides did to different fields of one thing: each other's cells of a row, owner and due day of an action. */
import { equalJson, type Json } from '../json.ts';
import type { Link } from './change.ts';
import { problemWith } from './paths.ts';

/** Whether the fields of what stands there stand for themselves; those of an answer only mean something together. */
export function isOfFields(path: string): boolean {
  return /^(?:row|action|decision|workshop)\//.test(path);
}

/** The value with every side's fields, given what all sides began with; undefined when two changed the same field. */
export function combineSides(path: string, base: Json, sides: readonly Json[]): Json | undefined {
  const value = combineFields(base, sides);
  if (value === undefined || !isBag(value) || problemWith(path, value) !== undefined) return undefined;
  return hasCellTwice(value) ? undefined : value;
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

type Bag = { [key: string]: Json };

function combineFields(base: Json | undefined, sides: readonly (Json | undefined)[]): Json | undefined {
  if (![base, ...sides].every(isBag)) return undefined;
  const [start, ...bags] = [base, ...sides] as Bag[];
  const result: Bag = Object.create(null);
  for (const key of new Set([...bags, start ?? {}].flatMap((bag) => Object.keys(bag)))) {
    const before = own(start, key);
    const changed = bags.map((bag) => own(bag, key)).filter((value) => !equalJson(value, before));
    const [first, ...rest] = changed;
    const agrees = rest.every((value) => equalJson(value, first));
    const value = changed.length === 0 ? before : agrees ? first : combineFields(before ?? {}, changed);
    if (value !== undefined) result[key] = value;
    else if (changed.length > 0 && !agrees) return undefined;
  }
  return result;
}

/** A column whose cell one side filled while another left a draft there. */
function hasCellTwice({ cells, drafts }: Bag): boolean {
  return isBag(cells) && isBag(drafts) && Object.keys(drafts).some((column) => Object.hasOwn(cells, column));
}

function own(bag: Bag | undefined, key: string): Json | undefined {
  return bag && Object.hasOwn(bag, key) ? bag[key] : undefined;
}

function isBag(value: Json | undefined): value is Bag {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

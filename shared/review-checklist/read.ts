/**
 * Reads a review checklist (the JSON of Azure/review-checklists and of the spreadsheet and tools around it) as an
 * additional checklist of a project. Every key is kept as it came; what cannot be understood is refused with its place.
 */
import { fill } from '../content/words.ts';
import type { DocumentWords } from '../document/words/words.ts';
import { isNestedDeeperThan, isObject, type Json, type JsonObject } from '../json.ts';
import { placeOf } from '../project/file.ts';
import type { ImportedChecklist, ImportedItem, importRemarks } from '../project/paths.ts';
import { folded, statusesOf } from './names.ts';

export const mostItems = 20_000;
const deepestNesting = 30;
const longestComment = 100_000;

type RemarkKind = (typeof importRemarks)[number];

export type ReadChecklist =
  | { ok: true; head: Omit<ImportedChecklist, 'added'>; items: Map<string, ImportedItem> }
  | { ok: false; code: 'not-a-checklist' | 'too-large'; place: string; message: string };

export function readReviewChecklist(text: string, file: string, words: DocumentWords): ReadChecklist {
  const own = words.reviewChecklist;
  const refuse = (
    place: string,
    message: string,
    code: 'not-a-checklist' | 'too-large' = 'not-a-checklist',
  ) => ({ ok: false, code, place, message }) as const;
  let whole: Json;
  const body = text.startsWith('\ufeff') ? text.slice(1) : text;
  try {
    whole = JSON.parse(body) as Json;
  } catch (error) {
    return refuse(placeOf(body, error instanceof Error ? error.message : ''), own.notJson);
  }
  if (!isObject(whole)) return refuse('the document', own.notAChecklist);
  const { items } = whole;
  if (!Array.isArray(items)) return refuse('items', own.noItems);
  if (items.length === 0) return refuse('items', own.empty);
  if (items.length > mostItems) return refuse('items', fill(own.tooMany, { limit: mostItems }), 'too-large');
  const bad = items.findIndex((item) => !isObject(item));
  if (bad >= 0) return refuse(`items.${bad}`, own.noObject);
  if (isNestedDeeperThan(deepestNesting, whole)) return refuse('the document', own.tooDeep);
  const objects = items as JsonObject[];
  if (!objects.some((item) => textIn(item, 'text') ?? textIn(item, 'guid')))
    return refuse('items', own.notAChecklist);
  return { ok: true, ...collect(whole, objects, file, own) };
}

function collect(
  whole: JsonObject,
  objects: readonly JsonObject[],
  file: string,
  own: DocumentWords['reviewChecklist'],
) {
  const statuses = statusesOf(whole);
  const counts = new Map<RemarkKind, number>();
  const count = (kind: RemarkKind) => counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const items = new Map<string, ImportedItem>();
  for (const [order, words] of objects.entries()) {
    const given = textIn(words, 'status') ?? '';
    const status = given === '' ? 'notVerified' : statuses.get(folded(given));
    if (status === undefined) count('unknownStatus');
    const comment = [
      status === undefined ? fill(own.givenStatus, { status: given }) : '',
      textIn(words, commentKey(words)) ?? '',
    ]
      .filter((line) => line !== '')
      .join('\n')
      .slice(0, longestComment);
    items.set(itemId(words, order, items, count), { order, words, status: status ?? 'notVerified', comment });
  }
  const head = {
    name: nameOf(whole, file).slice(0, 300),
    file: file.slice(0, 300),
    items: objects.length,
    document: { ...whole, items: null },
    remarks: [...counts].map(([kind, number]) => ({ kind, count: number })),
  };
  return { head, items };
}

/** The item's own guid where it can stand in a path and is not taken; the file keeps whatever it says. */
function itemId(
  words: JsonObject,
  order: number,
  taken: ReadonlyMap<string, unknown>,
  count: (kind: RemarkKind) => void,
): string {
  const guid = textIn(words, 'guid') ?? '';
  const isUsable = /^[A-Za-z0-9][A-Za-z0-9._:-]{0,99}$/.test(guid);
  if (isUsable && !taken.has(guid)) return guid;
  count(isUsable ? 'doubledGuid' : 'missingGuid');
  let id = isUsable ? `${guid}.${order}` : `item.${order}`;
  while (taken.has(id)) id = `${id}.${order}`;
  return id;
}

function nameOf(whole: JsonObject, file: string): string {
  const named = isObject(whole.metadata) ? textIn(whole.metadata, 'name')?.trim() : undefined;
  return named || file.replace(/(\.checklist)?\.json$/i, '').trim() || 'checklist';
}

/** Saved files call it "comments", some tools "comment". */
export function commentKey(words: { readonly [key: string]: Json }): 'comment' | 'comments' {
  return !Object.hasOwn(words, 'comments') && Object.hasOwn(words, 'comment') ? 'comment' : 'comments';
}

export function textIn(object: { readonly [key: string]: Json }, key: string): string | undefined {
  const value = Object.hasOwn(object, key) ? object[key] : undefined;
  return typeof value === 'string' ? value : undefined;
}

/**
 * A firm's own checklist: written as a file, read from one, and put into a project as edits. Items are known by their ids, so
 * a newer file changes what is asked and keeps what was answered.
 */
import { fingerprintOf } from '../fingerprint.ts';
import { canonicalJson, isObject, type Json } from '../json.ts';
import type { Edit } from '../project/change.ts';
import { type ImportedItem, reviewStatuses } from '../project/paths.ts';
import type { ListState } from '../project/state.ts';
import { severities } from '../view.ts';
import type { ItemWords } from './item.ts';
import { itemsOf, type Lists, type Section, sectionsOf } from './lists.ts';
import { statusNames } from './names.ts';
import { type ReadChecklist, textIn } from './read.ts';

/** A whole list as a file or a table has it. */
export type OwnList = {
  /** Not known of a table. */
  id?: string;
  name: string;
  file: string;
  sections: Section[];
  items: { id: string; section: string; words: { [key: string]: Json } }[];
};

/** What an answer is, and not what is asked, stays out of a list that is handed on. */
const answerKeys = new Set(['status', 'comment', 'comments', 'category', 'guid']);

function wordsWithout(words: ItemWords): { [key: string]: Json } {
  return Object.fromEntries(Object.entries(words).filter(([key]) => !answerKeys.has(key)));
}

/** In the format of review checklists, so that their tools can read it too; ours is what they leave aside. */
export function writeOwnList(project: Lists, id: string, today: string): string | undefined {
  const head = Object.hasOwn(project.checklists, id) ? project.checklists[id] : undefined;
  if (!head?.own) return undefined;
  const list = project.lists[id];
  const sections = sectionsOf(head, list);
  const names = new Map(sections.map((section) => [section.id, section.name]));
  const file = {
    items: itemsOf(head, list).map(({ id: guid, words, section }) => ({
      category: names.get(section) ?? '',
      ...wordsWithout(words),
      guid,
    })),
    categories: sections.map(({ id: sectionId, name }) => ({ name, id: sectionId })),
    status: reviewStatuses.map((status) => ({ name: statusNames[status] })),
    severities: severities.map((name) => ({ name })),
    metadata: { name: head.name, timestamp: today, onramp: { checklist: id } },
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

type Read = Extract<ReadChecklist, { ok: true }>;

/** The list behind a file that `writeOwnList` wrote; undefined for any other review checklist. */
export function ownListIn({ head, items }: Pick<Read, 'head' | 'items'>): OwnList | undefined {
  const id = idIn(head.document);
  return id === undefined ? undefined : { id, ...listIn(head.name, head.file, head.document, items) };
}

function idIn({ metadata }: { [key: string]: Json }): string | undefined {
  const mark = isObject(metadata) ? metadata.onramp : undefined;
  const id = isObject(mark) ? textIn(mark, 'checklist') : undefined;
  return id !== undefined && /^[A-Za-z0-9][A-Za-z0-9-]{0,39}$/.test(id) ? id : undefined;
}

function listIn(
  name: string,
  file: string,
  { categories }: { [key: string]: Json },
  items: ReadonlyMap<string, ImportedItem>,
): Omit<OwnList, 'id'> {
  const sections: Section[] = [];
  for (const category of Array.isArray(categories) ? categories : []) {
    if (!isObject(category)) continue;
    addSection(sections, textIn(category, 'name') ?? '', textIn(category, 'id'));
  }
  const placed = [...items].map(([id, { words }]) => ({
    id,
    section: addSection(sections, textIn(words, 'category') ?? ''),
    words: wordsWithout(words),
  }));
  return { name, file, sections, items: placed };
}

/** The section of that name, added when there is none; of several of one name the first. */
export function addSection(sections: Section[], given: string, id?: string): string {
  const name = given.trim().slice(0, 300);
  if (name === '') return '';
  const known = sections.find((section) => section.name === name);
  if (known) return known.id;
  const usable = id !== undefined && /^[A-Za-z0-9][A-Za-z0-9._:-]{0,99}$/.test(id);
  const free = usable && !sections.some((section) => section.id === id);
  const section = { id: free ? id : fingerprintOf(`section ${name}`), name };
  sections.push(section);
  return section.id;
}

/** What has to change in a project so that it holds this list as it is now; nothing is said to what has been answered. */
export function editsForList(project: Lists, id: string, list: OwnList, now: number): Edit[] {
  const edits: Edit[] = [];
  const head = Object.hasOwn(project.checklists, id) ? project.checklists[id] : undefined;
  const before = head ? project.lists[id] : undefined;
  const put = (path: string, after: Json, stored: unknown) => {
    const old = stored === undefined ? null : (stored as Json);
    if (canonicalJson(after) !== canonicalJson(old)) edits.push({ path, after });
  };
  put(
    `checklist/${id}`,
    {
      name: list.name,
      file: head?.file ?? list.file,
      added: head?.added ?? now,
      own: true,
      document: head?.document ?? {},
      remarks: head?.remarks ?? [],
    },
    head,
  );
  const sectionOrder = keptOrders(
    list.sections.map(({ id: section }) => ({ id: section, order: before?.sections.get(section)?.order })),
  );
  for (const [at, section] of list.sections.entries()) {
    const value = { name: section.name, order: sectionOrder[at] ?? at };
    put(`section/${id}/${section.id}`, value, before?.sections.get(section.id));
  }
  for (const [at, item] of list.items.entries()) {
    const old = before?.items.get(item.id);
    const value = { status: 'notVerified', comment: '', order: at, ...old, words: item.words };
    put(`item/${id}/${item.id}`, value, old);
  }
  for (const section of new Set(list.items.map((item) => item.section))) {
    const inside = list.items.filter((item) => item.section === section);
    const places = inside.map((item) => before && placeIn(before, item.id));
    const orders = keptOrders(
      inside.map((item, at) => ({
        id: item.id,
        order: places[at]?.section === section ? places[at].order : undefined,
      })),
    );
    for (const [at, item] of inside.entries())
      put(`place/${id}/${item.id}`, { section, order: orders[at] ?? at }, places[at]);
  }
  return [...edits, ...removals(id, list, before)];
}

/** What was never placed stands where it was made, in no section. */
function placeIn({ places, items }: ListState, id: string): { section: string; order: number } | undefined {
  const item = items.get(id);
  return places.get(id) ?? (item && { section: '', order: item.order });
}

/** What is in order already stays as it is, so that nothing is written that another copy might write otherwise. */
function keptOrders(things: readonly { id: string; order: number | undefined }[]): (number | undefined)[] {
  const isInOrder = things.every(({ id, order }, at) => {
    const before = things[at - 1];
    if (order === undefined || !before) return order !== undefined;
    return before.order !== undefined && (before.order < order || (before.order === order && before.id < id));
  });
  return isInOrder ? things.map(({ order }) => order) : [];
}

function removals(id: string, list: OwnList, before: ListState | undefined): Edit[] {
  if (!before) return [];
  const [sections, items] = [list.sections, list.items].map((kept) => new Set(kept.map((one) => one.id)));
  const gone = (root: string, ids: Iterable<string>, kept: ReadonlySet<string> | undefined) =>
    [...ids].filter((one) => !kept?.has(one)).map((one) => ({ path: `${root}/${id}/${one}`, after: null }));
  return [...gone('section', before.sections.keys(), sections), ...gone('item', before.items.keys(), items)];
}

/** A review checklist becomes the firm's own: its categories get names that can be changed, its items places. */
export function editsToAdopt(project: Lists, id: string): Edit[] {
  const head = project.checklists[id];
  if (!head || head.own) return [];
  const sections: Section[] = [];
  const edits: Edit[] = [{ path: `checklist/${id}`, after: { ...head, own: true } as Json }];
  for (const [order, item] of itemsOf(head, project.lists[id]).entries()) {
    const section = addSection(sections, item.section);
    edits.push({ path: `place/${id}/${item.id}`, after: { section, order } });
  }
  for (const [order, { id: section, name }] of sections.entries())
    edits.push({ path: `section/${id}/${section}`, after: { name, order } });
  return edits;
}

/** Between its neighbours, or after the last one. */
export function orderBetween(before: number | undefined, after: number | undefined): number {
  if (before === undefined) return after === undefined ? 0 : after - 1;
  return after === undefined ? before + 1 : (before + after) / 2;
}

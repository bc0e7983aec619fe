/**
 * A newer file of a checklist that is in the project already: found by what both ask, and put into the project as edits that
 * change what is asked and keep what was answered.
 */
import { z } from 'zod';
import { equalJson, type Json } from '../json.ts';
import type { Edit } from '../project/change.ts';
import type { ImportedItem } from '../project/paths.ts';
import { type ReviewItem, showChecklist } from './imported.ts';
import { statusOfItem, wordingOfItem } from './item.ts';
import { itemsOf, type Lists, listIds } from './lists.ts';
import { folded } from './names.ts';
import { addSection, editsForList, type OwnList } from './own.ts';
import { type ReadChecklist, textIn } from './read.ts';

type Read = Extract<ReadChecklist, { ok: true }>;

/** What bringing a checklist up to date does to it, counted in questions. */
export const ListArrivals = z.strictObject({
  added: z.number().int(),
  reworded: z.number().int(),
  removed: z.number().int(),
  /** To which the file says something that was not said here. */
  answered: z.number().int(),
});
export type ListArrivals = z.infer<typeof ListArrivals>;

/** The list that the file asks much the same as; of several the one that has most in common with it. */
export function listLike(project: Lists, read: Pick<Read, 'items'>): string | undefined {
  let best: { id: string; common: number } | undefined;
  for (const id of listIds(project)) {
    const common = commonWith(project, id, read);
    if (common > (best?.common ?? 0)) best = { id, common };
  }
  return best?.id;
}

/** How many questions both ask; none where it is less than half of either. */
export function commonWith(project: Lists, id: string, { items }: Pick<Read, 'items'>): number {
  const stored = project.lists[id]?.items ?? new Map<string, ImportedItem>();
  const common = matched(items, stored).known.size;
  return common * 2 < Math.min(items.size, stored.size) ? 0 : common;
}

/**
 * Which stored item each of the file's is: by its guid, and where it has none by what it asks; its number in the file says
 * nothing, for one line more moves all below it.
 */
function matched(items: ReadonlyMap<string, ImportedItem>, stored: ReadonlyMap<string, ImportedItem>) {
  const hasGuid = ([id, { words }]: readonly [string, ImportedItem]) => textIn(words, 'guid') === id;
  const known = new Map<string, string>();
  for (const one of items) if (hasGuid(one) && stored.has(one[0])) known.set(one[0], one[0]);
  const free = new Map<string, string[]>();
  for (const one of stored) {
    const [id, item] = one;
    if (known.has(id) || hasGuid(one)) continue;
    const asked = askedBy(item);
    free.set(asked, [...(free.get(asked) ?? []), id]);
  }
  for (const one of items) {
    const id = hasGuid(one) ? undefined : free.get(askedBy(one[1]))?.shift();
    if (id !== undefined) known.set(one[0], id);
  }
  return { known, hasGuid };
}

function askedBy({ words }: ImportedItem): string {
  return folded(textIn(words, 'text') ?? textIn(words, 'description') ?? '');
}

/** The file's items under the ids they have in the project; what is new there gets one that nothing there has. */
function itemsAsKnown(items: Read['items'], stored: ReadonlyMap<string, ImportedItem>): Read['items'] {
  const { known, hasGuid } = matched(items, stored);
  const taken = new Set([...stored.keys(), ...known.values()]);
  const result = new Map<string, ImportedItem>();
  for (const one of items) {
    let id = known.get(one[0]) ?? one[0];
    if (!known.has(one[0]) && !hasGuid(one)) for (let at = 1; taken.has(id); at += 1) id = `${one[0]}.${at}`;
    taken.add(id);
    result.set(id, one[1]);
  }
  return result;
}

/** What was said to this place before, newest first; asked only where the file says something else than the project. */
type Earlier = (path: string) => readonly Json[];

export function editsToUpdate(
  project: Lists,
  id: string,
  { head: given, items: read }: Pick<Read, 'head' | 'items'>,
  earlier: Earlier,
): Edit[] {
  const head = project.checklists[id];
  const list = project.lists[id];
  const stored = list?.items ?? new Map<string, ImportedItem>();
  if (!head) return [];
  const items = itemsAsKnown(read, stored);
  const edits: Edit[] = [];
  const put = (path: string, after: unknown, before: unknown) => {
    if (!equalJson(after as Json, (before ?? null) as Json)) edits.push({ path, after: after as Json });
  };
  if (head.own) edits.push(...editsForList(project, id, ownListOf(project, id, items), head.added));
  else {
    for (const [item, value] of items) put(`item/${id}/${item}`, value, stored.get(item));
    for (const item of stored.keys()) if (!items.has(item)) put(`item/${id}/${item}`, null, stored.get(item));
  }
  for (const [item, { words, status, comment }] of items) {
    const before = stored.get(item);
    const place = `${id}/${item}`;
    const [said, noted] = [list?.statuses.get(item), list?.comments.get(item)];
    const stood = before ? statusOfItem(before.words, said, list?.said.get(item)) : 'notVerified';
    // What a file does not say, or said before, takes nothing back: published files know of no answers.
    const isNews = (root: string, there: string, was: string | undefined, here: string, none: string) =>
      there !== none && there !== was && there !== here && !earlier(`${root}/${place}`).includes(there);
    const comes = isNews('status', status, before?.status, stood, 'notVerified');
    if (comes) {
      put(`status/${place}`, status, said);
      put(`said/${place}`, null, list?.said.get(item));
    }
    if (isNews('comment', comment, before?.comment, noted ?? '', '')) put(`comment/${place}`, comment, noted);
    // Under which words it was answered is noted before they go.
    const wording = comes ? wordingOfItem(words) : before && wordingOfItem(before.words);
    const isReworded = before !== undefined && wordingOfItem(before.words) !== wordingOfItem(words);
    if (comes ? list?.wordings.has(item) : isReworded && stood !== 'notVerified' && !list?.wordings.has(item))
      put(`wording/${place}`, wording, list?.wordings.get(item));
  }
  const { file, items: count, document, remarks } = given;
  const fresh = { ...head, items: count, document, remarks } as Json;
  // The same under another name is still the same.
  const isNew = edits.length > 0 || !equalJson(fresh, head as Json);
  if (!head.own && isNew) put(`checklist/${id}`, { ...(fresh as object), file }, head);
  return edits;
}

/** The file's questions in their sections, and after them what the firm has added by itself: no file knows of that. */
function ownListOf(project: Lists, id: string, items: Read['items']): OwnList {
  const head = project.checklists[id];
  const sections: OwnList['sections'] = [];
  const placed = [...items].map(([item, { words }]) => ({
    id: item,
    section: addSection(sections, textIn(words, 'category') ?? ''),
    words: { ...words },
  }));
  const shown = showChecklist(project, id);
  const added = (head ? itemsOf(head, project.lists[id]) : []).filter(
    (one) => !items.has(one.id) && textIn(one.words, 'guid') === undefined,
  );
  for (const { id: item, section, words } of added) {
    const name = shown?.sections.find((one) => one.id === section)?.name ?? '';
    placed.push({ id: item, section: addSection(sections, name, section), words: { ...words } });
  }
  for (const section of shown?.sections ?? [])
    if (!shown?.items.some((item) => item.section === section.id))
      addSection(sections, section.name, section.id);
  return { id, name: head?.name ?? '', file: head?.file ?? '', sections, items: placed };
}

/** What is different between two states of a list, in what is asked and in what was said by the file. */
export function arrivalsOf(before: readonly ReviewItem[], after: readonly ReviewItem[]): ListArrivals {
  const old = new Map(before.map((item) => [item.id, item]));
  const kept = new Set(after.map((item) => item.id));
  const both = after.flatMap((item) => {
    const was = old.get(item.id);
    return was ? [[was, item] as const] : [];
  });
  return {
    added: after.length - both.length,
    reworded: both.filter(([was, item]) => was.text !== item.text || was.kind !== item.kind).length,
    removed: before.filter((item) => !kept.has(item.id)).length,
    answered: after.filter((item) => {
      const { status = 'notVerified', comment = '' } = old.get(item.id) ?? {};
      return item.status !== status || item.comment !== comment;
    }).length,
  };
}

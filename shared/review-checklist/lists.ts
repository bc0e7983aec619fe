/** The checklists beside the built-in ones as they stand in a project: each with its items in order, and how far they are. */
import type { ImportedChecklist, ImportedItem, ReviewStatus } from '../project/paths.ts';
import type { ListState, ProjectState } from '../project/state.ts';
import { type ItemWords, statusOfItem, wordingOfItem } from './item.ts';
import { textIn } from './read.ts';

export type ListItem = {
  id: string;
  item: ImportedItem;
  words: ItemWords;
  section: string;
  order: number;
  status: ReviewStatus;
  said: string;
  comment: string;
  /** Answered when it was put differently. */
  reworded: boolean;
};

export type Lists = Pick<ProjectState, 'checklists' | 'counts' | 'lists'>;

export function countsIn({ checklists, counts }: Omit<Lists, 'lists'>, id: string): boolean {
  const said = Object.hasOwn(counts, id) ? counts[id] : undefined;
  return said ?? (Object.hasOwn(checklists, id) && checklists[id]?.own === true);
}

/** The ids of all of them, those that came first at the front. */
export function listIds({ checklists }: Pick<Lists, 'checklists'>): string[] {
  return Object.entries(checklists)
    .sort(([leftId, left], [rightId, right]) => left.added - right.added || (leftId < rightId ? -1 : 1))
    .map(([id]) => id);
}

export type Section = { id: string; name: string };

/** A firm's own have named sections; in the others each category that is mentioned is one. */
export function sectionsOf(head: ImportedChecklist, list: ListState | undefined): Section[] {
  if (!head.own) {
    const names = new Set(
      [...(list?.items.values() ?? [])].map(({ words }) => textIn(words, 'category') ?? ''),
    );
    return [...names].map((name) => ({ id: name, name }));
  }
  return [...(list?.sections ?? [])]
    .sort(([leftId, left], [rightId, right]) => left.order - right.order || (leftId < rightId ? -1 : 1))
    .map(([id, { name }]) => ({ id, name }));
}

/** In the order in which they are shown and written: of a file as it came, else section by section. */
export function itemsOf(head: ImportedChecklist, list: ListState | undefined): ListItem[] {
  if (!list) return [];
  const sections = new Map(sectionsOf(head, list).map(({ id }, index) => [id, index]));
  const items = [...list.items].map(([id, item]): ListItem => {
    const place = head.own ? list.places.get(id) : undefined;
    const said = list.said.get(id);
    const status = statusOfItem(item.words, list.statuses.get(id), said);
    const wording = status === 'notVerified' ? undefined : list.wordings.get(id);
    return {
      id,
      item,
      words: item.words,
      section: head.own ? (place?.section ?? '') : (textIn(item.words, 'category') ?? ''),
      order: place?.order ?? item.order,
      status,
      said: said ?? '',
      comment: list.comments.get(id) ?? '',
      reworded: wording !== undefined && wording !== wordingOfItem(item.words),
    };
  });
  // What stands in a section that is gone comes last.
  const rank = ({ section }: ListItem) => (head.own ? (sections.get(section) ?? sections.size) : 0);
  return items.sort(
    (left, right) => rank(left) - rank(right) || left.order - right.order || (left.id < right.id ? -1 : 1),
  );
}

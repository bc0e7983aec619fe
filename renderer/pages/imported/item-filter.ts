/** Which items of an imported checklist are shown, and under which headings. */
import type { ReviewItem } from '../../../shared/review-checklist/imported.ts';
import type { ReviewSeverity } from '../../../shared/review-checklist/names.ts';
import type { Severity } from '../../../shared/view.ts';

export const everything = 'all';

export type ItemFilter = { text: string; status: string; severity: string; category: string };

/** As review checklists grade, else as we do; empty for none. */
export function severityOf({ severity, grade }: ReviewItem): ReviewSeverity | Severity | '' {
  return severity ?? grade ?? '';
}

export function filterItems(items: readonly ReviewItem[], filter: ItemFilter): ReviewItem[] {
  const sought = filter.text.trim().toLowerCase().split(/\s+/).filter(Boolean);
  return items.filter((item) => {
    if (filter.status !== everything && item.status !== filter.status) return false;
    if (filter.severity !== everything && severityOf(item) !== filter.severity) return false;
    if (filter.category !== everything && item.category !== filter.category) return false;
    if (sought.length === 0) return true;
    const { text, description, category, subcategory, comment, about } = item;
    const haystack = [text, description, category, subcategory, comment, ...about].join(' ').toLowerCase();
    return sought.every((word) => haystack.includes(word));
  });
}

export type ItemGroup = { category: string; count: number; items: ReviewItem[] };

/** By category in the order of the file, whole or up to a limit over all groups; each says how many it has. */
export function groupItems(items: readonly ReviewItem[], limit: number): ItemGroup[] {
  const groups = new Map<string, ItemGroup>();
  for (const item of items) {
    const group = groups.get(item.category) ?? { category: item.category, count: 0, items: [] };
    groups.set(item.category, group);
    group.count += 1;
    group.items.push(item);
  }
  let room = limit;
  const shown: ItemGroup[] = [];
  for (const group of groups.values()) {
    if (room <= 0) break;
    shown.push({ ...group, items: group.items.slice(0, room) });
    room -= group.items.length;
  }
  return shown;
}

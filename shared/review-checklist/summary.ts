/** How far the additional checklists of a project are: what every screen needs of them, without their items. */
import { type ReviewStatus, reviewStatuses } from '../project/paths.ts';
import type { ChecklistSummary } from '../view.ts';
import { statusOfItem, wordingOfItem } from './item.ts';
import { countsIn, type Lists, listIds } from './lists.ts';

export function summarizeChecklists(project: Lists): ChecklistSummary[] {
  return listIds(project).flatMap((id): ChecklistSummary[] => {
    const head = project.checklists[id];
    if (!head) return [];
    const list = project.lists[id];
    const statuses = Object.fromEntries(reviewStatuses.map((status) => [status, 0])) as Record<
      ReviewStatus,
      number
    >;
    let reworded = 0;
    for (const [item, { words }] of list?.items ?? []) {
      const status = statusOfItem(words, list?.statuses.get(item), list?.said.get(item));
      statuses[status] += 1;
      const wording = list?.wordings.get(item);
      if (status !== 'notVerified' && wording !== undefined && wording !== wordingOfItem(words))
        reworded += 1;
    }
    return [
      {
        id,
        name: head.name,
        own: head.own === true,
        counts: countsIn(project, id),
        items: list?.items.size ?? 0,
        statuses,
        reworded,
      },
    ];
  });
}

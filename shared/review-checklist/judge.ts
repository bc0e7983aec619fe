/** What follows from the additional checklists that count: a finding for each grave item that is open, and readiness. */
import { documentWordsOf } from '../document/words/words.ts';
import type { Assessment, ChecklistReadiness, Finding } from '../view.ts';
import { webAddress } from './imported.ts';
import { itemQuestion, severityOfItem } from './item.ts';
import { countsIn, itemsOf, type ListItem, type Lists, listIds } from './lists.ts';
import { severitiesOf } from './names.ts';
import { textIn } from './read.ts';

export type CountedList = { id: string; name: string; items: readonly ListItem[]; findings: Finding[] };

const longestTitle = 500;

/** The lists that count, and what was found in each. */
export function readCounted(project: Lists, language: 'en' | 'de'): CountedList[] {
  const { remedy } = documentWordsOf(language).reviewChecklist;
  return listIds(project).flatMap((id): CountedList[] => {
    const head = project.checklists[id];
    if (!head || !countsIn(project, id)) return [];
    const names = severitiesOf(head.document);
    const items = itemsOf(head, project.lists[id]);
    const findings = items.flatMap((item): Finding[] => {
      const severity = item.status === 'open' ? severityOfItem(item.words, names) : undefined;
      if (!severity) return [];
      const question = itemQuestion(id, item.id);
      const link = webAddress(textIn(item.words, 'link'));
      return [
        {
          id: question.slice(0, 150),
          rule: 'additional-checklist',
          severity,
          title: (textIn(item.words, 'text') || item.id).slice(0, longestTitle),
          why: textIn(item.words, 'description') ?? '',
          remedy: item.comment || remedy,
          from: [{ question }],
          facts: [],
          sources: [],
          ...(link === null ? {} : { link }),
        },
      ];
    });
    return [{ id, name: head.name, items, findings }];
  });
}

type Measured = {
  row: Omit<ChecklistReadiness, 'percent' | 'blockers' | 'gates'>;
  points: number;
  losses: Assessment['readiness']['losses'];
};

function isCounted({ status }: ListItem): boolean {
  return status !== 'notApplicable' && status !== 'notRequired';
}

export function countedItems({ id, items }: CountedList): string[] {
  return items.filter(isCounted).map((item) => itemQuestion(id, item.id));
}

/**
 * An item is worth one point, as a question is, and earns it when it is fulfilled, or open and its risk accepted; what was
 * answered when it was put differently earns what an answer without a confirmation does.
 */
export function measureList(
  { id, name, items }: CountedList,
  findings: readonly Finding[],
  worthOfConfirmation: number,
): Measured {
  const standing = new Map(findings.map((finding) => [finding.from[0]?.question, finding]));
  const row = { checklist: id, name, counted: 0, answered: 0, confirmed: 0, open: 0, stale: 0 };
  const losses: Measured['losses'] = [];
  let points = 0;
  for (const { id: item, status, reworded } of items.filter(isCounted)) {
    const question = itemQuestion(id, item);
    const finding = standing.get(question);
    row.counted += 1;
    if (status === 'fulfilled' || finding?.accepted) {
      row.answered += 1;
      points += reworded ? 1 - worthOfConfirmation : 1;
      if (reworded) losses.push({ question, reason: 'unconfirmed', points: worthOfConfirmation });
      else row.confirmed += 1;
      continue;
    }
    row.open += 1;
    const isBlocked = finding?.severity === 'blocker' || finding?.severity === 'gate';
    losses.push({ question, reason: isBlocked ? 'blocked' : 'open', points: 1 });
  }
  return { row, points, losses };
}

/** What stands at a path today, as the open project shows it: null where nothing does, undefined where that is not known here. */
import type { Json } from '../../../shared/json.ts';
import type { ReviewChecklist } from '../../../shared/review-checklist/imported.ts';
import type { ProjectView } from '../../../shared/view.ts';

const bags = {
  answer: 'answers',
  note: 'notes',
  review: 'reviews',
  proof: 'proofs',
  action: 'actions',
  decision: 'decisions',
  parking: 'parking',
  acceptance: 'acceptances',
  attachment: 'attachments',
  workshop: 'workshops',
} as const;

export function valueNow(
  view: ProjectView,
  lists: readonly ReviewChecklist[],
  path: string,
): Json | undefined {
  const [root = '', id = '', part = ''] = path.split('/');
  if (root === 'row') {
    const found = (view.tables[id] ?? []).find((one) => one.id === part);
    if (!found) return null;
    const { id: _id, ...value } = found;
    return value as unknown as Json;
  }
  if (root === 'project') return ((view as Record<string, unknown>)[id] ?? null) as Json;
  if (root === 'counts') return view.checklists.find((list) => list.id === id)?.counts ?? null;
  if (root === 'said' || root === 'status' || root === 'comment') {
    const item = lists.find((list) => list.id === id)?.items.find((one) => one.id === part);
    return item === undefined || item[root] === '' ? null : item[root];
  }
  if (!Object.hasOwn(bags, root)) return undefined;
  const bag = view[bags[root as keyof typeof bags]];
  return (Object.hasOwn(bag, id) ? (bag as Record<string, unknown>)[id] : null) as Json;
}

/** What stands at a path today, as the open project shows it; null where nothing does. */
import type { Json } from '../../../shared/json.ts';
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

export function valueNow(view: ProjectView, path: string): Json {
  const [root = '', id = '', row = ''] = path.split('/');
  if (root === 'row') {
    const found = (view.tables[id] ?? []).find((one) => one.id === row);
    if (!found) return null;
    const { id: _id, ...value } = found;
    return value as unknown as Json;
  }
  if (root === 'project') return ((view as Record<string, unknown>)[id] ?? null) as Json;
  const bag = Object.hasOwn(bags, root) ? view[bags[root as keyof typeof bags]] : {};
  return (Object.hasOwn(bag, id) ? (bag as Record<string, unknown>)[id] : null) as Json;
}

/** The question that stands behind a place of a project: of a row its table's, of an additional checklist's item its own. */
import { content } from '../content/content.ts';
import { listRoots } from '../project/state.ts';
import { itemQuestion } from '../review-checklist/item.ts';

export function questionOfPath(path: string): string | undefined {
  const [root = '', id = '', item] = path.split('/');
  if (root === 'row') return content.questionOfTable.get(id);
  if (listRoots.includes(root) && item !== undefined) return itemQuestion(id, item);
  return id;
}

/** What a checklist is called: by the words of the built-in ones, or by its own name in the project. */
import { wordsOf } from '../content/words.ts';
import type { ProjectView } from '../view.ts';

export function checklistTitle(
  { language, checklists }: Pick<ProjectView, 'language' | 'checklists'>,
  id: string,
  /** What it was called while it was there. */
  earlier?: string,
): string {
  const now = wordsOf(language).checklists[id]?.title ?? checklists.find((one) => one.id === id)?.name;
  return now ?? earlier ?? id;
}

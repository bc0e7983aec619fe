/** What the action is called that "don't know yet" opens, no longer than an action's title may be. */
import { longestActionTitle } from '../../../shared/project/paths.ts';
import type { Words } from '../../words/en.ts';

export function actionTitleFor(words: Words, prompt: string): string {
  return words.wizard.actionTitle(prompt).slice(0, longestActionTitle);
}

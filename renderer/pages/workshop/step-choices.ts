/** Goes along the choices of a question with the arrows up and down, also to those that have no number. */
import { choicesMark } from './choices-of-question.ts';

/** @returns whether there was a choice to go to; from the first one upwards it is back to the question. */
export function stepChoices(by: -1 | 1, toQuestion: () => void): boolean {
  const buttons = [...document.querySelectorAll<HTMLButtonElement>(`fieldset[${choicesMark}] button`)];
  if (buttons.length === 0) return false;
  const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
  const chosen = buttons.findIndex((button) => button.getAttribute('aria-pressed') === 'true');
  const next = at >= 0 ? at + by : by > 0 ? Math.max(chosen, 0) : buttons.length - 1;
  if (next < 0) toQuestion();
  else buttons[Math.min(next, buttons.length - 1)]?.focus();
  return true;
}

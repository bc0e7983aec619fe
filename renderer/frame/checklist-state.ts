/** How far a checklist is, as one colour and one short phrase: the rail, the overview and the landing page say it alike. */
import type { ChecklistReadiness } from '../../shared/view.ts';
import type { Words } from '../words/en.ts';

export function toneOf(progress: ChecklistReadiness): 'blocked' | 'done' | 'progress' {
  if (progress.blockers > 0) return 'blocked';
  return progress.open === 0 && progress.counted > 0 ? 'done' : 'progress';
}

/** The first thing that keeps it from being done. */
export function phraseOf(progress: ChecklistReadiness, words: Words): string | undefined {
  if (progress.counted === 0) return undefined;
  if (progress.blockers > 0) return words.blockers(progress.blockers);
  if (progress.open > 0) return words.open(progress.open);
  if (progress.gates > 0) return words.gates(progress.gates);
  const unconfirmed = progress.answered - progress.confirmed;
  return unconfirmed > 0 ? words.toConfirm(unconfirmed) : words.done;
}

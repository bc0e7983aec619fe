/** How far a checklist or a section is, as one colour and short phrases: every page says it alike. */
import type { ChecklistReadiness } from '../../shared/view.ts';
import type { Words } from '../words/en.ts';

export type Progress = Omit<ChecklistReadiness, 'checklist'>;

export function toneOf(progress: Progress): 'blocked' | 'done' | 'progress' {
  if (progress.blockers > 0) return 'blocked';
  const { open, gates, stale, answered, confirmed, counted } = progress;
  const isDone = counted > 0 && open + gates + stale === 0 && answered === confirmed;
  return isDone ? 'done' : 'progress';
}

/** All that keeps it from being done, the gravest first; nothing but "done" when nothing does. */
export function whatIsLeft(progress: Progress, words: Words): string[] {
  const { blockers, open, gates, stale, answered, confirmed } = progress;
  const left = [
    blockers > 0 ? words.blockers(blockers) : '',
    open > 0 ? words.open(open) : '',
    gates > 0 ? words.gates(gates) : '',
    stale > 0 ? words.stale(stale) : '',
    answered > confirmed ? words.toConfirm(answered - confirmed) : '',
  ].filter((phrase) => phrase !== '');
  return left.length > 0 ? left : [words.done];
}

/** The first thing that keeps it from being done. */
export function phraseOf(progress: Progress, words: Words): string | undefined {
  return progress.counted === 0 ? undefined : whatIsLeft(progress, words)[0];
}

/** The picture of a project in one step, for those who show it and do nothing else with it. */
import type { Reader } from '../assess/reader.ts';
import type { Language } from '../content/words.ts';
import { layout } from './layout.ts';
import { type PaintOptions, type Picture, paint } from './paint.ts';
import { diagramWordsOf } from './words/words.ts';

export function drawTopology(
  project: Reader,
  language: Language,
  options: Pick<PaintOptions, 'theme' | 'accent'>,
): Picture {
  const words = diagramWordsOf(language);
  return paint(layout(project, words), { ...options, words });
}

/** The verdict on the case itself: is ExpressRoute the answer, on which conditions, and what would do instead. */
import type { Language } from '../content/words.ts';
import type { Finding, Verdict } from '../view.ts';
import type { Reader } from './reader.ts';

export function judgeVerdict(_project: Reader, _findings: readonly Finding[], _language: Language): Verdict {
  return {
    verdict: 'undecided',
    sentence: 'No verdict yet: the justification has not been answered.',
    reasonsFor: [],
    reasonsAgainst: [],
    conditions: [],
    alternatives: [],
  };
}

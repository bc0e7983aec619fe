/** How each verdict looks wherever it stands: a letter, a tone, and its place in lists, the gravest first. */
import { type FlowVerdict, flowVerdicts, isWorse } from '../../../shared/network/verdicts.ts';

export type Tone = 'good' | 'plain' | 'warning' | 'bad' | 'open';

export const verdictLooks: Readonly<Record<FlowVerdict, { letter: string; tone: Tone }>> = {
  'express-route': { letter: 'E', tone: 'good' },
  'internet-as-intended': { letter: 'I', tone: 'plain' },
  'internet-by-design': { letter: 'B', tone: 'plain' },
  leak: { letter: 'L', tone: 'warning' },
  'asymmetric-dropped': { letter: 'D', tone: 'bad' },
  'other-circuit': { letter: 'O', tone: 'warning' },
  unreachable: { letter: 'N', tone: 'bad' },
  unknown: { letter: '?', tone: 'open' },
};

export const gravestFirst: readonly FlowVerdict[] = [...flowVerdicts].sort(
  (one, other) => Number(isWorse(other, one)) - Number(isWorse(one, other)),
);

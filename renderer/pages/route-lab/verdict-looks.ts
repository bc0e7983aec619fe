/** How each verdict looks wherever it stands: a tone, and its place in lists, the gravest first. */
import { type FlowVerdict, flowVerdicts, isWorse } from '../../../shared/network/verdicts.ts';

export type Tone = 'good' | 'plain' | 'warning' | 'bad' | 'open';

export const verdictLooks: Readonly<Record<FlowVerdict, { tone: Tone }>> = {
  'express-route': { tone: 'good' },
  'internet-as-intended': { tone: 'plain' },
  'internet-by-design': { tone: 'plain' },
  leak: { tone: 'warning' },
  'asymmetric-dropped': { tone: 'bad' },
  'other-circuit': { tone: 'warning' },
  unreachable: { tone: 'bad' },
  unknown: { tone: 'open' },
};

export const gravestFirst: readonly FlowVerdict[] = [...flowVerdicts].sort(
  (one, other) => Number(isWorse(other, one)) - Number(isWorse(one, other)),
);

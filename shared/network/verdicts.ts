/** How a flow can end: the closed list of verdicts, used everywhere, and which of two is worse. */

export const flowVerdicts = [
  'express-route',
  'internet-as-intended',
  'internet-by-design',
  'leak',
  'asymmetric-dropped',
  'other-circuit',
  'unreachable',
  'unknown',
] as const;
export type FlowVerdict = (typeof flowVerdicts)[number];

const badness: Readonly<Record<FlowVerdict, number>> = {
  'express-route': 0,
  'internet-by-design': 0,
  'internet-as-intended': 0,
  'other-circuit': 1,
  leak: 2,
  unknown: 3,
  'asymmetric-dropped': 4,
  unreachable: 5,
};

/** Whether the first is worse than the second; two good ends, or the same end, are not. */
export function isWorse(one: FlowVerdict, other: FlowVerdict): boolean {
  return badness[one] > badness[other];
}

export function isGood(verdict: FlowVerdict): boolean {
  return badness[verdict] === 0;
}

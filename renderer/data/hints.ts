/** Which hints this browser has shown: each is meant to be read once. */
export const hintIds = ['wizard', 'routeLab', 'plan'] as const;
export type HintId = (typeof hintIds)[number];

export const hintKey = (id: HintId) => `onramp.hint.${id}`;
export const hintStates = ['new', 'seen'] as const;

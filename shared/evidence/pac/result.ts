/** What a PAC file was found to answer: for whom, for which host, by which line; and what it did not come to say. */
import { z } from 'zod';
import { PacWay } from './ways.ts';

/** A line of the file, with the words that stand there. */
export const PacLine = z.strictObject({ line: z.number().int(), text: z.string() });
export type PacLine = z.infer<typeof PacLine>;

/** An answer, and what brought it about: `rule` is the condition without which the answer would be another. */
export const PacAnswer = z.strictObject({
  answer: z.string(),
  /** Empty where it answers nothing, which clients take for DIRECT; null where it is no answer they know. */
  ways: z.array(PacWay).nullable(),
  /** The line of the return; null where it cannot be told, as in code the file makes while it runs. */
  line: z.number().int().nullable(),
  rule: PacLine.nullable(),
  /** The call in that condition that matched, when it is one of the functions of PAC files. */
  match: PacLine.nullable(),
});
export type PacAnswer = z.infer<typeof PacAnswer>;

export const PacDecision = z.strictObject({
  host: z.string(),
  ...PacAnswer.shape,
  /** What the file would have answered had that condition not held. */
  otherwise: PacAnswer.nullable(),
});
export type PacDecision = z.infer<typeof PacDecision>;

/** The clients that are all answered alike. */
export const PacAnswers = z.strictObject({
  sources: z.array(z.string()),
  decisions: z.array(PacDecision),
});

export const PacResult = z.strictObject({
  answers: z.array(PacAnswers),
  /** Every condition in the order of the file. */
  rules: z.array(PacLine),
  /** What the answers rest on beside the host. */
  asked: z.strictObject({
    /** Names it wanted resolved that no table here knows: they were told not to exist. */
    names: z.array(z.string()),
    clock: z.boolean(),
    ownAddress: z.boolean(),
  }),
});
export type PacResult = z.infer<typeof PacResult>;

/** Why a file was not run to its end; `host` is the one it was asked for, where that is known. */
export const pacFaults = [
  'not-javascript',
  'too-deep',
  'too-long',
  'no-function',
  'endless',
  'slow',
  'memory',
  'threw',
] as const;
export const PacFault = z.strictObject({
  reason: z.enum(pacFaults),
  line: z.number().int().nullable(),
  host: z.string().nullable(),
  text: z.string(),
});
export type PacFault = z.infer<typeof PacFault>;

export const PacOutcome = z.union([
  z.strictObject({ ok: z.literal(true), result: PacResult }),
  z.strictObject({ ok: z.literal(false), fault: PacFault }),
]);
export type PacOutcome = z.infer<typeof PacOutcome>;

/** Who asks, and from which address; without one a file that asks for it is told 127.0.0.1. */
export type PacSource = { id: string; address: string | undefined };

export type PacQuestion = {
  text: string;
  sources: readonly PacSource[];
  hosts: readonly string[];
  /** What names resolve to; all others do not. */
  names: Readonly<Record<string, string>>;
  /** Milliseconds since 1970, and the minutes the clients' clock is ahead of Greenwich. */
  clock: { now: number; offset: number };
};

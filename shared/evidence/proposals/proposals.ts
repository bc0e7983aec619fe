/** What evidence would change: proposals for a person to choose from, each beside today's value; never changes by themselves. */
import { z } from 'zod';
import { JsonValue } from '../../project/change.ts';
import { Review } from '../../project/paths.ts';

const change = {
  /** What stands there today; null where nothing does. */
  from: JsonValue,
  to: JsonValue,
  /** A person has confirmed what stands there: it is shown, and never overwritten. */
  contested: z.boolean(),
};

export const CellProposal = z.strictObject({ column: z.string().max(100), ...change });
export type CellProposal = z.infer<typeof CellProposal>;

export const RowProposal = z.strictObject({
  table: z.string().max(100),
  row: z.string().max(150),
  isNew: z.boolean(),
  /** What the evidence calls it. */
  name: z.string().max(2000),
  /** Who has confirmed the table, and when: any other row needs another confirmation. */
  confirmed: Review.optional(),
  cells: z.array(CellProposal).max(100),
});
export type RowProposal = z.infer<typeof RowProposal>;

export const AnswerProposal = z.strictObject({
  question: z.string().max(150),
  confirmed: Review.optional(),
  ...change,
});
export type AnswerProposal = z.infer<typeof AnswerProposal>;

/** What only a person can say before more can be proposed. */
export const Missing = z.enum(['circuit', 'link']);
export type Missing = z.infer<typeof Missing>;

/** Where several pieces say different things of one place: neither is proposed. */
export const Conflict = z.intersection(
  z.object({ says: z.array(z.strictObject({ piece: z.string(), to: JsonValue })) }),
  z.union([
    z.object({ question: z.string() }),
    z.object({ table: z.string(), row: z.string(), name: z.string(), column: z.string() }),
  ]),
);
export type Conflict = z.infer<typeof Conflict>;

export const Proposals = z.strictObject({
  answers: z.array(AnswerProposal),
  rows: z.array(RowProposal),
  /** How many cells and answers say the same already. */
  same: z.number().int(),
  /** The questions whose answers it speaks of: those it becomes a proof of. */
  supports: z.array(z.string()),
  missing: z.array(Missing),
  /** The questions it would answer that are not asked yet. */
  later: z.array(z.string()),
});
export type Proposals = z.infer<typeof Proposals>;

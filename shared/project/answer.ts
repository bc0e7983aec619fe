/** What can be said to a question: an answer, an honest "don't know yet", a reasoned "not applicable", or a draft. */
import { z } from 'zod';
import { JsonValue } from './change.ts';

export const notApplicableReasons = [
  'outOfScope',
  'businessPriority',
  'architectureConstraint',
  'other',
] as const;

export const longestText = 100_000;

export const Answer = z.discriminatedUnion('state', [
  /** `value` has passed the question's own schema. */
  z.strictObject({ state: z.literal('answered'), value: JsonValue }),
  z.strictObject({ state: z.literal('unknown') }),
  z.strictObject({
    state: z.literal('notApplicable'),
    reason: z.enum(notApplicableReasons),
    text: z.string().max(2000).optional(),
  }),
  /** Typed but not valid yet: kept as it was typed, never assessed. */
  z.strictObject({ state: z.literal('draft'), text: z.string().max(longestText) }),
]);
export type Answer = z.infer<typeof Answer>;

/** One row of a table: valid cells by column, and drafts of cells that are not valid yet. */
export const RowValue = z.strictObject({
  order: z.number(),
  cells: z.record(z.string(), JsonValue),
  drafts: z.record(z.string(), z.string().max(longestText)).optional(),
});
export type RowValue = z.infer<typeof RowValue>;

export type Row = RowValue & { id: string };

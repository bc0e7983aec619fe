/** A moment of a project that can be looked at again: now, a milestone, the end of a day, or right after a change. */
import { z } from 'zod';

export const IsoDay = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine((day) => !Number.isNaN(Date.parse(day)), 'not a day');

export const Moment = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('now') }),
  z.strictObject({ kind: z.literal('milestone'), id: z.string().max(200) }),
  z.strictObject({ kind: z.literal('day'), day: IsoDay }),
  z.strictObject({ kind: z.literal('at'), at: z.number().int().min(0).max(8_640_000_000_000_000) }),
]);
export type Moment = z.infer<typeof Moment>;

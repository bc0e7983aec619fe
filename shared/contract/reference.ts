/** The calls about the dated lists that the checks look things up in. */
import { z } from 'zod';
import { JsonValue } from '../project/change.ts';
import { call, Nothing } from './call.ts';

/** One of the dated lists that the checks look things up in. */
export const ReferenceLine = z.strictObject({
  kind: z.string(),
  title: z.string(),
  version: z.string(),
  items: z.number(),
  sources: z.array(z.string()),
  builtIn: z.boolean(),
});
export type ReferenceLine = z.infer<typeof ReferenceLine>;

/** What a newer file would change in the list that is in use. */
export const ReferenceComparison = z.strictObject({
  kind: z.string(),
  title: z.string(),
  from: z.string(),
  to: z.string(),
  added: z.array(z.string()),
  removed: z.array(z.string()),
  changed: z.array(z.strictObject({ id: z.string(), before: JsonValue, after: JsonValue })),
});
export type ReferenceComparison = z.infer<typeof ReferenceComparison>;

const ReferenceText = z.strictObject({ text: z.string().max(20_000_000) });

export const referenceCalls = {
  'reference.list': call(Nothing, z.array(ReferenceLine)),
  /** All lists as they are in use, by kind: what choices and look-ups show. */
  'reference.get': call(Nothing, z.record(z.string(), JsonValue)),
  'reference.compare': call(ReferenceText, ReferenceComparison),
  'reference.use': call(ReferenceText, z.array(ReferenceLine)),
  'reference.reset': call(z.strictObject({ kind: z.string().max(50) }), z.array(ReferenceLine)),
} as const;

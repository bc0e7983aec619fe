/** What every call is made of: its shape, its reply, what can go wrong, and the pieces that inputs share. */
import { z } from 'zod';

/** What can go wrong, as a closed list; each has its words and a way out in `words/en/errors.ts`. */
export const errorCodes = [
  'unknown-call',
  'bad-input',
  'too-large',
  'forbidden',
  'not-found',
  'conflict',
  'not-a-project',
  'damaged-file',
  'newer-file',
  'read-only',
  'disk-full',
  'busy',
  'damaged-database',
  'newer-database',
  'cancelled',
  'unreachable',
  'internal',
] as const;
export type ErrorCode = (typeof errorCodes)[number];

export const CallError = z.strictObject({
  code: z.enum(errorCodes),
  message: z.string(),
  /** What to do about it, where there is something to do. */
  remedy: z.string().optional(),
  /** Field by field, for forms: path in the input to what is wrong with it. */
  fields: z.record(z.string(), z.string()).optional(),
});
export type CallError = z.infer<typeof CallError>;

export type Reply<T = unknown> = { ok: true; value: T } | { ok: false; error: CallError };

/** How far a long call is: `total` is missing while it is not known. */
export const Progress = z.strictObject({ step: z.string(), done: z.number(), total: z.number().optional() });
export type Progress = z.infer<typeof Progress>;

export type CallShape<I extends z.ZodType, O extends z.ZodType> = { input: I; output: O; long: boolean };

export function call<I extends z.ZodType, O extends z.ZodType>(input: I, output: O): CallShape<I, O> {
  return { input, output, long: false };
}

/** A call that may take more than half a second: it reports progress and can be cancelled. */
export function longCall<I extends z.ZodType, O extends z.ZodType>(input: I, output: O): CallShape<I, O> {
  return { input, output, long: true };
}

export const Id = z.uuid();
export const ItemId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,150}$/);
export const Nothing = z.strictObject({});
export const OfProject = z.strictObject({ project: Id });
/** The workshop in which something was said, where it was. */
export const inWorkshop = { workshop: ItemId.optional() };

/** What was written for a person to keep; the content in Base64, whatever the format. */
export const WrittenFile = z.strictObject({
  fileName: z.string(),
  mediaType: z.string(),
  content: z.base64(),
});
export type WrittenFile = z.infer<typeof WrittenFile>;

export const FileText = z.string().max(400_000_000);

/** The places a change can write to, and what may stand there: one table, used for edits, imports and migrations. */
import { z } from 'zod';
import { Answer, RowValue } from './answer.ts';

const IsoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const ShortText = z.string().max(300);
const LongText = z.string().max(100_000);

export const Review = z.strictObject({ by: ShortText, at: z.number().int() });
export type Review = z.infer<typeof Review>;

export const actionStatuses = ['open', 'doing', 'waiting', 'done', 'dropped'] as const;
export const Action = z.strictObject({
  title: z.string().min(1).max(500),
  owner: ShortText.optional(),
  due: IsoDate.optional(),
  status: z.enum(actionStatuses),
  question: ShortText.optional(),
  finding: ShortText.optional(),
  note: LongText.optional(),
  created: z.number().int(),
  closed: z.number().int().optional(),
});
export type Action = z.infer<typeof Action>;

export const Milestone = z.strictObject({
  name: z.string().min(1).max(200),
  note: LongText.optional(),
  at: z.number().int(),
  contentVersion: ShortText,
  /** The last clock seen of each copy: names the exact set of changes, also after a merge. */
  through: z.record(z.uuid(), z.number().int()),
});
export type Milestone = z.infer<typeof Milestone>;

export const Decision = z.strictObject({
  what: z.string().min(1).max(2000),
  who: ShortText.optional(),
  on: IsoDate.optional(),
  dissent: LongText.optional(),
  question: ShortText.optional(),
});
export type Decision = z.infer<typeof Decision>;

export const ParkedItem = z.strictObject({
  text: z.string().min(1).max(2000),
  question: ShortText.optional(),
});
export type ParkedItem = z.infer<typeof ParkedItem>;

/** A risk somebody has accepted by name, until a day. */
export const Acceptance = z.strictObject({
  by: z.string().min(1).max(300),
  reason: z.string().min(1).max(2000),
  at: z.number().int(),
  until: IsoDate.optional(),
});
export type Acceptance = z.infer<typeof Acceptance>;

export const Attachment = z.strictObject({
  name: z.string().min(1).max(300),
  kind: ShortText,
  /** SHA-256 of the content, which is kept once however often it is attached. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  size: z.number().int().min(0),
  /** The day the proof was taken, and how many days it counts. */
  taken: IsoDate.optional(),
  shelfDays: z.number().int().min(1).max(3650).optional(),
});
export type Attachment = z.infer<typeof Attachment>;

/** Attachment ids that prove an answer. */
const Proof = z.array(ShortText).max(200);

const projectFields: Record<string, z.ZodType> = {
  name: z.string().min(1).max(200),
  customer: z.string().max(200),
  language: z.enum(['en', 'de']),
  archived: z.boolean(),
};

const roots: Record<string, { parts: number; value: z.ZodType }> = {
  answer: { parts: 1, value: Answer },
  note: { parts: 1, value: LongText },
  review: { parts: 1, value: Review },
  proof: { parts: 1, value: Proof },
  row: { parts: 2, value: RowValue },
  action: { parts: 1, value: Action },
  milestone: { parts: 1, value: Milestone },
  decision: { parts: 1, value: Decision },
  parking: { parts: 1, value: ParkedItem },
  acceptance: { parts: 1, value: Acceptance },
  attachment: { parts: 1, value: Attachment },
};

/** The schema of what may stand at a path, or undefined when there is no such place. */
export function valueSchemaOf(path: string): z.ZodType | undefined {
  const [root = '', ...parts] = path.split('/');
  if (root === 'project') {
    const field = parts.length === 1 ? (parts[0] ?? '') : '';
    return Object.hasOwn(projectFields, field) ? projectFields[field] : undefined;
  }
  if (!Object.hasOwn(roots, root)) return undefined;
  const place = roots[root];
  return place?.parts === parts.length ? place.value : undefined;
}

/** What is wrong with putting this value at this path, or undefined when it may stand there (null always may). */
export function problemWith(path: string, value: unknown): string | undefined {
  const schema = valueSchemaOf(path);
  if (!schema) return `there is no place called "${path}" in a project`;
  if (value === null) return undefined;
  const result = schema.safeParse(value);
  if (result.success) return undefined;
  const issue = result.error.issues[0];
  const where = issue?.path.length ? ` (${issue.path.join('.')})` : '';
  return `${issue?.message ?? 'not valid'}${where}`;
}

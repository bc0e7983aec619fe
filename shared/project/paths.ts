/** The places a change can write to, and what may stand there: one table, used for edits, imports and migrations. */
import { z } from 'zod';
import { KeptEvidence } from '../evidence/kept.ts';
import type { Json } from '../json.ts';
import { Answer, RowValue } from './answer.ts';
import { JsonValue } from './change.ts';
import { Sitting, Workshop } from './workshop.ts';

const IsoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const ShortText = z.string().max(300);
const LongText = z.string().max(100_000);

export const Review = z.strictObject({
  by: ShortText,
  at: z.number().int(),
  /** Under which content it was confirmed, and a fingerprint of how the question was put; not known of older ones. */
  content: ShortText.optional(),
  wording: ShortText.optional(),
});
export type Review = z.infer<typeof Review>;

export const actionStatuses = ['open', 'doing', 'waiting', 'done', 'dropped'] as const;
export const longestActionTitle = 500;
export const Action = z.strictObject({
  title: z.string().min(1).max(longestActionTitle),
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
  /** What the finding said then: it may be gone one day, and what was accepted is still to be read. */
  accepted: z.string().min(1).max(1000).optional(),
});
export type Acceptance = z.infer<typeof Acceptance>;

export const Attachment = z.strictObject({
  name: z.string().min(1).max(300),
  kind: ShortText,
  /** SHA-256 of the content, which is kept once however often it is attached. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  size: z.number().int().min(0),
  /** Not known of those that were attached before this was kept. */
  addedAt: z.number().int().optional(),
  /** The day the proof was taken, and how many days it counts. */
  taken: IsoDate.optional(),
  shelfDays: z.number().int().min(1).max(3650).optional(),
});
export type Attachment = z.infer<typeof Attachment>;

export const reviewStatuses = ['notVerified', 'open', 'fulfilled', 'notRequired', 'notApplicable'] as const;
export const ReviewStatus = z.enum(reviewStatuses);
export type ReviewStatus = z.infer<typeof ReviewStatus>;

const JsonObject = JsonValue.refine(
  (value) => value !== null && typeof value === 'object' && !Array.isArray(value),
  'not an object',
) as z.ZodType<{ [key: string]: Json }>;

export const importRemarks = ['doubledGuid', 'missingGuid', 'unknownStatus'] as const;

/** A checklist beside the built-in ones. Its items stand at paths of their own; so do their statuses and comments. */
export const ImportedChecklist = z.strictObject({
  name: z.string().min(1).max(300),
  /** The file it came from; empty when it was made here. */
  file: ShortText,
  added: z.number().int(),
  /** How many items the file had. */
  items: z.number().int().min(1).optional(),
  /** A firm's own: its questions are written here or in its file, and it counts unless somebody says otherwise. */
  own: z.literal(true).optional(),
  /** The file as it came, with null in the place of its items. */
  document: JsonObject,
  remarks: z.array(z.strictObject({ kind: z.enum(importRemarks), count: z.number().int().min(1) })).max(10),
});
export type ImportedChecklist = z.infer<typeof ImportedChecklist>;

/** One item as it came, and how its status and comment were read then: where both still stand, the words are untouched. */
export const ImportedItem = z.strictObject({
  order: z.number().int().min(0),
  words: JsonObject,
  status: ReviewStatus,
  comment: LongText,
});
export type ImportedItem = z.infer<typeof ImportedItem>;

/** Orders are fractions, so that something put between two others changes nothing but itself. */
const Order = z.number().min(-1e9).max(1e9);

/** A section that has a name of its own here; an item of a file names its category as text. */
export const ItemSection = z.strictObject({ name: z.string().min(1).max(300), order: Order });
export type ItemSection = z.infer<typeof ItemSection>;

/** Where an item was moved to. */
export const ItemPlace = z.strictObject({ section: ShortText, order: Order });
export type ItemPlace = z.infer<typeof ItemPlace>;

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
  // What was read of the attachment of the same id.
  evidence: { parts: 1, value: KeptEvidence },
  checklist: { parts: 1, value: ImportedChecklist },
  item: { parts: 2, value: ImportedItem },
  // Apart from each other, so that two copies that say one each do not disagree.
  status: { parts: 2, value: ReviewStatus },
  comment: { parts: 2, value: LongText },
  section: { parts: 2, value: ItemSection },
  place: { parts: 2, value: ItemPlace },
  // What was answered to an item that asks for more than a status, and a fingerprint of how it was put then.
  said: { parts: 2, value: LongText },
  wording: { parts: 2, value: ShortText },
  counts: { parts: 1, value: z.boolean() },
  workshop: { parts: 1, value: Workshop },
  sitting: { parts: 1, value: Sitting },
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

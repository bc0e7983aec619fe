/** The shape of the checklists: structure (ids, kinds, conditions, traces) apart from words (one file per language). */
import { z } from 'zod';

export const questionKinds = [
  'yesNo',
  'single',
  'multiple',
  'text',
  'number',
  'date',
  'prefixes',
  'asn',
  'vlan',
  'communities',
  'hosts',
  'table',
] as const;

const QuestionIdText = z.string().regex(/^[a-z0-9]+(?:[.-][a-z0-9]+)*$/);

/** When a question is asked. A hidden question counts as unanswered for those that look at it. */
export type Condition =
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition }
  | { question: string; is: string }
  | { question: string; in: string[] }
  | { question: string; answered: true };

export const Condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(Condition).min(1) }),
    z.strictObject({ any: z.array(Condition).min(1) }),
    z.strictObject({ not: Condition }),
    z.strictObject({ question: QuestionIdText, is: z.string() }),
    z.strictObject({ question: QuestionIdText, in: z.array(z.string()).min(1) }),
    z.strictObject({ question: QuestionIdText, answered: z.literal(true) }),
  ]),
);

export const Question = z.strictObject({
  kind: z.enum(questionKinds),
  /** Option ids of a single or multiple choice, in order; their labels are words. */
  options: z
    .array(z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/))
    .min(2)
    .optional(),
  /** A choice whose options are a reference set ("azure-regions", "platform-regions", "peering-locations"). */
  optionsFrom: z.string().optional(),
  /** The table this question is answered with. */
  table: z.string().optional(),
  unit: z.string().optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  integer: z.boolean().optional(),
  visibleWhen: Condition.optional(),
  /** About Microsoft peering alone: not asked where the plan is for private peering only. */
  microsoftPeering: z.literal(true).optional(),
  /** Which facts of the fact base are behind it, and which documents say so (defaults to the facts' own sources). */
  facts: z.array(z.string()),
  sources: z.array(z.string()).optional(),
  /** Where sources disagree: the conflicts whose recommended reading the question follows. */
  conflicts: z.array(z.string()).optional(),
  /** Rows of Microsoft's own ten-question readiness checklist that this answers. */
  official: z.array(z.number().int().min(1).max(10)).optional(),
  /** Not counted in readiness: nice to have, a remark, a comment. */
  optional: z.literal(true).optional(),
  /** The content version it came with, for those that were not there from the beginning. */
  since: z.string().optional(),
});
export type Question = z.infer<typeof Question>;

export const ChecklistStructure = z.strictObject({
  id: z.string(),
  sections: z.array(
    z.strictObject({
      id: z.string(),
      /** As if every question of it said so. */
      microsoftPeering: z.literal(true).optional(),
      questions: z.array(QuestionIdText).min(1),
    }),
  ),
  questions: z.record(QuestionIdText, Question),
});
export type ChecklistStructure = z.infer<typeof ChecklistStructure>;

export const QuestionWords = z.strictObject({
  prompt: z.string().min(1),
  /** One short line under the prompt, where the prompt alone leaves a doubt. */
  hint: z.string().optional(),
  why: z.string().min(1),
  findOut: z.string().min(1),
  looksLike: z.string().optional(),
  options: z.record(z.string(), z.string().min(1)).optional(),
});
export type QuestionWords = z.infer<typeof QuestionWords>;

export const ChecklistWords = z.strictObject({
  title: z.string().min(1),
  intro: z.string().min(1),
  sections: z.record(z.string(), z.strictObject({ title: z.string().min(1), intro: z.string().min(1) })),
  questions: z.record(z.string(), QuestionWords),
});
export type ChecklistWords = z.infer<typeof ChecklistWords>;

/** What people call a table, one of its rows, its columns and their choices. */
export const TableWords = z.strictObject({
  title: z.string().min(1),
  row: z.string().min(1),
  columns: z.record(
    z.string(),
    z.strictObject({
      label: z.string().min(1),
      hint: z.string().optional(),
      options: z.record(z.string(), z.string().min(1)).optional(),
    }),
  ),
});
export type TableWords = z.infer<typeof TableWords>;

/** The calls that answer questions: answers, table rows, proofs, and risks that are accepted. */
import { z } from 'zod';
import { Answer, longestText, RowValue } from '../project/answer.ts';
import { Acceptance, Action, Attachment } from '../project/paths.ts';
import { ProjectView } from '../view.ts';
import { call, Id, ItemId, inWorkshop } from './call.ts';

export const answerCalls = {
  /** With a title, "don't know yet" opens an action of that name; knowing closes it. Undo takes both back at once. */
  'answer.set': call(
    z.strictObject({
      project: Id,
      question: ItemId,
      answer: Answer.nullable(),
      actionTitle: Action.shape.title.optional(),
      ...inWorkshop,
    }),
    ProjectView,
  ),
  'answer.note': call(
    z.strictObject({ project: Id, question: ItemId, note: z.string().max(longestText), ...inWorkshop }),
    ProjectView,
  ),
  'answer.review': call(
    z.strictObject({ project: Id, questions: z.array(ItemId).min(1).max(1000), reviewed: z.boolean() }),
    ProjectView,
  ),
  'row.set': call(
    z.strictObject({ project: Id, table: ItemId, row: ItemId, value: RowValue, ...inWorkshop }),
    ProjectView,
  ),
  'row.paste': call(
    z.strictObject({
      project: Id,
      table: ItemId,
      rows: z.array(z.strictObject({ id: ItemId, value: RowValue })).max(20_000),
      ...inWorkshop,
    }),
    ProjectView,
  ),
  'row.remove': call(
    z.strictObject({ project: Id, table: ItemId, rows: z.array(ItemId).min(1).max(20_000), ...inWorkshop }),
    ProjectView,
  ),
  'finding.accept': call(
    z.strictObject({
      project: Id,
      finding: ItemId,
      acceptance: Acceptance.omit({ at: true, accepted: true }).nullable(),
    }),
    ProjectView,
  ),
  'attachment.add': call(
    z.strictObject({
      project: Id,
      name: z.string().min(1).max(300),
      kind: z.string().max(100),
      content: z.base64().max(140_000_000),
      question: ItemId.optional(),
      taken: z
        .string()
        .regex(/^\d{4}-\d{2}-\d{2}$/)
        .optional(),
      shelfDays: z.number().int().min(1).max(3650).optional(),
    }),
    ProjectView,
  ),
  'attachment.get': call(
    z.strictObject({ project: Id, id: ItemId }),
    z.strictObject({ name: z.string(), content: z.string() }),
  ),
  /** When the proof was taken, and how many days it counts. */
  'attachment.describe': call(
    z.strictObject({
      project: Id,
      id: ItemId,
      taken: Attachment.shape.taken.unwrap().nullable(),
      shelfDays: Attachment.shape.shelfDays.unwrap(),
    }),
    ProjectView,
  ),
  'attachment.remove': call(z.strictObject({ project: Id, id: ItemId }), ProjectView),
} as const;

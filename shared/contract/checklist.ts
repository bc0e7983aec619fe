/** The calls about checklists beside the built-in ones: imported, and a firm's own. */
import { z } from 'zod';
import { longestText } from '../project/answer.ts';
import { ReviewStatus } from '../project/paths.ts';
import { ReviewChecklist } from '../review-checklist/imported.ts';
import { OwnQuestion } from '../review-checklist/own-question.ts';
import { ListArrivals } from '../review-checklist/update.ts';
import { ProjectView } from '../view.ts';
import { call, Id, ItemId, inWorkshop, longCall, OfProject, WrittenFile } from './call.ts';

const OneFile = z.strictObject({
  project: Id,
  name: z.string().min(1).max(300),
  content: z.base64().max(28_000_000),
  /** The one to bring up to date. */
  checklist: ItemId.optional(),
});

export const checklistCalls = {
  /**
   * A file in the format of Azure/review-checklists becomes an additional checklist, as one step; or brings one that is here
   * up to date, which keeps what was answered.
   */
  'checklist.import': longCall(OneFile, ProjectView),
  /** Which checklist that is here a file is a newer state of, and what it would bring. */
  'checklist.preview': longCall(
    OneFile,
    z.strictObject({
      known: z
        .strictObject({
          id: z.string(),
          name: z.string(),
          /** A firm's own, by its own mark: there is no choice. */
          isItself: z.boolean(),
          /** It asks much the same; one that somebody chose need not. */
          isLike: z.boolean(),
          arrivals: ListArrivals,
        })
        .nullable(),
    }),
  ),
  /** A table (.csv, .xlsx) of questions becomes a firm's own checklist, or brings one that is here up to date by their ids. */
  'checklist.importTable': longCall(
    z.strictObject({
      project: Id,
      name: z.string().min(1).max(300),
      content: z.base64().max(14_000_000),
      checklist: ItemId.optional(),
    }),
    ProjectView,
  ),
  /** What such a table looks like, with one example. */
  'checklist.template': longCall(OfProject.extend({ format: z.enum(['csv', 'xlsx']) }), WrittenFile),
  'checklist.create': call(
    z.strictObject({ project: Id, name: z.string().trim().min(1).max(300) }),
    ProjectView,
  ),
  'checklist.describe': call(
    z.strictObject({
      project: Id,
      id: ItemId,
      name: z.string().trim().min(1).max(300).optional(),
      counts: z.boolean().optional(),
    }),
    ProjectView,
  ),
  /** A review checklist becomes the firm's own, with questions that can be changed. */
  'checklist.adopt': call(z.strictObject({ project: Id, id: ItemId }), ProjectView),
  /** Null takes the section away with all that stands in it. A new one comes last. */
  'checklist.setSection': call(
    z.strictObject({
      project: Id,
      checklist: ItemId,
      section: ItemId,
      name: z.string().trim().min(1).max(300).nullable(),
    }),
    ProjectView,
  ),
  /** A new question comes last in its section; null takes it away. */
  'checklist.setQuestion': call(
    z.strictObject({
      project: Id,
      checklist: ItemId,
      item: ItemId,
      section: ItemId.optional(),
      question: OwnQuestion.nullable(),
    }),
    ProjectView,
  ),
  /** Steps up or down: a section among the sections, a question also over the border of its section. */
  'checklist.move': call(
    z.strictObject({
      project: Id,
      checklist: ItemId,
      section: ItemId.optional(),
      item: ItemId.optional(),
      by: z.union([z.literal(-1), z.literal(1)]),
    }),
    ProjectView,
  ),
  'checklist.open': call(z.strictObject({ project: Id, id: ItemId }), ReviewChecklist),
  'checklist.setItem': call(
    z.strictObject({
      project: Id,
      checklist: ItemId,
      item: ItemId,
      status: ReviewStatus.optional(),
      /** What answers a question that asks for more than a status; empty takes it back. */
      said: z.string().max(longestText).optional(),
      comment: z.string().max(longestText).optional(),
      ...inWorkshop,
    }),
    ProjectView,
  ),
  'checklist.remove': call(z.strictObject({ project: Id, id: ItemId }), ProjectView),
  /** The file that came in, with the statuses and comments of today; of a firm's own its questions only. */
  'checklist.export': longCall(
    z.strictObject({ project: Id, id: ItemId, format: z.enum(['json', 'csv', 'xlsx']).optional() }),
    WrittenFile,
  ),
} as const;

/** The calls about a project as a whole: list, open, describe, carry, look back, undo. */
import { z } from 'zod';
import { IsoDay, Moment } from '../progress/moment.ts';
import { JsonValue, Origin } from '../project/change.ts';
import { ProjectView } from '../view.ts';
import { Language } from '../words/catalogue.ts';
import { call, FileText, Id, ItemId, longCall, Nothing, OfProject } from './call.ts';

export const ProjectSummary = z.strictObject({
  id: Id,
  name: z.string(),
  customer: z.string(),
  archived: z.boolean(),
  deletedAt: z.number().nullable(),
  createdAt: z.number(),
  touchedAt: z.number(),
  readiness: z.number(),
  blockers: z.number(),
  open: z.number(),
  nextDue: z.strictObject({ title: z.string(), due: z.string() }).nullable(),
  overdue: z.number(),
  /** How ready it was about 30 days ago, where somebody had looked then. */
  earlier: z.strictObject({ day: z.string(), readiness: z.number() }).nullable(),
  /** False while the figures are from before the last change or content update; asking again brings them up to date. */
  fresh: z.boolean(),
});
export type ProjectSummary = z.infer<typeof ProjectSummary>;

export const HistoryEntry = z.strictObject({
  id: Id,
  path: z.string(),
  before: JsonValue,
  after: JsonValue,
  author: z.string(),
  at: z.number(),
  /** Where in the log it stands: the last one of a page is the next page's `before`. */
  clock: z.number(),
  origin: Origin,
  batch: Id,
});
export type HistoryEntry = z.infer<typeof HistoryEntry>;

export const projectCalls = {
  'project.list': call(Nothing, z.array(ProjectSummary)),
  'project.create': call(
    z.strictObject({
      name: z.string().trim().min(1).max(200),
      customer: z.string().trim().max(200).optional(),
    }),
    ProjectView,
  ),
  'project.sample': call(Nothing, ProjectView),
  'project.open': call(OfProject, ProjectView),
  'project.asOf': call(z.strictObject({ project: Id, at: z.number().int() }), ProjectView),
  'project.describe': call(
    z.strictObject({
      project: Id,
      name: z.string().trim().min(1).max(200).optional(),
      customer: z.string().trim().max(200).optional(),
      archived: z.boolean().optional(),
      /** Of the plan. */
      language: Language.optional(),
    }),
    ProjectView,
  ),
  'project.duplicate': call(
    z.strictObject({ project: Id, name: z.string().trim().min(1).max(200) }),
    ProjectView,
  ),
  'project.delete': call(OfProject, z.array(ProjectSummary)),
  'project.undelete': call(OfProject, z.array(ProjectSummary)),
  'project.purge': call(OfProject, z.array(ProjectSummary)),
  /** A project that is here already takes over what the file knows more; with `project`, only a file of that one is. */
  'project.import': longCall(z.strictObject({ text: FileText, project: Id.optional() }), ProjectView),
  'project.export': longCall(OfProject, z.strictObject({ fileName: z.string(), text: z.string() })),
  'project.history': call(
    z.strictObject({
      project: Id,
      path: z.string().max(300).optional(),
      question: ItemId.optional(),
      author: z.string().max(200).optional(),
      /** Days, both of them included. */
      from: IsoDay.optional(),
      to: IsoDay.optional(),
      text: z.string().trim().min(1).max(200).optional(),
      before: z.number().int().optional(),
      limit: z.number().int().min(1).max(1000).optional(),
    }),
    z.array(HistoryEntry),
  ),
  'project.authors': call(OfProject, z.array(z.string())),
  /** Puts all of the project, or one path or question of it, back as it was at a moment: as new changes, in one step. */
  'project.restore': call(
    z.strictObject({
      project: Id,
      moment: Moment,
      path: z.string().max(300).optional(),
      question: ItemId.optional(),
    }),
    ProjectView,
  ),
  /** Of the last act, or of the one named, whatever came after it. */
  'project.undo': call(OfProject.extend({ act: Id.optional() }), ProjectView),
  'project.redo': call(OfProject, ProjectView),
} as const;

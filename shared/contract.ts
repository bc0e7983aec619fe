/**
 * Every call the user interface can make, with the schema of what goes in and what comes out. The client's type, the
 * handlers' type and the checks at the door are all derived from this one object.
 */
import { z } from 'zod';
import { ActionProposal, ActionSheet } from './action-import/proposals.ts';
import { audiences, type PlanDocument } from './document/blocks.ts';
import { planFormats } from './document/formats.ts';
import { RouteTrace } from './network/route-trace.ts';
import { Comparison } from './progress/compare.ts';
import { IsoDay, Moment } from './progress/moment.ts';
import { TrendPoint } from './progress/trend.ts';
import { ActionChange } from './project/action-change.ts';
import { Answer, longestText, RowValue } from './project/answer.ts';
import { BurnDownPoint } from './project/burn-down.ts';
import { JsonValue } from './project/change.ts';
import { Arrivals, allSides } from './project/merge.ts';
import {
  Acceptance,
  Action,
  Attachment,
  Decision,
  Milestone,
  ParkedItem,
  ReviewStatus,
} from './project/paths.ts';
import { ReviewChecklist } from './review-checklist/imported.ts';
import { OwnQuestion } from './review-checklist/own-question.ts';
import { ProjectView } from './view.ts';

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

type CallShape<I extends z.ZodType, O extends z.ZodType> = { input: I; output: O; long: boolean };

function call<I extends z.ZodType, O extends z.ZodType>(input: I, output: O): CallShape<I, O> {
  return { input, output, long: false };
}

/** A call that may take more than half a second: it reports progress and can be cancelled. */
function longCall<I extends z.ZodType, O extends z.ZodType>(input: I, output: O): CallShape<I, O> {
  return { input, output, long: true };
}

const Id = z.uuid();
const ItemId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,150}$/);
const Nothing = z.strictObject({});
const OfProject = z.strictObject({ project: Id });

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

export const Backup = z.strictObject({
  name: z.string(),
  at: z.number(),
  size: z.number(),
  reason: z.string(),
});
export type Backup = z.infer<typeof Backup>;

export const WorkspaceStatus = z.strictObject({
  version: z.string(),
  host: z.enum(['desktop', 'web', 'cli', 'test']),
  folder: z.string(),
  database: z.string(),
  schemaVersion: z.number(),
  /** Set when the database was found damaged at start and put aside. */
  setAside: z.strictObject({ file: z.string(), problem: z.string() }).nullable(),
  /** Set when the check of every page, which runs in the background for a large workspace, found damage. */
  damage: z.string().nullable(),
  /** Why the last backup made by itself failed; null when it did not. */
  backupProblem: z.string().nullable(),
  readOnly: z.boolean(),
});
export type WorkspaceStatus = z.infer<typeof WorkspaceStatus>;

export const themes = ['system', 'light', 'dark', 'contrast'] as const;
export const Settings = z.strictObject({
  author: z.string().max(200),
  theme: z.enum(themes),
});
export type Settings = z.infer<typeof Settings>;

export const HistoryEntry = z.strictObject({
  id: Id,
  path: z.string(),
  before: JsonValue,
  after: JsonValue,
  author: z.string(),
  at: z.number(),
  /** Where in the log it stands: the last one of a page is the next page's `before`. */
  clock: z.number(),
  origin: z.strictObject({ kind: z.string(), ref: z.string().optional(), note: z.string().optional() }),
  batch: Id,
});
export type HistoryEntry = z.infer<typeof HistoryEntry>;

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

const PlanChoice = z.strictObject({
  project: Id,
  audience: z.enum(audiences),
  /** Ids of the parts wanted; all of them when not given. */
  parts: z.array(z.string().max(50)).max(50).optional(),
});

/** What was written for a person to keep; the content in Base64, whatever the format. */
const WrittenFile = z.strictObject({ fileName: z.string(), mediaType: z.string(), content: z.base64() });
export type WrittenFile = z.infer<typeof WrittenFile>;

export const PlanPages = z.strictObject({
  pages: z.array(z.string()),
  /** In points; all pages are of one size. */
  width: z.number(),
  height: z.number(),
  /** The page that each part begins on, from 0, by the part's id. */
  parts: z.record(z.string(), z.number()),
});
export type PlanPages = z.infer<typeof PlanPages>;

export const papers = ['a4', 'letter'] as const;

/** How documents look that leave the house. The logo comes back as a picture to show, the template by name only. */
export const DocumentLook = z.strictObject({
  paper: z.enum(papers),
  accent: z.string().regex(/^#[0-9a-f]{6}$/i),
  firm: z.string().max(100),
  logo: z.strictObject({ name: z.string(), picture: z.string() }).nullable(),
  template: z.strictObject({ name: z.string(), size: z.number() }).nullable(),
});
export type DocumentLook = z.infer<typeof DocumentLook>;

const GivenFile = z.strictObject({ name: z.string().min(1).max(300), content: z.base64().max(30_000_000) });

const FileText = z.string().max(400_000_000);

export const MergePreview = z.strictObject({
  project: Id,
  /** The project's name here, or as the file has it when it is not here yet. */
  name: z.string(),
  isHere: z.boolean(),
  arrivals: Arrivals,
});
export type MergePreview = z.infer<typeof MergePreview>;

/** What can be wrong with a linked file, as a closed list; work goes on, and it is tried again by itself. */
export const linkProblems = [
  'unreachable',
  'half-synced',
  'newer-file',
  'other-project',
  'not-writable',
  'disk-full',
  'failed',
] as const;

export const LinkStatus = z.strictObject({
  /** Null when the project is not linked. */
  link: z
    .strictObject({
      file: z.string(),
      problem: z.enum(linkProblems).nullable(),
      /** When the file and the project last said the same; null before they ever did. */
      alikeAt: z.number().nullable(),
      /** Changes made here that are not in the file yet. */
      waiting: z.boolean(),
      /** The last that came in: how many changes, whose, and out of which file. */
      came: z
        .strictObject({
          at: z.number(),
          changes: z.number(),
          authors: z.array(z.string()),
          file: z.string(),
        })
        .nullable(),
    })
    .nullable(),
  /** How many changes the project has: more than the view says means that some came in. */
  changes: z.number(),
});
export type LinkStatus = z.infer<typeof LinkStatus>;

const ReferenceText = z.strictObject({ text: z.string().max(20_000_000) });

export const contract = {
  'workspace.status': call(Nothing, WorkspaceStatus),

  'settings.get': call(Nothing, Settings),
  'settings.set': call(Settings.partial(), Settings),

  'backup.list': call(Nothing, z.array(Backup)),
  'backup.create': longCall(Nothing, z.array(Backup)),
  'backup.restore': longCall(z.strictObject({ name: z.string().max(200) }), WorkspaceStatus),

  'reference.list': call(Nothing, z.array(ReferenceLine)),
  /** All lists as they are in use, by kind: what choices and look-ups show. */
  'reference.get': call(Nothing, z.record(z.string(), JsonValue)),
  'reference.compare': call(ReferenceText, ReferenceComparison),
  'reference.use': call(ReferenceText, z.array(ReferenceLine)),
  'reference.reset': call(z.strictObject({ kind: z.string().max(50) }), z.array(ReferenceLine)),

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
  /** What importing the file would bring; changes nothing. */
  'merge.preview': longCall(z.strictObject({ text: FileText, project: Id.optional() }), MergePreview),
  /** Each choice is the change whose value shall stand; all of them are one step. */
  'conflict.settle': call(
    z.strictObject({
      project: Id,
      choices: z
        .array(z.strictObject({ path: z.string().max(300), change: z.union([Id, z.literal(allSides)]) }))
        .min(1)
        .max(100_000),
    }),
    ProjectView,
  ),
  /** From then on the project is kept alike with the file; changes go both ways by themselves. */
  'link.set': call(z.strictObject({ project: Id, file: z.string().trim().min(1).max(4000) }), LinkStatus),
  'link.remove': call(OfProject, LinkStatus),
  'link.status': call(OfProject, LinkStatus),
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
  'project.undo': call(OfProject, ProjectView),
  'project.redo': call(OfProject, ProjectView),

  /** With a title, "don't know yet" opens an action of that name; knowing closes it. Undo takes both back at once. */
  'answer.set': call(
    z.strictObject({
      project: Id,
      question: ItemId,
      answer: Answer.nullable(),
      actionTitle: Action.shape.title.optional(),
    }),
    ProjectView,
  ),
  'answer.note': call(
    z.strictObject({ project: Id, question: ItemId, note: z.string().max(longestText) }),
    ProjectView,
  ),
  'answer.review': call(
    z.strictObject({ project: Id, questions: z.array(ItemId).min(1).max(1000), reviewed: z.boolean() }),
    ProjectView,
  ),
  'row.set': call(z.strictObject({ project: Id, table: ItemId, row: ItemId, value: RowValue }), ProjectView),
  'row.paste': call(
    z.strictObject({
      project: Id,
      table: ItemId,
      rows: z.array(z.strictObject({ id: ItemId, value: RowValue })).max(20_000),
    }),
    ProjectView,
  ),
  'row.remove': call(
    z.strictObject({ project: Id, table: ItemId, rows: z.array(ItemId).min(1).max(20_000) }),
    ProjectView,
  ),
  'action.set': call(z.strictObject({ project: Id, id: ItemId, action: Action.nullable() }), ProjectView),
  /** The same change to one action or many, as one step. */
  'action.change': call(
    z.strictObject({ project: Id, ids: z.array(ItemId).min(1).max(10_000), change: ActionChange }),
    ProjectView,
  ),
  'action.burnDown': call(OfProject, z.array(BurnDownPoint)),
  /** What an edited sheet of actions (.xlsx or .csv) would change; changes nothing by itself. */
  'actions.read': longCall(
    z.strictObject({ project: Id, name: z.string().max(300), content: z.base64().max(14_000_000) }),
    ActionSheet,
  ),
  /** Takes over what was chosen of it, as one step; refused when the project has moved on since it was read. */
  'actions.accept': call(
    z.strictObject({
      project: Id,
      file: z.string().max(200),
      proposals: z.array(ActionProposal).min(1).max(10_000),
    }),
    ProjectView,
  ),
  /** A file in the format of Azure/review-checklists becomes an additional checklist, as one step. */
  'checklist.import': longCall(
    z.strictObject({ project: Id, name: z.string().min(1).max(300), text: z.string().max(20_000_000) }),
    ProjectView,
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
    }),
    ProjectView,
  ),
  'checklist.remove': call(z.strictObject({ project: Id, id: ItemId }), ProjectView),
  /** The file that came in, with the statuses and comments of today; of a firm's own its questions only. */
  'checklist.export': longCall(
    z.strictObject({ project: Id, id: ItemId, format: z.enum(['json', 'csv', 'xlsx']).optional() }),
    WrittenFile,
  ),
  'decision.set': call(
    z.strictObject({ project: Id, id: ItemId, decision: Decision.nullable() }),
    ProjectView,
  ),
  'parking.set': call(z.strictObject({ project: Id, id: ItemId, item: ParkedItem.nullable() }), ProjectView),
  /** What was parked becomes an action or a decision, or a note on a question, and leaves the parking lot with it. */
  'parking.resolve': call(
    z.strictObject({
      project: Id,
      id: ItemId,
      into: z.enum(['action', 'decision', 'note']),
      /** Where the note goes; an action or decision keeps the one that was parked with it. */
      question: ItemId.optional(),
    }),
    ProjectView,
  ),
  'finding.accept': call(
    z.strictObject({ project: Id, finding: ItemId, acceptance: Acceptance.omit({ at: true }).nullable() }),
    ProjectView,
  ),
  'milestone.create': call(
    z.strictObject({ project: Id, name: Milestone.shape.name, note: z.string().max(longestText).optional() }),
    ProjectView,
  ),
  'milestone.describe': call(
    z.strictObject({
      project: Id,
      id: ItemId,
      name: Milestone.shape.name,
      note: z.string().max(longestText).optional(),
    }),
    ProjectView,
  ),
  'milestone.remove': call(z.strictObject({ project: Id, id: ItemId }), ProjectView),

  /** Readiness over time; of all there is when no days are given. */
  'progress.trend': call(
    z.strictObject({
      project: Id,
      from: IsoDay.optional(),
      to: IsoDay.optional(),
      /** About how many at most: fewer are there sooner. */
      points: z.number().int().min(2).max(200).optional(),
    }),
    z.strictObject({
      from: z.string(),
      to: z.string(),
      /** The project's first day. */
      first: z.string(),
      /** Whether every day on which something changed has a point of its own. */
      isWhole: z.boolean(),
      points: z.array(TrendPoint),
    }),
  ),
  'progress.compare': call(z.strictObject({ project: Id, from: Moment, to: Moment }), Comparison),

  /** The plan as blocks, as it is shown on screen. */
  'plan.build': call(
    PlanChoice,
    z.custom<PlanDocument>((value) => typeof value === 'object' && value !== null),
  ),
  'plan.export': longCall(
    PlanChoice.extend({
      format: z.enum(planFormats),
      /** Leaves the firm's logo and template aside: the way out when one of them cannot be used. */
      plain: z.boolean().optional(),
    }),
    WrittenFile,
  ),
  /** The pages as they will print, each named by a hash of what is on it, so that only changed ones are asked for. */
  'plan.pages': longCall(PlanChoice, PlanPages),
  'plan.page': call(
    z.strictObject({ project: Id, hash: z.string().max(100) }),
    z.strictObject({ svg: z.string() }),
  ),
  /** The projects in the order given, one line each, as a workbook. */
  'portfolio.export': longCall(z.strictObject({ projects: z.array(Id).min(1).max(20_000) }), WrittenFile),
  /**
   * Every flow of a project walked there and back, with the parts in `off` switched off, which touches no answer. With
   * `failures` also the loss of each part (1), or of each pair as well (2). `flows` names those whose hops are wanted where
   * there are too many for all.
   */
  'route.trace': longCall(
    z.strictObject({
      project: Id,
      off: z.array(z.string().max(400)).max(1000).optional(),
      failures: z.union([z.literal(0), z.literal(1), z.literal(2)]).optional(),
      flows: z.array(z.string().max(600)).max(500).optional(),
    }),
    RouteTrace,
  ),
  'look.get': call(Nothing, DocumentLook),
  'look.set': call(
    DocumentLook.pick({ paper: true, accent: true, firm: true })
      .extend({ logo: GivenFile.nullable(), template: GivenFile.nullable() })
      .partial(),
    DocumentLook,
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

export type Contract = typeof contract;
export type CallName = keyof Contract;
export type InputOf<N extends CallName> = z.infer<Contract[N]['input']>;
export type OutputOf<N extends CallName> = z.infer<Contract[N]['output']>;

export type CallOptions = { signal?: AbortSignalLike; onProgress?: (progress: Progress) => void };

/** The part of AbortSignal that is needed, so that this file needs no runtime's types. */
export type AbortSignalLike = {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
};

/** What every transport offers: the same calls, typed. */
export type Client = <N extends CallName>(
  name: N,
  input: InputOf<N>,
  options?: CallOptions,
) => Promise<Reply<OutputOf<N>>>;

/**
 * Every call the user interface can make, with the schema of what goes in and what comes out. The client's type, the
 * handlers' type and the checks at the door are all derived from this one object.
 */
import { z } from 'zod';
import { audiences, type PlanDocument } from './document/blocks.ts';
import { textFormats } from './document/formats.ts';
import { Answer, longestText, RowValue } from './project/answer.ts';
import { JsonValue } from './project/change.ts';
import { Acceptance, Action, Decision, Milestone, ParkedItem } from './project/paths.ts';
import { ProjectView } from './view.ts';

/** What can go wrong, as a closed list; each has a sentence and a way out in `backend/call-failure.ts`, and the interface's own in its words. */
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
  'project.import': longCall(z.strictObject({ text: z.string().max(400_000_000) }), ProjectView),
  'project.export': longCall(OfProject, z.strictObject({ fileName: z.string(), text: z.string() })),
  'project.history': call(
    z.strictObject({
      project: Id,
      path: z.string().max(300).optional(),
      before: z.number().int().optional(),
      limit: z.number().int().min(1).max(1000).optional(),
    }),
    z.array(HistoryEntry),
  ),
  'project.undo': call(OfProject, ProjectView),
  'project.redo': call(OfProject, ProjectView),

  'answer.set': call(
    z.strictObject({ project: Id, question: ItemId, answer: Answer.nullable() }),
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
  'decision.set': call(
    z.strictObject({ project: Id, id: ItemId, decision: Decision.nullable() }),
    ProjectView,
  ),
  'parking.set': call(z.strictObject({ project: Id, id: ItemId, item: ParkedItem.nullable() }), ProjectView),
  'finding.accept': call(
    z.strictObject({ project: Id, finding: ItemId, acceptance: Acceptance.omit({ at: true }).nullable() }),
    ProjectView,
  ),
  'milestone.create': call(
    z.strictObject({ project: Id, name: Milestone.shape.name, note: z.string().max(longestText).optional() }),
    ProjectView,
  ),
  'milestone.remove': call(z.strictObject({ project: Id, id: ItemId }), ProjectView),

  /** The plan as blocks, as it is shown on screen. */
  'plan.build': call(
    PlanChoice,
    z.custom<PlanDocument>((value) => typeof value === 'object' && value !== null),
  ),
  'plan.export': longCall(
    PlanChoice.extend({ format: z.enum(textFormats) }),
    z.strictObject({ fileName: z.string(), text: z.string() }),
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

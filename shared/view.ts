/** The project as screens, documents and the command line see it: what is stored, and all that follows from it. */
import { z } from 'zod';
import { EvidenceHead } from './evidence/kept.ts';
import { Answer, RowValue } from './project/answer.ts';
import { JsonValue } from './project/change.ts';
import {
  Acceptance,
  Action,
  Attachment,
  Decision,
  Milestone,
  ParkedItem,
  Review,
  ReviewStatus,
} from './project/paths.ts';
import { Sitting, Workshop } from './project/workshop.ts';
import { Language } from './words/catalogue.ts';

export const severities = ['blocker', 'gate', 'risk', 'advice'] as const;
export type Severity = (typeof severities)[number];

/** Where a finding comes from: a question, or a cell of a table. */
export const FindingOrigin = z.strictObject({
  question: z.string(),
  row: z.string().optional(),
  column: z.string().optional(),
});
export type FindingOrigin = z.infer<typeof FindingOrigin>;

export const Finding = z.strictObject({
  /** Stable across runs: the rule, and what in the project it speaks of. */
  id: z.string(),
  rule: z.string(),
  severity: z.enum(severities),
  title: z.string(),
  why: z.string(),
  remedy: z.string(),
  from: z.array(FindingOrigin),
  facts: z.array(z.string()),
  sources: z.array(z.string()),
  /** The pieces of evidence it follows from, by the attachment's id. */
  evidence: z.array(z.string()).optional(),
  /** Where a firm's own question names a document of its own. */
  link: z.string().optional(),
  accepted: Acceptance.optional(),
  /** Was accepted until a day that has passed: it stands again. */
  lapsed: Acceptance.optional(),
});
export type Finding = z.infer<typeof Finding>;

export const ReadinessLoss = z.strictObject({
  question: z.string(),
  reason: z.enum(['open', 'unknown', 'draft', 'blocked', 'unconfirmed', 'stale']),
  points: z.number(),
});

export const ChecklistReadiness = z.strictObject({
  checklist: z.string(),
  /** Of an additional checklist that counts; the built-in ones have theirs in the words. */
  name: z.string().optional(),
  /** 0 to 100. */
  percent: z.number(),
  counted: z.number(),
  answered: z.number(),
  confirmed: z.number(),
  open: z.number(),
  /** Answers whose proofs have all run out. */
  stale: z.number(),
  blockers: z.number(),
  gates: z.number(),
});
export type ChecklistReadiness = z.infer<typeof ChecklistReadiness>;

export const verdicts = [
  'proceed',
  'conditions',
  'private-peering',
  'not-express-route',
  'undecided',
] as const;
export const Verdict = z.strictObject({
  verdict: z.enum(verdicts),
  sentence: z.string(),
  reasonsFor: z.array(z.string()),
  reasonsAgainst: z.array(z.string()),
  conditions: z.array(z.string()),
  alternatives: z.array(z.string()),
  /** The questions it waits for, where it is undecided. */
  asks: z.array(z.string()).optional(),
  /** What to do in its place, in order, where ExpressRoute is not the answer. */
  steps: z.array(z.string()).optional(),
});
export type Verdict = z.infer<typeof Verdict>;

export const Assessment = z.strictObject({
  contentVersion: z.string(),
  /** Ids of the questions that are asked, given the answers so far. */
  visible: z.array(z.string()),
  findings: z.array(Finding),
  readiness: z.strictObject({
    percent: z.number(),
    checklists: z.array(ChecklistReadiness),
    losses: z.array(ReadinessLoss),
  }),
  verdict: Verdict,
});
export type Assessment = z.infer<typeof Assessment>;

const record = <T extends z.ZodType>(value: T) => z.record(z.string(), value);

/** A path on which two copies of the project disagree. */
export const Disagreement = z.strictObject({
  path: z.string(),
  sides: z.array(
    z.strictObject({
      change: z.uuid(),
      value: JsonValue,
      author: z.string(),
      at: z.number(),
      /** Made in the copy that is looked at. */
      here: z.boolean(),
    }),
  ),
  /** What would stand with every side's fields, where no two sides changed the same field. */
  combined: JsonValue.optional(),
});
export type Disagreement = z.infer<typeof Disagreement>;

/** A checklist beside the built-in ones, with how many of its items have which status; the items come by `checklist.open`. */
export const ChecklistSummary = z.strictObject({
  id: z.string(),
  name: z.string(),
  /** A firm's own, whose questions can be changed here. */
  own: z.boolean(),
  /** Whether it counts in readiness. */
  counts: z.boolean(),
  items: z.number(),
  statuses: z.record(ReviewStatus, z.number()),
  /** How many were answered when they were put differently. */
  reworded: z.number(),
});
export type ChecklistSummary = z.infer<typeof ChecklistSummary>;

/** What the content in use asks otherwise than the content under which the project was confirmed. */
export const ContentUpdate = z.strictObject({
  /** Questions that were not there then, and have no answer yet. */
  added: z.array(z.string()),
  /** Confirmed when they were put differently: by whom and when. They count as not confirmed. */
  reworded: record(Review),
  /** Answered once, and no longer asked by any checklist. */
  retired: z.array(z.string()),
});
export type ContentUpdate = z.infer<typeof ContentUpdate>;

export const ProjectView = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  customer: z.string(),
  /** What its findings and its verdict are worded in. */
  language: Language,
  /** What the plan is written in. */
  planLanguage: Language,
  archived: z.boolean(),
  createdAt: z.number(),
  answers: record(Answer),
  notes: record(z.string()),
  reviews: record(Review),
  proofs: record(z.array(z.string())),
  tables: record(z.array(RowValue.extend({ id: z.string() }))),
  actions: record(Action),
  milestones: record(Milestone),
  decisions: record(Decision),
  parking: record(ParkedItem),
  acceptances: record(Acceptance),
  /** What the findings said that acceptances and actions name, and that stand no more; by their ids. */
  goneFindings: record(z.string()),
  attachments: record(Attachment),
  /** By the attachment's id; the records stay in the backend. */
  evidence: record(EvidenceHead),
  workshops: record(Workshop),
  sittings: record(Sitting),
  checklists: z.array(ChecklistSummary),
  contentUpdate: ContentUpdate,
  disagreements: z.array(Disagreement),
  assessment: Assessment,
  saved: z.strictObject({ at: z.number(), author: z.string(), changes: z.number() }),
  /** The act that Undo takes back next. */
  undoes: z.string().nullable(),
  canRedo: z.boolean(),
});
export type ProjectView = z.infer<typeof ProjectView>;

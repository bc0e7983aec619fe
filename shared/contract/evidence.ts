/** The calls about evidence: what Azure, routers and tools print is read, held against the project, and kept. */
import { z } from 'zod';
import { unreadReasons } from '../evidence/evidence.ts';
import { EvidenceAbout, EvidenceHead } from '../evidence/kept.ts';
import { LookUpResult } from '../evidence/look-up.ts';
import { noUses } from '../evidence/no-use.ts';
import { PacReport } from '../evidence/pac/report.ts';
import {
  AnswerProposal,
  Conflict,
  Missing,
  Proposals,
  RowProposal,
} from '../evidence/proposals/proposals.ts';
import { Attachment } from '../project/paths.ts';
import { ProjectView } from '../view.ts';
import { call, Id, ItemId, longCall } from './call.ts';

const Kind = EvidenceHead.shape.kind;
const Link = z.enum(['primary', 'secondary']);
const Unread = z.strictObject({
  line: z.number().int(),
  text: z.string(),
  reason: z.enum(unreadReasons),
});

export const EvidenceReadingResult = z.discriminatedUnion('ok', [
  z.strictObject({
    ok: z.literal(true),
    /** Names what was read until it is accepted; it is forgotten when many more are read. */
    reading: z.string(),
    /** The file's; empty for what was pasted. */
    name: z.string(),
    /** How many outputs of several commands it is made of; this one is one of them. */
    parts: z.number().int(),
    head: EvidenceHead,
    /** The day the evidence itself, or the name of the file, says it was taken. */
    taken: Attachment.shape.taken.unwrap().nullable(),
    unread: z.array(Unread),
    proposals: Proposals,
  }),
  z.strictObject({
    ok: z.literal(false),
    problem: z.enum(['empty', 'too-long', 'unknown', 'other-kind', 'empty-list', 'no-use']),
    looksLike: Kind.nullable(),
    /** What it is, where it is known and of no use. */
    noUse: z.enum(noUses).nullable(),
    /** Where a text that begins like JSON stops being it. */
    fault: Unread.nullable(),
    dropped: z.array(z.string()),
  }),
]);
export type EvidenceReadingResult = z.infer<typeof EvidenceReadingResult>;

const OfReading = z.strictObject({
  reading: z.string().max(100),
  link: Link.optional(),
  about: EvidenceAbout.optional(),
  taken: Attachment.shape.taken,
});

/** What pieces propose together, and what of it they contradict each other in; of each what only a person can say. */
export const TogetherResult = z.strictObject({
  proposals: Proposals,
  conflicts: z.array(Conflict),
  pieces: z.array(z.strictObject({ reading: z.string(), missing: z.array(Missing) })),
});
export type TogetherResult = z.infer<typeof TogetherResult>;

/** As many as are kept until they are accepted. */
const mostPieces = 50;

export const evidenceCalls = {
  /** What was given, or an attachment that is there already; changes nothing by itself. */
  'evidence.read': longCall(
    z.strictObject({
      project: Id,
      name: z.string().max(300),
      content: z.base64().max(280_000_000).optional(),
      attachment: ItemId.optional(),
      as: Kind.optional(),
      /** Which of the outputs in it, where it is a session of several commands; the first when not given. */
      part: z.number().int().min(0).max(100).optional(),
    }),
    EvidenceReadingResult,
  ),
  /** The proposals of one piece once more, or of several together, against the project as it is now. */
  'evidence.propose': call(
    z.strictObject({ project: Id, pieces: z.array(OfReading).min(1).max(mostPieces) }),
    TogetherResult,
  ),
  /** Keeps what was read and applies what was chosen, as one step; refused when the project says something else by now. */
  'evidence.accept': call(
    z.strictObject({
      project: Id,
      pieces: z
        .array(
          OfReading.extend({
            name: z.string().trim().min(1).max(300),
            taken: Attachment.shape.taken.unwrap(),
            shelfDays: Attachment.shape.shelfDays.unwrap(),
          }),
        )
        .min(1)
        .max(mostPieces),
      answers: z.array(AnswerProposal).max(1000),
      rows: z.array(RowProposal).max(10_000),
    }),
    ProjectView,
  ),
  /** What an address or a name belongs to, by the lists that are kept as evidence. */
  'evidence.lookup': call(
    z.strictObject({ project: Id, text: z.string().trim().min(1).max(300) }),
    LookUpResult,
  ),
  /** Who goes where by a PAC file that is kept or was just read, and what stands in the wrong order. */
  'evidence.pac': call(
    z.union([
      z.strictObject({ project: Id, id: ItemId }),
      z.strictObject({ project: Id, reading: z.string().max(100) }),
    ]),
    PacReport,
  ),
  /** Which link and rows a kept piece is about. */
  'evidence.describe': call(
    z.strictObject({ project: Id, id: ItemId, link: Link.nullable(), about: EvidenceAbout }),
    ProjectView,
  ),
} as const;

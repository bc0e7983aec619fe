/** Evidence: read on a thread when it is large, held against the project, and kept as one step with what was chosen of it. */
import { createHash } from 'node:crypto';
import type { QuestionId } from '../../../shared/content/content.ts';
import type { EvidenceReadingResult, TogetherResult } from '../../../shared/contract/evidence.ts';
import type { InputOf } from '../../../shared/contract.ts';
import { headOfKept, type KeptEvidence } from '../../../shared/evidence/kept.ts';
import { acceptProposals } from '../../../shared/evidence/proposals/accept.ts';
import type { ProposalProject } from '../../../shared/evidence/proposals/claims.ts';
import {
  propose,
  proposeTogether,
  type Together,
  withAbout,
} from '../../../shared/evidence/proposals/propose.ts';
import type { Json } from '../../../shared/json.ts';
import type { Edit, Origin } from '../../../shared/project/change.ts';
import type { Action, Attachment } from '../../../shared/project/paths.ts';
import { questionActionAfter, questionActionId } from '../../../shared/project/question-action.ts';
import { CallFailure } from '../call-failure.ts';
import type { Context } from '../context.ts';
import type { Handlers, Job } from '../dispatch.ts';
import { edit, requireProject, viewOf } from '../edit.ts';
import { readOnThread } from '../evidence-thread.ts';
import { atStep } from '../job.ts';
import { askReading } from '../pac/pac-reading.ts';
import type { PendingEvidence } from '../pending-evidence.ts';
import { type FileReading, readFile } from '../read-evidence-file.ts';
import { referenceOf } from '../reference.ts';
import { readerWithEvidence } from './evidence-questions.ts';

/** What is read in a few milliseconds is not worth a thread. */
const smallBytes = 64_000;

async function read(
  context: Context,
  { project, name, content, attachment, as, part }: InputOf<'evidence.read'>,
  job: Job,
): Promise<EvidenceReadingResult> {
  requireProject(context, project);
  await atStep(job, 'reading');
  const known = attachment === undefined ? undefined : attachmentOf(context, project, attachment);
  const bytes =
    content === undefined ? known && context.workspace.getBlob(known.hash) : Buffer.from(content, 'base64');
  if (!bytes) throw new CallFailure('bad-input', { says: 'evidence-empty' });
  const parsed = await readBytes({ bytes, name: name || (known?.name ?? ''), as, part }, job);
  // A PAC file says what it says only when it is asked.
  const reading =
    parsed.ok && parsed.kept.kind === 'pac'
      ? await askReading(parsed, readerWithEvidence(context, project), context.now(), job)
      : parsed;
  if (!reading.ok) {
    const { problem, looksLike, noUse, fault, dropped } = reading;
    return {
      ok: false,
      problem,
      looksLike: looksLike ?? null,
      noUse: noUse ?? null,
      fault: fault ?? null,
      dropped: [...dropped],
    };
  }
  const before =
    attachment === undefined ? undefined : context.views.evidence(context.workspace, project)[attachment];
  const kept = before?.about
    ? withAbout(reading.kept, before.link ?? reading.kept.link, before.about)
    : reading.kept;
  const id = context.newId();
  const { content: text, isPacked } = reading;
  context.pending.put(id, { kept, content: text, isPacked, attachment });
  return {
    ok: true,
    reading: id,
    name,
    parts: parsed.ok ? parsed.parts : 1,
    head: headOfKept(kept),
    taken: known?.taken ?? reading.evidence.taken ?? null,
    unread: [...reading.evidence.unread],
    proposals: propose(kept, subjectOf(context, project)),
  };
}

async function readBytes(
  file: { bytes: Uint8Array; name: string } & Pick<InputOf<'evidence.read'>, 'as' | 'part'>,
  job: Job,
): Promise<FileReading> {
  if (file.bytes.length <= smallBytes) return (await readFile(file)).reading;
  const one = await readOnThread({ ...file, bytes: new Uint8Array(file.bytes) }, job);
  one.close();
  return one.reading;
}

function attachmentOf(context: Context, project: string, id: string): Attachment {
  const found = context.workspace.readValue(project, `attachment/${id}`) as Attachment | null | undefined;
  if (!found) throw new CallFailure('not-found', { says: 'evidence-gone' });
  return found;
}

/** What proposals are held against. */
function subjectOf(context: Context, project: string): ProposalProject {
  const { answers, tables, reviews, attachments, assessment } = viewOf(context, project);
  return {
    answers,
    tables,
    reviews,
    attachments,
    evidence: context.views.evidence(context.workspace, project),
    visible: new Set(assessment.visible),
    reference: referenceOf(context),
  };
}

type Said = InputOf<'evidence.propose'>['pieces'][number];

function pendingOf(context: Context, { reading, link, about = {} }: Said): PendingEvidence {
  const pending = context.pending.get(reading);
  if (!pending) throw new CallFailure('not-found', { says: 'reading-gone' });
  return { ...pending, kept: withAbout(pending.kept, link, about) };
}

function together(
  context: Context,
  pieces: readonly Said[],
  subject: ProposalProject,
): Together & { pending: Map<string, PendingEvidence> } {
  const pending = new Map(pieces.map((piece) => [piece.reading, pendingOf(context, piece)]));
  const said = pieces.flatMap(({ reading: id, taken }) => {
    const kept = pending.get(id)?.kept;
    return kept ? [{ id, kept, taken }] : [];
  });
  const all = proposeTogether(said, subject);
  const lacking = [...all.pieces].filter(([, { missing }]) => missing.size > 0);
  if (said.length === 1 || lacking.length === 0) return { ...all, pending };
  // What a person has to say something about first waits, whatever it could say already.
  const names = new Set(lacking.map(([id]) => id));
  const rest = proposeTogether(
    said.filter(({ id }) => !names.has(id)),
    subject,
  );
  return { ...rest, pieces: new Map([...rest.pieces, ...lacking]), pending };
}

function proposals(context: Context, { project, pieces: said }: InputOf<'evidence.propose'>): TogetherResult {
  const { proposals: all, conflicts, pieces } = together(context, said, subjectOf(context, project));
  return {
    proposals: all,
    conflicts: [...conflicts],
    pieces: [...pieces].map(([reading, { missing }]) => ({ reading, missing: [...missing] })),
  };
}

type KeptPiece = {
  id: string;
  reading: string;
  content: Uint8Array;
  edits: Edit[];
  origin: Origin & { evidence: { hash: string } };
};

function keepPiece(
  context: Context,
  project: string,
  { reading, name, taken, shelfDays }: InputOf<'evidence.accept'>['pieces'][number],
  { kept, content, isPacked, attachment }: PendingEvidence,
): KeptPiece {
  const hash = createHash('sha256').update(content).digest('hex');
  const id = attachment ?? context.newId();
  const fileName = isPacked && !name.endsWith('.gz') ? `${name}.gz` : name;
  // It may be gone: taken back, and accepted once more.
  const before = context.workspace.readValue(project, `attachment/${id}`) as Attachment | null | undefined;
  const value: Attachment = {
    name: fileName,
    kind: kept.kind,
    hash,
    size: content.length,
    addedAt: before?.addedAt ?? context.now(),
    taken,
    shelfDays,
  };
  const origin = {
    kind: 'evidence' as const,
    ref: fileName.slice(0, 200),
    evidence: { attachment: id, name: fileName, kind: kept.kind, taken, hash },
  };
  const edits = [
    { path: `attachment/${id}`, after: value as unknown as Json, origin },
    { path: `evidence/${id}`, after: kept as unknown as Json, origin },
  ];
  return { id, reading, content, edits, origin };
}

function accept(context: Context, { project, pieces, answers, rows }: InputOf<'evidence.accept'>) {
  requireProject(context, project);
  const subject = subjectOf(context, project);
  const { proposals: now, conflicts, pieces: claimed, pending } = together(context, pieces, subject);
  const accepted = acceptProposals({ answers, rows }, now, subject);
  if (!accepted.ok)
    throw new CallFailure('conflict', {
      says: 'proposals-moved',
      values: { moved: accepted.moved },
    });
  const kept = pieces.flatMap((piece) => {
    const found = pending.get(piece.reading);
    return found ? [keepPiece(context, project, piece, found)] : [];
  });
  const [first] = kept;
  if (!first) throw new CallFailure('not-found', { says: 'reading-gone' });
  /** Whoever said it first. */
  const originOf = (path: string) =>
    kept.find(({ reading }) => claimed.get(reading)?.paths.has(path))?.origin;
  const edits: Edit[] = [
    ...accepted.edits.map((one) => ({ ...one, origin: originOf(one.path) ?? first.origin })),
    ...kept.flatMap((piece) => piece.edits),
    ...accepted.questions.flatMap((question) => closing(context, project, question)),
    ...accepted.supports.flatMap((question) => {
      const proofs = kept.filter(({ reading }) => claimed.get(reading)?.supports.has(question as QuestionId));
      return proving(context, project, question, proofs);
    }),
  ];
  const blobs = new Map(kept.map(({ origin, content }) => [origin.evidence.hash, content]));
  const view = edit(context, project, edits, first.origin, blobs);
  const isOpen = new Set(conflicts.flatMap(({ says }) => says.map(({ piece }) => piece)));
  for (const { id, reading } of kept) {
    const found = context.pending.get(reading);
    // What contradicts another is kept, and what of it to take is still to be said.
    if (found && isOpen.has(reading)) context.pending.put(reading, { ...found, attachment: id });
    else context.pending.remove(reading);
  }
  return view;
}

/** "Don't know yet" is known now. */
function closing(context: Context, project: string, question: string): Edit[] {
  const path = `action/${questionActionId(question)}`;
  const action = (context.workspace.readValue(project, path) as Action | null | undefined) ?? undefined;
  const after = questionActionAfter(
    action,
    question,
    { state: 'answered', value: '' },
    undefined,
    context.now(),
  );
  return after ? [{ path, after: after as Json }] : [];
}

function proving(context: Context, project: string, question: string, pieces: readonly KeptPiece[]): Edit[] {
  const path = `proof/${question}`;
  const proofs = context.workspace.readValue(project, path);
  const known = Array.isArray(proofs) ? proofs : [];
  const added = pieces.filter(({ id }) => !known.includes(id));
  const [first] = added;
  return first ? [{ path, after: [...known, ...added.map(({ id }) => id)], origin: first.origin }] : [];
}

type Calls = Exclude<Extract<keyof Handlers, `evidence.${string}`>, 'evidence.lookup' | 'evidence.pac'>;

export const evidenceHandlers: Pick<Handlers, Calls> = {
  'evidence.read': read,
  'evidence.propose': proposals,
  'evidence.accept': accept,
  'evidence.describe': (context, { project, id, link, about }) => {
    const path = `evidence/${id}`;
    const kept = context.workspace.readValue(project, path) as unknown as KeptEvidence | null | undefined;
    if (!kept) throw new CallFailure('not-found', { says: 'evidence-gone' });
    return edit(context, project, [
      { path, after: withAbout(kept, link ?? undefined, about) as unknown as Json },
    ]);
  },
};

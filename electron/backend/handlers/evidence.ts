/** Evidence: read on a thread when it is large, held against the project, and kept as one step with what was chosen of it. */
import { createHash } from 'node:crypto';
import type { EvidenceReadingResult } from '../../../shared/contract/evidence.ts';
import type { InputOf } from '../../../shared/contract.ts';
import { headOfKept, type KeptEvidence } from '../../../shared/evidence/kept.ts';
import { acceptProposals } from '../../../shared/evidence/proposals/accept.ts';
import type { ProposalProject } from '../../../shared/evidence/proposals/claims.ts';
import type { Proposals } from '../../../shared/evidence/proposals/proposals.ts';
import { propose, withAbout } from '../../../shared/evidence/proposals/propose.ts';
import type { Json } from '../../../shared/json.ts';
import type { Edit } from '../../../shared/project/change.ts';
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
  { project, name, content, attachment, as }: InputOf<'evidence.read'>,
  job: Job,
): Promise<EvidenceReadingResult> {
  requireProject(context, project);
  await atStep(job, 'reading');
  const known = attachment === undefined ? undefined : attachmentOf(context, project, attachment);
  const bytes =
    content === undefined ? known && context.workspace.getBlob(known.hash) : Buffer.from(content, 'base64');
  if (!bytes) throw new CallFailure('bad-input', { says: 'evidence-empty' });
  const parsed = await readBytes({ bytes, name: name || (known?.name ?? ''), as }, job);
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
    head: headOfKept(kept),
    taken: known?.taken ?? reading.evidence.taken ?? null,
    unread: [...reading.evidence.unread],
    proposals: propose(kept, subjectOf(context, project)),
  };
}

async function readBytes(
  file: { bytes: Uint8Array; name: string; as: InputOf<'evidence.read'>['as'] },
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

type Said = Pick<InputOf<'evidence.propose'>, 'reading' | 'link' | 'about'>;

function pendingOf(context: Context, { reading, link, about = {} }: Said): PendingEvidence {
  const pending = context.pending.get(reading);
  if (!pending) throw new CallFailure('not-found', { says: 'reading-gone' });
  return { ...pending, kept: withAbout(pending.kept, link, about) };
}

function proposals(context: Context, { project, ...said }: InputOf<'evidence.propose'>): Proposals {
  return propose(pendingOf(context, said).kept, subjectOf(context, project));
}

function accept(context: Context, input: InputOf<'evidence.accept'>) {
  const { project, name, taken, shelfDays, answers, rows } = input;
  requireProject(context, project);
  const { kept, content, isPacked, attachment } = pendingOf(context, input);
  const subject = subjectOf(context, project);
  const accepted = acceptProposals({ answers, rows }, propose(kept, subject), subject);
  if (!accepted.ok)
    throw new CallFailure('conflict', {
      says: 'proposals-moved',
      values: { moved: accepted.moved },
    });
  const hash = createHash('sha256').update(content).digest('hex');
  const id = attachment ?? context.newId();
  const fileName = isPacked && !name.endsWith('.gz') ? `${name}.gz` : name;
  const before = attachment === undefined ? undefined : attachmentOf(context, project, attachment);
  const value: Attachment = {
    name: fileName,
    kind: kept.kind,
    hash,
    size: content.length,
    addedAt: before?.addedAt ?? context.now(),
    taken,
    shelfDays,
  };
  const edits: Edit[] = [
    ...accepted.edits,
    { path: `attachment/${id}`, after: value as unknown as Json },
    { path: `evidence/${id}`, after: kept as unknown as Json },
    ...accepted.questions.flatMap((question) => closing(context, project, question)),
    ...accepted.supports.flatMap((question) => proving(context, project, question, id)),
  ];
  const origin = {
    kind: 'evidence' as const,
    ref: fileName.slice(0, 200),
    evidence: { attachment: id, name: fileName, kind: kept.kind, taken, hash },
  };
  const view = edit(context, project, edits, origin, new Map([[hash, content]]));
  context.pending.remove(input.reading);
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

function proving(context: Context, project: string, question: string, id: string): Edit[] {
  const path = `proof/${question}`;
  const proofs = context.workspace.readValue(project, path);
  const known = Array.isArray(proofs) ? proofs : [];
  return known.includes(id) ? [] : [{ path, after: [...known, id] }];
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

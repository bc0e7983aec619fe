/** What people keep beside the answers: actions, decisions, parked points, accepted risks, milestones, attachments. */
import { createHash } from 'node:crypto';
import { shelfDaysFor } from '../../../shared/assess/evidence.ts';
import { findQuestion } from '../../../shared/content/answer-schema.ts';
import { localDay } from '../../../shared/day.ts';
import type { Json } from '../../../shared/json.ts';
import type { Edit } from '../../../shared/project/change.ts';
import type { Attachment } from '../../../shared/project/paths.ts';
import { CallFailure } from '../call-failure.ts';
import type { Handlers } from '../dispatch.ts';
import { edit, originIn, requireProject, viewOf } from '../edit.ts';

type Calls =
  | 'action.set'
  | 'decision.set'
  | 'parking.set'
  | 'finding.accept'
  | 'attachment.add'
  | 'attachment.get'
  | 'attachment.describe'
  | 'attachment.remove';

export const itemHandlers: Pick<Handlers, Calls> = {
  'action.set': (context, { project, id, action, workshop }) =>
    edit(context, project, [{ path: `action/${id}`, after: action as Json }], originIn(workshop)),
  'decision.set': (context, { project, id, decision, workshop }) =>
    edit(context, project, [{ path: `decision/${id}`, after: decision as Json }], originIn(workshop)),
  'parking.set': (context, { project, id, item, workshop }) =>
    edit(context, project, [{ path: `parking/${id}`, after: item as Json }], originIn(workshop)),
  'finding.accept': (context, { project, finding, acceptance }) => {
    const found = viewOf(context, project).assessment.findings.find((one) => one.id === finding);
    if (acceptance && found?.severity === 'blocker') {
      throw new CallFailure('bad-input', {
        says: 'blocker-stays',
      });
    }
    const accepted = found && { accepted: found.title.slice(0, 1000) };
    const after = acceptance && ({ ...acceptance, at: context.now(), ...accepted } as unknown as Json);
    return edit(context, project, [{ path: `acceptance/${finding}`, after }]);
  },
  'attachment.add': (context, { project, name, kind, content, question, taken, shelfDays }) => {
    requireProject(context, project);
    const bytes = Buffer.from(content, 'base64');
    const hash = createHash('sha256').update(bytes).digest('hex');
    const id = context.newId();
    const attachment = {
      name,
      kind,
      hash,
      size: bytes.length,
      addedAt: context.now(),
      // Nothing is known to be older than the day it came in.
      taken: taken ?? localDay(context.now()),
      shelfDays: shelfDays ?? shelfDaysFor(question),
    };
    const edits: Edit[] = [{ path: `attachment/${id}`, after: attachment }];
    if (question !== undefined) {
      if (!findQuestion(question))
        throw new CallFailure('bad-input', { says: 'no-question', values: { id: question } });
      const proofs = context.workspace.readValue(project, `proof/${question}`);
      edits.push({ path: `proof/${question}`, after: [...(Array.isArray(proofs) ? proofs : []), id] });
    }
    // In one act with what names it: neither is there without the other.
    return edit(context, project, edits, { kind: 'edit' }, new Map([[hash, bytes]]));
  },
  'attachment.get': (context, { project, id }) => {
    const attachment = context.workspace.readValue(project, `attachment/${id}`) as
      | { name: string; hash: string }
      | null
      | undefined;
    const bytes = attachment && context.workspace.getBlob(attachment.hash);
    if (!attachment || !bytes) throw new CallFailure('not-found', { says: 'attachment-gone' });
    return { name: attachment.name, content: Buffer.from(bytes).toString('base64') };
  },
  'attachment.describe': (context, { project, id, taken, shelfDays }) => {
    const path = `attachment/${id}`;
    const attachment = context.workspace.readValue(project, path) as Attachment | null | undefined;
    if (!attachment) throw new CallFailure('not-found', { says: 'attachment-gone' });
    const { taken: _taken, ...rest } = attachment;
    return edit(context, project, [
      { path, after: { ...rest, ...(taken ? { taken } : {}), shelfDays } as Json },
    ]);
  },
  'attachment.remove': (context, { project, id }) => {
    const edits: Edit[] = [
      { path: `attachment/${id}`, after: null },
      { path: `evidence/${id}`, after: null },
    ];
    for (const [path, { value }] of context.workspace.readCurrent(project)) {
      if (!path.startsWith('proof/') || !Array.isArray(value) || !value.includes(id)) continue;
      const others = value.filter((proof) => proof !== id);
      edits.push({ path, after: others.length > 0 ? others : null });
    }
    return edit(context, project, edits);
  },
};

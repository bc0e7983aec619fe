/** What is asked of the evidence that is kept: what an address or a name belongs to, and what a PAC file answers. */
import type { Reader } from '../../../shared/assess/reader.ts';
import { readerOf } from '../../../shared/document/context.ts';
import { type KeptEvidence, recordsOf } from '../../../shared/evidence/kept.ts';
import { LookUp } from '../../../shared/evidence/look-up.ts';
import { reportPac } from '../../../shared/evidence/pac/report.ts';
import { CallFailure } from '../call-failure.ts';
import type { Context } from '../context.ts';
import type { Handlers } from '../dispatch.ts';
import { viewOf } from '../edit.ts';
import { readFrom } from '../read-from.ts';
import { referenceOf } from '../reference.ts';

export function readerWithEvidence(context: Context, project: string): Reader {
  return readerOf(readFrom(context, viewOf(context, project)));
}

/** The index of the evidence last asked: it stays while the evidence and the lists in use are the same. */
const lookUps = new WeakMap<object, { reference: object; lookUp: LookUp }>();

export const evidenceQuestionHandlers: Pick<Handlers, 'evidence.lookup' | 'evidence.pac'> = {
  'evidence.lookup': (context, { project, text }) => {
    const evidence = context.views.evidence(context.workspace, project);
    const reference = referenceOf(context);
    const known = lookUps.get(evidence);
    if (known?.reference === reference) return known.lookUp.find(text);
    const lookUp = new LookUp(readerWithEvidence(context, project));
    lookUps.set(evidence, { reference, lookUp });
    return lookUp.find(text);
  },
  'evidence.pac': (context, { project, ...of }) => {
    const kept: KeptEvidence | undefined =
      'id' in of
        ? context.views.evidence(context.workspace, project)[of.id]
        : context.pending.get(of.reading)?.kept;
    if (kept?.kind !== 'pac') throw new CallFailure('not-found', { says: 'evidence-gone' });
    return reportPac(readerWithEvidence(context, project), recordsOf(kept));
  },
};

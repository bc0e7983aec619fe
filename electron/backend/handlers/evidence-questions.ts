/** What is asked of the evidence that is kept: what an address or a name belongs to, and what a PAC file answers. */
import type { Reader } from '../../../shared/assess/reader.ts';
import { readerOf } from '../../../shared/document/context.ts';
import { LookUp } from '../../../shared/evidence/look-up.ts';
import { reportPac } from '../../../shared/evidence/pac/report.ts';
import { CallFailure } from '../call-failure.ts';
import type { Context } from '../context.ts';
import type { Handlers } from '../dispatch.ts';
import { viewOf } from '../edit.ts';
import { readFrom } from '../read-from.ts';

export function readerWithEvidence(context: Context, project: string): Reader {
  return readerOf(readFrom(context, viewOf(context, project)));
}

/** The index of the evidence last asked: it stays while the evidence is the same. */
const lookUps = new WeakMap<object, LookUp>();

export const evidenceQuestionHandlers: Pick<Handlers, 'evidence.lookup' | 'evidence.pac'> = {
  'evidence.lookup': (context, { project, text }) => {
    const evidence = context.views.evidence(context.workspace, project);
    const known = lookUps.get(evidence) ?? new LookUp(readerWithEvidence(context, project));
    lookUps.set(evidence, known);
    return known.find(text);
  },
  'evidence.pac': (context, { project, id }) => {
    const reader = readerWithEvidence(context, project);
    const piece = reader.evidence('pac').find((one) => one.id === id);
    if (!piece) throw new CallFailure('not-found', { says: 'evidence-gone' });
    return reportPac(reader, piece.records);
  },
};

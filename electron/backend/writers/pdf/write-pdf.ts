/** The plan as a PDF that screen readers can read too (PDF/UA-1). */
import type { PlanDocument } from '../../../../shared/document/blocks.ts';
import type { Job } from '../../dispatch.ts';
import type { Look } from '../look.ts';
import { onPageThread } from './page-thread.ts';

export function writePdf(plan: PlanDocument, look: Look, { signal }: Job): Promise<Uint8Array> {
  return onPageThread({ kind: 'pdf', plan, look }, signal);
}

/** What the command line asks of a PAC file when no project says who asks: every host of the catalogue, for nobody in particular. */
import { builtInReference } from '../../shared/content/reference.ts';
import { hostsToAsk } from '../../shared/evidence/pac/hosts.ts';
import type { PacQuestion } from '../../shared/evidence/pac/result.ts';
import type { Job } from '../backend/dispatch.ts';

export const noJob: Job = { signal: new AbortController().signal, progress: () => {} };

export function catalogueQuestion(text: string, now = Date.now()): PacQuestion {
  return {
    text,
    sources: [{ id: '', address: undefined }],
    hosts: hostsToAsk(builtInReference, []),
    names: {},
    clock: { now, offset: -new Date(now).getTimezoneOffset() },
  };
}

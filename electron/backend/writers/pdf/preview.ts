/** The true pages of a plan as pictures, kept ready so that after a change only the changed ones are made again. */
import { randomUUID } from 'node:crypto';
import type { PlanDocument } from '../../../../shared/document/blocks.ts';
import type { Job } from '../../dispatch.ts';
import type { Look } from '../look.ts';
import { onPageThread } from './page-thread.ts';
import type { PreviewPage } from './preview-pages.ts';

export type { PreviewPage } from './preview-pages.ts';

export type Preview = {
  /** Sets the pages and says which there are; the pictures are drawn when asked for. */
  show: (plan: PlanDocument, look: Look, job: Job) => Promise<PreviewPage[]>;
  /** The page as an SVG that runs and fetches nothing, or undefined when the last plan shown has no such page. */
  page: (hash: string) => Promise<string | undefined>;
  close: () => Promise<void>;
};

export function openPreview(): Preview {
  const preview = randomUUID();
  // A cancelled call or a crash ends the thread and what it knew; the plan last shown brings it back.
  let last: { plan: PlanDocument; look: Look } | undefined;
  return {
    show: async (plan, look, { signal }) => {
      last = { plan, look };
      return await onPageThread({ kind: 'show', preview, plan, look }, signal);
    },
    page: async (hash) => {
      const drawn = await onPageThread({ kind: 'page', preview, hash });
      if (drawn !== undefined || !last) return drawn;
      const pages = await onPageThread({ kind: 'show', preview, ...last });
      if (!pages.some((one) => one.hash === hash)) return undefined;
      return await onPageThread({ kind: 'page', preview, hash });
    },
    close: async () => {
      last = undefined;
      await onPageThread({ kind: 'close', preview });
    },
  };
}

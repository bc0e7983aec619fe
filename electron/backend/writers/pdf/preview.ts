/** The true pages of a plan as pictures, as they are set; after a change only the changed ones are made again. */
import { randomUUID } from 'node:crypto';
import type { PlanDocument } from '../../../../shared/document/blocks.ts';
import type { Look } from '../look.ts';
import { onPageThread } from './page-thread.ts';
import type { PreviewSoFar } from './preview-pages.ts';

export type { PreviewPage } from './preview-pages.ts';

/** What goes on is asked for by the showing. */
export type Shown = PreviewSoFar & { showing: string; paper: Look['paper'] };

export type Preview = {
  /** Begins to set the pages, and gives up those of any plan shown before; the pictures are drawn when asked for. */
  show: (plan: PlanDocument, look: Look) => Promise<Shown>;
  /** Sets some pages more, or is undefined when this is not what is shown (any more). */
  more: (showing: string) => Promise<Shown | undefined>;
  /** The page as an SVG that runs and fetches nothing, or undefined when the plan last shown has no such page. */
  page: (hash: string) => Promise<string | undefined>;
  close: () => Promise<void>;
};

// None of these is called off: each sets one group of pages, and a warm thread is worth more than that.
export function openPreview(): Preview {
  const preview = randomUUID();
  let last: { showing: string; paper: Look['paper'] } | undefined;
  return {
    show: async (plan, look) => {
      const one = { showing: randomUUID(), paper: look.paper };
      last = one;
      return { ...(await onPageThread({ kind: 'show', preview, plan, look })), ...one };
    },
    more: async (showing) => {
      const one = last;
      if (one?.showing !== showing) return undefined;
      // A thread that was given up has taken with it what it knew.
      const soFar = await onPageThread({ kind: 'more', preview });
      return soFar && { ...soFar, ...one };
    },
    page: (hash) => onPageThread({ kind: 'page', preview, hash }),
    close: async () => {
      last = undefined;
      await onPageThread({ kind: 'close', preview });
    },
  };
}

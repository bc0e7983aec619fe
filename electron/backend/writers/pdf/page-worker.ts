/** The thread that sets pages: a long plan takes a second, in which windows and other calls must not stand still. */
import { parentPort } from 'node:worker_threads';
import '../../../../shared/document/german.ts';
import type { PlanDocument } from '../../../../shared/document/blocks.ts';
import type { Look } from '../look.ts';
import { PageCompiler } from './page-compiler.ts';
import { PreviewPages, type PreviewSoFar } from './preview-pages.ts';

export type PageWork =
  | { kind: 'wake' }
  | { kind: 'pdf'; plan: PlanDocument; look: Look }
  | { kind: 'show'; preview: string; plan: PlanDocument; look: Look }
  | { kind: 'more'; preview: string }
  | { kind: 'page'; preview: string; hash: string }
  | { kind: 'close'; preview: string };
export type PageResults = {
  wake: undefined;
  pdf: Uint8Array;
  show: PreviewSoFar;
  more: PreviewSoFar | undefined;
  page: string | undefined;
  close: undefined;
};
export type PageAnswer = { id: number } & (
  | { value: PageResults[keyof PageResults] }
  | { problem: string; logo: boolean }
);

const compiler = new PageCompiler();
const previews = new Map<string, PreviewPages>();

function run(work: PageWork): PageResults[keyof PageResults] {
  switch (work.kind) {
    case 'wake':
      compiler.wake();
      return undefined;
    case 'pdf':
      return compiler.pdf(work.plan, work.look);
    case 'show': {
      const preview = previews.get(work.preview) ?? new PreviewPages(compiler);
      previews.set(work.preview, preview);
      return preview.show(work.plan, work.look);
    }
    case 'more':
      return previews.get(work.preview)?.more();
    case 'page':
      return previews.get(work.preview)?.page(work.hash);
    case 'close':
      previews.delete(work.preview);
      return undefined;
  }
}

/** Whether the same work succeeds without the logo, so that people are told what to change. */
function failsForLogo(work: PageWork): boolean {
  if (!('look' in work) || !work.look.logo) return false;
  const { logo: _logo, ...look } = work.look;
  try {
    compiler.pdf(work.plan, look);
    return true;
  } catch {
    return false;
  }
}

parentPort?.on('message', ({ id, work }: { id: number; work: PageWork }) => {
  let answer: PageAnswer;
  try {
    answer = { id, value: run(work) };
  } catch (thrown) {
    const problem = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
    answer = { id, problem, logo: failsForLogo(work) };
  }
  parentPort?.postMessage(answer);
});

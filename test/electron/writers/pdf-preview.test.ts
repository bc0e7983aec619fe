/** The preview shows the very pages of the PDF, safe to put on a screen, and makes only what changed again. */
import { afterAll, describe, expect, it } from 'vitest';
import type { Job } from '../../../electron/backend/dispatch.ts';
import { type Look, ownLook } from '../../../electron/backend/writers/look.ts';
import { PageCompiler } from '../../../electron/backend/writers/pdf/page-compiler.ts';
import { pagesOf } from '../../../electron/backend/writers/pdf/page-svg.ts';
import {
  openPreview,
  type Preview,
  type PreviewPage,
  type Shown,
} from '../../../electron/backend/writers/pdf/preview.ts';
import { writePdf } from '../../../electron/backend/writers/pdf/write-pdf.ts';
import { builtInReference } from '../../../shared/content/reference.ts';
import type { PlanDocument } from '../../../shared/document/blocks.ts';
import { buildPlan } from '../../../shared/document/build.ts';
import { sampleView, today } from '../../shared/document/projects.ts';
import { haveReaders, infoOf } from './pdf-reader.ts';

const job: Job = { signal: new AbortController().signal, progress: () => {} };
const input = { view: sampleView, today, reference: builtInReference };
const plan = buildPlan({
  ...input,
  audience: 'engineer',
  // Three runs of pages: what shares pages with other parts is set with them.
  parts: ['summary', 'decision', 'architecture', 'actions', 'build'],
});
const short = buildPlan({ ...input, audience: 'sponsor' });
const look: Look = { ...ownLook, firm: 'Northwind Advisory' };

/** Asks until nothing more comes, as the Plan page does. */
async function stagesOf(preview: Preview, plan: PlanDocument, look: Look): Promise<Shown[]> {
  const stages = [await preview.show(plan, look)];
  for (let now = stages[0]; now && !now.isWhole; ) {
    now = await preview.more(now.showing);
    if (now) stages.push(now);
  }
  return stages;
}

async function wholeOf(
  preview: Preview,
  plan: PlanDocument,
  look: Look,
): Promise<(PreviewPage & { hash: string })[]> {
  const last = (await stagesOf(preview, plan, look)).at(-1);
  expect(last?.isWhole).toBe(true);
  return (last?.pages ?? []).map(({ hash, parts }) => ({ hash: hash ?? '', parts }));
}

function changed(edit: (draft: { parts: { title: string; blocks: unknown[] }[] }) => void): PlanDocument {
  const draft = structuredClone(plan);
  edit(draft as never);
  return draft;
}

describe('the preview', () => {
  const preview = openPreview();
  afterAll(() => preview.close());

  it.skipIf(!haveReaders)('has as many pages as the PDF', async () => {
    const pages = await wholeOf(preview, plan, look);
    const pdf = await writePdf(plan, look, job);
    expect(infoOf(pdf)).toMatch(new RegExp(`^Pages:\\s+${pages.length}$`, 'm'));
  });

  it('gives each page as a whole picture that runs and fetches nothing', async () => {
    const pages = await wholeOf(preview, plan, look);
    expect(new Set(pages.map(({ hash }) => hash)).size).toBe(pages.length);
    for (const { hash } of pages) {
      const svg = (await preview.page(hash)) ?? '';
      expect(svg).toMatch(/^<svg [^>]*viewBox="0 0 595\.\d+ 841\.\d+"/);
      // Pictures stand in it as data, as they do in any picture of a page.
      expect(svg).not.toMatch(
        /<script|<foreignObject|<style|\son\w+=|href="(?!#|data:image\/svg\+xml;base64,)/i,
      );
      // Every letter used is there, and no letter that is not.
      const used = new Set([...svg.matchAll(/href="#([^"]+)"/g)].map((one) => one[1]));
      const there = new Set([...svg.matchAll(/<symbol id="([^"]+)"/g)].map((one) => one[1]));
      expect(used).toEqual(there);
    }
  });

  it('leaves everything on a page in its place: only where the page itself stands is taken away', () => {
    const compiler = new PageCompiler();
    const files = compiler.filesOf(plan, look, 'shapes');
    const drawing = compiler.svg(files, { what: 'run', run: 0, first: 1, total: 1 });
    const pages = pagesOf(drawing);
    const placed = (svg: string) => svg.match(/<g[^>]* transform="/g)?.length ?? 0;
    expect(pages.length).toBeGreaterThan(0);
    const inAll = pages.reduce((sum, page) => sum + placed(page), 0);
    // Of all pages but the first it was said how far down they stand.
    expect(inAll).toBe(placed(drawing) - (pages.length - 1));
  });

  it('of a short plan has its parts one below the other, on the very pages of the PDF', async () => {
    const pages = await wholeOf(preview, short, look);
    const begin = pages.flatMap(({ parts }, page) => parts.map((part) => [part, page] as const));
    expect(begin.map(([part]) => part)).toEqual(short.parts.map(({ id }) => id));
    expect(begin[0]).toEqual(['summary', 0]);
    expect(pages.length).toBeLessThan(short.parts.length + 1);
    expect(await wholeOf(preview, short, look)).toEqual(pages);
    expect(await preview.page(pages.at(-1)?.hash ?? '')).toMatch(/^<svg /);
    if (haveReaders)
      expect(infoOf(await writePdf(short, look, job))).toMatch(
        new RegExp(`^Pages:\\s+${pages.length}$`, 'm'),
      );
  });

  it('keeps the pages of parts that did not change', async () => {
    const before = await wholeOf(preview, plan, look);
    const after = await wholeOf(
      preview,
      changed(({ parts }) => {
        parts[0]?.blocks.unshift({ kind: 'paragraph', text: [{ text: 'One more line' }] });
      }),
      look,
    );
    expect(after.length).toBe(before.length);
    const kept = after.filter(({ hash }) => before.some((one) => one.hash === hash));
    expect(kept.length).toBeGreaterThanOrEqual(before.length - 3);
    expect(kept.length).toBeLessThan(before.length);
  });

  it('changes the contents with a heading, and every page with the paper', async () => {
    const before = await wholeOf(preview, plan, look);
    const renamed = changed(({ parts }) => {
      if (parts[0]) parts[0].title = 'In short';
    });
    const after = await wholeOf(preview, renamed, look);
    expect(after[0]).toEqual(before[0]);
    expect(after[1]).not.toEqual(before[1]);
    const other = await wholeOf(preview, plan, { ...look, paper: 'letter' });
    expect(other.filter(({ hash }) => before.some((one) => one.hash === hash))).toEqual([]);
    expect(await preview.page(other[1]?.hash ?? '')).toContain('viewBox="0 0 612 792"');
  });

  it('sets the contents alone again when a plan only leaves out something else', async () => {
    const pages = await wholeOf(preview, plan, look);
    const stages = await stagesOf(
      preview,
      { ...plan, leftOut: [...plan.leftOut, 'Left out: one more'] },
      look,
    );
    expect(stages).toHaveLength(1);
    const now = stages[0]?.pages ?? [];
    expect(now.map(({ hash }, page) => (hash === pages[page]?.hash ? 'as before' : page))).toEqual(
      pages.map((_, page) => (page === 1 ? 1 : 'as before')),
    );
    expect(await preview.page(now[1]?.hash ?? '')).not.toBe(await preview.page(pages[1]?.hash ?? ''));
  });

  it('begins with the title, then gives the pages of one group after the other, each in its place', async () => {
    const preview = openPreview();
    const stages = await stagesOf(preview, plan, { ...look, firm: 'Set for the first time' });
    const pages = stages.at(-1)?.pages ?? [];
    const [begin] = stages;
    // Behind it the contents have their place: what they list is not numbered yet.
    expect(begin).toMatchObject({ isWhole: false, pages: [pages[0], { hash: null }] });
    expect(await preview.page(pages[0]?.hash ?? '')).toMatch(/^<svg /);
    expect(stages.length).toBeGreaterThan(2);
    for (const [index, { pages: soFar, isWhole }] of stages.entries()) {
      expect(isWhole).toBe(index === stages.length - 1);
      const before = stages[index - 1]?.pages ?? [];
      expect(soFar.length).toBeGreaterThan(before.length);
      expect(soFar.map(({ parts }) => parts)).toEqual(pages.slice(0, soFar.length).map(({ parts }) => parts));
      if (!isWhole) expect(soFar.slice(0, before.length)).toEqual(before);
    }
    await preview.close();
  });

  it('numbers a page before it is known how many there are, and then names it anew', async () => {
    const preview = openPreview();
    const look = { ...ownLook, firm: 'Nobody knows the end yet' };
    const begun = await preview.show(plan, look);
    const more = await preview.more(begun.showing);
    const at = begun.pages.length;
    const early = more?.pages[at]?.hash ?? '';
    const before = await preview.page(early);
    expect(before).toMatch(/^<svg /);
    const whole = await wholeOf(preview, plan, look);
    expect(whole[at]?.hash).not.toBe(early);
    const after = await preview.page(whole[at]?.hash ?? '');
    // The same page but for "of n" at its foot.
    const letters = (svg = '') => svg.match(/<use /g)?.length ?? 0;
    expect(letters(after) - letters(before)).toBe(`of${whole.length}`.length);
    await preview.close();
  });

  it('gives up a plan when another is shown, and goes on where it was when that one comes back', async () => {
    const preview = openPreview();
    const look = { ...ownLook, firm: 'Given up' };
    const begun = await preview.show(plan, look);
    const far = await preview.more(begun.showing);
    const [other] = await stagesOf(preview, short, look);
    expect(other?.isWhole).toBe(true);
    expect(await preview.more(begun.showing)).toBeUndefined();
    expect(await preview.page(far?.pages.at(-1)?.hash ?? '')).toBeUndefined();
    const again = await preview.show(plan, look);
    expect(again.pages.slice(0, far?.pages.length)).toEqual(far?.pages);
    expect(await preview.page(far?.pages.at(-1)?.hash ?? '')).toMatch(/^<svg /);
    await preview.close();
    expect(await preview.more(again.showing)).toBeUndefined();
  });

  it('after the thread was given up has to be shown again, and names its pages as before', async () => {
    const pages = await wholeOf(preview, plan, look);
    const begun = await preview.show({ ...plan, title: 'Another' }, look);
    const controller = new AbortController();
    const written = writePdf(plan, look, { ...job, signal: controller.signal });
    controller.abort();
    await expect(written).rejects.toMatchObject({ code: 'cancelled' });
    expect(await preview.more(begun.showing)).toBeUndefined();
    expect(await preview.page(pages[2]?.hash ?? '')).toBeUndefined();
    expect(await wholeOf(preview, plan, look)).toEqual(pages);
    expect(await preview.page(pages[2]?.hash ?? '')).toMatch(/^<svg /);
    expect(await preview.page('gone-0')).toBeUndefined();
  });
});

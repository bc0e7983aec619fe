/** The preview shows the very pages of the PDF, safe to put on a screen, and makes only what changed again. */
import { afterAll, describe, expect, it } from 'vitest';
import type { Job } from '../../../electron/backend/dispatch.ts';
import { ownLook } from '../../../electron/backend/writers/look.ts';
import { openPreview } from '../../../electron/backend/writers/pdf/preview.ts';
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
  parts: ['summary', 'decision', 'architecture', 'actions'],
});
const short = buildPlan({ ...input, audience: 'sponsor' });
const look = { ...ownLook, firm: 'Northwind Advisory' };

function changed(edit: (draft: { parts: { title: string; blocks: unknown[] }[] }) => void): PlanDocument {
  const draft = structuredClone(plan);
  edit(draft as never);
  return draft;
}

describe('the preview', () => {
  const preview = openPreview();
  afterAll(() => preview.close());

  it.skipIf(!haveReaders)('has as many pages as the PDF', async () => {
    const pages = await preview.show(plan, look, job);
    const pdf = await writePdf(plan, look, job);
    expect(infoOf(pdf)).toMatch(new RegExp(`^Pages:\\s+${pages.length}$`, 'm'));
  });

  it('gives each page as a whole picture that runs and fetches nothing', async () => {
    const pages = await preview.show(plan, look, job);
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

  it('of a short plan has its parts one below the other, on the very pages of the PDF', async () => {
    const pages = await preview.show(short, look, job);
    const begin = pages.flatMap(({ parts }, page) => parts.map((part) => [part, page] as const));
    expect(begin.map(([part]) => part)).toEqual(short.parts.map(({ id }) => id));
    expect(begin[0]).toEqual(['summary', 0]);
    expect(pages.length).toBeLessThan(short.parts.length + 1);
    expect(await preview.show(short, look, job)).toEqual(pages);
    expect(await preview.page(pages.at(-1)?.hash ?? '')).toMatch(/^<svg /);
    if (haveReaders)
      expect(infoOf(await writePdf(short, look, job))).toMatch(
        new RegExp(`^Pages:\\s+${pages.length}$`, 'm'),
      );
  });

  it('keeps the pages of parts that did not change', async () => {
    const before = await preview.show(plan, look, job);
    const last = plan.parts.length - 1;
    const after = await preview.show(
      changed(({ parts }) => {
        parts[last]?.blocks.unshift({ kind: 'paragraph', text: [{ text: 'One more line' }] });
      }),
      look,
      job,
    );
    expect(after.length).toBe(before.length);
    const kept = after.filter(({ hash }) => before.some((one) => one.hash === hash));
    expect(kept.length).toBeGreaterThanOrEqual(before.length - 3);
    expect(kept.length).toBeLessThan(before.length);
  });

  it('changes the contents with a heading, and every page with the paper', async () => {
    const before = await preview.show(plan, look, job);
    const renamed = changed(({ parts }) => {
      if (parts[0]) parts[0].title = 'In short';
    });
    const after = await preview.show(renamed, look, job);
    expect(after[0]).toEqual(before[0]);
    expect(after[1]).not.toEqual(before[1]);
    const other = await preview.show(plan, { ...look, paper: 'letter' }, job);
    expect(other.filter(({ hash }) => before.some((one) => one.hash === hash))).toEqual([]);
    expect(await preview.page(other[1]?.hash ?? '')).toContain('viewBox="0 0 612 792"');
  });

  it('gives its pages also after the thread was given up, and none that are gone', async () => {
    const pages = await preview.show(plan, look, job);
    const controller = new AbortController();
    const written = writePdf(plan, look, { ...job, signal: controller.signal });
    controller.abort();
    await expect(written).rejects.toMatchObject({ code: 'cancelled' });
    expect(await preview.page(pages[2]?.hash ?? '')).toMatch(/^<svg /);
    expect(await preview.page('gone-0')).toBeUndefined();
  });
});

/** The plan through the one door: every format as a file, the true pages, and the firm's look. */
import { strToU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { dispatch } from '../../../electron/backend/dispatch.ts';
import type { WrittenFile } from '../../../shared/contract/call.ts';
import type { InputOf, OutputOf } from '../../../shared/contract.ts';
import { planFormats } from '../../../shared/document/formats.ts';
import { testBackend } from '../../helpers/backend.ts';

const backend = testBackend();
const { call, refusal } = backend;

const bytesOf = ({ content }: WrittenFile) => new Uint8Array(Buffer.from(content, 'base64'));
const startsWith = (bytes: Uint8Array, text: string) =>
  expect(Buffer.from(bytes.subarray(0, text.length)).toString('latin1')).toBe(text);
const base64 = (text: string) => Buffer.from(text).toString('base64');
const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20"/></svg>';

const first: Record<(typeof planFormats)[number], string> = {
  docx: 'PK',
  pdf: '%PDF-1.7',
  xlsx: 'PK',
  html: '<!doctype html>',
  md: '# ExpressRoute plan',
  json: '{',
  csv: '\u00ef\u00bb\u00bf',
  'checklist.json': '{\n  "items"',
};

describe('plan.export', () => {
  it.each(planFormats)('writes .%s, named after the project', async (format) => {
    const project = (await call('project.create', { name: 'Paris: phase 1' })).id;
    const written = await call('plan.export', { project, format, audience: 'sponsor' });
    expect(written.fileName.endsWith(`.${format}`)).toBe(true);
    expect(written.fileName).not.toContain(':');
    startsWith(bytesOf(written), first[format]);
  });

  it('names the short plan so that it lies beside the whole one, and tables as ever', async () => {
    const project = (await call('project.create', { name: 'Rollout' })).id;
    const nameOf = async (format: 'md' | 'csv', audience: 'sponsor' | 'engineer') =>
      (await call('plan.export', { project, format, audience })).fileName;
    expect(await nameOf('md', 'engineer')).toBe('Rollout.md');
    expect(await nameOf('md', 'sponsor')).toBe('Rollout - short plan.md');
    expect(await nameOf('csv', 'sponsor')).toBe('Rollout.csv');
  });

  it('can be called off, and then leaves nothing', async () => {
    const project = (await call('project.sample', {})).id;
    const abort = new AbortController();
    const steps: string[] = [];
    const reply = await dispatch(
      backend.context,
      'plan.export',
      { project, format: 'docx', audience: 'engineer' },
      {
        signal: abort.signal,
        onProgress: ({ step }) => {
          steps.push(step);
          if (step === 'writing') abort.abort();
        },
      },
    );
    expect(reply).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect(steps[0]).toBe('building');
  });
});

/** As the Plan page asks: again until no more come. */
async function wholeOf(choice: InputOf<'plan.pages'>): Promise<OutputOf<'plan.pages'>> {
  let shown = await call('plan.pages', choice);
  while (!shown.isWhole) shown = await call('plan.pages', { ...choice, showing: shown.showing });
  return shown;
}

describe('plan.pages', () => {
  it('names the pages, says where each part begins, and keeps the names of pages that stay as they are', async () => {
    const project = (await call('project.sample', {})).id;
    const choice = { project, audience: 'engineer' as const, parts: ['summary', 'decision', 'actions'] };
    const before = await wholeOf(choice);
    expect(before.pages.length).toBeGreaterThan(3);
    expect(before.pages).not.toContain(null);
    expect(before.height).toBeGreaterThan(before.width);
    expect(Object.keys(before.parts)).toEqual(choice.parts);
    const page = await call('plan.page', { project, hash: before.pages[before.parts.summary ?? 0] ?? '' });
    expect(page.svg).toMatch(/^<svg /);

    await call('project.describe', { project, customer: 'Fabrikam' });
    await call('project.undo', { project });
    expect(await wholeOf(choice)).toEqual({ ...before, showing: expect.any(String) });
    const action = { title: 'Ask the provider', status: 'open' as const, created: 0 };
    await call('action.set', { project, id: 'a-new-one', action });
    const after = await wholeOf(choice);
    expect(after.pages).not.toEqual(before.pages);
    expect(after.pages[0]).toBe(before.pages[0]);
  });

  it('answers with the title at once; two who look at different plans in turn both get theirs whole', async () => {
    const project = (await call('project.sample', {})).id;
    const one = { project, audience: 'engineer' as const, parts: ['summary', 'decision', 'scope'] };
    const other = { ...one, parts: ['actions', 'risks', 'changes'] };
    let first = await call('plan.pages', one);
    expect(first).toMatchObject({ isWhole: false, parts: {} });
    expect(first.pages).toEqual([expect.any(String), null]);
    let second = await call('plan.pages', other);
    // Each has taken the place of the other, so neither is gone on with; what was counted stays.
    for (let turn = 0; turn < 20 && !(first.isWhole && second.isWhole); turn += 1) {
      const { showing } = first;
      first = await call('plan.pages', { ...one, showing });
      if (turn === 0) expect(first.showing).not.toBe(showing);
      second = await call('plan.pages', { ...other, showing: second.showing });
    }
    expect([first.isWhole, second.isWhole]).toEqual([true, true]);
    expect(Object.keys(second.parts)).toEqual(other.parts);
  });

  it('refuses a page that is not there', async () => {
    const project = (await call('project.sample', {})).id;
    expect(await refusal('plan.page', { project, hash: 'none-0' })).toMatchObject({ code: 'not-found' });
  });
});

describe('the firm’s look', () => {
  it('is kept and shown again after a restart', async () => {
    await call('look.set', { firm: 'Northwind', paper: 'letter', accent: '#7a1fa2' });
    await call('look.set', { logo: { name: 'n.svg', content: base64(svg) } });
    await backend.restart();
    expect(await call('look.get', {})).toEqual({
      firm: 'Northwind',
      paper: 'letter',
      accent: '#7a1fa2',
      logo: { name: 'n.svg', picture: `data:image/svg+xml;base64,${base64(svg)}` },
      template: null,
    });
    expect((await call('look.set', { logo: null })).logo).toBeNull();
    expect((await call('look.get', {})).firm).toBe('Northwind');
  });

  it('is refused with a sentence where a file is not what it should be, and stays as it was', async () => {
    const before = await call('look.get', {});
    const hostile = svg.replace('<rect', '<script>alert(1)</script><rect');
    for (const content of [base64('no picture'), base64(hostile)]) {
      const error = await refusal('look.set', { logo: { name: 'x', content } });
      expect(error.code).toBe('bad-input');
      expect(error.fields?.logo).toBe(error.message);
    }
    const error = await refusal('look.set', { template: { name: 'x.docx', content: base64('PK no zip') } });
    expect(error).toMatchObject({ code: 'bad-input', fields: { template: error.message } });
    expect(await call('look.get', {})).toEqual(before);
  });

  it('can be left aside where the template turns out to be broken', async () => {
    const project = (await call('project.create', { name: 'Plain' })).id;
    const broken = { name: 'x.docx', content: Buffer.from(strToU8('PK')).toString('base64') };
    backend.context.workspace.setSetting('look', { firm: 'Northwind', template: broken });
    const choice = { project, format: 'docx', audience: 'sponsor' } as const;
    expect(await refusal('plan.export', choice)).toMatchObject({
      code: 'bad-input',
      fields: { template: expect.any(String) },
    });
    const plain = await call('plan.export', { ...choice, plain: true });
    expect(Object.keys(unzipSync(bytesOf(plain)))).toContain('word/document.xml');
  });
});

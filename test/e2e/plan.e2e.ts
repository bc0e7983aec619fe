/** The Plan page in a real browser: true pages, parts left out, and files that arrive. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { planAddress, settingsAddress } from '../../renderer/frame/addresses.ts';
import { callFrom } from './helpers/calls.ts';
import { drivenApp } from './helpers/driven-app.ts';
import { accessibilityProblems } from './helpers/open-page.ts';

const app = drivenApp();
let page: Page;
let project: string;

beforeAll(async () => {
  ({ page } = app);
  project = (await callFrom(page, 'project.sample', {})).id;
  await app.goTo(planAddress(project));
});

const sheets = () => page.locator('[id^="plan-page-"]');
const part = (name: string) => page.getByRole('checkbox', { name: `Include ${name}` });

describe('the Plan page', () => {
  test('shows the pages as they will print, and goes to the part that is asked for', async () => {
    await page.getByRole('tab', { name: 'Sponsor' }).click();
    await page.getByRole('img', { name: /^Page 1 of \d+$/ }).waitFor();
    await page.getByRole('button', { name: 'Action plan' }).click();
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.id ?? ''))
      .toMatch(/^plan-page-[1-9]/);
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  test('leaves out what is not ticked, by keyboard, on the pages and in the file', async () => {
    const before = await sheets().count();
    await part('Decision record').focus();
    await page.keyboard.press('Space');
    await expect.poll(() => sheets().count()).toBeLessThan(before);
    const coming = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export the plan' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'Markdown (.md)' }).focus();
    await page.keyboard.press('Enter');
    const text = readFileSync(await (await coming).path(), 'utf8');
    expect(text).toContain('## Executive summary');
    expect(text).not.toContain('## Decision record');
    await page.getByRole('button', { name: 'Include all parts' }).click();
    await expect.poll(() => sheets().count()).toBe(before);
  });

  test('in a small window shows a page at once, and its contents when they are wanted', async () => {
    await page.setViewportSize({ width: 1024, height: 700 });
    const sheet = await page.getByRole('img', { name: /^Page 1 of/ }).boundingBox();
    expect(sheet?.y).toBeLessThan(400);
    expect(await part('Action plan').count()).toBe(0);
    const fold = page.getByRole('button', { name: /^Contents: all \d+ parts$/ });
    await fold.click();
    await part('Action plan').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await fold.click();
    await part('Action plan').waitFor({ state: 'detached' });
    await page.setViewportSize({ width: 1280, height: 800 });
  });

  test.each([
    ['Word (.docx)', 'PK'],
    ['PDF (.pdf)', '%PDF'],
    ['Excel (.xlsx)', 'PK'],
  ])('hands over %s', async (name, start) => {
    const coming = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export the plan' }).click();
    await page.getByRole('menuitem', { name }).click();
    const bytes = readFileSync(await (await coming).path());
    expect(bytes.subarray(0, start.length).toString('latin1')).toBe(start);
  });

  test('says what it is writing, and stops when called off', async () => {
    let letGo = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    // A slow machine: the call does not get there before it is called off.
    await page.route('**/api/call', async (route) => {
      if (route.request().postData()?.includes('"plan.export"')) await held;
      await route.continue().catch(() => {});
    });
    const files: string[] = [];
    page.on('download', (file) => files.push(file.suggestedFilename()));
    await page.getByRole('button', { name: 'Export the plan' }).click();
    await page.getByRole('menuitem', { name: 'PDF (.pdf)' }).click();
    await page.getByText('Writing PDF (.pdf)', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByText('Writing PDF (.pdf)', { exact: true }).waitFor({ state: 'hidden' });
    letGo();
    await page.unroute('**/api/call');
    expect(files).toEqual([]);
  });

  test('shows the same plan with links into the answers', async () => {
    await page.getByRole('tab', { name: 'With links' }).click();
    await page.getByRole('heading', { level: 2, name: 'Executive summary' }).waitFor();
    await page.getByRole('tab', { name: 'Pages' }).click();
    await page.getByRole('img', { name: /^Page 1 of \d+$/ }).waitFor();
    expect(app.problems).toEqual([]);
  });
});

describe('the look of documents, in Settings', () => {
  test.each([
    ['Logo', 'logo.png', /The logo is not a PNG, JPEG or SVG picture/],
    ['Word template', 'firm.docx', /This Word template cannot be used: /],
  ])('refuses a broken %s in words, and keeps none of it', async (label, name, says) => {
    await app.goTo(settingsAddress(undefined));
    const field = page.locator(`input[type="file"][aria-label="${label}"]`);
    await field.setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from('broken') });
    await page.getByText(says).first().waitFor();
    const look = await callFrom(page, 'look.get', {});
    expect([look.logo, look.template]).toEqual([null, null]);
  });
});

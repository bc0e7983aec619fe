/** What the first page asks for before it can be used: within its budget, and of the other pages nothing. */
import { gzipSync } from 'node:zlib';
import type { Response } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { settingsAddress } from '../../renderer/frame/addresses.ts';
import { drivenApp } from './helpers/driven-app.ts';
import { settled } from './helpers/open-page.ts';

/** Bytes, gzipped: a megabyte is the most a first load may be. */
const budget = 1_000_000;

const app = drivenApp();

const pathOf = (response: Response): string => new URL(response.url()).pathname;
const isPageFile = (name: string) => new RegExp(`/${name}-[^/]*\\.js$`);

describe('the first load', () => {
  test('is small, and each other page comes when it is asked for', async () => {
    const page = await app.browser.newPage();
    // The other pages are fetched in idle time, which might come before the first page stands: here it never comes.
    await page.addInitScript(() => {
      window.requestIdleCallback = () => 0;
    });
    const got: Response[] = [];
    page.on('response', (response) => got.push(response));
    await page.goto(app.host.address);
    await settled(page);
    const files = got.filter((response) => response.ok() && !pathOf(response).startsWith('/api/'));
    let bytes = 0;
    for (const file of files) bytes += gzipSync(await file.body(), { level: 6 }).length;
    console.log(`first load: ${files.length} files, ${bytes} bytes gzipped of ${budget}`);
    expect(files.length).toBeGreaterThan(3);
    expect(bytes).toBeLessThan(budget);

    // What says that there is no such page belongs to the frame.
    const pages = files.map(pathOf).filter((path) => /\/(?!NotFound)[A-Z]\w+Page-[^/]*\.js$/.test(path));
    expect(pages, 'no page but the one that is shown').toEqual([
      expect.stringMatching(isPageFile('ProjectsPage')),
    ]);
    const settings = page.waitForResponse((response) => isPageFile('SettingsPage').test(pathOf(response)));
    await page.evaluate((address) => {
      location.hash = address;
    }, settingsAddress(undefined));
    expect((await settings).ok()).toBe(true);
    await page.close();
  });

  test('is followed by the other pages in idle time', async () => {
    const page = await app.browser.newPage();
    const last = page.waitForResponse((response) => isPageFile('PresentPage').test(pathOf(response)));
    await page.goto(app.host.address);
    expect((await last).ok()).toBe(true);
    await page.close();
  });
});

/** Every page at 200 % zoom and beyond, with text as widely spaced as somebody may need it: nothing is lost and nobody scrolls sideways. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BuiltHost, startBuiltHost, temporaryFolder } from './helpers/built-host.ts';
import { launchBrowser, type OpenPage, openPage, settled } from './helpers/open-page.ts';
import { misfits, spaceText } from './helpers/reflow.ts';
import { makeShownProjects, type ShownProjectIds, showPage } from './helpers/shown-pages.ts';
import { shownPages } from './pages.ts';

const { folder, remove } = temporaryFolder();
let browser: Browser;
let host: BuiltHost;
let open: OpenPage;
let page: Page;
let ids: ShownProjectIds;

beforeAll(async () => {
  browser = await launchBrowser();
  host = await startBuiltHost(folder);
  // 1024 by 700 at 200 %.
  open = await openPage(browser, host.address, {
    viewport: { width: 512, height: 350 },
    deviceScaleFactor: 2,
  });
  page = open.page;
  ids = await makeShownProjects(page);
});

afterAll(async () => {
  await browser?.close();
  await host?.stop();
  remove();
});

/** What stands wide, what was cut off once, and one of each kind; others are made of the same parts. */
const wanted = new Set([
  'projects-table',
  'overview',
  'wizard',
  'own-questions',
  'route-lab',
  'failures',
  'drills',
  'decisions',
  'compare',
  'plan',
  'guide-traffic',
  'handbook',
  'workshop-room',
  'settings',
]);
const looked = shownPages.filter(({ name }) => wanted.has(name));

test.each(looked)('$name fits with widely spaced text, and names its tables', async (shown) => {
  await showPage(page, ids, shown);
  // In a list of all tables of a page, one without a name is any.
  const tables = await page.getByRole('table').or(page.getByRole('grid')).all();
  for (const table of tables)
    expect(
      await table.evaluate((one) => one.matches('[aria-label], [aria-labelledby], :has(> caption)')),
    ).toBe(true);
  await spaceText(page);
  await settled(page);
  expect(await misfits(page)).toEqual([]);
});

test('the pages stand beside each other in the menu of a narrow window, which opens and closes by keyboard', async () => {
  await showPage(page, ids, { name: 'overview', address: (project) => `/p/${project}` });
  const menu = page.getByRole('button', { name: 'Open the menu' });
  await menu.focus();
  await page.keyboard.press('Enter');
  const rail = page.getByRole('navigation');
  await rail.waitFor();
  await page.keyboard.press('Escape');
  await rail.waitFor({ state: 'hidden' });
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
    .toBe('Open the menu');
  await page.keyboard.press('Enter');
  await rail.getByRole('link', { name: 'Findings' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Findings' }).waitFor();
  await rail.waitFor({ state: 'hidden' });
});

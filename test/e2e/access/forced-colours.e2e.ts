/** Every page in a system's own colours, dark and light: what is chosen, what has the focus and what is drawn stays to be seen. */
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { overviewAddress } from '../../../renderer/frame/addresses.ts';
import { drivenApp } from '../helpers/driven-app.ts';
import { lostBoxes, lostChoices, lostFocus } from '../helpers/forced-colours.ts';
import { settled } from '../helpers/open-page.ts';
import { makeShownProjects, type ShownProjectIds, showPage } from '../helpers/shown-pages.ts';
import { shownPages } from '../pages.ts';

const app = drivenApp();
let page: Page;
let ids: ShownProjectIds;

beforeAll(async () => {
  ({ page } = app);
  ids = await makeShownProjects(page);
});

const force = (colorScheme: 'dark' | 'light') => async (on: boolean) => {
  await page.emulateMedia({ forcedColors: on ? 'active' : 'none', colorScheme });
  await settled(page);
};

/** Further on, a page is made of what has been gone through before. */
const mostStops = 30;

/** Presses Tab, and names what has the focus without anybody seeing it. */
async function unseenStops(count: number): Promise<string[]> {
  const unseen = new Set<string>();
  for (let stop = 0; stop < count; stop += 1) {
    await page.keyboard.press('Tab');
    const lost = await lostFocus(page);
    if (lost !== undefined) unseen.add(lost);
  }
  return [...unseen];
}

/** What is empty has nothing that others have not; checklists and their sections are made of the same parts. */
const looked = shownPages.filter(
  ({ name, of }) =>
    of !== 'fresh' && of !== 'missing' && (!/^(checklist|section)-/.test(name) || name.endsWith('-peering')),
);

test.each(looked)('$name tells nothing by a colour that is taken away', async (shown) => {
  await force('dark')(true);
  await showPage(page, ids, shown);
  expect(await lostChoices(page)).toEqual([]);
  await page.locator('main').focus();
  expect(await unseenStops(mostStops), 'has the focus, and nobody sees it').toEqual([]);
  expect(await lostBoxes(page, force('light')), 'is told from what it lies on by its colour').toEqual([]);
});

test('bar and rail show where the focus is', async () => {
  await force('dark')(true);
  await showPage(page, ids, { name: 'overview', address: overviewAddress });
  expect(await unseenStops(mostStops)).toEqual([]);
});

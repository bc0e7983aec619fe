/** The built app in a real browser: it opens, it is clean, and what is made in it is there after a restart. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BuiltHost, startBuiltHost, temporaryFolder } from './helpers/built-host.ts';
import {
  accessibilityProblems,
  launchBrowser,
  type OpenPage,
  openPage,
  settled,
} from './helpers/open-page.ts';
import { makeShownProjects, type ShownProjectIds, showPage } from './helpers/shown-pages.ts';
import { firstPages, type ShownPage, shownPages } from './pages.ts';

const { folder, remove } = temporaryFolder();
let browser: Browser;
let host: BuiltHost;

beforeAll(async () => {
  browser = await launchBrowser();
  host = await startBuiltHost(folder);
});

afterAll(async () => {
  await browser?.close();
  await host?.stop();
  remove();
});

describe('the app', () => {
  test('opens, and the token is gone from the address', async () => {
    const { page, problems, close } = await openPage(browser, host.address);
    expect(page.url()).toBe(`${new URL(host.address).origin}/`);
    await settled(page);
    expect(problems).toEqual([]);
    await close();
  });

  test('a project that is made is there after a restart', async () => {
    const first = await openPage(browser, host.address);
    await first.page.getByRole('button', { name: 'New project' }).first().click();
    const dialog = first.page.getByRole('dialog');
    await dialog.getByRole('textbox').first().fill('Contoso');
    await first.page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'hidden' });
    expect(first.problems).toEqual([]);
    await first.close();

    expect(await host.stop(), 'stopped on request').toBe(0);
    expect(host.complaints()).toBe('');
    host = await startBuiltHost(folder);
    const second = await openPage(browser, host.address);
    await second.page.getByText('Contoso').first().waitFor();
    expect(second.problems).toEqual([]);
    await second.close();
  });

  test('a visitor without the token sees nothing of it', async () => {
    const { page, close } = await openPage(browser, `${new URL(host.address).origin}/`);
    expect(await page.textContent('body')).toContain('Open Onramp at the address it printed');
    await close();
  });
});

/**
 * What a system may ask for. High contrast is our own theme; forced colours are the system's, drawn over it. Of those the
 * dark ones alone: axe reads the colour with which text is filled, and of a link that is still our theme's.
 */
const themes = {
  light: { colorScheme: 'light', contrast: null, forcedColors: null },
  dark: { colorScheme: 'dark', contrast: null, forcedColors: null },
  'high contrast': { colorScheme: 'dark', contrast: 'more', forcedColors: null },
  'forced colours': { colorScheme: 'dark', contrast: null, forcedColors: 'active' },
} as const;

/** In every theme: accessible, and without an error on the way. */
async function isClean(open: OpenPage, shown: ShownPage, ids?: ShownProjectIds): Promise<void> {
  const { page, problems } = open;
  problems.length = 0;
  // Pages of other projects are made of the same parts: one theme shows what they lack.
  const looked = Object.entries(themes).filter(([theme]) => !shown.of || theme === 'light');
  for (const [theme, media] of looked) {
    await page.emulateMedia(media);
    await showPage(page, ids, shown);
    // What a page is made of is the same in each.
    const what = theme === 'light' ? 'all' : 'colours';
    expect(await accessibilityProblems(page, what), theme).toEqual([]);
  }
  // Of a project that is not there, the browser reports that it was not found.
  if (shown.of !== 'missing') expect(problems).toEqual([]);
}

/** A whole plan takes axe its time. */
const patience = 180_000;

describe('every page', () => {
  let open: OpenPage;
  let ids: ShownProjectIds;

  beforeAll(async () => {
    open = await openPage(browser, host.address);
    ids = await makeShownProjects(open.page);
  });
  afterAll(() => open?.close());

  test.each(shownPages)(
    '$name is accessible in every theme, and shows no errors',
    (shown) => isClean(open, shown, ids),
    patience,
  );
});

describe('an empty app', () => {
  test.each(firstPages)(
    '$name is accessible in every theme, and shows no errors',
    async (shown) => {
      const empty = temporaryFolder();
      const first = await startBuiltHost(empty.folder);
      const open = await openPage(browser, first.address);
      await isClean(open, shown);
      await open.close();
      await first.stop();
      empty.remove();
    },
    patience,
  );
});

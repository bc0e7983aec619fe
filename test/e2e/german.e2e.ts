/** The interface in German: every page is German, has names for screen readers, and nothing is cut off by longer words. */
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { settingsAddress } from '../../renderer/frame/addresses.ts';
import { drivenApp } from './helpers/driven-app.ts';
import { accessibilityProblems } from './helpers/open-page.ts';
import { makeShownProjects, type ShownProjectIds, showPage } from './helpers/shown-pages.ts';
import { shownPages } from './pages.ts';

const app = drivenApp({ viewport: { width: 1024, height: 700 } });
let page: Page;
let ids: ShownProjectIds;

beforeAll(async () => {
  ({ page } = app);
  ids = await makeShownProjects(page);
});

/** What is wider than the page, and buttons, tabs and headings whose words do not fit into them. */
function cutOff(): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const room = document.documentElement;
    if (room.scrollWidth > room.clientWidth)
      found.push(`the page is ${room.scrollWidth - room.clientWidth} px too wide`);
    for (const one of document.querySelectorAll<HTMLElement>(
      'button, [role="tab"], h1, h2, h3, nav a, label, legend',
    )) {
      if (one.clientWidth === 0 || one.closest('[aria-hidden="true"]')) continue;
      const style = getComputedStyle(one);
      // Names of things end in dots on purpose; words of the interface do not.
      if (style.textOverflow === 'ellipsis' || style.overflowX === 'visible') continue;
      if (one.scrollWidth > one.clientWidth + 1)
        found.push(`${one.tagName} “${(one.textContent ?? '').slice(0, 60)}”`);
    }
    return found;
  });
}

describe('the interface in German', () => {
  it('is chosen in Settings, takes effect at once, and is still there after a restart', async () => {
    await app.goTo(settingsAddress(undefined));
    await page.getByRole('radio', { name: 'Deutsch' }).click();
    await page.getByRole('heading', { level: 1, name: 'Einstellungen' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('de');
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'Einstellungen' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('de');
  });

  it.each(shownPages)('$name', async (shown) => {
    await showPage(page, ids, shown);
    expect(await cutOff()).toEqual([]);
    // Colours are the same in every language, and are asked about in English.
    expect(await accessibilityProblems(page, 'all but colours')).toEqual([]);
    // Of a project that is not there, the browser reports that it was not found.
    if (shown.of === 'missing') app.problems.length = 0;
    expect(app.problems.splice(0)).toEqual([]);
  });

  it('words what fails in German', async () => {
    const reply = await page.evaluate(async () => {
      const response = await fetch('/api/call', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({
          name: 'project.open',
          input: { project: '00000000-0000-4000-8000-000000000000' },
        }),
      });
      return response.text();
    });
    expect(reply).toContain('nicht mehr da');
    app.problems.splice(0);
  });

  it('goes back to English, and everything with it', async () => {
    await app.goTo(settingsAddress(undefined));
    await page.getByRole('radio', { name: 'English' }).click();
    await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
  });
});

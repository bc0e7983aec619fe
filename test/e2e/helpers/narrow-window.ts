/** The tests that pages pass in a window that is narrow for them: nothing is lost, nobody scrolls sideways, and each table has a name. */
import type { BrowserContextOptions, Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { projectsAddress } from '../../../renderer/frame/addresses.ts';
import { shownPages } from '../pages.ts';
import { callFrom } from './calls.ts';
import { type DrivenApp, drivenApp } from './driven-app.ts';
import { settled } from './open-page.ts';
import { misfits, spaceText } from './reflow.ts';
import { makeShownProjects, type ShownProjectIds, showPage } from './shown-pages.ts';

type NarrowWindow = {
  options: BrowserContextOptions;
  language?: 'en' | 'de';
  /** As somebody's own style sheet would set it. */
  spaced?: true;
  /** Names of the pages; without them all that have something on them. */
  pages?: readonly string[];
};

/** To be said at the top of a file of tests. */
export function everyPageFits({ options, language, spaced, pages }: NarrowWindow): {
  app: DrivenApp;
  ids: () => ShownProjectIds;
} {
  const app = drivenApp(options);
  let ids: ShownProjectIds;
  beforeAll(async () => {
    if (language) await callFrom(app.page, 'settings.set', { language });
    ids = await makeShownProjects(app.page);
    await app.openAt(projectsAddress);
  });
  test.each(
    shownPages.filter(({ name, of }) => (pages ? pages.includes(name) : of !== 'fresh' && of !== 'missing')),
  )('$name fits', async (shown) => {
    await showPage(app.page, ids, shown);
    if (spaced) await spaceText(app.page);
    await settled(app.page);
    expect(await misfits(app.page)).toEqual([]);
    expect(await namelessTables(app.page)).toEqual([]);
  });
  return { app, ids: () => ids };
}

/** In a list of all tables of a page, one without a name is any. */
function namelessTables(page: Page): Promise<string[]> {
  return page
    .locator('table, [role="table"], [role="grid"]')
    .evaluateAll((tables) =>
      tables
        .filter((one) => !one.matches('[aria-label], [aria-labelledby], :has(> caption)'))
        .map((one) => (one.textContent ?? '').slice(0, 80)),
    );
}

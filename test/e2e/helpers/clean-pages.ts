/** The test of every page: in every theme it is accessible, and shows no errors on the way. */
import { beforeAll, expect, test } from 'vitest';
import type { ShownPage } from '../pages.ts';
import { drivenApp } from './driven-app.ts';
import type { OpenPage } from './open-page.ts';
import { makeShownProjects, openShown, type ShownProjectIds } from './shown-pages.ts';
import { inEveryTheme } from './themes.ts';

export async function isClean(
  { page, problems }: Pick<OpenPage, 'page' | 'problems'>,
  shown: ShownPage,
  ids?: ShownProjectIds,
): Promise<void> {
  problems.length = 0;
  await page.emulateMedia({ colorScheme: 'light', contrast: null, forcedColors: null });
  await openShown(page, ids, shown);
  await inEveryTheme(page);
  // Of a project that is not there, the browser reports that it was not found.
  if (shown.of !== 'missing') expect(problems).toEqual([]);
}

/** To be said at the top of a file of tests. */
export function everyPageIsClean(pages: readonly ShownPage[]): void {
  const app = drivenApp();
  let ids: ShownProjectIds;
  beforeAll(async () => {
    ids = await makeShownProjects(app.page);
  });
  test.each(pages)('$name is accessible in every theme, and shows no errors', (shown) =>
    isClean(app, shown, ids),
  );
}

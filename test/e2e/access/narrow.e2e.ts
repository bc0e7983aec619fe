/** Pages at 200 % zoom and beyond, with text as widely spaced as somebody may need it: nothing is lost and nobody scrolls sideways. */
import { expect, test } from 'vitest';
import { everyPageFits } from '../helpers/narrow-window.ts';
import { showPage } from '../helpers/shown-pages.ts';

/** What stands wide, what was cut off once, and one of each kind; others are made of the same parts. */
const wanted = [
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
];

const { app, ids } = everyPageFits({
  // 1024 by 700 at 200 %.
  options: { viewport: { width: 512, height: 350 }, deviceScaleFactor: 2 },
  spaced: true,
  pages: wanted,
});

test('the pages stand beside each other in the menu of a narrow window, which opens and closes by keyboard', async () => {
  const { page } = app;
  await showPage(page, ids(), { name: 'overview', address: (project) => `/p/${project}` });
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

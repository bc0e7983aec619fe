/** A review checklist that is added as a file, worked on by keyboard, and taken away again. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { importedAddress, overviewAddress } from '../../renderer/frame/addresses.ts';
import { callFrom } from './helpers/calls.ts';
import { drivenApp } from './helpers/driven-app.ts';
import { accessibilityProblems } from './helpers/open-page.ts';

const app = drivenApp();
let page: Page;
let project: string;

beforeAll(async () => {
  ({ page } = app);
  ({ id: project } = await callFrom(page, 'project.create', { name: 'Rollout' }));
  await app.goTo(overviewAddress(project));
});

const give = (name: string, content: unknown) =>
  page.locator('nav input[type=file]').setInputFiles({
    name,
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(content)),
  });
const notice = (text: string) =>
  page.getByRole('region', { name: 'Notices' }).getByRole('listitem').filter({ hasText: text }).last();
const status = (text: string) => page.getByRole('radiogroup', { name: `Status of: ${text}`, exact: true });

describe('a checklist from a file', () => {
  test('that is none is refused with the place, and nothing is added', async () => {
    await give('bad.json', { items: [1] });
    await notice('bad.json was not added').getByText('(items.0)').waitFor();
    expect((await callFrom(page, 'project.open', { project })).checklists).toEqual([]);
  });

  test('is shown at once, by category, with links only where they lead to the web', async () => {
    await give('ours.json', {
      items: [
        {
          text: 'Two circuits',
          guid: 'a',
          category: 'Network',
          severity: 'High',
          link: 'https://example.com/',
        },
        { text: 'A route filter', guid: 'b', category: 'Network', link: 'javascript:alert(1)' },
        { text: 'Own <b>names</b>', guid: 'c', status: 'Later' },
      ],
      metadata: { name: 'Our review' },
    });
    await page.getByRole('heading', { level: 1, name: 'Our review' }).waitFor();
    await page.getByRole('heading', { level: 2, name: 'Network 2' }).waitFor();
    await page.getByRole('heading', { level: 2, name: 'Without a category 1' }).waitFor();
    await page.getByText('1 item has a status that is not one of the five').waitFor();
    expect(await page.getByRole('main').getByRole('link').count()).toBe(1);
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  test('takes statuses by arrow keys and comments as they are typed', async () => {
    await status('Two circuits').getByRole('radio', { name: 'Not verified' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.getByText('1 of 3 looked at').waitFor();
    await page.getByRole('button', { name: 'Add a comment' }).first().click();
    await page.keyboard.type('Seen on site');
    await page.keyboard.press('Tab');
    const [checklist] = (await callFrom(page, 'project.open', { project })).checklists;
    await expect
      .poll(
        async () => (await callFrom(page, 'checklist.open', { project, id: checklist?.id ?? '' })).items[0],
      )
      .toMatchObject({ status: 'fulfilled', comment: 'Seen on site' });
    expect(new URL(page.url()).hash).toBe(`#${importedAddress(project, checklist?.id ?? '')}`);
  });

  test('keeps an item in sight while its status is being chosen under a filter', async () => {
    await page.getByRole('combobox', { name: 'Status' }).click();
    await page.getByRole('option', { name: 'Not verified' }).click();
    await status('Two circuits').waitFor({ state: 'detached' });
    await status('A route filter').getByRole('radio', { name: 'Open' }).check({ force: true });
    await page.getByText('2 of 3 looked at').waitFor();
    expect(await status('A route filter').count()).toBe(1);
    await page.getByRole('searchbox', { name: 'Search the items' }).fill('nothing like it');
    await page.getByText('No item matches.').waitFor();
    await page.getByRole('button', { name: 'Show all' }).click();
    await status('Two circuits').waitFor();
  });

  test('is known again in a newer file, and keeps what was answered when it is brought up to date', async () => {
    const items = [
      { text: 'Two circuits in two places', guid: 'a', category: 'Network', severity: 'High' },
      { text: 'A route filter', guid: 'b', category: 'Network' },
      { text: 'Own <b>names</b>', guid: 'c' },
      { text: 'A drill', guid: 'd', category: 'Network' },
    ];
    const file = {
      name: 'newer.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify({ items })),
    };
    const chooseByKeys = async () => {
      await page.getByRole('button', { name: 'Add a checklist' }).focus();
      await page.keyboard.press('Enter');
      // The menu puts the focus on its first entry as it opens: whoever was faster would have it taken away again.
      await expect
        .poll(() => page.evaluate(() => document.activeElement?.getAttribute('role')))
        .toBe('menuitem');
      const entry = page.getByRole('menuitem', { name: 'Take one from a file' });
      const [chooser] = await Promise.all([page.waitForEvent('filechooser'), entry.press('Enter')]);
      await chooser.setFiles(file);
    };
    const dialog = page.getByRole('dialog', { name: 'Our review is here already' });
    await chooseByKeys();
    await dialog.getByText('1 new question').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect((await callFrom(page, 'project.open', { project })).checklists).toMatchObject([{ items: 3 }]);
    await chooseByKeys();
    await dialog.getByRole('button', { name: 'Bring it up to date' }).press('Enter');
    const told = notice('Our review was brought up to date: 1 new question, 1 question put differently');
    await told.waitFor();
    // Who asks for stillness has the same time to read it, and to take it back.
    const counted = told.locator('[data-timer-status]');
    expect(await counted.evaluate((timer) => getComputedStyle(timer).animationDuration)).toBe('10s');
    await status('A drill').waitFor();
    await page.getByText('2 of 4 looked at').waitFor();
    await page.getByText('Asked differently since it was answered.').waitFor();
    await told.getByRole('button', { name: 'Undo' }).press('Enter');
    await page.getByText('2 of 3 looked at').waitFor();
    await status('A drill').waitFor({ state: 'detached' });
  });

  test('goes out as a file, and away with a way back', async () => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Export it (.json)' }).click(),
    ]);
    const file = JSON.parse(readFileSync(await download.path(), 'utf8')) as { items: unknown[] };
    expect(file.items[0]).toMatchObject({ guid: 'a', status: 'Fulfilled', comments: 'Seen on site' });
    await page.getByRole('main').getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: 'Remove' }).click();
    await notice('Our review was removed').getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('navigation').getByRole('link', { name: 'Our review' }).click();
    await page.getByText('2 of 3 looked at').waitFor();
    expect(app.problems).toEqual([]);
  });
});

/** The Projects page, the frame and Settings, driven as a person does. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { projectsAddress, settingsAddress } from '../../renderer/frame/addresses.ts';
import { callFrom } from './helpers/calls.ts';
import { drivenApp } from './helpers/driven-app.ts';
import { accessibilityProblems } from './helpers/open-page.ts';

const app = drivenApp();
let page: Page;

beforeAll(async () => {
  ({ page } = app);
});

beforeEach(async () => {
  app.problems.length = 0;
  await app.goTo(projectsAddress);
});

const list = () => page.getByRole('list', { name: 'Projects' });
const card = (name: string) => list().getByRole('article').filter({ hasText: name });
const notice = (text: string) =>
  page.getByRole('region', { name: 'Notices' }).getByRole('listitem').filter({ hasText: text }).last();
const choose = async (name: string, act: string) => {
  await page.getByRole('button', { name: `Actions for ${name}`, exact: true }).click();
  await page.getByRole('menuitem', { name: act, exact: true }).click();
  await page.getByRole('menu').waitFor({ state: 'detached' });
};

describe('the list of projects', () => {
  test('an empty one offers three ways to begin', async () => {
    await page.getByRole('heading', { name: 'Plan your first ExpressRoute' }).waitFor();
    for (const name of ['New project', 'Look at the sample', 'Open file']) {
      expect(await page.getByRole('button', { name }).count()).toBeGreaterThan(0);
    }
  });

  test('a new project needs a name, says so, and opens', async () => {
    await page.getByRole('button', { name: 'New project' }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Create' }).click();
    await dialog.getByText('Give the project a name.').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Contoso');
    await dialog.getByRole('textbox', { name: 'Customer' }).fill('Contoso Ltd');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Contoso' }).waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    expect(app.problems).toEqual([]);
  });

  test('who one is is asked on the page a project opens with, and nowhere else', async () => {
    expect(await page.getByRole('textbox', { name: 'Your name' }).count()).toBe(0);
    await card('Contoso').getByRole('link').click();
    await page.getByRole('textbox', { name: 'Your name' }).fill('H. Meyer');
    await page.keyboard.press('Enter');
    await page.getByRole('textbox', { name: 'Your name' }).waitFor({ state: 'detached' });
    expect((await callFrom(page, 'settings.get', {})).author).toBe('H. Meyer');
  });

  test('the name is changed in place, and Escape leaves it as it was', async () => {
    await card('Contoso').getByRole('link').click();
    await page.getByRole('button', { name: /^Project name/ }).click();
    await page.getByRole('textbox', { name: 'Project name' }).fill('Something else');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /^Project name: Contoso/ }).click();
    await page.getByRole('textbox', { name: 'Project name' }).fill('Contoso EU');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Contoso EU' }).waitFor();
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Contoso', exact: true }).waitFor();
  });

  test('duplicate, rename, archive, and take out again', async () => {
    await choose('Contoso', 'Duplicate');
    await page.getByRole('dialog').getByRole('button', { name: 'Duplicate' }).click();
    await card('Contoso (copy)').waitFor();
    await choose('Contoso (copy)', 'Rename');
    await page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).fill('Fabrikam');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await card('Fabrikam').waitFor();
    await choose('Fabrikam', 'Archive');
    await card('Fabrikam').waitFor({ state: 'detached' });
    await page.getByRole('tab', { name: /Archived 1/ }).click();
    await choose('Fabrikam', 'Take out of the archive');
    await page.getByRole('tab', { name: /Active 2/ }).click();
    await card('Fabrikam').waitFor();
  });

  test('delete can be undone at once, or later from the deleted ones', async () => {
    await choose('Fabrikam', 'Delete');
    await card('Fabrikam').waitFor({ state: 'detached' });
    await notice('“Fabrikam” was deleted.').getByRole('button', { name: 'Undo' }).click();
    await card('Fabrikam').waitFor();
    await choose('Fabrikam', 'Delete');
    await page.getByRole('tab', { name: /Deleted 1/ }).click();
    await choose('Fabrikam', 'Delete for good');
    await page.getByRole('alertdialog').getByRole('button', { name: 'Cancel' }).click();
    await choose('Fabrikam', 'Bring back');
    await page.getByRole('tab', { name: /Active 2/ }).click();
    await card('Fabrikam').waitFor();
  });

  test('a project file is written, and dropping it elsewhere opens it', async () => {
    const download = page.waitForEvent('download');
    await choose('Fabrikam', 'Export project file');
    const file = await (await download).path();
    expect((await download).suggestedFilename()).toMatch(/\.onramp$/);
    const text = readFileSync(file, 'utf8');
    expect(JSON.parse(text).format).toBe('onramp-project');

    await choose('Fabrikam', 'Delete');
    await page.getByRole('tab', { name: /Deleted/ }).click();
    await choose('Fabrikam', 'Delete for good');
    await page.getByRole('alertdialog').getByRole('button', { name: 'Delete for good' }).click();
    await page.getByRole('tab', { name: /Active/ }).click();
    await page
      .locator('input[type="file"]')
      .setInputFiles({ name: 'fabrikam.onramp', mimeType: 'application/json', buffer: Buffer.from(text) });
    await page.getByRole('heading', { level: 1, name: 'Fabrikam' }).waitFor();
  });

  test('a file that is no project says so and imports nothing', async () => {
    const before = (await callFrom(page, 'project.list', {})).length;
    await page
      .locator('input[type="file"]')
      .setInputFiles({ name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('hello') });
    await notice('notes.txt was not opened').waitFor();
    expect((await callFrom(page, 'project.list', {})).length).toBe(before);
  });

  test('search, order and the table', async () => {
    await page.getByRole('searchbox').fill('fabrikam');
    await page.getByText('1 project', { exact: true }).waitFor();
    await page.getByRole('searchbox').fill('nothing at all');
    await page.getByText('No project matches.').waitFor();
    await page.getByRole('searchbox').fill('');
    await page.getByRole('combobox', { name: 'Sort by' }).click();
    await page.getByRole('option', { name: 'Name', exact: true }).click();
    await page.getByRole('button', { name: 'Table' }).click();
    const names = await page.getByRole('row').locator('td:first-child').allTextContents();
    expect(names).toEqual(['Contoso', 'Fabrikam']);
    // A tooltip under the mouse is outside of every landmark, as all tooltips are.
    await page.mouse.move(600, 700);
    await page.getByRole('tooltip').waitFor({ state: 'detached' });
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByRole('button', { name: 'Cards' }).click();
  });
});

describe('by keyboard', () => {
  test('Ctrl+K finds a project and goes there', async () => {
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Search or run a command' }).fill('contos');
    await page.getByRole('option', { name: /^Contoso/ }).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Contoso' }).waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
  });

  test('? lists the keys, Escape closes the list', async () => {
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  test('the first Tab offers to skip to the page', async () => {
    await page.reload();
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the page');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('MAIN');
  });
});

describe('settings', () => {
  test('a chosen theme shows at once and stays', async () => {
    await app.goTo(settingsAddress(undefined));
    await page.getByRole('radio', { name: 'Dark' }).check();
    await page.locator('[data-theme="dark"]').waitFor();
    await page.reload();
    await page.locator('[data-theme="dark"]').waitFor();
    const themes = page.getByRole('radiogroup', { name: 'Theme' });
    await themes.getByRole('radio', { name: 'Follow the system' }).check();
    await page.locator('[data-theme="light"]').waitFor();
  });

  test('a backup is made, and restoring it asks first and brings everything back', async () => {
    await app.goTo(settingsAddress(undefined));
    await page.getByRole('button', { name: 'Create a backup now' }).click();
    await notice('The backup was written.').waitFor();
    await callFrom(page, 'project.create', { name: 'Made after the backup' });
    const byHand = page.getByRole('row').filter({ hasText: 'By hand' });
    await byHand.first().getByRole('button').click();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByRole('alertdialog').getByRole('button', { name: 'Restore' }).click();
    await page.getByRole('heading', { level: 1, name: 'Projects' }).waitFor();
    await card('Fabrikam').waitFor();
    expect(await card('Made after the backup').count()).toBe(0);
    expect(app.problems).toEqual([]);
  });
});

describe('many projects', () => {
  test('a hundred and fifty are shown a page at a time', async () => {
    for (let index = 0; index < 150; index += 1)
      await callFrom(page, 'project.create', { name: `Plan ${index}` });
    await page.reload();
    await card('Plan 1').first().waitFor();
    expect(await list().getByRole('article').count()).toBe(60);
    await page.getByRole('button', { name: /^Show \d+ more$/ }).click();
    expect(await list().getByRole('article').count()).toBe(120);
  });
});

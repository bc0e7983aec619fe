/** Two copies of one project and the shared file, driven as a person does. */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { findingsAddress, overviewAddress, projectsAddress } from '../../renderer/frame/addresses.ts';
import { type BuiltHost, startBuiltHost, temporaryFolder } from './helpers/built-host.ts';
import { callFrom } from './helpers/calls.ts';
import { drivenApp } from './helpers/driven-app.ts';
import { accessibilityProblems, openPage } from './helpers/open-page.ts';

const app = drivenApp();
const { folder, remove } = temporaryFolder();
const questions = ['routing.nat.who', 'routing.nat.er-pool'];
let other: BuiltHost;
let page: Page;
let project: string;
/** The project as another copy of it stands after some work there. */
let copy: string;

beforeAll(async () => {
  ({ page } = app);
  other = await startBuiltHost(join(folder, 'theirs'));
  const there = await openPage(app.browser, other.address);
  await callFrom(page, 'settings.set', { author: 'Anna' });
  await callFrom(there.page, 'settings.set', { author: 'Ben' });
  project = (await callFrom(page, 'project.create', { name: 'Contoso' })).id;
  await callFrom(page, 'project.create', { name: 'Fabrikam' });
  const { text } = await callFrom(page, 'project.export', { project });
  await callFrom(there.page, 'project.import', { text });
  for (const question of questions) {
    await callFrom(there.page, 'answer.note', { project, question, note: `Ben on ${question}` });
    await callFrom(page, 'answer.note', { project, question, note: `Anna on ${question}` });
  }
  await callFrom(there.page, 'project.describe', { project, customer: 'Contoso Ltd' });
  copy = (await callFrom(there.page, 'project.export', { project })).text;
});

afterAll(async () => {
  await other?.stop();
  remove();
});

beforeEach(async () => {
  app.problems.length = 0;
  await app.openAt(projectsAddress);
  await page.getByRole('article').first().waitFor();
});

const notice = (text: string) =>
  page.getByRole('region', { name: 'Notices' }).getByRole('listitem').filter({ hasText: text }).last();
const menuItem = async (name: string, item: string) => {
  await page.getByRole('button', { name: `Actions for ${name}`, exact: true }).click();
  await page.getByRole('menuitem', { name: item, exact: true }).click();
};
const mergeInto = async (name: string) => {
  const chooser = page.waitForEvent('filechooser');
  await menuItem(name, 'Merge another copy');
  const buffer = Buffer.from(copy);
  await (await chooser).setFiles({ name: 'from-ben.onramp', mimeType: 'application/json', buffer });
};
const notes = async () => Object.values((await callFrom(page, 'project.open', { project })).notes).sort();

test('a copy of another project is refused by name', async () => {
  await mergeInto('Fabrikam');
  await notice('This file is of “Contoso”, not of “Fabrikam”.').waitFor();
});

test('another copy is shown before it is merged, and the merge is undone in one step', async () => {
  const before = await notes();
  await mergeInto('Contoso');
  const dialog = page.getByRole('dialog', { name: 'Merge into “Contoso”?' });
  await dialog.getByText('3 changes: 2 notes, 1 other entry').waitFor();
  await dialog.getByText(/Ben: 3 changes/).waitFor();
  await dialog.getByText(/2 places were changed on both sides/).waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Merge' }).click();
  await page.getByText('The copies of this project disagree about 2 places.').waitFor();
  await notice('3 changes were merged').getByRole('button', { name: 'Undo' }).click();
  await page.getByText('The copies of this project disagree').waitFor({ state: 'detached' });
  expect(await notes()).toEqual(before);
  expect((await callFrom(page, 'project.open', { project })).customer).toBe('');
  await page.keyboard.press('Control+Shift+Z');
  await expect
    .poll(async () => (await callFrom(page, 'project.open', { project })).customer)
    .toBe('Contoso Ltd');
});

test('another copy dropped on a page of the project is shown in the same way', async () => {
  await app.goTo(findingsAddress(project));
  const { text } = await callFrom(page, 'project.export', { project });
  const dropped = await page.evaluateHandle((content) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([content], 'same.onramp'));
    return transfer;
  }, text);
  await page.getByRole('heading', { level: 1 }).dispatchEvent('drop', { dataTransfer: dropped });
  await notice('same.onramp holds nothing that is not here already.').waitFor();
});

test('conflicts are settled one by one, or all by a rule', async () => {
  // The merge was taken back and done again, which left nothing open: Ben and Anna write once more.
  const { text } = await callFrom(page, 'project.export', { project });
  const there = await openPage(app.browser, other.address);
  await callFrom(there.page, 'project.import', { text });
  for (const question of questions) {
    await callFrom(there.page, 'answer.note', { project, question, note: `Ben again on ${question}` });
    await callFrom(page, 'answer.note', { project, question, note: `Anna again on ${question}` });
  }
  const theirs = await callFrom(there.page, 'project.export', { project });
  await callFrom(page, 'project.import', { text: theirs.text });
  await app.openAt(overviewAddress(project));
  await page.getByRole('button', { name: 'Settle' }).click();
  await page.getByRole('heading', { level: 1, name: 'Conflicts between copies' }).waitFor();
  const list = page.getByRole('list', { name: 'Conflicts' });
  await list.getByText('Ben again on routing.nat.who').waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
  await list
    .getByRole('button', { name: /^Take this, by Ben/ })
    .first()
    .click();
  await notice('1 conflict was settled.').waitFor();
  await page.getByRole('button', { name: 'Mine (1)' }).click();
  await page.getByText('The copies agree about everything.').waitFor();
  const settled = await notes();
  expect(settled.filter((note) => note.startsWith('Ben again'))).toHaveLength(1);
  expect(settled.filter((note) => note.startsWith('Anna again'))).toHaveLength(1);
  expect(app.problems).toEqual([]);
});

test('a project is linked to a shared file, hears of trouble with it, and of what came in', async () => {
  const file = join(folder, 'plan.onramp');
  await menuItem('Contoso', 'Link to a shared file');
  const path = page.getByRole('textbox', { name: 'Path of the file' });
  await path.fill('plan.onramp');
  await page.keyboard.press('Enter');
  await page.getByText('Give the whole path').waitFor();
  await path.fill(file);
  await page.keyboard.press('Enter');
  await page.getByText(/The file and this project say the same/).waitFor();
  expect(existsSync(file)).toBe(true);
  expect(await accessibilityProblems(page)).toEqual([]);
  writeFileSync(file, '');
  await page
    .getByText(/The shared file is not complete yet/)
    .first()
    .waitFor();
  const { text } = await callFrom(page, 'project.export', { project });
  const there = await openPage(app.browser, other.address);
  await callFrom(there.page, 'project.import', { text });
  await callFrom(there.page, 'project.describe', { project, customer: 'From Ben' });
  writeFileSync(file, (await callFrom(there.page, 'project.export', { project })).text);
  await notice('1 change came in from Ben: 1 other entry.').waitFor();
  await page.getByRole('button', { name: /^Customer: From Ben/ }).waitFor();
  // It is still said when the notice is gone, and the notice does not come again with the page.
  await page.getByText(/out of plan.onramp/).waitFor();
  await page.reload();
  await page.getByText(/out of plan.onramp/).waitFor();
  expect(await page.getByRole('region', { name: 'Notices' }).getByText('came in').count()).toBe(0);
  await page.getByRole('button', { name: 'Unlink' }).click();
  await path.waitFor();
  expect(app.problems).toEqual([]);
});

/** Looking back, driven as a person does: the chart by keyboard, its table, a milestone, a comparison, and the way back. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { compareAddress, historyAddress, progressAddress } from '../../renderer/frame/addresses.ts';
import { callFrom } from './helpers/calls.ts';
import { drivenApp } from './helpers/driven-app.ts';
import { accessibilityProblems } from './helpers/open-page.ts';

const app = drivenApp();
let page: Page;
let project: string;

beforeAll(async () => {
  ({ page } = app);
  await callFrom(page, 'settings.set', { author: 'H. Meyer' });
  project = (await callFrom(page, 'project.sample', {})).id;
});

const step = () => page.getByRole('region', { name: 'Step' });

test('the chart is walked by arrow keys, and each step says what was behind it', async () => {
  await app.goTo(progressAddress(project));
  const slider = page.getByRole('slider', { name: 'Readiness' });
  await slider.focus();
  await page.keyboard.press('Home');
  expect(await slider.getAttribute('aria-valuetext')).toContain('where the range begins');
  await page.keyboard.press('ArrowRight');
  expect(await slider.getAttribute('aria-valuetext')).toMatch(/%, \+\d+$/);
  await step()
    .getByText(/answers in .* by H\. Meyer/)
    .first()
    .waitFor();
  await page.keyboard.press('End');
  expect(await slider.getAttribute('aria-valuenow')).toBe(await slider.getAttribute('aria-valuemax'));
});

test('the same is there as a table and as files', async () => {
  await page.getByRole('button', { name: 'Show as table' }).click();
  await page.getByRole('columnheader', { name: 'Because of' }).waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
  const take = async (kind: string) => {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export', exact: true }).last().click();
    await page.getByRole('menuitem', { name: kind }).click();
    return readFileSync(await (await download).path());
  };
  const csv = (await take('Table (.csv)')).toString('utf8');
  expect(csv.trim().split('\r\n').length).toBe(
    (await page.getByRole('row').count()) - (await milestoneRows()),
  );
  expect((await take('Picture (.png)')).subarray(1, 4).toString()).toBe('PNG');
  expect((await take('Picture (.svg)')).toString('utf8')).toContain('<svg');
  await page.getByRole('button', { name: 'Show as chart' }).click();
});

const milestoneRows = () => page.getByRole('region', { name: 'Milestones' }).getByRole('row').count();

test('a milestone is made, renamed, and compared with now', async () => {
  await page.getByRole('button', { name: 'New milestone' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.getByText('Give the milestone a name.').waitFor();
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Board');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Change “Board”' }).click();
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Board meeting');
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'Compare with now: “Board meeting”' }).click();
  await page.getByText('Nothing differs between the two.').waitFor();
});

test('one answer is put back from the history of its question, and undo takes that back', async () => {
  const question = 'routing.nat.who';
  const { answers } = await callFrom(page, 'project.open', { project });
  await callFrom(page, 'answer.set', { project, question, answer: { state: 'unknown' } });
  await page.reload();
  await app.goTo(historyAddress(project, { question }));
  const newest = page.getByRole('list', { name: 'Changes' }).getByRole('listitem');
  const before = await newest.count();
  await newest
    .last()
    .getByRole('button', { name: /^Restore from/ })
    .click();
  await page.getByRole('menuitem', { name: 'Restore this' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Put back' }).click();
  await expect.poll(() => newest.count()).toBe(before + 1);
  expect((await callFrom(page, 'project.open', { project })).answers[question]).toEqual(answers[question]);
  await page.getByRole('region', { name: 'Notices' }).getByRole('button', { name: 'Undo' }).last().click();
  await expect.poll(() => newest.count()).toBe(before + 2);
});

test('before the whole project is put back, the dialog counts what would change', async () => {
  const { milestones } = await callFrom(page, 'project.open', { project });
  const first = Object.entries(milestones).find(([, { name }]) => name === 'First workshop')?.[0] ?? '';
  await app.goTo(compareAddress(project, { from: first }));
  await page.getByRole('button', { name: 'Put the project back as it was then' }).click();
  const dialog = page.getByRole('alertdialog');
  await dialog.getByText(/^\d+ answers$/).waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  expect(app.problems).toEqual([]);
});

/** A checklist of one's own, made by keyboard alone: two questions, an answer, and the finding that follows. */
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { findingsAddress, overviewAddress } from '../../renderer/frame/addresses.ts';
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

const press = async (...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
const main = () => page.getByRole('main');

describe('a checklist of one’s own', () => {
  test('is made with two questions by keyboard', async () => {
    await page.getByRole('button', { name: 'Add a checklist' }).focus();
    await press('Enter');
    await page.getByRole('menuitem', { name: 'Make your own' }).press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Questions of Our checklist' }).waitFor();
    await page.getByRole('button', { name: 'Add a section' }).press('Enter');
    await page.getByRole('button', { name: 'Add a question to New section' }).press('Enter');
    await page.keyboard.type('Is the contract signed?');
    await page.getByRole('combobox', { name: 'Answered with' }).selectOption('yesNo');
    await page.getByRole('combobox', { name: 'When it is answered badly' }).selectOption('gate');
    await page.getByRole('button', { name: 'Add', exact: true }).press('Enter');
    await page.getByRole('button', { name: 'Edit: Is the contract signed?' }).waitFor();
    // The focus is back in the field, for the next one.
    await page.keyboard.type('Who orders?');
    await press('Enter');
    await page.getByRole('button', { name: 'Edit: Who orders?' }).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await press('Escape');
  });

  test('is put in order with Alt and an arrow key', async () => {
    const second = page.getByRole('button', { name: 'Edit: Who orders?' });
    await second.focus();
    await press('Alt+ArrowUp');
    await expect
      .poll(() =>
        main()
          .getByRole('button', { name: /^Edit: (Is|Who)/ })
          .allTextContents(),
      )
      .toEqual(['Who orders?', 'Is the contract signed?']);
    expect(await second.evaluate((button) => button === document.activeElement)).toBe(true);
  });

  test('is answered, and a bad answer is a finding that leads back', async () => {
    await page.getByRole('button', { name: 'Answer the questions' }).press('Enter');
    const answer = page.getByRole('radiogroup', { name: 'Answer to: Is the contract signed?' });
    await answer.getByRole('radio', { name: 'Yes' }).focus();
    await press('Space', 'ArrowRight');
    await page.getByText('1 of 2 looked at').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await app.goTo(findingsAddress(project));
    const finding = main().getByRole('listitem').filter({ hasText: 'Is the contract signed?' }).first();
    await finding.getByRole('link', { name: 'Our checklist' }).press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Our checklist' }).waitFor();
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent))
      .toBe('Is the contract signed?');
  });

  test('is found by the search', async () => {
    await press('Control+k');
    await page.keyboard.type('who orders');
    await page.getByRole('option', { name: /Who orders\?.*Our checklist › New section/ }).waitFor();
    await press('Enter');
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Who orders?');
  });

  test('loses a question with a way back', async () => {
    await page.getByRole('button', { name: 'Edit the questions' }).press('Enter');
    await page.getByRole('button', { name: 'Delete: Who orders?' }).press('Enter');
    await page.getByRole('button', { name: 'Edit: Who orders?' }).waitFor({ state: 'detached' });
    await page
      .getByRole('region', { name: 'Notices' })
      .getByRole('button', { name: 'Undo' })
      .last()
      .press('Enter');
    await page.getByRole('button', { name: 'Edit: Who orders?' }).waitFor();
    expect(app.problems).toEqual([]);
  });
});

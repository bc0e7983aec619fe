/** The Actions page as a person uses it: written down, changed and finished by keyboard, and brought back from a sheet. */
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { actionsAddress, findingsAddress, questionAddress } from '../../renderer/frame/addresses.ts';
import { callFrom } from './helpers/calls.ts';
import { drivenApp } from './helpers/driven-app.ts';
import { accessibilityProblems, type OpenPage } from './helpers/open-page.ts';

const app = drivenApp();
let open: OpenPage;
let page: Page;
let project: string;

beforeEach(async () => {
  open = await app.open();
  page = open.page;
  project = (await callFrom(page, 'project.create', { name: 'Rollout' })).id;
});
afterEach(async () => {
  expect(open.problems).toEqual([]);
  await open.close();
});

const goTo = (address: string) => app.goTo(address, page);

const stored = async () => Object.values((await callFrom(page, 'project.open', { project })).actions);

test('actions are written down, given away, finished and taken back without a mouse', async () => {
  await goTo(actionsAddress(project));
  await page.getByLabel('Add an action').focus();
  await page.keyboard.type('Ask the provider');
  await page.keyboard.press('Enter');
  await page.getByLabel('Action: Ask the provider').waitFor();
  // The line is ready for the next one.
  await page.keyboard.type('Order the circuit');
  await page.keyboard.press('Enter');
  await page.getByLabel('Owner: Order the circuit').focus();
  await page.keyboard.type('H. Meyer');
  await page.keyboard.press('Tab');
  await expect
    .poll(async () => (await stored()).find(({ title }) => title === 'Order the circuit')?.owner)
    .toBe('H. Meyer');

  await page.getByLabel('Select all that are shown').focus();
  await page.keyboard.press('Space');
  await page.getByLabel('Owner for all').focus();
  await page.keyboard.type('M. Laurent');
  await page.keyboard.press('Enter');
  await expect
    .poll(async () => (await stored()).map(({ owner }) => owner))
    .toEqual(['M. Laurent', 'M. Laurent']);
  await page.getByLabel('Select all that are shown').focus();
  await page.keyboard.press('Control+z');
  await expect.poll(() => page.getByLabel('Owner: Order the circuit').inputValue()).toBe('H. Meyer');

  await page.getByLabel('Status: Ask the provider').focus();
  await page.keyboard.type('Done');
  await expect.poll(() => page.getByLabel('Action: Ask the provider').count()).toBe(0);
  expect(await accessibilityProblems(page)).toEqual([]);
});

test('Undo of an older notice takes back its own act, not the latest', async () => {
  for (const [id, title] of Object.entries({ a: 'Ask the provider', b: 'Order the circuit' }))
    await callFrom(page, 'action.set', { project, id, action: { title, status: 'open', created: 1 } });
  await goTo(actionsAddress(project));
  for (const title of ['Ask the provider', 'Order the circuit']) {
    await page.getByRole('button', { name: `More for: ${title}` }).click();
    await page.getByRole('menuitem', { name: 'Remove' }).click();
    await page.getByLabel(`Action: ${title}`).waitFor({ state: 'detached' });
  }
  const back = page.getByRole('region', { name: 'Notices' }).getByRole('button', { name: 'Undo' });
  await expect.poll(() => back.count()).toBe(2);
  // The newest stands last.
  await back.first().click();
  await expect.poll(async () => (await stored()).map(({ title }) => title)).toEqual(['Ask the provider']);
});

test('the title of an action has room in the smallest window', async () => {
  const action = { title: 'Compare what each circuit advertises', status: 'open' as const, created: 1 };
  await callFrom(page, 'action.set', { project, id: 'a', action });
  await page.setViewportSize({ width: 1024, height: 700 });
  await goTo(actionsAddress(project));
  const box = await page.getByLabel('Action: Compare what each circuit advertises').boundingBox();
  expect(box?.width).toBeGreaterThan(180);
});

test('a finding becomes an action once, and the way from one to the other stays', async () => {
  const sample = (await callFrom(page, 'project.sample', {})).id;
  await goTo(findingsAddress(sample));
  const card = page.locator('li', { has: page.getByRole('button', { name: 'Make an action' }) }).first();
  const title = (await card.getByRole('heading').textContent()) ?? '';
  await card.getByRole('button', { name: 'Make an action' }).click();
  const made = page.locator('li', { hasText: title }).getByRole('link', { name: /^Action: Open/ });
  await made.click();
  await page.getByRole('heading', { level: 1, name: 'Actions' }).waitFor();
  expect(await page.getByLabel(`Action: Solve: ${title}`).inputValue()).toBe(`Solve: ${title}`);
});

test('answering a question offers to close what was to be done for it', async () => {
  const question = 'scope.people.remote';
  const created = Date.now();
  const action = { title: 'Ask the mail team', status: 'open' as const, question, created };
  await callFrom(page, 'action.set', { project, id: 'mail', action });
  await goTo(questionAddress(project, { question }));
  const card = page.locator(`[id="question-${question}"]`);
  await card.waitFor();
  expect(await card.getByText('Ask the mail team').count()).toBe(0);
  await card.getByText('Yes', { exact: true }).click();
  await card.getByRole('button', { name: 'It is done' }).click();
  await expect.poll(async () => (await stored())[0]?.status).toBe('done');
  await expect.poll(() => card.getByText('Ask the mail team').count()).toBe(0);
});

test('an edited sheet comes back as proposals, of which somebody chooses', async () => {
  const action = { title: 'Ask the provider', status: 'open' as const, created: Date.now() };
  await callFrom(page, 'action.set', { project, id: 'a', action });
  await goTo(actionsAddress(project));
  const sheet =
    'Id,Action,Owner,Due,Status\r\na,Ask the provider,Ann,,Waiting\r\n,Order the circuit,Bob,,\r\n';
  const file = { name: 'actions.csv', mimeType: 'text/csv', buffer: Buffer.from(sheet) };
  await page.getByLabel('Bring an edited sheet back…').setInputFiles(file);
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Take Status of: Ask the provider').uncheck();
  expect(await accessibilityProblems(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Take over 2 changes' }).click();
  await expect
    .poll(async () => (await stored()).map(({ title, owner, status }) => [title, owner, status]).sort())
    .toEqual([
      ['Ask the provider', 'Ann', 'open'],
      ['Order the circuit', 'Bob', 'open'],
    ]);
});

test('a parked point becomes an action, and what was decided is kept with who objected', async () => {
  await goTo(actionsAddress(project, 'parking'));
  await page.getByLabel('Park a point').fill('Who pays?');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Make it an action' }).click();
  await expect.poll(async () => (await stored()).map(({ title }) => title)).toEqual(['Who pays?']);
  await page.getByRole('tab', { name: /^Decisions/ }).click();
  await page.getByLabel('Add a decision').fill('Two locations');
  await page.keyboard.press('Enter');
  await page.getByLabel('Who objected, and why: Two locations').fill('Finance');
  await page.keyboard.press('Tab');
  await expect
    .poll(async () => {
      const { decisions } = await callFrom(page, 'project.open', { project });
      return Object.values(decisions).map(({ what, dissent }) => [what, dissent]);
    })
    .toEqual([['Two locations', 'Finance']]);
  expect(await accessibilityProblems(page)).toEqual([]);
});

test('a day that has passed is said beside its field, and taken all the same', async () => {
  const question = 'routing.nat.who';
  await callFrom(page, 'answer.set', { project, question, answer: { state: 'unknown' } });
  await goTo(questionAddress(project, { question }));
  const card = page.locator(`[id="question-${question}"]`);
  const due = card.getByLabel('By when');
  await due.fill('2999-12-31');
  await due.blur();
  const actions = async () => Object.values((await callFrom(page, 'project.open', { project })).actions);
  await expect.poll(actions).toMatchObject([{ due: '2999-12-31' }]);
  expect(await card.getByText('This day has passed already.').count()).toBe(0);
  await due.fill('2001-01-31');
  await due.blur();
  await card.getByText('This day has passed already.').waitFor();
  await expect.poll(actions).toMatchObject([{ due: '2001-01-31' }]);
  expect(await accessibilityProblems(page)).toEqual([]);
});

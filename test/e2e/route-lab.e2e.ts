/** The Route lab, driven as a person does: a flow by keyboard, a part off by mouse, the failure matrix, pairs, drills, files. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { routeLabAddress } from '../../renderer/frame/addresses.ts';
import { callFrom } from './helpers/calls.ts';
import { drivenApp } from './helpers/driven-app.ts';
import { accessibilityProblems, settled } from './helpers/open-page.ts';

const app = drivenApp();
let page: Page;
let project: string;

beforeAll(async () => {
  ({ page } = app);
  project = (await callFrom(page, 'project.sample', {})).id;
});

const verdict = () => page.getByRole('region', { name: 'Verdict' });
const flows = () => page.getByRole('listbox', { name: 'Flows' });
const grid = () => page.getByRole('grid', { name: 'Failure matrix' });
const switchedOff = () => page.getByRole('region', { name: 'What if: switched off' });

test('the gravest flow is shown first, with the firewall that drops it and the way to what causes it', async () => {
  await app.goTo(routeLabAddress(project));
  await verdict().getByRole('heading', { name: 'Lyon wireless → Dataverse, Europe' }).waitFor();
  await verdict().getByText('Dropped: the reply arrives elsewhere', { exact: true }).waitFor();
  await page.getByRole('rowheader', { name: 'ER edge Paris' }).waitFor();
  const picture = page.getByRole('region', { name: 'Picture' }).getByRole('img');
  expect(await picture.getAttribute('alt')).toContain('Broken or dropped at: ER edge Paris.');
  await verdict()
    .getByRole('link', { name: /^Which prefixes do you advertise/ })
    .waitFor();
});

test('arrow keys go from flow to flow, and each verdict is announced', async () => {
  await flows().focus();
  await page.keyboard.press('End');
  const chosen = flows().getByRole('option', { selected: true });
  await expect.poll(() => chosen.getAttribute('aria-posinset')).toBe('117');
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  await expect
    .poll(() => verdict().getByRole('status').textContent())
    .toBe('Lyon wireless → Dataverse, United States: Dropped: the reply arrives elsewhere');
  await page.reload();
  await settled(page);
  await verdict().getByRole('heading', { name: 'Lyon wireless → Dataverse, United States' }).waitFor();
});

test('flows are searched and narrowed down by how they end', async () => {
  await page.getByRole('searchbox', { name: 'Find a flow' }).fill('paris wired');
  await expect.poll(() => flows().getByRole('option').count()).toBe(14);
  await page.getByRole('button', { name: /^ExpressRoute \d+$/ }).click();
  await expect.poll(() => flows().getByRole('option').count()).toBe(8);
  await page.getByRole('searchbox', { name: 'Find a flow' }).fill('nothing like this');
  await page.getByRole('button', { name: 'Show all flows' }).click();
  await page.getByText('117 flows').waitFor();
});

test('a part that is clicked on the picture is off, without a change to the answers, until all is switched on', async () => {
  const { changes } = (await callFrom(page, 'project.open', { project })).saved;
  await flows().getByRole('option', { name: 'Paris wired → Dataverse, Europe' }).click();
  await verdict().getByText('ExpressRoute, both ways', { exact: true }).waitFor();
  const parts = page.getByRole('group', { name: 'Parts of the picture' });
  await parts.getByRole('button', { name: 'Switch off: ER edge Paris' }).click();
  await verdict().getByText('With everything on: ExpressRoute, both ways').waitFor();
  await switchedOff()
    .getByText(/flows then end otherwise/)
    .waitFor();
  expect((await callFrom(page, 'project.open', { project })).saved.changes).toBe(changes);
  await switchedOff().getByRole('button', { name: 'Switch all on' }).click();
  await verdict().getByText('ExpressRoute, both ways', { exact: true }).waitFor();
});

test('a firewall, which has no box of its own, is switched off in the list by keyboard', async () => {
  await page.getByRole('button', { name: 'What if…' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('searchbox', { name: 'Find a part' }).fill('firewall er edge paris');
  const firewall = page.getByRole('checkbox', { name: 'Firewall of ER edge Paris' });
  await firewall.press('Space');
  await expect.poll(() => firewall.isChecked()).toBe(true);
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'What if… (1 off)' }).waitFor();
  await switchedOff().getByRole('button', { name: 'Switch on again: Firewall of ER edge Paris' }).click();
  await switchedOff().waitFor({ state: 'detached' });
});

test('the picture leaves as a file, black on white', async () => {
  const take = async (kind: string) => {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export picture' }).click();
    await page.getByRole('menuitem', { name: kind }).click();
    return readFileSync(await (await download).path());
  };
  expect((await take('Picture (.svg)')).toString('utf8')).toContain('Way there: ');
  expect((await take('Picture (.png)')).subarray(1, 4).toString()).toBe('PNG');
});

test('keys move in the failure matrix, and Enter shows the path with that failure on', async () => {
  await page.getByRole('tab', { name: 'Failures' }).click();
  await settled(page);
  expect(await grid().getAttribute('aria-colcount')).toBe('41');
  await grid().locator('[role="gridcell"]').first().focus();
  await page.keyboard.press('Control+End');
  const cell = page.locator('[role="gridcell"]:focus');
  expect(await cell.getAttribute('aria-colindex')).toBe('41');
  expect(await cell.locator('xpath=..').getAttribute('aria-rowindex')).toBe('118');
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  const { row, column } = {
    row: await grid().locator('tbody th').nth(1).textContent(),
    column: await grid().locator('thead th').nth(2).getAttribute('aria-label'),
  };
  await page.keyboard.press('Enter');
  const heading = verdict().getByRole('heading', { name: row ?? '' });
  await heading.waitFor();
  await expect.poll(() => heading.evaluate((element) => element === document.activeElement)).toBe(true);
  expect(`Without ${await switchedOff().getByRole('button').first().textContent()}`).toBe(column);
  await page.goBack();
  await grid().waitFor();
});

test('only what gets worse, and pairs as well', async () => {
  await page.getByRole('switch', { name: 'Only what gets worse' }).click();
  await expect.poll(async () => Number(await grid().getAttribute('aria-colcount'))).toBeLessThan(41);
  await page.getByRole('switch', { name: 'Pairs as well' }).click();
  await expect.poll(async () => Number(await grid().getAttribute('aria-colcount'))).toBeGreaterThan(100);
  await settled(page);
  await grid().locator('[role="gridcell"]').first().focus();
  await page.keyboard.press('Control+End');
  expect(await page.locator('[role="gridcell"]:focus').getAttribute('aria-colindex')).toBe(
    await grid().getAttribute('aria-colcount'),
  );
});

test('a drill says what must be seen, and shows it', async () => {
  await page.getByRole('tab', { name: 'Drills' }).click();
  await page.getByRole('button', { name: 'Show: without Circuit 1 Paris', exact: true }).click();
  await switchedOff().getByRole('button', { name: 'Switch on again: Circuit 1 Paris' }).waitFor();
  await verdict().getByText('With everything on: ExpressRoute, both ways').waitFor();
});

test('in a small window the picture is on the first screen, and the flows are behind a button', async () => {
  await page.setViewportSize({ width: 1024, height: 700 });
  await app.goTo(routeLabAddress(project));
  const picture = await page.getByRole('region', { name: 'Picture' }).getByRole('img').boundingBox();
  expect(picture?.y).toBeLessThan(420);
  await page.getByRole('button', { name: 'Choose a flow' }).click();
  await page.getByRole('searchbox', { name: 'Find a flow' }).fill('paris wired');
  await expect.poll(() => flows().getByRole('option').count()).toBe(14);
  expect(await accessibilityProblems(page)).toEqual([]);
  await flows().getByRole('option').first().click();
  await flows().waitFor({ state: 'detached' });
  const chosen = verdict().getByRole('heading', { name: /^Paris wired/ });
  const first = await chosen.textContent();
  await page.getByRole('button', { name: 'Next flow' }).click();
  await expect.poll(() => chosen.textContent()).not.toBe(first);
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.setViewportSize({ width: 1280, height: 800 });
});

test('a project without answers says what is missing, with the way there', async () => {
  const empty = (await callFrom(page, 'project.create', { name: 'Empty' })).id;
  await app.goTo(routeLabAddress(empty));
  await page.getByRole('heading', { name: 'No flow to follow yet' }).waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.getByRole('region', { name: 'No flow to follow yet' }).getByRole('link').first().click();
  await page.waitForURL(/question=/);
  expect(app.problems).toEqual([]);
});

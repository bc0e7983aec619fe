/** Several files at once on the Evidence page: accepted as one step by mouse and by keyboard, and what contradicts is left to decide. */
import type { Page } from 'playwright-core';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { callFrom } from './helpers/calls.ts';
import { drivenApp } from './helpers/driven-app.ts';
import { giveEvidence, openEvidence, sample } from './helpers/evidence-page.ts';
import { accessibilityProblems, settled } from './helpers/open-page.ts';

const app = drivenApp();
let page: Page;
let project: string;

beforeAll(async () => {
  ({ page } = app);
});

beforeEach(async () => {
  project = await openEvidence(page, app.goTo);
});

const view = () => callFrom(page, 'project.open', { project });
const piece = (name: string | RegExp) => page.getByRole('article', { name });
const give = (files: Record<string, string>) => giveEvidence(page, files);
const circuit = sample('azure/circuit-az.txt');
const five = {
  'arp-primary.json': sample('azure/arp-az.txt'),
  'circuit.json': circuit,
  'route-filters.json': sample('azure/route-filter-rules.txt'),
  'sites.csv': sample('tools/sites.txt'),
  'trace.txt': sample('tools/tracert.txt'),
};
const acceptAll = () => page.getByRole('button', { name: /^Accept all/ });

describe('several pieces of evidence', () => {
  test('are accepted with one press, as one step that the header takes back with its notice', async () => {
    await give(five);
    const together = piece('All 5 pieces together');
    await together.getByText(/^Show all \d+ changes/).click();
    await together.getByRole('checkbox', { name: 'Take the new row Oslo' }).uncheck();
    await settled(page);
    expect(await accessibilityProblems(page)).toEqual([]);
    await together.getByRole('button', { name: /^Accept all: \d+ changes, 5 pieces kept$/ }).click();
    await together.waitFor({ state: 'detached' });
    const after = await view();
    expect(Object.keys(after.attachments)).toHaveLength(5);
    expect(after.tables.sites).toHaveLength(1);
    const notice = page.getByText(/^5 pieces are kept; \d+ changes were accepted\.$/);
    await notice.waitFor();
    await page.getByRole('banner').getByRole('button', { name: /^Undo/ }).click();
    await page.getByRole('heading', { name: 'Kept evidence' }).waitFor({ state: 'detached' });
    // It would tell what is not so any more.
    // By itself it would stay for ten seconds.
    await notice.waitFor({ state: 'detached', timeout: 5000 });
    expect(await view()).toMatchObject({ tables: {}, attachments: {}, evidence: {} });
  });

  test('are accepted with the keyboard alone, and what the focus stood on does not lose it', async () => {
    await give({ 'circuit.json': circuit, 'sites.csv': five['sites.csv'] });
    await acceptAll().waitFor();
    for (let step = 0; step < 60; step += 1) {
      if (await acceptAll().evaluate((button) => button === document.activeElement)) break;
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Kept evidence' }).waitFor();
    expect(Object.keys((await view()).attachments)).toHaveLength(2);
    await expect.poll(() => page.evaluate(() => document.activeElement === document.body)).toBe(false);
  });

  test('that contradict each other say in what, take the rest, and stay until that is decided', async () => {
    await give({
      'monday.json': circuit,
      'tuesday.json': circuit.replace('"bandwidthInMbps": 200', '"bandwidthInMbps": 500'),
      'sites.csv': five['sites.csv'],
    });
    const together = piece('All 3 pieces together');
    await together.getByText(/Bandwidth: monday\.json shows 200.*; tuesday\.json shows 500/).waitFor();
    await acceptAll().click();
    await together.waitFor({ state: 'detached' });
    expect((await view()).tables.circuits?.[0]?.cells.bandwidth).toBeUndefined();
    const tuesday = piece('ExpressRoute circuit').filter({ hasText: 'tuesday.json' });
    await tuesday.getByText('It is kept. What is left of it another piece shows otherwise').waitFor();
    await tuesday.getByRole('button', { name: /^Accept 1 change/ }).click();
    await tuesday.waitFor({ state: 'detached' });
    const decided = await view();
    expect(decided.tables.circuits?.[0]?.cells.bandwidth).toBe(500);
    expect(Object.keys(decided.attachments)).toHaveLength(3);
    const monday = piece('ExpressRoute circuit').filter({ hasText: 'monday.json' });
    await monday.getByRole('button', { name: 'Close: monday.json' }).click();
    await monday.waitFor({ state: 'detached' });
    expect(Object.keys((await view()).attachments)).toHaveLength(3);
  });

  test('of which one lacks a word leave it behind, and say so; what is of no use says what it is', async () => {
    await give({
      'circuit.json': circuit,
      'sites.csv': five['sites.csv'],
      'arp.json': five['arp-primary.json'],
      'photo.png': '\u0089PNG\r\n\u001a\n',
      'nothing.json': '[]',
    });
    const together = piece('All 3 pieces together');
    await together.getByText('Not among them until you say below what they are about: arp.json.').waitFor();
    await piece('photo.png').getByText('This is a picture.').waitFor();
    await piece('nothing.json').getByText('It is an empty list: the command found nothing.').waitFor();
    await acceptAll().click();
    await together.waitFor({ state: 'detached' });
    expect(
      Object.values((await view()).attachments)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['circuit.json', 'sites.csv']);
    await piece('ARP table').getByText('Say which of the two links it shows').waitFor();
    await settled(page);
    expect(await accessibilityProblems(page)).toEqual([]);
  });
});

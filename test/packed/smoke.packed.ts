/** What was packed, taken out of its archive and run by plain Node: it starts, keeps what it is told, and writes every file. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { planFormats } from '../../shared/document/formats.ts';
import { type BuiltHost, startBuiltHost, temporaryFolder } from '../e2e/helpers/built-host.ts';
import { callFrom } from '../e2e/helpers/calls.ts';
import { launchBrowser, openPage, settled } from '../e2e/helpers/open-page.ts';

const { folder, remove } = temporaryFolder();
let browser: Browser;
let host: BuiltHost;

beforeAll(async () => {
  expect(process.env.ONRAMP_PACKED, 'this is run by npm run dist:check').toBeDefined();
  browser = await launchBrowser();
  host = await startBuiltHost(folder);
});

afterAll(async () => {
  await browser?.close();
  await host?.stop();
  remove();
});

describe('what was packed', () => {
  test('keeps a project and its answers over a kill', async () => {
    const first = await openPage(browser, host.address);
    await settled(first.page);
    const { id } = await callFrom(first.page, 'project.create', { name: 'Packed' });
    const answer = { state: 'unknown' } as const;
    await callFrom(first.page, 'answer.set', { project: id, question: 'routing.nat.er-pool', answer });
    expect(first.problems).toEqual([]);
    await first.close();
    await host.stop('SIGKILL');
    host = await startBuiltHost(folder);
    const second = await openPage(browser, host.address);
    await second.page.getByText('Packed').first().waitFor();
    const view = await callFrom(second.page, 'project.open', { project: id });
    expect(view.answers['routing.nat.er-pool']).toMatchObject(answer);
    expect(second.problems).toEqual([]);
    await second.close();
  });

  test('writes the sample project in every format', async () => {
    const { page, close } = await openPage(browser, host.address);
    const { id } = await callFrom(page, 'project.sample', {});
    for (const format of planFormats) {
      const written = await callFrom(page, 'plan.export', { project: id, audience: 'engineer', format });
      expect(written.content.length, format).toBeGreaterThan(1000);
    }
    const table = await callFrom(page, 'checklist.template', { project: id, format: 'xlsx' });
    const back = { project: id, name: table.fileName, content: table.content };
    expect((await callFrom(page, 'checklist.importTable', back)).checklists.length).toBeGreaterThan(0);
    await close();
    expect(host.complaints()).toBe('');
  });

  test('shows its pages', async () => {
    const { page, problems, close } = await openPage(browser, host.address);
    await settled(page);
    const { id } = await callFrom(page, 'project.sample', {});
    for (const place of ['', '/findings', '/route-lab', '/progress', '/plan', '/settings']) {
      await page.goto(`${new URL(host.address).origin}/#/p/${id}${place}`);
      await settled(page);
      await page.getByRole('main').getByRole('heading').first().waitFor();
    }
    expect(problems).toEqual([]);
    await close();
  });
});

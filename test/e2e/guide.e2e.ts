/** The Guide in a browser: searched, read, and walked to from a question and back, by keyboard. */
import { describe, expect, test } from 'vitest';
import { guideAddress, sectionAddress } from '../../renderer/frame/addresses.ts';
import { callFrom } from './helpers/calls.ts';
import { drivenApp } from './helpers/driven-app.ts';

const app = drivenApp();

describe('the Guide', () => {
  test('leads from a question to the fact behind it, and from there back to the question', async () => {
    const { page, problems, close } = await app.open({ viewport: { width: 1440, height: 900 } });
    const { id } = await callFrom(page, 'project.sample', {});
    await app.goTo(sectionAddress(id, 'routing', 'routing.nat'), page);
    await page.getByRole('button', { name: 'Show the explanations' }).click();
    const link = page.getByRole('link', { name: /^[A-Z]-\d\d ./ }).first();
    const [fact = ''] = ((await link.textContent()) ?? '').split(' ');
    await link.press('Enter');
    await page.getByRole('heading', { name: 'Guide', level: 1 }).waitFor();
    const card = page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 3 }) });
    const named = card.filter({ hasText: fact }).first();
    await expect.poll(() => named.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Guide' }).waitFor({ state: 'detached' });
    expect(page.url()).toContain('question=');
    expect(problems).toEqual([]);
    await close();
  });

  test('is searched as one types, and a result leads to its place', async () => {
    const { page, problems, close } = await app.open();
    await app.goTo(guideAddress(undefined), page);
    const search = page.getByRole('searchbox', { name: 'Search the Guide' });
    await search.fill('azurefd');
    await page.getByRole('status').getByText(/found/).waitFor();
    await page.getByRole('link', { name: '*.azurefd.net' }).first().press('Enter');
    await page.getByRole('rowheader', { name: '*.azurefd.net', exact: true }).waitFor();
    expect(await search.inputValue()).toBe('');
    await search.fill('qwertzuiop');
    await page.getByRole('button', { name: 'Clear the search' }).click();
    await page.getByRole('rowheader').first().waitFor();
    expect(problems).toEqual([]);
    await close();
  });
});

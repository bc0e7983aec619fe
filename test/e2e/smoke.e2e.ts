/** The built app in a real browser: it opens, it is clean, and what is made in it is there after a restart. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BuiltHost, startBuiltHost, temporaryFolder } from './helpers/built-host.ts';
import { isClean } from './helpers/clean-pages.ts';
import { drivenApp } from './helpers/driven-app.ts';
import { type OpenPage, openPage, settled } from './helpers/open-page.ts';
import { firstPages } from './pages.ts';

const app = drivenApp();

describe('the app', () => {
  test('opens, and the token is gone from the address', async () => {
    const { page, problems, close } = await app.open();
    expect(page.url()).toBe(`${new URL(app.host.address).origin}/`);
    await settled(page);
    expect(problems).toEqual([]);
    await close();
  });

  test('a project that is made is there after a restart', async () => {
    const first = await app.open();
    await first.page.getByRole('button', { name: 'New project' }).first().click();
    const dialog = first.page.getByRole('dialog');
    await dialog.getByRole('textbox').first().fill('Contoso');
    await first.page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'hidden' });
    expect(first.problems).toEqual([]);
    await first.close();

    const { complaints } = app.host;
    expect(await app.restart(), 'stopped on request').toBe(0);
    expect(complaints()).toBe('');
    const second = await app.open();
    await second.page.getByText('Contoso').first().waitFor();
    expect(second.problems).toEqual([]);
    await second.close();
  });

  test('a visitor without the token sees nothing of it', async () => {
    const { page, close } = await openPage(app.browser, `${new URL(app.host.address).origin}/`);
    expect(await page.textContent('body')).toContain('Open Onramp at the address it printed');
    await close();
  });
});

describe('an empty app', () => {
  const empty = temporaryFolder();
  let first: BuiltHost;
  let open: OpenPage;
  beforeAll(async () => {
    first = await startBuiltHost(empty.folder);
    open = await openPage(app.browser, first.address);
  });
  afterAll(async () => {
    await first?.stop();
    empty.remove();
  });
  test.each(firstPages)('$name is accessible in every theme, and shows no errors', (shown) =>
    isClean(open, shown),
  );
});

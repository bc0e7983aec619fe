/** The real desktop app: starts, shows its page, keeps a project over a restart, and lets the page go nowhere else. */
import { resolve } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { temporaryFolder } from './helpers/built-host.ts';

const root = resolve(import.meta.dirname, '..', '..');
const { folder, remove } = temporaryFolder();
afterAll(remove);

async function launch(): Promise<{ app: ElectronApplication; page: Page; problems: string[] }> {
  const executablePath = process.env.ONRAMP_ELECTRON;
  if (!executablePath)
    throw new Error('ONRAMP_ELECTRON names no binary; run this through "npm run test:desktop".');
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const app = await _electron.launch({
    executablePath,
    args: [root, `--user-data-dir=${folder}`, ...asRoot],
    cwd: root,
  });
  const page = await app.firstWindow();
  const problems: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(error.message));
  await page.waitForLoadState();
  return { app, page, problems };
}

/** What the page itself can do: call through the bridge, exactly as the interface does. */
function call(page: Page, name: string, input: unknown): Promise<unknown> {
  return page.evaluate(
    ([callName, callInput]) => {
      const bridge = (
        window as unknown as {
          onramp: { call: (id: string, name: string, input: unknown) => Promise<unknown> };
        }
      ).onramp;
      return bridge.call(crypto.randomUUID(), callName as string, callInput);
    },
    [name, input] as const,
  );
}

test('the app starts, keeps a project over a restart, and shows no errors', async () => {
  const first = await launch();
  expect(first.page.url()).toMatch(/^app:\/\/onramp\//);
  expect(await first.page.title()).toContain('Onramp');
  expect(await call(first.page, 'project.create', { name: 'From the desktop' })).toMatchObject({ ok: true });
  expect(first.problems).toEqual([]);
  await first.app.close();

  const second = await launch();
  expect(await call(second.page, 'project.list', {})).toMatchObject({
    ok: true,
    value: [{ name: 'From the desktop' }],
  });
  expect(second.problems).toEqual([]);
  await second.app.close();
});

test('the page has nothing of Node, opens no window, goes nowhere and embeds nothing', async () => {
  const { app, page } = await launch();
  const globals = await page.evaluate(() =>
    ['require', 'process', 'module', 'Buffer'].filter((name) => name in window),
  );
  expect(globals).toEqual([]);
  expect(await page.evaluate(() => window.open('https://example.com/') === null)).toBe(true);
  await page.evaluate(() => {
    location.href = 'https://example.com/';
  });
  await page.waitForTimeout(300);
  expect(page.url()).toMatch(/^app:\/\/onramp\//);
  expect(
    await page.evaluate(() =>
      fetch('https://example.com/').then(
        () => 'reached',
        () => 'refused',
      ),
    ),
  ).toBe('refused');
  expect(app.windows()).toHaveLength(1);
  await app.close();
});

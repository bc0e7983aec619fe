/** What the desktop app has to do, step by step; real Electron and the double run the very same. */
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import type { DesktopBridge } from '../../../electron/desktop/bridge.ts';
import {
  overviewAddress,
  projectsAddress,
  sectionAddress,
  settingsAddress,
} from '../../../renderer/frame/addresses.ts';
import { temporaryFolder } from './built-host.ts';
import { callOnDesktop } from './calls.ts';
import type { DesktopApp, Launch } from './desktop-app.ts';
import { settled } from './open-page.ts';

export const call = callOnDesktop;

/** Waits until the entry can be chosen: what the page shows has to have reached the menu. */
export async function choose({ inMain }: DesktopApp, id: string): Promise<void> {
  const chosen = (): Promise<boolean> =>
    inMain(({ Menu }, wanted) => {
      const item = Menu.getApplicationMenu()?.getMenuItemById(wanted);
      if (!item?.enabled) return false;
      item.click();
      return true;
    }, id);
  await expect.poll(chosen, { message: id }).toBe(true);
}

/** The next time the app asks where to put a file, this is the answer. */
export function willSaveTo({ inMain }: DesktopApp, filePath: string): Promise<void> {
  return inMain(({ dialog }, path) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: path });
  }, filePath);
}

export const goTo = (page: Page, address: string): Promise<void> =>
  page.evaluate((hash) => {
    location.hash = hash;
  }, address);

export const question = 'justification.reason.driver';
export const sectionOf = (project: string): string =>
  sectionAddress(project, 'justification', 'justification.reason');

export const answerTo = async (page: Page, project: string, id: string): Promise<unknown> =>
  (await call(page, 'project.open', { project })).answers[id];

async function newProject(app: DesktopApp, name: string): Promise<string> {
  await goTo(app.page, projectsAddress);
  await choose(app, 'new-project');
  const dialog = app.page.getByRole('dialog');
  await dialog.getByRole('textbox').first().fill(name);
  await app.page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'hidden' });
  await expect.poll(() => app.page.url()).toMatch(/\/p\/[0-9a-f-]{36}/);
  return /\/p\/([0-9a-f-]{36})/.exec(app.page.url())?.[1] ?? '';
}

const fileArrives = (path: string): Promise<void> => expect.poll(() => existsSync(path)).toBe(true);

const addressOf = (app: DesktopApp): Promise<string> =>
  app.inMain(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getURL() ?? '', undefined);

const windowsOf = (app: DesktopApp): Promise<number> =>
  app.inMain(({ BrowserWindow }) => BrowserWindow.getAllWindows().length, undefined);

export type SecondInstance = (
  folder: string,
  args: readonly string[],
  workingDirectory: string,
) => Promise<unknown>;

export function desktopScenarios(launch: Launch, startSecond: SecondInstance): void {
  const { folder, remove } = temporaryFolder();
  const files = join(folder, 'files');
  mkdirSync(files);
  const running = new Set<DesktopApp>();
  const start: Launch = async (...given) => {
    const app = await launch(...given);
    running.add(app);
    return app;
  };
  const data = (name: string): string => join(folder, name);
  afterEach(async () => {
    await Promise.all([...running].map((app) => app.kill()));
    running.clear();
  });
  afterAll(remove);

  test('starts, takes an answer, is killed, and has it at the next start', async () => {
    const first = await start(data('killed'));
    expect(await addressOf(first)).toMatch(/^app:\/\/onramp\//);
    const project = await newProject(first, 'Contoso');
    await goTo(first.page, sectionOf(project));
    await first.page.locator(`[id="question-${question}"]`).getByRole('radio').first().click();
    await expect.poll(() => answerTo(first.page, project, question)).toBeDefined();
    const answered = await answerTo(first.page, project, question);
    expect(first.problems).toEqual([]);
    await first.kill();

    const second = await start(data('killed'));
    await expect.poll(() => addressOf(second)).toMatch(/^app:\/\/onramp\//);
    expect(await answerTo(second.page, project, question)).toEqual(answered);
    await choose(second, `recent ${project}`);
    await expect.poll(() => addressOf(second)).toContain(overviewAddress(project));
    expect(second.problems).toEqual([]);
  });

  test('quits with what was typed a moment ago on disk', async () => {
    const first = await start(data('quits'));
    const project = await newProject(first, 'Fabrikam');
    await first.page
      .getByRole('button', { name: /^Customer|Add customer/ })
      .first()
      .click();
    await first.page.keyboard.type('Northwind');
    expect(await first.quit()).toBe(0);

    const second = await start(data('quits'));
    expect((await call(second.page, 'project.open', { project })).customer).toBe('Northwind');
  });

  test('writes the plan and the project where the person says', async () => {
    const app = await start(data('exports'));
    await call(app.page, 'project.sample', {});
    const [sample] = await call(app.page, 'project.list', {});
    await goTo(app.page, overviewAddress(sample?.id ?? ''));
    await settled(app.page);
    for (const [id, name, magic] of [
      ['export-plan pdf', 'plan.pdf', '%PDF-'],
      ['export-plan docx', 'plan.docx', 'PK'],
      ['export-project', 'project.onramp', '{'],
      ['print-to-pdf', 'page.pdf', '%PDF-'],
    ] as const) {
      const path = join(files, name);
      await willSaveTo(app, path);
      await choose(app, id);
      await fileArrives(path);
      expect(readFileSync(path, 'latin1').startsWith(magic), id).toBe(true);
    }
    await app.page.getByText('project.onramp was written.').first().waitFor();
    expect(app.problems).toEqual([]);
  });

  test('links a project to a file that the person chooses', async () => {
    const app = await start(data('links'));
    const project = await newProject(app, 'Linked');
    await goTo(app.page, settingsAddress(project));
    const path = join(files, 'linked.onramp');
    await willSaveTo(app, path);
    await app.page.getByRole('button', { name: 'Choose…' }).press('Enter');
    await app.page.getByRole('menuitem', { name: 'A new file…' }).press('Enter');
    await expect.poll(() => app.page.getByLabel('Path of the file').inputValue()).toBe(path);
    await app.page.getByRole('button', { name: 'Link', exact: true }).press('Enter');
    await fileArrives(path);
    await app.page.getByText(path).waitFor();
    expect(app.problems).toEqual([]);
  });

  test('opens the file it is started with, and what a second start names', async () => {
    const source = await start(data('source'));
    await newProject(source, 'From a file');
    await willSaveTo(source, join(files, 'from-a-file.onramp'));
    await choose(source, 'export-project');
    await fileArrives(join(files, 'from-a-file.onramp'));
    await newProject(source, 'From another');
    await willSaveTo(source, join(files, 'from-another.onramp'));
    await choose(source, 'export-project');
    await fileArrives(join(files, 'from-another.onramp'));
    await source.quit();

    const app = await start(data('opens'), ['from-a-file.onramp'], files);
    await app.page
      .getByRole('button', { name: /From a file/ })
      .first()
      .waitFor();
    await startSecond(data('opens'), ['from-another.onramp'], files);
    await app.page
      .getByRole('button', { name: /From another/ })
      .first()
      .waitFor();
    expect(await windowsOf(app)).toBe(1);
    expect(
      await app.inMain(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isFocused(), undefined),
    ).toBe(true);
    expect(await call(app.page, 'project.list', {})).toHaveLength(2);
    expect(app.problems).toEqual([]);
  });

  test('opens where it stood', async () => {
    const first = await start(data('place'));
    await settled(first.page);
    const place = { x: 60, y: 40, width: 1000, height: 700 };
    await first.inMain(
      ({ BrowserWindow }, bounds) => BrowserWindow.getAllWindows()[0]?.setBounds(bounds),
      place,
    );
    await first.quit();
    const second = await start(data('place'));
    expect(
      await second.inMain(
        ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getNormalBounds(),
        undefined,
      ),
    ).toEqual(place);
  });

  describe('a page', () => {
    test('has nothing of Node, and seven functions of ours', async () => {
      const { page } = await start(data('page'));
      const globals = [
        'require',
        'process',
        'module',
        'exports',
        'Buffer',
        'global',
        '__dirname',
        'electron',
      ];
      expect(await page.evaluate((names) => names.filter((name) => name in window), globals)).toEqual([]);
      expect(
        await page.evaluate(() =>
          Object.keys((window as unknown as { onramp: DesktopBridge }).onramp).sort(),
        ),
      ).toEqual(['call', 'cancel', 'choose', 'onMessage', 'onProgress', 'save', 'tell']);
    });

    test('goes nowhere, opens nothing and reaches nothing', async () => {
      const app = await start(data('page'));
      const { page } = app;
      await settled(page);
      const before = await addressOf(app);
      await page.evaluate(() => {
        window.open('https://example.com/');
        window.open('/');
      });
      for (const address of [
        'https://example.com/',
        'http://127.0.0.1:9/',
        'file:///etc/passwd',
        'app://other/',
      ]) {
        await page.evaluate((to) => {
          location.href = to;
        }, address);
        const reached = (to: string) =>
          fetch(to).then(
            () => 'reached',
            () => 'refused',
          );
        expect(await page.evaluate(reached, address)).toBe('refused');
      }
      expect(await page.evaluate(() => document.body.textContent)).toContain('Projects');
      expect(await addressOf(app)).toBe(before);
      expect(await windowsOf(app)).toBe(1);
    });

    test('shows no foreign frame, and gives one of its own no way in', async () => {
      const { page } = await start(data('page'));
      await settled(page);
      const seen = await page.evaluate(async () => {
        const add = (address: string) =>
          new Promise<Window | null>((loaded) => {
            const frame = document.createElement('iframe');
            frame.onload = () => loaded(frame.contentWindow);
            if (address !== '') frame.src = address;
            document.body.append(frame);
          });
        const own = await add('');
        const foreign = await add('https://example.com/');
        const text = (one: Window | null) => {
          try {
            return one?.document.body.textContent ?? '';
          } catch {
            return 'closed to us';
          }
        };
        return { bridge: own !== null && 'onramp' in own, foreign: text(foreign) };
      });
      expect(seen.bridge).toBe(false);
      expect(seen.foreign).not.toContain('Example Domain');
    });

    test('is granted the clipboard for writing, and no device', async () => {
      const { page } = await start(data('page'));
      const stateOf = (name: string) =>
        page.evaluate(
          async (wanted) => (await navigator.permissions.query({ name: wanted as never })).state,
          name,
        );
      for (const name of ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read'])
        expect(await stateOf(name), name).toBe('denied');
      expect(await stateOf('clipboard-write')).toBe('granted');
    });

    test('turns no text into code or markup', async () => {
      const { page } = await start(data('page'));
      // From a task of the page's own: what a test sends over may do what the page may not.
      const refused = await page.evaluate(() => {
        const attempts = [
          () => new Function('return 1')(),
          () => {
            document.createElement('div').innerHTML = '<b>x</b>';
          },
          () => {
            document.createElement('script').text = 'x';
          },
        ];
        return new Promise((tried) =>
          setTimeout(() =>
            tried(
              attempts.map((attempt) => {
                try {
                  attempt();
                  return 'done';
                } catch {
                  return 'refused';
                }
              }),
            ),
          ),
        );
      });
      expect(refused).toEqual(['refused', 'refused', 'refused']);
    });
  });
}

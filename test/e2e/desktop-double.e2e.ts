/**
 * The built desktop app, main script and preload unchanged, over the double: a real Chromium in the place of Electron's. What
 * real Electron is asked too comes first; then what only the double can show.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { english } from '../../electron/desktop/words/en.ts';
import { overviewAddress } from '../../renderer/frame/addresses.ts';
import { temporaryFolder } from './helpers/built-host.ts';
import { type DesktopApp, forkDouble, launchDouble, type MainParts, pageAt } from './helpers/desktop-app.ts';
import { call, choose, desktopScenarios, goTo, sectionOf, willSaveTo } from './helpers/desktop-scenarios.ts';
import { settled } from './helpers/open-page.ts';
import { pagesOfTheSample } from './pages.ts';

desktopScenarios(launchDouble, (folder, args, cwd) => {
  const child = forkDouble(folder, args, cwd);
  return new Promise((ended) => child.once('exit', ended));
});

type Request = { url: string; answer: 'served' | 'cancelled' | 'let out' };
type Shown = { message: string; detail: string };

/** What the double keeps account of, beside what Electron has. */
type DoubleParts = MainParts & {
  requests: Request[];
  complaints: string[];
  dialog: { asked: Shown[] };
  app: { recentDocuments: string[]; aboutPanel: { shown: number } };
};

describe('the desktop app', () => {
  const { folder, remove } = temporaryFolder();
  let app: DesktopApp;
  let project: string;

  const inDouble = <R, A>(act: (parts: DoubleParts, argument: A) => R, argument: A) =>
    app.inMain(act as (parts: MainParts, argument: A) => R, argument);
  const asked = (): Promise<Shown[]> =>
    inDouble(({ dialog }) => dialog.asked.map(({ message, detail }) => ({ message, detail })), undefined);

  beforeAll(async () => {
    app = await launchDouble(join(folder, 'data'));
    project = (await call(app.page, 'project.sample', {})).id;
  });
  afterAll(async () => {
    await app?.kill();
    remove();
  });

  test.each(pagesOfTheSample)('shows $name without an error, and no request leaves', async ({ address }) => {
    await goTo(app.page, address(project));
    await settled(app.page);
    expect(await inDouble((parts) => parts.complaints, undefined)).toEqual([]);
    const requests = await inDouble((parts) => parts.requests, undefined);
    expect(requests.length).toBeGreaterThan(0);
    expect(requests.filter(({ url }) => !url.startsWith('app://onramp/'))).toEqual([]);
    expect(requests.filter(({ answer }) => answer !== 'served')).toEqual([]);
  });

  test('refuses what a frame within the page sends on the very wire', async () => {
    const session = await app.page.context().newCDPSession(app.page);
    await app.page.evaluate(() => document.body.append(document.createElement('iframe')));
    const { frameTree } = await session.send('Page.getFrameTree');
    const within = frameTree.childFrames?.[0]?.frame.id ?? '';
    const reply = await answerOn(session, within, 'project.list');
    expect(reply).toMatchObject({ ok: false, error: { code: 'forbidden' } });
    expect(await answerOn(session, frameTree.frame.id, 'project.list')).toMatchObject({ ok: true });
  });

  test('does what its menu says', async () => {
    await goTo(app.page, overviewAddress(project));
    await settled(app.page);
    await choose(app, 'shortcuts');
    await app.page.getByRole('dialog').getByText('Keyboard shortcuts').waitFor();
    await app.page.keyboard.press('Escape');
    await choose(app, 'search');
    await app.page.getByRole('combobox').waitFor();
    await app.page.keyboard.press('Escape');
    await choose(app, 'settings');
    await expect.poll(() => app.page.url()).toMatch(/settings$/);
    await choose(app, 'guide');
    await expect.poll(() => app.page.url()).toMatch(/guide$/);
    await choose(app, 'handbook');
    await app.page.getByRole('heading', { level: 2, name: 'A workshop in a day' }).waitFor();
    await choose(app, 'projects');
    await expect.poll(() => app.page.url()).toMatch(/#\/$/);
    await choose(app, 'theme dark');
    await app.page.locator('[data-theme="dark"]').waitFor();
    await expect.poll(() => app.inMain(({ nativeTheme }) => nativeTheme.themeSource, undefined)).toBe('dark');
    await choose(app, 'theme system');
    await expect
      .poll(() => app.inMain(({ nativeTheme }) => nativeTheme.themeSource, undefined))
      .toBe('system');
    await choose(app, 'zoom-in');
    const zoomLevel = () =>
      app.inMain(
        ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getZoomLevel(),
        undefined,
      );
    expect(await zoomLevel()).toBe(0.5);
    await choose(app, 'zoom-actual');
    expect(await zoomLevel()).toBe(0);
    await choose(app, 'about');
    expect(await inDouble((parts) => parts.app.aboutPanel.shown, undefined)).toBe(1);
  });

  test('undoes the project’s last change, and in a field what was typed there', async () => {
    const named = async () => (await call(app.page, 'project.open', { project })).name;
    const before = await named();
    await goTo(app.page, overviewAddress(project));
    await settled(app.page);
    await call(app.page, 'project.describe', { project, name: 'Another name' });
    await app.page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await choose(app, 'undo');
    await expect.poll(named).toBe(before);

    const field = app.page.getByRole('textbox', { name: 'Your name' });
    await field.click();
    await app.page.keyboard.type('typed');
    await choose(app, 'undo');
    await expect.poll(() => field.inputValue()).toBe('');
    expect(await named()).toBe(before);
  });

  test('opens what the system hands over, and says what it could not read', async () => {
    const path = join(folder, 'handed.onramp');
    await goTo(app.page, overviewAddress(project));
    await settled(app.page);
    await willSaveTo(app, path);
    await choose(app, 'export-project');
    await expect.poll(() => existsSync(path)).toBe(true);
    await call(app.page, 'project.delete', { project });
    const openFile = (parts: MainParts, file: string): void =>
      void parts.app.emit('open-file', { preventDefault: () => {} }, file);
    await goTo(app.page, '/');
    await app.inMain(openFile, path);
    await expect.poll(() => inDouble((parts) => parts.app.recentDocuments, undefined)).toEqual([path]);
    await app.inMain(openFile, join(folder, 'gone.onramp'));
    await expect
      .poll(asked)
      .toContainEqual({ message: 'gone.onramp could not be opened', detail: english.notReadWhy.missing });
  });

  test('says why a file could not be written', async () => {
    project = (await call(app.page, 'project.sample', {})).id;
    await goTo(app.page, overviewAddress(project));
    await settled(app.page);
    writeFileSync(join(folder, 'a-file'), '');
    await willSaveTo(app, join(folder, 'a-file', 'project.onramp'));
    await choose(app, 'export-project');
    await app.page.getByText(english.notWritten).first().waitFor();
  });

  test('comes back to the same question when its page crashes', async () => {
    const place = `${sectionOf(project)}?question=justification.reason.requirement`;
    await goTo(app.page, place);
    await settled(app.page);
    await expectLoad();
    await app.inMain(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer();
    }, undefined);
    await backAt(place);
  });

  test('asks when its page hangs, and comes back to the same question', async () => {
    const place = `${sectionOf(project)}?question=justification.reason.per-workload`;
    await goTo(app.page, place);
    await settled(app.page);
    await app.inMain(({ dialog }) => {
      dialog.showMessageBox = async () => ({ response: 1, checkboxChecked: false });
    }, undefined);
    await expectLoad();
    void app.page
      .evaluate(() => {
        for (;;);
      })
      .catch(() => {});
    await app.inMain(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.webContents.emit('unresponsive');
    }, undefined);
    await backAt(place);
  });

  const expectLoad = (): Promise<void> =>
    app.inMain(({ BrowserWindow }) => {
      process.env.LOADED = '';
      BrowserWindow.getAllWindows()[0]?.webContents.once('did-finish-load', () => {
        process.env.LOADED = 'yes';
      });
    }, undefined);

  /** The crash took the test's own hold on the page as well. */
  async function backAt(place: string): Promise<void> {
    await expect.poll(() => app.inMain(() => process.env.LOADED, undefined)).toBe('yes');
    const page = await pageAt(app.endpoint ?? '');
    app = { ...app, page };
    await settled(page);
    expect(page.url()).toContain(place);
    const wanted = /question=(.*)$/.exec(place)?.[1];
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.closest('article')?.id))
      .toBe(`question-${wanted}`);
  }
});

type Session = Awaited<ReturnType<ReturnType<DesktopApp['page']['context']>['newCDPSession']>>;

/** Speaks on the wire itself, as a frame could that had got hold of it. */
async function answerOn(session: Session, frameId: string, name: string): Promise<unknown> {
  const { executionContextId } = await session.send('Page.createIsolatedWorld', {
    frameId,
    worldName: 'electron-preload',
  });
  const { result } = await session.send('Runtime.evaluate', {
    contextId: executionContextId,
    awaitPromise: true,
    returnByValue: true,
    expression: `new Promise((done) => {
      const before = globalThis.electronReceive;
      globalThis.electronReceive = (message) => message.id === 7777 ? done(message.value) : before?.(message);
      electronSend(JSON.stringify({ id: 7777, channel: 'onramp:call', args: ['wire', ${JSON.stringify(name)}, {}] }));
    })`,
  });
  return result.value;
}

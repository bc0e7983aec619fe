/** What surrounds the desktop's page: menu, files in and out, the window's place, leaving, and coming back after a crash. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type Electron from 'electron';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startDesktop } from '../../electron/desktop/desktop-host.ts';
import { saveFile } from '../../electron/desktop/files.ts';
import { leaveOnceSaved } from '../../electron/desktop/leaving.ts';
import { openMemory, withRecent } from '../../electron/desktop/remembered.ts';
import { placeWindow } from '../../electron/desktop/window-place.ts';
import { german } from '../../electron/desktop/words/de.ts';
import { english } from '../../electron/desktop/words/en.ts';
import type { FromPage, ToPage } from '../../shared/desktop.ts';
import { planFormats } from '../../shared/document/formats.ts';
import {
  createElectronDouble,
  DialogDouble,
  ourFrame,
  type PageDouble,
  WindowDouble,
} from '../helpers/electron-double.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'onramp-shell-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

type Double = ReturnType<typeof createElectronDouble>;
type Item = Electron.MenuItemConstructorOptions;

const project = { id: '0b5f1c5e-7f0e-4f0e-9d5e-0123456789ab', name: 'Contoso & Sons' };
const logged: string[] = [];

async function start({
  platform = 'linux',
  argv = [],
  prepare = () => {},
}: {
  platform?: NodeJS.Platform;
  argv?: string[];
  prepare?: (double: Double) => void;
} = {}) {
  const double = createElectronDouble();
  prepare(double);
  logged.length = 0;
  startDesktop({
    electron: double.electron,
    startBackend: () => ({ call: async () => ({ ok: true, value: null }), close: async () => {} }),
    dataFolder: join(folder, 'data'),
    preload: '/preload.cjs',
    pages: join(folder, 'pages'),
    developmentServer: undefined,
    platform,
    version: '1.2.3',
    argv: ['onramp', ...argv],
    workingDirectory: folder,
    log: (line) => logged.push(line),
  });
  await settle();
  const window = double.windows[0];
  if (!window) throw new Error('no window');
  const bridge = double.wire.load(window.webContents, ourFrame());
  const heard: ToPage[] = [];
  bridge.onMessage((message) => heard.push(message as ToPage));
  const shows = (change: Partial<Extract<FromPage, { kind: 'shown' }>['shown']> = {}) =>
    bridge.tell({ kind: 'shown', shown: { project: null, theme: 'system', language: 'en', ...change } });
  return { ...double, window, page: window.webContents, bridge, heard, shows };
}

/** Reading and writing files takes more than one turn. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 30));

function itemsOf(menu: Item[] | undefined): Item[] {
  return (menu ?? []).flatMap((item) => [
    item,
    ...(Array.isArray(item.submenu) ? itemsOf(item.submenu) : []),
  ]);
}

function choose(menus: Item[][], id: string): void {
  const item = itemsOf(menus.at(-1)).find((one) => one.id === id);
  if (!item) throw new Error(`the menu has no ${id}`);
  (item.click as () => void)();
}

const writeProject = (name: string, text = '{}'): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

describe('the menu', () => {
  test('asks of the page what the page can do', async () => {
    const { menus, heard, shows } = await start();
    shows({ project });
    const asked = [
      'new-project',
      'projects',
      'settings',
      'search',
      'guide',
      'handbook',
      'shortcuts',
      'undo',
      'redo',
      'export-project',
    ];
    for (const id of asked) choose(menus, id);
    choose(menus, 'theme dark');
    choose(menus, 'export-plan docx');
    choose(menus, `recent ${project.id}`);
    expect(heard.map((message) => (message.kind === 'command' ? message.command : null))).toEqual([
      ...asked.map((name) => ({ name })),
      { name: 'theme', theme: 'dark' },
      { name: 'export-plan', format: 'docx' },
      { name: 'open-project', project: project.id },
    ]);
  });

  test('has a way to every format of the plan, and none while no project is open', async () => {
    const { menus, shows } = await start();
    const enabled = () =>
      itemsOf(menus.at(-1))
        .filter(({ id }) => id?.startsWith('export'))
        .map((item) => item.enabled);
    expect(enabled()).toEqual([false, false, ...planFormats.map(() => false)]);
    shows({ project });
    expect(enabled()).toEqual([true, true, ...planFormats.map(() => true)]);
  });

  test.each(['linux', 'win32', 'darwin'] as const)('on %s is what the platform expects', async (platform) => {
    const { menus } = await start({ platform });
    const labels = menus.at(-1)?.map(({ label }) => label?.replace('&', ''));
    const app = platform === 'darwin' ? ['Onramp'] : [];
    expect(labels).toEqual([...app, 'File', 'Edit', 'View', 'Window', 'Help']);
    const all = itemsOf(menus.at(-1));
    for (const id of ['about', 'settings']) expect(all.filter((item) => item.id === id)).toHaveLength(1);
    expect(all.filter(({ role }) => role === 'quit')).toHaveLength(1);
    expect(all.find(({ id }) => id === 'redo')?.accelerator).toBe(
      platform === 'win32' ? 'Control+Y' : 'Shift+CommandOrControl+Z',
    );
  });

  test('has no key twice', async () => {
    for (const platform of ['linux', 'win32', 'darwin'] as const) {
      const { menus } = await start({ platform });
      const used = itemsOf(menus.at(-1)).flatMap(({ accelerator }) =>
        accelerator ? [String(accelerator)] : [],
      );
      expect(new Set(used).size).toBe(used.length);
    }
  });

  test('lists recent projects by the names they have now, the latest first, and forgets them when told', async () => {
    const { menus, shows, app } = await start();
    const other = { ...project, id: '1b5f1c5e-7f0e-4f0e-9d5e-0123456789ab', name: 'Fabrikam' };
    shows({ project });
    shows({ project: other });
    shows({ project: { ...project, name: 'Renamed' } });
    const recent = () =>
      itemsOf(menus.at(-1)).flatMap(({ id, label }) => (id?.startsWith('recent') ? [label] : []));
    expect(recent()).toEqual(['Renamed', 'Fabrikam']);
    app.recent.push('/somewhere.onramp');
    choose(menus, 'clear-recent');
    expect(recent()).toEqual([]);
    expect(app.recent).toEqual([]);
  });

  test('speaks German where the page does', async () => {
    const { menus, shows } = await start();
    shows({ language: 'de' });
    expect(menus.at(-1)?.[0]?.label).toBe('&Datei');
  });

  test('gives each of its entries a key of its own, in both languages', async () => {
    for (const platform of ['linux', 'win32'] as const) {
      for (const language of ['en', 'de'] as const) {
        const { menus, shows } = await start({ platform });
        shows({ language, project });
        for (const { submenu } of [{ submenu: menus.at(-1) }, ...(menus.at(-1) ?? [])]) {
          const keys = (submenu as Item[])
            .filter(({ visible, id }) => visible !== false && !id?.startsWith('recent'))
            .flatMap(({ label }) => /&(\p{L})/u.exec(label ?? '')?.[1]?.toLowerCase() ?? []);
          expect(new Set(keys).size, `${language}: ${keys.join()}`).toBe(keys.length);
        }
      }
    }
  });

  test('belongs to the app that the installer registers, on Windows', async () => {
    const packed = readFileSync(join(import.meta.dirname, '..', '..', 'electron-builder.yml'), 'utf8');
    expect((await start({ platform: 'win32' })).app.userModelId).toBe(/^appId: (.*)$/m.exec(packed)?.[1]);
    expect((await start()).app.userModelId).toBe('');
  });

  test('tells about the app', async () => {
    const { menus, app } = await start();
    choose(menus, 'about');
    expect(app.calls.at(-1)).toBe('showAboutPanel');
    expect(app.about).toMatchObject({ applicationName: 'Onramp', applicationVersion: '1.2.3' });
  });

  test('zooms within limits, and the same again at the next start', async () => {
    const first = await start();
    choose(first.menus, 'zoom-in');
    choose(first.menus, 'zoom-in');
    first.page.emit('zoom-changed', {}, 'out');
    expect(first.page.zoomLevel).toBe(0.5);
    const second = await start();
    second.page.emit('did-finish-load');
    expect(second.page.zoomLevel).toBe(0.5);
    for (let times = 0; times < 50; times += 1) choose(second.menus, 'zoom-in');
    expect(second.page.zoomLevel).toBe(6);
    choose(second.menus, 'zoom-actual');
    expect(second.page.zoomLevel).toBe(0);
  });

  test('prints, and says so only where printing itself failed', async () => {
    const { menus, page, dialog } = await start();
    for (const [failure, complaints] of [
      ['', 0],
      ['Print job canceled', 0],
      ['Invalid printer settings', 1],
    ] as const) {
      dialog.asked.length = 0;
      page.printFailure = failure;
      choose(menus, 'print');
      await settle();
      expect(dialog.asked).toHaveLength(complaints);
    }
  });

  test('saves the page as a PDF under its title', async () => {
    const { menus, dialog } = await start();
    const path = join(folder, 'page.pdf');
    dialog.saveTo.push(path);
    choose(menus, 'print-to-pdf');
    await settle();
    expect(dialog.asked[0]).toMatchObject({ defaultPath: 'Overview Contoso.pdf' });
    expect(readFileSync(path, 'latin1')).toBe('%PDF-1.7');
  });
});

describe('the theme', () => {
  test('is the page’s, for what the system draws too, and at once at the next start', async () => {
    const first = await start();
    expect(first.nativeTheme.themeSource).toBe('system');
    first.shows({ theme: 'contrast' });
    expect(first.nativeTheme.themeSource).toBe('dark');
    const second = await start();
    expect(second.nativeTheme.themeSource).toBe('dark');
  });
});

describe('a project file', () => {
  test('named at the start waits until the page listens', async () => {
    const path = writeProject('a.onramp', '{"a":1}');
    const { heard, shows, app } = await start({ argv: ['--flag', 'a.onramp', 'notes.txt'] });
    expect(heard).toEqual([]);
    shows();
    expect(heard).toEqual([{ kind: 'files', files: [{ name: 'a.onramp', text: '{"a":1}' }] }]);
    expect(app.recent).toEqual([path]);
  });

  test('named by its address, as file managers on Linux do, is opened', async () => {
    const path = writeProject('with space.onramp');
    const { heard, shows } = await start({ argv: [pathToFileURL(path).href, 'file://elsewhere/x.onramp'] });
    shows();
    expect(heard).toEqual([{ kind: 'files', files: [{ name: 'with space.onramp', text: '{}' }] }]);
  });

  test('named by macOS before the app is ready is opened too', async () => {
    const path = writeProject('b.onramp');
    const { app, heard, shows } = await start({ platform: 'darwin' });
    let prevented = false;
    app.emit('open-file', { preventDefault: () => (prevented = true) }, path);
    await settle();
    shows();
    expect(prevented).toBe(true);
    expect(heard).toEqual([{ kind: 'files', files: [{ name: 'b.onramp', text: '{}' }] }]);
  });

  test('named by a second instance is looked for where that one was started', async () => {
    mkdirSync(join(folder, 'elsewhere'));
    writeProject(join('elsewhere', 'c.onramp'));
    const { app, heard, shows } = await start();
    shows();
    app.emit('second-instance', {}, ['onramp', '--allow-x', 'c.onramp'], join(folder, 'elsewhere'));
    await settle();
    expect(heard).toEqual([{ kind: 'files', files: [{ name: 'c.onramp', text: '{}' }] }]);
  });

  test('is chosen in the system’s dialog, by menu or by the page', async () => {
    const path = writeProject('d.onramp');
    const { menus, bridge, dialog, heard, shows } = await start();
    shows();
    dialog.opening.push([path], [path], []);
    choose(menus, 'open');
    await settle();
    bridge.tell({ kind: 'open' });
    await settle();
    choose(menus, 'open');
    await settle();
    expect(heard).toHaveLength(2);
  });

  test('that cannot be read is said so, and the others are opened', async () => {
    const good = writeProject('good.onramp');
    const { dialog, heard, shows, menus } = await start();
    shows();
    mkdirSync(join(folder, 'folder.onramp'));
    dialog.opening.push([join(folder, 'gone.onramp'), join(folder, 'folder.onramp'), good]);
    choose(menus, 'open');
    await settle();
    expect(dialog.asked.slice(1)).toMatchObject([
      { message: 'gone.onramp could not be opened', detail: 'It is not there any more.' },
      { message: 'folder.onramp could not be opened' },
    ]);
    expect(heard).toMatchObject([{ kind: 'files', files: [{ name: 'good.onramp' }] }]);
  });
});

describe('what a page tells', () => {
  test.each([
    null,
    { kind: 'unknown' },
    { kind: 'shown', shown: { project: { id: 'x', name: 'y' }, theme: 'system', language: 'en' } },
    { kind: 'shown', shown: { project: null, theme: 'pink', language: 'en' } },
    { kind: 'shown', shown: { project: null, theme: 'dark', language: 'xx' } },
  ])('is not listened to where it is %j', async (message) => {
    const { menus, bridge } = await start();
    const before = menus.length;
    bridge.tell(message);
    expect(menus).toHaveLength(before);
  });

  test('is not listened to from a frame within', async () => {
    const { menus, wire, page, dialog } = await start();
    const before = menus.length;
    const frame = wire.load(page, { ...ourFrame(), parent: ourFrame() });
    frame.tell({ kind: 'shown', shown: { project: null, theme: 'dark', language: 'en' } });
    frame.tell({ kind: 'open' });
    await settle();
    expect(menus).toHaveLength(before);
    expect(dialog.asked).toEqual([]);
    expect(await frame.save('a.txt', new Uint8Array())).toMatchObject({ error: { code: 'forbidden' } });
  });
});

describe('a file the page hands over', () => {
  const bytes = new TextEncoder().encode('hello');
  const parts = (dialog: DialogDouble) => ({
    dialog: dialog as unknown as Electron.Dialog,
    window: undefined,
    words: english,
    language: 'en' as const,
  });

  test('goes where the person says', async () => {
    const { bridge, dialog } = await start();
    const path = join(folder, 'plan.docx');
    dialog.saveTo.push(path);
    expect(await bridge.save('plan.docx', bytes)).toEqual({ ok: true, value: 'plan.docx' });
    expect(readFileSync(path, 'utf8')).toBe('hello');
    expect(dialog.asked[0]).toMatchObject({
      defaultPath: 'plan.docx',
      filters: [{ extensions: ['docx'] }, { extensions: ['*'] }],
    });
  });

  test('goes nowhere where the person thinks better of it', async () => {
    const { bridge } = await start();
    expect(await bridge.save('plan.docx', bytes)).toEqual({ ok: true, value: null });
  });

  test('chooses no folder by its name', () => {
    fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 300 }), async (name) => {
        const dialog = new DialogDouble();
        await saveFile(parts(dialog), name, bytes);
        const suggested = String(dialog.asked[0]?.defaultPath);
        expect(basename(suggested)).toBe(suggested);
        expect(suggested).not.toMatch(/^\.|[\\/:*?"<>|\p{Cc}]/u);
        expect(suggested.length).toBeGreaterThan(0);
      }),
    );
  });

  test('that cannot be written leaves what stood there', async () => {
    const dialog = new DialogDouble();
    const closed = join(folder, 'file');
    writeFileSync(closed, 'old');
    dialog.saveTo.push(join(closed, 'plan.docx'));
    expect(await saveFile(parts(dialog), 'plan.docx', bytes)).toEqual({
      ok: false,
      error: { code: 'read-only', message: english.notWritten, remedy: english.chooseAnother },
    });
    expect(readFileSync(closed, 'utf8')).toBe('old');
  });

  test.each([
    [5, bytes, 'bad-input'],
    ['a', 'text', 'bad-input'],
    ['x'.repeat(1001), bytes, 'too-large'],
  ])('is refused where it is none (%#)', async (name, content, code) => {
    const { bridge } = await start();
    expect(await bridge.save(name as string, content as Uint8Array)).toMatchObject({ error: { code } });
  });
});

describe('the window', () => {
  const screens = [{ workArea: { x: 0, y: 0, width: 1920, height: 1040 } }];
  const place = { x: 100, y: 100, width: 1200, height: 800, maximized: false, fullScreen: false };

  test('opens where it was, also on the second screen', () => {
    const second = [...screens, { workArea: { x: 1920, y: -200, width: 1600, height: 900 } }];
    const there = { ...place, x: 2000, y: -150 };
    expect(placeWindow(there, second)).toEqual({ x: 2000, y: -150, width: 1200, height: 800 });
    expect(placeWindow(there, screens)).toEqual({ width: 1200, height: 800 });
  });

  test('can always be reached by its title bar', () => {
    const number = fc.integer({ min: -5000, max: 5000 });
    const size = fc.integer({ min: 1, max: 6000 });
    const area = fc.record({
      x: number,
      y: number,
      width: fc.integer({ min: 640, max: 5000 }),
      height: fc.integer({ min: 480, max: 3000 }),
    });
    fc.assert(
      fc.property(
        fc.record({ x: number, y: number, width: size, height: size }),
        fc.array(area, { minLength: 1, maxLength: 3 }),
        (was, areas) => {
          const found = placeWindow(
            { ...place, ...was },
            areas.map((workArea) => ({ workArea })),
          );
          if (!('x' in found)) return;
          const { x, y, width } = found;
          expect(
            areas.some(
              (one) => x + width > one.x && x < one.x + one.width && y + 60 > one.y && y < one.y + one.height,
            ),
          ).toBe(true);
        },
      ),
    );
  });

  test('is remembered with its size and whether it filled the screen', async () => {
    const first = await start();
    first.window.bounds = { x: 70, y: 80, width: 1000, height: 700 };
    first.window.maximized = true;
    first.window.close();
    const second = await start();
    expect(second.window.options).toMatchObject({ x: 70, y: 80, width: 1000, height: 700 });
    expect(second.window.maximized).toBe(true);
  });

  test('opens in the middle after a damaged note of its place', async () => {
    mkdirSync(join(folder, 'data'), { recursive: true });
    writeFileSync(
      join(folder, 'data', 'desktop.json'),
      '{"window":{"x":1e99},"zoomLevel":"big","recent":[{}]}',
    );
    const { window } = await start();
    expect(window.options).not.toHaveProperty('x');
  });

  test('keeps the rest of what it remembers where one part is damaged', () => {
    const path = join(folder, 'desktop.json');
    writeFileSync(path, '{"window":7,"theme":"dark"}');
    expect(openMemory(path, () => {}).now).toEqual({
      window: null,
      zoomLevel: 0,
      theme: 'dark',
      language: null,
      recent: [],
    });
  });

  test('remembers ten projects at most', () => {
    const many = Array.from({ length: 20 }, (_, index) => ({ id: `${index}`, name: `${index}` }));
    const recent = many.reduce<typeof many>((all, one) => withRecent(all, one), []);
    expect(recent.map(({ id }) => id)).toEqual(['19', '18', '17', '16', '15', '14', '13', '12', '11', '10']);
  });

  test('works on where what it remembers cannot be written', () => {
    const lines: string[] = [];
    const memory = openMemory(join(folder, 'no', 'such', 'folder.json'), (line) => lines.push(line));
    memory.keep({ zoomLevel: 2 });
    expect(memory.now.zoomLevel).toBe(2);
    expect(lines).toHaveLength(1);
  });
});

describe('closing', () => {
  test('waits until the page has saved', async () => {
    const { window, heard, shows, bridge } = await start();
    shows();
    window.close();
    window.close();
    expect(window.destroyed).toBe(false);
    expect(heard).toEqual([{ kind: 'leave' }]);
    bridge.tell({ kind: 'left' });
    expect(window.destroyed).toBe(true);
  });

  test('asks no page that does not listen', async () => {
    const { window } = await start();
    window.close();
    expect(window.destroyed).toBe(true);
  });

  test('goes on quitting once the page has saved', async () => {
    const { app, window, shows, bridge } = await start();
    shows();
    app.emit('before-quit');
    window.close();
    bridge.tell({ kind: 'left' });
    expect(app.calls.at(-1)).toBe('quit');
  });

  test('does not wait for ever', async () => {
    const { app } = await start();
    const window = new WindowDouble({});
    const leaving = leaveOnceSaved({
      app: app as unknown as Electron.App,
      mail: { send: () => {}, listening: true },
      wait: 20,
    });
    leaving.watch(window as unknown as Electron.BrowserWindow);
    const closed = new Promise((resolve) => window.once('closed', resolve));
    window.close();
    await closed;
    expect(window.destroyed).toBe(true);
  });

  test('with something unsaved is the person’s to decide', async () => {
    const { page, dialog, window, heard, shows } = await start();
    shows();
    dialog.pressing.push(0, 1);
    expect(page.attempt('will-prevent-unload')).toBe('allowed');
    expect(page.attempt('will-prevent-unload')).toBe('prevented');
    window.close();
    expect(heard).toEqual([{ kind: 'leave' }]);
  });
});

describe('a page that stops', () => {
  const crash = (page: PageDouble, reason = 'crashed') =>
    page.emit('render-process-gone', {}, { reason, exitCode: 5 });

  test('is loaded again, and what is opened meanwhile waits for it', async () => {
    const { page, shows, heard, menus } = await start();
    shows();
    crash(page);
    choose(menus, 'shortcuts');
    await settle();
    expect(page.done).toEqual(['reload']);
    expect(heard).toEqual([]);
    shows();
    expect(heard).toHaveLength(1);
    expect(logged).toEqual(["the window's process is gone: crashed (5)"]);
  });

  test('is not loaded again for ending in order', async () => {
    const { page } = await start();
    crash(page, 'clean-exit');
    await settle();
    expect(page.done).toEqual([]);
  });

  test('over and over is asked about', async () => {
    const { page, dialog, app } = await start();
    for (let times = 0; times < 3; times += 1) crash(page);
    await settle();
    expect(dialog.asked).toEqual([]);
    dialog.pressing.push(1);
    crash(page);
    await settle();
    expect(dialog.asked).toMatchObject([{ message: english.crashed }]);
    expect(app.calls.at(-1)).toBe('quit');
  });

  test('for long may be waited for, and the question goes when it answers again', async () => {
    const { page, dialog } = await start();
    page.emit('unresponsive');
    page.emit('unresponsive');
    await settle();
    expect(dialog.asked).toMatchObject([{ message: english.hung, buttons: ['Wait', 'Reload'] }]);
    page.emit('responsive');
    await settle();
    expect(page.done).toEqual([]);
    dialog.pressing.push(1);
    page.emit('unresponsive');
    await settle();
    expect(page.done).toEqual(['crash']);
  });

  test('beside the window is only written down', async () => {
    const { app } = await start();
    app.emit('child-process-gone', {}, { type: 'GPU', reason: 'crashed', exitCode: 1 });
    expect(logged).toEqual(['a process of Chromium’s is gone: GPU, crashed (1)'.replace('’', "'")]);
  });
});

test('both languages have all words, and none is left empty', () => {
  const flat = (value: unknown): string[] =>
    typeof value === 'string'
      ? [value]
      : typeof value === 'function'
        ? [value('x')]
        : Object.values(value as object).flatMap(flat);
  expect(flat(german)).toHaveLength(flat(english).length);
  for (const word of [...flat(english), ...flat(german)]) expect(word.trim()).not.toBe('');
});

/** The desktop's menu, what printing and zooming do from it, its theme and its words. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type Electron from 'electron';
import { describe, expect, test } from 'vitest';
import { german } from '../../electron/desktop/words/de.ts';
import { english } from '../../electron/desktop/words/en.ts';
import { planFormats } from '../../shared/document/formats.ts';
import { choose, inOwnFolder, itemsOf, project, shell, soon, start, turn } from '../helpers/desktop-shell.ts';

type Item = Electron.MenuItemConstructorOptions;

inOwnFolder();

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
      await turn();
      expect(dialog.asked).toHaveLength(complaints);
    }
  });

  test('saves the page as a PDF under its title', async () => {
    const { menus, dialog } = await start();
    const path = join(shell.folder, 'page.pdf');
    dialog.saveTo.push(path);
    choose(menus, 'print-to-pdf');
    await soon(() => existsSync(path) && readFileSync(path, 'latin1')).toBe('%PDF-1.7');
    expect(dialog.asked[0]).toMatchObject({ defaultPath: 'Overview Contoso.pdf' });
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

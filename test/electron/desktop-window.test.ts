/** The desktop's window: its place, leaving once all is saved, and coming back after a page stopped. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type Electron from 'electron';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { leaveOnceSaved } from '../../electron/desktop/leaving.ts';
import { openMemory, withRecent } from '../../electron/desktop/remembered.ts';
import { placeWindow } from '../../electron/desktop/window-place.ts';
import { english } from '../../electron/desktop/words/en.ts';
import { choose, inOwnFolder, shell, start, turn } from '../helpers/desktop-shell.ts';
import { type PageDouble, WindowDouble } from '../helpers/electron-double.ts';

inOwnFolder();

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
    mkdirSync(join(shell.folder, 'data'), { recursive: true });
    writeFileSync(
      join(shell.folder, 'data', 'desktop.json'),
      '{"window":{"x":1e99},"zoomLevel":"big","recent":[{}]}',
    );
    const { window } = await start();
    expect(window.options).not.toHaveProperty('x');
  });

  test('keeps the rest of what it remembers where one part is damaged', () => {
    const path = join(shell.folder, 'desktop.json');
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
    const memory = openMemory(join(shell.folder, 'no', 'such', 'folder.json'), (line) => lines.push(line));
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
    await turn();
    expect(page.done).toEqual(['reload']);
    expect(heard).toEqual([]);
    shows();
    expect(heard).toHaveLength(1);
    expect(shell.logged).toEqual(["the window's process is gone: crashed (5)"]);
  });

  test('is not loaded again for ending in order', async () => {
    const { page } = await start();
    crash(page, 'clean-exit');
    await turn();
    expect(page.done).toEqual([]);
  });

  test('over and over is asked about', async () => {
    const { page, dialog, app } = await start();
    for (let times = 0; times < 3; times += 1) crash(page);
    await turn();
    expect(dialog.asked).toEqual([]);
    dialog.pressing.push(1);
    crash(page);
    await turn();
    expect(dialog.asked).toMatchObject([{ message: english.crashed }]);
    expect(app.calls.at(-1)).toBe('quit');
  });

  test('for long may be waited for, and the question goes when it answers again', async () => {
    const { page, dialog } = await start();
    page.emit('unresponsive');
    page.emit('unresponsive');
    await turn();
    expect(dialog.asked).toMatchObject([{ message: english.hung, buttons: ['Wait', 'Reload'] }]);
    page.emit('responsive');
    await turn();
    expect(page.done).toEqual([]);
    dialog.pressing.push(1);
    page.emit('unresponsive');
    await turn();
    expect(page.done).toEqual(['crash']);
  });

  test('beside the window is only written down', async () => {
    const { app } = await start();
    app.emit('child-process-gone', {}, { type: 'GPU', reason: 'crashed', exitCode: 1 });
    expect(shell.logged).toEqual(['a process of Chromium’s is gone: GPU, crashed (1)'.replace('’', "'")]);
  });
});

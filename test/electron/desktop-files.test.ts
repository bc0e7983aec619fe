/** Files on their way into the desktop's page and out of it, and what it listens to. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type Electron from 'electron';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { saveFile } from '../../electron/desktop/files.ts';
import { english } from '../../electron/desktop/words/en.ts';
import { choose, inOwnFolder, shell, soon, start, turn, writeProject } from '../helpers/desktop-shell.ts';
import { DialogDouble, ourFrame } from '../helpers/electron-double.ts';

inOwnFolder();

describe('a project file', () => {
  test('named at the start waits until the page listens', async () => {
    const path = writeProject('a.onramp', '{"a":1}');
    const { heard, shows, app } = await start({ argv: ['--flag', 'a.onramp', 'notes.txt'] });
    expect(heard).toEqual([]);
    shows();
    await soon(() => heard).toEqual([{ kind: 'files', files: [{ name: 'a.onramp', text: '{"a":1}' }] }]);
    expect(app.recent).toEqual([path]);
  });

  test('named by its address, as file managers on Linux do, is opened', async () => {
    const path = writeProject('with space.onramp');
    const { heard, shows } = await start({ argv: [pathToFileURL(path).href, 'file://elsewhere/x.onramp'] });
    shows();
    await soon(() => heard).toEqual([{ kind: 'files', files: [{ name: 'with space.onramp', text: '{}' }] }]);
  });

  test('named by macOS before the app is ready is opened too', async () => {
    const path = writeProject('b.onramp');
    const { app, heard, shows } = await start({ platform: 'darwin' });
    let prevented = false;
    app.emit('open-file', { preventDefault: () => (prevented = true) }, path);
    await soon(() => app.recent).toEqual([path]);
    shows();
    expect(prevented).toBe(true);
    await soon(() => heard).toEqual([{ kind: 'files', files: [{ name: 'b.onramp', text: '{}' }] }]);
  });

  test('named by a second instance is looked for where that one was started', async () => {
    mkdirSync(join(shell.folder, 'elsewhere'));
    writeProject(join('elsewhere', 'c.onramp'));
    const { app, heard, shows } = await start();
    shows();
    app.emit('second-instance', {}, ['onramp', '--allow-x', 'c.onramp'], join(shell.folder, 'elsewhere'));
    await soon(() => heard).toEqual([{ kind: 'files', files: [{ name: 'c.onramp', text: '{}' }] }]);
  });

  test('is chosen in the system’s dialog, by menu or by the page', async () => {
    const path = writeProject('d.onramp');
    const { menus, bridge, dialog, heard, shows } = await start();
    shows();
    dialog.opening.push([path], [path], []);
    choose(menus, 'open');
    await soon(() => heard).toHaveLength(1);
    bridge.tell({ kind: 'open' });
    await soon(() => heard).toHaveLength(2);
    choose(menus, 'open');
    await soon(() => dialog.opening).toEqual([]);
    await turn();
    expect(heard).toHaveLength(2);
  });

  test('that cannot be read is said so, and the others are opened', async () => {
    const good = writeProject('good.onramp');
    const { dialog, heard, shows, menus } = await start();
    shows();
    mkdirSync(join(shell.folder, 'folder.onramp'));
    dialog.opening.push([join(shell.folder, 'gone.onramp'), join(shell.folder, 'folder.onramp'), good]);
    choose(menus, 'open');
    await soon(() => dialog.asked.slice(1)).toMatchObject([
      { message: 'gone.onramp could not be opened', detail: 'It is not there any more.' },
      { message: 'folder.onramp could not be opened' },
    ]);
    await soon(() => heard).toMatchObject([{ kind: 'files', files: [{ name: 'good.onramp' }] }]);
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
    await turn();
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
    const path = join(shell.folder, 'plan.docx');
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

  test('chooses no folder by its name', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 300 }), async (name) => {
        const dialog = new DialogDouble();
        await saveFile(parts(dialog), name, bytes);
        const suggested = String(dialog.asked[0]?.defaultPath);
        expect(basename(suggested)).toBe(suggested);
        expect(suggested).not.toMatch(/^\.|[\\/:*?"<>|\p{Cc}]/u);
        expect(suggested.length).toBeGreaterThan(0);
      }),
      { examples: [['a.'.repeat(150)], [`${'a'.repeat(200)}.${'b'.repeat(199)}`], ['. .a']] },
    );
  });

  test('that cannot be written leaves what stood there', async () => {
    const dialog = new DialogDouble();
    const closed = join(shell.folder, 'file');
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

describe('the path of a file the page will name', () => {
  test('is one that is there, or one that will be, as the person chooses in the system’s dialog', async () => {
    const { bridge, dialog } = await start();
    dialog.opening.push(['/team/plan.onramp'], []);
    expect(await bridge.choose('present', '')).toEqual({ ok: true, value: '/team/plan.onramp' });
    expect(dialog.asked[0]).toMatchObject({
      properties: ['openFile'],
      filters: [{ extensions: ['onramp'] }, {}],
    });
    expect(await bridge.choose('present', '')).toEqual({ ok: true, value: null });
    dialog.saveTo.push('/team/new.onramp', '/team/bare', undefined);
    expect(await bridge.choose('new', '../a/b.onramp')).toEqual({
      ok: true,
      value: '/team/new.onramp',
    });
    expect(dialog.asked.at(-1)).toMatchObject({ defaultPath: 'a b.onramp' });
    expect(await bridge.choose('new', 'a.onramp')).toEqual({ ok: true, value: '/team/bare.onramp' });
    expect(await bridge.choose('new', 'a.onramp')).toEqual({ ok: true, value: null });
  });

  test('is told to no frame within, and asked for in no other way', async () => {
    const { bridge, wire, page, dialog } = await start();
    const frame = wire.load(page, { ...ourFrame(), parent: ourFrame() });
    expect(await frame.choose('present', '')).toMatchObject({ error: { code: 'forbidden' } });
    expect(await bridge.choose('folder', '')).toMatchObject({ error: { code: 'bad-input' } });
    expect(await bridge.choose('new', 'a'.repeat(1001))).toMatchObject({ error: { code: 'bad-input' } });
    expect(dialog.asked).toEqual([]);
  });
});

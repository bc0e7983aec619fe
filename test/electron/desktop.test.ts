/** The desktop host over the double: how it starts and ends, and what its pages may not do. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { RunningBackend } from '../../electron/backend/running-backend.ts';
import { startDesktop } from '../../electron/desktop/desktop-host.ts';
import { createElectronDouble } from '../helpers/electron-double.ts';

let folder: string;
let closed: number;
const backend: RunningBackend = {
  call: async (name) => ({ ok: true, value: name }),
  close: async () => {
    closed++;
  },
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'onramp-desktop-'));
  mkdirSync(join(folder, 'pages', 'assets'), { recursive: true });
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  writeFileSync(join(folder, 'pages', 'index.html'), '<!doctype html>');
  writeFileSync(join(folder, 'pages', 'assets', 'page-1a2b3c4d.js'), 'export {};');
  closed = 0;
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

type Double = ReturnType<typeof createElectronDouble>;

async function start(
  prepare: (double: Double) => void = () => {},
  developmentServer?: string,
  argv: string[] = [],
): Promise<Double> {
  const double = createElectronDouble();
  prepare(double);
  startDesktop({
    electron: double.electron,
    startBackend: () => backend,
    dataFolder: join(folder, 'data'),
    preload: '/preload.cjs',
    pages: join(folder, 'pages'),
    developmentServer,
    platform: 'linux',
    version: '1.2.3',
    argv: ['onramp', ...argv],
    workingDirectory: folder,
    log: () => {},
  });
  await double.app.whenReady();
  await Promise.resolve();
  return double;
}

describe('at start', () => {
  test('the data lies in the folder every host uses, and what Chromium keeps in one below it', async () => {
    const { app } = await start();
    expect(app.getPath('userData')).toBe(join(folder, 'data'));
    expect(app.getPath('sessionData')).toBe(join(folder, 'data', 'browser'));
  });

  test('--user-data-dir names another place', async () => {
    const { app } = await start((double) => {
      double.app.switches.add('user-data-dir');
      double.app.paths.set('userData', join(folder, 'other'));
    });
    expect(app.getPath('userData')).toBe(join(folder, 'other'));
  });

  test('the lock is asked for once the folder it belongs to is known', async () => {
    const { app } = await start();
    expect(app.calls).toEqual([
      'setPath userData',
      'setPath sessionData',
      'requestSingleInstanceLock',
      'enableSandbox',
    ]);
  });

  test('a second instance quits without touching anything', async () => {
    const { app, windows, schemes, wire } = await start((double) => {
      double.app.firstInstance = false;
    });
    expect(app.calls.at(-1)).toBe('quit');
    expect([windows, schemes, wire.channels()]).toEqual([[], [], []]);
  });

  test('a second instance brings the window of the first to the front', async () => {
    const { app, windows } = await start();
    const [window] = windows;
    if (!window) throw new Error('no window');
    window.minimized = true;
    app.emit('second-instance', {}, ['onramp'], folder);
    expect(windows).toHaveLength(1);
    expect(window.done.slice(-3)).toEqual(['restore', 'show', 'focus']);
  });

  test('the scheme has an origin and is a secure one', async () => {
    const { schemes } = await start();
    expect(schemes).toEqual([
      { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
    ]);
  });

  test('the window is sandboxed, isolated and without Node', async () => {
    const { windows } = await start();
    expect(windows[0]?.options.webPreferences).toEqual({
      preload: '/preload.cjs',
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: false,
    });
    expect(windows[0]?.done).toEqual(['load app://onramp/']);
    windows[0]?.emit('ready-to-show');
    expect(windows[0]?.done.at(-1)).toBe('show');
  });

  test('a packaged app takes no development server', async () => {
    const { windows } = await start(() => {}, 'http://localhost:5173');
    expect(windows[0]?.done).toEqual(['load app://onramp/']);
  });

  test('a developer’s does', async () => {
    const { windows } = await start((double) => {
      double.app.isPackaged = false;
    }, 'http://localhost:5173');
    expect(windows[0]?.done).toEqual(['load http://localhost:5173']);
  });

  test('the menu is one for the platform', async () => {
    const { menus } = await start();
    expect(menus).toHaveLength(1);
    expect(JSON.stringify(menus[0])).not.toContain('toggleDevTools');
  });
});

describe('at the end', () => {
  test('quitting waits until the workspace is closed', async () => {
    const { app } = await start();
    const quit = (): boolean => {
      let prevented = false;
      app.emit('will-quit', { preventDefault: () => (prevented = true) });
      return prevented;
    };
    expect(quit()).toBe(true);
    expect(quit()).toBe(true);
    await new Promise((resolve) => setImmediate(resolve));
    expect(closed).toBe(1);
    expect(app.calls.at(-1)).toBe('quit');
    expect(quit()).toBe(false);
  });
});

const elsewhere = [
  'https://example.com/',
  'http://127.0.0.1/',
  'file:///etc/passwd',
  'app://evil/',
  'app://onramp.evil/',
  'app://onramp@evil/',
  'app:onramp',
  'about:blank',
  'data:text/html,x',
  'javascript:alert(1)',
  'chrome://settings',
  '',
  'nonsense',
];

describe('a page', () => {
  test.each(elsewhere)('cannot navigate or be redirected to %j', async (url) => {
    const { windows } = await start();
    const page = windows[0]?.webContents;
    expect(page?.attempt('will-frame-navigate', { url })).toBe('prevented');
    expect(page?.attempt('will-redirect', { url })).toBe('prevented');
  });

  test('can be reloaded', async () => {
    const { windows } = await start();
    expect(windows[0]?.webContents.attempt('will-frame-navigate', { url: 'app://onramp/' })).toBe('allowed');
  });

  test('cannot open windows, not even of its own', async () => {
    const { windows } = await start();
    for (const url of [...elsewhere, 'app://onramp/']) {
      expect(windows[0]?.webContents.openHandler?.({ url })).toEqual({ action: 'deny' });
    }
  });

  test('cannot embed a webview', async () => {
    const { windows } = await start();
    expect(windows[0]?.webContents.attempt('will-attach-webview')).toBe('prevented');
  });

  test.each([
    'media',
    'geolocation',
    'notifications',
    'clipboard-read',
    'openExternal',
    'usb',
    'hid',
    'serial',
    'unknown',
  ])('is not granted %s', async (permission) => {
    const { session } = await start();
    expect(granted(session, permission, 'app://onramp/')).toEqual([false, false]);
  });

  test.each(['clipboard-sanitized-write', 'fullscreen'])(
    'of ours is granted %s, another is not',
    async (permission) => {
      const { session } = await start();
      expect(granted(session, permission, 'app://onramp/')).toEqual([true, true]);
      expect(granted(session, permission, 'https://example.com/')).toEqual([false, false]);
      expect(granted(session, permission, '')).toEqual([false, false]);
    },
  );

  test('gets no device, no screen and no dictionary from the network', async () => {
    const { session } = await start();
    expect(session.handlers.devicePermission?.()).toBe(false);
    let streams: unknown = 'none';
    const ask = session.handlers.displayMedia as unknown as (
      request: unknown,
      answer: (found: unknown) => void,
    ) => void;
    ask({}, (found) => {
      streams = found;
    });
    expect(streams).toBeNull();
    expect(session.spellChecker).toBe(false);
  });

  test('cannot have Chromium look up a name or talk past the filter', async () => {
    const { app, windows } = await start();
    expect(app.appended.get('host-resolver-rules')).toBe('MAP * ~NOTFOUND');
    expect(windows[0]?.webContents.webRtc).toBe('disable_non_proxied_udp');
    const developing = await start((double) => {
      double.app.isPackaged = false;
    }, 'http://localhost:5173');
    expect(developing.app.appended.size).toBe(0);
  });

  test('gets no device over Bluetooth, not even the first there is', async () => {
    const { windows } = await start();
    let chosen = 'none';
    let prevented = false;
    const event = {
      preventDefault: () => {
        prevented = true;
      },
    };
    windows[0]?.webContents.emit('select-bluetooth-device', event, [{ deviceId: 'a' }], (id: string) => {
      chosen = id;
    });
    expect([prevented, chosen]).toEqual([true, '']);
  });

  test('reaches no network', async () => {
    const { session } = await start();
    const cancelled = (url: string): boolean => {
      let result = false;
      session.requestFilter?.({ url }, ({ cancel }) => {
        result = cancel;
      });
      return result;
    };
    for (const url of [
      'https://example.com/',
      'http://localhost:5173/',
      'ws://x/',
      'file:///etc/passwd',
      'app://evil/',
      'blob:https://x/1',
    ]) {
      expect([url, cancelled(url)]).toEqual([url, true]);
    }
    for (const url of [
      'app://onramp/',
      'app://onramp/assets/a.js',
      'blob:app://onramp/1',
      'data:image/png;base64,AA',
    ]) {
      expect([url, cancelled(url)]).toEqual([url, false]);
    }
  });
});

function granted(session: Double['session'], permission: string, address: string): boolean[] {
  const handlers = session.handlers as unknown as {
    permissionRequest: (
      page: unknown,
      name: string,
      answer: (yes: boolean) => void,
      details: { requestingUrl: string },
    ) => void;
    permissionCheck: (page: unknown, name: string, origin: string) => boolean;
  };
  let request = false;
  handlers.permissionRequest(
    null,
    permission,
    (yes) => {
      request = yes;
    },
    { requestingUrl: address },
  );
  return [request, handlers.permissionCheck(null, permission, address)];
}

describe('app://onramp/', () => {
  async function get(address: string, method = 'GET'): Promise<Response> {
    const { session } = await start();
    const handler = session.served.get('app');
    if (!handler) throw new Error('the scheme is not served');
    // Node's Request refuses the scheme's address in some forms that Chromium sends, so the two fields are all there is.
    return handler({ url: address, method } as Request);
  }

  test('serves the pages with the same headers as the web host', async () => {
    const page = await get('app://onramp/');
    expect(page.status).toBe(200);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await (await get('app://onramp/assets/page-1a2b3c4d.js')).text()).toBe('export {};');
  });

  test.each([
    'app://onramp/../secret.txt',
    'app://onramp/%2e%2e/secret.txt',
    'app://onramp/..%2fsecret.txt',
    'app://onramp/..%5csecret.txt',
    'app://evil/index.html',
    'app://onramp@evil/index.html',
    'app://onramp:80/index.html',
    'app:///etc/passwd',
    'app://onramp/assets',
  ])('%s is not one of them', async (address) => {
    expect((await get(address)).status).toBe(404);
  });

  test('is only read from', async () => {
    expect((await get('app://onramp/', 'POST')).status).toBe(404);
  });
});

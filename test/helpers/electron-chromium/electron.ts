/**
 * What the built desktop app gets in place of Electron: the part of the main process's interface that it uses, over a real
 * Chromium. The test that started it may run functions in here, as it may in real Electron.
 */
import type Electron from 'electron';
import type { DesktopParts } from '../../../electron/desktop/desktop-host.ts';
import { app as appDouble } from './app.ts';
import { ipcMain } from './ipc-main.ts';
import { Menu } from './menu.ts';
import { defaultSession, session } from './session.ts';
import { complaints } from './web-contents.ts';
import { chromium, BrowserWindow as Window, windows } from './window.ts';

/** A test puts its own answers in place of these; who is asked without that gets nothing. */
const asked: object[] = [];
const keep =
  <A>(answer: A) =>
  (...args: unknown[]): Promise<A> => {
    asked.push(args.at(-1) as object);
    return Promise.resolve(answer);
  };
const dialog = {
  asked,
  showOpenDialog: keep({ canceled: true, filePaths: [] }),
  showSaveDialog: keep({ canceled: true, filePath: '' }),
  showMessageBox: keep({ response: 0, checkboxChecked: false }),
  showMessageBoxSync: (...args: unknown[]): number => {
    asked.push(args.at(-1) as object);
    return 0;
  },
};

let themeSource: Electron.NativeTheme['themeSource'] = 'system';
const nativeTheme = {
  get themeSource() {
    return themeSource;
  },
  set themeSource(source) {
    themeSource = source;
    const dark = source === 'system' ? undefined : source === 'dark';
    for (const window of Window.getAllWindows()) window.webContents.setColors(dark);
  },
  get shouldUseDarkColors() {
    return themeSource === 'dark';
  },
};

const screen = { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1040 } }] };
const protocol = { registerSchemesAsPrivileged: () => {} };

/** All of it together is what the app asks for; a part it asks for and that is missing here does not compile there. */
const electron = {
  app: appDouble,
  BrowserWindow: Window,
  dialog,
  ipcMain,
  Menu,
  nativeTheme,
  protocol,
  screen,
  session,
} as unknown as DesktopParts;

export const app = electron.app;
export const BrowserWindow = electron.BrowserWindow;
export { dialog, ipcMain, Menu, nativeTheme, protocol, screen, session };

appDouble.on('web-contents-created', () => {
  const window = windows.at(-1);
  window?.on('closed', () => appDouble.windowClosed());
});

process.on('message', ({ id, source, argument }: { id: number; source: string; argument: unknown }) => {
  const act = new Function(`return (${source})`)() as (parts: object, argument: unknown) => unknown;
  void Promise.resolve()
    .then(() => act({ ...electron, requests: defaultSession.requests, complaints }, argument))
    .then(
      (value) => process.send?.({ id, value }),
      (problem: unknown) => process.send?.({ id, problem: String(problem) }),
    );
});
// Whoever started this process and has ended needs it no more.
process.on('disconnect', () => process.exit(1));
void appDouble
  .whenReady()
  .then(async () => process.send?.({ endpoint: await chromium.devtools?.endpoint() }));

/** The desktop app's life from start to quit, over the parts of Electron it is given. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type Electron from 'electron';
import type { RunningBackend } from '../backend/running-backend.ts';
import { startPage, trustedOrigins } from './address.ts';
import { appScheme, servePages } from './app-protocol.ts';
import { projectFilesIn } from './files.ts';
import { answerCalls } from './ipc-host.ts';
import { openMemory } from './remembered.ts';
import { hardenContents, hardenSession, keepOffTheNetwork } from './security.ts';
import { openShell } from './shell.ts';
import type { WindowOptions } from './window.ts';

export type DesktopParts = Pick<
  typeof Electron,
  'app' | 'dialog' | 'ipcMain' | 'Menu' | 'nativeTheme' | 'protocol' | 'screen' | 'session'
> & { BrowserWindow: WindowOptions['BrowserWindow'] };

export type DesktopOptions = {
  electron: DesktopParts;
  startBackend: (folder: string) => RunningBackend;
  /** Where all of a person's data lies, unless `--user-data-dir` names another place. */
  dataFolder: string;
  preload: string;
  pages: string;
  /** Vite's server, where a developer runs it; a packaged app pays no heed to it. */
  developmentServer: string | undefined;
  platform: NodeJS.Platform;
  version: string;
  argv: readonly string[];
  workingDirectory: string;
  log: (line: string) => void;
};

/** As in `electron-builder.yml`. */
const appUserModelId = 'dev.onramp.planner';

/** Everything here runs before the app is ready: Electron takes schemes, paths and the sandbox no later than that. */
export function startDesktop({ electron, ...options }: DesktopOptions): void {
  const { app } = electron;
  const { log } = options;
  const developmentServer = app.isPackaged ? undefined : options.developmentServer;
  const origins = trustedOrigins(developmentServer);
  const developerTools = !app.isPackaged;

  // The same folder as the other hosts use; what Chromium stores for itself goes into a folder of its own.
  if (!app.commandLine.hasSwitch('user-data-dir')) placeFolder(app, 'userData', options.dataFolder);
  const folder = app.getPath('userData');
  placeFolder(app, 'sessionData', join(folder, 'browser'));
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  app.enableSandbox();
  // What the taskbar knows the app and its recent files by; the installer registers the same.
  if (options.platform === 'win32') app.setAppUserModelId(appUserModelId);
  if (developmentServer === undefined) keepOffTheNetwork(app.commandLine);
  electron.protocol.registerSchemesAsPrivileged([appScheme]);
  app.on('web-contents-created', (_event, contents) => hardenContents(contents, origins));
  app.on('child-process-gone', (_event, { type, reason, exitCode, name }) =>
    log(`a process of Chromium's is gone: ${name ?? type}, ${reason} (${exitCode})`),
  );

  const backend = options.startBackend(folder);
  const shell = openShell({
    electron,
    address: developmentServer ?? startPage,
    preload: options.preload,
    platform: options.platform,
    version: options.version,
    developerTools,
    origins,
    memory: openMemory(join(folder, 'desktop.json'), log),
    log,
  });

  app.on('second-instance', (_event, argv, workingDirectory) => {
    shell.show();
    void shell.openFiles(projectFilesIn(argv, workingDirectory));
  });
  // macOS may name a file before the app is ready.
  app.on('open-file', (event, path) => {
    event.preventDefault();
    if (app.isReady()) shell.show();
    void shell.openFiles([path]);
  });
  app.on('window-all-closed', () => {
    if (options.platform !== 'darwin') app.quit();
  });
  quitOnceClosed(app, backend);

  void app.whenReady().then(() => {
    hardenSession(electron.session.defaultSession, origins);
    servePages(electron.session.defaultSession.protocol, options.pages);
    answerCalls({ ipcMain: electron.ipcMain, backend, origins });
    app.on('activate', shell.show);
    shell.show();
    void shell.openFiles(projectFilesIn(options.argv, options.workingDirectory));
  });
}

/** Electron takes no folder that is not there. */
function placeFolder(app: Electron.App, name: 'userData' | 'sessionData', folder: string): void {
  mkdirSync(folder, { recursive: true });
  app.setPath(name, folder);
}

/** Quitting waits for the workspace: an answer under way is written, then the file is closed. */
function quitOnceClosed(app: Electron.App, backend: RunningBackend): void {
  let state: 'open' | 'closing' | 'closed' = 'open';
  app.on('will-quit', (event) => {
    if (state === 'closed') return;
    event.preventDefault();
    if (state === 'closing') return;
    state = 'closing';
    void backend.close().finally(() => {
      state = 'closed';
      app.quit();
    });
  });
}

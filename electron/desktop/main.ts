/** Starts the desktop app: hands Electron's parts and this machine's paths to the host, and decides nothing itself. */
import { homedir } from 'node:os';
import { join } from 'node:path';
import { app, BrowserWindow, dialog, ipcMain, Menu, nativeTheme, protocol, screen, session } from 'electron';
import packageFile from '../../package.json' with { type: 'json' };
import { dataFolder } from '../backend/data-folder.ts';
import { startBackend } from '../backend/running-backend.ts';
import { startDesktop } from './desktop-host.ts';

const log = (line: string): void => void process.stderr.write(`${line}\n`);

startDesktop({
  electron: { app, BrowserWindow, dialog, ipcMain, Menu, nativeTheme, protocol, screen, session },
  startBackend: (folder) =>
    startBackend({
      folder,
      host: 'desktop',
      version: packageFile.version,
      languages: app.getPreferredSystemLanguages(),
      log,
    }),
  dataFolder: dataFolder({ platform: process.platform, env: process.env, home: homedir() }),
  preload: join(import.meta.dirname, '..', 'preload', 'preload.cjs'),
  pages: join(import.meta.dirname, '..', 'renderer'),
  developmentServer: process.env.ELECTRON_RENDERER_URL,
  platform: process.platform,
  version: packageFile.version,
  argv: process.argv,
  workingDirectory: process.cwd(),
  log,
});

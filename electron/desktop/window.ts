/** The one window: its page is ours, sandboxed and cut off from Node. */
import type { BrowserWindow, BrowserWindowConstructorOptions } from 'electron';

export type WindowOptions = {
  BrowserWindow: new (options: BrowserWindowConstructorOptions) => BrowserWindow;
  address: string;
  preload: string;
  developerTools: boolean;
};

export function openWindow({
  BrowserWindow: Window,
  address,
  preload,
  developerTools,
}: WindowOptions): BrowserWindow {
  const window = new Window({
    title: 'Onramp',
    width: 1360,
    height: 880,
    minWidth: 800,
    minHeight: 600,
    show: false,
    webPreferences: {
      preload,
      // Several of these are Electron's defaults; they are written down so that a change of defaults changes nothing.
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
      devTools: developerTools,
    },
  });
  // Shown once there is something to see, so that it does not flash white.
  window.once('ready-to-show', () => window.show());
  void window.loadURL(address);
  return window;
}

export function bringToFront(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

/** The one window: its page is ours, sandboxed and cut off from Node; where it stood is where it opens. */
import type { BrowserWindow, BrowserWindowConstructorOptions, Display } from 'electron';
import type { Memory } from './remembered.ts';
import { placeWindow, smallest } from './window-place.ts';

export type WindowOptions = {
  BrowserWindow: new (options: BrowserWindowConstructorOptions) => BrowserWindow;
  address: string;
  preload: string;
  developerTools: boolean;
  displays: readonly Pick<Display, 'workArea'>[];
  dark: boolean;
  memory: Memory;
  /** Before the page begins to load. */
  onMade: (window: BrowserWindow) => void;
};

/** What the page paints first, so that nothing flashes: Fluent's third background in light and in dark. */
const background = { light: '#f5f5f5', dark: '#141414' };

export function openWindow({
  BrowserWindow: Window,
  address,
  preload,
  developerTools,
  displays,
  dark,
  memory,
  onMade,
}: WindowOptions): BrowserWindow {
  const place = memory.now.window;
  const window = new Window({
    title: 'Onramp',
    ...placeWindow(place, displays),
    minWidth: smallest.width,
    minHeight: smallest.height,
    show: false,
    backgroundColor: dark ? background.dark : background.light,
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
  if (place?.maximized) window.maximize();
  if (place?.fullScreen) window.setFullScreen(true);
  rememberPlace(window, memory);
  onMade(window);
  // Shown once there is something to see, so that it does not flash white.
  window.once('ready-to-show', () => window.show());
  void window.loadURL(address);
  return window;
}

/** Kept a moment after each change, not only at the end, which a crash may skip. */
function rememberPlace(window: BrowserWindow, memory: Memory): void {
  let timer: NodeJS.Timeout | undefined;
  const keep = (): void => {
    clearTimeout(timer);
    if (window.isDestroyed() || window.isMinimized()) return;
    const { x, y, width, height } = window.getNormalBounds();
    const maximized = window.isMaximized();
    memory.keep({ window: { x, y, width, height, maximized, fullScreen: window.isFullScreen() } });
  };
  const keepSoon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(keep, 500);
  };
  window.on('resize', keepSoon);
  window.on('move', keepSoon);
  window.on('maximize', keepSoon);
  window.on('unmaximize', keepSoon);
  window.on('enter-full-screen', keepSoon);
  window.on('leave-full-screen', keepSoon);
  window.on('close', keep);
  window.on('closed', () => clearTimeout(timer));
}

export function bringToFront(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

/**
 * The parts of Electron that the desktop host uses, as thin as they can be: what is handed over is recorded, and what
 * crosses between the page and the main process is cloned as Electron clones it.
 */
import { EventEmitter } from 'node:events';
import type Electron from 'electron';
import type { DesktopBridge } from '../../electron/desktop/bridge.ts';
import { exposeBridge } from '../../electron/desktop/bridge.ts';
import type { DesktopParts } from '../../electron/desktop/desktop-host.ts';

type Listener = (...args: never[]) => unknown;

export type FrameDouble = { origin: string; url: string; parent: FrameDouble | null; detached: boolean };

export const ourFrame = (): FrameDouble => ({
  origin: 'app://onramp',
  url: 'app://onramp/',
  parent: null,
  detached: false,
});

/** A page as the main process sees it, with the page's own side of the wire. */
export class PageDouble extends EventEmitter {
  readonly fromMain = new EventEmitter();
  destroyed = false;
  openHandler: ((details: { url: string }) => { action: string }) | undefined;
  webRtc = 'default';
  zoomLevel = 0;
  readonly done: string[] = [];

  setWebRTCIPHandlingPolicy = (policy: string): void => {
    this.webRtc = policy;
  };
  getZoomLevel = (): number => this.zoomLevel;
  setZoomLevel = (level: number): void => {
    this.zoomLevel = level;
  };
  reload = (): void => void this.done.push('reload');
  forcefullyCrashRenderer = (): void => void this.done.push('crash');
  getTitle = (): string => 'Overview · Contoso · Onramp';
  printToPDF = async (): Promise<Buffer> => Buffer.from('%PDF-1.7');
  /** What the print dialog ends with; nothing is a success. */
  printFailure = '';
  print = (_options: unknown, done: (success: boolean, reason: string) => void): void =>
    done(this.printFailure === '', this.printFailure);

  isDestroyed(): boolean {
    return this.destroyed;
  }

  send(channel: string, ...args: unknown[]): void {
    this.fromMain.emit(channel, {}, ...structuredClone(args));
  }

  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.openHandler = handler;
  }

  /** Fires an event the way Electron does and says whether somebody prevented it. */
  attempt(event: string, details: Record<string, unknown> = {}): 'allowed' | 'prevented' {
    let prevented = false;
    this.emit(event, {
      ...details,
      preventDefault: () => {
        prevented = true;
      },
    });
    return prevented ? 'prevented' : 'allowed';
  }
}

/** `ipcMain` and, for each page and frame, the `ipcRenderer` and `contextBridge` that lead to it. */
export class WireDouble {
  readonly #handlers = new Map<string, Listener>();
  readonly #events = new EventEmitter();

  readonly ipcMain = {
    handle: (channel: string, listener: Listener): void => {
      if (this.#handlers.has(channel))
        throw new Error(`Attempted to register a second handler for '${channel}'`);
      this.#handlers.set(channel, listener);
    },
    on: (channel: string, listener: Listener): void => {
      this.#events.on(channel, listener as (...args: unknown[]) => void);
    },
  } as unknown as Electron.IpcMain;

  channels(): string[] {
    return [...this.#handlers.keys(), ...(this.#events.eventNames() as string[])].sort();
  }

  ipcRenderer(page: PageDouble, frame: FrameDouble | null): Electron.IpcRenderer {
    const event = { sender: page, senderFrame: frame };
    return {
      invoke: async (channel: string, ...args: unknown[]) => {
        const handler = this.#handlers.get(channel) as ((...args: unknown[]) => unknown) | undefined;
        if (!handler) throw new Error(`No handler registered for '${channel}'`);
        return structuredClone(await handler(event, ...structuredClone(args)));
      },
      send: (channel: string, ...args: unknown[]) => {
        this.#events.emit(channel, event, ...structuredClone(args));
      },
      on: (channel: string, listener: Listener) =>
        page.fromMain.on(channel, listener as (...args: unknown[]) => void),
      off: (channel: string, listener: Listener) =>
        page.fromMain.off(channel, listener as (...args: unknown[]) => void),
    } as unknown as Electron.IpcRenderer;
  }

  /** Runs the preload script's part for a frame and gives back what the page gets to see. */
  load(page: PageDouble, frame: FrameDouble | null): DesktopBridge {
    const world: Record<string, unknown> = {};
    const contextBridge = {
      exposeInMainWorld: (key: string, api: unknown) => {
        world[key] = api;
      },
    };
    exposeBridge({ contextBridge, ipcRenderer: this.ipcRenderer(page, frame) });
    return world.onramp as DesktopBridge;
  }
}

export class AppDouble extends EventEmitter {
  readonly paths = new Map([['userData', '/default']]);
  readonly calls: string[] = [];
  readonly switches = new Set<string>();
  readonly appended = new Map<string, string | undefined>();
  readonly recent: string[] = [];
  about: Record<string, unknown> = {};
  isPackaged = true;
  firstInstance = true;
  #ready: Promise<void> = Promise.resolve();

  readonly commandLine = {
    hasSwitch: (name: string): boolean => this.switches.has(name),
    appendSwitch: (name: string, value?: string): void => void this.appended.set(name, value),
  };
  setAboutPanelOptions = (options: Record<string, unknown>): void => {
    this.about = options;
  };
  userModelId = '';
  setAppUserModelId = (id: string): void => {
    this.userModelId = id;
  };
  showAboutPanel = (): void => void this.calls.push('showAboutPanel');
  addRecentDocument = (path: string): void => void this.recent.push(path);
  clearRecentDocuments = (): void => void this.recent.splice(0);
  getPreferredSystemLanguages = (): string[] => ['en-GB'];
  whenReady = (): Promise<void> => this.#ready;
  isReady = (): boolean => true;
  getPath = (name: string): string => this.paths.get(name) ?? '';
  setPath = (name: string, path: string): void => {
    this.calls.push(`setPath ${name}`);
    this.paths.set(name, path);
  };
  requestSingleInstanceLock = (): boolean => {
    this.calls.push('requestSingleInstanceLock');
    return this.firstInstance;
  };
  enableSandbox = (): void => void this.calls.push('enableSandbox');
  quit = (): void => void this.calls.push('quit');
}

/** Records every handler a session is given, under the name of the method that took it. */
export class SessionDouble extends EventEmitter {
  readonly handlers: Record<string, (...args: never[]) => unknown> = {};
  readonly served = new Map<string, (request: Request) => Promise<Response>>();
  spellChecker = true;
  requestFilter:
    | ((details: { url: string }, answer: (reply: { cancel: boolean }) => void) => void)
    | undefined;

  setPermissionRequestHandler = (handler: Listener): void => this.#keep('permissionRequest', handler);
  setPermissionCheckHandler = (handler: Listener): void => this.#keep('permissionCheck', handler);
  setDevicePermissionHandler = (handler: Listener): void => this.#keep('devicePermission', handler);
  setDisplayMediaRequestHandler = (handler: Listener): void => this.#keep('displayMedia', handler);
  setSpellCheckerEnabled = (enabled: boolean): void => {
    this.spellChecker = enabled;
  };
  readonly webRequest = {
    onBeforeRequest: (handler: NonNullable<SessionDouble['requestFilter']>): void => {
      this.requestFilter = handler;
    },
  };
  readonly protocol = {
    handle: (scheme: string, handler: (request: Request) => Promise<Response>): void => {
      this.served.set(scheme, handler);
    },
  };

  #keep(name: string, handler: Listener): void {
    this.handlers[name] = handler;
  }
}

export class WindowDouble extends EventEmitter {
  readonly options: Electron.BrowserWindowConstructorOptions;
  readonly webContents = new PageDouble();
  readonly done: string[] = [];
  minimized = false;

  constructor(options: Electron.BrowserWindowConstructorOptions) {
    super();
    this.options = options;
  }

  destroyed = false;
  maximized = false;
  fullScreen = false;
  bounds = { x: 40, y: 50, width: 1200, height: 800 };

  loadURL = async (address: string): Promise<void> => void this.done.push(`load ${address}`);
  isDestroyed = (): boolean => this.destroyed;
  getNormalBounds = () => this.bounds;
  isMaximized = (): boolean => this.maximized;
  isFullScreen = (): boolean => this.fullScreen;
  maximize = (): void => {
    this.maximized = true;
  };
  setFullScreen = (on: boolean): void => {
    this.fullScreen = on;
  };
  /** As Electron does: asks first, and goes unless somebody prevented it. */
  close = (): void => {
    let prevented = false;
    this.emit('close', {
      preventDefault: () => {
        prevented = true;
      },
    });
    if (!prevented) this.destroy();
  };
  destroy = (): void => {
    this.destroyed = true;
    this.webContents.destroyed = true;
    this.emit('closed');
  };
  isMinimized = (): boolean => this.minimized;
  restore = (): void => void this.done.push('restore');
  show = (): void => void this.done.push('show');
  focus = (): void => void this.done.push('focus');
}

type MessageBox = { message: string; buttons?: string[]; signal?: AbortSignal };

/** Answers what is asked with what a test has put there, in order, and keeps what was asked. */
export class DialogDouble {
  readonly asked: Record<string, unknown>[] = [];
  readonly saveTo: (string | undefined)[] = [];
  readonly opening: string[][] = [];
  readonly pressing: number[] = [];

  showSaveDialog = async (...args: unknown[]) => {
    this.asked.push(args.at(-1) as Record<string, unknown>);
    const filePath = this.saveTo.shift();
    return { canceled: filePath === undefined, filePath: filePath ?? '' };
  };
  showOpenDialog = async (...args: unknown[]) => {
    this.asked.push(args.at(-1) as Record<string, unknown>);
    const filePaths = this.opening.shift() ?? [];
    return { canceled: filePaths.length === 0, filePaths };
  };
  showMessageBoxSync = (...args: unknown[]): number => {
    this.asked.push(args.at(-1) as Record<string, unknown>);
    return this.pressing.shift() ?? 0;
  };
  showMessageBox = (...args: unknown[]): Promise<{ response: number }> => {
    const box = args.at(-1) as MessageBox;
    this.asked.push(box);
    const response = this.pressing.shift();
    // One that nobody answers stays open until it is taken back.
    if (response === undefined && box.signal)
      return new Promise((resolve) => box.signal?.addEventListener('abort', () => resolve({ response: 0 })));
    return Promise.resolve({ response: response ?? 0 });
  };
}

export function createElectronDouble() {
  const app = new AppDouble();
  const session = new SessionDouble();
  const wire = new WireDouble();
  const windows: WindowDouble[] = [];
  const schemes: Electron.CustomScheme[] = [];
  const menus: Electron.MenuItemConstructorOptions[][] = [];
  const dialog = new DialogDouble();
  const nativeTheme = { themeSource: 'system', shouldUseDarkColors: false };
  const displays = [{ workArea: { x: 0, y: 0, width: 1920, height: 1040 } }];
  class Window extends WindowDouble {
    constructor(options: Electron.BrowserWindowConstructorOptions) {
      super(options);
      windows.push(this);
      app.emit('web-contents-created', {}, this.webContents);
    }
  }
  const electron = {
    app,
    BrowserWindow: Window,
    ipcMain: wire.ipcMain,
    Menu: {
      buildFromTemplate: (template: unknown) => template,
      setApplicationMenu: (menu: Electron.MenuItemConstructorOptions[]) => menus.push(menu),
    },
    protocol: { registerSchemesAsPrivileged: (list: Electron.CustomScheme[]) => schemes.push(...list) },
    session: { defaultSession: session },
    dialog,
    nativeTheme,
    screen: { getAllDisplays: () => displays },
  } as unknown as DesktopParts;
  return { electron, app, session, wire, windows, schemes, menus, dialog, nativeTheme, displays };
}

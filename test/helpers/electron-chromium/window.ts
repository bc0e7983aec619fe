/** `BrowserWindow`: a page with a place on the screen; all there is of the place is what was said of it. */
import { EventEmitter } from 'node:events';
import type Electron from 'electron';
import type { Devtools } from './devtools.ts';
import { WebContentsDouble } from './web-contents.ts';

type Options = Electron.BrowserWindowConstructorOptions;
type Attached = {
  sessionId: string;
  targetInfo: { targetId: string; type: string; openerId?: string; url: string };
};

/** Which page of Chromium's belongs to which window, and what becomes of pages nobody made here. */
export class Targets {
  readonly #devtools: Devtools;
  readonly #waiting = new Map<string, (session: string) => void>();
  readonly #sessions = new Map<string, string>();
  readonly closed = new Map<string, () => void>();

  constructor(devtools: Devtools, popup: (opener: string, url: string) => void) {
    this.#devtools = devtools;
    devtools.onEvent(({ method, params }) => {
      if (method === 'Target.attachedToTarget') {
        const { sessionId, targetInfo } = params as unknown as Attached;
        if (targetInfo.openerId !== undefined) {
          popup(targetInfo.openerId, targetInfo.url);
          void devtools.send('Target.closeTarget', { targetId: targetInfo.targetId });
          return;
        }
        this.#sessions.set(targetInfo.targetId, sessionId);
        this.#waiting.get(targetInfo.targetId)?.(sessionId);
      } else if (method === 'Target.targetDestroyed')
        this.closed.get((params as { targetId: string }).targetId)?.();
    });
  }

  async watch(): Promise<void> {
    await this.#devtools.send('Target.setDiscoverTargets', { discover: true });
    const automatic = { autoAttach: true, waitForDebuggerOnStart: true, flatten: true };
    await this.#devtools.send('Target.setAutoAttach', automatic);
  }

  async open({ width, height }: Options): Promise<{ targetId: string; session: string }> {
    const { targetId } = await this.#devtools.send<{ targetId: string }>('Target.createTarget', {
      url: 'about:blank',
      newWindow: true,
      width,
      height,
    });
    const known = this.#sessions.get(targetId);
    const session = known ?? (await new Promise<string>((found) => this.#waiting.set(targetId, found)));
    return { targetId, session };
  }
}

export const windows: BrowserWindow[] = [];
export const chromium: {
  devtools?: Devtools;
  targets?: Targets;
  onContents: (contents: WebContentsDouble) => void;
} = {
  onContents: () => {},
};

export class BrowserWindow extends EventEmitter {
  readonly options: Options;
  readonly webContents: WebContentsDouble;
  readonly #ready: Promise<string>;
  #bounds: Electron.Rectangle;
  #state = { maximized: false, fullScreen: false, minimized: false, destroyed: false, focused: 0 };

  constructor(options: Options) {
    super();
    const { devtools, targets } = chromium;
    if (!devtools || !targets) throw new Error('Cannot create BrowserWindow before app is ready');
    this.options = options;
    const { x = 0, y = 0, width = 800, height = 600 } = options;
    this.#bounds = { x, y, width, height };
    let attach = (_session: string): void => {};
    const session = new Promise<string>((found) => {
      attach = found;
    });
    this.webContents = new WebContentsDouble(devtools, session);
    windows.push(this);
    chromium.onContents(this.webContents);
    this.#ready = targets.open(options).then(async ({ targetId, session: id }) => {
      targets.closed.set(targetId, () => this.#gone());
      attach(id);
      await this.webContents.prepare(options.webPreferences?.preload ?? '');
      await devtools.send('Runtime.runIfWaitingForDebugger', {}, id);
      return targetId;
    });
    this.webContents.once('did-finish-load', () => this.emit('ready-to-show'));
  }

  static getAllWindows = (): BrowserWindow[] => windows.filter((one) => !one.isDestroyed());

  async target(): Promise<string> {
    return this.#ready;
  }

  async loadURL(address: string): Promise<void> {
    await this.#ready;
    await this.webContents.loadURL(address);
  }

  /** Asks the app, then the page; both may say no. */
  close(): void {
    if (this.#prevented('close')) return void this.emit('double-stayed');
    void this.#ready.then(() => this.webContents.close());
  }

  destroy(): void {
    void this.#ready.then((targetId) => chromium.devtools?.send('Target.closeTarget', { targetId }));
  }

  #prevented(event: string): boolean {
    let prevented = false;
    this.emit(event, {
      preventDefault: () => {
        prevented = true;
      },
    });
    return prevented;
  }

  #gone(): void {
    if (this.#state.destroyed) return;
    this.#state.destroyed = true;
    this.webContents.gone();
    this.emit('closed');
  }

  isDestroyed = (): boolean => this.#state.destroyed;
  getNormalBounds = (): Electron.Rectangle => this.#bounds;
  setBounds(bounds: Partial<Electron.Rectangle>): void {
    this.#bounds = { ...this.#bounds, ...bounds };
    this.emit('resize');
    this.emit('move');
  }
  isMaximized = (): boolean => this.#state.maximized;
  maximize(): void {
    this.#state.maximized = true;
    this.emit('maximize');
  }
  isFullScreen = (): boolean => this.#state.fullScreen;
  setFullScreen(on: boolean): void {
    this.#state.fullScreen = on;
    this.emit(on ? 'enter-full-screen' : 'leave-full-screen');
  }
  isMinimized = (): boolean => this.#state.minimized;
  minimize(): void {
    this.#state.minimized = true;
  }
  restore(): void {
    this.#state.minimized = false;
  }
  show(): void {}
  focus(): void {
    this.#state.focused += 1;
  }
  isFocused = (): boolean => this.#state.focused > 0;
  /** As when another program comes to the front. */
  blur(): void {
    this.#state.focused = 0;
  }
}

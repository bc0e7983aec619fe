/** `app`: from the first line of the main script to the end of the process. */
import { EventEmitter } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fromChromium, toChromium } from './addresses.ts';
import { Devtools } from './devtools.ts';
import { roles } from './menu.ts';
import { defaultSession } from './session.ts';
import { lockFolder } from './single-instance.ts';
import { BrowserWindow, chromium, Targets, windows } from './window.ts';

class AppDouble extends EventEmitter {
  readonly #paths = new Map<string, string>();
  readonly #switches = new Map<string, string | undefined>();
  readonly #ready: Promise<void>;
  #isReady = false;
  #handingOver: Promise<void> | undefined;
  #ending = false;
  /** What real Electron gives only to the system to see. */
  readonly recentDocuments: string[] = [];
  aboutPanel: { options: object; shown: number } = { options: {}, shown: 0 };
  readonly isPackaged = true;

  constructor() {
    super();
    for (const argument of process.argv.slice(1)) {
      const found = /^--([^=]+)(?:=(.*))?$/s.exec(argument);
      if (found?.[1]) this.#switches.set(found[1], found[2]);
    }
    this.#paths.set('userData', this.#switches.get('user-data-dir') ?? '');
    // The main script runs to its end before anything is ready.
    this.#ready = new Promise((ready) => setImmediate(() => void this.#start().then(ready)));
    process.on('SIGTERM', () => this.quit());
  }

  async #start(): Promise<void> {
    if (this.#handingOver) return new Promise(() => {});
    const folder = join(this.getPath('sessionData'), 'double');
    mkdirSync(folder, { recursive: true });
    const own = ['user-data-dir', 'remote-debugging-port'];
    const switches = [...this.#switches].filter(([name]) => !own.includes(name));
    const devtools = new Devtools(
      folder,
      switches.map(([name, value]) => (value === undefined ? `--${name}` : `--${name}=${value}`)),
    );
    chromium.devtools = devtools;
    chromium.targets = new Targets(devtools, (_opener, url) => {
      const contents = windows.at(-1)?.webContents;
      if (contents?.openHandler({ url: fromChromium(url) }).action !== 'deny')
        throw new Error(`${url} was allowed a window, which the double has not`);
    });
    chromium.onContents = (contents) => {
      this.emit('web-contents-created', {}, contents);
      void defaultSession.grant(devtools, 'app://onramp', toChromium('app://onramp'));
    };
    await chromium.targets.watch();
    this.#isReady = true;
    this.emit('ready');
  }

  readonly commandLine = {
    hasSwitch: (name: string): boolean => this.#switches.has(name),
    appendSwitch: (name: string, value?: string): void => void this.#switches.set(name, value),
  };
  whenReady = (): Promise<void> => this.#ready;
  isReady = (): boolean => this.#isReady;
  getPath = (name: string): string => this.#paths.get(name) ?? '';
  setPath = (name: string, path: string): void => void this.#paths.set(name, path);
  getPreferredSystemLanguages = (): string[] => ['en-GB'];
  enableSandbox(): void {}
  setAboutPanelOptions(options: object): void {
    this.aboutPanel.options = options;
  }
  showAboutPanel(): void {
    this.aboutPanel.shown += 1;
  }
  addRecentDocument = (path: string): void => void this.recentDocuments.push(path);
  clearRecentDocuments = (): void => void this.recentDocuments.splice(0);

  requestSingleInstanceLock(): boolean {
    this.#handingOver = lockFolder(this.getPath('userData'), ({ argv, workingDirectory }) =>
      this.emit('second-instance', {}, argv, workingDirectory, undefined),
    );
    return this.#handingOver === undefined;
  }

  /** Asks the app, closes every window, asks once more, ends. Whoever says no is asked again at the next try. */
  quit(): void {
    if (this.#handingOver) return void this.#handingOver.then(() => process.exit(0));
    if (this.#prevented('before-quit')) return;
    this.#ending = true;
    const open = BrowserWindow.getAllWindows();
    if (open.length === 0) this.#end();
    let left = open.length;
    for (const window of open) {
      const stay = (): void => {
        this.#ending = false;
      };
      window.once('double-stayed', stay);
      window.webContents.once('double-stayed', stay);
      window.once('closed', () => {
        left -= 1;
        if (left === 0 && this.#ending) this.#end();
      });
      window.close();
    }
  }

  #end(): void {
    if (this.#prevented('will-quit')) return;
    this.emit('quit', {}, 0);
    void chromium.devtools?.close().then(() => process.exit(0));
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

  windowClosed(): void {
    if (!this.#ending && BrowserWindow.getAllWindows().length === 0) this.emit('window-all-closed');
  }
}

export const app = new AppDouble();
roles.quit = () => app.quit();
roles.close = () => windows.at(-1)?.close();

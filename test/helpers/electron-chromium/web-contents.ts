/** `webContents`: one page of Chromium as the main process sees it. */
import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { fromChromium, toChromium } from './addresses.ts';
import type { Devtools, DevtoolsEvent } from './devtools.ts';
import { receive } from './ipc-main.ts';
import { inPageWorld, inPreloadWorld, preloadWorld } from './page-side.ts';
import { defaultSession } from './session.ts';

type Frame = { id: string; parentId?: string; url: string; securityOrigin: string };
type Context = { id: number; name: string; frame: string };
type Paused = {
  requestId: string;
  request: { url: string; method: string };
  resourceType: string;
  frameId: string;
};
type OpenHandler = (details: { url: string }) => { action: 'allow' | 'deny' };

/** What pages complained of on their consoles, from their first line on. */
export const complaints: string[] = [];

export class WebContentsDouble extends EventEmitter {
  readonly #devtools: Devtools;
  readonly #session: Promise<string>;
  readonly #frames = new Map<string, Frame>();
  readonly #contexts = new Map<number, Context>();
  #mainFrame = '';
  #url = '';
  #title = '';
  #own = '';
  #destroyed = false;
  #zoomLevel = 0;
  openHandler: OpenHandler = () => ({ action: 'allow' });
  readonly printed: object[] = [];

  /** Chromium takes a moment to make a page; Electron has it at once. */
  constructor(devtools: Devtools, session: Promise<string>) {
    super();
    this.#devtools = devtools;
    this.#session = session;
    void session.then((id) =>
      devtools.onEvent((event) => {
        if (event.sessionId === id) this.#take(event);
      }),
    );
  }

  async #send<R = unknown>(method: string, params: object = {}): Promise<R> {
    return this.#devtools.send<R>(method, params, await this.#session);
  }

  async prepare(preload: string): Promise<void> {
    const token = randomUUID();
    const scripts = [
      { source: `(${inPageWorld})(${JSON.stringify(token)})` },
      {
        source: `(${inPreloadWorld})(${JSON.stringify(token)}, (require) => { const module = {}, exports = {};\n${readFileSync(preload, 'utf8')}\n})`,
        worldName: preloadWorld,
      },
    ];
    await Promise.all([
      this.#send('Page.enable'),
      this.#send('Inspector.enable'),
      this.#send('Runtime.enable'),
      this.#send('Log.enable'),
      this.#send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }),
      this.#send('Runtime.addBinding', { name: 'electronSend', executionContextName: preloadWorld }),
      ...scripts.map((script) => this.#send('Page.addScriptToEvaluateOnNewDocument', script)),
    ]);
  }

  #take({ method, params }: DevtoolsEvent): void {
    const given = params as Record<string, unknown>;
    if (method === 'Fetch.requestPaused') void this.#answer(given as Paused);
    else if (method === 'Runtime.bindingCalled')
      void this.#hear(given as { payload: string; executionContextId: number });
    else if (method === 'Runtime.executionContextCreated') {
      const { id, name, auxData } = given.context as {
        id: number;
        name: string;
        auxData: { frameId: string };
      };
      this.#contexts.set(id, { id, name, frame: auxData.frameId });
    } else if (method === 'Runtime.executionContextDestroyed')
      this.#contexts.delete(given.executionContextId as number);
    else if (method === 'Runtime.executionContextsCleared') this.#contexts.clear();
    else if (method === 'Page.frameAttached')
      this.#frames.set(given.frameId as string, {
        id: given.frameId as string,
        parentId: given.parentFrameId as string,
        url: '',
        securityOrigin: '',
      });
    else if (method === 'Page.frameNavigated') this.#navigated(given.frame as Frame);
    else if (method === 'Page.frameDetached') this.#frames.delete(given.frameId as string);
    else if (method === 'Page.navigatedWithinDocument' && given.frameId === this.#mainFrame)
      this.#url = fromChromium(given.url as string);
    else if (method === 'Log.entryAdded') complain(given.entry as { level: string; text: string });
    else if (method === 'Runtime.consoleAPICalled')
      complain({ level: given.type as string, text: JSON.stringify(given.args) });
    else if (method === 'Runtime.exceptionThrown')
      complain({ level: 'error', text: JSON.stringify(given.exceptionDetails) });
    else if (method === 'Page.loadEventFired') this.emit('did-finish-load');
    else if (method === 'Page.javascriptDialogOpening' && given.type === 'beforeunload') this.#askToLeave();
    else if (method === 'Page.downloadWillBegin')
      defaultSession.emit(
        'will-download',
        { preventDefault: () => {} },
        { getURL: () => fromChromium(given.url as string) },
      );
    else if (method === 'Inspector.targetCrashed')
      this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 });
  }

  #navigated(frame: Frame): void {
    this.#frames.set(frame.id, frame);
    if (frame.parentId !== undefined) return;
    this.#mainFrame = frame.id;
    this.#url = fromChromium(frame.url);
    this.emit('did-navigate', {}, this.#url, 200, 'OK');
  }

  /** Whatever a page asks for comes by here: navigations, files, calls. Nothing is ever let out to a network. */
  async #answer({ requestId, request, resourceType, frameId }: Paused): Promise<void> {
    const url = fromChromium(request.url);
    const fail = (errorReason: string) => this.#send('Fetch.failRequest', { requestId, errorReason });
    try {
      if (
        resourceType === 'Document' &&
        url !== this.#own &&
        this.#prevents('will-frame-navigate', url, frameId)
      )
        return void (await fail('Aborted'));
      this.#own = '';
      const answer = await defaultSession.answer(url, request.method);
      if (answer === 'cancelled') return void (await fail('BlockedByClient'));
      if (answer === 'let out') return void (await fail('InternetDisconnected'));
      await this.#send('Fetch.fulfillRequest', {
        requestId,
        responseCode: answer.status,
        responseHeaders: [...answer.headers].map(([name, value]) => ({ name, value })),
        body: Buffer.from(await answer.arrayBuffer()).toString('base64'),
      });
    } catch (problem) {
      // A page that goes away takes its requests with it.
      if (!this.#destroyed && !/Invalid InterceptionId|Session/.test(String(problem))) throw problem;
    }
  }

  #prevents(event: string, url: string, frameId: string): boolean {
    let prevented = false;
    this.emit(event, {
      url,
      isMainFrame: frameId === this.#mainFrame,
      preventDefault: () => {
        prevented = true;
      },
    });
    return prevented;
  }

  #askToLeave(): void {
    let leave = false;
    const event = {
      preventDefault: () => {
        leave = true;
      },
    };
    this.emit('will-prevent-unload', event);
    void this.#send('Page.handleJavaScriptDialog', { accept: leave });
    if (!leave) this.emit('double-stayed');
  }

  async #hear({
    payload,
    executionContextId,
  }: {
    payload: string;
    executionContextId: number;
  }): Promise<void> {
    const message = JSON.parse(payload) as { id?: number; channel: string; args: unknown[] };
    const frame = this.#frameOf(this.#contexts.get(executionContextId)?.frame);
    const value = await receive({ sender: this, senderFrame: frame }, message);
    if (message.id !== undefined) this.#tell(executionContextId, { id: message.id, value });
  }

  #frameOf(id: string | undefined): object | null {
    const frame = id === undefined ? undefined : this.#frames.get(id);
    if (!frame) return null;
    const own = frame.url.startsWith('http') ? new URL(frame.url).origin : '';
    return {
      url: fromChromium(frame.url),
      // A frame without an address of its own has the origin of the one around it.
      origin: own === '' && frame.parentId ? 'app://onramp' : fromChromium(own),
      parent: frame.parentId === undefined ? null : this.#frameOf(frame.parentId),
      detached: false,
    };
  }

  #tell(contextId: number, message: object): void {
    const expression = `electronReceive(${JSON.stringify(message)})`;
    // Nobody is left to hear it where the page has gone meanwhile.
    void this.#send('Runtime.evaluate', { expression, contextId }).catch(() => {});
  }

  send(channel: string, ...args: unknown[]): void {
    for (const { id, name, frame } of this.#contexts.values())
      if (name === preloadWorld && frame === this.#mainFrame) this.#tell(id, { channel, args });
  }

  async loadURL(address: string): Promise<void> {
    this.#own = address;
    await this.#send('Page.navigate', { url: toChromium(address) });
  }

  reload(): void {
    this.#own = this.#url.replace(/#.*/, '');
    void this.#send('Page.reload');
  }

  /** From outside, as the system would: a page that hangs hears nothing. */
  forcefullyCrashRenderer(): void {
    void this.#send('Page.crash').catch(() => {});
  }

  async printToPDF(): Promise<Buffer> {
    this.#title = await this.#evaluate('document.title');
    const { data } = await this.#send<{ data: string }>('Page.printToPDF', { printBackground: true });
    return Buffer.from(data, 'base64');
  }

  print(options: object, done: (success: boolean, reason: string) => void): void {
    this.printed.push(options);
    done(true, '');
  }

  async #evaluate(expression: string): Promise<string> {
    const { result } = await this.#send<{ result: { value: string } }>('Runtime.evaluate', { expression });
    return result.value;
  }

  /** Runs the page's own objections first; true where it is gone. */
  async close(): Promise<void> {
    await this.#send('Page.close').catch(() => {});
  }

  gone(): void {
    this.#destroyed = true;
    this.emit('destroyed');
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.openHandler = handler;
  }
  setWebRTCIPHandlingPolicy(): void {}
  getURL = (): string => this.#url;
  getTitle = (): string => this.#title;
  isDestroyed = (): boolean => this.#destroyed;
  getZoomLevel = (): number => this.#zoomLevel;
  setZoomLevel = (level: number): void => {
    this.#zoomLevel = level;
  };
  setColors = (dark: boolean | undefined): void => {
    const value = dark === undefined ? '' : dark ? 'dark' : 'light';
    void this.#send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value }] });
  };
}

function complain({ level, text }: { level: string; text: string }): void {
  if (level === 'error' || level === 'warning') complaints.push(text);
}

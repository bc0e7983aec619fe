/** The built app as the tests of one file drive it: with a folder, a host and a page of its own, in the browser of all files. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { type BuiltHost, startBuiltHost, temporaryFolder } from './built-host.ts';
import { type OpenPage, openAgain, openPage, settled, sharedBrowser } from './open-page.ts';

/** What is started is there from the first test of the file to its last, and not before. */
export type DrivenApp = {
  /** The host's own. */
  readonly folder: string;
  readonly browser: Browser;
  readonly host: BuiltHost;
  /** Which the tests of the file share, with all that went wrong on it. */
  readonly page: Page;
  readonly problems: string[];
  /** A page with a browser's memory of its own, open at where a person comes in. */
  open: (options?: BrowserContextOptions) => Promise<OpenPage>;
  /** Shows an address of the app, and waits until its page stands. */
  goTo: (address: string, page?: Page) => Promise<void>;
  /** The same in a new document: what the page knew is forgotten, and asked for again. */
  openAt: (address: string, page?: Page) => Promise<void>;
  /** Ends the host, gives its exit code, and starts another on the same folder. */
  restart: () => Promise<number | null>;
};

/** Starts the app before the first test of a file and ends it after the last; the options are those of the shared page. */
export function drivenApp(options: BrowserContextOptions = {}): DrivenApp {
  const { folder, remove } = temporaryFolder();
  let browser: Browser | undefined;
  let host: BuiltHost | undefined;
  let shared: OpenPage | undefined;
  const started = <T>(part: T | undefined): T => {
    if (part === undefined) throw new Error('The app is started before the first test, and not earlier.');
    return part;
  };
  const app: DrivenApp = {
    folder,
    get browser() {
      return started(browser);
    },
    get host() {
      return started(host);
    },
    get page() {
      return started(shared).page;
    },
    get problems() {
      return started(shared).problems;
    },
    open: (others) => openPage(app.browser, app.host.address, others),
    goTo: async (address, page = app.page) => {
      await page.goto(`${new URL(app.host.address).origin}/#${address}`);
      await settled(page);
    },
    openAt: async (address, page = app.page) => {
      await openAgain(page, address);
    },
    restart: async () => {
      const code = await app.host.stop();
      host = await startBuiltHost(folder);
      return code;
    },
  };
  beforeAll(async () => {
    browser = await sharedBrowser();
    host = await startBuiltHost(folder);
    shared = await app.open(options);
  });
  afterAll(async () => {
    // With all that the tests have opened in them, also where they failed before they closed it.
    await Promise.all((browser?.contexts() ?? []).map((context) => context.close()));
    await host?.stop();
    remove();
  });
  return app;
}

/** Opens the app in a real browser and keeps account of everything that went wrong on the page. */
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { findChromium, howToInstall, launchOptions, thisMachine } from '../chromium.ts';

export type OpenPage = {
  page: Page;
  /** Errors on the console, uncaught ones, failed requests, and requests to anywhere but the host. */
  problems: string[];
  close: () => Promise<void>;
};

export async function launchBrowser(): Promise<Browser> {
  const executable = findChromium(thisMachine());
  if (!executable) throw new Error(howToInstall(process.platform));
  return chromium.launch(launchOptions(executable));
}

let running: Promise<Browser> | undefined;

/**
 * The one browser of whoever runs files of tests one after the other: starting one takes longer than most tests do, and what
 * a browser remembers is kept apart by context already. It ends with the process that asked for it.
 */
export async function sharedBrowser(): Promise<Browser> {
  if (!(await running)?.isConnected()) running = launchBrowser();
  return running as Promise<Browser>;
}

/** Opens an address of a host, and waits until what it shows stands. */
export async function openPage(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
): Promise<OpenPage> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    timezoneId: 'UTC',
    reducedMotion: 'reduce',
    ...options,
  });
  const page = await context.newPage();
  // What never comes is said well before the test's own time is over, which could not say what was missing.
  page.setDefaultTimeout(60_000);
  const problems: string[] = [];
  const { origin } = new URL(address);
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      problems.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => problems.push(`uncaught: ${error.stack ?? error.message}`));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(`${origin}/`) && !/^(data|blob):/.test(url)) problems.push(`left the host: ${url}`);
  });
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText;
    if (reason !== 'net::ERR_ABORTED') problems.push(`failed: ${request.url()} (${reason})`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) problems.push(`answered ${response.status()}: ${response.url()}`);
  });
  const answer = await page.goto(address);
  // The app starts after its document has loaded, and its router then writes its own address into the history. Whoever goes
  // elsewhere in that moment is taken for having arrived, and stays where the router was.
  if (answer?.ok()) await settled(page);
  return { page, problems, close: () => context.close() };
}

/** Opens another address of the host that a page shows, in a new document: what the page knew is forgotten, and asked for again. */
export async function openAgain(page: Page, address: string): Promise<void> {
  // Not by way of an empty page: that would cost a new process of the browser's for each.
  await page.evaluate((hash) => history.replaceState(null, '', hash), `/#${address}`);
  await page.reload();
  await settled(page);
}

/** Waits until the page shows what it has to show: headed, nothing loading, nothing moving. */
export async function settled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.waitForFunction(() => {
    // Fluent counts the seconds a notice stays by an animation that shows nothing.
    const shows = ({ effect }: Animation) =>
      !(effect as KeyframeEffect | null)?.target?.matches('[data-timer-status]');
    return (
      !document.querySelector('[aria-busy="true"]') &&
      document.getAnimations().every((one) => one.playState !== 'running' || !shows(one))
    );
  });
  await page.evaluate(() =>
    document.fonts.ready.then(
      () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
    ),
  );
}

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds wrong, as lines that say where. */
export async function accessibilityProblems(
  page: Page,
  what: 'all' | 'all but colours' = 'all',
): Promise<string[]> {
  // Half a megabyte, which the page keeps until its document goes.
  const isThere = await page.evaluate(() => 'axe' in window);
  const { violations } = await new AxeBuilder({ page, ...(isThere ? { axeSource: 'undefined' } : {}) })
    // Places that are in order are counted, not described: on a page of a thousand of them that is most of the work.
    .options({
      resultTypes: ['violations'],
      runOnly: { type: 'tag', values: standards },
      rules: { 'color-contrast': { enabled: what === 'all' } },
    })
    // Within the page: else each look opens another window, which takes its time and puts this one into the background.
    .setLegacyMode()
    // Fluent's focus traps: never seen or heard, they hand the focus on as soon as they get it.
    .exclude('[data-tabster-dummy]')
    .analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes
      // What a tip says belongs to its button, wherever it stands; it comes and goes with the mouse.
      .filter(({ target }) => id !== 'region' || !String(target).startsWith('#tooltip-'))
      .map(({ target }) => `${id}: ${help}: ${target.join(' ')}`),
  );
}

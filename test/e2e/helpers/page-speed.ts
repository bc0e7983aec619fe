/** How fast each page stands and how smoothly it is typed into, with a full workspace, as Chromium's traces tell it. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Locator, Page, Request } from 'playwright-core';
import { questionAddress, settingsAddress } from '../../../renderer/frame/addresses.ts';
import { root } from '../../../scripts/built.mjs';
import { fillWorkspace, many } from '../../helpers/many-projects.ts';
import { median } from '../../helpers/median.ts';
import { pagesOfTheSample } from '../pages.ts';
import { startBuiltHost, temporaryFolder } from './built-host.ts';
import { launchBrowser, openPage, settled } from './open-page.ts';
import { type Stretch, traced } from './page-trace.ts';

/** Milliseconds, but for the shift, which is the layout instability score. */
export const aims = { interactive: 300, shift: 0.02, task: 100 };

export type PageFigures = {
  page: string;
  /** The first time in a window, when it has to ask for what it shows. */
  first: Stretch;
  /** The same visit until the last of it is there, where it is read before. */
  whole?: Stretch;
  /** Later visits, where there were any: medians, but the largest shift. */
  again?: Stretch;
  /** The same address opened as a new document: what moves while it comes. */
  opened: Stretch;
};
export type TypingFigures = { into: string } & Stretch;
export type SpeedReport = { projects: number; pages: PageFigures[]; typing: TypingFigures[] };

type Seen = { browser: Browser; page: Page; standing: () => Promise<void> };

const largest = 'scope.sites.list';
const textQuestion = 'justification.reason.requirement';

export async function measurePages(rounds: number): Promise<SpeedReport> {
  const { folder, remove } = temporaryFolder();
  const { sample, large } = await fillWorkspace(folder);
  const browser = await launchBrowser();
  const host = await startBuiltHost(folder);
  try {
    const { page, close } = await openPage(browser, host.address, { viewport: { width: 1440, height: 900 } });
    const { origin } = new URL(host.address);
    const pages: PageFigures[] = [];
    const standing = watchRequests(page);
    await standing();
    for (const { name, address, first } of pagesOfTheSample) {
      const there = `#${address(sample)}`;
      const elsewhere = `#${name === 'settings' ? '/' : settingsAddress(sample)}`;
      const stretches = await visit({ browser, page, standing }, { there, elsewhere, first }, rounds);
      const opened = await traced(browser, page, async () => {
        await page.reload();
        await standing();
        await page.evaluate(() => performance.mark('opened'));
      });
      pages.push({ page: name, ...stretches, opened: opened('navigationStart', 'opened') });
    }
    const typing = await typeEverywhere({ browser, page, standing }, origin, large);
    await close();
    const report = { projects: many + 2, pages, typing };
    keep(report);
    return report;
  } finally {
    await browser.close();
    await host.stop();
    remove();
  }
}

async function visit(
  { browser, page, standing }: Seen,
  { there, elsewhere, first: seenFirst }: { there: string; elsewhere: string; first: string | undefined },
  rounds: number,
): Promise<Pick<PageFigures, 'first' | 'whole' | 'again'>> {
  const stretch = await traced(browser, page, async () => {
    for (let round = 0; round <= rounds; round += 1) {
      await goWithin(page, elsewhere, `away-${round}`);
      await standing();
      await goWithin(page, there, `visit-${round}`, seenFirst);
      await standing();
      await page.evaluate((mark) => performance.mark(mark), `visit-${round}-end`);
    }
  });
  const all = Array.from({ length: rounds + 1 }, (_, round) => ({
    ...stretch(`visit-${round}`, `visit-${round}-ready`),
    // What comes late moves things after the page is ready: its shift counts too.
    ...shiftOf(stretch(`visit-${round}`, `visit-${round}-end`)),
  }));
  const [first, ...later] = all;
  if (!first) throw new Error('No visit was made.');
  return {
    first,
    ...(seenFirst === undefined ? {} : { whole: stretch('visit-0', 'visit-0-whole') }),
    ...(later.length === 0 ? {} : { again: middle(later) }),
  };
}

const shiftOf = ({ shift, moved }: Stretch): Pick<Stretch, 'shift' | 'moved'> => ({ shift, moved });

function middle(stretches: readonly Stretch[]): Stretch {
  const of = (key: 'wall' | 'main' | 'longestWall' | 'longestMain') =>
    median(stretches.map((one) => one[key]));
  const worst = stretches.toSorted((left, right) => right.shift - left.shift)[0];
  return {
    wall: of('wall'),
    main: of('main'),
    longestWall: of('longestWall'),
    longestMain: of('longestMain'),
    shift: worst?.shift ?? 0,
    moved: worst?.moved ?? [],
  };
}

/**
 * Goes to an address within the app. Ready is when the new page's heading stands, nothing on it says that it is busy, and the
 * main thread has come to rest so that a click is answered at once: an idle callback has run in that state. Where a picture
 * can be read before the rest is there, ready is when that is drawn, and whole is what ready is elsewhere.
 */
function goWithin(page: Page, hash: string, mark: string, first?: string): Promise<void> {
  return page.evaluate(
    ([address, name, picture]) =>
      new Promise<void>((done) => {
        const old = document.querySelector('h1');
        const isNew = () => ![null, old].includes(document.querySelector('h1'));
        const stands = () => isNew() && !document.querySelector('[aria-busy="true"]');
        const isDrawn = () => {
          const drawn = picture === undefined ? null : document.querySelector<HTMLImageElement>(picture);
          return isNew() && drawn?.complete === true && drawn.naturalWidth > 0;
        };
        const atRest = (holds: () => boolean, then: () => void) => {
          const look = () => {
            if (!holds()) return requestAnimationFrame(look);
            requestIdleCallback(() => {
              if (!holds()) return requestAnimationFrame(look);
              then();
            });
          };
          requestAnimationFrame(look);
        };
        const ready = () => performance.mark(`${name}-ready`);
        performance.mark(name);
        // Where the page is already, there is no new heading to wait for.
        if (location.hash === address) {
          ready();
          return done();
        }
        location.hash = address;
        if (picture === undefined)
          return atRest(stands, () => {
            ready();
            done();
          });
        atRest(isDrawn, () => {
          ready();
          atRest(stands, () => {
            performance.mark(`${name}-whole`);
            done();
          });
        });
      }),
    [hash, mark, first] as const,
  );
}

/** Nothing more is coming: drawn, still, and no file or answer under way. */
function watchRequests(page: Page): () => Promise<void> {
  const under = new Set<Request>();
  page.on('request', (request) => under.add(request));
  page.on('requestfinished', (request) => under.delete(request));
  page.on('requestfailed', (request) => under.delete(request));
  page.on('framenavigated', () => under.clear());
  return async () => {
    do await settled(page);
    while (under.size > 0);
  };
}

async function typeEverywhere(
  { browser, page, standing }: Seen,
  origin: string,
  project: string,
): Promise<TypingFigures[]> {
  const inLargest = page.locator(`[id="question-${largest}"]`);
  const places: { into: string; question: string; begin: (page: Page) => Promise<void> }[] = [
    {
      into: 'a text answer',
      question: textQuestion,
      begin: () => atTheEnd(page.locator(`[id="question-${textQuestion}"] textarea`).first()),
    },
    {
      into: 'a note in the largest section',
      question: largest,
      begin: async () => {
        await inLargest.locator('button[aria-controls$="-note"]').click();
        await atTheEnd(inLargest.getByRole('textbox', { name: 'Note', exact: true }));
      },
    },
    {
      into: 'a cell of its table of 200 rows',
      question: largest,
      begin: () => inLargest.getByRole('grid').getByRole('gridcell').first().focus(),
    },
  ];
  const figures: TypingFigures[] = [];
  for (const { into, question, begin } of places) {
    await page.goto(`${origin}/#${questionAddress(project, { question })}`);
    await standing();
    await begin(page);
    const stretch = await traced(browser, page, async () => {
      await page.evaluate(() => performance.mark('typing'));
      for (const letter of 'The carriers of this site cannot be named, and the clause asks for that.')
        await page.keyboard.type(letter, { delay: 30 });
      // Until what was typed is saved and all that follows from it is drawn.
      await standing();
      await page.evaluate(() => performance.mark('typed'));
    });
    figures.push({ into, ...stretch('typing', 'typed') });
  }
  return figures;
}

async function atTheEnd(field: Locator): Promise<void> {
  await field.focus();
  await field.press('End');
}

/** As the numbers, and as a table to read. */
function keep(report: SpeedReport): void {
  mkdirSync(join(root, 'out'), { recursive: true });
  writeFileSync(join(root, 'out', 'pages-report.json'), `${JSON.stringify(report, null, 1)}\n`);
  writeFileSync(join(root, 'out', 'pages-report.md'), tableOf(report));
}

export function tableOf({ projects, pages, typing }: SpeedReport): string {
  const whole = (value: number) => Math.round(value).toString();
  const both = ({ wall, main }: Stretch) => `${whole(wall)} / ${whole(main)}`;
  const score = (value: number) => value.toFixed(4);
  const lines = [
    '# Pages, from Chromium’s traces',
    '',
    `The sample, in a workspace of ${projects} projects. Milliseconds on the clock / on the main thread’s processor; the aims are ${aims.interactive} ms, a shift of ${aims.shift}, and no task above ${aims.task} ms while typing. Interactive: the heading stands, nothing is busy, the main thread has come to rest; of the plan, its first page can be read, and whole is when all its pages are there.`,
    '',
    '| page | first visit | again | longest task | shift: first, again, opened |',
    '|---|---|---|---|---|',
    ...pages.map(
      ({ page, first, whole: last, again, opened }) =>
        `| ${page} | ${both(first)}${last ? `, whole ${both(last)}` : ''} | ${again ? both(again) : ''} | ${whole(first.longestWall)} / ${whole(first.longestMain)} | ${[first, again ?? first, opened].map(({ shift }) => score(shift)).join(', ')} |`,
    ),
    '',
    '| typing into | longest task | main thread, all told | shift |',
    '|---|---|---|---|',
    ...typing.map(
      ({ into, longestWall, longestMain, main, shift }) =>
        `| ${into} | ${whole(longestWall)} / ${whole(longestMain)} | ${whole(main)} | ${score(shift)} |`,
    ),
  ];
  return `${lines.join('\n')}\n`;
}

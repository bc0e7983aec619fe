/**
 * `npm run screenshots`: every page, light, dark and in high contrast, small and large, into `out/screenshots`, and a
 * contact sheet of each. Names of pages after `--` take only those; `-- --docs` renews the pictures in `docs/pictures`.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { startBuiltHost, temporaryFolder } from '../test/e2e/helpers/built-host.ts';
import { callFrom } from '../test/e2e/helpers/calls.ts';
import { launchBrowser, openPage } from '../test/e2e/helpers/open-page.ts';
import {
  hintsSeen,
  makeShownProjects,
  type ShownProjectIds,
  showPage,
} from '../test/e2e/helpers/shown-pages.ts';
import { firstPages, type ShownPage, shownPages } from '../test/e2e/pages.ts';
import { ensureBuilt, root } from './built.mjs';

const themes: Record<string, BrowserContextOptions> = {
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
  contrast: { colorScheme: 'dark', contrast: 'more' },
};
const sizes = { small: { width: 1024, height: 700 }, large: { width: 1440, height: 900 } };
const looks = Object.entries(themes).flatMap(([theme, media]) =>
  Object.entries(sizes).map(([size, viewport]) => ({
    name: `${theme}-${size}`,
    options: { ...media, viewport },
  })),
);
const target = join(root, 'out', 'screenshots');

/** The pages of the README and the handbook. */
const documentPages = ['overview', 'wizard', 'route-lab', 'workshop-room', 'evidence', 'plan', 'progress'];

const wanted = process.argv.slice(2).filter((one) => !one.startsWith('--'));
const chosen = (pages: readonly ShownPage[]) =>
  pages.filter(({ name }) => wanted.length === 0 || wanted.some((one) => name.startsWith(one)));

type Look = (typeof looks)[number];

/** @returns how many things went wrong on the way */
async function take(
  browser: Browser,
  address: string,
  look: Look,
  pages: readonly ShownPage[],
  ids?: ShownProjectIds,
): Promise<number> {
  const { page, problems, close } = await openPage(browser, address, look.options);
  let wrong = 0;
  for (const shown of pages) {
    await showPage(page, ids, shown);
    await page.screenshot({ path: join(target, look.name, `${shown.name}.png`) });
    // That nobody is there to be found is what this page is about.
    if (shown.of === 'missing') problems.length = 0;
    for (const problem of problems.splice(0)) {
      console.error(`${shown.name}, ${look.name}: ${problem}`);
      wrong += 1;
    }
  }
  await close();
  return wrong;
}

/** All pages of a look side by side, as a page and as a picture. */
async function contactSheet(browser: Browser, look: Look, pages: readonly ShownPage[]): Promise<void> {
  const { width, height } = look.options.viewport;
  const figures = pages.map(
    ({ name }) =>
      `<figure><a href="${look.name}/${name}.png"><img src="${look.name}/${name}.png" alt="${name}" width="480" height="${Math.round((480 * height) / width)}"></a><figcaption>${name}</figcaption></figure>`,
  );
  const sheet = `<!doctype html><html lang="en"><meta charset="utf-8"><title>${look.name}</title><style>
body { font: 14px sans-serif; margin: 16px; } main { display: grid; grid-template-columns: repeat(auto-fill, 480px); gap: 16px; }
figure { margin: 0; } img { display: block; outline: 1px solid gray; } figcaption { padding-top: 4px; }
</style><h1>${look.name}, ${width}×${height}</h1><main>${figures.join('\n')}</main></html>`;
  const file = join(target, `${look.name}.html`);
  writeFileSync(file, sheet);
  const page = await browser.newPage({ viewport: { width: 2016, height: 900 } });
  await page.goto(`file://${file}`);
  await page.screenshot({ path: join(target, `${look.name}.png`), fullPage: true });
  await page.close();
}

/** At one size, so that they line up in the README. */
async function takeDocumentPictures(browser: Browser, address: string, ids: ShownProjectIds): Promise<void> {
  mkdirSync(join(root, 'docs', 'pictures'), { recursive: true });
  const { page, close } = await openPage(browser, address, { viewport: { width: 1280, height: 800 } });
  for (const shown of shownPages.filter(({ name }) => documentPages.includes(name))) {
    await showPage(page, ids, { ...shown, chosen: { ...shown.chosen, ...hintsSeen } });
    const name = shown.name.replace(/-room$/, '');
    const path = join(root, 'docs', 'pictures', `${name}.png`);
    await page.screenshot({ path });
    console.log(`docs/pictures/${name}.png: ${Math.round(readFileSync(path).length / 1024)} kB`);
  }
  await close();
}

await ensureBuilt();
if (wanted.length === 0) rmSync(target, { recursive: true, force: true });
const { folder, remove } = temporaryFolder();
const host = await startBuiltHost(folder);
const browser = await launchBrowser();
let problems = 0;
try {
  if (!process.argv.includes('--docs')) {
    for (const look of looks) problems += await take(browser, host.address, look, chosen(firstPages));
  }
  const { page, close } = await openPage(browser, host.address);
  await callFrom(page, 'settings.set', { author: 'H. Meyer' });
  const ids = await makeShownProjects(page);
  await close();
  if (process.argv.includes('--docs')) await takeDocumentPictures(browser, host.address, ids);
  else
    for (const look of looks) {
      problems += await take(browser, host.address, look, chosen(shownPages), ids);
      await contactSheet(browser, look, chosen([...firstPages, ...shownPages]));
      console.log(`out/screenshots/${look.name}.html`);
    }
} finally {
  await browser.close();
  await host.stop();
  remove();
}
if (problems > 0) process.exitCode = 1;

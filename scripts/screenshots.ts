/**
 * `npm run screenshots`: every page of the sample project, light, dark and in high contrast, into `out/screenshots`. With
 * `-- --docs` it renews the pictures in `docs/pictures` as well.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { overviewAddress, planAddress, sectionAddress } from '../renderer/frame/addresses.ts';
import { startBuiltHost, temporaryFolder } from '../test/e2e/helpers/built-host.ts';
import { callFrom } from '../test/e2e/helpers/calls.ts';
import { launchBrowser, openPage, settled } from '../test/e2e/helpers/open-page.ts';
import { shownPages } from '../test/e2e/pages.ts';
import { ensureBuilt, root } from './built.mjs';

const looks: Record<string, BrowserContextOptions> = {
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
  contrast: { colorScheme: 'dark', forcedColors: 'active' },
};
const target = join(root, 'out', 'screenshots');

/** The pictures of the README. */
async function takeDocumentPictures(page: Page, project: string): Promise<void> {
  const pictures: Record<string, string> = {
    wizard: sectionAddress(project, 'routing', 'routing.nat'),
    overview: overviewAddress(project),
    plan: planAddress(project),
  };
  await callFrom(page, 'settings.set', { author: 'H. Meyer' });
  for (const [name, address] of Object.entries(pictures)) {
    await page.goto(`${new URL(page.url()).origin}/#${address}`);
    await page.reload();
    await settled(page);
    await page.screenshot({ path: join(root, 'docs', 'pictures', `${name}.png`) });
  }
}

mkdirSync(join(root, 'docs', 'pictures'), { recursive: true });
await ensureBuilt();
rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });
const { folder, remove } = temporaryFolder();
const host = await startBuiltHost(folder);
const browser = await launchBrowser();
let problems = 0;
try {
  for (const [look, options] of Object.entries(looks)) {
    const open = await openPage(browser, host.address, {
      ...options,
      viewport: { width: 1360, height: 880 },
    });
    const project = (await callFrom(open.page, 'project.sample', {})).id;
    for (const { name, address } of shownPages) {
      await open.page.goto(`${new URL(host.address).origin}/#${address(project)}`);
      await settled(open.page);
      await open.page.screenshot({ path: join(target, `${name}-${look}.png`) });
    }
    if (look === 'light' && process.argv.includes('--docs')) await takeDocumentPictures(open.page, project);
    for (const problem of open.problems) console.error(`${look}: ${problem}`);
    problems += open.problems.length;
    await open.close();
  }
} finally {
  await browser.close();
  await host.stop();
  remove();
}
console.log(`${shownPages.length * Object.keys(looks).length} pictures are in out/screenshots`);
if (problems > 0) process.exitCode = 1;

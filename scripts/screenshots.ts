/** `npm run screenshots`: every page of the sample project, light, dark and in high contrast, into `out/screenshots`. */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContextOptions } from 'playwright-core';
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

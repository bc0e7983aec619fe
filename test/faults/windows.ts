/** The built app when its window's process dies, or nobody answers it: what the page says, and what is there afterwards. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { questionAddress } from '../../renderer/frame/addresses.ts';
import { shell } from '../../renderer/words/en/shell.ts';
import type { ProjectView } from '../../shared/view.ts';
import { findChromium, thisMachine } from '../e2e/chromium.ts';
import { startBuiltHost } from '../e2e/helpers/built-host.ts';
import { callFrom, callOnDesktop } from '../e2e/helpers/calls.ts';
import { type DesktopApp, launchDouble, pageAt } from '../e2e/helpers/desktop-app.ts';
import { launchBrowser, openPage, settled } from '../e2e/helpers/open-page.ts';
import { Findings, inTemporaryFolder, type Outcome, openBackend } from './fault.ts';

const question = 'justification.reason.requirement';
const typed = 'Typed, and saved';
const typedMeanwhile = 'Typed while nobody answered';

/** What this machine lacks to show a window. */
function lacking(): { absent: string } | undefined {
  if (!findChromium(thisMachine())) return { absent: 'there is no Chromium' };
  const built = join(import.meta.dirname, '..', '..', 'out', 'main', 'web.js');
  return existsSync(built) ? undefined : { absent: 'the app is not built (npm run build)' };
}

const fieldOf = (page: Page): Locator =>
  page.locator(`[id="question-${question}"]`).getByRole('textbox').first();

const goTo = (page: Page, project: string): Promise<void> =>
  page.evaluate(
    (hash) => {
      location.hash = hash;
    },
    questionAddress(project, { question }),
  );

function textOf({ answers }: ProjectView): unknown {
  const answer = answers[question];
  return answer?.state === 'answered' ? answer.value : undefined;
}

/** The store's own word for it, once the app has gone. */
async function textIn(folder: string, project: string): Promise<unknown> {
  const backend = await openBackend(folder);
  try {
    return textOf(await backend.call('project.open', { project }));
  } finally {
    await backend.close();
  }
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + 30_000; !(await holds()); ) {
    if (Date.now() > deadline) throw new Error('It did not come to that within half a minute.');
    await new Promise((again) => setTimeout(again, 50));
  }
}

/** On the desktop, over the double: the process of the window dies, and the app loads it again. */
export async function crashedWindow(): Promise<Outcome> {
  const absent = lacking();
  if (absent) return absent;
  return inTemporaryFolder(async (folder) => {
    const { problems, expect } = new Findings();
    const app: DesktopApp = await launchDouble(folder);
    let project = '';
    try {
      project = (await callOnDesktop(app.page, 'project.create', { name: 'Contoso' })).id;
      await goTo(app.page, project);
      await fieldOf(app.page).fill(typed);
      const { page: before } = app;
      await until(async () => textOf(await callOnDesktop(before, 'project.open', { project })) === typed);
      const address = app.page.url();
      await app.inMain(({ BrowserWindow }) => {
        process.env.LOADED = '';
        const contents = BrowserWindow.getAllWindows()[0]?.webContents;
        contents?.once('did-finish-load', () => {
          process.env.LOADED = 'yes';
        });
        contents?.forcefullyCrashRenderer();
      }, undefined);
      await until(async () => (await app.inMain(() => process.env.LOADED, undefined)) === 'yes');
      const page = await pageAt(app.endpoint ?? '');
      await settled(page);
      expect(page.url() === address, 'it came back elsewhere');
      expect((await fieldOf(page).inputValue()) === typed, 'what was typed is not shown');
      const focused = await page.evaluate(() => document.activeElement?.closest('article')?.id);
      expect(focused === `question-${question}`, 'another question has the focus');
    } finally {
      await app.kill();
    }
    const lost = (await textIn(folder, project)) === typed ? 0 : 1;
    return { told: [], acknowledged: 1, lost, problems };
  });
}

/** The host is stopped as by a debugger or a hanging disk, and goes on later, or is killed and started anew. */
export async function hungHost(afterwards: 'goes on' | 'is started anew'): Promise<Outcome> {
  if (process.platform === 'win32') return { absent: 'Windows cannot stop a process' };
  const absent = lacking();
  if (absent) return absent;
  return inTemporaryFolder(async (folder) => {
    const { problems, expect } = new Findings();
    const browser = await launchBrowser();
    let host = await startBuiltHost(folder);
    let project = '';
    try {
      const { page } = await openPage(browser, host.address);
      project = (await callFrom(page, 'project.create', { name: 'Contoso' })).id;
      await goTo(page, project);
      const stored = async () => textOf(await callFrom(page, 'project.open', { project }));
      await fieldOf(page).fill(typed);
      await until(async () => (await stored()) === typed);
      host.process.kill('SIGSTOP');
      await fieldOf(page).fill(typedMeanwhile);
      const banner = page.getByText(shell.banner.late);
      await banner.waitFor();
      const told = [
        await banner.textContent().then(String),
        await page.getByText(shell.saved.late, { exact: true }).textContent().then(String),
      ];
      await fieldOf(page).fill(`${typedMeanwhile}.`);
      expect((await fieldOf(page).inputValue()) === `${typedMeanwhile}.`, 'one cannot go on typing');
      if (afterwards === 'goes on') host.process.kill('SIGCONT');
      else {
        await host.stop('SIGKILL');
        host = await startBuiltHost(folder);
        // Not the hash alone: the page has to be loaded, as from the address that the host has printed.
        await page.goto(host.address);
        await goTo(page, project);
      }
      await banner.waitFor({ state: 'detached' });
      await page.getByRole('status').filter({ hasText: 'Saved' }).waitFor();
      expect(
        (await fieldOf(page).inputValue()) === `${typedMeanwhile}.`,
        'what was typed meanwhile is not shown',
      );
      await until(async () => (await stored()) === `${typedMeanwhile}.`);
      expect((await host.stop()) === 0, 'the host did not end as asked');
      const lost = (await textIn(folder, project)) === `${typedMeanwhile}.` ? 0 : 1;
      return { told, acknowledged: 1, lost, problems };
    } finally {
      await browser.close();
      await host.stop('SIGKILL');
    }
  });
}

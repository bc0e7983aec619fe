/** The Plan page while its pages are being set: what is there can be read and used, and nothing else is waited for. */
import type { Page } from 'playwright-core';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { planAddress, settingsAddress } from '../../renderer/frame/addresses.ts';
import { callFrom } from './helpers/calls.ts';
import { drivenApp } from './helpers/driven-app.ts';
import { accessibilityProblems, settled } from './helpers/open-page.ts';

const app = drivenApp();
let page: Page;
let project: string;
/** Each time the page asks for more it waits here, until it is let go. */
const waiting: (() => void)[] = [];
let isHeld = true;
let asked = 0;
/** Which showings were gone on with. */
let goneOn: string[] = [];
let customers = 0;

beforeAll(async () => {
  ({ page } = app);
  project = (await callFrom(page, 'project.sample', {})).id;
  await page.route('**/api/call', async (route) => {
    const body = route.request().postData() ?? '';
    if (body.includes('"plan.pages"')) asked += 1;
    const [, showing] = /"showing":"([^"]+)"/.exec(body) ?? [];
    if (showing) goneOn.push(showing);
    if (isHeld && showing) await new Promise<void>((go) => waiting.push(go));
    await route.continue().catch(() => {});
  });
});

/** Another customer stands on every page, so that none was set before. */
beforeEach(async () => {
  letAllGo();
  await page.goto('about:blank');
  await page.goto(`${new URL(app.host.address).origin}/#${settingsAddress(undefined)}`);
  await settled(page);
  customers += 1;
  await callFrom(page, 'project.describe', { project, customer: `Customer ${customers}` });
  isHeld = true;
  asked = 0;
  goneOn = [];
  await goTo(planAddress(project));
  await picture(1).waitFor();
  await expect.poll(() => waiting.length).toBe(1);
});

const goTo = (address: string) =>
  page.evaluate((hash) => {
    location.hash = hash;
  }, address);
const sheets = () => page.locator('[id^="plan-page-"]');
const picture = (number: number) =>
  page.getByRole('img', { name: new RegExp(`^Page ${number}( of \\d+)?$`) });
const counted = () => page.locator('p', { hasText: /^\d+ pages$/ }).and(page.locator('[aria-busy]'));
const part = (name: string) => page.getByRole('checkbox', { name: `Include ${name}` });
const setting = () => page.getByText('Setting the pages…').first();
const placeOf = async () => (await sheets().first().boundingBox())?.y;

function letOneGo(): void {
  waiting.shift()?.();
}

function letAllGo(): void {
  isHeld = false;
  for (const go of waiting.splice(0)) go();
}

describe('before the plan is gone to', () => {
  test('its pages are prepared when the pointer or the focus comes near', async () => {
    letAllGo();
    await goTo(settingsAddress(project));
    await settled(page);
    const link = page.getByRole('navigation').getByRole('link', { name: 'Plan', exact: true });
    const prepared = () => page.waitForRequest((one) => one.postData()?.includes('"plan.prepare"') === true);
    await Promise.all([prepared(), link.hover()]);
    await page.mouse.move(0, 0);
    await Promise.all([prepared(), link.focus()]);
  });
});

describe('while the pages come', () => {
  test('the first can be read; the others come below it, and nothing moves', async () => {
    await setting().waitFor();
    expect(await picture(1).getAttribute('alt')).toBe('Page 1');
    const place = await placeOf();
    const before = await sheets().count();
    letOneGo();
    await expect.poll(() => sheets().count()).toBeGreaterThan(before);
    // One sheet more than there are pages says that it goes on.
    await sheets().last().scrollIntoViewIfNeeded();
    await sheets().last().getByText('Setting the pages…').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    const drawn = sheets().nth((await sheets().count()) - 2);
    await drawn.getByRole('img').waitFor();
    await page.locator('main').evaluate((main) => main.scrollTo(0, 0));
    expect(await placeOf()).toBe(place);
    letAllGo();
    await counted().waitFor();
    expect(await placeOf()).toBe(place);
    // Said once, however often some more came.
    const said = page.getByRole('status').getByText(/pages$/);
    await expect.poll(() => said.allTextContents()).toEqual([await counted().textContent()]);
    expect(await picture(1).getAttribute('alt')).toBe(`Page 1 of ${await sheets().count()}`);
  });

  test('a part that is asked for is gone to once its page is known, by keyboard', async () => {
    await page.getByRole('button', { name: 'Executive summary' }).focus();
    await page.keyboard.press('Enter');
    letOneGo();
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('plan-page-2');
    await setting().waitFor();
    await page.getByRole('button', { name: 'Action plan' }).focus();
    await page.keyboard.press('Enter');
    letAllGo();
    await counted().waitFor();
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.id ?? ''))
      .toMatch(/^plan-page-[1-9]\d/);
    const { parts } = await callFrom(page, 'plan.pages', { project, audience: 'engineer' });
    expect(await page.evaluate(() => document.activeElement?.id)).toBe(`plan-page-${parts.actions}`);
  });

  test('unticking a part gives up what was coming', async () => {
    await part('Decision record').focus();
    await page.keyboard.press('Space');
    await expect.poll(() => waiting.length).toBe(2);
    const [, next] = waiting;
    // The one that was held first belongs to the plan before, and is followed by no other.
    letOneGo();
    isHeld = false;
    next?.();
    await counted().waitFor();
    await settled(page);
    // The first showing was asked to go on once, when it was held; all others were of the plan without the part.
    expect(goneOn.filter((showing) => showing === goneOn[0])).toHaveLength(1);
    expect(goneOn.length).toBeGreaterThan(2);
    await picture(1).waitFor();
  });

  test('the sponsor’s plan is there at once', async () => {
    await page.getByRole('tab', { name: 'Sponsor' }).click();
    await counted().waitFor();
    expect(await sheets().count()).toBeLessThan(8);
  });

  test('nothing more is asked for once the page is left', async () => {
    await goTo(settingsAddress(undefined));
    await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor();
    const before = asked;
    letAllGo();
    // One thread sets one thing after the other: once this is answered, so is what was held.
    await callFrom(page, 'plan.pages', { project, audience: 'engineer' });
    await settled(page);
    await callFrom(page, 'workspace.status', {});
    expect(asked).toBe(before + 1);
    await goTo(planAddress(project));
    await counted().waitFor();
  });

  test('a failure keeps the pages there are, and trying again goes on', async () => {
    const refuse = async (route: Parameters<Parameters<Page['route']>[1]>[0]) => {
      if (!route.request().postData()?.includes('"showing"')) return route.fallback();
      asked += 1;
      const error = { code: 'internal', message: 'The pages could not be set.' };
      await route.fulfill({
        contentType: 'application/x-ndjson',
        body: `${JSON.stringify({ ok: false, error })}\n`,
      });
    };
    await page.route('**/api/call', refuse);
    letOneGo();
    await page.getByText('The pages could not be set.').waitFor();
    await picture(1).waitFor();
    expect(await setting().count()).toBe(0);
    // Nobody asks again by itself.
    const before = asked;
    await settled(page);
    await callFrom(page, 'workspace.status', {});
    expect(asked).toBe(before);
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.unroute('**/api/call', refuse);
    isHeld = false;
    await page.getByRole('button', { name: 'Try again' }).click();
    await counted().waitFor();
    await page.getByText('The pages could not be set.').waitFor({ state: 'detached' });
  });
});

describe('once all are there', () => {
  beforeEach(async () => {
    letAllGo();
    await counted().waitFor();
  });

  test('only the pages near what is seen keep their pictures', async () => {
    await sheets().last().scrollIntoViewIfNeeded();
    await sheets().last().getByRole('img').waitFor();
    await expect.poll(() => picture(1).count()).toBe(0);
    expect(await sheets().getByRole('img').count()).toBeLessThan(6);
  });

  test('a page of the plan that was shown before another one is drawn again', async () => {
    await page.getByRole('tab', { name: 'Sponsor' }).click();
    await expect.poll(() => sheets().count()).toBeLessThan(8);
    await settled(page);
    await page.getByRole('tab', { name: 'Engineers' }).click();
    await expect.poll(() => sheets().count()).toBeGreaterThan(20);
    await sheets().nth(20).scrollIntoViewIfNeeded();
    await sheets().nth(20).getByRole('img').waitFor();
    expect(app.problems).toEqual([]);
  });
});

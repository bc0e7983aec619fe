/**
 * From a new project to the file in the hand without a mouse, and what is heard on the way: the focus is always somewhere,
 * is seen, and stays near what it was on; what happens is said once. `keyboard.e2e.ts` answers the checklists.
 */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterEach, beforeAll, expect, test } from 'vitest';
import {
  actionsAddress,
  findingsAddress,
  overviewAddress,
  planAddress,
  projectsAddress,
  routeLabAddress,
  sectionAddress,
} from '../../../renderer/frame/addresses.ts';
import { callFrom } from '../helpers/calls.ts';
import { drivenApp } from '../helpers/driven-app.ts';
import { settled } from '../helpers/open-page.ts';

const app = drivenApp();
let page: Page;
let project: string;
/** Of one site that answers for its own translation. */
let small: string;

beforeAll(async () => {
  ({ page } = app);
  project = (await callFrom(page, 'project.sample', {})).id;
  small = (await callFrom(page, 'project.create', { name: 'Fabrikam' })).id;
  const said = {
    'scope.today.stage': 'designing',
    'scope.sites.spread': 'one-site',
    'routing.nat.who': 'we-do',
  };
  for (const [question, value] of Object.entries(said))
    await callFrom(page, 'answer.set', { project: small, question, answer: { state: 'answered', value } });
});

afterEach(() => expect(app.problems.splice(0)).toEqual([]));

const go = (address: string) => app.openAt(address);

/** What has the focus, and whether anybody sees that. */
function focused(): Promise<{ name: string; tag: string; isSeen: boolean; isMarked: boolean }> {
  return page.evaluate(() => {
    const at = document.activeElement as HTMLElement;
    const { left, top, right, bottom } = at.getBoundingClientRect();
    const inside = right > 0 && bottom > 0 && left < window.innerWidth && top < window.innerHeight;
    /** Drawn around it, or around what stands for it: a label, or a picture beside an unseen box. */
    const marked = [at, ...(at.parentElement?.children ?? []), at.closest('label'), at.parentElement].some(
      (one) => {
        if (!one) return false;
        return [undefined, '::after', '::before'].some((part) => {
          const { outlineStyle, outlineWidth, boxShadow, borderBottomWidth, textDecorationStyle } =
            getComputedStyle(one, part);
          const isLine = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0;
          return (
            isLine ||
            boxShadow !== 'none' ||
            textDecorationStyle === 'double' ||
            (part === '::after' && Number.parseFloat(borderBottomWidth) >= 2)
          );
        });
      },
    );
    return {
      name: at.getAttribute('aria-label') ?? at.textContent ?? '',
      tag: at.tagName,
      isSeen: inside,
      isMarked: marked,
    };
  });
}

/** Presses Tab until what is meant has the focus; on the way, nothing that has it is out of sight or unmarked. */
async function tabTo(name: string | RegExp, key = 'Tab'): Promise<void> {
  for (let step = 0; step < 160; step += 1) {
    await page.keyboard.press(key);
    const at = await focused();
    expect(at.tag, 'the focus is on the page').not.toBe('BODY');
    expect(at).toEqual({ ...at, isSeen: true, isMarked: true });
    if (typeof name === 'string' ? at.name === name : name.test(at.name)) return;
  }
  throw new Error(`${key} never led to ${name}.`);
}

const focusOn = (selector: string) =>
  expect
    .poll(() => page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector))
    .toBe(true);
const press = async (...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};

/** Collects what screen readers are given to say from here on. */
async function listen(): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const heard: string[] = [];
    const live = '[aria-live="polite"], [aria-live="assertive"], [role="status"], [role="alert"]';
    Object.assign(window, { heard });
    new MutationObserver((changes) => {
      for (const { type, target, addedNodes } of changes) {
        const at = target instanceof Element ? target : target.parentElement;
        if (!at?.closest(live)) continue;
        const said =
          type === 'characterData' ? [target.textContent] : [...addedNodes].map((node) => node.textContent);
        for (const text of said) if (text?.trim()) heard.push(text.trim());
      }
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  return () => page.evaluate(() => (window as unknown as { heard: string[] }).heard.slice());
}

test('the first Tab leads to a way past bar and rail', async () => {
  await go(overviewAddress(project));
  await press('Tab');
  expect(await focused()).toMatchObject({ name: 'Skip to the page', isSeen: true });
  await press('Enter');
  await focusOn('main');
  await press('Tab');
  expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
});

test('once round the overview: Tab reaches the end and comes round again, and Shift goes back', async () => {
  await go(overviewAddress(project));
  const seen: string[] = [];
  for (let step = 0; step < 200; step += 1) {
    await press('Tab');
    const { name, tag } = await focused();
    if (tag === 'BODY') break;
    seen.push(name);
  }
  expect(seen.length).toBeLessThan(200);
  expect(seen[0]).toBe('Skip to the page');
  await press('Shift+Tab');
  expect((await focused()).name).toBe(seen.at(-1));
});

test('findings: one is accepted in a dialog, which keeps the focus and gives it back to where one was', async () => {
  await go(findingsAddress(project));
  await tabTo('Accept…');
  const before = await page.getByRole('button', { name: 'Accept…' }).count();
  await press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  for (let step = 0; step < 12; step += 1) {
    await press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('[role="dialog"]') !== null)).toBe(true);
  }
  await press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await expect.poll(async () => (await focused()).name).toBe('Accept…');
  const heard = await listen();
  await press('Enter');
  await dialog.waitFor();
  await dialog.getByRole('textbox', { name: 'Reason' }).focus();
  await page.keyboard.type('Agreed with the sponsor');
  await dialog.getByRole('textbox', { name: 'Who accepts it' }).first().focus();
  await press('Control+a');
  await page.keyboard.type('K. Novak');
  await press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await expect.poll(() => page.getByRole('button', { name: 'Accept…' }).count()).toBe(before - 1);
  await expect.poll(() => page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
  expect((await heard()).filter((text) => /\d+ findings/.test(text))).toHaveLength(1);
});

test('Route lab: a flow, a part switched off and on, a failure, and the table of hops', async () => {
  await go(routeLabAddress(project));
  await tabTo('Find a flow');
  await page.keyboard.type('paris wired');
  const flows = page.getByRole('listbox', { name: 'Flows' });
  await expect.poll(() => flows.getByRole('option').count()).toBe(14);
  for (let step = 0; step < 20; step += 1) {
    await press('Tab');
    if (
      await flows.evaluate((list) => list === document.activeElement || list.contains(document.activeElement))
    )
      break;
  }
  const verdict = page.getByRole('region', { name: 'Verdict' });
  const heard = await listen();
  await press('End', 'Home', 'ArrowDown');
  const chosen = await flows.getByRole('option', { selected: true }).textContent();
  await expect.poll(() => verdict.getByRole('heading').first().textContent()).toBeTruthy();
  expect(chosen).toBeTruthy();
  await expect.poll(heard).not.toEqual([]);
  await tabTo(/^What if/, 'Shift+Tab');
  await press('Enter');
  await page.getByRole('checkbox').first().waitFor();
  for (let step = 0; step < 6; step += 1) {
    await press('Tab');
    if (await page.evaluate(() => document.activeElement?.matches('input[type="checkbox"]'))) break;
  }
  await press('Space');
  await press('Escape');
  await page.getByRole('region', { name: 'What if: switched off' }).waitFor();
  await expect.poll(async () => (await focused()).name).toMatch(/^What if/);
  await tabTo(/^Switch on again/);
  await press('Enter');
  await page.getByRole('region', { name: 'What if: switched off' }).waitFor({ state: 'detached' });
  await expect.poll(() => page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
  const hops = page.getByRole('region', { name: 'Hops' });
  expect(await hops.getByRole('rowheader').count()).toBeGreaterThan(2);
  expect(await hops.getByRole('columnheader').allTextContents()).toContain('#');
});

test('Plan: reader, format and file', async () => {
  await go(planAddress(project));
  await page.getByRole('img', { name: /^Page 1 of \d+$/ }).waitFor();
  await tabTo(/^Engineers|^Sponsor/);
  await press('ArrowLeft', 'Enter');
  await expect
    .poll(() => page.getByRole('tab', { name: 'Sponsor' }).getAttribute('aria-selected'))
    .toBe('true');
  await page.getByRole('img', { name: /^Page 1 of \d+$/ }).waitFor();
  await tabTo('Export the plan', 'Shift+Tab');
  await press('Enter');
  await page.getByRole('menu').waitFor();
  const coming = page.waitForEvent('download');
  for (let step = 0; step < 8 && (await focused()).name !== 'Markdown (.md)'; step += 1)
    await press('ArrowDown');
  await press('Enter');
  expect(readFileSync(await (await coming).path(), 'utf8')).toContain('## ');
  await expect.poll(async () => (await focused()).name).toBe('Export the plan');
});

test('a deleted action hands the focus to its neighbour, and so does an undone one', async () => {
  await go(actionsAddress(project));
  const rows = page.locator('tbody tr');
  const before = await rows.count();
  const menu = rows.nth(1).getByRole('button').last();
  await menu.focus();
  const heard = await listen();
  await press('Enter');
  await page.getByRole('menuitem', { name: 'Remove' }).waitFor();
  await press('Enter');
  await expect.poll(() => rows.count()).toBe(before - 1);
  await expect.poll(() => page.evaluate(() => document.activeElement?.closest('tbody') !== null)).toBe(true);
  await expect
    .poll(async () => (await heard()).filter((text) => text.includes('removed')).length)
    .toBeGreaterThan(0);
  await press('Control+z');
  await expect.poll(() => rows.count()).toBe(before);
  await expect.poll(async () => (await heard()).filter((text) => text === 'Undone.')).toEqual(['Undone.']);
  await rows.nth(1).getByRole('button').last().focus();
  await press('Control+y');
  await expect.poll(() => rows.count()).toBe(before - 1);
  await expect.poll(() => page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
  await press('Control+z');
  await expect.poll(() => rows.count()).toBe(before);
});

test('what an answer causes is said once, and nothing is said at each key', async () => {
  await go(sectionAddress(small, 'routing', 'routing.nat'));
  const pool = page.locator('[id="question-routing.nat.er-pool"]').getByRole('textbox').first();
  await pool.focus();
  const heard = await listen();
  await press('Control+a');
  await page.keyboard.type('10.20.0.0/16', { delay: 30 });
  await expect
    .poll(async () =>
      JSON.stringify(
        (await callFrom(page, 'project.open', { project: small })).answers['routing.nat.er-pool'],
      ),
    )
    .toContain('10.20.0.0/16');
  await settled(page);
  const said = await heard();
  expect(said.length).toBeGreaterThan(0);
  expect(said.length).toBeLessThan(8);
  expect(new Set(said).size).toBe(said.length);
  await press('Control+a');
  await page.keyboard.type('abc', { delay: 30 });
  await expect
    .poll(async () => (await heard()).filter((text) => text.includes('abc')).length)
    .toBeGreaterThan(0);
  await settled(page);
  // One list, with the line that says that it is kept as a draft.
  expect((await heard()).filter((text) => text.includes('abc'))).toHaveLength(1);
});

test('a hint is there on the first visit and never again', async () => {
  const fresh = await app.open();
  const at = (address: string) => app.openAt(address, fresh.page);
  await fresh.page.evaluate(() => localStorage.clear());
  const hints = {
    'Answer what you know': sectionAddress(project, 'routing', 'routing.nat'),
    'Choose a flow': routeLabAddress(project),
    'The plan is written': planAddress(project),
  };
  const turnTo = (address: string) =>
    fresh.page.evaluate((next) => {
      location.hash = next;
    }, address);
  await at(projectsAddress);
  for (const [text, address] of Object.entries(hints)) {
    await turnTo(address);
    await fresh.page.getByText(text).waitFor();
    await settled(fresh.page);
  }
  await at(projectsAddress);
  for (const [text, address] of Object.entries(hints)) {
    const before = await fresh.page.getByRole('heading', { level: 1 }).textContent();
    await turnTo(address);
    await fresh.page.waitForFunction((old) => document.querySelector('h1')?.textContent !== old, before);
    expect(await fresh.page.getByText(text).count(), text).toBe(0);
  }
  await fresh.page.evaluate(() => localStorage.clear());
  await at(planAddress(project));
  await fresh.page.getByRole('button', { name: 'Put this hint away' }).press('Enter');
  await expect.poll(() => fresh.page.getByText('The plan is written').count()).toBe(0);
  await expect
    .poll(() => fresh.page.evaluate(() => document.activeElement?.closest('main') !== null))
    .toBe(true);
  await fresh.close();
});

test('nothing moves for whoever asks for stillness: no page, dialog, menu or notice', async () => {
  await go(actionsAddress(project));
  await page.evaluate(() => {
    const played: string[] = [];
    Object.assign(window, { played });
    const { animate } = Element.prototype;
    Element.prototype.animate = function (frames, options) {
      const { duration = 0 } = typeof options === 'object' ? options : { duration: options };
      if (Number(duration) > 50) played.push(`${this.className} ${duration}`);
      return animate.call(this, frames, options);
    };
  });
  const moving = () =>
    page.evaluate(() => {
      const seconds = (list: string) => Math.max(...list.split(',').map((one) => Number.parseFloat(one)));
      // By which a notice counts how long it stays: it shows nothing, and who asks for stillness needs the time as well.
      const shown = ':not([data-timer-status])';
      const still = [...document.querySelectorAll(shown)].flatMap((one) =>
        [undefined, '::before', '::after'].flatMap((part) => {
          const { transitionDuration, animationDuration, animationName } = getComputedStyle(one, part);
          const isMoving =
            seconds(transitionDuration) > 0.05 ||
            (animationName !== 'none' && seconds(animationDuration) > 0.05);
          return isMoving
            ? [`${one.tagName} ${one.className} ${transitionDuration} ${animationDuration}`]
            : [];
        }),
      );
      return [...still, ...(window as unknown as { played: string[] }).played];
    });
  expect(await moving()).toEqual([]);
  await page.locator('tbody tr').first().getByRole('button').last().press('Enter');
  await page.getByRole('menu').waitFor();
  expect(await moving()).toEqual([]);
  await press('Escape', '?');
  await page.getByRole('menu').waitFor({ state: 'detached' });
  await press('Control+k');
  await page.getByRole('dialog').waitFor();
  expect(await moving()).toEqual([]);
  await press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Export', exact: true }).press('Enter');
  await page.getByRole('menuitem', { name: /^Project file/ }).press('Enter');
  await page
    .getByText(/\.onramp/)
    .first()
    .waitFor();
  expect(await moving()).toEqual([]);
});

test('forced colours leave nothing to be guessed: focus, choices, lines of pictures and charts', async () => {
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
  /** Of the first element that is meant: how it stands out from what it stands on. */
  const paint = (selector: string) =>
    page.evaluate((wanted) => {
      const one = document.querySelector(wanted);
      if (!one) throw new Error(`nothing is ${wanted}`);
      const { backgroundColor, borderTopColor, borderTopStyle, outlineStyle, outlineColor } =
        getComputedStyle(one);
      return { backgroundColor, borderTopColor, borderTopStyle, outlineStyle, outlineColor };
    }, selector);
  await go(sectionAddress(small, 'routing', 'routing.nat'));
  const chosen = await paint('[role="radiogroup"] label:has(input:checked) span');
  expect(chosen.backgroundColor).not.toBe((await paint('article')).backgroundColor);
  expect((await paint('article')).borderTopStyle).toBe('solid');
  await page.locator('article textarea').first().focus();
  expect(await paint('article textarea:focus')).toMatchObject({ outlineStyle: 'solid' });
  await go(routeLabAddress(project));
  expect(await page.getByRole('region', { name: 'Picture' }).getByRole('img').isVisible()).toBe(true);
  await page.emulateMedia({ forcedColors: null, colorScheme: null });
});

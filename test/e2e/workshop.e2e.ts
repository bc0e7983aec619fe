/** A whole workshop in a real browser by keyboard alone: prepared, held, interrupted, ended, and looked back at. */
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { overviewAddress, presentAddress } from '../../renderer/frame/addresses.ts';
import type { ProjectView } from '../../shared/view.ts';
import { callFrom } from './helpers/calls.ts';
import { drivenApp } from './helpers/driven-app.ts';
import { accessibilityProblems, settled } from './helpers/open-page.ts';
import { inEveryTheme } from './helpers/themes.ts';

const app = drivenApp();
let project: string;

beforeAll(async () => {
  await callFrom(app.page, 'settings.set', { author: 'H. Meyer' });
  project = (await callFrom(app.page, 'project.create', { name: 'Contoso' })).id;
});

const view = (page: Page): Promise<ProjectView> => callFrom(page, 'project.open', { project });
const headingOf = (page: Page) => page.getByRole('heading', { level: 1 }).first();
const prompt = async (page: Page) => (await headingOf(page).textContent()) ?? '';

async function untilView(page: Page, holds: (now: ProjectView) => boolean): Promise<ProjectView> {
  for (let look = 0; look < 300; look += 1) {
    const now = await view(page);
    if (holds(now)) return now;
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(drawn)));
  }
  throw new Error(`never came to be: ${holds}`);
}

async function turned(page: Page, key: string): Promise<string> {
  const before = await prompt(page);
  await page.keyboard.press(key);
  await page.waitForFunction((old) => document.querySelector('h1')?.textContent !== old, before);
  return await prompt(page);
}

/** The place of everything that must not move. */
const places = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('h1, header, [role="group"], fieldset button')].map((one) => {
      const { top, left, height } = one.getBoundingClientRect();
      return [one.tagName, Math.round(top), Math.round(left), Math.round(height)].join(' ');
    }),
  );

describe('a workshop', () => {
  test('is prepared, held and ended without a mouse', async () => {
    const { page, problems } = app;
    await app.openAt(overviewAddress(project));
    await page.keyboard.press('Alt+p');
    await page.getByRole('button', { name: 'Start the workshop' }).waitFor();
    const proposed = (await view(page)).assessment.readiness.losses.length;
    const boxes = page.getByRole('listitem').getByRole('checkbox');
    expect(await boxes.count()).toBe(proposed);

    // A whole section is left for another day, and taken back.
    const section = page.getByRole('checkbox', { name: /^Go through: [^›]+ › / }).first();
    const taken = async () =>
      (await Promise.all((await boxes.all()).map((box) => box.isChecked()))).filter(Boolean);
    await section.press('Space');
    await expect.poll(async () => (await taken()).length).toBeLessThan(proposed);
    expect(await boxes.first().isChecked()).toBe(false);
    await section.press('Space');
    await expect.poll(async () => (await taken()).length).toBe(proposed);

    await page.getByRole('textbox', { name: 'Name of the person' }).focus();
    await page.keyboard.type('A. Dubois');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Network');
    await page.keyboard.press('Enter');
    await page.getByText('A. Dubois').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);

    // The first change gives the workshop an address of its own; keys pressed just then may find the page half way.
    await expect.poll(() => page.url()).not.toContain('/workshop/new');
    await settled(page);
    await page.getByRole('button', { name: 'Start the workshop' }).press('Enter');
    await page.getByText('Verdict so far').waitFor();
    await settled(page);
    const [id = ''] = Object.keys((await view(page)).workshops);
    const agenda = (await view(page)).workshops[id]?.agenda ?? [];
    expect(agenda).toHaveLength(proposed);
    expect((await view(page)).workshops[id]?.attendees).toEqual([{ name: 'A. Dubois', role: 'Network' }]);
    expect(await accessibilityProblems(page)).toEqual([]);

    // To a question with choices, and answer it by number.
    while ((await page.locator('fieldset button').count()) < 4) await turned(page, 'ArrowRight');
    const asked = await prompt(page);
    const before = await places(page);
    await page.keyboard.press('1');
    await page.locator('fieldset button[aria-pressed="true"]').waitFor();
    const answered = await untilView(page, ({ answers }) => Object.keys(answers).length === 1);
    const [question = ''] = Object.keys(answered.answers);
    expect(await places(page), 'nothing moves when an answer comes in').toEqual(before);

    await page.keyboard.press('n');
    await page.keyboard.type('Said by the provider');
    await page.keyboard.press('Enter');
    await untilView(page, ({ notes }) => notes[question] === 'Said by the provider');

    await page.keyboard.press('d');
    await page.keyboard.type('We keep it');
    for (let field = 0; field < 5; field += 1) {
      await page.keyboard.press('Tab');
      const label = await page.evaluate(() => document.activeElement?.closest('label')?.textContent ?? '');
      if (label.startsWith('Who would')) break;
    }
    await page.keyboard.type('K. Novak would not');
    await page.keyboard.press('Enter');
    const decided = await untilView(page, ({ decisions }) => Object.keys(decisions).length === 1);
    expect(Object.values(decided.decisions)[0]).toMatchObject({
      what: 'We keep it',
      dissent: 'K. Novak would not',
      who: 'H. Meyer',
      question,
    });

    await page.keyboard.press('p');
    await page.keyboard.type('Ask the data centre');
    // Nothing typed is lost by going back.
    await page.keyboard.press('Escape');
    await page.keyboard.press('p');
    await page.keyboard.press('Enter');
    await untilView(page, ({ parking }) => Object.values(parking)[0]?.text === 'Ask the data centre');

    // An owner for what nobody knows.
    await turned(page, 'ArrowRight');
    await page.keyboard.press('o');
    await page.keyboard.type('L. Brandt');
    await page.keyboard.press('Enter');
    const owned = await untilView(page, ({ actions }) =>
      Object.values(actions).some(({ owner }) => owner === 'L. Brandt'),
    );
    const unknown = Object.values(owned.actions)[0]?.question ?? '';
    expect(owned.answers[unknown]).toEqual({ state: 'unknown' });

    await turned(page, 's');
    await untilView(page, ({ workshops }) => workshops[id]?.agenda.some(({ skipped }) => skipped) === true);
    await page.keyboard.press('t');
    await page.getByText('Paused').waitFor();
    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });

    // Everything said here names the workshop.
    const history = await callFrom(page, 'project.history', { project });
    for (const { path, origin } of history)
      if (/^(?:answer|note|decision|parking|action)\//.test(path))
        expect(origin, path).toEqual({ kind: 'workshop', ref: id });

    // Interrupted: the browser is closed as it stands, and another goes on where it was.
    const here = await prompt(page);
    expect(here).not.toBe(asked);
    await app.openAt(presentAddress(project, id));
    expect(await prompt(page)).toBe(here);

    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Go on' }).waitFor();
    await page.keyboard.press('Alt+p');
    await page.getByText('Verdict so far').waitFor();
    await settled(page);
    await page.keyboard.press('e');
    await page.getByRole('button', { name: 'End the workshop' }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('What was decided').first().waitFor();
    await page.getByText('K. Novak would not').waitFor();
    await page.getByText('L. Brandt').first().waitFor();
    await page.getByText('Ask the data centre').waitFor();
    expect((await view(page)).workshops[id]?.ended).toBeDefined();
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(problems).toEqual([]);
  });

  const sizes = [
    [1024, 700],
    [1440, 900],
    [1920, 1080],
  ] as const;
  test.each(sizes)(
    'fits a screen of %i by %i in every theme, and is read from afar',
    async (width, height) => {
      const { page, problems, close } = await app.open({ viewport: { width, height } });
      const sample = (await callFrom(page, 'project.sample', {})).id;
      const agenda = ['routing.nat.other-services', 'peering.parameters.list', 'scope.services.used'].map(
        (question) => ({ question, seconds: 120 }),
      );
      const plan = { name: 'Design', day: '2026-11-30', attendees: [], agenda };
      await callFrom(page, 'workshop.start', { project: sample, id: `${width}`, plan });
      await app.openAt(presentAddress(sample, `${width}`), page);
      for (let place = 0; place < agenda.length; place += 1) {
        await page.locator('main header').waitFor();
        await inEveryTheme(page, async (theme) => {
          const [bottom, overflow, size] = await page.evaluate(() => [
            document.querySelector('main header')?.parentElement?.getBoundingClientRect().bottom ?? 0,
            document.documentElement.scrollWidth - window.innerWidth,
            Number.parseFloat(getComputedStyle(document.querySelector('h1') as Element).fontSize),
          ]);
          expect([bottom, overflow], theme).toEqual([height, 0]);
          if (width === 1920) expect(size).toBeGreaterThanOrEqual(48);
        });
        await turned(page, 'ArrowRight');
      }
      expect(problems).toEqual([]);
      await close();
    },
  );
});

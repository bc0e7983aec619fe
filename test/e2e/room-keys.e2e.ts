/** Every key of the room that presents a workshop, by itself: what it does, what it does not do while somebody types, and what the list of keys says. */
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { presentAddress } from '../../renderer/frame/addresses.ts';
import type { ProjectView } from '../../shared/view.ts';
import { callFrom } from './helpers/calls.ts';
import { drivenApp } from './helpers/driven-app.ts';

const app = drivenApp();
const workshop = 'room';
/** One to type, one to choose, a table, several to choose, and one more to choose. */
const agenda = [
  'justification.reason.requirement',
  'routing.nat.other-services',
  'peering.parameters.list',
  'scope.services.used',
  'client.steering.method',
];
let page: Page;
let project: string;

beforeAll(async () => {
  ({ page } = app);
  project = (await callFrom(page, 'project.sample', {})).id;
  const plan = {
    name: 'Design day',
    day: '2026-11-30',
    attendees: [],
    agenda: agenda.map((question) => ({ question, seconds: 60 })),
  };
  await callFrom(page, 'workshop.start', { project, id: workshop, plan });
  await app.openAt(presentAddress(project, workshop));
});

async function key(...pressed: string[]): Promise<void> {
  for (const one of pressed) await page.keyboard.press(one);
}

const view = (): Promise<ProjectView> => callFrom(page, 'project.open', { project });
const answerOf = async (question: string) => (await view()).answers[question];
const onQuestion = () => expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
const place = () =>
  page
    .locator('main header')
    .getByText(/^\d+ of \d+$/)
    .textContent();
const dialog = () => page.getByRole('dialog');

async function goTo(question: string): Promise<void> {
  for (let step = 0; step < 6; step += 1) await key('ArrowLeft');
  for (let step = 0; step < agenda.indexOf(question); step += 1) await key('ArrowRight');
  await expect.poll(place).toBe(`${agenda.indexOf(question) + 1} of ${agenda.length}`);
  await onQuestion();
}

test('digits answer, by their place also where they take the shift key, and once however long they are held', async () => {
  await goTo('client.steering.method');
  const chosen = () => page.locator('fieldset button[aria-pressed="true"]');
  for (const digit of ['1', '2', '3', '4']) {
    const label = await page
      .locator('fieldset button')
      .nth(Number(digit) - 1)
      .textContent();
    await key(digit);
    await expect.poll(() => chosen().allTextContents()).toEqual([label]);
    await page
      .getByRole('status')
      .getByText(`Answer: ${label?.replace(/^\d/, '')}`, { exact: true })
      .waitFor();
  }
  const press = (init: { key: string; code: string; repeat?: true }) =>
    page.evaluate(
      (event) =>
        document.activeElement?.dispatchEvent(
          new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...event }),
        ),
      init,
    );
  // A French keyboard.
  await press({ key: '&', code: 'Digit1' });
  await expect
    .poll(() => chosen().allTextContents())
    .toEqual([await page.locator('fieldset button').first().textContent()]);
  await goTo('scope.services.used');
  const before = await chosen().count();
  await key('1');
  await press({ key: '1', code: 'Digit1', repeat: true });
  await expect.poll(() => chosen().count()).not.toBe(before);
  await onQuestion();
});

test('the arrows go along the answers, also to those beyond the tenth, and Enter takes one', async () => {
  await goTo('scope.services.used');
  const choices = page.locator('fieldset button');
  const at = () => page.evaluate(() => document.activeElement?.textContent);
  const texts = await choices.allTextContents();
  const beyond = texts.findIndex((text) => text.includes('Azure services with public addresses'));
  expect(beyond, 'no digit leads there').toBeGreaterThan(9);
  await key('ArrowUp');
  await expect.poll(at).toBe(texts.at(-1));
  for (let step = texts.length - 1; step > beyond; step -= 1) await key('ArrowUp');
  await expect.poll(at).toBe(texts[beyond]);
  const isChosen = () => choices.nth(beyond).getAttribute('aria-pressed');
  const before = await isChosen();
  await key('Enter');
  await expect.poll(isChosen).toBe(before === 'true' ? 'false' : 'true');
  // Digits and letters do what they did.
  await key('ArrowDown', 'Enter');
  await expect.poll(async () => (await answerOf('scope.services.used'))?.state).toBe('unknown');
  await key('1');
  await expect.poll(() => choices.first().getAttribute('aria-pressed')).toBe('true');
  for (let step = beyond + 1; step >= 0; step -= 1) await key('ArrowUp');
  await onQuestion();
  await key('Control+z', 'Control+z', 'Control+z');
});

test('"not applicable" asks why by number, and Escape goes back to the question as it was', async () => {
  await goTo('client.steering.method');
  const said = await answerOf('client.steering.method');
  const places = await page.locator('fieldset button').allTextContents();
  const digit = String(places.findIndex((text) => text.includes('Not applicable')) + 1);
  await key(digit);
  await page.getByRole('group', { name: 'Why does it not apply?' }).waitFor();
  await key('Escape');
  await onQuestion();
  expect(await answerOf('client.steering.method')).toEqual(said);
  await key(digit, '1');
  await expect
    .poll(() => answerOf('client.steering.method'))
    .toEqual({ state: 'notApplicable', reason: 'outOfScope' });
  await onQuestion();
  await key('Control+z');
  await expect.poll(() => answerOf('client.steering.method')).toEqual(said);
  await page.getByRole('status').getByText('Undone.', { exact: true }).waitFor();
});

test('Enter goes into the field and Escape out of it; what is typed there is text and no command', async () => {
  await goTo('justification.reason.requirement');
  const heading = await page.getByRole('heading', { level: 1 }).textContent();
  await key('Enter');
  await page.keyboard.type('1 nodpwstaef?');
  await key('ArrowLeft', 'ArrowRight');
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(heading);
  expect(await dialog().count()).toBe(0);
  await key('Escape');
  await onQuestion();
  await expect
    .poll(async () => JSON.stringify(await answerOf('justification.reason.requirement')))
    .toContain('1 nodpwstaef?');
  await goTo('peering.parameters.list');
  await key('Enter');
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('gridcell');
  // A row's menu has keys of its own.
  await key('Shift+F10');
  await page.getByRole('menu').waitFor();
  await key('ArrowDown', 'Escape');
  await page.getByRole('menu').waitFor({ state: 'detached' });
  expect(page.url()).toContain('/present');
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.closest('[role="grid"]') !== null))
    .toBe(true);
  await key('Escape');
  await onQuestion();
});

test.each([
  ['n', 'Note on this question'],
  ['o', 'Who finds out'],
  ['d', 'What was decided'],
  ['p', 'For the parking lot'],
])(
  '%s opens its form, where letters and digits are text, and keeps what was typed when left',
  async (letter, label) => {
    await goTo('routing.nat.other-services');
    const said = await answerOf('routing.nat.other-services');
    await key(letter);
    const form = page.getByRole('form', { name: label });
    await form.waitFor();
    const typed = `1 ${letter} why?`;
    await key('Control+a');
    await page.keyboard.type(typed);
    // From its button a digit is no answer to the question behind the form.
    await form.getByRole('button', { name: 'Keep' }).focus();
    await key('1', 'd');
    await key('Escape');
    await form.waitFor({ state: 'detached' });
    await onQuestion();
    expect(await answerOf('routing.nat.other-services')).toEqual(said);
    await key(letter);
    await form.waitFor();
    const values = await form
      .locator('input, textarea')
      .evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value));
    expect(values).toContain(typed);
    await key('Enter');
    await form.waitFor({ state: 'detached' });
    await onQuestion();
    await expect
      .poll(async () =>
        JSON.stringify([
          (await view()).notes,
          (await view()).actions,
          (await view()).decisions,
          (await view()).parking,
        ]),
      )
      .toContain(typed);
  },
);

test('Shift and Enter begin a new line in a note', async () => {
  await goTo('client.steering.method');
  await key('n', 'Control+a');
  await page.keyboard.type('First');
  await key('Shift+Enter');
  await page.keyboard.type('second');
  await key('Enter');
  await expect.poll(async () => (await view()).notes['client.steering.method']).toBe('First\nsecond');
});

test('W says why and takes it away, T stops the clock and starts it, S skips, A goes there by arrows, F fills the screen', async () => {
  await goTo('routing.nat.other-services');
  const why = page.getByRole('region', { name: 'Why it matters' });
  await key('w');
  await why.waitFor();
  await key('w');
  await why.waitFor({ state: 'detached' });
  await key('t');
  await page.getByText('Paused', { exact: true }).waitFor();
  await key('t');
  await page.getByText('Paused', { exact: true }).waitFor({ state: 'detached' });
  await key('f');
  await expect.poll(() => page.evaluate(() => document.fullscreenElement !== null)).toBe(true);
  await key('f');
  await expect.poll(() => page.evaluate(() => document.fullscreenElement)).toBe(null);
  expect(page.url()).toContain('/present');

  const isSkipped = async () =>
    (await view()).workshops[workshop]?.agenda.some(({ skipped }) => skipped) === true;
  await key('s');
  await expect.poll(isSkipped).toBe(true);
  await expect.poll(place).toBe('3 of 5');
  await page.getByText('Skipped.', { exact: true }).first().waitFor();
  await key('ArrowLeft');
  await expect.poll(place).toBe('1 of 5');
  await key('a');
  await dialog().waitFor();
  const current = () => page.evaluate(() => document.activeElement?.getAttribute('aria-current'));
  await expect.poll(current).toBe('step');
  await key('ArrowDown', 'Enter');
  await dialog().waitFor({ state: 'detached' });
  await expect.poll(place).toBe('2 of 5');
  await onQuestion();
  await key('s');
  await expect.poll(isSkipped).toBe(false);
});

test('the list of keys names every key of the strip and no other, and single keys can be switched off', async () => {
  await goTo('routing.nat.other-services');
  const strip = await page
    .locator('main')
    .getByRole('button')
    .filter({ has: page.locator('[aria-hidden="true"]') })
    .evaluateAll((buttons) =>
      buttons
        .filter((button) => !button.closest('fieldset'))
        .map((button) => button.firstElementChild?.textContent ?? ''),
    );
  await key('?');
  await dialog().waitFor();
  const listed = await dialog().locator('kbd').allTextContents();
  expect(listed).toEqual(['1 – 9, 0', '↑ ↓', 'Enter', 'Shift Enter', ...strip.slice(0, -1), 'Esc', 'Ctrl Z']);
  expect(strip).toEqual(['N', 'O', 'D', 'P', 'W', 'S', 'T', 'A', 'E', 'F', '?', '←', '→', 'Esc']);
  const single = dialog().getByRole('checkbox', { name: /Single keys/ });
  await single.focus();
  await key('Space', 'Escape');
  await dialog().waitFor({ state: 'detached' });
  const said = await answerOf('routing.nat.other-services');
  await onQuestion();
  await key('1', '2', 'n', 'd', 's');
  expect(await page.getByRole('form').count()).toBe(0);
  await expect.poll(place).toBe('2 of 5');
  expect(await answerOf('routing.nat.other-services')).toEqual(said);
  await page.getByRole('button', { name: 'Keys' }).focus();
  await key('Enter');
  await dialog().waitFor();
  await single.focus();
  await key('Space', 'Escape');
  await dialog().waitFor({ state: 'detached' });
});

test('E asks before it ends, Escape goes on, and after the last question the screen says what Enter does', async () => {
  await goTo('client.steering.method');
  await key('e');
  await page.getByRole('group', { name: 'End the workshop?' }).waitFor();
  await key('1', 'Escape');
  await onQuestion();
  expect((await view()).workshops[workshop]?.ended).toBeUndefined();
  await key('ArrowRight');
  await page.getByRole('heading', { level: 1, name: 'That was the last question on the agenda' }).waitFor();
  await page.getByText('Enter ends it and shows what came of it.').waitFor();
  await key('ArrowLeft');
  await expect.poll(place).toBe('5 of 5');
  await key('Escape');
  await page.waitForURL((url) => !url.href.includes('/present'));
  expect(app.problems).toEqual([]);
});

test('what follows from an answer is seen to its end, on each projector and in both languages', async () => {
  const side = page.getByRole('group', { name: /^(Verdict so far|Urteil bisher)$/ });
  const projectors = [
    { width: 1024, height: 768 },
    { width: 1280, height: 720 },
    { width: 1920, height: 1080 },
  ];
  for (const language of ['en', 'de'] as const) {
    await callFrom(page, 'settings.set', { language });
    await app.openAt(presentAddress(project, workshop));
    const { sentence } = (await view()).assessment.verdict;
    for (const question of agenda) {
      if (question !== agenda[0]) await key('ArrowRight');
      for (const size of projectors) {
        await page.setViewportSize(size);
        await expect
          .poll(() => side.evaluate((panel) => panel.scrollHeight - panel.clientHeight), {
            message: `${question} in ${language} at ${size.width}`,
          })
          .toBe(0);
        expect(await side.textContent()).toContain(sentence);
      }
    }
  }
});

/** The wizard in a real browser: what is said is saved, judged beside the answer, and never lost. */
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  checklistAddress,
  overviewAddress,
  questionAddress,
  sectionAddress,
} from '../../renderer/frame/addresses.ts';
import { content } from '../../shared/content/content.ts';
import { wordsOf } from '../../shared/content/words.ts';
import type { ProjectView } from '../../shared/view.ts';
import { callFrom } from './helpers/calls.ts';
import { drivenApp } from './helpers/driven-app.ts';
import { accessibilityProblems } from './helpers/open-page.ts';

const app = drivenApp();
const words = wordsOf('en');
let page: Page;
let project: string;

beforeAll(async () => {
  ({ page } = app);
  await callFrom(page, 'settings.set', { author: 'H. Meyer' });
  project = (await callFrom(page, 'project.create', { name: 'Contoso' })).id;
  await say('scope.today.stage', 'designing');
  await say('scope.sites.spread', 'one-site');
});

const say = (question: string, value: string) =>
  callFrom(page, 'answer.set', { project, question, answer: { state: 'answered', value } });
const stored = (): Promise<ProjectView> => callFrom(page, 'project.open', { project });
const card = (question: string) => page.locator(`[id="question-${question}"]`);
const go = async (question: string) => {
  await app.goTo(questionAddress(project, { question }));
  await card(question).waitFor();
};
const saved = () => page.getByRole('status').filter({ hasText: 'Saved' }).waitFor();
const storedSoon = async (holds: (view: ProjectView) => boolean) =>
  expect.poll(async () => holds(await stored())).toBe(true);

const pool = 'routing.nat.er-pool';
const who = 'routing.nat.who';

describe('an answer', () => {
  test('that is chosen is saved at once and is there after a reload', async () => {
    await go(who);
    await card(who)
      .getByRole('radio', { name: words.questions[who]?.options?.['we-do'] ?? '' })
      .check();
    await saved();
    await page.reload();
    expect(await card(who).getByRole('radio').first().isChecked()).toBe(true);
    expect(app.problems).toEqual([]);
  });

  test('that is not valid keeps what was typed, says which line and why, and is a draft', async () => {
    await go(pool);
    const field = card(pool).getByRole('textbox').first();
    await field.fill('203.0.113.0/27\n203.0.113.77/27\nabc');
    await card(pool).getByText('Line 2:').waitFor();
    await card(pool).getByText('Line 3:').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await storedSoon((view) => view.answers[pool]?.state === 'draft');
    await page.reload();
    expect(await field.inputValue()).toBe('203.0.113.0/27\n203.0.113.77/27\nabc');
    await card(pool).getByText('Line 2:').waitFor();
    await field.fill('203.0.113.0/27, 198.51.100.64/28');
    await field.blur();
    await expect.poll(() => field.inputValue()).toBe('203.0.113.0/27\n198.51.100.64/28');
    await card(pool).getByText('Line 2:').waitFor({ state: 'detached' });
  });

  test('undo brings back what stood there before, redo takes it away again', async () => {
    await go(pool);
    const field = card(pool).getByRole('textbox').first();
    await field.fill('192.0.2.0/28');
    await storedSoon((view) => JSON.stringify(view.answers[pool]).includes('192.0.2.0/28'));
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await expect.poll(() => field.inputValue()).toBe('203.0.113.0/27\n198.51.100.64/28');
    await page.getByRole('button', { name: 'Redo', exact: true }).click();
    await expect.poll(() => field.inputValue()).toBe('192.0.2.0/28');
  });

  test('"don\'t know yet" becomes an action with an owner and a day, and knowing closes it', async () => {
    await go(who);
    await card(who).getByRole('radio', { name: 'Don’t know yet' }).check();
    await card(who).getByRole('textbox', { name: 'Who finds out' }).fill('Network team');
    await card(who).getByLabel('By when').fill('2027-01-15');
    await storedSoon((view) => {
      const action = view.actions[`question:${who}`];
      return action?.owner === 'Network team' && action.due === '2027-01-15' && action.status === 'open';
    });
    await card(who)
      .getByRole('radio', { name: words.questions[who]?.options?.['we-do'] ?? '' })
      .check();
    await storedSoon((view) => view.actions[`question:${who}`]?.status === 'done');
  });

  test('"not applicable" asks why and is said once there is a reason', async () => {
    await go(who);
    await card(who).getByRole('radio', { name: 'Not applicable' }).check();
    await card(who).getByText('Choose why; it is saved then.').waitFor();
    // What was said before is gone, and nothing else is said until there is a reason.
    await storedSoon((view) => view.answers[who] === undefined);
    await card(who).getByRole('radio', { name: 'Architecture constraint' }).check();
    await storedSoon((view) => view.answers[who]?.state === 'notApplicable');
    await card(who).getByRole('button', { name: 'Clear the answer' }).click();
    await storedSoon((view) => view.answers[who] === undefined);
  });

  test('is confirmed by name, alone and together with its section', async () => {
    await go(pool);
    await card(pool).getByRole('button', { name: 'Confirm', exact: true }).click();
    await card(pool)
      .getByText(/Confirmed by H. Meyer on \d{4}-\d{2}-\d{2}/)
      .waitFor();
    await card(pool).getByRole('button', { name: 'Take back' }).click();
    await page.getByRole('button', { name: /^Confirm (the|all)/ }).click();
    await card(pool)
      .getByText(/Confirmed by H. Meyer/)
      .waitFor();
  });

  test('is confirmed under a name: whoever put that question off is asked at the first confirmation', async () => {
    await callFrom(page, 'settings.set', { author: '' });
    await say(who, 'we-do');
    await app.openAt(overviewAddress(project));
    await page.getByRole('button', { name: 'Later' }).click();
    await go(who);
    await page.reload();
    const confirm = card(who).getByRole('button', { name: 'Confirm', exact: true });
    await confirm.waitFor();
    expect(await page.getByRole('button', { name: 'Later' }).count()).toBe(0);
    await confirm.click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Confirm' }).click();
    await dialog.getByText('A confirmation needs a name.').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect((await stored()).reviews[who]).toBeUndefined();
    await confirm.click();
    await dialog.getByRole('textbox', { name: 'Your name' }).fill('H. Meyer');
    await page.keyboard.press('Enter');
    await card(who)
      .getByText(/Confirmed by H. Meyer/)
      .waitFor();
    expect((await callFrom(page, 'settings.get', {})).author).toBe('H. Meyer');
    // By keyboard it is taken back from where it was given.
    await card(who).getByRole('button', { name: 'Take back' }).focus();
    await page.keyboard.press('Enter');
    await confirm.waitFor();
    expect(await confirm.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  test('that is not valid cannot be confirmed, and the card says so', async () => {
    await go(pool);
    const field = card(pool).getByRole('textbox').first();
    const before = await field.inputValue();
    await field.fill('abc');
    await card(pool).getByText('To confirm once it is complete and valid').waitFor();
    expect(await card(pool).getByRole('button', { name: 'Confirm', exact: true }).count()).toBe(0);
    await field.fill(before);
    await card(pool).getByRole('button', { name: 'Confirm', exact: true }).waitFor();
  });

  test('keeps a note and evidence beside it', async () => {
    await go(pool);
    await card(pool).getByRole('button', { name: 'Add a note' }).click();
    await card(pool).getByRole('textbox', { name: 'Note' }).fill('From the provider, by mail');
    await storedSoon((view) => view.notes[pool] === 'From the provider, by mail');
    await card(pool).getByRole('button', { name: 'Add evidence' }).click();
    const bytes = Buffer.from('show ip nat pool');
    await card(pool)
      .locator('input[type="file"]')
      .setInputFiles({ name: 'nat.txt', mimeType: 'text/plain', buffer: bytes });
    await card(pool).getByRole('button', { name: '1 piece of evidence' }).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    const download = page.waitForEvent('download');
    await card(pool).getByRole('button', { name: 'Save a copy of nat.txt' }).click();
    expect((await download).suggestedFilename()).toBe('nat.txt');
    await card(pool).getByRole('button', { name: 'Remove nat.txt' }).click();
    await card(pool).getByRole('button', { name: 'Add evidence' }).waitFor();
    expect(app.problems).toEqual([]);
  });
});

describe('every kind of answer', () => {
  const ask = (kind: string) => {
    const visible = (view: ProjectView) => view.assessment.visible;
    return stored().then((view) => {
      const id = visible(view).find((one) => content.questions.get(one)?.kind === kind);
      if (id === undefined) throw new Error(`no question of kind ${kind} is asked`);
      return id;
    });
  };
  const answerOf = async (question: string) => (await stored()).answers[question];

  test.each([
    { kind: 'number', wrong: 'a few', right: '12', value: 12 },
    {
      kind: 'hosts',
      wrong: 'not a host',
      right: 'Contoso.crm4.dynamics.com, *.Dynamics.com',
      value: ['contoso.crm4.dynamics.com', '*.dynamics.com'],
    },
    { kind: 'text', wrong: undefined, right: 'As the clause says', value: 'As the clause says' },
  ])('$kind: typed, kept when wrong, understood when right', async ({ kind, wrong, right, value }) => {
    const question = await ask(kind);
    await go(question);
    const field = card(question).getByRole('textbox').first();
    if (wrong !== undefined) {
      await field.fill(wrong);
      await expect.poll(async () => (await answerOf(question))?.state).toBe('draft');
      expect(await field.getAttribute('aria-invalid')).toBe('true');
    }
    await field.fill(right);
    await expect.poll(() => answerOf(question)).toEqual({ state: 'answered', value });
    await expect.poll(() => field.getAttribute('aria-invalid')).toBe('false');
    await field.fill('');
    await expect.poll(() => answerOf(question)).toBeUndefined();
  });

  test('date: picked', async () => {
    const question = await ask('date');
    await go(question);
    await card(question).locator('input[type="date"]').fill('2027-03-01');
    await expect.poll(() => answerOf(question)).toEqual({ state: 'answered', value: '2027-03-01' });
  });

  test('several choices: kept in the order of the list, and none of them is no answer', async () => {
    const question = await ask('multiple');
    await go(question);
    const boxes = card(question).getByRole('checkbox');
    await boxes.nth(1).check();
    await boxes.nth(0).check();
    const [first, second] = content.questions.get(question)?.options ?? [];
    await expect.poll(() => answerOf(question)).toEqual({ state: 'answered', value: [first, second] });
    await boxes.nth(0).uncheck();
    await boxes.nth(1).uncheck();
    await expect.poll(() => answerOf(question)).toBeUndefined();
  });

  test('yes and no: by a click, and taken back', async () => {
    const question = await ask('yesNo');
    await go(question);
    await card(question).getByRole('radio', { name: 'Yes', exact: true }).check();
    await expect.poll(() => answerOf(question)).toEqual({ state: 'answered', value: 'yes' });
    await card(question).getByRole('button', { name: 'Clear the answer' }).click();
    await expect.poll(() => answerOf(question)).toBeUndefined();
    expect(app.problems).toEqual([]);
  });
});

describe('nothing typed is lost', () => {
  test('when one leaves the section before the pause is over', async () => {
    await go(pool);
    await card(pool).getByRole('textbox').first().fill('192.0.2.32/28');
    await page.keyboard.press('Alt+ArrowRight');
    await storedSoon((view) => JSON.stringify(view.answers[pool]).includes('192.0.2.32/28'));
  });

  test('when the page is reloaded before the pause is over', async () => {
    await go(pool);
    await card(pool).getByRole('textbox').first().fill('192.0.2.48/28');
    await page.reload();
    await storedSoon((view) => JSON.stringify(view.answers[pool]).includes('192.0.2.48/28'));
  });

  test('when Onramp is gone: the form keeps the text, says so, and saves it when Onramp is back', async () => {
    await go(pool);
    const field = card(pool).getByRole('textbox').first();
    await page.route('**/api/call', (route) => route.abort());
    await field.fill('192.0.2.64/28');
    await page.getByText('Not saved: Onramp does not answer').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    // Leaving and coming back shows what was typed, not what the store has.
    await page.keyboard.press('Alt+ArrowRight');
    await card(pool).waitFor({ state: 'detached' });
    await page.keyboard.press('Alt+ArrowLeft');
    expect(await field.inputValue()).toBe('192.0.2.64/28');
    await page.unroute('**/api/call');
    await page.getByRole('button', { name: 'Try again' }).click();
    await saved();
    await storedSoon((view) => JSON.stringify(view.answers[pool]).includes('192.0.2.64/28'));
    app.problems.length = 0;
  });

  test('when the window is closed while Onramp is gone: it is sent when the project is opened again', async () => {
    await go(pool);
    await page.route('**/api/call', (route) => route.abort());
    await card(pool).getByRole('textbox').first().fill('192.0.2.80/28');
    await page.getByText('Not saved: Onramp does not answer').waitFor();
    page.once('dialog', (dialog) => void dialog.accept());
    await page.goto('about:blank');
    await page.unroute('**/api/call');
    await go(pool);
    await storedSoon((view) => JSON.stringify(view.answers[pool]).includes('192.0.2.80/28'));
    await expect.poll(() => card(pool).getByRole('textbox').first().inputValue()).toBe('192.0.2.80/28');
    app.problems.length = 0;
  });
});

describe('by keyboard', () => {
  test('from the first section to the last with Alt+Right, the focus on each title', async () => {
    const first = content.checklists[0]?.sections[0];
    await app.goTo(sectionAddress(project, 'scope', first?.id ?? ''));
    const seen = new Set<string>();
    for (let step = 0; step < 60; step += 1) {
      const title = (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';
      if (title === 'Findings') break;
      seen.add(title);
      await page.keyboard.press('Alt+ArrowRight');
      await page.waitForFunction((before) => document.querySelector('h1')?.textContent !== before, title);
      await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    }
    expect(seen.size).toBeGreaterThan(5);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Findings');
    await page.goBack();
    expect(app.problems).toEqual([]);
  });

  test('every question of a section is reached with Tab and answered with the arrow keys', async () => {
    await go('routing.nat.er-pool');
    await page.getByRole('heading', { level: 1 }).focus();
    const reached = new Set<string>();
    for (let step = 0; step < 120; step += 1) {
      await page.keyboard.press('Tab');
      const at = await page.evaluate(() => document.activeElement?.closest('article')?.id ?? '');
      if (at) reached.add(at);
      if (await page.evaluate(() => document.activeElement?.textContent?.startsWith('Next: ') ?? false))
        break;
    }
    const asked = await page.getByRole('article').evaluateAll((cards) => cards.map((one) => one.id));
    expect([...reached].sort()).toEqual(asked.sort());
    await card(who).getByRole('radio').first().focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    await storedSoon((view) => view.answers[who]?.state === 'answered');
  });

  test('a question is found by its words', async () => {
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Search or run a command' }).fill('translates addresses');
    await page.keyboard.press('Enter');
    await card(who).waitFor();
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.closest('article')?.id))
      .toBe(`question-${who}`);
  });
});

describe('how far one is', () => {
  test('is said in the same words in the rail, on the checklist page and at the foot of a section', async () => {
    const section = content.sections.get('justification.decision');
    if (!section) throw new Error('the section is gone');
    for (const question of section.questions) await say(question, '2027-03-01');
    const { visible } = (await stored()).assessment;
    const toConfirm = section.questions.filter((id) => visible.includes(id)).length;
    expect(toConfirm).toBeGreaterThan(1);
    await app.openAt(checklistAddress(project, 'justification'));
    const row = page
      .getByRole('list', { name: 'Sections' })
      .getByRole('link', { name: words.sections['justification.decision']?.title ?? '' });
    await row.getByText(`${toConfirm} to confirm`).waitFor();
    await row.click();
    await page.getByText(`This section: ${toConfirm} to confirm`).waitFor();
    await page.getByRole('button', { name: /^Confirm all/ }).click();
    await page.getByText('This section: done').waitFor();
    const { checklists } = (await stored()).assessment.readiness;
    const left = checklists.find((one) => one.checklist === 'justification')?.open;
    await page
      .getByRole('navigation', { name: 'Pages' })
      .getByRole('link', { name: `Justification ${left} open` })
      .waitFor();
    await page.goBack();
    await row.getByText('done', { exact: true }).waitFor();
  });

  test('the explanations name the question they speak of: the focused one, else the one at the top', async () => {
    const section = content.sections.get('routing.nat');
    await app.goTo(sectionAddress(project, 'routing', section?.id ?? ''));
    const show = page.getByRole('button', { name: 'Show the explanations' });
    await page.getByRole('article').first().waitFor();
    if ((await show.count()) > 0) await show.click();
    const spokenOf = page
      .getByRole('complementary', { name: 'About this question' })
      .getByRole('heading', { level: 2 })
      .first();
    const promptOf = async (index: number) =>
      (
        (await page.getByRole('article').nth(index).getByRole('heading', { level: 2 }).textContent()) ?? ''
      ).trim();
    const last = (await page.getByRole('article').count()) - 1;
    await expect.poll(() => spokenOf.textContent()).toBe(await promptOf(0));
    await page.locator('main').evaluate((main) => main.scrollTo(0, main.scrollHeight));
    await expect.poll(() => spokenOf.textContent()).not.toBe(await promptOf(0));
    await page.getByRole('article').nth(last).locator('input, textarea').first().focus();
    await expect.poll(() => spokenOf.textContent()).toBe(await promptOf(last));
    await page.locator('main').evaluate((main) => main.scrollTo(0, 0));
    await expect.poll(() => spokenOf.textContent()).toBe(await promptOf(0));
  });
});

describe('what the answers say', () => {
  test('stands beside the answer, on the Findings page and in the overview, and is accepted by name', async () => {
    const site = (order: number, name: string) => ({
      id: `site-${order}`,
      value: { order, cells: { name, kind: 'office' } },
    });
    await callFrom(page, 'row.paste', { project, table: 'sites', rows: [site(1, 'Lyon'), site(2, 'Paris')] });
    await page.reload();
    await go('scope.sites.spread');
    const [finding] = (await stored()).assessment.findings.filter((one) =>
      one.from.some((origin) => origin.question === 'scope.sites.spread'),
    );
    expect(finding).toBeDefined();
    const title = finding?.title.replaceAll('`', '') ?? '';
    await card('scope.sites.spread').getByText(title).waitFor();

    await page.getByRole('link', { name: /^Findings/ }).click();
    const entry = page.getByRole('listitem').filter({ hasText: title }).first();
    await entry.getByRole('button', { name: 'Accept…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Accept this finding' }).click();
    await dialog.getByText('Say why it can stay.').waitFor();
    await dialog.getByRole('textbox', { name: 'Reason' }).fill('The second site closes in March');
    expect(await dialog.getByRole('textbox', { name: 'Who accepts it' }).inputValue()).toBe('H. Meyer');
    expect(await accessibilityProblems(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Accept this finding' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await page.getByText(title).count()).toBe(0);
    await page.getByRole('radio', { name: 'Accepted' }).check();
    await page.getByText('The second site closes in March').waitFor();
    await page.getByRole('button', { name: 'Open again' }).click();
    expect(app.problems).toEqual([]);
  });

  test('coming back to the project leads on where one left', async () => {
    await go(pool);
    await card(pool).getByRole('textbox').first().focus();
    await page.getByRole('link', { name: 'Overview' }).click();
    await page.getByRole('button', { name: /^Continue: / }).click();
    await card(pool).waitFor();
  });
});

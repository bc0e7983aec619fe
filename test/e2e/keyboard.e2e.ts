/** A project from its first key to its last question without a mouse: nobody is caught, lost or left out. */
import type { Page, Request } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { questionState } from '../../shared/assess/question-state.ts';
import { content, type Question } from '../../shared/content/content.ts';
import type { FieldSpec } from '../../shared/content/field.ts';
import { type Column, columnsOf, type TableId } from '../../shared/content/tables.ts';
import { wordsOf } from '../../shared/content/words.ts';
import { callFrom } from './helpers/calls.ts';
import { drivenApp } from './helpers/driven-app.ts';

const app = drivenApp();
let page: Page;
let saving = 0;

beforeAll(async () => {
  ({ page } = app);
  const count = (by: number) => (request: Request) => {
    if (request.url().endsWith('/api/call')) saving += by;
  };
  page.on('request', count(1)).on('requestfinished', count(-1)).on('requestfailed', count(-1));
});

/** What has the focus: what it is, what it says, and where it stands. */
type Place = {
  /** Tells elements apart. */
  id: string;
  tag: string;
  kind: string;
  text: string;
  question: string | undefined;
  group: string;
  column: number | undefined;
  /** Whether anything of its group is. */
  chosen: boolean;
  ticked: boolean;
  atFoot: boolean;
};

/** Presses a key and looks where the focus is then. */
async function press(key: string): Promise<Place> {
  await page.keyboard.press(key);
  return focused();
}

function focused(): Promise<Place> {
  return page.evaluate(() => {
    const at = document.activeElement as HTMLElement;
    at.dataset.met ??= crypto.randomUUID();
    const column = at.closest<HTMLElement>('[data-column]')?.dataset.column;
    const group = at.closest('[role="radiogroup"], [role="group"]');
    return {
      id: at.dataset.met,
      tag: at.tagName,
      kind: at.getAttribute('role') ?? (at as HTMLInputElement).type ?? '',
      text: (at.textContent || at.getAttribute('aria-label') || '').slice(0, 200),
      question: at.closest('article')?.id.replace(/^question-/, ''),
      group: group?.getAttribute('aria-label') ?? '',
      column: column === undefined ? undefined : Number(column),
      chosen: Boolean(group?.querySelector('input:checked')),
      ticked: (at as HTMLInputElement).checked === true,
      atFoot: at.closest('footer') !== null,
    };
  });
}

/** Until every answer has been saved, and what follows from it is drawn. */
async function settled(): Promise<void> {
  for (const _ of ['what is said', 'what follows']) {
    await expect.poll(() => saving, { interval: 10 }).toBe(0);
    await page.evaluate(
      () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
    );
  }
}

const prompts = wordsOf('en').questions;
const title = async () => (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';
const onTitle = () => expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H1');

async function tabTo(text: string | RegExp, key = 'Tab'): Promise<void> {
  for (let step = 0; step < 60; step += 1) {
    const place = await press(key);
    if (typeof text === 'string' ? place.text === text : text.test(place.text)) return;
  }
  throw new Error(`Tab never led to ${text} on the page "${await title()}".`);
}

function typed({ kind, min = 1, max = Number.POSITIVE_INFINITY }: FieldSpec): string {
  const texts: Partial<Record<FieldSpec['kind'], string>> = {
    address: '203.0.113.1',
    asn: '64500',
    communities: '12076:51004',
    // The same in every order of day and month.
    date: '03032027',
    host: 'contoso.crm4.dynamics.com',
    hosts: 'contoso.crm4.dynamics.com',
    number: String(Math.min(max, Math.max(min, 12))),
    prefix: '203.0.113.0/27',
    prefixes: '203.0.113.0/27',
    text: 'As agreed',
    vlan: '100',
  };
  return texts[kind] ?? '';
}

/** Fills the required cells of the row in which the focus is, and leaves the grid. */
async function addRow(table: TableId): Promise<void> {
  const columns = Object.entries<Column>(columnsOf(table));
  for (const [index, [name, column]] of columns.entries()) {
    const text = typed(column);
    if (column.required && text !== '') await page.keyboard.type(text);
    else if (column.required) for (const key of ['Enter', 'ArrowDown']) await page.keyboard.press(key);
    if (index + 1 < columns.length)
      expect((await press('Tab')).column, `Tab from ${table}.${name}`).toBe(index + 1);
    else if (column.required) await page.keyboard.press('Enter');
  }
  await page.keyboard.press('Escape');
}

/** Whether a row would have to point at one of a table that is filled only later. */
const comesTooEarly = (table: TableId, answered: ReadonlySet<string>) =>
  Object.values<Column>(columnsOf(table)).some(
    (column) =>
      column.required &&
      column.table !== undefined &&
      ![...answered].some((id) => content.questions.get(id)?.table === column.table),
  );

/** Answers with the keys of the field that has the focus; false where another field of the question is the one to use. */
async function answer(question: Question, place: Place, answered: ReadonlySet<string>): Promise<boolean> {
  const turn = answered.size;
  if (place.column !== undefined) {
    const table = question.table as TableId;
    if (comesTooEarly(table, answered)) {
      await page.keyboard.press('Escape');
      return false;
    }
    await addRow(table);
  } else if (place.kind === 'checkbox') await page.keyboard.press('Space');
  else if (place.kind === 'combobox')
    for (const key of ['ArrowDown', 'Enter', 'Escape']) await page.keyboard.press(key);
  else if (place.kind === 'radio') {
    await page.keyboard.press('Space');
    // Round the end of the group are "not applicable" and, before it, "don't know yet".
    const turns = turn % 9 === 7 ? ['ArrowUp'] : turn % 9 === 8 ? ['ArrowUp', 'ArrowUp'] : [];
    for (const key of turn % 9 === 1 ? ['ArrowDown'] : turns) await page.keyboard.press(key);
  } else if (place.tag === 'INPUT' || place.tag === 'TEXTAREA')
    await page.keyboard.type(typed(question as FieldSpec));
  else return false;
  return true;
}

const whyNot = 'Why not?';

/** Goes through a section with Tab, answers what is asked on the way, and leaves it by its button. */
async function answerSection(answered: Set<string>): Promise<string> {
  let last: Place | undefined;
  let same = 0;
  for (let step = 0; step < 900; step += 1) {
    let place = await press('Tab');
    // The list of what is open may just be losing the line that Tab led to; the focus then goes on to the button below.
    if (place.atFoot) {
      await settled();
      place = await focused();
    }
    // What Tab led to may be going because of the last answer: what stands nearest then has the focus.
    if (place.tag === 'BODY') {
      await expect
        .poll(async () => (await focused()).tag, { message: `after ${JSON.stringify(last)}` })
        .not.toBe('BODY');
      place = await focused();
    }
    same = place.id === last?.id ? same + 1 : 0;
    // A date field has three places of its own.
    if (same > 4) throw new Error(`Tab does not leave ${JSON.stringify(place)}`);
    last = place;
    const question = place.question === undefined ? undefined : content.questions.get(place.question);
    if (question && place.group === whyNot && !place.chosen) await page.keyboard.press('Space');
    // Every box of a list is ticked, so that as much as can be is asked; and stays so where one comes by again.
    else if (question && answered.has(question.id) && place.kind === 'checkbox' && !place.ticked)
      await page.keyboard.press('Space');
    else if (question && !answered.has(question.id)) {
      if (await answer(question, place, answered)) {
        answered.add(question.id);
        // As a person does, who reads on before the next key: what follows from an answer may redraw the field below it.
        await settled();
      }
    } else if (place.text.startsWith('Next: ')) {
      await settled();
      const asked = await page
        .getByRole('article')
        .evaluateAll((cards) => cards.map((card) => card.id.replace(/^question-/, '')));
      const leftOut = asked.find((id) => !answered.has(id));
      if (leftOut === undefined) {
        await page.keyboard.press('Enter');
        return place.text;
      }
      // It came up above, because of an answer below it; the list of what is open leads back to it.
      await tabTo(prompts[leftOut]?.prompt ?? leftOut, 'Shift+Tab');
      await page.keyboard.press('Enter');
      // One back, so that the next step leads to the field again.
      await page.keyboard.press('Shift+Tab');
    }
  }
  throw new Error(`Tab never came to the end of "${await title()}".`);
}

test('a new project is answered by keyboard alone, from the first question to the last', async () => {
  await page.getByRole('heading', { level: 1 }).waitFor();
  await tabTo(/^New project/);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.type('Contoso');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Contoso' }).waitFor();
  await onTitle();
  await tabTo(/^(Continue|Start|Begin)/);
  await page.keyboard.press('Enter');

  const answered = new Set<string>();
  const sections: string[] = [];
  for (let next = ''; !next.startsWith('Next: what stands in the way'); ) {
    await page.waitForFunction(
      (before) => document.querySelector('h1')?.textContent !== before,
      sections.at(-1) ?? 'Contoso',
    );
    sections.push(await title());
    next = await answerSection(answered);
  }
  await page.getByRole('heading', { level: 1, name: 'Findings' }).waitFor();
  await onTitle();

  const project = /\/p\/([^/]+)/.exec(page.url())?.[1] ?? '';
  const view = await callFrom(page, 'project.open', { project });
  const unsaid = view.assessment.visible.filter((id) => {
    const question = content.questions.get(id);
    return question && !['answered', 'unknown', 'notApplicable'].includes(questionState(view, question));
  });
  expect(unsaid).toEqual([]);
  expect(app.problems).toEqual([]);
});

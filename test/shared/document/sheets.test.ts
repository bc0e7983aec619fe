/** What stands in the workbook, and what does not. */
import { describe, expect, it } from 'vitest';
import { content } from '../../../shared/content/content.ts';
import { builtInReference } from '../../../shared/content/reference.ts';
import { isTold, wholeLists } from '../../../shared/document/change-text.ts';
import { buildSheets, mostHistory } from '../../../shared/document/sheets/build-sheets.ts';
import type { HistoryChange } from '../../../shared/document/sheets/history.ts';
import { type Sheet, sheetName } from '../../../shared/document/sheets/sheet.ts';
import type { Json } from '../../../shared/json.ts';
import { emptyState } from '../../../shared/project/state.ts';
import type { ProjectView } from '../../../shared/view.ts';
import { fullProject } from '../../helpers/full-project.ts';
import { changes, emptyView, sampleView, today, viewOf } from './projects.ts';

const sheetsOf = (view: ProjectView, history: readonly HistoryChange[] = []) =>
  buildSheets({ view, today, reference: builtInReference, history });

function sheetOf(sheets: readonly Sheet[], name: string): Sheet {
  const sheet = sheets.find((one) => one.name === name);
  if (!sheet) throw new Error(`There is no sheet ${name}: ${sheets.map((one) => one.name).join(', ')}`);
  return sheet;
}

/** The cells of a column, by its title. */
function column(sheet: Sheet, title: string) {
  const index = sheet.columns.findIndex((one) => one.title === title);
  expect(index, title).toBeGreaterThanOrEqual(0);
  return sheet.rows.map((row) => row[index]);
}

const change = (path: string, before: Json, after: Json): HistoryChange => ({
  path,
  before,
  after,
  author: 'H. Meyer',
  at: 1_790_000_000_000,
  origin: { kind: 'edit' },
  batch: '00000000-0000-4000-8000-00000000000b',
});

describe('the sheets', () => {
  it('are all there for an empty project, each saying what is missing', () => {
    const sheets = sheetsOf(emptyView);
    expect(sheets.map((sheet) => sheet.name)).toEqual([
      'Answers',
      'Findings',
      'Actions',
      'Evidence',
      'Peering parameters',
      'Flows',
      'Routes',
      'Failure matrix',
      'History',
    ]);
    for (const sheet of sheets)
      if (sheet.rows.length === 0) expect(sheet.remark, sheet.name).toMatch(/^(Not yet|No|Nothing)/);
  });

  it('have names that no spreadsheet refuses, also where tables are called alike', () => {
    const taken = new Set(['Sites']);
    expect(sheetName('sites', taken)).toBe('sites 2');
    expect(sheetName("'A/B: [what]?'", taken)).toBe('A B what');
    expect(sheetName('x'.repeat(40), new Set(['x'.repeat(31)]))).toBe(`${'x'.repeat(29)} 2`);
    const names = sheetsOf(viewOf(fullProject())).map((sheet) => sheet.name.toLowerCase());
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name.length).toBeLessThanOrEqual(31);
  });

  it('list every question that is asked, numbers and dates as such', () => {
    const view = viewOf(fullProject());
    const answers = sheetOf(sheetsOf(view), 'Answers');
    expect(column(answers, 'Id')).toEqual(view.assessment.visible);
    const values = column(answers, 'Answer');
    expect(values.some((value) => typeof value === 'number')).toBe(true);
    expect(values.some((value) => typeof value === 'object' && value !== null && 'day' in value)).toBe(true);
    expect(values).toContain('200 on the sheet “Sites”');
  });

  it('show a draft as it was typed, and say that it is one', () => {
    const id = emptyView.assessment.visible.find((one) => content.questions.get(one)?.kind === 'date') ?? '';
    const view = viewOf({ ...emptyState(), answers: { [id]: { state: 'draft', text: 'in spring' } } });
    const row = sheetOf(sheetsOf(view), 'Answers').rows.find((cells) => cells.at(-1) === id);
    expect(row).toContain('in spring');
    expect(row).toContain('Draft, not valid yet');
  });

  it('give peerings their numbers and both ends of each link', () => {
    const peerings = sheetOf(sheetsOf(sampleView), 'Peering parameters');
    expect(peerings.rows.length).toBe(sampleView.tables.peerings?.length);
    for (const vlan of column(peerings, 'VLAN')) expect(typeof vlan).toBe('number');
    expect(column(peerings, 'Microsoft’s AS number')).toContain(12076);
  });

  it('list every action with its own id, the nearest day first', () => {
    const actions = sheetOf(sheetsOf(sampleView), 'Actions');
    expect(new Set(column(actions, 'Id'))).toEqual(new Set(Object.keys(sampleView.actions)));
    const days = column(actions, 'Due').map((due) =>
      due && typeof due === 'object' && 'day' in due ? due.day : '9999',
    );
    expect(days).toEqual([...days].sort());
  });

  it('keep only columns of a table that somebody filled in, and its cells’ kinds', () => {
    const sites = sheetOf(sheetsOf(viewOf(fullProject())), 'Sites');
    expect(sites.rows.length).toBe(200);
    expect(sites.rows.flat().some((value) => typeof value === 'number')).toBe(true);
    const view = viewOf({
      ...fullProject(),
      tables: { sites: [{ id: 'a', order: 0, cells: { name: 'Berlin' }, drafts: { users: 'many' } }] },
    });
    const one = sheetOf(sheetsOf(view), 'Sites');
    expect(one.rows).toEqual([['Berlin', 'many']]);
  });
});

describe('the history', () => {
  it('says in words what was changed, from what, to what, newest first', () => {
    const history = sheetOf(
      sheetsOf(sampleView, [
        change('answer/routing.nat.who', { state: 'answered', value: 'we-do' }, { state: 'unknown' }),
        change('row/sites/new', { order: 0, cells: { name: 'Ulm' } }, { order: 1, cells: { name: 'Köln' } }),
        change('action/a', null, { title: 'Order the circuit', status: 'open', created: 1_790_000_000_000 }),
        // A checklist that came is told once, not again by each of its questions.
        change('checklist/c', null, { name: 'House rules' }),
        change('item/c/1', null, { order: 0, words: {} }),
        change('item/other/1', null, { order: 0, words: { text: 'Who pays?' } }),
      ]),
      'History',
    );
    expect(history.rows.map((row) => row.slice(2, 6))).toEqual([
      ['Answer', expect.stringMatching(/\?$/), expect.not.stringMatching(/we-do/), 'Don’t know yet'],
      ['Table row', 'Sites: Köln', 'Name: Ulm', 'Name: Köln'],
      ['Action', 'Order the circuit', null, 'Title: Order the circuit\nStatus: Open\nMade: 2026-09-21'],
      ['Additional checklist', 'House rules', null, 'Name: House rules'],
      ['Additional checklist: question', 'Who pays?', null, 'Question: Who pays?'],
    ]);
  });

  it('is bounded, and says how much more there is', () => {
    const many = Array.from({ length: 10_000 }, (_, index) => change(`note/n${index}`, null, 'x'));
    const view = { ...sampleView, saved: { ...sampleView.saved, changes: 10_000 } };
    const history = sheetOf(sheetsOf(view, many), 'History');
    expect(history.rows.length).toBe(mostHistory);
    expect(history.remark).toBe(
      `The newest ${mostHistory} of 10000 changes. The project file holds them all.`,
    );
  });

  it('tells the sample’s whole story without a value in raw form', () => {
    const history = sheetOf(sheetsOf(sampleView, [...changes].reverse()), 'History');
    const whole = wholeLists(changes);
    const told = changes.filter((one) => isTold(one, whole));
    expect(told.length).toBeGreaterThan(300);
    expect(history.rows.length).toBe(Math.min(told.length, mostHistory));
    expect(JSON.stringify(history.rows)).not.toContain('"state\\"');
    const proofs = history.rows.filter(([, , kind]) => kind === 'Evidence of an answer');
    expect(proofs.length).toBeGreaterThan(0);
    for (const [, , , , , after] of proofs) expect(after).toMatch(/^[\w-]+\.\w+(?:\n[\w-]+\.\w+)*$/);
  });
});

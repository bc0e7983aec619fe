/** What an edited sheet of actions says, however people left it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Grid } from '../../../shared/action-import/cell.ts';
import { readCsv } from '../../../shared/action-import/csv.ts';
import { dayOfSerial, readDay } from '../../../shared/action-import/day.ts';
import { proposeActions } from '../../../shared/action-import/proposals.ts';
import { builtInReference } from '../../../shared/content/reference.ts';
import { writeActionsCsv } from '../../../shared/document/csv.ts';
import { buildSheets } from '../../../shared/document/sheets/build-sheets.ts';
import type { Action } from '../../../shared/project/paths.ts';
import '../../../shared/words/every-language.ts';
import { sampleView, today } from '../document/projects.ts';

const action: Action = {
  title: 'Order the circuit',
  owner: 'Anna',
  due: '2026-12-01',
  status: 'open',
  created: 1,
};
const head = ['Id', 'Action', 'Owner', 'Due', 'Status', 'Question', 'Note'];

function propose(grid: Grid, actions: Record<string, Action> = { a: action }, earlier: string[] = []) {
  return proposeActions(grid, { actions, language: 'en', earlier: () => earlier });
}

describe('an edited sheet', () => {
  it('is read whatever language its heads are in', () => {
    const { actions } = sampleView;
    const german = propose(readCsv(writeActionsCsv(sampleView, 'de')), actions);
    const count = Object.keys(actions).length;
    expect(german).toMatchObject({ proposals: [], problems: [], unknown: [], missing: [], same: count });
  });

  it('proposes nothing while nothing was edited, whatever was exported', () => {
    const { actions } = sampleView;
    const csv = propose(readCsv(writeActionsCsv(sampleView, 'en')), actions);
    const count = Object.keys(actions).length;
    expect(csv).toMatchObject({ proposals: [], problems: [], unknown: [], missing: [], same: count });
    const sheets = buildSheets({ view: sampleView, today, reference: builtInReference, history: [] });
    const sheet = sheets.find(({ name }) => name === 'Actions');
    const grid: Grid = [
      sheet?.columns.map(({ title }) => title) ?? [],
      ...(sheet?.rows.map((row) =>
        row.map((cell) => (cell && typeof cell === 'object' && 'at' in cell ? null : cell)),
      ) ?? []),
    ];
    expect(propose(grid, actions)).toMatchObject({ proposals: [], problems: [], same: count });
  });

  it('holds for any texts people can type', () => {
    const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(text, text, text, (title, owner, note) => {
        const actions = { a: { title, owner, note, status: 'open' as const, created: 1 } };
        const view = { ...sampleView, actions };
        expect(propose(readCsv(writeActionsCsv(view, 'en')), actions)).toMatchObject({ proposals: [] });
      }),
    );
  });

  it('says per field what would change, from what, to what', () => {
    expect(
      propose([head, ['a', 'Order it', 'Ben ', '24.12.2026', 'erledigt', '', 'asked']])?.proposals,
    ).toEqual([
      {
        line: 2,
        id: 'a',
        title: 'Order the circuit',
        fields: [
          { field: 'title', from: 'Order the circuit', to: 'Order it', isOld: false },
          { field: 'owner', from: 'Anna', to: 'Ben', isOld: false },
          { field: 'due', from: '2026-12-01', to: '2026-12-24', isOld: false },
          { field: 'status', from: 'open', to: 'done', isOld: false },
          { field: 'note', from: null, to: 'asked', isOld: false },
        ],
      },
    ]);
  });

  it('is understood with columns moved, rows sorted and lines above the head', () => {
    const other: Action = { ...action, title: 'Book the rack' };
    const grid: Grid = [
      ['Our list', null],
      [null],
      ['Due', 'x', 'ACTION ', 'Id'],
      [{ day: '2026-12-01' }, 'y', 'Book the rack', 'b'],
      [46_357, 'y', 'Order the circuit', 'a'],
    ];
    expect(propose(grid, { a: action, b: other })).toMatchObject({ proposals: [], same: 1 + 0 + 1 });
  });

  it('finds new, unknown, missing and doubled actions, and lines without sense', () => {
    const sheet = propose(
      [
        head,
        ['', 'New one', 'Cem', '', '', '', ''],
        ['gone', 'Old one', '', '', '', '', ''],
        ['a', 'Order the circuit', '', '', 'Open', '', ''],
        ['a', 'Order the circuit', 'Dora', '', '', '', ''],
        ['', '', 'Cem', '', '', '', ''],
        ['', '', '', '', '', '', ''],
      ],
      { a: action, b: action },
    );
    expect(sheet?.proposals.map(({ line, id }) => [line, id])).toEqual([
      [2, null],
      [4, 'a'],
    ]);
    expect(sheet?.proposals[1]?.fields).toEqual([
      { field: 'owner', from: 'Anna', to: null, isOld: false },
      { field: 'due', from: '2026-12-01', to: null, isOld: false },
    ]);
    expect(sheet?.unknown).toEqual([{ line: 3, id: 'gone', title: 'Old one' }]);
    expect(sheet?.problems.map(({ line }) => line)).toEqual([5, 6]);
    expect(sheet?.missing).toEqual(['b']);
  });

  it('keeps what it does not understand as it was, and says why', () => {
    const sheet = propose([head, ['a', '', 'Ben', '03/04/2026', 'perhaps', '', '']]);
    expect(sheet?.proposals[0]?.fields).toEqual([{ field: 'owner', from: 'Anna', to: 'Ben', isOld: false }]);
    expect(sheet?.problems.map(({ reason }) => reason)).toEqual([
      'The action’s name is empty; it stays as it was.',
      expect.stringContaining('could be two days'),
      '“perhaps” is no status. There are: Open, Doing, Waiting, Done, Dropped.',
    ]);
  });

  it('takes a line that was copied and renamed for a new action, wherever it stands', () => {
    const copy = ['a', 'Order the second circuit', 'Ben', '2027-01-15', 'Open', '', ''];
    const original = ['a', action.title, 'Anna', action.due ?? '', 'Doing', '', ''];
    const copied = {
      id: null,
      title: 'Order the second circuit',
      fields: [
        { field: 'title', from: null, to: 'Order the second circuit', isOld: false },
        { field: 'owner', from: null, to: 'Ben', isOld: false },
        { field: 'due', from: null, to: '2027-01-15', isOld: false },
        { field: 'status', from: null, to: 'open', isOld: false },
      ],
    };
    const kept = { id: 'a', fields: [{ field: 'status', from: 'open', to: 'doing', isOld: false }] };
    for (const lines of [
      [copy, original],
      [original, copy],
    ]) {
      const sheet = propose([head, ...lines]);
      expect(sheet?.problems).toEqual([]);
      expect(sheet?.proposals).toHaveLength(2);
      expect(sheet?.proposals).toEqual(
        expect.arrayContaining([copied, kept].map((one) => expect.objectContaining(one))),
      );
    }
    // Alone it is the action itself under another name.
    expect(propose([head, copy])?.proposals).toMatchObject([{ id: 'a', title: action.title }]);
  });

  it('speaks to whoever brings it back, in whatever language it is written', () => {
    const grid = [head, ['a', action.title, 'Anna', 'soon', 'Open', '', '']];
    const german = proposeActions(grid, { actions: { a: action }, language: 'de', earlier: () => [] });
    expect(german?.problems.map(({ reason }) => reason)).toEqual([
      '„soon“ ist kein Tag. Schreiben Sie ihn als 2026-12-31 oder 31.12.2026.',
    ]);
  });

  it('marks a cell that merely says what stood here before', () => {
    const sheet = propose(
      [head, ['a', action.title, 'Old owner', action.due ?? '', 'Open', '', '']],
      undefined,
      ['Old owner'],
    );
    expect(sheet?.proposals[0]?.fields).toEqual([
      { field: 'owner', from: 'Anna', to: 'Old owner', isOld: true },
    ]);
  });

  it('without the heads is none', () => {
    expect(propose([['a', 'b']])).toBeUndefined();
    expect(propose([])).toBeUndefined();
  });
});

describe('days', () => {
  it.each([
    ['2026-12-24', '2026-12-24'],
    ['2026-12-24 00:00:00', '2026-12-24'],
    ['24.12.2026', '2026-12-24'],
    ['4.1.27', '2027-01-04'],
    ['24. Dezember 2026', '2026-12-24'],
    ['Do, 24. Dez. 2026', '2026-12-24'],
    ['24-Dec-26', '2026-12-24'],
    ['24th December 2026', '2026-12-24'],
    ['December 24, 2026', '2026-12-24'],
    ['1. März 2027', '2027-03-01'],
    ['12/24/2026', '2026-12-24'],
    ['24/12/2026', '2026-12-24'],
    ['5/5/2026', '2026-05-05'],
  ])('%s is %s', (typed, day) => {
    expect(readDay(typed)).toEqual({ day });
  });

  it.each(['soon', '31.02.2026', '2026-13-01', '24. Foo 2026', '', '99'])('%s is none', (typed) => {
    expect(readDay(typed)).toEqual({ problem: 'not-a-day' });
  });

  it('that could be two are not guessed', () => {
    expect(readDay('03/04/2026')).toEqual({ problem: 'ambiguous' });
    expect(dayOfSerial(46_357)).toBe('2026-12-01');
    expect(dayOfSerial(3)).toBeUndefined();
  });
});

describe('CSV', () => {
  it.each([
    [
      'a,b\r\nc,d\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      '\ufeffa;b\n"c;1";d',
      [
        ['a', 'b'],
        ['c;1', 'd'],
      ],
    ],
    [
      'a\tb\rc\td',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['"a ""x""","b\r\nc"', [['a "x"', 'b\r\nc']]],
    ['a\r\n\r\n\r\nb\r\n\r\n', [['a'], [''], [''], ['b']]],
    ['"never closed, x', [['never closed, x']]],
    ['', []],
  ])('%j', (text, rows) => {
    expect(readCsv(text)).toEqual(rows);
  });

  it('gives back every cell that was written', () => {
    const cell = fc.string({ unit: 'binary', maxLength: 12 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constant('x'), cell, cell), { minLength: 1, maxLength: 5 }),
        (rows) => {
          const text = rows
            .map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(','))
            .join('\r\n');
          expect(readCsv(text)).toEqual(rows);
        },
      ),
    );
  });
});

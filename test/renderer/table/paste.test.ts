/** Pasting from a spreadsheet: reading the clipboard, finding the columns, changing and adding rows. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gridColumns } from '../../../renderer/table/grid-columns.ts';
import { parseCells, planPaste } from '../../../renderer/table/paste.ts';
import { english } from '../../../renderer/words/en.ts';
import { problemWithRow } from '../../../shared/content/answer-schema.ts';
import { wordsOf } from '../../../shared/content/words.ts';
import type { Row } from '../../../shared/project/answer.ts';

const columns = gridColumns('sites', english, wordsOf('en').tables.sites, {});
const at = (row = 0, column = 0) => ({ row, column });
const lyon: Row = { id: 'lyon', order: 1, cells: { name: 'Lyon', kind: 'office', users: 420 } };
const blank: Row & { blank: true } = { id: 'blank', order: 2, cells: {}, blank: true };

function plan(text: string, rows: readonly (Row & { blank?: true })[] = [blank], place = at()) {
  let count = 0;
  return planPaste(parseCells(text), {
    columns,
    rows,
    at: place,
    words: english,
    rowWord: 'site',
    newId: () => `new-${++count}`,
  });
}

describe('the clipboard', () => {
  test('tabs part cells, line ends of every kind part rows, empty rows are left out', () => {
    expect(parseCells('a\tb\r\nc\td\n\n\t\n')).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });

  test('quotes hold a cell with line ends, tabs and doubled quotes together', () => {
    expect(parseCells('"one\ntwo"\t"say ""yes"""\n"a\tb"')).toEqual([['one\ntwo', 'say "yes"'], ['a\tb']]);
  });

  test('a quote that is only a character stays one', () => {
    expect(parseCells('15" screen\t"open\nnext')).toEqual([['15" screen', '"open'], ['next']]);
  });

  test('what a spreadsheet writes reads back as it was', () => {
    const cell = fc
      .string()
      .map((text) => text.replace(/\r/g, ''))
      .filter((text) => text.trim() !== '');
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 }),
        (rows) => {
          const quoted = (text: string) => (/["\t\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
          expect(parseCells(rows.map((row) => row.map(quoted).join('\t')).join('\n'))).toEqual(rows);
        },
      ),
    );
  });
});

describe('without headings', () => {
  test('cells go right and down from the selected one, and the empty row becomes real', () => {
    const { writes, created, updated } = plan('Lyon\tOffice\tFrance\nNice\tBranch\tFrance');
    expect(writes.map(({ id, value }) => [id, value.cells])).toEqual([
      ['blank', { name: 'Lyon', kind: 'office', country: 'France' }],
      ['new-1', { name: 'Nice', kind: 'branch', country: 'France' }],
    ]);
    expect([created, updated]).toEqual([2, 0]);
  });

  test('an empty cell leaves what is there', () => {
    const { writes } = plan('\tBranch', [lyon, blank]);
    expect(writes[0]?.value.cells).toEqual({ name: 'Lyon', kind: 'branch', users: 420 });
  });

  test('what sticks out on the right is left out and counted; empty cells out there are nothing', () => {
    const { writes, beyond } = plan('x\ty\tz\t', [lyon, blank], at(1, columns.length - 1));
    expect(writes[0]?.value).toMatchObject({ order: 2 });
    expect(beyond).toBe(2);
    expect(plan('Lyon\tOffice').beyond).toBe(0);
  });
});

describe('with headings', () => {
  test('columns are known by label, with or without unit, or by id, in any order and case', () => {
    const { writes, leftOut } = plan('USERS\tname\tPeak load (Mbps)\tColour\n420\tLyon\t2 Gbps\tred');
    expect(writes[0]?.value.cells).toEqual({ users: 420, name: 'Lyon', peak: 2000 });
    expect(leftOut).toEqual(['Colour']);
  });

  const rowOf = (headings: string, cells: string) => plan(`${headings}\n${cells}`).writes[0]?.value;

  test.each([
    ['Site\tUser count\tBandwidth (Mbps)', { name: 'Lyon', users: 420, wan: 100 }],
    ['site name\tHeadcount\tWAN bandwidth', { name: 'Lyon', users: 420, wan: 100 }],
    ['SITES\tUser\twan_bandwidth [Mbps]', { name: 'Lyon', users: 420, wan: 100 }],
    ['Name\tUsers\tMbps', { name: 'Lyon', users: 420, peak: 100 }],
  ])('columns are known by what other sheets call them: %s', (headings, cells) => {
    const { writes, leftOut } = plan(`${headings}\nLyon\t420\t100`);
    expect(writes[0]?.value.cells).toEqual(cells);
    expect(leftOut).toEqual([]);
  });

  test('a column is meant once: the heading that names it best has it, the other is left out by name', () => {
    const { writes, leftOut } = plan('Site\tName\tUsers\tusers\n007\tLyon\t420\t1');
    expect(writes[0]?.value.cells).toEqual({ name: 'Lyon', users: 420 });
    expect(leftOut).toEqual(['Site', 'users']);
  });

  test('bare numbers under another unit than ours are meant in that unit, or are no valid value', () => {
    expect(rowOf('Name\tPeak load (Gbps)', 'Lyon\t2')?.cells.peak).toBe(2000);
    expect(rowOf('Name\tPeak load Gbit/s', 'Lyon\t2')?.cells.peak).toBe(2000);
    expect(rowOf('Name\tPeak load (Gbps)', 'Lyon\t500 Mbps')?.cells.peak).toBe(500);
    expect(rowOf('Name\tPeak load (Gbps)', 'Lyon\t2,5')?.cells.peak).toBe(2500);
    expect(rowOf('Name\tPeak load (MB)', 'Lyon\t2')?.drafts).toEqual({ peak: '2 MB' });
  });

  test('a row with a known name is changed and keeps its spelling, another is added', () => {
    const { writes, created, updated } = plan('Name\tUsers\nLYON\t500\nNice\t12', [lyon, blank]);
    expect(writes).toEqual([
      { id: 'lyon', value: { order: 1, cells: { name: 'Lyon', kind: 'office', users: 500 } } },
      { id: 'new-1', value: { order: 3, cells: { name: 'Nice', users: 12 } } },
    ]);
    expect([created, updated]).toEqual([1, 1]);
  });

  test('the same new name twice is one row', () => {
    expect(plan('Name\tUsers\nNice\t1\nNice\t2').writes.map(({ value }) => value.cells)).toEqual([
      { name: 'Nice', users: 2 },
    ]);
  });

  test('two names of columns, the row’s own among them, make a header of any line', () => {
    const { writes, leftOut } = plan('Id\tName\tFloor\tUsers\tColour\n7\tLyon\t2\t420\tred');
    expect(writes.map(({ value }) => value.cells)).toEqual([{ name: 'Lyon', users: 420 }]);
    expect(leftOut).toEqual(['Id', 'Floor', 'Colour']);
  });

  test('a first line that only happens to hold one column name is data', () => {
    expect(plan('Name\tsomething\telse\nA\toffice\tFrance').writes.length).toBe(2);
  });
});

test('whatever is pasted becomes rows that the store takes: what does not fit is a draft', () => {
  const cell = fc.oneof(
    fc.string(),
    fc.constantFrom('', 'Office', 'yes', '12', '2 Gbps', 'Name', '203.0.113.0/27', 'Users'),
  );
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { maxLength: 16 }), { maxLength: 8 }),
      fc.nat(15),
      (cells, column) => {
        let count = 0;
        const { writes } = planPaste(cells, {
          columns,
          rows: [lyon, blank],
          at: at(0, column),
          words: english,
          rowWord: 'site',
          newId: () => `n${++count}`,
        });
        for (const { value } of writes) expect(problemWithRow('sites', value)).toBeUndefined();
      },
    ),
  );
});

/** What typed text means in a cell, and what is shown for what stands there. */
import { describe, expect, test } from 'vitest';
import { shownText, withChoices, withText } from '../../../renderer/table/cell-text.ts';
import { type GridColumn, gridColumns } from '../../../renderer/table/grid-columns.ts';
import { german } from '../../../renderer/words/de.ts';
import { english } from '../../../renderer/words/en.ts';
import { wordsOf } from '../../../shared/content/words.ts';

const sites = gridColumns('sites', english, wordsOf('en').tables.sites, {
  edges: [{ id: 'edge-1', order: 1, cells: { name: 'Edge Paris' } }],
});
const groups = gridColumns('clientGroups', english, wordsOf('en').tables.clientGroups, {});

function column(columns: readonly GridColumn[], id: string): GridColumn {
  const found = columns.find((one) => one.id === id);
  if (!found) throw new Error(`no column ${id}`);
  return found;
}

const empty = { order: 1, cells: {} };

describe('typed text', () => {
  test('becomes a value where it is right, in the column’s own unit', () => {
    expect(withText(empty, column(sites, 'peak'), '2 Gbps', 'en').cells).toEqual({ peak: 2000 });
  });

  test('has its decimals as the language writes them, and is shown so', () => {
    const peak = column(sites, 'peak');
    const row = withText(empty, peak, '2,5 Gbps', 'de');
    expect(row.cells).toEqual({ peak: 2500 });
    expect(shownText(peak, withText(empty, peak, '12.5', 'de'), german)).toBe('12,5');
    expect(shownText(peak, withText(empty, peak, '12,5', 'de'), english)).toBe('12.5');
  });

  test('is kept as a draft where it is wrong, and the old value is gone', () => {
    const row = withText({ order: 1, cells: { peak: 10 } }, column(sites, 'peak'), 'a lot', 'en');
    expect(row).toEqual({ order: 1, cells: {}, drafts: { peak: 'a lot' } });
    expect(shownText(column(sites, 'peak'), row, english)).toBe('a lot');
  });

  test('that is right again takes the draft away', () => {
    const row = withText(
      { order: 1, cells: {}, drafts: { peak: 'a lot' } },
      column(sites, 'peak'),
      '12',
      'en',
    );
    expect(row).toEqual({ order: 1, cells: { peak: 12 } });
  });

  test('means a choice by its label or its id, whatever the case', () => {
    const kind = column(sites, 'kind');
    const label = kind.choices.find((choice) => choice.value === 'branch')?.label ?? '';
    expect(withText(empty, kind, label.toUpperCase(), 'en').cells).toEqual({ kind: 'branch' });
    expect(withText(empty, kind, 'branch', 'en').cells).toEqual({ kind: 'branch' });
    expect(withText(empty, kind, 'moon base', 'en').drafts).toEqual({ kind: 'moon base' });
  });

  test('means a row of another table by its name', () => {
    const edge = column(sites, 'internetEdge');
    const row = withText(empty, edge, 'edge paris', 'en');
    expect(row.cells).toEqual({ internetEdge: 'edge-1' });
    expect(shownText(edge, row, english)).toBe('Edge Paris');
  });

  test.each([
    ['Yes', 'yes'],
    ['y', 'yes'],
    ['TRUE', 'yes'],
    ['x', 'yes'],
    ['no', 'no'],
    ['0', 'no'],
  ])('%s is %s', (typed, value) => {
    expect(withText(empty, column(sites, 'critical'), typed, 'en').cells).toEqual({ critical: value });
  });

  test('names several choices with commas', () => {
    expect(withText(empty, column(groups, 'devices'), 'laptop, phone', 'en').cells).toEqual({
      devices: ['laptop', 'phone'],
    });
  });

  test('that is empty empties the cell', () => {
    expect(withText({ order: 1, cells: { peak: 10 } }, column(sites, 'peak'), '  ', 'en')).toEqual(empty);
    expect(withChoices({ order: 1, cells: { devices: ['laptop'] } }, column(groups, 'devices'), [])).toEqual(
      empty,
    );
  });
});

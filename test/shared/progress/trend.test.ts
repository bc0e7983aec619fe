/** Readiness over time: the days it looks at, and what stands on each of them. */
import { describe, expect, test } from 'vitest';
import { assess } from '../../../shared/assess/assess.ts';
import { addDays } from '../../../shared/assess/days.ts';
import { content } from '../../../shared/content/content.ts';
import { openState } from '../../../shared/content/open-state.ts';
import { builtInReference } from '../../../shared/content/reference.ts';
import { endOfDay, localDay } from '../../../shared/day.ts';
import type { Json } from '../../../shared/json.ts';
import { type LogLine, lastLines, valuesOf } from '../../../shared/progress/log-line.ts';
import { mostPoints, type TrendPoint, trend } from '../../../shared/progress/trend.ts';
import { sampleFile } from '../../../shared/sample/sample.ts';
import { uuids } from '../../helpers/history.ts';

const today = '2026-11-21';
const now = endOfDay(today) - 3_600_000;

const sample = sampleFile(now, uuids()).changes.map(
  ({ path, after, at, author, origin }): LogLine => ({
    path,
    at,
    after: JSON.stringify(after),
    author: JSON.stringify(author),
    origin: JSON.stringify(origin),
  }),
);

function line(path: string, after: Json, day: string, author = 'Ann'): LogLine {
  return {
    path,
    after: JSON.stringify(after),
    at: endOfDay(day) - 1000,
    author: JSON.stringify(author),
    origin: '{"kind":"edit"}',
  };
}

const answered = (value: string) => ({ state: 'answered', value });
const nat = 'answer/routing.nat.who';

function over(lines: readonly LogLine[], from: string, to = today, isOpen = true): TrendPoint[] {
  return [
    ...trend(lines, { from, to, isOpen, most: mostPoints }, { reference: builtInReference, language: 'en' })
      .points,
  ];
}

/** What the day's readiness is when it is judged from nothing. */
function afresh(lines: readonly LogLine[], day: string): number {
  const state = openState(valuesOf(lastLines(lines.filter(({ at }) => at < endOfDay(day)))));
  return assess(state, { content, today: day }).readiness.percent;
}

describe('the trend', () => {
  test('says of each of its days what judging that day from nothing says', () => {
    const twice = sample.flatMap((one) => [one, { ...one, after: 'null' }, one]);
    const points = over(sample, addDays(today, -200) ?? today);
    expect(over(twice, addDays(today, -200) ?? today).map(({ percent }) => percent)).toEqual(
      points.map(({ percent }) => percent),
    );
    expect(points.length).toBeGreaterThan(5);
    for (const { day, percent } of points) expect([day, percent]).toEqual([day, afresh(sample, day)]);
    expect(points.at(-1)?.day).toBe(today);
  });

  test('begins where the range begins, with all that was there before, or on the first day there was anything', () => {
    const short = over(sample, addDays(today, -20) ?? today);
    expect(short[0]).toMatchObject({ day: addDays(today, -20), causes: [], changes: 0 });
    expect(short[0]?.percent).toBe(afresh(sample, addDays(today, -20) ?? today));
    const long = over(sample, addDays(today, -400) ?? today);
    expect(long[0]?.day).toBe(localDay(sample[0]?.at ?? 0));
    expect(over([], '2026-01-01')).toEqual([]);
  });

  test('takes the later change of a path where a clock was behind', () => {
    const lines = [
      line(nat, answered('we-do'), '2026-11-10'),
      // Written after the one before, by a machine whose clock stood days behind.
      line(nat, null, '2026-11-05'),
    ];
    const points = over(lines, '2026-11-01');
    expect(new Set(points.map(({ percent }) => percent))).toEqual(new Set([0]));
  });

  test('counts changes of clocks that are ahead as of its last day, when that is today', () => {
    const lines = [line(nat, null, '2026-11-01'), line(nat, answered('we-do'), '2027-02-01')];
    expect(over(lines, '2026-11-01').at(-1)?.changes).toBe(1);
    expect(over(lines, '2026-11-01', today, false).at(-1)?.changes).toBe(0);
  });

  test('has a point for the day after an acceptance ends, when what was accepted comes back', () => {
    const until = '2026-11-12';
    const blocked = over(sample, '2026-11-20').at(-1);
    const gate = assess(openState(valuesOf(lastLines(sample))), { content, today }).findings.find(
      ({ severity, accepted }) => severity === 'gate' && !accepted,
    );
    if (!gate || !blocked) throw new Error('the sample has no gate');
    const acceptance = { by: 'Ann', reason: 'for now', at: 1, until };
    const lines = [...sample, line(`acceptance/${gate.id}`, acceptance, '2026-11-10')];
    const days = over(lines, '2026-11-01').map(({ day }) => day);
    expect(days).toContain('2026-11-10');
    expect(days).toContain('2026-11-13');
    const point = over(lines, '2026-11-01').find(({ day }) => day === '2026-11-13');
    expect(point?.causes).toContainEqual(expect.objectContaining({ kind: 'lapsed', title: gate.title }));
  });

  test('falls on the day after a proof has run out, and says so', () => {
    const question = 'routing.nat.who';
    const proof = {
      name: 'a.txt',
      kind: 'text',
      hash: 'a'.repeat(64),
      size: 1,
      taken: '2026-11-01',
      shelfDays: 9,
    };
    const lines = [
      line(nat, answered('we-do'), '2026-11-02'),
      line('attachment/a', proof, '2026-11-02'),
      line(`proof/${question}`, ['a'], '2026-11-02'),
    ];
    const points = over(lines, '2026-11-01');
    expect(points.map(({ day }) => day)).toEqual(['2026-11-02', '2026-11-11', today]);
    expect(points[1]?.causes).toEqual([expect.objectContaining({ kind: 'expired', question, count: 1 })]);
    expect(points[1]?.causes[0]?.share).toBeLessThan(0);
  });

  test('has the checklists of one’s own that count, and says who moved them', () => {
    const head = { name: 'Ours', file: '', added: 1, own: true, document: {}, remarks: [] };
    const item = { order: 0, words: { text: 'Done?', kind: 'yesNo' }, status: 'notVerified', comment: '' };
    const lines = [
      line(nat, answered('we-do'), '2026-11-01'),
      line('checklist/c1', head, '2026-11-05'),
      line('item/c1/i0', item, '2026-11-05'),
      line('said/c1/i0', 'yes', '2026-11-08', 'Ben'),
      line('counts/c1', false, '2026-11-12'),
    ];
    const points = over(lines, '2026-11-01');
    expect(points.map(({ day, checklists }) => [day, checklists.c1])).toEqual([
      ['2026-11-01', undefined],
      ['2026-11-05', 0],
      ['2026-11-08', 100],
      ['2026-11-12', undefined],
      [today, undefined],
    ]);
    const [cause] = points[2]?.causes ?? [];
    expect(cause).toMatchObject({ kind: 'answered', author: 'Ben', checklist: 'c1', question: 'item:c1:i0' });
  });

  test('of a long time has no more points than a chart can show, and still ends as the project stands', () => {
    const lines = Array.from({ length: 300 }, (_, index) =>
      line(nat, index % 2 === 0 ? answered('we-do') : null, addDays('2026-01-01', index) ?? today),
    );
    const points = over(lines, '2026-01-01');
    expect(points.length).toBeLessThanOrEqual(mostPoints + 2);
    expect(points.reduce((total, { changes }) => total + changes, 0)).toBe(299);
    expect(points.at(-1)?.percent).toBe(afresh(lines, today));
    const range = { from: '2026-01-01', to: today, isOpen: true };
    expect(
      trend(lines, { ...range, most: mostPoints }, { reference: builtInReference, language: 'en' }).isWhole,
    ).toBe(false);
    expect(
      trend(lines, { ...range, most: 300 }, { reference: builtInReference, language: 'en' }).isWhole,
    ).toBe(true);
  });
});

/** Open actions over time, and what becomes of an action when part of it is changed. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeAction, isClosed } from '../../../shared/project/action-change.ts';
import { burnDown } from '../../../shared/project/burn-down.ts';
import { dueStateOf } from '../../../shared/project/due.ts';
import { type Action, actionStatuses } from '../../../shared/project/paths.ts';

const day = 86_400_000;
const start = Date.UTC(2026, 7, 1, 12);
const action: Action = { title: 'Ask the provider', status: 'open', created: start };

describe('the burn-down', () => {
  const line = (id: string, at: number, status: Action['status'] | null) => ({
    path: `action/${id}`,
    at,
    after: JSON.stringify(status === null ? null : { ...action, status }),
  });

  it('has a point for each day on which the number of open or closed actions changed, and one for today', () => {
    const lines = [
      line('a', start, 'open'),
      line('b', start + 1, 'open'),
      { path: 'answer/x', at: start + day, after: '{}' },
      line('a', start + 2 * day, 'doing'),
      line('a', start + 3 * day, 'done'),
      line('b', start + 5 * day, null),
    ];
    expect(burnDown(lines, start + 9 * day)).toEqual([
      { day: '2026-08-01', open: 2, closed: 0 },
      { day: '2026-08-04', open: 1, closed: 1 },
      { day: '2026-08-06', open: 0, closed: 1 },
      { day: '2026-08-10', open: 0, closed: 1 },
    ]);
  });

  it('ends with what is there, and its days rise, whatever the clocks of those who wrote', () => {
    const step = fc.record({
      id: fc.constantFrom('a', 'b', 'c'),
      at: fc.integer({ min: -20, max: 40 }).map((days) => start + days * day),
      status: fc.option(fc.constantFrom(...actionStatuses)),
    });
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 30 }), (steps) => {
        const now = start + 20 * day;
        const points = burnDown(
          steps.map(({ id, at, status }) => line(id, at, status)),
          now,
        );
        const last = new Map(steps.map(({ id, status }) => [id, status]));
        const left = [...last.values()].filter((status) => status !== null);
        const closed = left.filter((status) => isClosed({ status })).length;
        const end = points.at(-1) ?? { open: 0, closed: 0 };
        expect({ open: end.open, closed: end.closed }).toEqual({ open: left.length - closed, closed });
        const days = points.map((point) => point.day);
        expect(days).toEqual([...new Set(days)].sort());
      }),
    );
  });
});

describe('an action', () => {
  const change = fc.record(
    {
      title: fc.string({ minLength: 1, maxLength: 20 }),
      owner: fc.option(fc.string({ maxLength: 10 })),
      due: fc.option(fc.constantFrom('2026-08-01', '2027-02-03')),
      status: fc.constantFrom(...actionStatuses),
      note: fc.option(fc.string({ maxLength: 10 })),
    },
    { requiredKeys: [] },
  );

  it('says when it was closed for exactly as long as it is', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 8 }), (changes) => {
        let now = start;
        let current = action;
        for (const one of changes) {
          now += day;
          current = changeAction(current, one, now);
          expect(current.closed !== undefined).toBe(isClosed(current));
        }
      }),
    );
  });

  it('is changed no further by the same change', () => {
    fc.assert(
      fc.property(change, (one) => {
        const once = changeAction(action, one, start + day);
        expect(changeAction(once, one, start + 2 * day)).toEqual(once);
      }),
    );
  });

  it('presses by its day, and not once it is closed', () => {
    const due = (on: string | undefined, status: Action['status'] = 'open') =>
      dueStateOf({ status, ...(on === undefined ? {} : { due: on }) }, '2026-08-10');
    expect(due('2026-08-09')).toBe('overdue');
    expect(due('2026-08-10')).toBe('soon');
    expect(due('2026-08-17')).toBe('soon');
    expect(due('2026-08-18')).toBe('later');
    expect(due(undefined)).toBe('none');
    expect(due('2026-08-09', 'done')).toBe('none');
  });
});

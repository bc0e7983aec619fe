/** Days between dates: ends of months and years, leap days, and agreement with the platform's own calendar. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, daysBetween } from '../../../shared/assess/days.ts';

const date = fc
  .date({ min: new Date('1970-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));

describe('days', () => {
  it('are counted across months, years and leap days', () => {
    expect(daysBetween('2026-11-21', '2026-11-21')).toBe(0);
    expect(daysBetween('2026-12-31', '2027-01-01')).toBe(1);
    expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2);
    expect(daysBetween('2100-02-28', '2100-03-01')).toBe(1);
    expect(daysBetween('2026-11-21', '2026-11-01')).toBe(-20);
  });

  it('agree with the platform, forwards and back', () => {
    fc.assert(
      fc.property(date, date, (from, to) => {
        const days = (Date.parse(to) - Date.parse(from)) / 86_400_000;
        expect(daysBetween(from, to)).toBe(days);
        expect(addDays(from, days)).toBe(to);
      }),
    );
  });

  it('move by months and stay within the month', () => {
    expect(addMonths('2026-11-21', 6)).toBe('2027-05-21');
    expect(addMonths('2026-12-31', 2)).toBe('2027-02-28');
    expect(addMonths('2027-12-31', 2)).toBe('2028-02-29');
    expect(addMonths('2026-01-15', 0)).toBe('2026-01-15');
    expect(addMonths('2026-01-31', 0)).toBe('2026-01-31');
    expect(addMonths('2026-12-01', 1)).toBe('2027-01-01');
  });

  it('are not made up from a text that is no date', () => {
    expect(daysBetween('soon', '2026-11-21')).toBeUndefined();
    expect(addDays('soon', 1)).toBeUndefined();
    expect(addMonths('soon', 1)).toBeUndefined();
  });
});

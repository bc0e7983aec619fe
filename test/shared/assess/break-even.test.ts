/** The arithmetic of metered and unlimited billing, and of days. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareBilling, monthlyCost, mostGigabytes } from '../../../shared/assess/break-even.ts';
import { addDays, dayNumber } from '../../../shared/assess/days.ts';

const prices = { meteredMonthly: 430, perGigabyte: 0.025, unlimitedMonthly: 1150 };

describe('metered or unlimited', () => {
  it('breaks even where the flat fee is used up', () => {
    expect(compareBilling(prices)).toEqual({ kind: 'compared', threshold: 28_800 });
  });

  it.each([
    [28_799, 'metered'],
    [28_800, 'equal'],
    [28_801, 'unlimited'],
  ])('at %d GB a month: %s', (egress, cheaper) => {
    expect(compareBilling({ ...prices, egress })).toMatchObject({ now: { cheaper } });
  });

  it('says what the cheaper one saves', () => {
    const compared = compareBilling({ ...prices, egress: 12_000 });
    expect(compared).toMatchObject({ now: { saving: 420, metered: 730, unlimited: 1150 } });
  });

  it('knows prices at which one of them always wins', () => {
    expect(compareBilling({ ...prices, unlimitedMonthly: 430 })).toMatchObject({ threshold: 0 });
    expect(compareBilling({ ...prices, perGigabyte: 0 })).toEqual({ kind: 'compared', threshold: undefined });
  });

  it('does not compare without the prices it needs', () => {
    expect(compareBilling({ ...prices, perGigabyte: undefined })).toBeUndefined();
    expect(compareBilling({})).toBeUndefined();
  });

  it('leaves Local no choice', () => {
    expect(compareBilling(prices, 'local')).toEqual({ kind: 'unlimited-only' });
    expect(monthlyCost({ ...prices, egress: 1 }, { sku: 'local', billing: 'metered' })).toEqual({
      billing: 'unlimited',
      azure: 1150,
      provider: undefined,
    });
  });

  it('bills what was chosen, and the cheaper one while nothing is', () => {
    const used = { ...prices, providerMonthly: 900, egress: 12_000 };
    expect(monthlyCost(used, { billing: 'unlimited' })).toEqual({
      billing: 'unlimited',
      azure: 1150,
      provider: 900,
    });
    expect(monthlyCost(used, {})).toEqual({ billing: 'metered', azure: 730, provider: 900 });
    expect(monthlyCost({ ...used, egress: 30_000 }, {})?.billing).toBe('unlimited');
    expect(monthlyCost({ ...used, egress: undefined }, { billing: 'metered' })).toBeUndefined();
    expect(monthlyCost({}, {})).toBeUndefined();
  });

  it('never names the dearer one, and changes its mind exactly at the threshold', () => {
    const money = fc.double({ min: 0, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(money, money, money, money, (meteredMonthly, perGigabyte, unlimitedMonthly, egress) => {
        const compared = compareBilling({ meteredMonthly, perGigabyte, unlimitedMonthly, egress });
        if (compared?.kind !== 'compared' || !compared.now) throw new Error('not compared');
        const { cheaper, metered, unlimited } = compared.now;
        if (cheaper === 'metered') expect(metered).toBeLessThan(unlimited);
        if (cheaper === 'unlimited') {
          expect(unlimited).toBeLessThan(metered);
          expect(egress).toBeGreaterThanOrEqual((compared.threshold ?? Number.POSITIVE_INFINITY) - 1e-6);
        }
      }),
    );
  });

  it('knows what a line can deliver at most', () => {
    // 50 Mbps is 6.25 MB/s on each link; 730 hours a month.
    expect(mostGigabytes(50)).toBe(32_850);
  });
});

describe('days', () => {
  it('are counted from 1970', () => {
    expect(dayNumber('1970-01-01')).toBe(0);
    expect(dayNumber('2000-03-01')).toBe(11_017);
    expect(dayNumber('soon')).toBeUndefined();
    expect(addDays('soon', 1)).toBeUndefined();
  });

  it('pass leap days and years', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2027-02-28', 1)).toBe('2027-03-01');
    expect(addDays('2026-11-21', 84)).toBe('2027-02-13');
    expect(addDays('2100-02-28', 1)).toBe('2100-03-01');
  });

  it('agree with the calendar everywhere', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 100_000 }),
        fc.integer({ min: -4000, max: 4000 }),
        (start, shift) => {
          const iso = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);
          expect(dayNumber(iso(start))).toBe(start);
          if (start + shift >= 0) expect(addDays(iso(start), shift)).toBe(iso(start + shift));
        },
      ),
    );
  });
});

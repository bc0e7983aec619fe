/** Metered or unlimited: what a circuit costs a month either way, and from which volume the flat fee is the cheaper one. */

/** Prices are the user's own, in one currency; egress is what Microsoft sends in a month, in GB. */
export type CircuitPrices = {
  meteredMonthly?: number | undefined;
  perGigabyte?: number | undefined;
  unlimitedMonthly?: number | undefined;
  providerMonthly?: number | undefined;
  egress?: number | undefined;
};

export type Billing = 'metered' | 'unlimited';

export type BreakEven =
  /** The Local SKU is sold with unlimited data only. */
  | { kind: 'unlimited-only' }
  | {
      kind: 'compared';
      /** GB a month at which both cost the same, 0 when unlimited always is cheaper; undefined when metered always is. */
      threshold: number | undefined;
      /** What holds at today's volume, where that is known. */
      now?: { cheaper: Billing | 'equal'; saving: number; metered: number; unlimited: number };
    };

/** Undefined while a price is missing that the comparison needs. */
export function compareBilling(prices: CircuitPrices, sku?: string): BreakEven | undefined {
  if (sku === 'local') return { kind: 'unlimited-only' };
  const { meteredMonthly, perGigabyte, unlimitedMonthly, egress } = prices;
  if (meteredMonthly === undefined || perGigabyte === undefined || unlimitedMonthly === undefined)
    return undefined;
  const difference = unlimitedMonthly - meteredMonthly;
  const threshold = difference <= 0 ? 0 : perGigabyte > 0 ? difference / perGigabyte : undefined;
  if (egress === undefined) return { kind: 'compared', threshold };
  const metered = meteredMonthly + perGigabyte * egress;
  const saving = Math.abs(metered - unlimitedMonthly);
  // Below a cent the two are the same, whatever floating point says.
  const cheaper = saving < 0.005 ? 'equal' : metered < unlimitedMonthly ? 'metered' : 'unlimited';
  return { kind: 'compared', threshold, now: { cheaper, saving, metered, unlimited: unlimitedMonthly } };
}

export type MonthlyCost = { billing: Billing; azure: number; provider: number | undefined };

/** What the circuit costs a month with the billing chosen, or with the cheaper one while none is; undefined while a price is missing. */
export function monthlyCost(
  prices: CircuitPrices,
  circuit: { sku?: string | undefined; billing?: string | undefined },
): MonthlyCost | undefined {
  const { meteredMonthly, perGigabyte, unlimitedMonthly, egress, providerMonthly: provider } = prices;
  const metered =
    meteredMonthly === undefined || perGigabyte === undefined || egress === undefined
      ? undefined
      : meteredMonthly + perGigabyte * egress;
  const billing =
    circuit.sku === 'local'
      ? 'unlimited'
      : circuit.billing === 'metered' || circuit.billing === 'unlimited'
        ? circuit.billing
        : metered !== undefined && unlimitedMonthly !== undefined
          ? metered < unlimitedMonthly
            ? 'metered'
            : 'unlimited'
          : undefined;
  const azure = billing === 'metered' ? metered : billing === 'unlimited' ? unlimitedMonthly : undefined;
  return billing === undefined || azure === undefined ? undefined : { billing, azure, provider };
}

const secondsAMonth = 730 * 3600;

/** The most that both links of a circuit can deliver in a month, in GB; no true volume is larger. */
export function mostGigabytes(mbps: number): number {
  return (2 * mbps * secondsAMonth) / 8 / 1000;
}

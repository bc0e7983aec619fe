/** Firing and silent cases of the rules in rules/costs.ts. */
import type { CaseTables, RuleCase } from '../rule-case.ts';

const unknown = { state: 'unknown' } as const;

type Circuit = NonNullable<CaseTables['circuits']>[number];
type Price = NonNullable<CaseTables['prices']>[number];

const circuit = (cells: Partial<Circuit> = {}): Circuit => ({
  name: 'Paris A',
  location: 'paris',
  bandwidth: 500,
  sku: 'standard',
  ...cells,
});
/** Unlimited is cheaper from (1150 - 430) / 0.025 = 28,800 GB a month. */
const price = (cells: Partial<Price> = {}): Price => ({
  circuit: 'r1',
  currency: 'EUR',
  meteredMonthly: 430,
  perGigabyte: 0.025,
  unlimitedMonthly: 1150,
  providerMonthly: 900,
  ...cells,
});

export const costsCases: readonly RuleCase[] = [
  {
    rule: 'costs.blocks',
    name: 'own effort is missing',
    fires: true,
    severity: 'risk',
    answers: { 'justification.costs.blocks': ['azure', 'provider'] },
  },
  {
    rule: 'costs.blocks',
    name: 'nobody knows',
    fires: true,
    answers: { 'justification.costs.blocks': unknown },
  },
  {
    rule: 'costs.blocks',
    name: 'all three',
    fires: false,
    answers: { 'justification.costs.blocks': ['azure', 'provider', 'internal-effort'] },
  },
  {
    rule: 'costs.blocks',
    name: 'not asked yet',
    fires: false,
  },
  {
    rule: 'costs.provider-price',
    name: 'in the case, but without a figure',
    fires: true,
    severity: 'advice',
    answers: { 'justification.costs.blocks': ['azure', 'provider', 'internal-effort'] },
    tables: { circuits: [circuit()], prices: [{ circuit: 'r1', unlimitedMonthly: 1150 }] },
  },
  {
    rule: 'costs.provider-price',
    name: 'with its figure',
    fires: false,
    answers: { 'justification.costs.blocks': ['azure', 'provider', 'internal-effort'] },
    tables: { circuits: [circuit()], prices: [price()] },
  },
  {
    rule: 'costs.circuit-unpriced',
    name: 'the second circuit has no price',
    fires: true,
    count: 1,
    tables: { circuits: [circuit(), circuit({ name: 'Paris B' })], prices: [price()] },
  },
  {
    rule: 'costs.circuit-unpriced',
    name: 'no prices at all yet',
    fires: false,
    tables: { circuits: [circuit(), circuit({ name: 'Paris B' })] },
  },
  {
    rule: 'costs.circuit-unpriced',
    name: 'both are priced',
    fires: false,
    tables: {
      circuits: [circuit(), circuit({ name: 'Paris B' })],
      prices: [price(), price({ circuit: 'r2' })],
    },
  },
  {
    rule: 'costs.priced-twice',
    name: 'two rows for one circuit',
    fires: true,
    count: 1,
    tables: { circuits: [circuit()], prices: [price(), price()] },
  },
  {
    rule: 'costs.priced-twice',
    name: 'one row each',
    fires: false,
    tables: {
      circuits: [circuit(), circuit({ name: 'Paris B' })],
      prices: [price(), price({ circuit: 'r2' })],
    },
  },
  {
    rule: 'costs.currencies',
    name: 'euro and dollar',
    fires: true,
    severity: 'advice',
    tables: {
      circuits: [circuit(), circuit({ name: 'Dallas' })],
      prices: [price(), price({ circuit: 'r2', currency: 'USD' })],
    },
  },
  {
    rule: 'costs.currencies',
    name: 'the same in two spellings',
    fires: false,
    tables: {
      circuits: [circuit(), circuit({ name: 'Paris B' })],
      prices: [price(), price({ circuit: 'r2', currency: 'eur ' })],
    },
  },
  {
    rule: 'costs.break-even',
    name: 'metered above the break-even',
    fires: true,
    severity: 'advice',
    count: 1,
    tables: { circuits: [circuit({ billing: 'metered' })], prices: [price({ egress: 28_801 })] },
  },
  {
    rule: 'costs.break-even',
    name: 'unlimited below the break-even, not ordered yet',
    fires: true,
    tables: { circuits: [circuit({ billing: 'unlimited' })], prices: [price({ egress: 12_000 })] },
  },
  {
    rule: 'costs.break-even',
    name: 'unlimited below the break-even, and in service',
    fires: true,
    tables: {
      circuits: [circuit({ billing: 'unlimited', provisioning: 'provisioned' })],
      prices: [price({ egress: 12_000 })],
    },
  },
  {
    rule: 'costs.break-even',
    name: 'exactly at the break-even',
    fires: false,
    tables: { circuits: [circuit({ billing: 'metered' })], prices: [price({ egress: 28_800 })] },
  },
  {
    rule: 'costs.break-even',
    name: 'metered below the break-even',
    fires: false,
    tables: { circuits: [circuit({ billing: 'metered' })], prices: [price({ egress: 12_000 })] },
  },
  {
    rule: 'costs.break-even',
    name: 'Local has no choice',
    fires: false,
    tables: {
      circuits: [circuit({ sku: 'local', billing: 'unlimited' })],
      prices: [price({ egress: 12_000 })],
    },
  },
  {
    rule: 'costs.local-metered',
    name: 'Local and metered',
    fires: true,
    severity: 'blocker',
    tables: { circuits: [circuit({ sku: 'local', billing: 'metered' })] },
  },
  {
    rule: 'costs.local-metered',
    name: 'Local and unlimited, Standard and metered',
    fires: false,
    tables: {
      circuits: [circuit({ sku: 'local', billing: 'unlimited' }), circuit({ billing: 'metered' })],
    },
  },
  {
    rule: 'costs.billing-open',
    name: 'prices are there, the choice is not',
    fires: true,
    tables: { circuits: [circuit()], prices: [price({ egress: 12_000 })] },
  },
  {
    rule: 'costs.billing-open',
    name: 'nor is the volume',
    fires: true,
    tables: { circuits: [circuit()], prices: [price()] },
  },
  {
    rule: 'costs.billing-open',
    name: 'chosen',
    fires: false,
    tables: { circuits: [circuit({ billing: 'metered' })], prices: [price()] },
  },
  {
    rule: 'costs.billing-open',
    name: 'Local has no choice, and nobody has priced the other',
    fires: false,
    tables: { circuits: [circuit({ sku: 'local' }), circuit()], prices: [price()] },
  },
  {
    rule: 'costs.egress-missing',
    name: 'prices without volume',
    fires: true,
    severity: 'advice',
    tables: { circuits: [circuit({ billing: 'metered' })], prices: [price()] },
  },
  {
    rule: 'costs.egress-missing',
    name: 'unlimited is cheaper at any volume',
    fires: false,
    tables: { circuits: [circuit()], prices: [price({ unlimitedMonthly: 430 })] },
  },
  {
    rule: 'costs.egress-missing',
    name: 'with volume',
    fires: false,
    tables: { circuits: [circuit()], prices: [price({ egress: 1 })] },
  },
  {
    rule: 'costs.egress-impossible',
    name: 'more than both links can carry',
    fires: true,
    severity: 'risk',
    tables: { circuits: [circuit({ bandwidth: 50 })], prices: [price({ egress: 32_851 })] },
  },
  {
    rule: 'costs.egress-impossible',
    name: 'as much as both links can carry',
    fires: false,
    tables: { circuits: [circuit({ bandwidth: 50 })], prices: [price({ egress: 32_850 })] },
  },
  {
    rule: 'costs.service-egress',
    name: 'not known',
    fires: true,
    severity: 'advice',
    answers: { 'justification.costs.egress-known': 'no' },
  },
  {
    rule: 'costs.service-egress',
    name: 'not known, and unlimited is planned',
    fires: true,
    severity: 'risk',
    answers: { 'justification.costs.egress-known': unknown },
    tables: { circuits: [circuit({ billing: 'unlimited' })] },
  },
  {
    rule: 'costs.service-egress',
    name: 'known',
    fires: false,
    answers: { 'justification.costs.egress-known': 'yes' },
    tables: { circuits: [circuit({ billing: 'unlimited' })] },
  },
  {
    rule: 'costs.order-early',
    name: 'the provider has no contract',
    fires: true,
    answers: {
      'justification.decision.order': '2027-01-11',
      'justification.prerequisites.provider': 'chosen',
    },
  },
  {
    rule: 'costs.order-early',
    name: 'nobody knows how far the provider is',
    fires: true,
    answers: {
      'justification.decision.order': '2027-01-11',
      'justification.prerequisites.provider': unknown,
    },
  },
  {
    rule: 'costs.order-early',
    name: 'under contract',
    fires: false,
    answers: {
      'justification.decision.order': '2027-01-11',
      'justification.prerequisites.provider': 'contracted',
    },
  },
  {
    rule: 'costs.order-early',
    name: 'no order date',
    fires: false,
    answers: { 'justification.prerequisites.provider': 'chosen' },
  },
  {
    rule: 'costs.paying-idle',
    name: 'created 40 days ago, and the provider is only chosen',
    fires: true,
    answers: { 'justification.prerequisites.provider': 'chosen' },
    tables: { circuits: [circuit({ provisioning: 'not-provisioned', ordered: '2026-10-12' })] },
  },
  {
    rule: 'costs.paying-idle',
    name: 'created without a date',
    fires: true,
    answers: { 'justification.prerequisites.provider': 'contracted' },
    tables: { circuits: [circuit({ provisioning: 'provisioning' })] },
  },
  {
    rule: 'costs.paying-idle',
    name: 'only planned',
    fires: false,
    answers: { 'justification.prerequisites.provider': 'chosen' },
    tables: { circuits: [circuit({ provisioning: 'planned' })] },
  },
  {
    rule: 'costs.paying-idle',
    name: 'the line is in',
    fires: false,
    answers: { 'justification.prerequisites.provider': 'installed' },
    tables: { circuits: [circuit({ provisioning: 'not-provisioned' })] },
  },
  {
    rule: 'costs.key-too-early',
    name: 'not agreed',
    fires: true,
    answers: { 'peering.circuits.manual-order': 'no' },
  },
  {
    rule: 'costs.key-too-early',
    name: 'agreed',
    fires: false,
    answers: { 'peering.circuits.manual-order': 'yes' },
  },
  {
    rule: 'costs.sizing',
    name: 'nobody signed',
    fires: true,
    severity: 'gate',
    answers: { 'justification.costs.sizing-signed': 'no' },
  },
  {
    rule: 'costs.sizing',
    name: 'nobody knows, and the sizes stand there',
    fires: true,
    severity: 'gate',
    answers: { 'justification.costs.sizing-signed': unknown },
    tables: { circuits: [circuit(), circuit({ name: 'Paris B' })] },
  },
  {
    rule: 'costs.sizing',
    name: 'signed',
    fires: false,
    answers: { 'justification.costs.sizing-signed': 'yes' },
    tables: { circuits: [circuit()] },
  },
];

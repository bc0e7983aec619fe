/** Rules on the bill: what is missing from it, which billing is cheaper, and when it starts to run. */
import type { RowOf } from '../../content/tables.ts';
import { amount } from '../amount.ts';
import { answerRule } from '../answer-rule.ts';
import { compareBilling, mostGigabytes } from '../break-even.ts';
import { dayNumber } from '../days.ts';
import { groupRows, listed } from '../planned.ts';
import type { Reader } from '../reader.ts';
import { type Hit, type Rule, rule } from '../rule.ts';

const blockNames = ['azure', 'provider', 'internal-effort'] as const;

const blocks = rule({
  id: 'costs.blocks',
  severity: 'risk',
  reads: ['justification.costs.blocks'],
  facts: ['C-01'],
  check: (project) => {
    const from = [project.at('justification.costs.blocks')];
    const state = project.state('justification.costs.blocks');
    if (state === 'unknown') return { variant: 'unknown', from };
    if (state !== 'answered') return undefined;
    const missing = blockNames.filter((block) => !project.said('justification.costs.blocks', block));
    if (missing.length === 0) return undefined;
    const names = missing.map((block) => project.label('justification.costs.blocks', block));
    return { values: { blocks: listed(names), count: missing.length }, from };
  },
});

/** Rows of prices whose circuit is known, with it. */
function priced(project: Reader): { prices: RowOf<'prices'>; circuit: RowOf<'circuits'>; name: string }[] {
  return project.rows('prices').flatMap((prices) => {
    const circuit = project.row('circuits', prices.circuit);
    return circuit ? [{ prices, circuit, name: project.nameOf('circuits', circuit.id) }] : [];
  });
}

/** The currency before a sum, where the row names one. */
function sum(value: number, prices: RowOf<'prices'>): string {
  const currency = prices.currency?.trim() ?? '';
  return currency === '' ? amount(value) : `${currency} ${amount(value)}`;
}

const providerPrice = rule({
  id: 'costs.provider-price',
  severity: 'advice',
  reads: ['justification.costs.blocks', 'prices', 'circuits'],
  facts: ['C-01'],
  check: (project) => {
    if (!project.said('justification.costs.blocks', 'provider')) return undefined;
    const without = priced(project).filter(({ prices }) => prices.providerMonthly === undefined);
    if (without.length === 0) return undefined;
    return {
      values: { circuits: listed(without.map(({ name }) => name)) },
      from: [
        ...without.map(({ prices }) => project.cell('prices', prices.id, 'providerMonthly')),
        project.at('justification.costs.blocks'),
      ],
    };
  },
});

const circuitUnpriced = rule({
  id: 'costs.circuit-unpriced',
  severity: 'risk',
  reads: ['prices', 'circuits'],
  facts: ['C-01', 'C-02'],
  check: (project) => {
    const known = new Set(project.rows('prices').map((row) => row.circuit));
    const without = project.rows('circuits').filter((row) => !known.has(row.id));
    if (known.size === 0 || without.length === 0) return undefined;
    return {
      values: { circuits: listed(without.map((row) => project.nameOf('circuits', row.id))) },
      from: [
        project.at('justification.costs.prices'),
        ...without.map((row) => project.cell('circuits', row.id, 'name')),
      ],
    };
  },
});

const pricedTwice = rule({
  id: 'costs.priced-twice',
  severity: 'risk',
  reads: ['prices', 'circuits'],
  facts: ['C-02'],
  check: (project) =>
    [...groupRows(project.rows('prices'), (row) => row.circuit).entries()]
      .filter(([, rows]) => rows.length > 1)
      .map(
        ([circuit, rows]): Hit => ({
          about: circuit,
          values: { circuit: project.nameOf('circuits', circuit), count: rows.length },
          from: rows.map((row) => project.cell('prices', row.id, 'circuit')),
        }),
      ),
});

const currencies = rule({
  id: 'costs.currencies',
  severity: 'advice',
  reads: ['prices'],
  facts: ['C-01'],
  check: (project) => {
    const groups = groupRows(
      project.rows('prices'),
      (row) => row.currency?.trim().toUpperCase() || undefined,
    );
    if (groups.size < 2) return undefined;
    return {
      values: { currencies: listed([...groups.keys()].sort()) },
      from: [...groups.values()].flat().map((row) => project.cell('prices', row.id, 'currency')),
    };
  },
});

/** Bought already, so that going back from unlimited would need a new circuit. */
function isBought(circuit: RowOf<'circuits'>, today: string): boolean {
  if (circuit.provisioning !== undefined && circuit.provisioning !== 'planned') return true;
  return circuit.ordered !== undefined && circuit.ordered <= today;
}

const breakEven = rule({
  id: 'costs.break-even',
  severity: 'advice',
  reads: ['prices', 'circuits'],
  facts: ['C-02', 'C-05'],
  check: (project) =>
    priced(project).flatMap(({ prices, circuit, name }): Hit[] => {
      const compared = compareBilling(prices, circuit.sku);
      if (compared?.kind !== 'compared' || !compared.now || circuit.billing === undefined) return [];
      const { cheaper, saving, metered, unlimited } = compared.now;
      if (cheaper === 'equal' || cheaper === circuit.billing) return [];
      const isLocked = cheaper === 'metered' && isBought(circuit, project.today);
      return [
        {
          about: prices.id,
          variant: isLocked ? 'locked' : cheaper,
          values: {
            circuit: name,
            egress: amount(prices.egress ?? 0),
            // Only asked for where unlimited can win; elsewhere the sentence does without it.
            threshold: amount(Math.ceil(compared.threshold ?? 0)),
            saving: sum(saving, prices),
            metered: sum(metered, prices),
            unlimited: sum(unlimited, prices),
          },
          from: [
            project.cell('prices', prices.id, 'egress'),
            project.cell('circuits', circuit.id, 'billing'),
          ],
        },
      ];
    }),
});

const localMetered = rule({
  id: 'costs.local-metered',
  severity: 'blocker',
  reads: ['circuits'],
  facts: ['C-02', 'S-01'],
  check: (project) =>
    project
      .rows('circuits')
      .filter((row) => row.sku === 'local' && row.billing === 'metered')
      .map(
        (row): Hit => ({
          about: row.id,
          values: { circuit: project.nameOf('circuits', row.id) },
          from: [project.cell('circuits', row.id, 'billing'), project.cell('circuits', row.id, 'sku')],
        }),
      ),
});

const billingOpen = rule({
  id: 'costs.billing-open',
  severity: 'risk',
  reads: ['prices', 'circuits'],
  facts: ['C-02', 'C-05'],
  check: (project) =>
    priced(project).flatMap(({ prices, circuit, name }): Hit[] => {
      if (circuit.billing !== undefined || circuit.sku === 'local') return [];
      const now = compareBilling(prices, circuit.sku);
      const from = [
        project.cell('circuits', circuit.id, 'billing'),
        project.cell('prices', prices.id, 'circuit'),
      ];
      if (now?.kind !== 'compared' || !now.now)
        return [{ about: prices.id, values: { circuit: name }, from }];
      const { metered, unlimited } = now.now;
      return [
        {
          about: prices.id,
          variant: 'computed',
          values: { circuit: name, metered: sum(metered, prices), unlimited: sum(unlimited, prices) },
          from,
        },
      ];
    }),
});

const egressMissing = rule({
  id: 'costs.egress-missing',
  severity: 'advice',
  reads: ['prices', 'circuits'],
  facts: ['C-02'],
  check: (project) =>
    priced(project).flatMap(({ prices, circuit, name }): Hit[] => {
      const compared = compareBilling(prices, circuit.sku);
      if (compared?.kind !== 'compared' || compared.now || !compared.threshold) return [];
      return [
        {
          about: prices.id,
          values: { circuit: name, threshold: amount(Math.ceil(compared.threshold)) },
          from: [project.cell('prices', prices.id, 'egress')],
        },
      ];
    }),
});

const egressImpossible = rule({
  id: 'costs.egress-impossible',
  severity: 'risk',
  reads: ['prices', 'circuits'],
  facts: ['C-02', 'W-07'],
  check: (project) =>
    priced(project).flatMap(({ prices, circuit, name }): Hit[] => {
      if (prices.egress === undefined || circuit.bandwidth === undefined) return [];
      const most = mostGigabytes(circuit.bandwidth);
      if (prices.egress <= most) return [];
      return [
        {
          about: prices.id,
          values: {
            circuit: name,
            egress: amount(prices.egress),
            most: amount(Math.floor(most)),
            mbps: amount(circuit.bandwidth),
          },
          from: [
            project.cell('prices', prices.id, 'egress'),
            project.cell('circuits', circuit.id, 'bandwidth'),
          ],
        },
      ];
    }),
});

const serviceEgress = rule({
  id: 'costs.service-egress',
  severity: 'advice',
  reads: ['justification.costs.egress-known', 'circuits'],
  facts: ['C-03'],
  check: (project) => {
    if (!project.isNotDone('justification.costs.egress-known')) return undefined;
    const at = project.at('justification.costs.egress-known');
    const unlimited = project.rows('circuits').filter((row) => row.billing === 'unlimited');
    if (unlimited.length === 0) return { from: [at] };
    return {
      variant: 'unlimited',
      severity: 'risk',
      values: { circuits: listed(unlimited.map((row) => project.nameOf('circuits', row.id))) },
      from: [at, ...unlimited.map((row) => project.cell('circuits', row.id, 'billing'))],
    };
  },
});

const orderEarly = rule({
  id: 'costs.order-early',
  severity: 'risk',
  reads: ['justification.decision.order', 'justification.prerequisites.provider'],
  facts: ['C-04'],
  check: (project) => {
    const order = project.text('justification.decision.order');
    const provider = project.choice('justification.prerequisites.provider');
    const isUnknown = project.state('justification.prerequisites.provider') === 'unknown';
    if (order === undefined || !(isUnknown || provider === 'none' || provider === 'chosen')) return undefined;
    return {
      ...(isUnknown ? { variant: 'unknown' } : {}),
      values: { order, provider: project.label('justification.prerequisites.provider', provider ?? '') },
      from: [project.at('justification.decision.order'), project.at('justification.prerequisites.provider')],
    };
  },
});

const payingIdle = rule({
  id: 'costs.paying-idle',
  severity: 'risk',
  reads: ['circuits', 'justification.prerequisites.provider'],
  facts: ['C-04'],
  check: (project) => {
    const provider = project.choice('justification.prerequisites.provider');
    // With the line in, handing over the key is the next step and a few days of bill are its price.
    if (provider === undefined || provider === 'installed') return undefined;
    return project.rows('circuits').flatMap((row): Hit[] => {
      if (row.provisioning !== 'not-provisioned' && row.provisioning !== 'provisioning') return [];
      const since = row.ordered === undefined ? undefined : dayNumber(row.ordered);
      const days = since === undefined ? 0 : (dayNumber(project.today) ?? 0) - since;
      return [
        {
          about: row.id,
          ...(days > 0 ? { variant: 'days' } : {}),
          values: {
            circuit: project.nameOf('circuits', row.id),
            provider: project.label('justification.prerequisites.provider', provider),
            days,
            ordered: row.ordered ?? '',
          },
          from: [
            project.cell('circuits', row.id, 'provisioning'),
            project.at('justification.prerequisites.provider'),
          ],
        },
      ];
    });
  },
});

const sizing = rule({
  id: 'costs.sizing',
  severity: 'gate',
  reads: ['justification.costs.sizing-signed', 'circuits'],
  facts: ['C-06'],
  check: (project) => {
    if (!project.isNotDone('justification.costs.sizing-signed')) return undefined;
    const sized = project.rows('circuits').filter((row) => row.bandwidth !== undefined);
    const at = project.at('justification.costs.sizing-signed');
    if (sized.length === 0) return { from: [at] };
    const sizes = sized.map(
      (row) => `${project.nameOf('circuits', row.id)} ${amount(row.bandwidth ?? 0)} Mbps`,
    );
    return {
      variant: 'circuits',
      values: { circuits: listed(sizes) },
      from: [at, ...sized.map((row) => project.cell('circuits', row.id, 'bandwidth'))],
    };
  },
});

export const costsRules: readonly Rule[] = [
  blocks,
  providerPrice,
  circuitUnpriced,
  pricedTwice,
  currencies,
  breakEven,
  localMetered,
  billingOpen,
  egressMissing,
  egressImpossible,
  serviceEgress,
  orderEarly,
  payingIdle,
  answerRule('costs.key-too-early', 'risk', ['C-04', 'C-05'], 'peering.circuits.manual-order', 'no'),
  sizing,
];

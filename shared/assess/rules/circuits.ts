/** Rules on circuits as such: what is offered, how many, where, and what is left when one of them fails. */
import type { RowOf } from '../../content/tables.ts';
import { circuitGroups, circuitLoadReads, sumOf, withHeadroom } from '../load.ts';
import { peeringLocation } from '../look-up.ts';
import { groupRows, listed, locationName } from '../planned.ts';
import type { Reader } from '../reader.ts';
import { type Hit, type Rule, rule } from '../rule.ts';
import { resilienceRules } from './resilience.ts';
import { skuRules } from './sku.ts';

const mostCircuits = (project: Reader, id: string) =>
  project.reference['circuit-options'].items.find((item) => item.type === 'count' && item.id === id);

/** Why no such bandwidth can be ordered; undefined when it can, or when too little is known. */
function judgeBandwidth(
  project: Reader,
  circuit: RowOf<'circuits'>,
): 'provider' | 'direct' | 'any' | 'enrolment' | undefined {
  const { bandwidth, model } = circuit;
  if (bandwidth === undefined) return undefined;
  const offers = project.reference['circuit-options'].items.flatMap((item) =>
    item.type === 'bandwidth' && item.mbps === bandwidth ? item.offers : [],
  );
  if (offers.length === 0) return 'any';
  if (model === undefined) return undefined;
  if (model !== 'direct') return offers.includes('provider') ? undefined : 'provider';
  const direct = offers.filter((offer) => offer !== 'provider');
  if (direct.length === 0) return 'direct';
  return direct.every((offer) => offer === 'direct-400g') ? 'enrolment' : undefined;
}

export const circuitsRules: readonly Rule[] = [
  rule({
    id: 'circuits.bandwidth-not-offered',
    severity: 'blocker',
    reads: ['circuits'],
    facts: ['S-18', 'C-06'],
    check: (project) => {
      const hits: Hit[] = [];
      for (const circuit of project.rows('circuits')) {
        const variant = judgeBandwidth(project, circuit);
        if (variant === undefined || circuit.bandwidth === undefined) continue;
        hits.push({
          about: circuit.id,
          variant,
          ...(variant === 'enrolment' ? { severity: 'risk' } : {}),
          values: { circuit: project.nameOf('circuits', circuit.id), bandwidth: circuit.bandwidth },
          from: [
            project.cell('circuits', circuit.id, 'bandwidth'),
            ...(variant === 'any' ? [] : [project.cell('circuits', circuit.id, 'model')]),
          ],
        });
      }
      return hits;
    },
  }),

  rule({
    id: 'circuits.count',
    severity: 'advice',
    reads: ['circuits'],
    facts: ['S-16'],
    check: (project) => {
      const count = project.rows('circuits').length;
      const perSubscription = mostCircuits(project, 'circuits-per-subscription');
      const perRegion = mostCircuits(project, 'circuits-per-region');
      if (perSubscription?.type !== 'count' || perRegion?.type !== 'count') return undefined;
      const values = { count, most: perSubscription.value, mostPerRegion: perRegion.value };
      const from = [project.at('peering.circuits.list')];
      if (count > perSubscription.value)
        return { variant: 'subscription', severity: 'blocker', values, from };
      return count > perRegion.value ? { values, from } : undefined;
    },
  }),

  rule({
    id: 'circuits.metro',
    severity: 'gate',
    reads: ['circuits'],
    facts: ['S-12'],
    check: (project) => {
      const hits: Hit[] = [];
      for (const circuit of project.rows('circuits')) {
        const first = peeringLocation(project.reference, circuit.location);
        const second = peeringLocation(project.reference, circuit.secondLocation);
        const hit = {
          about: circuit.id,
          values: {
            circuit: project.nameOf('circuits', circuit.id),
            location: locationName(project.reference, circuit.location),
            second: locationName(project.reference, circuit.secondLocation),
          },
          from: [
            project.cell('circuits', circuit.id, 'resiliency'),
            project.cell('circuits', circuit.id, 'secondLocation'),
          ],
        };
        if (circuit.resiliency === 'standard' && circuit.secondLocation !== undefined) {
          hits.push({ ...hit, variant: 'standard', severity: 'risk' });
        }
        if (circuit.resiliency !== 'metro' || circuit.location === undefined) continue;
        if (circuit.secondLocation === undefined) hits.push(hit);
        else if (circuit.secondLocation === circuit.location) {
          hits.push({ ...hit, variant: 'same', severity: 'blocker' });
        } else if (first && second && first.geography !== second.geography) {
          hits.push({ ...hit, variant: 'apart', severity: 'blocker' });
        }
      }
      return hits;
    },
  }),

  rule({
    id: 'circuits.unmanaged-paths',
    severity: 'risk',
    reads: ['circuits', 'routing.steering.circuit-choice'],
    facts: ['S-07'],
    check: (project) => {
      const isOpen = project.isNotDone('routing.steering.circuit-choice');
      if (!isOpen) return undefined;
      const hits: Hit[] = [];
      const groups = groupRows(
        project.rows('circuits'),
        (row) => peeringLocation(project.reference, row.location)?.geography,
      );
      for (const [geography, circuits] of groups) {
        if (circuits.length < 2) continue;
        hits.push({
          about: geography,
          values: { circuits: listed(circuits.map((row) => project.nameOf('circuits', row.id))) },
          from: [
            project.at('routing.steering.circuit-choice'),
            ...circuits.map((row) => project.cell('circuits', row.id, 'location')),
          ],
        });
      }
      return hits;
    },
  }),

  rule({
    id: 'circuits.branches',
    severity: 'risk',
    reads: ['sites', 'edges'],
    facts: ['S-09'],
    check: (project) => {
      const branches = project.rows('sites').filter((site) => site.kind === 'branch');
      const own = branches.filter((site) => {
        const edge = project.row('edges', site.expressRouteEdge);
        return edge?.site === site.id && edge.kind !== 'internet';
      });
      if (own.length < 2 || own.length < branches.length) return undefined;
      return {
        values: { count: own.length, sites: listed(own.map((site) => project.nameOf('sites', site.id))) },
        from: own.map((site) => project.cell('sites', site.id, 'expressRouteEdge')),
      };
    },
  }),

  rule({
    id: 'circuits.loss-of-one',
    severity: 'risk',
    reads: ['client.capacity.headroom', ...circuitLoadReads],
    facts: ['S-14', 'W-05'],
    check: (project) => judgeLoss(project),
  }),

  ...resilienceRules,
  ...skuRules,
];

function judgeLoss(project: Reader): Hit[] {
  const headroom = project.number('client.capacity.headroom') ?? 0;
  const hits: Hit[] = [];
  for (const { key, circuits, load, from } of circuitGroups(project)) {
    const bandwidths = circuits.map((row) => row.bandwidth).filter((one) => one !== undefined);
    if (load === 0 || circuits.length < 2 || bandwidths.length < circuits.length) continue;
    const remaining = sumOf(bandwidths, (one) => one) - Math.max(...bandwidths);
    const needed = withHeadroom(load, headroom);
    if (remaining >= needed) continue;
    hits.push({
      about: key,
      values: {
        circuits: listed(circuits.map((row) => project.nameOf('circuits', row.id))),
        remaining,
        needed,
        load,
        headroom,
      },
      from: [
        ...circuits.map((row) => project.cell('circuits', row.id, 'bandwidth')),
        ...(headroom > 0 ? [project.at('client.capacity.headroom')] : []),
        ...from(),
      ],
    });
  }
  return hits;
}

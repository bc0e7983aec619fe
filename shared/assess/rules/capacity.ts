/** Rules on capacity: whether circuits and internet lines are big enough, and on what that judgement rests. */
import { answerRule } from '../answer-rule.ts';
import { type CircuitGroup, circuitGroups, circuitLoadReads, edgesOf, sumOf, withHeadroom } from '../load.ts';
import { limit } from '../look-up.ts';
import { groupRows, listed, ridesExpressRoute } from '../planned.ts';
import type { Reader } from '../reader.ts';
import { type Hit, type Rule, rule } from '../rule.ts';
import { lineRules } from './capacity-lines.ts';

/** The next size on offer for circuits of this kind; undefined beyond the largest. */
function nextSize(project: Reader, group: CircuitGroup, needed: number): string | undefined {
  const isDirect = group.circuits.every((row) => row.model === 'direct');
  return project.reference['circuit-options'].items
    .flatMap((item) => (item.type === 'bandwidth' && item.mbps >= needed ? [item] : []))
    .filter((item) =>
      isDirect ? item.offers.some((offer) => offer !== 'provider') : item.offers.includes('provider'),
    )
    .sort((left, right) => left.mbps - right.mbps)[0]?.label;
}

function judgeLoad(project: Reader, group: CircuitGroup): Hit | undefined {
  const bandwidths = group.circuits.map((row) => row.bandwidth).filter((one) => one !== undefined);
  // A circuit without bandwidth would make the rest look too small.
  if (group.load === 0 || bandwidths.length < group.circuits.length) return undefined;
  const headroom = project.number('client.capacity.headroom') ?? 0;
  const total = sumOf(bandwidths, (one) => one);
  const needed = withHeadroom(group.load, headroom);
  if (needed <= total) return undefined;
  const size = nextSize(project, group, needed / group.circuits.length);
  const variant = size === undefined ? 'beyond' : group.load > total ? 'over' : undefined;
  return {
    about: group.key,
    ...(variant === undefined ? {} : { variant }),
    values: {
      circuits: listed(group.circuits.map((row) => project.nameOf('circuits', row.id))),
      total,
      load: group.load,
      needed,
      headroom,
      size: size ?? '',
    },
    from: [
      ...group.circuits.map((row) => project.cell('circuits', row.id, 'bandwidth')),
      ...(headroom > 0 ? [project.at('client.capacity.headroom')] : []),
      ...group.from(),
    ],
  };
}

const circuitLoad = rule({
  id: 'capacity.circuit-load',
  severity: 'risk',
  reads: ['client.capacity.headroom', ...circuitLoadReads],
  facts: ['W-05', 'W-08', 'W-04', 'A-04'],
  check: (project) =>
    circuitGroups(project).flatMap((group): Hit[] => {
      const hit = judgeLoad(project, group);
      return hit ? [hit] : [];
    }),
});

const peaksMissing = rule({
  id: 'capacity.peaks-missing',
  severity: 'risk',
  reads: ['scope.today.stage', 'circuits', 'services', 'sites'],
  facts: ['W-05', 'A-04'],
  check: (project) => {
    const circuits = project.rows('circuits').filter((row) => row.bandwidth !== undefined);
    const stage = project.choice('scope.today.stage');
    if (circuits.length === 0 || stage === undefined || stage === 'deciding') return undefined;
    const services = project.rows('services').filter(ridesExpressRoute);
    const sites = project.rows('sites').filter(ridesExpressRoute);
    if (services.length + sites.length === 0) return undefined;
    if (sites.some((site) => site.peak !== undefined)) return undefined;
    const open = services.filter((row) => row.peak === undefined);
    const bandwidths = circuits.map((row) => project.cell('circuits', row.id, 'bandwidth'));
    if (open.length === services.length) {
      const [question, table] =
        services.length > 0
          ? (['peering.design.services', 'services'] as const)
          : (['scope.sites.list', 'sites'] as const);
      const rows = table === 'services' ? services : sites;
      return {
        values: { circuits: listed(circuits.map((row) => project.nameOf('circuits', row.id))) },
        from: [
          project.at(question),
          ...rows.map((row) => project.cell(table, row.id, 'peak')),
          ...bandwidths,
        ],
      };
    }
    if (open.length === 0) return undefined;
    return {
      variant: 'some',
      severity: 'advice',
      values: {
        services: listed(open.map((row) => project.label('services', row.service ?? '', 'service'))),
      },
      from: open.map((row) => project.cell('services', row.id, 'peak')),
    };
  },
});

const headroom = rule({
  id: 'capacity.headroom',
  severity: 'advice',
  reads: ['client.capacity.headroom'],
  facts: ['W-04'],
  check: (project) => {
    const percent = project.number('client.capacity.headroom');
    if (percent === undefined) return undefined;
    const target = limit(project.reference, 'headroom-target');
    const values = { percent, least: target.value, most: target.to };
    const from = [project.at('client.capacity.headroom')];
    if (percent <= limit(project.reference, 'headroom-congestion').value)
      return { severity: 'risk', values, from };
    if (percent >= limit(project.reference, 'headroom-waste').value)
      return { variant: 'waste', severity: 'risk', values, from };
    if (target.includes(percent)) return undefined;
    return percent < target.value ? { values, from } : { variant: 'waste', values, from };
  },
});

const pilot = rule({
  id: 'capacity.pilot',
  severity: 'risk',
  reads: ['client.capacity.pilot'],
  facts: ['W-11'],
  check: (project) =>
    project.isNotDone('client.capacity.pilot') ? { from: [project.at('client.capacity.pilot')] } : undefined,
});

const internetUnsized = rule({
  id: 'capacity.internet-unsized',
  severity: 'risk',
  reads: ['client.internet.sized', 'peering.circuits.fallback'],
  facts: ['W-14', 'S-19'],
  check: (project) => {
    if (!project.isNotDone('client.internet.sized')) return undefined;
    const from = [project.at('client.internet.sized')];
    return project.said('peering.circuits.fallback', 'internet')
      ? { variant: 'fallback', from: [...from, project.at('peering.circuits.fallback')] }
      : { from };
  },
});

const internetTooSmall = rule({
  id: 'capacity.internet-too-small',
  severity: 'risk',
  reads: ['edges', 'sites', 'peering.circuits.fallback', 'client.capacity.headroom', 'client.internet.sized'],
  facts: ['W-14'],
  check: (project) => {
    const isFallback = project.said('peering.circuits.fallback', 'internet');
    const percent = project.number('client.capacity.headroom') ?? 0;
    // Sites on ExpressRoute come here only when it is down; then all of them do at once.
    const edgeOf = edgesOf(project, 'internetEdge');
    const loading = groupRows(project.rows('sites'), (site) =>
      site.path === 'internet' || (isFallback && ridesExpressRoute(site)) ? edgeOf.get(site) : undefined,
    );
    return project
      .rows('edges')
      .filter((edge) => edge.kind !== 'express-route')
      .flatMap((edge): Hit[] => {
        const sites = loading.get(edge.id) ?? [];
        const load = sumOf(sites, (site) => site.peak);
        const needed = withHeadroom(load, percent);
        if (edge.bandwidth === undefined || needed <= edge.bandwidth) return [];
        const moved = sumOf(sites.filter(ridesExpressRoute), (site) => site.peak);
        return [
          {
            about: edge.id,
            ...(moved > 0 ? { variant: 'fallback' } : {}),
            values: {
              edge: project.nameOf('edges', edge.id),
              bandwidth: edge.bandwidth,
              load,
              moved,
              needed,
              headroom: percent,
            },
            from: [
              project.cell('edges', edge.id, 'bandwidth'),
              ...(moved > 0 ? [project.at('peering.circuits.fallback')] : []),
              ...(project.said('client.internet.sized', 'yes') ? [project.at('client.internet.sized')] : []),
              ...sites
                .filter((site) => site.peak !== undefined)
                .map((site) => project.cell('sites', site.id, 'peak')),
            ],
          },
        ];
      });
  },
});

export const capacityRules: readonly Rule[] = [
  circuitLoad,
  peaksMissing,
  headroom,
  answerRule('capacity.both-links', 'risk', ['W-07', 'W-06'], 'client.capacity.both-links', 'yes'),
  pilot,
  answerRule('capacity.browser-test', 'advice', ['W-03', 'W-02'], 'client.capacity.browser-test', 'no'),
  internetUnsized,
  internetTooSmall,
  ...lineRules,
];

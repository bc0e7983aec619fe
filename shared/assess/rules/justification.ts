/** Rules on the reason for ExpressRoute: which reasons hold, which fall, and whether it was decided in the right order. */
import type { QuestionId } from '../../content/content.ts';
import { undoneRule, unwrittenRule } from '../answer-rule.ts';
import { listed, m365Services, platformServices, ridesExpressRoute } from '../planned.ts';
import type { Reader } from '../reader.ts';
import { type Hit, type Rule, rule } from '../rule.ts';
import { written } from '../written.ts';
import { performanceRules } from './performance.ts';

const driverUnknown = rule({
  id: 'justification.driver-unknown',
  severity: 'gate',
  reads: ['justification.reason.driver'],
  facts: ['J-02', 'J-01'],
  check: (project) =>
    project.state('justification.reason.driver') === 'unknown'
      ? { from: [project.at('justification.reason.driver')] }
      : undefined,
});

const dataLoad = rule({
  id: 'justification.data-load',
  severity: 'risk',
  reads: ['justification.reason.data-load'],
  facts: ['J-05', 'J-14'],
  check: (project) => {
    const from = [project.at('justification.reason.data-load')];
    if (project.said('justification.reason.data-load', 'throughput')) return { from };
    return project.state('justification.reason.data-load') === 'unknown'
      ? { variant: 'unknown', from }
      : undefined;
  },
});

const existingCircuit = rule({
  id: 'justification.existing-circuit',
  severity: 'risk',
  reads: ['justification.reason.driver', 'scope.today.circuit', 'scope.today.peerings'],
  facts: ['J-17'],
  check: (project) => {
    if (!project.said('justification.reason.driver', 'existing-circuit')) return undefined;
    const driver = project.at('justification.reason.driver');
    if (project.said('scope.today.circuit', 'no'))
      return { variant: 'no-circuit', from: [driver, project.at('scope.today.circuit')] };
    if (project.list('justification.reason.driver').length > 1) return undefined;
    // Private peering carries virtual networks only, so not even the sharing argument holds.
    return project.said('scope.today.peerings', 'private')
      ? { variant: 'private', from: [driver, project.at('scope.today.peerings')] }
      : { from: [driver] };
  },
});

const alternativesNotPriced = rule({
  id: 'justification.alternatives-not-priced',
  severity: 'risk',
  reads: ['justification.alternatives.priced'],
  facts: ['J-06'],
  check: (project) => {
    const from = [project.at('justification.alternatives.priced')];
    if (project.said('justification.alternatives.priced', 'none')) return { from };
    return project.state('justification.alternatives.priced') === 'unknown'
      ? { variant: 'unknown', from }
      : undefined;
  },
});

const alternativesUnexplained = rule({
  id: 'justification.alternatives-unexplained',
  severity: 'risk',
  reads: [
    'justification.alternatives.priced',
    'justification.alternatives.why-not',
    'justification.alternatives.only-outbound',
  ],
  facts: ['J-06', 'J-11', 'J-16'],
  check: (project) => {
    // Where traffic from Microsoft is all that is needed, Virtual Network support is the way, and needs no refuting.
    const chosen = project.said('justification.alternatives.only-outbound', 'yes') ? 'virtual-network' : '';
    const priced = project
      .list('justification.alternatives.priced')
      .filter((one) => one !== 'none' && one !== chosen);
    const said = written(project, 'justification.alternatives.why-not')?.said;
    if (priced.length === 0 || (said !== 'none' && said !== 'unknown')) return undefined;
    return {
      ...(said === 'unknown' ? { variant: 'unknown' } : {}),
      values: {
        alternatives: listed(priced.map((one) => project.label('justification.alternatives.priced', one))),
      },
      from: [
        project.at('justification.alternatives.why-not'),
        project.at('justification.alternatives.priced'),
      ],
    };
  },
});

/** A full line has two plain remedies; a business case that priced neither has not looked. */
const capacityAlternatives = rule({
  id: 'justification.capacity-alternatives',
  severity: 'risk',
  reads: ['justification.reason.driver', 'justification.alternatives.priced'],
  facts: ['J-06'],
  check: (project) => {
    if (!project.said('justification.reason.driver', 'capacity')) return undefined;
    const priced = project.list('justification.alternatives.priced');
    const isPriced = priced.some((one) => ['more-bandwidth', 'dedicated-line', 'none'].includes(one));
    return priced.length === 0 || isPriced
      ? undefined
      : {
          from: [project.at('justification.alternatives.priced'), project.at('justification.reason.driver')],
        };
  },
});

const clientServices = new Set<string | undefined>([...platformServices, ...m365Services]);

/** Virtual Network support is not offered there (O-18). */
const withoutVirtualNetworkSupport = ['gcc', 'dod'];

const onlyOutbound = rule({
  id: 'justification.only-outbound',
  severity: 'advice',
  reads: [
    'justification.alternatives.only-outbound',
    'justification.reason.driver',
    'scope.cloud.kind',
    'peering.design.types',
    'routing.virtual-network.use',
    'services',
    'clientGroups',
  ],
  facts: ['J-11', 'O-18'],
  check: (project) => {
    if (!project.said('justification.alternatives.only-outbound', 'yes')) return undefined;
    const at = project.at('justification.alternatives.only-outbound');
    const cloud = project.choice('scope.cloud.kind') ?? '';
    const hits: Hit[] = [];
    if (withoutVirtualNetworkSupport.includes(cloud)) {
      hits.push({
        variant: 'cloud',
        severity: 'risk',
        values: { cloud: project.label('scope.cloud.kind', cloud) },
        from: [at, project.at('scope.cloud.kind')],
      });
    } else if (project.said('routing.virtual-network.use', 'no')) {
      hits.push({
        variant: 'not-used',
        severity: 'risk',
        from: [at, project.at('routing.virtual-network.use')],
      });
    } else if (project.said('peering.design.types', 'microsoft')) {
      hits.push({
        variant: 'microsoft-planned',
        severity: 'risk',
        from: [at, project.at('peering.design.types')],
      });
    } else if (
      !project.said('routing.virtual-network.use', 'yes') ||
      !project.said('peering.design.types', 'private')
    )
      hits.push({ from: [at] });
    if (project.said('justification.reason.driver', 'latency'))
      hits.push({
        variant: 'users',
        severity: 'risk',
        from: [at, project.at('justification.reason.driver')],
      });
    const contradiction = findClientTraffic(project);
    if (contradiction) hits.push({ ...contradiction, from: [at, ...contradiction.from] });
    return hits;
  },
});

function findClientTraffic(project: Reader): Hit | undefined {
  const services = project
    .rows('services')
    .filter((row) => clientServices.has(row.service) && ridesExpressRoute(row));
  const groups = project
    .rows('clientGroups')
    .filter((row) => row.path === 'express-route' || row.path === 'vpn-express-route');
  if (services.length + groups.length === 0) return undefined;
  const names = [
    ...services.map((row) => project.label('services', row.service ?? '', 'service')),
    ...groups.map((row) => project.nameOf('clientGroups', row.id)),
  ];
  return {
    variant: 'clients-planned',
    severity: 'risk',
    values: { names: listed(names) },
    from: [
      ...services.map((row) => project.cell('services', row.id, 'path')),
      ...groups.map((row) => project.cell('clientGroups', row.id, 'path')),
    ],
  };
}

const virtualNetworkUnneeded = rule({
  id: 'justification.virtual-network-unneeded',
  severity: 'risk',
  reads: ['justification.alternatives.priced', 'scope.services.outbound'],
  facts: ['J-11', 'J-06'],
  check: (project) =>
    project.said('justification.alternatives.priced', 'virtual-network') &&
    project.said('scope.services.outbound', 'no')
      ? { from: [project.at('justification.alternatives.priced'), project.at('scope.services.outbound')] }
      : undefined,
});

type Signature = { question: QuestionId; name: 'reason' | 'plan' };
const signatures = [
  { question: 'justification.decision.signed', name: 'reason' },
  { question: 'justification.decision.plan-signed', name: 'plan' },
] as const satisfies Signature[];

const unsigned = rule({
  id: 'justification.unsigned',
  severity: 'risk',
  reads: [
    'justification.decision.order',
    'justification.decision.signed',
    'justification.decision.plan-signed',
    'scope.today.stage',
    'circuits',
  ],
  facts: ['J-17'],
  check: (project) => {
    const order = findOrder(project);
    const stage = project.choice('scope.today.stage');
    const isBuilt = stage === 'building' || stage === 'running';
    return signatures.flatMap(({ question, name }): Hit[] => {
      const at = project.at(question);
      const signed = project.text(question);
      if (order && signed !== undefined && signed > order.date) {
        return [
          {
            about: name,
            variant: `${name}-late`,
            values: { signed, order: order.date },
            from: [at, order.from],
          },
        ];
      }
      if (order && project.isUndecided(question)) {
        const values = { order: order.date };
        return [{ about: name, variant: `${name}-open`, values, from: [at, order.from] }];
      }
      return isBuilt && project.state(question) === 'unknown'
        ? [{ about: name, variant: `${name}-built`, from: [at, project.at('scope.today.stage')] }]
        : [];
    });
  },
});

/** The first day on which something was, or will be, ordered. */
function findOrder(project: Reader): { date: string; from: Hit['from'][number] } | undefined {
  const planned = project.text('justification.decision.order');
  let first = planned ? { date: planned, from: project.at('justification.decision.order') } : undefined;
  for (const row of project.rows('circuits')) {
    if (row.ordered === undefined || (first && row.ordered >= first.date)) continue;
    first = { date: row.ordered, from: project.cell('circuits', row.id, 'ordered') };
  }
  return first;
}

export const justificationRules: readonly Rule[] = [
  driverUnknown,
  unwrittenRule('justification.no-requirement', 'risk', ['J-01'], 'justification.reason.requirement'),
  undoneRule('justification.per-workload', 'risk', ['J-02'], 'justification.reason.per-workload'),
  dataLoad,
  existingCircuit,
  alternativesNotPriced,
  alternativesUnexplained,
  capacityAlternatives,
  onlyOutbound,
  virtualNetworkUnneeded,
  unsigned,
  ...performanceRules,
];

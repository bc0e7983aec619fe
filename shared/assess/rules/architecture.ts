/** Rules on the design itself: which peerings, for which services, between whom. */
import { callingService, namedServices } from '../../content/named-services.ts';
import { answerRule } from '../answer-rule.ts';
import { listed, m365Services, microsoftPeerings, platformServices, ridesExpressRoute } from '../planned.ts';
import { type Hit, type Rule, rule } from '../rule.ts';
import { gatewayRules } from './gateway.ts';

const clientServices = new Set([...platformServices, ...m365Services, 'sign-in']);

const ownHops = ['clients', 'internal-routing', 'express-route-subnet', 'own-edge', 'provider'] as const;

export const architectureRules: readonly Rule[] = [
  rule({
    id: 'architecture.private-only',
    severity: 'blocker',
    reads: [
      'peering.design.types',
      'scope.services.used',
      'scope.services.m365',
      'justification.alternatives.only-outbound',
      'services',
    ],
    facts: ['A-01'],
    check: (project) => {
      if (!project.said('peering.design.types', 'private')) return undefined;
      if (project.said('peering.design.types', 'microsoft')) return undefined;
      const rows = project.rows('services').filter((row) => clientServices.has(row.service ?? ''));
      const planned = rows.filter(ridesExpressRoute);
      if (planned.length > 0) {
        const names = planned.map((row) => project.label('services', row.service ?? '', 'service'));
        return {
          values: { services: listed(names) },
          from: [
            project.at('peering.design.types'),
            ...planned.map((row) => project.cell('services', row.id, 'path')),
          ],
        };
      }
      if (project.said('scope.services.m365', 'yes'))
        return {
          variant: 'm365',
          from: [project.at('peering.design.types'), project.at('scope.services.m365')],
        };
      if (rows.length > 0 || project.said('justification.alternatives.only-outbound', 'yes'))
        return undefined;
      const used = platformServices.filter((service) => project.said('scope.services.used', service));
      if (used.length === 0) return undefined;
      return {
        values: { services: listed(used.map((service) => project.label('scope.services.used', service))) },
        from: [project.at('peering.design.types'), project.at('scope.services.used')],
      };
    },
  }),

  rule({
    id: 'architecture.public-peering',
    severity: 'blocker',
    reads: ['peering.design.types', 'peerings'],
    facts: ['A-02'],
    check: (project) => {
      const rows = project.rows('peerings').filter((row) => row.type === 'public');
      const hits: Hit[] = rows.map((row) => ({
        about: row.id,
        variant: 'listed',
        values: { peering: project.nameOf('peerings', row.id) },
        from: [project.cell('peerings', row.id, 'type')],
      }));
      if (project.said('peering.design.types', 'public'))
        hits.push({ from: [project.at('peering.design.types')] });
      return hits;
    },
  }),

  rule({
    id: 'architecture.duplicate-peering',
    severity: 'blocker',
    reads: ['peerings', 'circuits'],
    facts: ['A-02'],
    check: (project) => {
      const hits: Hit[] = [];
      const first = new Map<string, { id: string; family: number | undefined }>();
      for (const row of project.rows('peerings')) {
        if (row.circuit === undefined || row.type === undefined) continue;
        const key = `${row.circuit}.${row.type}`;
        const family = project.prefix(row.primary ?? row.secondary)?.family;
        const before = first.get(key);
        if (!before) first.set(key, { id: row.id, family });
        // The IPv6 half of a peering may well be written as a row of its own.
        else if (before.family === undefined || family === undefined || before.family === family) {
          hits.push({
            about: `${before.id}.${row.id}`,
            values: {
              circuit: project.nameOf('circuits', row.circuit),
              type: project.label('peerings', row.type, 'type'),
              first: project.nameOf('peerings', before.id),
              second: project.nameOf('peerings', row.id),
            },
            from: [project.cell('peerings', before.id, 'type'), project.cell('peerings', row.id, 'type')],
          });
        }
      }
      return hits;
    },
  }),

  rule({
    id: 'architecture.types-disagree',
    severity: 'gate',
    reads: ['peering.design.types', 'scope.today.peerings', 'peerings', 'circuits'],
    facts: ['A-01', 'A-02', 'A-04', 'R-20'],
    check: (project) => {
      const planned = project.list('peering.design.types');
      const rows = project.rows('peerings');
      const hits: Hit[] = [];
      const missing = new Set<string>();
      if (planned.length > 0 && rows.length > 0) {
        for (const row of rows) {
          if (row.type === undefined || row.type === 'public' || planned.includes(row.type)) continue;
          hits.push({
            about: row.id,
            variant: 'unplanned',
            severity: 'risk',
            values: {
              peering: project.nameOf('peerings', row.id),
              type: project.label('peerings', row.type, 'type'),
            },
            from: [project.at('peering.design.types'), project.cell('peerings', row.id, 'type')],
          });
        }
        for (const type of ['microsoft', 'private']) {
          if (!planned.includes(type) || rows.some((row) => row.type === type)) continue;
          missing.add(type);
          hits.push({
            about: type,
            variant: 'unlisted',
            values: { type: project.label('peering.design.types', type) },
            from: [project.at('peering.design.types'), project.at('peering.parameters.list')],
          });
        }
      }
      const today = project.choice('scope.today.peerings');
      for (const type of ['microsoft', 'private'] as const) {
        if ((today !== type && today !== 'both') || planned.length === 0 || planned.includes(type)) continue;
        hits.push({
          about: type,
          variant: 'left-out',
          values: { type: project.label('peering.design.types', type) },
          from: [project.at('peering.design.types'), project.at('scope.today.peerings')],
        });
      }
      const isRunning = today === 'microsoft' || today === 'both';
      if (
        isRunning &&
        !missing.has('microsoft') &&
        project.rows('circuits').length > 0 &&
        rows.length > 0 &&
        project.once(microsoftPeerings).length === 0
      ) {
        hits.push({
          variant: 'today',
          from: [project.at('scope.today.peerings'), project.at('peering.parameters.list')],
        });
      }
      return hits;
    },
  }),

  rule({
    id: 'architecture.single-session',
    severity: 'risk',
    reads: ['peerings', 'peering.circuits.sla', 'peering.parameters.router-redundancy'],
    facts: ['A-03'],
    check: (project) => {
      const isPromised = project.said('peering.circuits.sla', 'yes');
      const promise = isPromised ? [project.at('peering.circuits.sla')] : [];
      const severity = isPromised ? 'blocker' : 'risk';
      const hits: Hit[] = project
        .rows('peerings')
        .filter((row) => row.sessions === 'one')
        .map((row) => ({
          about: row.id,
          severity,
          values: { peering: project.nameOf('peerings', row.id) },
          from: [project.cell('peerings', row.id, 'sessions'), ...promise],
        }));
      if (project.said('peering.parameters.router-redundancy', 'none')) {
        hits.push({
          variant: 'design',
          severity,
          from: [project.at('peering.parameters.router-redundancy'), ...promise],
        });
      }
      return hits;
    },
  }),

  rule({
    id: 'architecture.private-load',
    severity: 'risk',
    reads: ['peering.design.types', 'peerings', 'circuits'],
    facts: ['A-04', 'A-22'],
    check: (project) => {
      const rows = project.rows('peerings').filter((row) => row.type === 'private');
      const circuits = project.rows('circuits');
      const unsized = circuits.filter(
        (circuit) => circuit.otherLoad === undefined && rows.some((row) => row.circuit === circuit.id),
      );
      if (rows.length > 0) {
        return unsized.map((circuit) => ({
          about: circuit.id,
          values: { circuit: project.nameOf('circuits', circuit.id) },
          from: [project.cell('circuits', circuit.id, 'otherLoad')],
        }));
      }
      const isPlanned = project.said('peering.design.types', 'private');
      if (!isPlanned || circuits.length === 0) return undefined;
      if (circuits.some((circuit) => circuit.otherLoad !== undefined)) return undefined;
      return {
        variant: 'planned',
        from: [project.at('peering.design.types'), project.at('peering.circuits.list')],
      };
    },
  }),

  answerRule(
    'architecture.private-end-to-end',
    'risk',
    ['A-05'],
    'justification.compliance.end-to-end',
    'yes',
  ),

  answerRule('architecture.cloud-internal', 'risk', ['A-06'], 'peering.design.cloud-internal', 'yes'),

  answerRule('architecture.transit', 'blocker', ['A-19'], 'peering.design.transit', 'yes'),

  rule({
    id: 'architecture.open-core',
    severity: 'risk',
    reads: ['peering.design.placement', 'peering.security.perimeter', 'routing.nat.who', 'edges'],
    facts: ['A-20'],
    check: (project) => {
      const placement = project.choice('peering.design.placement');
      if (placement === undefined) return undefined;
      const bare = project
        .rows('edges')
        .filter((edge) => edge.kind !== 'internet' && edge.firewall === 'none');
      if (placement !== 'core-open') {
        return bare.map((edge) => ({
          about: edge.id,
          variant: 'bare-edge',
          values: { edge: project.nameOf('edges', edge.id) },
          from: [project.at('peering.design.placement'), project.cell('edges', edge.id, 'firewall')],
        }));
      }
      const worse = [
        ...(project.said('routing.nat.who', 'none') ? [project.at('routing.nat.who')] : []),
        ...(project.said('peering.security.perimeter', 'no')
          ? [project.at('peering.security.perimeter')]
          : []),
        ...bare.map((edge) => project.cell('edges', edge.id, 'firewall')),
      ];
      const from = [project.at('peering.design.placement'), ...worse];
      return worse.length > 0 ? { variant: 'unprotected', severity: 'blocker', from } : { from };
    },
  }),

  rule({
    id: 'architecture.unowned-hop',
    severity: 'risk',
    reads: ['golive.operations.hops'],
    facts: ['A-21'],
    check: (project) => {
      const state = project.state('golive.operations.hops');
      const from = [project.at('golive.operations.hops')];
      if (state === 'unknown') return { variant: 'unknown', from };
      if (state !== 'answered') return undefined;
      const unowned = ownHops.filter((hop) => !project.said('golive.operations.hops', hop));
      if (unowned.length === 0) return undefined;
      const names = unowned.map((hop) => project.label('golive.operations.hops', hop));
      return { values: { hops: listed(names) }, from };
    },
  }),

  rule({
    id: 'architecture.private-reason',
    severity: 'risk',
    reads: [
      'peering.design.private-reason',
      'routing.virtual-network.use',
      'scope.services.outbound',
      'scope.today.virtual-networks',
    ],
    facts: ['A-22', 'J-11'],
    check: (project) => {
      const reason = project.choice('peering.design.private-reason');
      const at = project.at('peering.design.private-reason');
      if (reason === 'needed-for-platform') return { severity: 'advice', from: [at] };
      if (reason === 'own-azure' && project.said('scope.today.virtual-networks', 'no')) {
        return { variant: 'no-networks', from: [at, project.at('scope.today.virtual-networks')] };
      }
      if (reason !== 'virtual-network-support') return undefined;
      if (project.said('scope.services.outbound', 'no')) {
        return { variant: 'no-outbound', from: [at, project.at('scope.services.outbound')] };
      }
      return project.said('routing.virtual-network.use', 'no')
        ? { variant: 'not-used', from: [at, project.at('routing.virtual-network.use')] }
        : undefined;
    },
  }),

  answerRule('architecture.adjacent-products', 'risk', ['A-23'], 'peering.m365.adjacent-planned', 'yes'),

  answerRule('architecture.content-network', 'risk', ['A-12'], 'client.internet.cdn', 'blocked'),

  rule({
    id: 'architecture.service-undecided',
    severity: 'gate',
    reads: ['scope.services.used', 'scope.services.outbound', 'services'],
    facts: ['A-11', 'A-18', 'A-10'],
    check: (project) => {
      const rows = project.rows('services');
      // An empty table is an unanswered question, not a wrong answer.
      if (rows.length === 0) return undefined;
      const listedServices = new Set<string | undefined>(rows.map((row) => row.service));
      const isCalled = project.said('scope.services.outbound', 'yes');
      const missing = namedServices(project.list('scope.services.used'), isCalled).filter(
        (service) => !listedServices.has(service),
      );
      if (missing.length === 0) return undefined;
      const from = [project.at('peering.design.services')];
      if (missing.some((service) => service !== callingService)) from.push(project.at('scope.services.used'));
      if (missing.includes(callingService)) from.push(project.at('scope.services.outbound'));
      const names = missing.map((service) => project.label('services', service, 'service'));
      return { values: { services: listed(names, 12) }, from };
    },
  }),

  ...gatewayRules,
];

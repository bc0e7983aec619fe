/** Rules on steering: how traffic finds ExpressRoute inside the customer's own network. */
import type { FindingOrigin } from '../../view.ts';
import { answerRule } from '../answer-rule.ts';
import { listed, m365Services, ridesExpressRoute } from '../planned.ts';
import { privateOnly, privateOnlyReads } from '../private-only.ts';
import type { Reader } from '../reader.ts';
import { type Hit, type Rule, rule } from '../rule.ts';
import { serverRules } from './steering-servers.ts';

const design = rule({
  id: 'steering.design',
  severity: 'gate',
  reads: ['routing.steering.design', 'scope.today.stage'],
  facts: ['R-01'],
  check: (project) => {
    const at = project.at('routing.steering.design');
    if (project.state('routing.steering.design') === 'unknown') return { variant: 'unknown', from: [at] };
    const choice = project.choice('routing.steering.design');
    if (choice === 'none') return { from: [at] };
    if (choice !== 'draft') return undefined;
    return isBuilt(project)
      ? { variant: 'late-draft', from: [at, project.at('scope.today.stage')] }
      : { variant: 'draft', severity: 'risk', from: [at] };
  },
});

function isBuilt(project: Reader): boolean {
  return project.said('scope.today.stage', 'building') || project.said('scope.today.stage', 'running');
}

const propagation = rule({
  id: 'steering.propagation',
  severity: 'gate',
  reads: ['routing.steering.propagation', 'routing.steering.design', 'scope.today.stage'],
  facts: ['R-02'],
  check: (project) => {
    const at = project.at('routing.steering.propagation');
    if (project.state('routing.steering.propagation') === 'unknown') return { from: [at] };
    // While a design is still being written, an open answer is only the next one to give.
    return project.state('routing.steering.propagation') === 'open' &&
      project.said('routing.steering.design', 'documented') &&
      isBuilt(project)
      ? { variant: 'undocumented', from: [at, project.at('routing.steering.design')] }
      : undefined;
  },
});

const propagationContradiction = rule({
  id: 'steering.propagation-contradiction',
  severity: 'risk',
  reads: ['routing.steering.propagation', 'client.steering.method', 'clientGroups', 'endpoints', 'servers'],
  facts: ['R-02', 'R-24', 'Y-06', 'CL-01'],
  check: (project) => {
    const at = project.at('routing.steering.propagation');
    const reach = project.choice('routing.steering.propagation');
    if (reach === 'edge-only') {
      const byRouting = project
        .rows('clientGroups')
        .filter((group) => group.steering === 'routing' && group.path === 'express-route');
      const seeing = project.rows('servers').filter((server) => server.seesRoutes === 'yes');
      const names = [
        ...byRouting.map((group) => project.nameOf('clientGroups', group.id)),
        ...seeing.map((server) => project.nameOf('servers', server.id)),
      ];
      const method = project.said('client.steering.method', 'routing')
        ? [project.at('client.steering.method')]
        : [];
      if (names.length === 0 && method.length === 0) return undefined;
      const from = [
        at,
        ...method,
        ...byRouting.map((group) => project.cell('clientGroups', group.id, 'steering')),
        ...seeing.map((server) => project.cell('servers', server.id, 'seesRoutes')),
      ];
      return names.length === 0
        ? { variant: 'method', from }
        : { variant: 'edge-only', values: { names: listed(names) }, from };
    }
    if (reach !== 'everywhere') return undefined;
    const onInternet = project
      .rows('clientGroups')
      .filter(
        (group) => group.path === 'internet' && (group.steering === 'routing' || group.steering === 'none'),
      )
      .map(
        (group): Hit => ({
          about: group.id,
          values: { name: project.nameOf('clientGroups', group.id) },
          from: [at, project.cell('clientGroups', group.id, 'path')],
        }),
      );
    const blind = (['endpoints', 'servers'] as const).flatMap((table) =>
      project
        .rows(table)
        .filter((row) => row.seesRoutes === 'no')
        .map(
          (row): Hit => ({
            about: `${table}.${row.id}`,
            variant: 'blind',
            values: { name: project.nameOf(table, row.id) },
            from: [at, project.cell(table, row.id, 'seesRoutes')],
          }),
        ),
    );
    return [...onInternet, ...blind];
  },
});

const preference = rule({
  id: 'steering.preference',
  severity: 'risk',
  reads: ['routing.steering.preference', ...privateOnlyReads],
  facts: ['R-03', 'R-26'],
  check: (project) => {
    const at = project.at('routing.steering.preference');
    const demands = project.once(privateOnly);
    if (project.said('routing.steering.preference', 'equal'))
      return demands.length > 0
        ? { variant: 'private', severity: 'blocker', from: [at, ...demands] }
        : { from: [at] };
    // Where traffic may take the internet too, not knowing is an action; where it may not, nobody should sign.
    return project.state('routing.steering.preference') === 'unknown' && demands.length > 0
      ? { variant: 'unknown', severity: 'gate', from: [at, ...demands] }
      : undefined;
  },
});

type Preferred = { name: string; value: number; origin: FindingOrigin };

const preferenceValues = rule({
  id: 'steering.preference-values',
  severity: 'risk',
  reads: ['routing.steering.preference', 'edges', 'peerings', ...privateOnlyReads],
  facts: ['R-03', 'R-26'],
  check: (project) => {
    // "Equal" has said it already.
    if (project.said('routing.steering.preference', 'equal')) return undefined;
    const claimed = project.said('routing.steering.preference', 'raised')
      ? [project.at('routing.steering.preference')]
      : [];
    const ofEdges = (kind: 'express-route' | 'internet'): Preferred[] =>
      project.rows('edges').flatMap((edge) =>
        edge.kind === kind && edge.localPreference !== undefined
          ? [
              {
                name: project.nameOf('edges', edge.id),
                value: edge.localPreference,
                origin: project.cell('edges', edge.id, 'localPreference'),
              },
            ]
          : [],
      );
    const [first, ...others] = ofEdges('internet');
    if (!first) return undefined;
    const highest = others.reduce((best, one) => (one.value > best.value ? one : best), first);
    const ofPeerings = project.rows('peerings').flatMap((row): Preferred[] =>
      row.type === 'microsoft' && row.localPreference !== undefined
        ? [
            {
              name: project.nameOf('peerings', row.id),
              value: row.localPreference,
              origin: project.cell('peerings', row.id, 'localPreference'),
            },
          ]
        : [],
    );
    const demands = project.once(privateOnly);
    return [...ofEdges('express-route'), ...ofPeerings]
      .filter((own) => own.value <= highest.value)
      .map((own) => ({
        about: `${own.origin.question}.${own.origin.row ?? ''}`,
        severity: demands.length > 0 ? ('blocker' as const) : ('risk' as const),
        values: { own: own.name, value: own.value, internet: highest.name, other: highest.value },
        from: [own.origin, highest.origin, ...claimed, ...demands],
      }));
  },
});

const compared = rule({
  id: 'steering.compared',
  severity: 'risk',
  reads: ['routing.steering.compared'],
  facts: ['R-26', 'R-02'],
  check: (project) =>
    project.isNotDone('routing.steering.compared')
      ? { from: [project.at('routing.steering.compared')] }
      : undefined,
});

const statics = answerRule('steering.statics', 'risk', ['R-23'], 'routing.steering.statics', 'yes');

const scopeAgrees = rule({
  id: 'steering.scope-agrees',
  severity: 'risk',
  reads: ['routing.steering.scope-agrees', 'client.steering.method'],
  facts: ['R-24'],
  check: (project) => {
    const from = [project.at('routing.steering.scope-agrees')];
    if (project.said('routing.steering.scope-agrees', 'no')) return { from };
    // Only where PAC files or proxies choose as well is there a second scope that could differ.
    const method = project.choice('client.steering.method');
    return project.state('routing.steering.scope-agrees') === 'unknown' &&
      method !== undefined &&
      method !== 'routing'
      ? { variant: 'unknown', from: [...from, project.at('client.steering.method')] }
      : undefined;
  },
});

const pathLength = answerRule('steering.path-length', 'risk', ['R-22'], 'routing.steering.path-length', 'no');

const existingCircuit = rule({
  id: 'steering.existing-circuit',
  severity: 'risk',
  reads: ['scope.today.circuit', 'services'],
  facts: ['R-21', 'C-14'],
  check: (project) => {
    if (!project.said('scope.today.circuit', 'yes')) return undefined;
    const unsized = project
      .rows('services')
      .filter((row) => row.service !== undefined && m365Services.includes(row.service))
      .filter((row) => ridesExpressRoute(row) && row.peak === undefined);
    if (unsized.length === 0) return undefined;
    const names = unsized.map((row) => project.label('services', row.service ?? '', 'service'));
    return {
      values: { services: listed(names) },
      from: [
        project.at('scope.today.circuit'),
        ...unsized.map((row) => project.cell('services', row.id, 'peak')),
      ],
    };
  },
});

const redistribution = answerRule(
  'steering.redistribution',
  'risk',
  ['R-27', 'R-11'],
  'peering.filter.redistribution',
  'unfiltered',
);

export const steeringRules: readonly Rule[] = [
  design,
  propagation,
  propagationContradiction,
  preference,
  preferenceValues,
  compared,
  statics,
  scopeAgrees,
  pathLength,
  existingCircuit,
  redistribution,
  ...serverRules,
];

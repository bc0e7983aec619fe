/** Rules on scope answers that the rest of the project contradicts: a wrong one hides the questions that matter. */
import { content, type QuestionId } from '../../content/content.ts';
import { namedServices, serviceOf } from '../../content/named-services.ts';
import { listed, ridesExpressRoute } from '../planned.ts';
import { type Hit, type Rule, rule } from '../rule.ts';

const withNone = [
  'scope.services.adjacent',
  'justification.alternatives.priced',
  'justification.compliance.controls',
  'routing.nat.allow-lists',
  'client.control.measures',
  'golive.operations.alerts',
  'golive.operations.changes',
] as const satisfies QuestionId[];

const noneAndSome = rule({
  id: 'scope.none-and-some',
  severity: 'risk',
  reads: withNone,
  facts: ['A-23', 'J-06', 'J-07', 'N-09', 'CL-13', 'P-01', 'P-04'],
  check: (project) =>
    withNone.flatMap((question): Hit[] => {
      const chosen = project.list(question);
      if (!chosen.includes('none') || chosen.length === 1) return [];
      const others = chosen.filter((one) => one !== 'none').map((one) => project.label(question, one));
      return [
        {
          about: question,
          values: { none: project.label(question, 'none'), others: listed(others) },
          from: [project.at(question)],
        },
      ];
    }),
});

const stageWithoutCircuit = rule({
  id: 'scope.stage-without-circuit',
  severity: 'risk',
  reads: ['scope.today.stage', 'scope.today.circuit'],
  facts: ['J-17', 'C-14'],
  check: (project) =>
    project.said('scope.today.stage', 'running') && project.said('scope.today.circuit', 'no')
      ? { from: [project.at('scope.today.circuit'), project.at('scope.today.stage')] }
      : undefined,
});

/** What the table of circuits says about today, against the answer that decides what is asked about today. */
const circuitToday = rule({
  id: 'scope.circuit-today',
  severity: 'risk',
  reads: ['scope.today.circuit', 'circuits'],
  facts: ['C-14', 'J-17'],
  check: (project) => {
    const at = project.at('scope.today.circuit');
    const rows = project.rows('circuits');
    const built = rows.filter((row) => row.circuitState === 'enabled' || row.provisioning === 'provisioned');
    if (project.said('scope.today.circuit', 'no') && built.length > 0)
      return {
        values: { circuits: listed(built.map((row) => project.nameOf('circuits', row.id))) },
        from: [
          at,
          ...built.map((row) =>
            project.cell(
              'circuits',
              row.id,
              row.circuitState === 'enabled' ? 'circuitState' : 'provisioning',
            ),
          ),
        ],
      };
    const arePlanned = rows.length > 0 && rows.every((row) => row.provisioning === 'planned');
    return project.said('scope.today.circuit', 'yes') && arePlanned
      ? {
          variant: 'planned',
          from: [at, ...rows.map((row) => project.cell('circuits', row.id, 'provisioning'))],
        }
      : undefined;
  },
});

/** Which sites use ExpressRoute is the design itself; to leave some on the internet is as good an answer. */
const sitePath = rule({
  id: 'scope.site-path',
  severity: 'risk',
  reads: ['scope.today.stage', 'sites'],
  facts: ['S-10', 'R-02'],
  check: (project) => {
    const stage = project.choice('scope.today.stage');
    if (stage === undefined || stage === 'deciding') return undefined;
    const open = project.rows('sites').filter((site) => site.path === undefined);
    return open.length > 0
      ? {
          values: { sites: listed(open.map((site) => project.nameOf('sites', site.id))) },
          from: open.map((site) => project.cell('sites', site.id, 'path')),
        }
      : undefined;
  },
});

const moreThanOneSite = rule({
  id: 'scope.more-than-one-site',
  severity: 'risk',
  reads: ['scope.sites.spread', 'sites'],
  facts: ['S-09'],
  check: (project) => {
    const sites = project.rows('sites');
    if (!project.said('scope.sites.spread', 'one-site') || sites.length < 2) return undefined;
    return {
      values: {
        count: sites.length,
        sites: listed(sites.map((site) => project.nameOf('sites', site.id))),
      },
      from: [project.at('scope.sites.spread'), project.at('scope.sites.list')],
    };
  },
});

const remoteKinds = new Set<string | undefined>(['vpn', 'mobile', 'home']);

const remoteGroups = rule({
  id: 'scope.remote-groups',
  severity: 'risk',
  reads: ['scope.people.remote', 'clientGroups'],
  facts: ['CL-10'],
  check: (project) => {
    if (!project.said('scope.people.remote', 'no')) return undefined;
    const groups = project.rows('clientGroups').filter((row) => remoteKinds.has(row.kind));
    if (groups.length === 0) return undefined;
    return {
      values: { groups: listed(groups.map((row) => project.nameOf('clientGroups', row.id))) },
      from: [
        project.at('scope.people.remote'),
        ...groups.map((row) => project.cell('clientGroups', row.id, 'kind')),
      ],
    };
  },
});

const virtualNetworkOutbound = rule({
  id: 'scope.virtual-network-outbound',
  severity: 'risk',
  reads: ['scope.services.outbound', 'environments'],
  facts: ['J-11'],
  check: (project) => {
    if (!project.said('scope.services.outbound', 'no')) return undefined;
    const rows = project.rows('environments').filter((row) => row.virtualNetwork === 'yes');
    if (rows.length === 0) return undefined;
    return {
      values: { environments: listed(rows.map((row) => project.nameOf('environments', row.id))) },
      from: [
        project.at('scope.services.outbound'),
        ...rows.map((row) => project.cell('environments', row.id, 'virtualNetwork')),
      ],
    };
  },
});

/** Rows of the services table that the question for the services in use has an option for. */
const askedFor = new Set<string | undefined>(
  content.questions.get('scope.services.used')?.options?.map(serviceOf),
);

const serviceUnnamed = rule({
  id: 'scope.service-unnamed',
  severity: 'risk',
  reads: ['scope.services.used', 'services'],
  facts: ['A-18', 'A-11'],
  check: (project) => {
    const used = project.list('scope.services.used');
    if (used.length === 0) return undefined;
    const named = namedServices(used, false);
    const rows = project
      .rows('services')
      .filter(
        (row) => ridesExpressRoute(row) && askedFor.has(row.service) && !named.includes(row.service ?? ''),
      );
    if (rows.length === 0) return undefined;
    return {
      values: {
        services: listed(rows.map((row) => project.label('services', row.service ?? '', 'service'))),
      },
      from: [
        project.at('scope.services.used'),
        ...rows.map((row) => project.cell('services', row.id, 'service')),
      ],
    };
  },
});

const gatewayUnnamed = rule({
  id: 'scope.gateway-unnamed',
  severity: 'risk',
  reads: ['scope.services.used', 'environments', 'servers'],
  facts: ['A-13', 'A-18'],
  check: (project) => {
    const used = project.list('scope.services.used');
    if (used.length === 0 || used.includes('gateway')) return undefined;
    const environments = project.rows('environments').filter((row) => row.gatewayRegion !== undefined);
    const servers = project.rows('servers').filter((row) => row.role === 'gateway');
    if (environments.length + servers.length === 0) return undefined;
    const names = [
      ...environments.map((row) => project.nameOf('environments', row.id)),
      ...servers.map((row) => project.nameOf('servers', row.id)),
    ];
    return {
      values: { names: listed(names) },
      from: [
        project.at('scope.services.used'),
        ...environments.map((row) => project.cell('environments', row.id, 'gatewayRegion')),
        ...servers.map((row) => project.cell('servers', row.id, 'role')),
      ],
    };
  },
});

export const scopeRules: readonly Rule[] = [
  noneAndSome,
  stageWithoutCircuit,
  circuitToday,
  sitePath,
  moreThanOneSite,
  remoteGroups,
  virtualNetworkOutbound,
  serviceUnnamed,
  gatewayUnnamed,
];

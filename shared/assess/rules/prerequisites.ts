/** Rules on what must be there before anything can be built: subscription, provider, people, addresses, inventory. */
import type { RowOf } from '../../content/tables.ts';
import { addDays } from '../days.ts';
import { listed, listedBy, ridesExpressRoute } from '../planned.ts';
import type { Reader } from '../reader.ts';
import { type Hit, type Rule, rule } from '../rule.ts';
import { written } from '../written.ts';

const subscription = rule({
  id: 'prerequisites.subscription',
  severity: 'blocker',
  reads: ['justification.costs.subscription'],
  facts: ['C-07'],
  check: (project) => {
    const from = [project.at('justification.costs.subscription')];
    if (project.said('justification.costs.subscription', 'none')) return { from };
    if (project.said('justification.costs.subscription', 'no-owner'))
      return { variant: 'no-owner', severity: 'gate', from };
    return project.state('justification.costs.subscription') === 'unknown'
      ? { variant: 'unknown', severity: 'gate', from }
      : undefined;
  },
});

const provider = rule({
  id: 'prerequisites.provider',
  severity: 'blocker',
  reads: ['justification.prerequisites.provider', 'scope.today.stage', 'circuits'],
  facts: ['C-08'],
  check: (project) => {
    const at = project.at('justification.prerequisites.provider');
    if (project.state('justification.prerequisites.provider') === 'unknown')
      return { variant: 'unknown', severity: 'risk', from: [at] };
    if (!project.said('justification.prerequisites.provider', 'none')) return undefined;
    const named = project.rows('circuits').filter((row) => row.provider !== undefined);
    if (named.length > 0) {
      return {
        variant: 'contradiction',
        severity: 'risk',
        values: {
          circuits: listed(named.map((row) => `${project.nameOf('circuits', row.id)} (${row.provider})`)),
        },
        from: [at, ...named.map((row) => project.cell('circuits', row.id, 'provider'))],
      };
    }
    // Nobody has a provider while it is still being decided whether to.
    return project.said('scope.today.stage', 'deciding')
      ? { variant: 'deciding', severity: 'gate', from: [at] }
      : { from: [at] };
  },
});

function isLineIn(row: RowOf<'circuits'>): boolean {
  return row.provisioning === 'provisioned';
}

const leadTime = rule({
  id: 'prerequisites.lead-time',
  severity: 'risk',
  reads: ['circuits', 'scope.today.stage'],
  facts: ['C-08', 'C-17'],
  check: (project) => {
    if (project.said('scope.today.stage', 'deciding')) return undefined;
    return project.rows('circuits').flatMap((row): Hit[] => {
      const missing = (['provider', 'leadWeeks'] as const).filter((column) => row[column] === undefined);
      if (isLineIn(row) || missing.length === 0) return [];
      return [
        {
          about: row.id,
          ...(missing.length === 1 ? { variant: missing[0] === 'provider' ? 'provider' : 'weeks' } : {}),
          values: { circuit: project.nameOf('circuits', row.id), provider: row.provider ?? '' },
          from: missing.map((column) => project.cell('circuits', row.id, column)),
        },
      ];
    });
  },
});

const tooLate = rule({
  id: 'prerequisites.too-late',
  severity: 'risk',
  reads: ['circuits', 'justification.decision.order', 'golive.cutover.date'],
  facts: ['C-08', 'C-13'],
  check: (project) => {
    const cutover = project.text('golive.cutover.date');
    if (cutover === undefined) return undefined;
    const planned = project.text('justification.decision.order');
    return project.rows('circuits').flatMap((row): Hit[] => {
      if (isLineIn(row) || row.leadWeeks === undefined) return [];
      const start = row.ordered ?? planned ?? project.today;
      const ready = addDays(start, 7 * row.leadWeeks);
      if (ready === undefined || ready <= cutover) return [];
      return [
        {
          about: row.id,
          values: {
            circuit: project.nameOf('circuits', row.id),
            weeks: row.leadWeeks,
            start,
            ready,
            cutover,
          },
          from: [
            project.at('golive.cutover.date'),
            project.cell('circuits', row.id, 'leadWeeks'),
            ...(row.ordered === undefined && planned !== undefined
              ? [project.at('justification.decision.order')]
              : []),
          ],
        },
      ];
    });
  },
});

const model = rule({
  id: 'prerequisites.model',
  severity: 'gate',
  reads: ['circuits', 'peerings'],
  facts: ['C-09'],
  check: (project) => {
    const peered = new Set(project.rows('peerings').map((row) => row.circuit));
    return project.rows('circuits').flatMap((row): Hit[] => {
      const name = project.nameOf('circuits', row.id);
      const isOpen = row.routing === undefined && peered.has(row.id);
      if (row.routing === 'unknown' || isOpen) {
        return [
          {
            about: row.id,
            values: { circuit: name },
            from: [project.cell('circuits', row.id, 'routing')],
          },
        ];
      }
      return row.model === undefined && peered.has(row.id)
        ? [
            {
              about: row.id,
              variant: 'model',
              severity: 'risk',
              values: { circuit: name },
              from: [project.cell('circuits', row.id, 'model')],
            },
          ]
        : [];
    });
  },
});

/** A cloud exchange is sold with and without routing, so it agrees with either. */
const modelDisagrees = rule({
  id: 'prerequisites.model-disagrees',
  severity: 'risk',
  reads: ['circuits'],
  facts: ['C-09'],
  check: (project) =>
    project.rows('circuits').flatMap((row): Hit[] => {
      const isLayer2 = row.model === 'ethernet' || row.model === 'direct';
      const variant =
        row.model === 'ipvpn' && row.routing === 'we-do'
          ? 'we-do'
          : isLayer2 && row.routing === 'provider'
            ? 'provider'
            : undefined;
      if (!variant) return [];
      return [
        {
          about: row.id,
          variant,
          values: {
            circuit: project.nameOf('circuits', row.id),
            model: project.label('circuits', row.model ?? '', 'model'),
          },
          from: [project.cell('circuits', row.id, 'model'), project.cell('circuits', row.id, 'routing')],
        },
      ];
    }),
});

function networkRoles(project: Reader): (RowOf<'roles'> & { person: string })[] {
  return project
    .rows('roles')
    .flatMap((row) =>
      row.role === 'network' && row.person !== undefined ? [{ ...row, person: row.person.trim() }] : [],
    );
}

const networkOwner = rule({
  id: 'prerequisites.network-owner',
  severity: 'gate',
  reads: ['justification.prerequisites.network-owner', 'roles'],
  facts: ['C-10'],
  check: (project) => {
    const at = project.at('justification.prerequisites.network-owner');
    const owner = written(project, 'justification.prerequisites.network-owner');
    const named = networkRoles(project);
    if (owner?.said === 'none' || owner?.said === 'unknown')
      return named.length > 0 ? undefined : { from: [at] };
    if (owner?.said !== 'text' || named.length === 0) return undefined;
    const text = owner.text.toLowerCase();
    const agree = named.some(
      (row) => text.includes(row.person.toLowerCase()) || row.person.toLowerCase().includes(text),
    );
    if (agree) return undefined;
    return {
      variant: 'two',
      severity: 'advice',
      values: { owner: owner.text, person: listed(named.map((row) => row.person)) },
      from: [at, ...named.map((row) => project.cell('roles', row.id, 'person'))],
    };
  },
});

const neededRoles = ['sponsor', 'project', 'network', 'firewall', 'proxy', 'security', 'support'] as const;

const roles = rule({
  id: 'prerequisites.roles',
  severity: 'risk',
  reads: ['roles', 'scope.today.roles', 'scope.services.m365', 'justification.prerequisites.network-owner'],
  facts: ['C-13', 'C-10'],
  check: (project) => {
    const at = project.at('scope.today.roles');
    if (project.state('scope.today.roles') === 'unknown') return { variant: 'unknown', from: [at] };
    const rows = project.rows('roles');
    if (rows.length === 0) return undefined;
    const filled = new Set<string | undefined>(
      rows.filter((row) => row.person !== undefined).map((row) => row.role),
    );
    if (written(project, 'justification.prerequisites.network-owner')?.said === 'text') filled.add('network');
    const needed = [
      ...neededRoles,
      ...(project.said('scope.services.m365', 'yes') ? (['m365'] as const) : []),
    ];
    const missing = needed.filter((role) => !filled.has(role));
    if (missing.length === 0) return undefined;
    return {
      values: {
        roles: listed(
          missing.map((role) => project.label('roles', role, 'role')),
          8,
        ),
      },
      from: [
        at,
        ...rows
          .filter((row) => row.role !== undefined && (missing as string[]).includes(row.role))
          .map((row) => project.cell('roles', row.id, 'person')),
      ],
    };
  },
});

const inventory = rule({
  id: 'prerequisites.inventory',
  severity: 'risk',
  reads: ['scope.today.inventory', 'scope.services.used'],
  facts: ['C-14'],
  check: (project) => {
    if (!project.isNotDone('scope.today.inventory')) return undefined;
    const used = project.list('scope.services.used');
    const from = [project.at('scope.today.inventory')];
    if (used.length === 0) return { from };
    return {
      variant: 'used',
      values: { services: listed(used.map((service) => project.label('scope.services.used', service))) },
      from: [...from, project.at('scope.services.used')],
    };
  },
});

const addresses = rule({
  id: 'prerequisites.addresses',
  severity: 'blocker',
  reads: ['justification.prerequisites.addresses', 'natPools', 'advertised'],
  facts: ['C-15'],
  check: (project) => {
    const at = project.at('justification.prerequisites.addresses');
    if (project.state('justification.prerequisites.addresses') === 'unknown')
      return { variant: 'unknown', severity: 'gate', from: [at] };
    if (!project.said('justification.prerequisites.addresses', 'none')) return undefined;
    const pools = project
      .rows('natPools')
      .filter((row) => row.use !== 'internet' && row.prefix !== undefined);
    const prefixes = project.rows('advertised').filter((row) => row.prefix !== undefined);
    if (pools.length + prefixes.length === 0) return { from: [at] };
    const texts = new Set([...pools, ...prefixes].map((row) => row.prefix ?? ''));
    return {
      variant: 'contradiction',
      severity: 'risk',
      values: { prefixes: listed([...texts]) },
      from: [
        at,
        ...pools.map((row) => project.cell('natPools', row.id, 'prefix')),
        ...prefixes.map((row) => project.cell('advertised', row.id, 'prefix')),
      ],
    };
  },
});

const registered = rule({
  id: 'prerequisites.registered',
  severity: 'risk',
  reads: ['justification.prerequisites.registered', 'justification.prerequisites.addresses'],
  facts: ['C-15', 'R-09'],
  check: (project) => {
    if (!project.isNotDone('justification.prerequisites.registered')) return undefined;
    const at = project.at('justification.prerequisites.registered');
    return project.said('justification.prerequisites.addresses', 'provider')
      ? { variant: 'provider', from: [at, project.at('justification.prerequisites.addresses')] }
      : { from: [at] };
  },
});

const compared = rule({
  id: 'prerequisites.compared',
  severity: 'advice',
  reads: ['peering.circuits.compared', 'circuits'],
  facts: ['C-17'],
  check: (project) => {
    if (!project.isNotDone('peering.circuits.compared')) return undefined;
    const providers = new Set(project.rows('circuits').flatMap((row) => row.provider?.trim() ?? []));
    const from = [project.at('peering.circuits.compared')];
    return providers.size === 0
      ? { from }
      : { variant: 'named', values: { providers: listed([...providers]) }, from };
  },
});

const workloadOwner = rule({
  id: 'prerequisites.workload-owner',
  severity: 'risk',
  reads: ['services'],
  facts: ['C-19'],
  check: (project) => {
    const planned = project.rows('services').filter(ridesExpressRoute);
    const nameOf = (row: RowOf<'services'>) => project.label('services', row.service ?? '', 'service');
    const unowned = planned.filter((row) => row.owner === undefined);
    const unsigned = planned.filter((row) => row.owner !== undefined && row.signedOff === 'no');
    const hits: Hit[] = [];
    if (unowned.length > 0)
      hits.push({
        values: { services: listedBy(unowned, nameOf) },
        from: unowned.map((row) => project.cell('services', row.id, 'owner')),
      });
    if (unsigned.length > 0)
      hits.push({
        variant: 'unsigned',
        values: { services: listedBy(unsigned, (row) => `${nameOf(row)} (${row.owner})`) },
        from: unsigned.map((row) => project.cell('services', row.id, 'signedOff')),
      });
    return hits;
  },
});

export const prerequisitesRules: readonly Rule[] = [
  subscription,
  provider,
  leadTime,
  tooLate,
  model,
  modelDisagrees,
  networkOwner,
  roles,
  inventory,
  addresses,
  registered,
  compared,
  workloadOwner,
];

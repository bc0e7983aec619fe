/** Rules on Power Platform's Virtual Network support: delegated subnets, their size and region, and what it cannot do. */
import type { RowOf } from '../../content/tables.ts';
import { countAddresses, prefixesOverlap } from '../../network/prefix.ts';
import { findOverlaps } from '../../network/prefix-set.ts';
import { answerRule } from '../answer-rule.ts';
import { limit } from '../look-up.ts';
import { listed as listNames, regionName, regionsOf } from '../planned.ts';
import type { Reader } from '../reader.ts';
import { type Hit, type Rule, rule } from '../rule.ts';

type Environment = RowOf<'environments'>;

const isInUse = (project: Reader) => project.said('routing.virtual-network.use', 'yes');

/** The environments that are to send through a virtual network. */
function environmentsOf(project: Reader): Environment[] {
  return project.rows('environments').filter((row) => row.virtualNetwork === 'yes');
}

const listed = rule({
  id: 'virtual-network.listed',
  severity: 'gate',
  reads: ['routing.virtual-network.use', 'routing.virtual-network.subnets', 'scope.today.stage'],
  facts: ['O-15'],
  check: (project) => {
    const state = project.state('routing.virtual-network.subnets');
    const isBuilt = ['building', 'running'].includes(project.choice('scope.today.stage') ?? '');
    return state === 'unknown' || (state === 'open' && isBuilt)
      ? { from: [project.at('routing.virtual-network.subnets'), project.at('routing.virtual-network.use')] }
      : undefined;
  },
});

const flags = rule({
  id: 'virtual-network.environments',
  severity: 'gate',
  reads: ['routing.virtual-network.use', 'environments', 'subnets'],
  facts: ['O-15', 'J-11'],
  check: (project) => {
    const at = project.at('routing.virtual-network.use');
    const chosen = environmentsOf(project);
    if (project.said('routing.virtual-network.use', 'no') && chosen.length > 0) {
      const names = chosen.map((row) => project.nameOf('environments', row.id)).join(', ');
      const cells = chosen.map((row) => project.cell('environments', row.id, 'virtualNetwork'));
      return { variant: 'unused', severity: 'risk', values: { names }, from: [at, ...cells] };
    }
    const rows = project.rows('environments');
    // Not until the subnets are described does it matter whose they are.
    const isMissing = chosen.length === 0 && rows.length > 0 && project.rows('subnets').length > 0;
    return isInUse(project) && isMissing
      ? { from: [at, ...rows.map((row) => project.cell('environments', row.id, 'virtualNetwork'))] }
      : undefined;
  },
});

const regions = rule({
  id: 'virtual-network.regions',
  severity: 'blocker',
  reads: ['routing.virtual-network.use', 'environments', 'subnets'],
  facts: ['O-15', 'A-08'],
  check: (project) => {
    const subnets = project.rows('subnets');
    if (!isInUse(project) || subnets.length === 0) return undefined;
    const chosen = environmentsOf(project);
    const hits: Hit[] = [];
    const without = new Map<string, Environment[]>();
    const at = project.at('routing.virtual-network.subnets');
    for (const environment of chosen) {
      const needed = regionsOf(project.reference, environment);
      const name = project.nameOf('environments', environment.id);
      const cell = project.cell('environments', environment.id, 'region');
      if (!needed) {
        if (environment.region === undefined) continue;
        const values = { name, region: environment.region };
        hits.push({ about: environment.id, variant: 'unknown', severity: 'risk', values, from: [cell, at] });
        continue;
      }
      for (const id of needed.filter((one) => !subnets.some((row) => row.azureRegion === one)))
        without.set(id, [...(without.get(id) ?? []), environment]);
    }
    for (const [id, environments] of without)
      hits.push({
        about: id,
        values: {
          names: listNames(environments.map((one) => project.nameOf('environments', one.id))),
          region: regionName(project.reference, id),
        },
        from: [...environments.map((one) => project.cell('environments', one.id, 'region')), at],
      });
    const known = chosen.map((environment) => regionsOf(project.reference, environment));
    if (known.length === 0 || known.includes(undefined)) return hits;
    for (const row of subnets) {
      const id = row.azureRegion;
      if (id === undefined || known.some((needed) => needed?.includes(id))) continue;
      const values = { name: project.nameOf('subnets', row.id), region: regionName(project.reference, id) };
      const from = [project.cell('subnets', row.id, 'azureRegion')];
      hits.push({ about: row.id, variant: 'stray', severity: 'risk', values, from });
    }
    return hits;
  },
});

const environmentType = rule({
  id: 'virtual-network.environment-type',
  severity: 'blocker',
  reads: ['environments'],
  facts: ['O-15'],
  check: (project) =>
    environmentsOf(project)
      .filter((row) => row.type === 'trial' || row.type === 'teams')
      .map((row) => ({
        about: row.id,
        values: {
          name: project.nameOf('environments', row.id),
          type: project.label('environments', row.type ?? '', 'type'),
        },
        from: [
          project.cell('environments', row.id, 'type'),
          project.cell('environments', row.id, 'virtualNetwork'),
        ],
      })),
});

/** How many environments of a kind the environments table sends through this Azure region. */
function countEnvironments(project: Reader, region: string | undefined) {
  const rows = environmentsOf(project).filter(
    (row) => region !== undefined && regionsOf(project.reference, row)?.includes(region),
  );
  const isProduction = (row: Environment) => row.type === 'production' || row.type === 'default';
  const isOther = (row: Environment) => row.type === 'sandbox' || row.type === 'developer';
  return { production: rows.filter(isProduction), nonProduction: rows.filter(isOther) };
}

const size = rule({
  id: 'virtual-network.size',
  severity: 'blocker',
  reads: ['subnets', 'environments'],
  facts: ['O-16'],
  check: (project) => {
    const perProduction = limit(project.reference, 'subnet-production-environment');
    const perOther = limit(project.reference, 'subnet-other-environment');
    const reserved = limit(project.reference, 'subnet-reserved').value;
    return project.rows('subnets').flatMap((row): Hit[] => {
      const prefix = project.prefix(row.prefix);
      if (prefix?.family !== 4) return [];
      const listedOnes = countEnvironments(project, row.azureRegion);
      const production = row.production ?? listedOnes.production.length;
      const nonProduction = row.nonProduction ?? listedOnes.nonProduction.length;
      if (production + nonProduction === 0) return [];
      const least = production * perProduction.value + nonProduction * perOther.value + reserved;
      const most = production * perProduction.to + nonProduction * perOther.to + reserved;
      const addresses = Number(countAddresses(prefix));
      if (addresses >= most) return [];
      const isTooSmall = addresses < least;
      return [
        {
          about: row.id,
          ...(isTooSmall ? {} : { variant: 'tight' }),
          severity: isTooSmall ? 'blocker' : 'risk',
          values: {
            name: project.nameOf('subnets', row.id),
            prefix: row.prefix ?? '',
            addresses,
            production,
            nonProduction,
            least,
            most,
            length: Math.clz32(most - 1),
          },
          from: [
            project.cell('subnets', row.id, 'prefix'),
            project.cell('subnets', row.id, 'production'),
            project.cell('subnets', row.id, 'nonProduction'),
          ],
        },
      ];
    });
  },
});

const counts = rule({
  id: 'virtual-network.counts',
  severity: 'risk',
  reads: ['subnets', 'environments'],
  facts: ['O-16', 'O-15'],
  check: (project) => {
    const subnets = project.rows('subnets');
    const ids = new Set(subnets.flatMap((row) => row.azureRegion ?? []));
    return [...ids].flatMap((region) => {
      const own = subnets.filter((row) => row.azureRegion === region);
      const listedOnes = countEnvironments(project, region);
      return (['production', 'nonProduction'] as const).flatMap((kind): Hit[] => {
        const counted = own.flatMap((row) => row[kind] ?? []);
        const planned = counted.reduce((sum, count) => sum + count, 0);
        if (counted.length < own.length || planned >= listedOnes[kind].length) return [];
        return [
          {
            about: `${region}.${kind}`,
            ...(kind === 'production' ? {} : { variant: 'other' }),
            values: {
              region: regionName(project.reference, region),
              planned,
              listed: listedOnes[kind].length,
            },
            from: [
              ...own.map((row) => project.cell('subnets', row.id, kind)),
              ...listedOnes[kind].map((row) => project.cell('environments', row.id, 'virtualNetwork')),
            ],
          },
        ];
      });
    });
  },
});

const overlap = rule({
  id: 'virtual-network.overlap',
  severity: 'risk',
  reads: ['subnets', 'clientGroups', 'servers'],
  facts: ['O-16', 'J-11'],
  check: (project) => {
    const blockOf = (text: string | undefined, about: string, table: Block['table'], row: string) => {
      const prefix = project.prefix(text);
      return prefix ? [{ ...prefix, text: text ?? '', about, table, row }] : [];
    };
    const subnets = project.rows('subnets').flatMap((row) => blockOf(row.prefix, row.id, 'subnets', row.id));
    const others = (['clientGroups', 'servers'] as const).flatMap((table) =>
      project
        .rows(table)
        .flatMap((row) =>
          [...new Set(row.subnets)].flatMap((text) =>
            blockOf(text, `${table}.${row.id}.${text}`, table, row.id),
          ),
        ),
    );
    const cellOf = ({ table, row }: Block) =>
      project.cell(table, row, table === 'subnets' ? 'prefix' : 'subnets');
    const siblings = subnets.flatMap((left, index) =>
      subnets.slice(index + 1).flatMap((right) => (prefixesOverlap(left, right) ? [{ left, right }] : [])),
    );
    const say = (variant: { variant?: string }) => (pair: { left: Block; right: Block }) => ({
      about: `${pair.left.about}.${pair.right.about}`,
      ...variant,
      values: {
        name: project.nameOf(pair.left.table, pair.left.row),
        prefix: pair.left.text,
        other: project.nameOf(pair.right.table, pair.right.row),
        text: pair.right.text,
      },
      from: [cellOf(pair.left), cellOf(pair.right)],
    });
    return [...siblings.map(say({})), ...findOverlaps(subnets, others).map(say({ variant: 'own-network' }))];
  },
});

type Block = { text: string; about: string; table: 'subnets' | 'clientGroups' | 'servers'; row: string };

const publicCalls = rule({
  id: 'virtual-network.public-calls',
  severity: 'risk',
  reads: ['subnets'],
  facts: ['O-17'],
  check: (project) =>
    project
      .rows('subnets')
      .filter((row) => row.natGateway === 'no')
      .map((row) => ({
        about: row.id,
        values: {
          name: project.nameOf('subnets', row.id),
          region: regionName(project.reference, row.azureRegion ?? ''),
        },
        from: [project.cell('subnets', row.id, 'natGateway')],
      })),
});

const certificates = rule({
  id: 'virtual-network.certificates',
  severity: 'blocker',
  reads: ['routing.virtual-network.certificates'],
  facts: ['O-17'],
  check: (project) => {
    const from = [project.at('routing.virtual-network.certificates')];
    if (project.said('routing.virtual-network.certificates', 'no')) return { from };
    return project.state('routing.virtual-network.certificates') === 'unknown'
      ? { variant: 'unknown', severity: 'gate', from }
      : undefined;
  },
});

const final = rule({
  id: 'virtual-network.final',
  severity: 'risk',
  reads: ['routing.virtual-network.final'],
  facts: ['O-16'],
  check: (project) =>
    project.isNotDone('routing.virtual-network.final')
      ? { from: [project.at('routing.virtual-network.final')] }
      : undefined,
});

const unsupported = answerRule(
  'virtual-network.unsupported',
  'risk',
  ['O-18', 'A-13'],
  'routing.virtual-network.needs',
  'other',
);

const cloud = rule({
  id: 'virtual-network.cloud',
  severity: 'blocker',
  reads: ['routing.virtual-network.use', 'scope.cloud.kind'],
  facts: ['O-18', 'V-07'],
  check: (project) => {
    const kind = project.choice('scope.cloud.kind');
    if (!isInUse(project) || kind === undefined) return undefined;
    const hit = {
      values: { cloud: project.label('scope.cloud.kind', kind) },
      from: [project.at('routing.virtual-network.use'), project.at('scope.cloud.kind')],
    };
    if (kind === 'gcc' || kind === 'dod') return hit;
    return kind === 'china' ? { ...hit, variant: 'unlisted', severity: 'risk' } : undefined;
  },
});

const privatePath = rule({
  id: 'virtual-network.private-path',
  severity: 'risk',
  reads: ['routing.virtual-network.use', 'peering.design.types'],
  facts: ['J-11', 'A-22'],
  check: (project) =>
    isInUse(project) &&
    project.state('peering.design.types') === 'answered' &&
    !project.said('peering.design.types', 'private')
      ? { from: [project.at('routing.virtual-network.use'), project.at('peering.design.types')] }
      : undefined,
});

const targets = rule({
  id: 'virtual-network.targets',
  severity: 'risk',
  reads: ['routing.virtual-network.use', 'endpoints'],
  facts: ['J-11', 'O-15'],
  check: (project) => {
    if (!project.said('routing.virtual-network.use', 'no')) return undefined;
    const rows = project.rows('endpoints').filter((row) => row.path === 'virtual-network');
    return rows.length > 0
      ? {
          values: { names: listNames(rows.map((row) => project.nameOf('endpoints', row.id))) },
          from: [
            project.at('routing.virtual-network.use'),
            ...rows.map((row) => project.cell('endpoints', row.id, 'path')),
          ],
        }
      : undefined;
  },
});

export const virtualNetworkRules: readonly Rule[] = [
  listed,
  flags,
  regions,
  environmentType,
  size,
  counts,
  overlap,
  publicCalls,
  certificates,
  final,
  unsupported,
  cloud,
  privatePath,
  targets,
];

/** Rules on route filters: whether one is there, and whether its communities are those the environments need. */
import type { RowOf } from '../../content/tables.ts';
import type { FindingOrigin } from '../../view.ts';
import { answerRule } from '../answer-rule.ts';
import { azureRegion, community, platformRegion, regionalSeries } from '../look-up.ts';
import {
  communityOf,
  filteredPeerings,
  listed,
  microsoftPeerings,
  regionName,
  regionNeeds,
  regionsOf,
  ridesExpressRoute,
  routeFiltersSince,
} from '../planned.ts';
import { privateOnly, privateOnlyReads } from '../private-only.ts';
import type { Reader } from '../reader.ts';
import { type Hit, type Rule, rule } from '../rule.ts';

const crmOnline = '12076:5040';
/** Sign-in: the public value and that of US Government. */
const signIn = ['12076:5060', '12076:5160'];

type Filtered = ReturnType<typeof filteredPeerings>[number];

const cellsOf = (project: Reader, peerings: readonly { id: string }[]): FindingOrigin[] =>
  peerings.map((row) => project.cell('peerings', row.id, 'communities'));

/** A regional value (series 51) that no list of ours knows: most likely one that was looked up. */
function isLookedUp(project: Reader, value: string): boolean {
  return /^12076:51\d{3}$/.test(value) && community(project.reference, value) === undefined;
}

/** A new circuit without a filter carries nothing; how old an existing one is decides. */
function judgeNoFilter(project: Reader, row: RowOf<'peerings'>): Hit {
  const values = { peering: project.nameOf('peerings', row.id), created: row.created ?? '' };
  const filter = project.cell('peerings', row.id, 'filter');
  const created = project.cell('peerings', row.id, 'created');
  if (row.created !== undefined) {
    const hit = { about: row.id, values, from: [filter, created] };
    return row.created < routeFiltersSince ? { ...hit, variant: 'old', severity: 'risk' } : hit;
  }
  if (project.said('scope.today.circuit', 'no')) {
    return { about: row.id, values, from: [filter, project.at('scope.today.circuit')] };
  }
  const today = project.choice('scope.today.peerings');
  if (today === 'none' || today === 'private') {
    return { about: row.id, values, from: [filter, project.at('scope.today.peerings')] };
  }
  return { about: row.id, variant: 'undated', severity: 'gate', values, from: [filter, created] };
}

/** Peerings that have some of a need's communities, and the need as a whole when no peering has any. */
function judgeNeed(
  project: Reader,
  peerings: readonly Filtered[],
  need: ReturnType<typeof regionNeeds>[number],
): Hit[] {
  const wanted = need.regions.flatMap((region) => {
    const value = communityOf(project.reference, region);
    return value === null ? [] : [{ region, value }];
  });
  if (wanted.length === 0) return [];
  const demand = privateOnly(project);
  const severity = demand.length > 0 ? 'blocker' : 'risk';
  const regions = need.environments.map((row) => project.cell('environments', row.id, 'region'));
  const environments = listed(need.environments.map((row) => project.nameOf('environments', row.id)));
  const describe = (missing: typeof wanted) =>
    listed(missing.map((one) => `${one.value} (${regionName(project.reference, one.region)})`));
  const hits: Hit[] = [];
  let isCarried = false;
  for (const peering of peerings) {
    const missing = wanted.filter((one) => !peering.communities.includes(one.value));
    if (missing.length < wanted.length) isCarried = true;
    if (missing.length === 0 || missing.length === wanted.length) continue;
    hits.push({
      about: `${peering.id}.${need.key}`,
      variant: 'half',
      severity,
      values: { peering: project.nameOf('peerings', peering.id), missing: describe(missing), environments },
      from: [...cellsOf(project, [peering]), ...regions, ...demand],
    });
  }
  if (isCarried) return hits;
  return [
    {
      about: need.key,
      severity,
      values: { missing: describe(wanted), environments },
      from: [...cellsOf(project, peerings), ...regions, ...demand],
    },
  ];
}

export const communitiesRules: readonly Rule[] = [
  rule({
    id: 'communities.no-filter',
    severity: 'blocker',
    reads: ['peerings', 'scope.today.circuit', 'scope.today.peerings'],
    facts: ['R-20', 'M-01'],
    check: (project) =>
      project.once(microsoftPeerings).flatMap((row): Hit[] => {
        if (row.filter === 'none') return [judgeNoFilter(project, row)];
        const values = { peering: project.nameOf('peerings', row.id) };
        const filter = project.cell('peerings', row.id, 'filter');
        if (row.filter === 'unknown') {
          return [{ about: row.id, variant: 'unknown', severity: 'gate', values, from: [filter] }];
        }
        if (row.filter !== 'attached' || (row.communities?.length ?? 0) > 0) return [];
        const from = [project.cell('peerings', row.id, 'communities'), filter];
        return [{ about: row.id, variant: 'empty', severity: 'gate', values, from }];
      }),
  }),

  rule({
    id: 'communities.private-series',
    severity: 'blocker',
    reads: ['peerings'],
    facts: ['R-18'],
    check: (project) =>
      project.once(filteredPeerings).flatMap((row): Hit[] => {
        const wrong = row.communities.filter(
          (value) => regionalSeries(project.reference, value)?.series === '50',
        );
        if (wrong.length === 0) return [];
        const right = wrong.map((value) => value.replace(':50', ':51'));
        const values = {
          peering: project.nameOf('peerings', row.id),
          communities: listed(wrong),
          right: listed(right),
        };
        return [{ about: row.id, values, from: cellsOf(project, [row]) }];
      }),
  }),

  rule({
    id: 'communities.crm-online',
    severity: 'blocker',
    reads: ['peerings', 'environments'],
    facts: ['R-18', 'M-02'],
    check: (project) => {
      const wanted = project
        .once(regionNeeds)
        .flatMap((need) => need.regions)
        .map((region) => communityOf(project.reference, region))
        .filter((value) => value !== null);
      return project
        .once(filteredPeerings)
        .filter((row) => row.communities.includes(crmOnline))
        .map((row): Hit => {
          const regional = row.communities.filter((value) => /^12076:51\d{3}$/.test(value));
          // One filter may serve one geography; what it lacks of another is said by communities.missing.
          const isCovered =
            wanted.length > 0 ? wanted.some((value) => regional.includes(value)) : regional.length > 0;
          return {
            about: row.id,
            ...(isCovered ? { variant: 'obsolete', severity: 'advice' } : {}),
            values: { peering: project.nameOf('peerings', row.id) },
            from: cellsOf(project, [row]),
          };
        });
    },
  }),

  rule({
    id: 'communities.missing',
    severity: 'risk',
    reads: ['peerings', 'environments', ...privateOnlyReads],
    facts: ['A-08', 'R-18'],
    check: (project) => {
      const peerings = project.once(filteredPeerings);
      if (peerings.length === 0) return undefined;
      return project.once(regionNeeds).flatMap((need) => judgeNeed(project, peerings, need));
    },
  }),

  rule({
    id: 'communities.unpublished',
    severity: 'risk',
    reads: ['environments', 'peerings'],
    facts: ['A-08', 'R-18'],
    check: (project) => {
      const peerings = project.once(filteredPeerings);
      const isDone =
        peerings.length > 0 &&
        peerings.every((row) => row.communities.some((value) => isLookedUp(project, value)));
      const hits: Hit[] = [];
      for (const need of project.once(regionNeeds)) {
        const unknown = need.regions.filter((region) => communityOf(project.reference, region) === null);
        if (unknown.length === 0 || isDone) continue;
        hits.push({
          about: need.key,
          values: {
            regions: listed(unknown.map((region) => regionName(project.reference, region))),
            environments: listed(need.environments.map((row) => project.nameOf('environments', row.id))),
          },
          from: need.environments.map((row) => project.cell('environments', row.id, 'region')),
        });
      }
      for (const row of project.rows('environments')) {
        if (row.region === undefined || regionsOf(project.reference, row) !== undefined) continue;
        hits.push({
          about: row.id,
          variant: 'region',
          values: { environments: project.nameOf('environments', row.id), regions: row.region },
          from: [
            project.cell('environments', row.id, 'region'),
            project.cell('environments', row.id, 'azureRegions'),
          ],
        });
      }
      return hits;
    },
  }),

  rule({
    id: 'communities.unknown-value',
    severity: 'risk',
    reads: ['peerings'],
    facts: ['R-18', 'R-20'],
    check: (project) =>
      project.once(filteredPeerings).flatMap((row): Hit[] => {
        const foreign = row.communities.filter((value) => !value.startsWith('12076:'));
        const unknown = row.communities.filter(
          (value) =>
            value.startsWith('12076:') &&
            community(project.reference, value) === undefined &&
            regionalSeries(project.reference, value)?.region === undefined,
        );
        const peering = project.nameOf('peerings', row.id);
        const from = cellsOf(project, [row]);
        const hits: Hit[] = [];
        if (unknown.length > 0)
          hits.push({ about: row.id, values: { peering, communities: listed(unknown) }, from });
        if (foreign.length > 0) {
          const values = { peering, communities: listed(foreign) };
          hits.push({ about: row.id, variant: 'foreign', severity: 'blocker', values, from });
        }
        return hits;
      }),
  }),

  rule({
    id: 'communities.surplus',
    severity: 'advice',
    reads: ['peerings', 'environments', 'scope.services.used'],
    facts: ['R-19'],
    check: (project) => {
      const environments = project.rows('environments');
      const needs = environments.map((row) => regionsOf(project.reference, row));
      // Own Azure services, or an environment whose regions are not known, may be the reason for any of them.
      if (environments.length === 0 || needs.includes(undefined)) return undefined;
      if (project.said('scope.services.used', 'azure-public')) return undefined;
      const wanted = new Set<string | undefined>([
        ...needs.flatMap((regions) => regions ?? []),
        ...environments.flatMap((row) => platformRegion(project.reference, row.region)?.gatewayRegions ?? []),
      ]);
      return project.once(filteredPeerings).flatMap((row): Hit[] => {
        const surplus = row.communities.filter((value) => {
          const known = community(project.reference, value);
          return known?.group === 'regional' && !wanted.has(known.region);
        });
        if (surplus.length === 0) return [];
        const names = surplus.map(
          (value) => `${value} (${community(project.reference, value)?.name ?? value})`,
        );
        return [
          {
            about: row.id,
            values: { peering: project.nameOf('peerings', row.id), communities: listed(names) },
            from: cellsOf(project, [row]),
          },
        ];
      });
    },
  }),

  rule({
    id: 'communities.gateway-regions',
    severity: 'risk',
    reads: ['environments', 'servers', 'services', 'peerings'],
    facts: ['A-08', 'A-13', 'A-14'],
    check: (project) => {
      const peerings = project.once(filteredPeerings);
      if (peerings.length === 0) return undefined;
      const carried = new Set(peerings.flatMap((row) => row.communities));
      const gateways = [
        ...project.rows('environments').map((row) => ({ table: 'environments' as const, row })),
        ...project
          .rows('servers')
          .filter((row) => row.role === 'gateway')
          .map((row) => ({ table: 'servers' as const, row })),
      ];
      const hits: Hit[] = [];
      for (const { table, row } of gateways) {
        const value = azureRegion(project.reference, row.gatewayRegion)?.community;
        if (row.gatewayRegion === undefined || !value || carried.has(value)) continue;
        hits.push({
          about: `${table}.${row.id}`,
          ...(table === 'servers' ? { variant: 'server' } : {}),
          values: {
            name: project.nameOf(table, row.id),
            region: regionName(project.reference, row.gatewayRegion),
            community: value,
          },
          from: [project.cell(table, row.id, 'gatewayRegion'), ...cellsOf(project, peerings)],
        });
      }
      const connectors = project
        .rows('services')
        .filter(
          (row) => (row.service === 'connectors' || row.service === 'gateway') && ridesExpressRoute(row),
        );
      const american = project.rows('environments').filter((row) => row.region === 'unitedstates');
      const regions = platformRegion(project.reference, 'unitedstates')?.gatewayRegions ?? [];
      const absent = regions.filter((region) => {
        const value = communityOf(project.reference, region);
        return value !== null && !carried.has(value);
      });
      if (connectors.length > 0 && american.length > 0 && absent.length > 0) {
        hits.push({
          variant: 'united-states',
          values: {
            count: regions.length,
            absent: listed(
              absent.map((region) => regionName(project.reference, region)),
              12,
            ),
          },
          from: [
            ...american.map((row) => project.cell('environments', row.id, 'region')),
            ...connectors.map((row) => project.cell('services', row.id, 'path')),
            ...cellsOf(project, peerings),
          ],
        });
      }
      return hits;
    },
  }),

  answerRule('communities.per-service', 'blocker', ['A-10', 'R-18'], 'peering.filter.per-service', 'yes'),

  rule({
    id: 'communities.sign-in',
    severity: 'risk',
    reads: ['peering.filter.sign-in', 'peerings', 'services', ...privateOnlyReads],
    facts: ['R-18', 'M-02'],
    check: (project) => {
      const choice = project.choice('peering.filter.sign-in');
      const at = project.at('peering.filter.sign-in');
      if (choice === undefined) return undefined;
      const hits: Hit[] = [];
      const peerings = project.once(filteredPeerings);
      const carrying = peerings.filter((row) => row.communities.some((value) => signIn.includes(value)));
      if (choice === 'express-route' && peerings.length > 0 && carrying.length === 0) {
        const demand = privateOnly(project);
        const severity = demand.length > 0 ? 'blocker' : 'risk';
        hits.push({ severity, from: [at, ...cellsOf(project, peerings), ...demand] });
      }
      if (choice === 'internet' && carrying.length > 0) {
        hits.push({
          variant: 'carried',
          values: { peerings: listed(carrying.map((row) => project.nameOf('peerings', row.id))) },
          from: [at, ...cellsOf(project, carrying)],
        });
      }
      const row = project.rows('services').find((one) => one.service === 'sign-in');
      const isOther = row?.path !== undefined && row.path !== 'both' && row.path !== choice;
      if (row && isOther) {
        hits.push({ variant: 'disagree', from: [at, project.cell('services', row.id, 'path')] });
      }
      return hits;
    },
  }),

  rule({
    id: 'communities.region-load',
    severity: 'risk',
    reads: ['peering.filter.regional-load', 'peering.filter.other-azure'],
    facts: ['R-19', 'C-14'],
    check: (project) => {
      const hits: Hit[] = [];
      const isMissing = (id: 'peering.filter.regional-load' | 'peering.filter.other-azure') =>
        project.isNotDone(id);
      if (isMissing('peering.filter.regional-load')) {
        hits.push({ from: [project.at('peering.filter.regional-load')] });
      }
      if (isMissing('peering.filter.other-azure')) {
        hits.push({ variant: 'own-azure', from: [project.at('peering.filter.other-azure')] });
      }
      return hits;
    },
  }),
];

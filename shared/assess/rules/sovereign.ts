/** Rules on national clouds: circuits, environments, communities and endpoint lists must all belong to the same one. */
import type { RowOf } from '../../content/tables.ts';
import { answerRule } from '../answer-rule.ts';
import { azureRegion, type Cloud, community, peeringLocation, platformRegion } from '../look-up.ts';
import { filteredPeerings, listed, locationName } from '../planned.ts';
import type { Reader } from '../reader.ts';
import { type Hit, type Rule, rule } from '../rule.ts';

/** The Azure cloud whose circuits reach a kind of Power Platform cloud. */
const azureCloudOf: Readonly<Record<string, Cloud>> = {
  public: 'public',
  gcc: 'usgov',
  'gcc-high': 'usgov',
  dod: 'usgov',
  china: 'china',
};

const instanceOf: Readonly<Record<string, string>> = {
  public: 'worldwide',
  gcc: 'worldwide',
  'gcc-high': 'usgov-gcchigh',
  dod: 'usgov-dod',
  china: 'china',
};

type Needed = { kind: string; cloud: Cloud; name: string };

function neededCloud(project: Reader): Needed | undefined {
  const kind = project.choice('scope.cloud.kind');
  const cloud = azureCloudOf[kind ?? ''];
  return kind !== undefined && cloud
    ? { kind, cloud, name: project.label('scope.cloud.kind', kind) }
    : undefined;
}

/** Azure regions an environment names that belong to another cloud; its own regions count before those of its listed region. */
function strayRegions(project: Reader, row: RowOf<'environments'>, cloud: Cloud): string[] {
  const platform = platformRegion(project.reference, row.region);
  const stray = (row.azureRegions ?? [])
    .map((id) => azureRegion(project.reference, id))
    .filter((region) => region !== undefined && region.cloud !== cloud)
    .map((region) => region?.name ?? '');
  return platform && platform.cloud !== cloud ? [platform.name, ...stray] : stray;
}

export const sovereignRules: readonly Rule[] = [
  rule({
    id: 'sovereign.circuit-cloud',
    severity: 'blocker',
    reads: ['scope.cloud.kind', 'peering.sovereign.circuit-cloud'],
    facts: ['V-01', 'V-02', 'V-03', 'S-06'],
    check: (project) => {
      const needed = neededCloud(project);
      if (!needed) return undefined;
      const from = [project.at('peering.sovereign.circuit-cloud'), project.at('scope.cloud.kind')];
      const chosen = project.choice('peering.sovereign.circuit-cloud');
      const values = {
        cloud: needed.name,
        needed: project.label('peering.sovereign.circuit-cloud', needed.cloud),
        chosen: project.label('peering.sovereign.circuit-cloud', chosen ?? ''),
      };
      if (project.state('peering.sovereign.circuit-cloud') === 'unknown') {
        return { variant: 'unknown', severity: 'gate', values, from };
      }
      return chosen !== undefined && chosen !== needed.cloud ? { values, from } : undefined;
    },
  }),

  rule({
    id: 'sovereign.location',
    severity: 'blocker',
    reads: ['scope.cloud.kind', 'circuits'],
    facts: ['S-06', 'V-03', 'V-04'],
    check: (project) => {
      const needed = neededCloud(project);
      if (!needed) return undefined;
      return project.rows('circuits').flatMap((row) =>
        (['location', 'secondLocation'] as const).flatMap((column): Hit[] => {
          const location = peeringLocation(project.reference, row[column]);
          if (!location || location.cloud === needed.cloud) return [];
          return [
            {
              about: `${row.id}.${column}`,
              values: {
                circuit: project.nameOf('circuits', row.id),
                location: locationName(project.reference, location.id),
                cloud: needed.name,
              },
              from: [project.cell('circuits', row.id, column), project.at('scope.cloud.kind')],
            },
          ];
        }),
      );
    },
  }),

  rule({
    id: 'sovereign.environment',
    severity: 'blocker',
    reads: ['scope.cloud.kind', 'environments'],
    facts: ['S-06', 'V-03', 'V-04'],
    check: (project) => {
      const needed = neededCloud(project);
      if (!needed) return undefined;
      return project.rows('environments').flatMap((row): Hit[] => {
        const stray = strayRegions(project, row, needed.cloud);
        if (stray.length === 0) return [];
        return [
          {
            about: row.id,
            values: {
              environment: project.nameOf('environments', row.id),
              regions: listed(stray),
              cloud: needed.name,
            },
            from: [project.cell('environments', row.id, 'region'), project.at('scope.cloud.kind')],
          },
        ];
      });
    },
  }),

  rule({
    id: 'sovereign.communities',
    severity: 'blocker',
    reads: ['scope.cloud.kind', 'peerings'],
    facts: ['V-02', 'V-03', 'V-04', 'M-16', 'M-07'],
    check: (project) => {
      const needed = neededCloud(project);
      if (!needed) return undefined;
      const hits: Hit[] = [];
      for (const row of project.once(filteredPeerings)) {
        const known = row.communities.map((value) => community(project.reference, value));
        const pick = (wanted: (one: NonNullable<(typeof known)[number]>) => boolean) =>
          known.filter((one) => one !== undefined && wanted(one)).map((one) => one?.value ?? '');
        const stray = pick((one) =>
          one.group === 'regional'
            ? (azureRegion(project.reference, one.region)?.cloud ?? needed.cloud) !== needed.cloud
            : one.group === 'gov' && needed.cloud !== 'usgov',
        );
        const worldwide = needed.cloud === 'public' ? [] : pick((one) => one.group === 'm365');
        const hit = {
          about: row.id,
          from: [project.cell('peerings', row.id, 'communities'), project.at('scope.cloud.kind')],
        };
        const values = { peering: project.nameOf('peerings', row.id), cloud: needed.name };
        if (stray.length > 0) hits.push({ ...hit, values: { ...values, communities: listed(stray) } });
        if (worldwide.length === 0) continue;
        const isChina = needed.cloud === 'china';
        hits.push({
          ...hit,
          variant: isChina ? 'china-m365' : 'gov-m365',
          severity: isChina ? 'blocker' : 'risk',
          values: { ...values, communities: listed(worldwide) },
        });
      }
      return hits;
    },
  }),

  rule({
    id: 'sovereign.endpoint-instance',
    severity: 'blocker',
    reads: ['scope.cloud.kind', 'peering.m365.endpoint-instance'],
    facts: ['V-06'],
    check: (project) => {
      const needed = neededCloud(project);
      const chosen = project.choice('peering.m365.endpoint-instance');
      const right = instanceOf[needed?.kind ?? ''];
      if (!needed || chosen === undefined || right === undefined || chosen === right) return undefined;
      return {
        values: {
          cloud: needed.name,
          chosen: project.label('peering.m365.endpoint-instance', chosen),
          right: project.label('peering.m365.endpoint-instance', right),
        },
        from: [project.at('peering.m365.endpoint-instance'), project.at('scope.cloud.kind')],
      };
    },
  }),

  rule({
    id: 'sovereign.sign-in',
    severity: 'risk',
    reads: ['peering.sovereign.sign-in', 'peering.filter.sign-in'],
    facts: ['V-05'],
    check: (project) => {
      const at = project.at('peering.sovereign.sign-in');
      const isOpen = project.isNotDone('peering.sovereign.sign-in');
      if (!isOpen) return undefined;
      return project.said('peering.filter.sign-in', 'express-route')
        ? { variant: 'planned', from: [at, project.at('peering.filter.sign-in')] }
        : { from: [at] };
    },
  }),

  answerRule('sovereign.parity', 'risk', ['V-07'], 'peering.sovereign.parity', 'no'),

  rule({
    id: 'sovereign.dod',
    severity: 'risk',
    reads: ['peering.sovereign.asked'],
    facts: ['V-08'],
    check: (project) => {
      const isOpen = project.isNotDone('peering.sovereign.asked');
      return isOpen ? { from: [project.at('peering.sovereign.asked')] } : undefined;
    },
  }),
];

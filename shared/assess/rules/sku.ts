/** Rules on the SKU a circuit needs: computed from its location and the geographies of all that has to be reached. */
import type { RowOf } from '../../content/tables.ts';
import type { FindingOrigin } from '../../view.ts';
import { geographyName, peeringLocation } from '../look-up.ts';
import {
  listed,
  locationName,
  m365Services,
  m365Values,
  microsoftPeerings,
  type RegionNeed,
  regionName,
  regionNeeds,
  regionsOf,
  ridesExpressRoute,
} from '../planned.ts';
import { bestReach, type Reach, reachOf } from '../reach.ts';
import type { Reader } from '../reader.ts';
import { type Hit, type Rule, rule } from '../rule.ts';

function namesOf(project: Reader, need: RegionNeed): string {
  return listed(need.environments.map((row) => project.nameOf('environments', row.id)));
}

function originsOf(
  project: Reader,
  need: RegionNeed,
  circuits: readonly RowOf<'circuits'>[],
): FindingOrigin[] {
  return [
    ...circuits.flatMap((row) => [
      project.cell('circuits', row.id, 'sku'),
      project.cell('circuits', row.id, 'location'),
    ]),
    ...need.environments.map((row) => project.cell('environments', row.id, 'region')),
  ];
}

/** What each region of each need gets from the circuits that say enough and stand in the same cloud. */
function judgeNeeds(project: Reader) {
  return regionNeeds(project).map((need) => {
    const circuits = new Set<RowOf<'circuits'>>();
    const best = need.regions.map((region) => {
      const reaches = project.rows('circuits').flatMap((row) => {
        const reach = reachOf(project.reference, row, region);
        if (!reach) return [];
        circuits.add(row);
        return [reach];
      });
      return { region, reach: bestReach(reaches) };
    });
    const regionsWith = (wanted: (reach: Reach | undefined) => boolean) =>
      best.filter((one) => wanted(one.reach)).map((one) => one.region);
    return { need, circuits: [...circuits], regionsWith };
  });
}

const nameRegions = (project: Reader, regions: readonly string[]) =>
  listed(regions.map((region) => regionName(project.reference, region)));

/** Rules that say M365 rides ExpressRoute read these. */
const m365Reads = ['peerings', 'services', 'peering.filter.m365-treatment'] as const;

function plannedM365(project: Reader): FindingOrigin[] {
  const origins = project
    .rows('services')
    .filter((row) => m365Services.includes(row.service ?? '') && ridesExpressRoute(row))
    .map((row) => project.cell('services', row.id, 'path'));
  if (project.said('peering.filter.m365-treatment', 'authorised')) {
    origins.push(project.at('peering.filter.m365-treatment'));
  }
  return origins;
}

export const skuRules: readonly Rule[] = [
  rule({
    id: 'sku.unreached',
    severity: 'blocker',
    reads: ['circuits', 'environments'],
    facts: ['S-01', 'S-02', 'S-03', 'S-05'],
    check: (project) => {
      const hits: Hit[] = [];
      for (const { need, circuits, regionsWith } of project.once(judgeNeeds)) {
        const missing = regionsWith((reach) => reach?.reach === 'no');
        if (missing.length === 0) continue;
        const [first] = circuits;
        const location = peeringLocation(project.reference, first?.location);
        const single = circuits.length === 1 ? first : undefined;
        hits.push({
          about: need.key,
          variant: single?.sku === 'local' ? 'local' : single ? 'standard' : 'several',
          values: {
            environments: namesOf(project, need),
            regions: nameRegions(project, missing),
            circuit: project.nameOf('circuits', first?.id),
            location: locationName(project.reference, first?.location),
            geography: location ? geographyName(project.reference, location.geography) : '',
            count: circuits.length,
          },
          from: originsOf(project, need, circuits),
        });
      }
      return hits;
    },
  }),

  rule({
    id: 'sku.verify',
    severity: 'risk',
    reads: ['circuits', 'environments'],
    facts: ['S-03', 'S-05', 'A-09'],
    check: (project) => {
      const hits: Hit[] = [];
      for (const { need, circuits, regionsWith } of project.once(judgeNeeds)) {
        if (regionsWith((reach) => reach?.reach === 'no').length > 0) continue;
        const unsure = (what: string) =>
          regionsWith((reach) => reach?.reach === 'verify' && reach.unsure === what);
        const cases = {
          region: unsure('region'),
          location: unsure('location'),
          local: regionsWith((reach) => reach?.reach === 'yes' && reach.by === 'local'),
        };
        for (const [variant, regions] of Object.entries(cases)) {
          if (regions.length === 0) continue;
          hits.push({
            about: need.key,
            variant,
            values: {
              environments: namesOf(project, need),
              regions: nameRegions(project, regions),
              circuits: listed(circuits.map((row) => project.nameOf('circuits', row.id))),
              locations: listed([
                ...new Set(circuits.map((row) => locationName(project.reference, row.location))),
              ]),
            },
            from: originsOf(project, need, circuits),
          });
        }
      }
      // A Power Platform region that no list knows: Premium alone is safe without knowing more.
      const narrow = project.rows('circuits').filter((row) => row.sku !== undefined && row.sku !== 'premium');
      const unlisted = project
        .rows('environments')
        .filter((row) => row.region !== undefined && regionsOf(project.reference, row) === undefined);
      if (narrow.length === 0) return hits;
      for (const row of unlisted) {
        hits.push({
          about: row.id,
          variant: 'unlisted',
          values: { environments: project.nameOf('environments', row.id), regions: row.region ?? '' },
          from: [
            project.cell('environments', row.id, 'region'),
            ...narrow.map((circuit) => project.cell('circuits', circuit.id, 'sku')),
          ],
        });
      }
      return hits;
    },
  }),

  rule({
    id: 'sku.single-reach',
    severity: 'risk',
    reads: ['circuits', 'environments', 'peering.circuits.fallback'],
    facts: ['S-13', 'S-03'],
    check: (project) => {
      if (!project.said('peering.circuits.fallback', 'second-circuit')) return undefined;
      const circuits = project.rows('circuits');
      if (circuits.length < 2) return undefined;
      const hits: Hit[] = [];
      for (const need of project.once(regionNeeds)) {
        const reaching = circuits.filter((row) =>
          need.regions.every((region) => {
            const reach = reachOf(project.reference, row, region)?.reach;
            return reach === 'yes' || reach === 'verify';
          }),
        );
        const [only] = reaching;
        if (reaching.length !== 1 || !only) continue;
        hits.push({
          about: need.key,
          values: { environments: namesOf(project, need), circuit: project.nameOf('circuits', only.id) },
          from: [project.at('peering.circuits.fallback'), ...originsOf(project, need, circuits)],
        });
      }
      return hits;
    },
  }),

  rule({
    id: 'sku.m365',
    severity: 'blocker',
    reads: ['circuits', ...m365Reads],
    facts: ['S-04'],
    check: (project) => {
      const hits: Hit[] = [];
      const peerings = project.once(microsoftPeerings);
      const carriers = peerings.filter(
        (row) => m365Values(project.reference, row.communities ?? []).length > 0,
      );
      for (const peering of carriers) {
        const circuit = project.row('circuits', peering.circuit);
        if (circuit?.sku === undefined || circuit.sku === 'premium') continue;
        hits.push({
          about: `${circuit.id}.${peering.id}`,
          values: {
            circuit: project.nameOf('circuits', circuit.id),
            sku: project.label('circuits', circuit.sku, 'sku'),
            communities: m365Values(project.reference, peering.communities ?? []).join(', '),
          },
          from: [
            project.cell('circuits', circuit.id, 'sku'),
            project.cell('peerings', peering.id, 'communities'),
          ],
        });
      }
      const circuits = project.rows('circuits').filter((row) => row.sku !== undefined);
      const planned = carriers.length === 0 ? plannedM365(project) : [];
      if (planned.length > 0 && circuits.length > 0 && circuits.every((row) => row.sku !== 'premium')) {
        hits.push({
          variant: 'planned',
          values: { circuits: listed(circuits.map((row) => project.nameOf('circuits', row.id))) },
          from: [...circuits.map((row) => project.cell('circuits', row.id, 'sku')), ...planned],
        });
      }
      return hits;
    },
  }),

  rule({
    id: 'sku.premium-unneeded',
    severity: 'advice',
    reads: ['circuits', 'environments', 'scope.services.m365', ...m365Reads],
    facts: ['S-01', 'S-03', 'C-05'],
    check: (project) => {
      const needs = project.once(regionNeeds);
      const environments = project.rows('environments');
      const isComplete = environments.every((row) => regionsOf(project.reference, row) !== undefined);
      if (needs.length === 0 || !isComplete || project.said('scope.services.m365', 'yes')) return undefined;
      const carriesM365 = project
        .once(microsoftPeerings)
        .some((row) => m365Values(project.reference, row.communities ?? []).length > 0);
      if (carriesM365 || plannedM365(project).length > 0) return undefined;
      return project
        .rows('circuits')
        .filter((row) => row.sku === 'premium')
        .filter((row) =>
          needs.every((need) =>
            need.regions.every((region) => {
              const reach = reachOf(project.reference, { ...row, sku: 'standard' }, region);
              return reach?.reach === 'yes';
            }),
          ),
        )
        .map((row) => ({
          about: row.id,
          values: {
            circuit: project.nameOf('circuits', row.id),
            location: locationName(project.reference, row.location),
          },
          from: [project.cell('circuits', row.id, 'sku'), project.at('scope.environments.list')],
        }));
    },
  }),

  rule({
    id: 'sku.local-not-offered',
    severity: 'blocker',
    reads: ['circuits'],
    facts: ['S-05'],
    check: (project) =>
      project
        .rows('circuits')
        .filter(
          (row) => row.sku === 'local' && peeringLocation(project.reference, row.location)?.local === false,
        )
        .map((row) => ({
          about: row.id,
          values: {
            circuit: project.nameOf('circuits', row.id),
            location: locationName(project.reference, row.location),
          },
          from: [project.cell('circuits', row.id, 'sku'), project.cell('circuits', row.id, 'location')],
        })),
  }),
];

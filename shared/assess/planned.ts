/** Parts of the plan that many rules ask about: what rides ExpressRoute, which regions it needs, which peerings carry it. */
import type { RowOf } from '../content/tables.ts';
import { type AzureRegion, azureRegion, community, peeringLocation, platformRegion } from './look-up.ts';
import type { Reader } from './reader.ts';

type Sets = Reader['reference'];

/** Services that people's devices call, and that therefore need Microsoft peering. */
export const platformServices: readonly string[] = [
  'dataverse',
  'power-apps',
  'power-automate',
  'power-pages',
  'dynamics-365',
];
export const m365Services: readonly string[] = ['exchange', 'sharepoint', 'teams', 'office-web'];

/** Since this day a Microsoft peering receives nothing until a route filter is attached. */
export const routeFiltersSince = '2017-08-01';

export function ridesExpressRoute(row: { path?: string }): boolean {
  return row.path === 'express-route' || row.path === 'both';
}

type Target = RowOf<'endpoints'>;
export type PublishedTarget = Omit<Target, 'path'> & { path?: Exclude<Target['path'], 'virtual-network'> };

/** Targets that Microsoft calls at a public address; calls from a delegated subnet find private ones. */
export function publishedTargets(project: Reader): PublishedTarget[] {
  return project.rows('endpoints').filter(isPublished);
}

function isPublished(row: Target): row is Target & PublishedTarget {
  return row.path !== 'virtual-network';
}

export function microsoftPeerings(project: Reader): RowOf<'peerings'>[] {
  return project.once(findMicrosoftPeerings);
}

function findMicrosoftPeerings(project: Reader): RowOf<'peerings'>[] {
  return project.rows('peerings').filter((row) => row.type === 'microsoft');
}

/** Microsoft peerings whose list of communities has been filled in. */
export function filteredPeerings(project: Reader): (RowOf<'peerings'> & { communities: string[] })[] {
  return project.once(findFilteredPeerings);
}

function findFilteredPeerings(project: Reader): (RowOf<'peerings'> & { communities: string[] })[] {
  return microsoftPeerings(project).flatMap((row) =>
    row.communities !== undefined && row.communities.length > 0
      ? [{ ...row, communities: row.communities }]
      : [],
  );
}

/** Values that carry Microsoft 365 itself; sign-in has a value of its own and does not count. */
export function m365Values(sets: Sets, values: readonly string[]): string[] {
  return values.filter((value) => {
    const known = community(sets, value);
    return known?.group === 'm365' || (known?.group === 'gov' && known.service !== 'entra');
  });
}

/** The Azure regions of an environment: its own where they are known, else those listed for its region; undefined if neither. */
export function regionsOf(sets: Sets, environment: RowOf<'environments'>): readonly string[] | undefined {
  const own = environment.azureRegions;
  return own && own.length > 0 ? own : platformRegion(sets, environment.region)?.regions;
}

export type RegionNeed = { key: string; regions: readonly string[]; environments: RowOf<'environments'>[] };

/** Environments in the same Azure regions need the same, so they are judged, and named, together. */
export function regionNeeds(project: Reader): RegionNeed[] {
  return project.once(findRegionNeeds);
}

function findRegionNeeds(project: Reader): RegionNeed[] {
  const needs = new Map<string, RegionNeed>();
  for (const environment of project.rows('environments')) {
    const regions = regionsOf(project.reference, environment);
    if (!regions) continue;
    const key = [...regions].sort().join('.');
    const need = needs.get(key) ?? { key, regions, environments: [] };
    need.environments.push(environment);
    needs.set(key, need);
  }
  return [...needs.values()];
}

export function regionName(sets: Sets, id: string): string {
  return azureRegion(sets, id)?.name ?? id;
}

export function locationName(sets: Sets, id: string | undefined): string {
  return peeringLocation(sets, id)?.name ?? id ?? '?';
}

/** The published Microsoft peering community of a region. */
export function communityOf(sets: Sets, region: string): AzureRegion['community'] {
  return azureRegion(sets, region)?.community ?? null;
}

/** A list for a sentence: long ones are cut, and say how many there are. */
export function listed(names: readonly string[], most = 5): string {
  return listedBy(names, (name) => name, most);
}

/** The same for what has yet to be named: of two hundred sites only the few that are shown. */
export function listedBy<Item>(items: readonly Item[], nameOf: (item: Item) => string, most = 5): string {
  const names = items.slice(0, most).map(nameOf).join(', ');
  return items.length <= most ? names : `${names}, … (${items.length})`;
}

/** Rows by the value of one column; rows without it are left out. */
export function groupRows<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string | undefined,
): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

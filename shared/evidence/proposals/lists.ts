/** What lists claim: environments of the tenant, sites from a table, named locations. */

import { containsPrefix, type Prefix, parsePrefix } from '../../network/prefix.ts';
import type { EnvironmentRecord, NamedLocationRecord } from '../azure/records.ts';
import type { SiteRecord } from '../tools/records.ts';
import { type Claims, itemNamed } from './claims.ts';

const environmentTypes = ['production', 'sandbox', 'default', 'developer', 'trial', 'teams'];

export function claimEnvironments(claims: Claims, records: readonly EnvironmentRecord[]): void {
  const { reference } = claims.project;
  const rows = claims.rowsOf('environments');
  const byId = new Map(rows.map((row) => [row.id, row]));
  const byAddress = new Map(rows.map((row) => [row.address, row.id]));
  for (const environment of records) {
    const address = environment.url
      ?.replace(/^https?:\/\//i, '')
      .split('/')[0]
      ?.toLowerCase();
    const name = environment.name ?? environment.id ?? address;
    if (!name) continue;
    const known = claims.named('environments', name) ?? (address ? byAddress.get(address) : undefined);
    const today = byId.get(known ?? '')?.azureRegions ?? [];
    const region = itemNamed(reference['azure-regions'].items, environment.azureRegion);
    const type = environment.isDefault ? 'default' : environment.type?.toLowerCase();
    claims.row('environments', name, known, {
      name,
      region: itemNamed(reference['platform-regions'].items, environment.location),
      type: environmentTypes.find((one) => one === type),
      azureRegions: region === undefined || today.includes(region) ? undefined : [...today, region],
      address,
    });
  }
}

export function claimSites(claims: Claims, records: readonly SiteRecord[]): void {
  for (const site of records) {
    const edge = claims.named('edges', site.egress);
    claims.row('sites', site.site, claims.named('sites', site.site), {
      name: site.site,
      country: site.country ?? undefined,
      users: site.users ?? undefined,
      peak: site.peak ?? undefined,
      wan: site.wan ?? undefined,
      internetLatency: site.internetLatency ?? undefined,
      expressRouteLatency: site.expressRouteLatency ?? undefined,
      internetEdge: edge,
    });
  }
}

/** Whether the addresses that traffic wears on ExpressRoute are in the locations that Entra trusts. */
export function claimNamedLocations(claims: Claims, records: readonly NamedLocationRecord[]): void {
  const ranges = records.flatMap(({ prefixes }) => prefixes);
  if (ranges.length === 0) return;
  claims.addChoice('routing.nat.allow-lists', 'named-locations');
  const pools = claims
    .rowsOf('natPools')
    .filter((pool) => pool.use !== 'internet')
    .flatMap(({ prefix }) => prefix ?? []);
  if (pools.length === 0) return;
  const trusted = ranges.flatMap(prefixesOf);
  const isListed = pools
    .flatMap(prefixesOf)
    .every((pool) => trusted.some((range) => containsPrefix(range, pool)));
  claims.answer('routing.nat.allow-lists-updated', isListed ? 'yes' : 'no', 'routing.nat.allow-lists');
}

function prefixesOf(text: string): Prefix[] {
  const parsed = parsePrefix(text);
  return parsed.ok ? [parsed.value] : [];
}

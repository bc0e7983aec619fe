/** Each table of the project stands whole once: in the part on its subject, else in the appendix, which says where to look. */
import type { TableId } from '../content/tables.ts';
import type { Context } from './context.ts';
import type { PartId } from './part-ids.ts';

const homes: Partial<Record<TableId, PartId>> = {
  environments: 'scope',
  edges: 'scope',
  roles: 'scope',
  services: 'architecture',
  circuits: 'peering',
  peerings: 'peering',
  natPools: 'peering',
  advertised: 'peering',
  servers: 'routing',
  endpoints: 'outbound',
  subnets: 'outbound',
  clientGroups: 'client',
  proxies: 'client',
};

/** More sites than these are counted and grouped where they are spoken of; the appendix has each. */
const mostSitesApart = 30;

export function areSitesApart({ project, chosen }: Context): boolean {
  return project.rows('sites').length <= mostSitesApart || !chosen.has('answers');
}

/** The parts that tell all of a table; none where the appendix has to. */
export function homesOf(context: Context, table: TableId): readonly PartId[] {
  const home = homes[table];
  // What a site is stands in one part, and which way it goes in the other.
  const wanted: readonly PartId[] =
    table === 'sites' && areSitesApart(context) ? ['scope', 'routing'] : home ? [home] : [];
  return wanted.every((part) => context.chosen.has(part)) ? wanted : [];
}

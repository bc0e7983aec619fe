/** Looks things up in the reference sets by id, and says which special range an address block falls into. */
import type { ReferenceSets } from '../content/reference.ts';
import { type Prefix, parsePrefix, prefixesOverlap } from '../network/prefix.ts';

type Sets = Readonly<ReferenceSets>;
export type AzureRegion = ReferenceSets['azure-regions']['items'][number];
export type PlatformRegion = ReferenceSets['platform-regions']['items'][number];
export type PeeringLocation = ReferenceSets['peering-locations']['items'][number];
export type Community = ReferenceSets['communities']['items'][number];
export type SpecialRange = ReferenceSets['special-ranges']['items'][number];
export type Cloud = AzureRegion['cloud'];

/** One index per list, built when it is first asked for; a newer list is another object and gets its own. */
const indexes = new WeakMap<object, ReadonlyMap<string, unknown>>();

function find<Item extends object>(
  items: readonly Item[],
  key: (item: Item) => string,
  id: string | undefined,
): Item | undefined {
  if (id === undefined) return undefined;
  let index = indexes.get(items) as ReadonlyMap<string, Item> | undefined;
  if (!index) {
    index = new Map(items.map((item) => [key(item), item]));
    indexes.set(items, index);
  }
  return index.get(id);
}

const byId = (item: { id: string }) => item.id;

export function azureRegion(sets: Sets, id: string | undefined): AzureRegion | undefined {
  return find(sets['azure-regions'].items, byId, id);
}

export function platformRegion(sets: Sets, id: string | undefined): PlatformRegion | undefined {
  return find(sets['platform-regions'].items, byId, id);
}

export function peeringLocation(sets: Sets, id: string | undefined): PeeringLocation | undefined {
  return find(sets['peering-locations'].items, byId, id);
}

export function geographyName(sets: Sets, id: string): string {
  return find(sets['peering-locations'].geographies, byId, id)?.name ?? id;
}

/** The entry of a community; a regional value of another series (Storage, SQL, …) is none of its own. */
export function community(sets: Sets, value: string): Community | undefined {
  return find(sets.communities.items, (item) => item.value, value);
}

/** A value of Microsoft's regional series: "12076:52006" is the series 52 of the region whose 51 value ends in 006. */
export function regionalSeries(
  sets: Sets,
  value: string,
): { series: string; region: string | undefined } | undefined {
  const match = /^12076:(\d{2})(\d{3})$/.exec(value);
  const series = find(sets.communities.series, byId, match?.[1]);
  if (!match || !series) return undefined;
  return { series: series.id, region: community(sets, `12076:51${match[2]}`)?.region };
}

/** The number behind a limit; rules without it would have to guess, so a set without it is a mistake of ours. */
export function limit(
  sets: Sets,
  id: string,
): { value: number; to: number; includes: (number: number) => boolean } {
  const found = find(sets.limits.items, byId, id);
  const value = found?.value ?? Number.NaN;
  const to = found?.to ?? value;
  return { value, to, includes: (number) => number >= value && number <= to };
}

type ParsedRange = { range: SpecialRange; prefix: Prefix };
/** By family, because a plan may hold a thousand prefixes and each is compared with all ranges of its own. */
const parsedRanges = new WeakMap<object, Readonly<Record<4 | 6, readonly ParsedRange[]>>>();

export type RangeKind = 'default' | 'documentation' | 'private' | 'reserved';

/** The special range a block touches and what kind it is; undefined for ordinary public addresses. */
export function specialRange(
  sets: Sets,
  prefix: Prefix,
): { kind: RangeKind; name: string; rfc: string } | undefined {
  if (prefix.length === 0) return { kind: 'default', name: 'Default route', rfc: 'RFC 1812' };
  const { items } = sets['special-ranges'];
  let ranges = parsedRanges.get(items);
  if (!ranges) {
    const all = items.flatMap((range): ParsedRange[] => {
      const parsed = parsePrefix(range.prefix);
      return parsed.ok ? [{ range, prefix: parsed.value }] : [];
    });
    ranges = {
      4: all.filter((one) => one.prefix.family === 4),
      6: all.filter((one) => one.prefix.family === 6),
    };
    parsedRanges.set(items, ranges);
  }
  const found = ranges[prefix.family].find((one) => prefixesOverlap(one.prefix, prefix))?.range;
  return found && { kind: kindOf(found), name: found.name, rfc: found.rfc };
}

function kindOf(range: SpecialRange): RangeKind {
  if (range.name.startsWith('Documentation')) return 'documentation';
  return ['RFC 1918', 'RFC 6598', 'RFC 4193'].includes(range.rfc) ? 'private' : 'reserved';
}

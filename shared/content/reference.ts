/** Reference sets: dated lists of regions, communities, hosts and limits that a newer file can replace. */
import { z } from 'zod';
import { equalJson, type Json } from '../json.ts';
import { factBases } from './facts.ts';
import azureRegions from './reference/azure-regions.json' with { type: 'json' };
import circuitOptions from './reference/circuit-options.json' with { type: 'json' };
import communities from './reference/communities.json' with { type: 'json' };
import hosts from './reference/hosts.json' with { type: 'json' };
import limits from './reference/limits.json' with { type: 'json' };
import m365Services from './reference/m365-services.json' with { type: 'json' };
import peeringLocations from './reference/peering-locations.json' with { type: 'json' };
import platformRegions from './reference/platform-regions.json' with { type: 'json' };
import specialRanges from './reference/special-ranges.json' with { type: 'json' };
import urlSuffixes from './reference/url-suffixes.json' with { type: 'json' };

const Id = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'expected lower-case letters, digits and hyphens');
const Text = z.string().min(1);
const Cloud = z.enum(['public', 'usgov', 'china']);
const CommunityValue = z.string().regex(/^12076:\d{4,5}$/, 'expected a value such as 12076:51002');
const FactReference = z.string().regex(/^[A-Z]{1,2}-\d{2}$/, 'expected a fact such as R-11');
const note = Text.optional();

/** What every set has in common; the version is the day the list was put together. */
const head = {
  version: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'expected a date such as 2026-11-21'),
  title: Text,
  sources: z.array(Text).min(1),
};

const AzureRegion = z.strictObject({
  id: Id,
  name: Text,
  cloud: Cloud,
  /** The geopolitical region that decides on Standard or Premium; null when it is not published. */
  geography: Id.nullable(),
  /** True when the geography is not published: never pass Standard for it without a person's word. */
  uncertain: z.boolean(),
  /** The Microsoft peering community of the region; null when it is not published. */
  community: CommunityValue.nullable(),
  note,
});

const PlatformRegion = z.strictObject({
  id: Id,
  name: Text,
  regions: z.array(Id).min(1),
  gatewayRegions: z.array(Id),
  suffixes: z.array(Id),
  cloud: Cloud,
  note,
});

const Community = z.strictObject({
  value: CommunityValue,
  name: Text,
  group: z.enum(['regional', 'm365', 'service', 'gov']),
  region: Id.optional(),
  service: Id.optional(),
  authorisation: z.enum(['required', 'none', 'restricted', 'unknown']),
  note,
});

/** The first two digits of a five-digit regional value and what they stand for. */
const CommunitySeries = z.strictObject({
  id: z.string().regex(/^\d{2}$/),
  peering: z.enum(['private', 'microsoft']),
  carries: Text,
  note,
});

const Offer = z.enum(['provider', 'direct-10g', 'direct-100g', 'direct-400g']);
const CircuitOption = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('bandwidth'),
    id: Id,
    label: Text,
    mbps: z.number().int().positive(),
    offers: z.array(Offer).min(1),
    premiumVirtualNetworkLinks: z.number().int().positive().nullable(),
    note,
  }),
  z.strictObject({
    type: z.literal('port'),
    id: Offer,
    label: Text,
    portGbps: z.number().int().positive(),
    subscribableGbps: z.number().int().positive().nullable(),
    note,
  }),
  z.strictObject({
    type: z.literal('sku'),
    id: z.enum(['local', 'standard', 'premium']),
    label: Text,
    reach: Text,
    billing: z.array(z.enum(['metered', 'unlimited'])).min(1),
    privatePeeringRoutes: z.number().int().positive(),
    /** Null when the number depends on the bandwidth. */
    virtualNetworkLinks: z.number().int().positive().nullable(),
    microsoft365: z.boolean(),
    globalReach: z.boolean(),
    note,
  }),
  z.strictObject({ type: z.literal('count'), id: Id, label: Text, value: z.number().int().positive(), note }),
]);

const PeeringLocation = z.strictObject({
  id: Id,
  name: Text,
  cloud: Cloud,
  geography: Id,
  localRegions: z.array(Id),
  /** Whether the Local SKU is offered here. */
  local: z.boolean(),
  /** True when the geography follows from the place and is not published. */
  inferred: z.boolean(),
  note,
});

const Geography = z.strictObject({ id: Id, name: Text, cloud: Cloud, note });

const UrlSuffix = z.strictObject({ id: Id, name: Text, platformRegions: z.array(Id).min(1), note });

const EndpointSets = z.array(z.number().int().positive());
const M365Service = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('service'),
    id: Id,
    name: Text,
    community: CommunityValue,
    authorisation: Community.shape.authorisation,
    onExpressRoute: z.array(Text),
    internetOnly: z.array(Text),
    endpointSetsOn: EndpointSets,
    endpointSetsOff: EndpointSets,
    note,
  }),
  z.strictObject({ type: z.literal('unavailable'), id: Id, name: Text, fact: FactReference, note }),
  z.strictObject({
    type: z.literal('dscp'),
    id: Id,
    name: Text,
    class: Text,
    value: z.number().int().min(0).max(63),
    note,
  }),
]);

const Host = z.strictObject({
  /** A host name; `*` stands for any characters. Of several that match, the most specific decides. */
  pattern: z
    .string()
    .regex(/^[a-z0-9*](?:[a-z0-9.*-]*[a-z0-9])$/, 'expected a host name such as *.dynamics.com'),
  use: Text,
  group: z.enum(['sign-in', 'power-platform', 'm365', 'cdn', 'admin', 'azure', 'gateway', 'certificates']),
  /** "region": rides ExpressRoute where the community of its Azure region is accepted. */
  expressRoute: z.enum(['yes', 'no', 'region', 'unknown']),
  why: FactReference,
});

export type Host = z.infer<typeof Host>;

const SpecialRange = z.strictObject({
  prefix: z.string().regex(/^[0-9a-f.:]+\/\d{1,3}$/, 'expected a prefix such as 10.0.0.0/8'),
  name: Text,
  rfc: Text,
  public: z.literal(false),
});

const Limit = z.strictObject({
  id: Id,
  value: z.number(),
  /** The upper end, where the rule is a range that starts at `value`. */
  to: z.number().optional(),
  unit: Text,
  fact: FactReference,
  basis: z.enum(factBases),
  note,
});

function set<Kind extends string, Item extends z.ZodType>(kind: Kind, item: Item) {
  return z.strictObject({ kind: z.literal(kind), ...head, items: z.array(item).min(1) });
}

const sets = {
  'azure-regions': set('azure-regions', AzureRegion),
  'platform-regions': set('platform-regions', PlatformRegion),
  communities: set('communities', Community).extend({ series: z.array(CommunitySeries) }),
  'circuit-options': set('circuit-options', CircuitOption),
  'peering-locations': set('peering-locations', PeeringLocation).extend({
    caveats: z.array(Text),
    geographies: z.array(Geography).min(1),
  }),
  'url-suffixes': set('url-suffixes', UrlSuffix),
  'm365-services': set('m365-services', M365Service),
  hosts: set('hosts', Host),
  'special-ranges': set('special-ranges', SpecialRange),
  limits: set('limits', Limit),
};

export type ReferenceKind = keyof typeof sets;
export type ReferenceSets = { [Kind in ReferenceKind]: z.infer<(typeof sets)[Kind]> };
export type ReferenceSet = ReferenceSets[ReferenceKind];
export const referenceKinds = Object.keys(sets) as ReferenceKind[];

/** Says why a reference file cannot be used, and where in it the trouble is. */
export class ReferenceProblem extends Error {
  readonly place: string;

  constructor(place: string, reason: string) {
    super(`${place}: ${reason}`);
    this.name = 'ReferenceProblem';
    this.place = place;
  }
}

/** Reads a reference file, built in or given by a user; throws a ReferenceProblem that names the place. */
export function parseReference(text: string): ReferenceSet {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new ReferenceProblem(placeInText(text, error), 'this is not JSON');
  }
  return checkReference(value);
}

function checkReference(value: unknown): ReferenceSet {
  const kind = z.object({ kind: z.string() }).safeParse(value).data?.kind;
  if (kind === undefined || !Object.hasOwn(sets, kind)) {
    throw new ReferenceProblem('kind', `expected one of ${referenceKinds.join(', ')}`);
  }
  const result = sets[kind as ReferenceKind].safeParse(value);
  if (!result.success) {
    const issue = result.error.issues[0];
    throw new ReferenceProblem(placeOf(value, issue?.path ?? []), issue?.message ?? 'not valid');
  }
  refuseDuplicates(result.data);
  return result.data;
}

function refuseDuplicates(reference: ReferenceSet): void {
  const seen = new Map<string, string>();
  for (const entry of entriesOf(reference)) {
    const first = seen.get(entry.id);
    if (first !== undefined) throw new ReferenceProblem(entry.place, `"${entry.id}" is already at ${first}`);
    seen.set(entry.id, entry.place);
  }
}

/** "items[3] (madrid).geography": the way to a value, with the name of the entry it belongs to. */
function placeOf(root: unknown, path: readonly PropertyKey[]): string {
  let value = root;
  let place = '';
  for (const step of path) {
    place += typeof step === 'number' ? `[${step}]` : `${place === '' ? '' : '.'}${String(step)}`;
    value =
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[step] : undefined;
    const id = typeof step === 'number' ? nameOf(value) : undefined;
    if (id !== undefined) place += ` (${id})`;
  }
  return place === '' ? 'the file' : place;
}

function placeInText(text: string, error: unknown): string {
  const position = /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
  if (position === undefined) return 'the file';
  const before = text.slice(0, Number(position)).split('\n');
  return `line ${before.length}, column ${(before.at(-1) ?? '').length + 1}`;
}

/** What an entry is known by: its id, or the value, pattern or prefix that takes the id's place. */
function nameOf(entry: unknown): string | undefined {
  if (typeof entry !== 'object' || entry === null) return undefined;
  for (const key of ['id', 'value', 'pattern', 'prefix']) {
    const name = (entry as Record<string, unknown>)[key];
    if (typeof name === 'string') return name;
  }
  return undefined;
}

type Entry = { id: string; place: string; value: Json };

/** All entries of a set: its items and, where it has them, its geographies and series. */
function entriesOf(reference: ReferenceSet): Entry[] {
  const lists: [string, string, readonly unknown[]][] = [['items', '', reference.items]];
  if (reference.kind === 'peering-locations')
    lists.push(['geographies', 'geography ', reference.geographies]);
  if (reference.kind === 'communities') lists.push(['series', 'series ', reference.series]);
  return lists.flatMap(([list, prefix, values]) =>
    values.map((value, index) => ({
      id: `${prefix}${nameOf(value) ?? index}`,
      place: `${list}[${index}]`,
      value: value as Json,
    })),
  );
}

export type ReferenceDifference = {
  added: { id: string; after: Json }[];
  removed: { id: string; before: Json }[];
  changed: { id: string; before: Json; after: Json }[];
};

/** What a newer file of the same kind would add, remove and change. */
export function compareReference(before: ReferenceSet, after: ReferenceSet): ReferenceDifference {
  if (before.kind !== after.kind) {
    throw new ReferenceProblem('kind', `expected ${before.kind}, this file is ${after.kind}`);
  }
  const known = new Map(entriesOf(before).map((entry) => [entry.id, entry.value]));
  const difference: ReferenceDifference = { added: [], removed: [], changed: [] };
  for (const { id, value } of entriesOf(after)) {
    const old = known.get(id);
    known.delete(id);
    if (old === undefined) difference.added.push({ id, after: value });
    else if (!equalJson(old, value)) difference.changed.push({ id, before: old, after: value });
  }
  difference.removed = [...known].map(([id, value]) => ({ id, before: value }));
  return difference;
}

function builtIn<Kind extends ReferenceKind>(kind: Kind, value: unknown): ReferenceSets[Kind] {
  const reference = checkReference(value);
  if (reference.kind !== kind) throw new ReferenceProblem('kind', `expected ${kind}`);
  return reference as ReferenceSets[Kind];
}

/** The sets that come with the product. */
export const builtInReference: Readonly<ReferenceSets> = {
  'azure-regions': builtIn('azure-regions', azureRegions),
  'platform-regions': builtIn('platform-regions', platformRegions),
  communities: builtIn('communities', communities),
  'circuit-options': builtIn('circuit-options', circuitOptions),
  'peering-locations': builtIn('peering-locations', peeringLocations),
  'url-suffixes': builtIn('url-suffixes', urlSuffixes),
  'm365-services': builtIn('m365-services', m365Services),
  hosts: builtIn('hosts', hosts),
  'special-ranges': builtIn('special-ranges', specialRanges),
  limits: builtIn('limits', limits),
};

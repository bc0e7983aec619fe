/**
 * What a project keeps of a piece of evidence: its kind, what it is about, and a bounded part of its typed records, so that
 * rules, proposals and the route lab need not read the text again. The text itself is the attachment of the same id.
 */
import { z } from 'zod';
import type { ServiceTagRecord } from './azure/records.ts';
import type { Evidence, EvidenceKind } from './evidence.ts';
import { KeptPaths, PathsToKeep, packPaths, unpackPaths } from './kept-paths.ts';
import { recordSchemas } from './kept-records.ts';
import type { BgpRecord, EvidenceRecords } from './records.ts';

/** Which rows of the project it speaks of, where that is known or somebody chose it. */
export const EvidenceAbout = z.strictObject({
  circuit: z.string().max(150).optional(),
  peering: z.string().max(150).optional(),
  edge: z.string().max(150).optional(),
  /** Where a trace was taken. */
  site: z.string().max(150).optional(),
});
export type EvidenceAbout = z.infer<typeof EvidenceAbout>;

const head = {
  /** Which of a circuit's two links. */
  link: z.enum(['primary', 'secondary']).optional(),
  about: EvidenceAbout.optional(),
  counts: z.strictObject({
    /** In the text. */
    records: z.number().int().min(0),
    /** Of these, not kept here because there were too many. */
    left: z.number().int().min(0),
    /** Lines that were not understood. */
    unread: z.number().int().min(0),
  }),
  /** The names of the secrets that were dropped. */
  dropped: z.array(z.string().max(100)).max(100),
};

/** Kinds whose records are kept as packed paths. */
export const pathKinds = ['bgp-table', 'sent-routes', 'circuit-routes'] as const;
export type PathKind = (typeof pathKinds)[number];

type KeptOf<Kind extends EvidenceKind> = {
  kind: Kind;
  link?: 'primary' | 'secondary' | undefined;
  about?: EvidenceAbout | undefined;
  counts: { records: number; left: number; unread: number };
  dropped: string[];
} & (Kind extends PathKind ? { paths: KeptPaths } : { records: EvidenceRecords[Kind][] });

export type KeptEvidence<Kind extends EvidenceKind = EvidenceKind> = Kind extends EvidenceKind
  ? KeptOf<Kind>
  : never;

/** More records of the other kinds are not kept; neither are more prefixes in them. */
const mostRecords = 5000;
const mostPrefixes = 20_000;

const kinds = Object.keys(recordSchemas) as EvidenceKind[];

export const KeptEvidence = z.discriminatedUnion(
  'kind',
  kinds.map((kind) =>
    z.strictObject({
      kind: z.literal(kind),
      ...head,
      ...(isPathKind(kind)
        ? { paths: KeptPaths }
        : { records: z.array(recordSchemas[kind] as z.ZodType).max(mostRecords) }),
    }),
  ) as never,
) as unknown as z.ZodType<KeptEvidence>;

/** What screens see of it: everything but the records. */
export const EvidenceHead = z.strictObject({ kind: z.enum(kinds as [EvidenceKind]), ...head });
export type EvidenceHead = z.infer<typeof EvidenceHead>;

export function headOfKept({ kind, link, about, counts, dropped }: KeptEvidence): EvidenceHead {
  return { kind, ...(link ? { link } : {}), ...(about ? { about } : {}), counts, dropped };
}

export function isPathKind(kind: EvidenceKind): kind is PathKind {
  return (pathKinds as readonly string[]).includes(kind);
}

/** What may be more than the evidence shows: how many records there were, and the paths that were picked among them. */
export type More = { count: number; paths: readonly BgpRecord[] };

export function keep(evidence: Evidence, more?: More): KeptEvidence {
  const { kind, link, unread, dropped } = evidence;
  const count = more?.count ?? evidence.records.length;
  const shared = (kept: number) => ({
    kind,
    ...(link ? { link } : {}),
    counts: { records: count, left: count - kept, unread: countUnread(unread) },
    dropped: [...dropped],
  });
  if (isPathKind(kind)) {
    const paths = more?.paths ?? pathsOf(evidence.records as readonly BgpRecord[]);
    const packed = packPaths(paths);
    return { ...shared(packed.lines.length), paths: packed } as KeptEvidence;
  }
  const schema: z.ZodType = recordSchemas[kind];
  const records = boundPrefixes(kind, evidence.records)
    .slice(0, mostRecords)
    .flatMap((record) => {
      const parsed = schema.safeParse(record);
      return parsed.success ? [parsed.data] : [];
    });
  return { ...shared(records.length), records } as unknown as KeptEvidence;
}

function pathsOf(records: readonly BgpRecord[]): BgpRecord[] {
  const paths = new PathsToKeep();
  for (const record of records) paths.add(record);
  return paths.chosen();
}

/** The last of a long list says how many more there were. */
function countUnread(unread: Evidence['unread']): number {
  return unread.reduce((sum, { text, reason }) => sum + (reason === 'too-many' ? Number(text) || 1 : 1), 0);
}

const unpacked = new WeakMap<KeptEvidence, readonly unknown[]>();

/** The records as their parser gave them. */
export function recordsOf<Kind extends EvidenceKind>(
  kept: KeptEvidence<Kind>,
): readonly EvidenceRecords[Kind][] {
  const any = kept as KeptEvidence;
  if (!('paths' in any)) return (any as { records: readonly unknown[] }).records as EvidenceRecords[Kind][];
  let records = unpacked.get(any);
  if (!records) {
    records = unpackPaths(any.paths);
    unpacked.set(any, records);
  }
  return records as EvidenceRecords[Kind][];
}

/** The tags a plan of Power Platform and Microsoft 365 looks things up in come first; then the regions of Azure. */
const tagsFirst = [
  'PowerPlatform',
  'AzureConnectors',
  'LogicApps',
  'MicrosoftAzureFluidRelay',
  'AzureActiveDirectory',
  'AzureFrontDoor',
  'ServiceBus',
  'Dynamics365',
  'AzureCloud',
];

/** Of lists whose records hold many prefixes, whole records up to a bound: a cut record would tell a wrong thing. */
function boundPrefixes(kind: EvidenceKind, records: Evidence['records']): readonly unknown[] {
  if (kind !== 'service-tags' && kind !== 'service-communities') return records;
  const ordered =
    kind === 'service-tags'
      ? [...(records as readonly ServiceTagRecord[])].sort((one, other) => rankOf(one) - rankOf(other))
      : (records as readonly { prefixes: string[] }[]);
  let prefixes = 0;
  return ordered.filter((record) => {
    if (prefixes + record.prefixes.length > mostPrefixes || record.prefixes.length > 5000) return false;
    prefixes += record.prefixes.length;
    return true;
  });
}

function rankOf({ tag }: ServiceTagRecord): number {
  const rank = tagsFirst.findIndex((start) => tag.startsWith(start));
  // The whole cloud is the regions once more.
  if (tag === 'AzureCloud') return tagsFirst.length + 1;
  return rank < 0 ? tagsFirst.length : rank;
}

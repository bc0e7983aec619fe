/** Reads evidence of a million lines without a million objects, and answers questions about it afterwards. */
import type { Evidence, EvidenceFormat, EvidenceKind, Unread } from './evidence.ts';
import { formats } from './formats.ts';
import { isPathKind } from './kept.ts';
import { PathsToKeep } from './kept-paths.ts';
import { feedLines } from './lines.ts';
import { foreignFile } from './no-use.ts';
import { dayInName, linkInCommand, linkInName, recognise } from './read-evidence.ts';
import { headOf, longestText, readText } from './read-text.ts';
import type { BgpRecord, EvidenceRecords } from './records.ts';
import { PathTable } from './router/path-table.ts';
import { dropSecrets } from './secrets.ts';

export interface LargeReading {
  /** Its records are only the first ones when there are more than `mostShown`. */
  readonly evidence: Evidence;
  /** How many records there are in all. */
  readonly count: number;
  /** How much memory they take, about. */
  readonly bytes: number;
  /** The paths worth keeping with a project; for tables of BGP paths only. */
  readonly toKeep: readonly BgpRecord[];
  /** The paths to the longest network around an address; for tables of BGP paths only. */
  lookup(address: string): BgpRecord[];
}

/** So many records are handed on; more stay where they were read. */
export const mostShown = 10_000;
/** A full table has a million networks; with four paths each that is as much as is kept. */
const mostRecords = 4_000_000;

/** A text that comes line by line, recognised and not read yet. */
export interface LargeText {
  /** Without its secrets. */
  readonly text: string;
  read(report?: (done: number, total: number) => void): LargeReading;
}

type Source = { text: string; name: string; as?: EvidenceKind | undefined };

export function readLarge(
  source: Source,
  report?: (done: number, total: number) => void,
): LargeReading | undefined {
  return openLarge(source)?.read(report);
}

/** Undefined for what does not come line by line, or is not recognised: `readEvidence` reads that, or says why not. */
export function openLarge(source: Source): LargeText | undefined {
  if (source.text.length > longestText || foreignFile(source.text)) return undefined;
  const raw = readText(source.text);
  const input = { name: source.name, text: raw, head: headOf(raw), structure: undefined };
  const named = source.as === undefined ? formats : formats.filter(({ kind }) => kind === source.as);
  const format = recognise(input, named);
  if (!format || !comesByLine(format)) return undefined;
  const { text, dropped } = dropSecrets(raw);
  return {
    text,
    read: (report) => readLines(format, { text, head: input.head, name: source.name }, dropped, report),
  };
}

function readLines(
  format: LineFormat,
  { text, head, name }: { text: string; head: readonly string[]; name: string },
  dropped: readonly string[],
  report: (done: number, total: number) => void = () => {},
): LargeReading {
  const shown: EvidenceRecords[EvidenceKind][] = [];
  const paths = new PathTable();
  const toKeep = new PathsToKeep();
  let count = 0;
  const reader = format.open((record) => {
    count += 1;
    if (format.kind === 'bgp-table' && count <= mostRecords) paths.add(record as BgpRecord);
    if (isPathKind(format.kind)) toKeep.add(record as BgpRecord);
    if (shown.length < mostShown) shown.push(record);
  });
  const { unread, ...parsed } = feedLines(text, reader, (done) => report(done, text.length));
  const taken = parsed.taken ?? dayInName(name);
  const link = parsed.link ?? linkInName(name) ?? linkInCommand(head);
  const evidence = {
    kind: format.kind,
    records: shown,
    unread: count > mostRecords ? [...unread, tooMany(count - mostRecords)] : unread,
    dropped,
    ...(taken === undefined ? {} : { taken }),
    ...(link === undefined ? {} : { link }),
  };
  return {
    evidence,
    count,
    bytes: paths.countBytes(),
    toKeep: toKeep.chosen(),
    lookup: (address) => paths.lookup(address),
  };
}

type LineFormat = EvidenceFormat & Required<Pick<EvidenceFormat, 'open'>>;

function comesByLine(format: EvidenceFormat): format is LineFormat {
  return format.open !== undefined;
}

function tooMany(count: number): Unread {
  return { line: 0, text: `+${count}`, reason: 'too-many' };
}

/** Feeds a text to a reader line by line, and numbers what the reader collects. */
import {
  type EvidenceFormat,
  type EvidenceKind,
  type Keep,
  type LineReader,
  type Parsed,
  UnreadList,
  type UnreadReason,
} from './evidence.ts';
import type { EvidenceRecords } from './records.ts';

/** No router prints longer lines; what stands behind this is not read. */
const longestLine = 20_000;

/** So many lines are read between two reports. */
const linesPerReport = 20_000;

/** `report` hears from time to time how many characters are done. */
export function feedLines<Kind extends EvidenceKind>(
  text: string,
  reader: LineReader<Kind>,
  report?: (done: number) => void,
): Parsed<Kind> {
  let count = 0;
  for (let start = 0; start <= text.length; ) {
    let end = text.indexOf('\n', start);
    if (end < 0) end = text.length;
    reader.line(text.slice(start, end));
    start = end + 1;
    count += 1;
    if (count % linesPerReport === 0) report?.(start);
  }
  return reader.end();
}

/** Where a reader puts what it finds, and how it learns which line it is at. */
export interface Findings<Kind extends EvidenceKind> {
  /** The line being read, counted from 1. */
  readonly at: number;
  readonly keep: Keep<Kind>;
  /** The line being read when no other is named. */
  skip(text: string, reason?: UnreadReason, line?: number): void;
}

/** What a format does with one line, and at the end of the text. */
export interface LineWork {
  line(text: string): void;
  end?(): void;
}

/** Makes a reader of what a format does with its lines; `keep` takes the records instead of the list at the end. */
function lineReader<Kind extends EvidenceKind>(
  start: (findings: Findings<Kind>) => LineWork,
  keep?: Keep<Kind>,
): LineReader<Kind> {
  const records: EvidenceRecords[Kind][] = [];
  const unread = new UnreadList();
  let at = 0;
  const work = start({
    get at() {
      return at;
    },
    keep:
      keep ??
      ((record) => {
        records.push(record);
      }),
    skip: (text, reason = 'not-understood', line = at) => unread.add(line, text, reason),
  });
  return {
    line(text) {
      at += 1;
      if (text.length > longestLine) unread.add(at, text, 'too-long');
      else work.line(text);
    },
    end() {
      work.end?.();
      return { records, unread: unread.list() };
    },
  };
}

/** A format that is read line by line: a text at once, or one too long for that, by the same work. */
export function lineFormat<Kind extends EvidenceKind>(
  format: Pick<EvidenceFormat<Kind>, 'kind' | 'recognise'>,
  start: (findings: Findings<Kind>) => LineWork,
): EvidenceFormat<Kind> {
  const open = (keep?: Keep<Kind>) => lineReader(start, keep);
  return { ...format, parse: (input) => feedLines(input.text, open()), open };
}

/** What a piece of evidence is once it is read: its kind, its typed records, and every line that was not understood. */
import type { EvidenceRecords } from './records.ts';
import type { Structure } from './structure.ts';

export type EvidenceKind = keyof EvidenceRecords;

/** Why a line, or a piece of JSON, was not read; the words for each are in `words/en.ts`. */
export const unreadReasons = [
  'not-understood',
  'not-used',
  'not-json',
  'other-kind',
  'wrong-type',
  'missing-field',
  'unknown-field',
  'unknown-value',
  'said-twice',
  'not-a-prefix',
  'host-bits',
  'not-an-address',
  'not-a-number',
  'not-an-asn',
  'not-a-community',
  'no-network-before',
  'no-name-before',
  'no-answer',
  'cut-off',
  'too-long',
  'too-deep',
  'too-many',
  // Why a PAC file could not be asked to its end.
  'not-javascript',
  'no-function',
  'endless',
  'slow',
  'memory',
  'threw',
] as const;
export type UnreadReason = (typeof unreadReasons)[number];

/** In JSON the line is the one the piece begins in, and the text is its path and what stands there. */
export type Unread = { line: number; text: string; reason: UnreadReason };

/** A text made ready by `readText`: `\n` line ends, no colour codes, no secrets; the line numbers are the file's own. */
export interface EvidenceInput {
  /** The file's name, or an empty text for what was pasted. */
  readonly name: string;
  readonly text: string;
  /** The first lines, enough to recognise a format by. */
  readonly head: readonly string[];
  /** The objects of the text, when it shows any: JSON, a PowerShell list, a table in columns. */
  readonly structure: Structure | undefined;
}

/** What a parser finds. */
export interface Parsed<Kind extends EvidenceKind = EvidenceKind> {
  readonly records: readonly EvidenceRecords[Kind][];
  readonly unread: readonly Unread[];
  /** The day the evidence itself says it was taken, such as 2026-11-21. */
  readonly taken?: string;
  /** Which of the two links of a circuit it is about, where the name of the file tells. */
  readonly link?: 'primary' | 'secondary';
}

/** Reads a text line by line, so that a big one need not be in memory at once. */
export interface LineReader<Kind extends EvidenceKind = EvidenceKind> {
  /** One line without its end; the first is line 1. */
  line(text: string): void;
  end(): Parsed<Kind>;
}

/** Takes the records one by one, instead of the list at the end. */
export type Keep<Kind extends EvidenceKind = EvidenceKind> = (record: EvidenceRecords[Kind]) => void;

/** One way to print one kind of evidence; a kind may have several (Cisco, Arista, Junos). */
export interface EvidenceFormat<Kind extends EvidenceKind = EvidenceKind> {
  readonly kind: Kind;
  /** How sure it is that the input is this, from 0 to 1; looks at `head` and `structure` only, so that it is quick. */
  recognise(input: EvidenceInput): number;
  parse(input: EvidenceInput): Parsed<Kind>;
  /** For formats that come with a million lines. */
  open?(keep?: Keep<Kind>): LineReader<Kind>;
}

export interface Evidence<Kind extends EvidenceKind = EvidenceKind> extends Parsed<Kind> {
  readonly kind: Kind;
  /** The names of the secrets that were dropped, each once. */
  readonly dropped: readonly string[];
}

/** How many unread lines are kept word by word, and how much of each. */
export const mostUnread = 1000;
const mostUnreadText = 200;

/** Collects what was not understood; beyond a bound it only counts, and says how many there were. */
export class UnreadList {
  readonly #items: Unread[] = [];
  #more = 0;
  #lastLine = 0;

  add(line: number, text: string, reason: UnreadReason): void {
    if (this.#items.length < mostUnread) {
      this.#items.push({ line, text: shorten(text), reason });
      return;
    }
    this.count(line, 1);
  }

  /** More that are not listed, up to this line. */
  count(line: number, more: number): void {
    this.#more += more;
    this.#lastLine = line;
  }

  /** One item more than the bound stands for all that are not listed. */
  list(): Unread[] {
    if (this.#more === 0) return this.#items;
    return [...this.#items, { line: this.#lastLine, text: `+${this.#more}`, reason: 'too-many' }];
  }
}

function shorten(text: string): string {
  return text.length > mostUnreadText ? `${text.slice(0, mostUnreadText)}…` : text;
}

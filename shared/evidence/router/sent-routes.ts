/**
 * Reads what a router says it sends to a neighbour: `show bgp … advertised-routes`, in IOS XR's own table or as the makers
 * print every table, and Junos `show route advertising-protocol bgp …`. What a table shows by itself cannot be told from
 * one of received routes: only the command above it says so.
 */
import type { EvidenceFormat, EvidenceInput } from '../evidence.ts';
import { type Findings, type LineWork, lineFormat } from '../lines.ts';
import { readPath } from '../values.ts';
import { bgpTable } from './bgp-table.ts';
import { junosPaths } from './junos-route.ts';
import {
  asOnTerminal,
  beginsWithOneOf,
  bgpContexts,
  indentOf,
  isTerminalLine,
  readNetwork,
  readNextHop,
  wordsOf,
} from './scan.ts';

export const sentTable = named(bgpTable, ['advertised-routes', 'advertised routes', 'adv-routes']);
export const junosSent = named(junosPaths, ['advertising-protocol']);

function named(format: EvidenceFormat<'bgp-table'>, signs: readonly string[]): EvidenceFormat<'sent-routes'> {
  const sent = {
    ...format,
    recognise: (input: EvidenceInput) => {
      const score = format.recognise(input);
      const isSaid = input.head.some(
        (line) =>
          line.length < 300 && signs.some((sign) => line.includes(sign)) && isTerminalLine(line.trim()),
      );
      return score > 0.5 && isSaid ? score + 0.02 : 0;
    },
  };
  // Their records are the same, only who has them differs.
  return { ...sent, kind: 'sent-routes' } as unknown as EvidenceFormat<'sent-routes'>;
}

export const xrSent = lineFormat<'sent-routes'>(
  { kind: 'sent-routes', recognise: ({ head }) => (head.some(isHeader) ? 0.97 : 0) },
  (findings) => new SentRows(findings),
);

function isHeader(line: string): boolean {
  return /^ ?Network +Next Hop +From +AS Path *$/.test(line.slice(0, 300));
}

/** A row as far as it was printed: what is too long for its column moves the rest to the next line. */
type Row = { line: number; text: string; prefix: string; words: string[] };

/** No path is longer. */
const mostWords = 300;

class SentRows implements LineWork {
  readonly #findings: Findings<'sent-routes'>;
  #open: Row | undefined;

  constructor(findings: Findings<'sent-routes'>) {
    this.#findings = findings;
  }

  line(raw: string): void {
    const line = asOnTerminal(raw);
    const text = line.trim();
    if (isHeader(line)) {
      this.end();
      return;
    }
    if (indentOf(line) > 4 && this.#open && this.#open.words.length < mostWords) {
      this.#open.words.push(...wordsOf(text));
      this.#finish(this.#open);
      return;
    }
    if (isTerminalLine(text) || beginsWithOneOf(text, bgpContexts) || text.startsWith('Processed ')) return;
    this.end();
    const [network = '', ...words] = wordsOf(text);
    const { prefix, problem } = readNetwork(network);
    if (prefix === undefined) {
      this.#findings.skip(line);
      return;
    }
    if (problem) this.#findings.skip(line, problem);
    this.#finish({ line: this.#findings.at, text: line, prefix, words });
  }

  end(): void {
    if (this.#open) this.#findings.skip(this.#open.text, 'cut-off', this.#open.line);
    this.#open = undefined;
  }

  /** `123.0.0.1       10.1.1.1        65020 64500i`; instead of a neighbour it may say `Local` or `Local Aggregate`. */
  #finish(row: Row): void {
    this.#open = undefined;
    const [hop, ...rest] = row.words;
    if (!/[ie?]$/.test(rest.at(-1) ?? '')) {
      this.#open = row;
      return;
    }
    const nextHop = readNextHop(hop ?? '');
    const from = rest.findIndex((word, index) => index > 0 && !/^[A-Za-z]{2,}$/.test(word));
    // The origin is written right behind the last number.
    const path =
      from < 0
        ? undefined
        : readPath(
            rest
              .slice(from)
              .join(' ')
              .replace(/[ie?]$/, ' $&'),
          );
    if (nextHop === undefined || !path) {
      this.#findings.skip(row.text, path ? 'not-an-address' : 'not-an-asn', row.line);
      return;
    }
    this.#findings.keep({
      prefix: row.prefix,
      nextHop,
      metric: null,
      localPreference: null,
      weight: null,
      path: path.path,
      origin: path.origin,
      valid: null,
      best: null,
      communities: null,
    });
  }
}

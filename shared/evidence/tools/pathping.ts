/** Reads what `pathping` of Windows prints: the hops first, and what each of them lost below. */
import { type Findings, type LineWork, lineFormat } from '../lines.ts';
import { asOnTerminal, isTerminalLine, wordsOf } from '../router/scan.ts';
import { readAddress, readWhole } from '../values.ts';
import type { TraceRecord } from './records.ts';
import { isTraceRemark, type TraceTarget, traceTarget } from './trace.ts';

export const pathping = lineFormat<'trace'>(
  {
    kind: 'trace',
    // The sentences are in the language of Windows, the numbers are not.
    recognise: ({ head }) => (head.some((line) => readStatistics(line.trim()) !== undefined) ? 0.97 : 0),
  },
  (findings) => new PathpingLines(findings),
);

class PathpingLines implements LineWork {
  readonly #findings: Findings<'trace'>;
  #target: TraceTarget = { target: null };
  #hops = new Map<number, TraceRecord>();
  #isCounting = false;
  /** The hop whose host did not fit into its line. */
  #open: TraceRecord | undefined;

  constructor(findings: Findings<'trace'>) {
    this.#findings = findings;
  }

  line(raw: string): void {
    const text = asOnTerminal(raw).trim();
    const target = traceTarget(text);
    if (target !== undefined) {
      this.end();
      this.#target = target;
      return;
    }
    const open = this.#open;
    this.#open = undefined;
    const statistics = readStatistics(text);
    if (statistics) this.#readStatistics(statistics, raw);
    else if (open && this.#readRest(open, text)) return;
    else if (!this.#isCounting && this.#readHop(text)) return;
    else if (!isTerminalLine(text) && !isLink(text) && !isTitle(text) && !isTraceRemark(text))
      this.#findings.skip(raw);
  }

  end(): void {
    for (const record of [...this.#hops.values()].sort((one, other) => one.hop - other.hop))
      this.#findings.keep(record);
    this.#hops = new Map();
    this.#isCounting = false;
    this.#target = { target: null };
  }

  /** `  2  core1.contoso.com [10.1.1.1]`, `  3     *        *        *`; hop 0 is the computer it was run on. */
  #readHop(text: string): boolean {
    const [number = '', ...words] = wordsOf(text.slice(0, 1000));
    const hop = readWhole(number, 255);
    if (hop === undefined || words.length === 0) return false;
    const stars = words.filter((word) => word === '*').length;
    const host = stars === words.length ? silent : readHost(words.slice(stars));
    if (!host) return false;
    if (hop > 0) this.#set(hop, host, { milliseconds: [], lost: stars });
    return true;
  }

  #readStatistics({ hop, milliseconds, lost, words }: Statistics, raw: string): void {
    this.#isCounting = true;
    const known = this.#hops.get(hop);
    const host = readHost(words);
    if (!host && words.length > 0 && !(words.length === 1 && known)) {
      this.#findings.skip(raw);
      return;
    }
    this.#set(hop, host?.address ? host : (known ?? silent), { milliseconds, lost });
    // A long name stands alone, and its address in the next line.
    if (!host?.address) this.#open = this.#hops.get(hop);
  }

  #readRest(open: TraceRecord, text: string): boolean {
    const host = /^\[[^\]]{1,60}\]$/.test(text) ? readHost([text]) : undefined;
    if (host) this.#set(open.hop, { name: open.name, address: open.address ?? host.address }, open);
    return host !== undefined;
  }

  #set(
    hop: number,
    { address, name }: Pick<TraceRecord, 'address' | 'name'>,
    { milliseconds, lost }: Pick<TraceRecord, 'milliseconds' | 'lost'>,
  ): void {
    this.#hops.set(hop, { ...this.#target, hop, address, name, milliseconds, lost });
  }
}

const silent = { address: null, name: null };

type Statistics = { hop: number; milliseconds: number[]; lost: number; words: string[] };

/** `  1    1ms     0/ 100 =  0%     0/ 100 =  0%  gw [10.0.0.1]`; the first of the two is from here to there. */
function readStatistics(text: string): Statistics | undefined {
  const match =
    /^(\d{1,3}) +(\d{1,6}ms|-{3}|\|) *(\d{1,6})\/ *\d{1,6} = *\d{1,3}% +\d{1,6}\/ *\d{1,6} = *\d{1,3}%/.exec(
      text.slice(0, 200),
    );
  const hop = match && readWhole(match[1] ?? '', 255);
  if (!match || hop === undefined || hop === null) return undefined;
  const milliseconds = match[2]?.endsWith('ms') ? [Number(match[2].slice(0, -2))] : [];
  return { hop, milliseconds, lost: Number(match[3]), words: wordsOf(text.slice(match[0].length, 1000)) };
}

/** `gw.contoso.com [10.0.0.1]`, `10.0.0.1`, and `gw [0.0.0.0]` for nobody. */
function readHost(words: readonly string[]): Pick<TraceRecord, 'address' | 'name'> | undefined {
  const [first = '', second] = words;
  if (words.length === 0 || words.length > 2) return undefined;
  const address = readAddress((second ?? first).replace(/^\[|\]$/g, ''));
  if (address === undefined) return undefined;
  const name = second === undefined ? null : first;
  return address === '0.0.0.0' || address === '::' ? silent : { address, name };
}

/** What the link to the next hop lost, and the hop 0 without numbers. */
function isLink(text: string): boolean {
  return /^\d{1,6}\/ *\d{1,6} = *\d{1,3}% +\|$/.test(text) || /^0 +\S{1,255}( \[[^\]]{1,60}\])?$/.test(text);
}

/** The two lines of titles and the sentence above them, in whatever language: `Hop  RTT  Lost/Sent = Pct`. */
function isTitle(text: string): boolean {
  if (text.length > 200) return false;
  return text.endsWith('...') || /= *(Pct|%)/.test(text) || (text.includes('/') && !/\d/.test(text));
}

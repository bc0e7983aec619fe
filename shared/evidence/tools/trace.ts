/** Reads what `tracert` (Windows), `traceroute` (Linux, macOS) and a router's `traceroute` print. */
import { type Findings, type LineWork, lineFormat } from '../lines.ts';
import { asOnTerminal, beginsWithOneOf, isTerminalLine, wordsOf } from '../router/scan.ts';
import { readAddress, readWhole } from '../values.ts';
import type { TraceRecord } from './records.ts';

export const trace = lineFormat<'trace'>(
  {
    kind: 'trace',
    recognise: ({ head }) => {
      if (head.some((line) => openingOf(line.trim()) > 0)) return 0.95;
      // In other languages the sentences differ, the hops do not.
      return head.filter((line) => readHop(line)?.isTimed).length > 1 ? 0.6 : 0;
    },
  },
  (findings) => new TraceLines(findings),
);

const openings = [
  'Tracing route to ',
  'traceroute to ',
  'traceroute6 to ',
  'Tracing the route to ',
  'Routenverfolgung zu ',
  'Traza a ',
];

type Host = { address: string; name: string | null; milliseconds: number[] };
type Hop = { hop: number | undefined; hosts: Host[]; lost: number; isTimed: boolean };

class TraceLines implements LineWork {
  readonly #findings: Findings<'trace'>;
  #target: TraceTarget = { target: null };
  #hop = 0;

  constructor(findings: Findings<'trace'>) {
    this.#findings = findings;
  }

  line(raw: string): void {
    const text = asOnTerminal(raw).trim();
    const target = traceTarget(text);
    if (target !== undefined) {
      this.#target = target;
      this.#hop = 0;
      return;
    }
    if (isTerminalLine(text) || isTraceRemark(text)) return;
    const read = readHop(text);
    if (!read || (read.hop === undefined && this.#hop === 0)) {
      // It may have been another hop, and what follows one of its hosts.
      this.#hop = 0;
      this.#findings.skip(raw);
      return;
    }
    this.#hop = read.hop ?? this.#hop;
    const of = { ...this.#target, hop: this.#hop };
    for (const [index, host] of read.hosts.entries())
      this.#findings.keep({ ...of, ...host, lost: index === 0 ? read.lost : 0 } satisfies TraceRecord);
    if (read.hosts.length === 0)
      this.#findings.keep({ ...of, address: null, name: null, milliseconds: [], lost: read.lost });
  }
}

const phrases = [
  'over a maximum of',
  'Trace complete',
  'Type escape sequence',
  'VRF info:',
  'Protocol [ip]',
  'Target IP address',
  'traceroute: Warning:',
  'Ablaufverfolgung beendet',
  'avec un maximum de ',
  'Traza completa',
];

/** Letters with accents get lost on the way from a Windows terminal: what begins a trace is known without them. */
const spoiltOpenings = [/^D.{1,3}termination de l.{1,3}itin.{1,3}raire vers /, /^Traza a la direcci.{1,3}n /];

/** How much of the line is the opening; 0 where it is none. */
function openingOf(text: string): number {
  const spoilt = spoiltOpenings.map((opening) => opening.exec(text.slice(0, 100))?.[0]).find(Boolean);
  return (spoilt ?? openings.find((start) => text.startsWith(start)) ?? '').length;
}

export type TraceTarget = Pick<TraceRecord, 'target' | 'targetAddress'>;

/** What the line says is traced, as written, and its address behind it; undefined where it is no such line. */
export function traceTarget(text: string): TraceTarget | undefined {
  const opening = openingOf(text);
  if (opening === 0) return undefined;
  const [target, behind = ''] = wordsOf(text.slice(opening, opening + 500)).map((word) =>
    word.replace(/,$/, ''),
  );
  const address = /^[[(].{1,60}[\])]$/.test(behind) ? readAddress(behind.slice(1, -1)) : undefined;
  return { target: target ?? null, ...(address === undefined ? {} : { targetAddress: address }) };
}

/** `über maximal 30 Hops:`, whatever became of its letters with accents, and the questions a router asks before. */
export function isTraceRemark(text: string): boolean {
  return (
    beginsWithOneOf(text, phrases) ||
    /^(.{1,3}ber maximal \d|sobre un m.{1,3}ximo de \d|Itin.{1,3}raire d.{1,3}termin.{1,3}\.$)/.test(text) ||
    /^[A-Z][\w (),/]{2,60} ?\[[^\]]{0,20}\]: ?\w{0,20}$/.test(text)
  );
}

/** `2  1 ms  2 ms  *  core [10.1.1.1]`, `3  a (10.1.1.1)  1.1 ms b (10.1.1.2)  1.2 ms *`, `10.1.1.2 1 msec`. */
function readHop(line: string): Hop | undefined {
  const words = wordsOf(line);
  const hop = readWhole(words[0] ?? '', 255);
  const read: Hop = { hop, hosts: [], lost: 0, isTimed: false };
  let times: number[] = [];
  let name: string | undefined;
  for (let at = hop === undefined ? 0 : 1; at < words.length; at += 1) {
    const word = words[at] ?? '';
    const time = readTime(word, words[at + 1] ?? '');
    const address = readAddress(word.replace(/^[[(]|[\])]$/g, '').split('%')[0] ?? '');
    if (word === '*') read.lost += 1;
    else if (time) {
      if (!time.hasUnit) at += 1;
      read.isTimed = true;
      const host = read.hosts.at(-1);
      // Windows prints the times before the host, everybody else behind it.
      if (host) host.milliseconds.push(time.milliseconds);
      else times.push(time.milliseconds);
    } else if (address !== undefined) {
      const isNamed = word.startsWith('[') || word.startsWith('(');
      addHost(read.hosts, address, isNamed ? name : undefined, times);
      times = [];
      name = undefined;
    } else if (word.startsWith('[') || word.startsWith('!')) {
      // `[AS 12076]`, `[MPLS: Label 24 Exp 0]` and the mark of a refusal, `!X`.
      while (word.startsWith('[') && at < words.length && !words[at]?.endsWith(']')) at += 1;
    } else if (hop !== undefined && word.endsWith(':') && read.hosts.length === 1 && !read.isTimed) {
      // `10.1.1.1  reports: Destination host unreachable.` in whatever language.
      return read;
    } else if (hop !== undefined && read.lost > 0 && read.hosts.length === 0 && times.length === 0) {
      // `Request timed out.` in whatever language.
      return words.slice(at).length <= 8 && read.lost >= 3 ? read : undefined;
    } else if (name === undefined && /^[\w.-]{1,255}$/.test(word)) name = word;
    else return undefined;
  }
  if (name !== undefined || (times.length > 0 && read.hosts.length === 0)) return undefined;
  return read.hosts.length > 0 || read.lost > 0 ? read : undefined;
}

/** `10.1.1.1 (10.1.1.1)` is one host without a name. */
function addHost(hosts: Host[], address: string, name: string | undefined, milliseconds: number[]): void {
  const last = hosts.at(-1);
  if (last?.address === address && last.milliseconds.length === 0) return;
  hosts.push({ address, name: name ?? null, milliseconds });
}

/** `12 ms`, `<1 ms`, `0.345 ms`, `1.2ms`, `12 msec`. */
function readTime(word: string, next: string): { milliseconds: number; hasUnit: boolean } | undefined {
  const match = /^<?(\d{1,9}(?:\.\d{1,9})?)(ms)?$/.exec(word);
  if (!match) return undefined;
  const hasUnit = match[2] !== undefined;
  if (!hasUnit && next !== 'ms' && next !== 'msec') return undefined;
  return { milliseconds: Number(match[1]), hasUnit };
}

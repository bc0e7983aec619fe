/** Reads what `tracepath` of Linux prints: a line or two for each hop, and what it found of packet sizes on the way. */
import { type Findings, type LineWork, lineFormat } from '../lines.ts';
import { asOnTerminal, isTerminalLine, wordsOf } from '../router/scan.ts';
import { readWhole } from '../values.ts';
import { hostIn, targetIn } from './mtr.ts';
import type { TraceRecord } from './records.ts';

export const tracepath = lineFormat<'trace'>(
  {
    kind: 'trace',
    recognise: ({ head }) =>
      head.some((line) => isStart(line.trim()) || isSummary(line.trim()))
        ? 0.95
        : head.filter((line) => readHop(line.trim()) !== undefined).length > 2
          ? 0.6
          : 0,
  },
  (findings) => new TracepathLines(findings),
);

/** ` 1?: [LOCALHOST]     pmtu 1500`: the computer it was run on. */
const isStart = (text: string) => /^\d{1,3}\??: +\[LOCALHOST\]/.test(text.slice(0, 100));

/** `Resume: pmtu 1438 hops 3 back 3`, `Too many hops: pmtu 1500`. */
const isSummary = (text: string) => /^(Resume|Too many hops): pmtu \d/.test(text.slice(0, 100));

class TracepathLines implements LineWork {
  readonly #findings: Findings<'trace'>;
  /** What the command that stands above says; the rest does not. */
  #target: string | null = null;
  #open: TraceRecord | undefined;

  constructor(findings: Findings<'trace'>) {
    this.#findings = findings;
  }

  line(raw: string): void {
    const text = asOnTerminal(raw).trim();
    const command = /(?:^|[\s$#>%])tracepath6?\s+(.{1,300})$/.exec(text.slice(0, 400));
    const hop = readHop(text);
    if (command) {
      this.end();
      this.#target = targetIn(command[1] ?? '');
    } else if (isStart(text)) this.end();
    else if (hop) this.#add(hop);
    else if (!isTerminalLine(text) && !isSummary(text)) this.#findings.skip(raw);
  }

  end(): void {
    if (this.#open) this.#findings.keep(this.#open);
    this.#open = undefined;
  }

  /** A hop is asked again when packets have to become smaller there. */
  #add(read: Omit<TraceRecord, 'target'>): void {
    const open = this.#open;
    if (open?.hop === read.hop && open.address === read.address && open.name === read.name) {
      open.milliseconds.push(...read.milliseconds);
      open.lost += read.lost;
      return;
    }
    this.end();
    this.#open = { target: this.#target, ...read };
  }
}

/**
 * ` 2:  core1 (10.1.1.1)     8.884ms asymm  4 pmtu 1438`, ` 3:  no reply`. How many hops the way back has is a guess, as its
 * own manual says, and is not read.
 */
function readHop(text: string): Omit<TraceRecord, 'target'> | undefined {
  const match = /^(\d{1,3})\??: +(\S.*)$/.exec(text.slice(0, 500));
  const hop = readWhole(match?.[1] ?? '', 255);
  const words = wordsOf(match?.[2] ?? '');
  if (hop === undefined) return undefined;
  if (words[0] === 'no' && words[1] === 'reply')
    return words.length === 2 ? { hop, address: null, name: null, milliseconds: [], lost: 1 } : undefined;
  const time = words.findIndex((word) => /^\d{1,9}(\.\d{1,9})?ms$/.test(word));
  const host = hostIn(words.slice(0, time));
  if (!host || time < 0 || !/^( asymm \d{1,3}| pmtu \d{1,6}| reached| ![A-Z])*$/.test(rest(words, time)))
    return undefined;
  return { hop, ...host, milliseconds: [Number.parseFloat(words[time] ?? '')], lost: 0 };
}

const rest = (words: readonly string[], time: number) =>
  words
    .slice(time + 1)
    .map((word) => ` ${word}`)
    .join('');

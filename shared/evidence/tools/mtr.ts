/** Reads the reports of `mtr` and WinMTR: `--report`, `--report-wide`, with names and AS numbers or without, and `--csv`. */
import { type Findings, type LineWork, lineFormat } from '../lines.ts';
import { asOnTerminal, isTerminalLine, wordsOf } from '../router/scan.ts';
import { readAddress, readWhole } from '../values.ts';
import { readName } from './name-lookup.ts';
import type { TraceRecord } from './records.ts';

export const mtrReport = lineFormat<'trace'>(
  {
    kind: 'trace',
    recognise: ({ head }) =>
      head.some((line) => isTitle(line.trim()) || line.startsWith(csvTitle)) ? 0.95 : 0,
  },
  (findings) => new MtrLines(findings),
);

/** `HOST: laptop   Loss%   Snt   Last   Avg  Best  Wrst StDev`, which also stands above the hops of an interactive window. */
function isTitle(text: string): boolean {
  return text.length < 1000 && text.includes('Loss%') && /\bSnt\b/.test(text) && /\bAvg\b/.test(text);
}

const csvTitle = 'Mtr_Version,';

class MtrLines implements LineWork {
  readonly #findings: Findings<'trace'>;
  /** What the command that stands above says; the report itself does not. */
  #target: string | null = null;
  #columns: readonly string[] = [];
  #hop = 0;

  constructor(findings: Findings<'trace'>) {
    this.#findings = findings;
  }

  line(raw: string): void {
    const text = asOnTerminal(raw).trim();
    const command = /(?:^|[\s$#>])mtr\s+(.{1,300})$/.exec(text.slice(0, 400));
    if (command) {
      this.#target = targetIn(command[1] ?? '');
      return;
    }
    if (text.startsWith(csvTitle)) {
      this.#columns = text.split(',').map((title) => title.trim());
      return;
    }
    if (isTitle(text)) {
      this.#columns = wordsOf(text.slice(text.indexOf('Loss%')));
      this.#hop = 0;
      return;
    }
    if (isTerminalLine(text) || /^(Start: |Keys: |\d{4}-\d\d-\d\dT|Packets +Pings$)/.test(text)) return;
    const record = text.startsWith('MTR.') ? this.#readCsv(text) : this.#readHop(text);
    if (record) this.#findings.keep(record);
    else this.#findings.skip(raw);
  }

  /** `  3.|-- core1 (10.1.1.1)   0.0%    10    1.1   1.2   1.0   1.9   0.2`; below it `    |  +-- 10.1.1.2` for others at that hop. */
  #readHop(text: string): TraceRecord | undefined {
    if (this.#columns.length === 0) return undefined;
    const beside = /^(?:\|\s*)?[|`+]{1,2}-{2,3}\s*(.+)$/.exec(text);
    if (beside && this.#hop > 0) {
      const host = hostIn(wordsOf((beside[1] ?? '').slice(0, 500)));
      return host && { target: this.#target, hop: this.#hop, ...host, milliseconds: [], lost: 0 };
    }
    const match = /^(\d{1,3})\.\s?(?:\|-{2,3})?\s*(.+)$/.exec(text.slice(0, 1000));
    const words = wordsOf(match?.[2] ?? '');
    const values = words.slice(-this.#columns.length).map(readNumber);
    const hop = readWhole(match?.[1] ?? '', 255);
    if (hop === undefined || words.length <= this.#columns.length || values.some((one) => one === undefined))
      return undefined;
    const host = hostIn(words.slice(0, -this.#columns.length));
    const numbers = numbersOf((title) => values[this.#columns.indexOf(title)]);
    if (!host || !numbers) return undefined;
    this.#hop = hop;
    return { target: this.#target, hop, ...host, ...numbers };
  }

  /** `MTR.0.95,1764500000,OK,make.powerapps.com,1,10.0.0.1,0.00,10,0,0.47,0.46,0.41,0.57,0.05` */
  #readCsv(text: string): TraceRecord | undefined {
    const cells = text.slice(0, 1000).split(',');
    const cell = (title: string) => cells[this.#columns.indexOf(title)]?.trim() ?? '';
    const hop = readWhole(cell('Hop'), 255);
    const host = hostIn(wordsOf(cell('Ip')));
    const numbers = numbersOf((title) => readNumber(cell(title)));
    if (hop === undefined || !host || !numbers) return undefined;
    return { target: cell('Host') || null, hop, ...host, ...numbers };
  }
}

/** `-rw -c 20 make.powerapps.com`: the last word that is no option, nor the number of one. */
export function targetIn(options: string): string | null {
  const named = wordsOf(options).filter((word) => !word.startsWith('-') && readWhole(word) === undefined);
  return named.at(-1) ?? null;
}

/** A name, an address or both, behind the AS number they are in; `???` where nobody answered. */
export function hostIn(all: readonly string[]): Pick<TraceRecord, 'address' | 'name'> | undefined {
  const words = /^AS(\d+|\?{3})$/.test(all[0] ?? '') ? all.slice(1) : all;
  const [first = '', second] = words;
  if (words.length === 0 || words.length > 2) return undefined;
  if (first === '???' || first === '(waiting') return { address: null, name: null };
  const behind = second === undefined ? undefined : readAddress(second.replace(/^\(|\)$/g, ''));
  if (second !== undefined && behind === undefined) return undefined;
  const address = readAddress(first);
  if (address !== undefined) return { address, name: null };
  const name = readName(first);
  // A report of usual width cuts long names off, which are none then.
  return name === undefined && behind === undefined
    ? undefined
    : { address: behind ?? null, name: name ?? null };
}

/** `12.5%`, `0.3`, and `1234` */
function readNumber(text: string): number | undefined {
  return /^\d{1,9}(\.\d{1,6})?%?$/.test(text) ? Number(text.replace('%', '')) : undefined;
}

/** Of each hop the quickest, usual and slowest answer, and how many of its probes had none. */
export function numbersOf(
  value: (title: string) => number | undefined,
): Pick<TraceRecord, 'milliseconds' | 'lost'> | undefined {
  const [loss, sent] = [value('Loss%'), value('Snt')];
  if (loss === undefined || sent === undefined || loss > 100) return undefined;
  const times = ['Best', 'Avg', 'Wrst'].flatMap((title) => value(title) ?? []);
  return { milliseconds: loss === 100 ? [] : times, lost: Math.round((sent * loss) / 100) };
}

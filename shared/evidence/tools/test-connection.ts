/** Reads what PowerShell says of a way: `Test-NetConnection -TraceRoute`, and `Test-Connection -Traceroute` of PowerShell 7. */
import { type Findings, type LineWork, lineFormat } from '../lines.ts';
import { asOnTerminal, behind, indentOf, isTerminalLine } from '../router/scan.ts';
import { readAddress, readWhole } from '../values.ts';
import { readName } from './name-lookup.ts';
import type { TraceRecord } from './records.ts';

export const netConnectionTrace = lineFormat<'trace'>(
  {
    kind: 'trace',
    recognise: ({ head }) => (isNetConnection(head) && head.some(isTraceLabel) ? 0.96 : 0),
  },
  (findings) =>
    new NetConnectionLines(findings, (connection) => {
      if (connection.hops) for (const record of hopsOf(connection)) findings.keep(record);
      else findings.skip(connection.text, 'other-kind', connection.line);
    }),
);

/** Without a trace it still says which address a name had. */
export const netConnectionName = lineFormat<'name-lookup'>(
  {
    kind: 'name-lookup',
    recognise: ({ head }) => (isNetConnection(head) ? 0.9 : 0),
  },
  (findings) =>
    new NetConnectionLines(findings, ({ name, address, addresses, text, line }) => {
      const asked = name === null ? undefined : readName(name);
      const found = [...new Set([...(address === null ? [] : [address]), ...addresses])];
      if (asked === undefined || found.length === 0)
        findings.skip(
          text,
          name !== null && readAddress(name) !== undefined ? 'not-used' : 'no-answer',
          line,
        );
      else
        for (const value of found)
          findings.keep({
            name: asked,
            type: value.includes(':') ? 'AAAA' : 'A',
            value,
            seconds: null,
            server: null,
          });
    }),
);

const isTraceLabel = (line: string) => /^TraceRoute +:/.test(line);

function isNetConnection(head: readonly string[]): boolean {
  return (
    head.some((line) => /^ComputerName +:/.test(line)) && head.some((line) => /^RemoteAddress +:/.test(line))
  );
}

type Connection = {
  line: number;
  text: string;
  name: string | null;
  address: string | null;
  /** All that the name stood for, where the details say it. */
  addresses: string[];
  milliseconds: number | null;
  /** Undefined where nothing was traced. */
  hops: string[] | undefined;
};

/** More hops than any path has. */
const mostHops = 255;

/** What is said of a connection besides, and no plan needs. */
const otherLabels = new Set([
  'RemotePort',
  'InterfaceAlias',
  'InterfaceIndex',
  'InterfaceDescription',
  'SourceAddress',
  'NetRoute (NextHop)',
  'MatchingIPsecRules',
  'NetworkIsolationContext',
  'IsAdmin',
  'PingSucceeded',
  'TcpTestSucceeded',
  'LLMNRNetbiosRecords',
  'BasicNameResolution',
]);
const listLabels = ['TraceRoute', 'NameResolutionResults', 'AllNameResolutionResults', 'DNSOnlyRecords'];

class NetConnectionLines implements LineWork {
  readonly #findings: Pick<Findings<'trace' | 'name-lookup'>, 'at' | 'skip'>;
  readonly #emit: (connection: Connection) => void;
  #connection: Connection | undefined;
  /** The list the next lines, which have no label, add to; null where nothing is taken of them. */
  #list: string[] | null | undefined;

  constructor(
    findings: Pick<Findings<'trace' | 'name-lookup'>, 'at' | 'skip'>,
    emit: (connection: Connection) => void,
  ) {
    this.#findings = findings;
    this.#emit = emit;
  }

  line(raw: string): void {
    const line = asOnTerminal(raw);
    const text = line.trim();
    if (text !== '' && isTerminalLine(text)) return;
    const label = /^([A-Za-z][A-Za-z ()]{1,40}?) *: ?(.*)$/.exec(line.slice(0, 5000));
    if (/^(WARNING|WARNUNG|AVERTISSEMENT|ADVERTENCIA): /.test(text)) {
      if (!/ping|trace/i.test(text)) this.#findings.skip(line, 'no-answer');
      return;
    }
    if (label && indentOf(line) === 0) this.#readLabel(label[1] ?? '', (label[2] ?? '').trim(), line);
    else if (text === '') this.#list = undefined;
    else if (this.#list !== undefined && indentOf(line) > 0) this.#readListed(text, line);
    else this.#findings.skip(line);
  }

  end(): void {
    const connection = this.#connection;
    this.#connection = undefined;
    this.#list = undefined;
    if (connection) this.#emit(connection);
  }

  #readLabel(label: string, value: string, line: string): void {
    this.#list = undefined;
    if (label === 'ComputerName') {
      this.end();
      this.#connection = {
        line: this.#findings.at,
        text: line,
        name: value === '' ? null : value.slice(0, 300),
        address: null,
        addresses: [],
        milliseconds: null,
        hops: undefined,
      };
      return;
    }
    const connection = this.#connection;
    if (!connection) this.#findings.skip(line);
    else if (label === 'RemoteAddress') connection.address = readPlain(value) ?? null;
    else if (label === 'PingReplyDetails (RTT)')
      connection.milliseconds = readWhole(value.replace(/ ?ms$/, '')) ?? null;
    else if (listLabels.includes(label)) {
      if (label === 'TraceRoute') connection.hops ??= [];
      this.#list = label === 'TraceRoute' ? connection.hops : connection.addresses;
      if (value !== '') this.#readListed(value, line);
    } else if (otherLabels.has(label)) this.#list = null;
    else this.#findings.skip(line, 'unknown-field');
  }

  /** One address in a line, or `{10.0.0.1, 10.1.1.1...}` as a list shows them, cut short. */
  #readListed(text: string, line: string): void {
    const list = this.#list;
    if (!list) return;
    const words = text.replace(/^\{|\}$/g, '').split(/[\s,]+/);
    for (const word of words) {
      const address = readPlain(word.replace(/(\.{3}|…)$/, ''));
      if (address !== undefined && list.length < mostHops) list.push(address);
      else if (word !== '' && word !== '…') this.#findings.skip(line, 'not-an-address');
      if (word.endsWith('...') || word.endsWith('…')) this.#findings.skip(line, 'cut-off');
    }
  }
}

/** Without the zone that Windows writes behind an address of a link. */
function readPlain(text: string): string | undefined {
  return readAddress(text.split('%')[0] ?? '');
}

function hopsOf({ name, address, milliseconds, hops = [] }: Connection): TraceRecord[] {
  return hops.map((hop, index): TraceRecord => {
    const isSilent = hop === '0.0.0.0' || hop === '::';
    // Only the far end was asked how long it takes.
    const isEnd = index === hops.length - 1 && hop === address && milliseconds !== null;
    return {
      target: name,
      ...(address === null ? {} : { targetAddress: address }),
      hop: index + 1,
      address: isSilent ? null : hop,
      name: null,
      milliseconds: isEnd ? [milliseconds] : [],
      lost: isSilent ? 1 : 0,
    };
  });
}

/** The table of PowerShell 7: a line for each probe, three to a hop. */
export const connectionTrace = lineFormat<'trace'>(
  {
    kind: 'trace',
    recognise: ({ head }) => (head.some((line) => isHopTitle(line.trim())) ? 0.96 : 0),
  },
  (findings) => new ConnectionLines(findings),
);

function isHopTitle(text: string): boolean {
  return /^Hop +Hostname +Ping +Latency +Status/.test(text.slice(0, 200));
}

class ConnectionLines implements LineWork {
  readonly #findings: Findings<'trace'>;
  #target: string | null = null;
  #open: TraceRecord | undefined;

  constructor(findings: Findings<'trace'>) {
    this.#findings = findings;
  }

  line(raw: string): void {
    const text = asOnTerminal(raw).trim();
    const target = behind(text, 'Target:');
    if (target !== undefined) {
      this.end();
      this.#target = target.slice(0, 300) || null;
    } else if (!this.#readProbe(text) && !isTerminalLine(text) && !isHopTitle(text) && text !== '(ms)')
      this.#findings.skip(raw);
  }

  end(): void {
    if (this.#open) this.#findings.keep(this.#open);
    this.#open = undefined;
  }

  /** `  2 10.1.1.1     1       4 Success        LAPTOP     13.107.237.40`; `*` where nobody answered. */
  #readProbe(text: string): boolean {
    const match = /^(\d{1,3}) +(\S{1,255}) +(\d{1,2}) +(\*|\d{1,6}) +([A-Za-z]{3,40})\b/.exec(
      text.slice(0, 500),
    );
    if (!match) return false;
    const [, number = '', host = '', , latency = '', status = ''] = match;
    const hop = readWhole(number, 255);
    const address = readPlain(host);
    const name = readName(host);
    if (hop === undefined || (host !== '*' && address === undefined && name === undefined)) return false;
    const isSilent = host === '*' || address === '0.0.0.0' || address === '::';
    const found = isSilent ? { address: null, name: null } : { address: address ?? null, name: name ?? null };
    const open = this.#open;
    if (open?.hop === hop && open.address === found.address && open.name === found.name)
      addProbe(open, latency, status);
    else {
      this.end();
      this.#open = { target: this.#target, hop, ...found, milliseconds: [], lost: 0 };
      addProbe(this.#open, latency, status);
    }
    return true;
  }
}

function addProbe(record: TraceRecord, latency: string, status: string): void {
  if (latency === '*' || status === 'TimedOut') record.lost += 1;
  else record.milliseconds.push(Number(latency));
}

/** Reads what Cisco IOS and IOS XR say of single routes: `show ip route 13.107.6.152`. */
import { type Findings, type LineWork, lineFormat } from '../lines.ts';
import type { RouteRecord } from '../records.ts';
import { readWhole } from '../values.ts';
import {
  addNextHop,
  asOnTerminal,
  beginsWithOneOf,
  behind,
  isInterface,
  isTerminalLine,
  readNetwork,
  readNextHop,
  wordAfter,
  wordsOf,
} from './scan.ts';

const entry = 'Routing entry for ';

export const routeEntry = lineFormat<'routing-table'>(
  {
    kind: 'routing-table',
    recognise: ({ head }) => (head.some((line) => line.trim().startsWith(entry)) ? 0.95 : 0),
  },
  (findings) => new EntryLines(findings),
);

class EntryLines implements LineWork {
  readonly #findings: Findings<'routing-table'>;
  #route: (RouteRecord & { line: number; text: string }) | undefined;

  constructor(findings: Findings<'routing-table'>) {
    this.#findings = findings;
  }

  line(raw: string): void {
    const line = asOnTerminal(raw);
    const text = line.trim();
    if (isTerminalLine(text)) return;
    const network = behind(text, entry);
    if (network !== undefined) this.#begin(network, line);
    else if (!this.#readDetail(text) && !beginsWithOneOf(text, known)) this.#findings.skip(line);
  }

  end(): void {
    const route = this.#route;
    this.#route = undefined;
    if (!route) return;
    const { line, text, ...record } = route;
    if (record.protocol === '') this.#findings.skip(text, 'cut-off', line);
    else this.#findings.keep(record);
  }

  /** `0.0.0.0/0, supernet` */
  #begin(text: string, line: string): void {
    this.end();
    const { prefix, problem } = readNetwork(wordsOf(text)[0]?.replace(/,$/, '') ?? '');
    if (problem) this.#findings.skip(line, problem);
    if (prefix === undefined) return;
    const of = { line: this.#findings.at, text: line };
    this.#route = { prefix, protocol: '', preference: null, metric: null, nextHops: [], ...of };
  }

  #readDetail(text: string): boolean {
    const route = this.#route;
    if (!route) return false;
    const source = behind(text, 'Known via "');
    if (source !== undefined) {
      route.protocol = /^[a-z][\w-]{0,30}/i.exec(source)?.[0].toLowerCase() ?? '';
      route.preference = readWhole(wordAfter(source, 'distance') ?? '') ?? null;
      route.metric = readWhole(wordAfter(source, 'metric') ?? '', 0xffff_ffff) ?? null;
      return route.protocol !== '';
    }
    return readHop(route, text);
  }
}

/** `* 192.0.2.1, from 192.0.2.1, 3d04h ago, via Gi0/2`, `directly connected, via Gi0/1`, `192.0.2.1 (vrf)`. */
function readHop(route: RouteRecord, text: string): boolean {
  const [first = '', ...rest] = wordsOf(text.startsWith('*') ? text.slice(1) : text);
  const isConnected = first === 'directly' && rest[0]?.startsWith('connected') === true;
  const name = rest[rest.indexOf('via') + 1]?.replace(/,$/, '') ?? '';
  const connected = isConnected && isInterface(name) ? name : undefined;
  const hop = connected ?? readNextHop(first.replace(/,$/, ''));
  if (hop === undefined) return false;
  // A way that is only ready for when the other fails takes no traffic.
  return text.includes(', Backup') || addNextHop(route.nextHops, hop);
}

/** Lines that are understood and say nothing a record holds. */
const known = [
  'Tag ',
  'Redistributing via ',
  'Redistributed by ',
  'Advertised by ',
  'Last update from ',
  'Installed ',
  'Routing Descriptor Blocks',
  'Routing Table:',
  'Route metric is ',
  'Route tag ',
  'Total delay is ',
  'Reliability ',
  'Loading ',
  'AS Hops ',
  'MPLS ',
  'SR Incoming Label:',
  'Repair Path:',
  'Nexthop in Vrf:',
  'No advertising protos',
  'VRF: ',
];

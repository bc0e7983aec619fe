/** Reads `show ip route` and `show ipv6 route` as Cisco NX-OS prints them: the network, its ways below it. */
import { type Findings, type LineWork, lineFormat } from '../lines.ts';
import type { RouteRecord } from '../records.ts';
import { readWhole } from '../values.ts';
import {
  addNextHop,
  asOnTerminal,
  beginsWithOneOf,
  isInterface,
  isTerminalLine,
  readNetwork,
  readNextHop,
} from './scan.ts';

export const nxosRoute = lineFormat<'routing-table'>(
  {
    kind: 'routing-table',
    recognise: ({ head }) => (head.some((line) => line.includes(', ubest/mbest:')) ? 0.95 : 0),
  },
  (findings) => new NxosRows(findings),
);

class NxosRows implements LineWork {
  readonly #findings: Findings<'routing-table'>;
  #prefix: string | undefined;
  /** The ways of the network so far: those by one protocol at one preference are one route. */
  #routes: RouteRecord[] = [];
  #head = { line: 0, text: '' };

  constructor(findings: Findings<'routing-table'>) {
    this.#findings = findings;
  }

  line(raw: string): void {
    const line = asOnTerminal(raw);
    const text = line.trim();
    const best = text.indexOf(', ubest/mbest:');
    if (best >= 0) {
      this.end();
      const reading = readNetwork(text.slice(0, best));
      this.#prefix = reading.prefix;
      this.#head = { line: this.#findings.at, text: line };
      if (reading.problem) this.#findings.skip(line, reading.problem);
      return;
    }
    if (text.startsWith('via ') || text.startsWith('*via ') || text.startsWith('**via ')) {
      this.#readWay(text, line);
      return;
    }
    if (!isTerminalLine(text) && !beginsWithOneOf(text, introductions)) this.#findings.skip(line);
  }

  end(): void {
    if (this.#prefix !== undefined && this.#routes.length === 0)
      this.#findings.skip(this.#head.text, 'cut-off', this.#head.line);
    for (const route of this.#routes) this.#findings.keep(route);
    this.#routes = [];
    this.#prefix = undefined;
  }

  /** `*via 10.1.1.1%default, Eth1/1, [20/0], 1w2d, bgp-65001, external, tag 12076` */
  #readWay(text: string, line: string): void {
    const parts = text
      .slice(text.indexOf('via ') + 'via '.length)
      // Of a line that is too long the rest stands below, and the comma stays.
      .replace(/,$/, '')
      .split(', ');
    const at = parts.findIndex((part) => part.startsWith('[') && part.endsWith(']'));
    const [preference, metric] = (parts[at] ?? '')
      .slice(1, -1)
      .split('/')
      .map((number) => readWhole(number));
    const name = parts[at + 2] ?? '';
    const protocol = name.split('-')[0] ?? '';
    // Through another VRF the interface is all that is said.
    const first = (parts[0]?.startsWith('vrf ') ? parts[1] : parts[0]) ?? '';
    const hop = readNextHop(first) ?? (isInterface(first) ? first : undefined);
    const isRead =
      at > 0 &&
      preference !== undefined &&
      metric !== undefined &&
      hop !== undefined &&
      /^[a-z]\w+$/.test(protocol);
    if (this.#prefix === undefined) this.#findings.skip(line, 'no-network-before');
    else if (
      !isRead ||
      !this.#add({
        prefix: this.#prefix,
        protocol: protocolOf(protocol),
        preference,
        metric,
        nextHops: [hop],
      })
    )
      this.#findings.skip(line);
  }

  /** False when there are more ways than a router uses. */
  #add(route: RouteRecord): boolean {
    const same = this.#routes.find(
      ({ protocol, preference, metric }) =>
        protocol === route.protocol && preference === route.preference && metric === route.metric,
    );
    if (same) return addNextHop(same.nextHops, route.nextHops[0] ?? '');
    if (this.#routes.length >= mostRoutes) return false;
    this.#routes.push(route);
    return true;
  }
}

/** So many protocols and distances to one network. */
const mostRoutes = 64;

function protocolOf(name: string): string {
  if (name === 'direct') return 'connected';
  return name === 'ospfv3' ? 'ospf' : name;
}

const introductions = [
  'IP Route Table',
  'IPv6 Routing Table',
  "'*' denotes",
  "'**' denotes",
  "'[x/y]' denotes",
  "'%<string>'",
  "'%' ",
  // What stands behind the comma of a line that was too long.
  'tag ',
  ', segid ',
  'segid ',
];

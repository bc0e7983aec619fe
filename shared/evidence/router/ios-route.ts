/** Reads `show ip route` and `show ipv6 route` as Cisco IOS and Arista EOS print them. */
import { type Findings, type LineWork, lineFormat } from '../lines.ts';
import type { RouteRecord } from '../records.ts';
import { readWhole } from '../values.ts';
import {
  addNextHop,
  asOnTerminal,
  beginsWithOneOf,
  isAddress,
  isInterface,
  isTerminalLine,
  readNetwork,
  readNextHop,
  wordsOf,
} from './scan.ts';

export const iosRoute = lineFormat<'routing-table'>(
  {
    kind: 'routing-table',
    recognise: ({ head }) => {
      if (head.some((line) => line.trim().startsWith('Gateway of last resort'))) return 0.95;
      if (head.some((line) => /^(VRF.{0,60} )?Codes: /.test(line.trim()))) return 0.9;
      // A filter (`| include`) and some commands of IOS XR leave the legend out.
      return head.some(isRouteLine) ? 0.8 : 0;
    },
  },
  (findings) => new RouteRows(findings),
);

/** `B     13.71.0.0/18 [20/0] via 123.0.0.2, 00:12:01` */
function isRouteLine(line: string): boolean {
  const words = wordsOf(line.slice(0, 200));
  const at = words.findIndex(isNetworkWord);
  if (at < 1 || at > 2 || readCodes(words.slice(0, at)) === undefined) return false;
  const [first = '', second = '', third = ''] = words.slice(at + 1);
  return (
    (readDistance(first) !== undefined && (second === 'via' || first.endsWith(','))) ||
    (first === 'is' && second === 'directly' && third.startsWith('connected'))
  );
}

/** What the letters in front of a route stand for. */
const protocols: Readonly<Record<string, string>> = {
  C: 'connected',
  L: 'local',
  S: 'static',
  R: 'rip',
  M: 'mobile',
  B: 'bgp',
  D: 'eigrp',
  EX: 'eigrp',
  O: 'ospf',
  OI: 'ospf',
  OE1: 'ospf',
  OE2: 'ospf',
  ON1: 'ospf',
  ON2: 'ospf',
  IA: 'isis',
  N1: 'ospf',
  N2: 'ospf',
  E1: 'ospf',
  E2: 'ospf',
  O3: 'ospf',
  i: 'isis',
  I: 'isis',
  su: 'isis',
  ia: 'isis',
  L1: 'isis',
  L2: 'isis',
  I1: 'isis',
  I2: 'isis',
  IS: 'isis',
  LC: 'local',
  U: 'static',
  o: 'odr',
  P: 'static',
  H: 'nhrp',
  l: 'lisp',
  a: 'application',
  K: 'kernel',
  V: 'vxlan',
  A: 'aggregate',
  NG: 'static',
  n: 'nat',
  Ni: 'nat',
  No: 'nat',
  Nd: 'nat',
  m: 'omp',
  DH: 'dhcp',
  DP: 'policy',
  G: 'gribi',
  RC: 'cache',
  ND: 'ndp',
  NDp: 'ndp',
  NDr: 'ndp',
};

class RouteRows implements LineWork {
  readonly #findings: Findings<'routing-table'>;
  #route: (RouteRecord & { line: number; text: string; isComplete: boolean }) | undefined;
  /** The length of the routes below `1.0.0.0/32 is subnetted`, which print none. */
  #length: { network: string; length: number } | undefined;
  #inLegend = false;

  constructor(findings: Findings<'routing-table'>) {
    this.#findings = findings;
  }

  line(raw: string): void {
    const line = asOnTerminal(raw);
    const text = line.trim();
    if (isTerminalLine(text)) {
      this.#inLegend = false;
      return;
    }
    if (this.#readLegend(text) || this.#readSubnetted(text)) return;
    const words = wordsOf(text);
    if (this.#readRoute(line, words)) return;
    if (this.#route && this.#readWay(words, this.#route)) return;
    if (beginsWithOneOf(text, introductions)) return;
    // It may have named a network: ways below it must not fall to the one before.
    this.end();
    this.#findings.skip(line);
  }

  end(): void {
    const route = this.#route;
    this.#route = undefined;
    if (!route) return;
    const { line, text, isComplete, ...record } = route;
    if (isComplete) this.#findings.keep(record);
    else this.#findings.skip(text, 'cut-off', line);
  }

  #readLegend(text: string): boolean {
    const isStart = text.startsWith('Codes: ') || text.startsWith('WARNING: ');
    if (isStart) this.#inLegend = true;
    // A legend goes on until an empty line or the first route.
    return (
      isStart ||
      (this.#inLegend && (/(^|, )[\w+%*& ]{1,5} +- [A-Za-z]/.test(text) || text.startsWith('kernel')))
    );
  }

  /** `10.0.0.0/8 is variably subnetted, 5 subnets, 3 masks` and `1.0.0.0/32 is subnetted, 1 subnets`. */
  #readSubnetted(text: string): boolean {
    const slash = text.indexOf('/');
    const is = text.indexOf(' is ');
    if (slash < 0 || is < slash || !text.includes('subnetted,')) return false;
    this.end();
    const length = readWhole(text.slice(slash + 1, is), 32);
    const isVariable = text.includes('variably');
    this.#length = isVariable || length === undefined ? undefined : { network: text.slice(0, slash), length };
    return true;
  }

  /** `O E2    4.4.0.0 [110/20] via 194.0.0.2, 1d18h, FastEthernet0/0.100` */
  #readRoute(line: string, words: readonly string[]): boolean {
    const at = words.findIndex((word) => isNetworkWord(word));
    if (at < 1 || at > 4) return false;
    const protocol = readCodes(words.slice(0, at));
    if (protocol === undefined) return false;
    this.end();
    this.#inLegend = false;
    const reading = readNetwork(words[at] ?? '', this.#lengthFor(words[at] ?? ''));
    if (reading.problem) this.#findings.skip(line, reading.problem);
    if (reading.prefix === undefined) return true;
    const route = {
      prefix: reading.prefix,
      protocol,
      preference: null,
      metric: null,
      nextHops: [],
      line: this.#findings.at,
      text: line,
      isComplete: false,
    };
    this.#route = route;
    const rest = words.slice(at + 1);
    if (rest.length > 0 && !this.#readWay(rest, route)) {
      this.#route = undefined;
      this.#findings.skip(line);
    }
    return true;
  }

  #lengthFor(word: string): number | undefined {
    const { network, length } = this.#length ?? { network: '', length: 0 };
    return network !== '' && network.split('.')[0] === word.split('.')[0] ? length : undefined;
  }

  /** `[110/20] via 10.0.0.1, 1d18h, Gi0/1`, `is directly connected, Vlan5`, `via Null0, receive`, `[200/0], 2w0d, Null0`. */
  #readWay(words: readonly string[], route: RouteRecord & { isComplete: boolean }): boolean {
    let rest = words;
    const distance = readDistance(rest[0] ?? '');
    if (distance) {
      [route.preference, route.metric] = distance;
      rest = rest.slice(1);
      // IPv6 prints the next hop in the line below.
      if (rest.length === 0 || (rest[0] === 'tag' && rest.length === 2)) return true;
    }
    const last = rest.at(-1) ?? '';
    if (rest[0] === 'via') {
      const hop = (rest[1] ?? '').replace(/,$/, '');
      const address = readNextHop(hop);
      if (address === undefined && !isInterface(hop)) return false;
      if (!addNextHop(route.nextHops, address ?? hop)) return false;
    } else if (rest[0] === 'is' && rest[1] === 'directly' && rest[2]?.startsWith('connected')) {
      // Arista explains tunnels behind the interface: `connected, Tunnel11, Static Interface …`.
      const named = rest.slice(3);
      const name = named.find((word) => /^[A-Z][A-Za-z-]*\d/.test(word)) ?? named.at(-1);
      // Without one it stands in the line below, behind the time.
      if (name !== undefined) addNextHop(route.nextHops, name.replace(/,$/, ''));
    } else if (route.isComplete && route.nextHops.length === 0 && rest.length === 2 && isInterface(last)) {
      addNextHop(route.nextHops, last);
    } else if ((rest[0] === 'is' && rest[2]?.startsWith('summary')) || (distance && isInterface(last))) {
      addNextHop(route.nextHops, last);
    } else return false;
    route.isComplete = true;
    return true;
  }
}

/** `B*`, `O*E2`, `i*L2`, `B E`, `S%`: the first letters name the protocol. */
function readCodes(words: readonly string[]): string | undefined {
  const codes = words.flatMap((word) => word.split(/[*%+&>]/)).filter((code) => code !== '' && code !== 'p');
  const [first = '', second = ''] = codes;
  if (first === 'A' && second === 'B') return 'bgp';
  if (first === 'A' && second === 'O') return 'ospf';
  return Object.hasOwn(protocols, first) ? protocols[first] : undefined;
}

function isNetworkWord(word: string): boolean {
  const slash = word.indexOf('/');
  return isAddress(slash < 0 ? word : word.slice(0, slash));
}

/** `[110/20]` */
function readDistance(word: string): [preference: number, metric: number] | undefined {
  const text = word.replace(/,$/, '');
  const slash = text.indexOf('/');
  if (!text.startsWith('[') || !text.endsWith(']') || slash < 0) return undefined;
  const preference = readWhole(text.slice(1, slash));
  const metric = readWhole(text.slice(slash + 1, -1));
  return preference === undefined || metric === undefined ? undefined : [preference, metric];
}

const introductions = [
  'Gateway of last resort',
  'Routing Table:',
  'Last updated ',
  'IPv6 Routing Table',
  'VRF:',
  'VRF name:',
  'VRF ',
  'Displaying ',
  '! IP routing not enabled',
  'WARNING:',
];

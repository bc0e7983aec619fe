/** What Junos says of one way to a network, gathered from its lines, and the record it becomes. */
import type { EvidenceKind } from '../evidence.ts';
import type { BgpOrigin, BgpRecord, RouteRecord } from '../records.ts';
import { readPath } from '../values.ts';
import { addNextHop, wordsOf } from './scan.ts';

export type JunosKind = Extract<EvidenceKind, 'bgp-table' | 'routing-table'>;

export type JunosEntry = {
  line: number;
  text: string;
  prefix: string;
  protocol: string;
  preference: number | null;
  metric: number | null;
  isActive: boolean;
  isHidden: boolean;
  localPreference: number | null;
  path: number[];
  origin: BgpOrigin | null;
  communities: string[] | null;
  nextHops: string[];
  /** The one traffic takes, of several. */
  chosen: string | undefined;
  /** What the neighbour announced, when it is not the next router. */
  announced: string | undefined;
};

export function newEntry(
  of: Pick<JunosEntry, 'line' | 'text' | 'prefix' | 'protocol' | 'isActive'>,
): JunosEntry {
  return {
    preference: null,
    metric: null,
    isHidden: false,
    localPreference: null,
    path: [],
    origin: null,
    communities: null,
    nextHops: [],
    chosen: undefined,
    announced: undefined,
    ...of,
  };
}

export function isBgp(entry: JunosEntry): boolean {
  return entry.protocol === 'bgp';
}

export function routeOf(entry: JunosEntry): RouteRecord {
  const { prefix, protocol, preference, metric, nextHops } = entry;
  return { prefix, protocol, preference, metric, nextHops };
}

/** A route by BGP says all that a path says, and all that a route says. */
export function pathOf(entry: JunosEntry): BgpRecord & RouteRecord {
  return {
    ...routeOf(entry),
    nextHop: entry.announced ?? entry.chosen ?? entry.nextHops[0] ?? null,
    localPreference: entry.localPreference,
    weight: null,
    path: entry.path,
    origin: entry.origin,
    valid: !entry.isHidden,
    best: entry.isActive,
    communities: entry.communities,
  };
}

/** `12076 8075 I, validation-state: unverified` and `12076 I (Originator)`: nothing counts behind the origin. */
export function addPath(entry: JunosEntry, text: string): boolean {
  const words = wordsOf(text).map((word) => word.replace(/,$/, ''));
  const end = words.findIndex((word) => word === 'I' || word === 'E' || word === '?');
  const reading = end < 0 ? undefined : readPath(words.slice(0, end + 1).join(' '));
  if (reading === undefined) return false;
  entry.path = reading.path;
  entry.origin = reading.origin;
  return true;
}

export function addHop(entry: JunosEntry, hop: string, isChosen: boolean): void {
  if (addNextHop(entry.nextHops, hop) && isChosen) entry.chosen ??= hop;
}

const names: Readonly<Record<string, string>> = {
  direct: 'connected',
  'is-is': 'isis',
  isis: 'isis',
  ospf3: 'ospf',
  'access-internal': 'access',
};

/** `BGP`, `Direct`, `OSPF3` in the words all makers share here. */
export function protocolOf(name: string): string {
  const lower = name.toLowerCase();
  return names[lower] ?? lower;
}

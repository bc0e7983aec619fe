/** Walks a flow there and back and says how it ends: pure, the same for the same project, and with any parts switched off. */
import type { FindingOrigin } from '../view.ts';
import { crossingOf } from './crossing.ts';
import { type Departure, Departures, type Intent, type Worn } from './departure.ts';
import type { Flow } from './flow.ts';
import { InboundWalk } from './inbound.ts';
import { type Arrival, ReplyFinder } from './replies.ts';
import { isEdgeDown, RouteFinder } from './routes.ts';
import type {
  Destination,
  Need,
  NetworkEdge,
  NetworkLink,
  NetworkSite,
  Source,
  Topology,
} from './topology.ts';
import type { Hop, Trace } from './trace.ts';
import { type FlowVerdict, isWorse } from './verdicts.ts';

/** Stands for the destination in traces, which flows that take the same way share. */
export const destinationNode = '@destination';

export const nothingOff: ReadonlySet<string> = new Set();

type ClientFlow = Extract<Flow, { opens: 'you' }>;

export class Simulator {
  readonly topology: Topology;
  readonly routes: RouteFinder;
  readonly replies: ReplyFinder;
  readonly #departures: Departures;
  readonly #inbound: InboundWalk;
  readonly #routedWanted = new Map<unknown, Routed>();
  readonly #routedOther = new Map<unknown, Routed>();
  readonly #normal = new Map<string, Trace>();

  constructor(topology: Topology) {
    this.topology = topology;
    this.routes = new RouteFinder(topology);
    this.replies = new ReplyFinder(topology);
    this.#departures = new Departures(topology, this.routes, this.replies);
    this.#inbound = new InboundWalk(topology, this.routes, this.replies);
  }

  /**
   * Flows with the same key take the same way, whatever is switched off: it is walked once for all of them. What a source is
   * known by tells whose flows may share one.
   */
  keyOf(flow: Flow, nameOf: (source: Source) => string = ({ id }) => id): string {
    if (flow.opens === 'microsoft') return flow.id;
    const { source, destination } = flow;
    const isLooked = this.topology.evidence.pac !== undefined || destination.addresses.length > 0;
    if (isLooked || destination.missing.length > 0) return flow.id;
    const like = this.#isBlind(source, destination) ? planOf(destination) : this.likenessOf(destination);
    return `${nameOf(source)} ${like}`;
  }

  /** Where no route is asked, what the routes lead to makes no difference. */
  #isBlind(source: Source, destination: Destination): boolean {
    if (source.kind !== 'clients') return false;
    const { propagation, pacOrder } = this.topology.answers;
    if (source.plan === 'internet') return propagation !== 'everywhere';
    const { steering, proxy } = source;
    const isProxied =
      (steering === 'pac' && pacOrder !== 'broad-first' && pacOrder !== 'not-written') ||
      steering === 'explicit-proxy' ||
      steering === 'transparent-proxy';
    const isForInternet = destination.isInternetOnly || destination.plan === 'internet';
    return isForInternet && isProxied && proxy !== undefined && proxy.egress !== 'express-route';
  }

  /** Meant for the internet and led there without asking any route: all of a source's traffic like this ends well, or none. */
  takesDefault(source: Source, destination: Destination): boolean {
    const intent = intentOf(source, destination);
    if (intent !== 'internet' && intent !== 'by-design') return false;
    if (this.topology.evidence.pac) return false;
    return (
      this.#isBlind(source, destination) ||
      this.#routed(destination).needs.every((need) => need === undefined)
    );
  }

  /** The same for destinations that are planned alike and reached by the same routes. */
  likenessOf(destination: Destination): string {
    return `${planOf(destination)} ${this.#routed(destination).key}`;
  }

  /** Those of its needs that a route leads to, or should; all else takes the default route, whatever it is. */
  #routed(destination: Destination): Routed {
    const isWanted = destination.plan === 'express-route';
    const known = isWanted ? this.#routedWanted : this.#routedOther;
    // Destinations in one region have the same list of needs; addresses are each one's own.
    const asked = destination.addresses.length > 0 ? destination : destination.needs;
    let routed = known.get(asked);
    if (!routed) {
      const needs = destination.needs.filter((need) => {
        const { routes, missing } = this.routes.find(need, destination);
        return routes.length + missing.length > 0 || isWanted;
      });
      const hasOthers = needs.length < destination.needs.length || needs.length === 0;
      routed = {
        needs: hasOthers ? [...needs, undefined] : needs,
        key: [...needs.map((need) => need.key), hasOthers ? '-' : ''].join(' '),
      };
      known.set(asked, routed);
    }
    return routed;
  }

  trace(flow: Flow, off: ReadonlySet<string> = nothingOff): Trace {
    if (off.size > 0) return this.#walk(flow, off);
    const key = this.keyOf(flow);
    let trace = this.#normal.get(key);
    if (!trace) {
      trace = this.#walk(flow, off);
      this.#normal.set(key, trace);
    }
    return trace;
  }

  /** How it ends and what that leans on, without its story: for the thousands of walks that nobody reads. */
  endOf(flow: Flow, off: ReadonlySet<string>): Pick<Trace, 'verdict' | 'touched'> {
    const { verdict, touched } = flow.opens === 'you' ? this.#walkOut(flow, off) : this.#walk(flow, off);
    return { verdict, touched };
  }

  #walk(flow: Flow, off: ReadonlySet<string>): Trace {
    if (flow.opens === 'microsoft') return this.#inbound.trace(flow.endpoint, off);
    const { verdict, story, touched, carriers } = this.#walkOut(flow, off);
    return { verdict, ...story(), touched, carriers: [...carriers] };
  }

  #walkOut(flow: ClientFlow, off: ReadonlySet<string>): Walked {
    const { source, destination } = flow;
    const intent = intentOf(source, destination);
    if (typeof intent === 'object') return unknownWalk(source.id, [intent]);
    if (intent === 'express-route' && destination.missing.length > 0)
      return unknownWalk(source.id, destination.missing);
    const { needs } = this.#isBlind(source, destination) ? blind : this.#routed(destination);
    const asked: Asked = { flow, intent, off, touched: new Set(), carriers: new Set(), worst: undefined };
    for (const need of needs) {
      const departure = this.#departures.depart({ source, destination, intent, need, off });
      for (const part of departure.touched) asked.touched.add(part);
      this.#replyTo(departure, need, asked);
    }
    const { touched, carriers } = asked;
    return { ...(asked.worst as Ending), touched, carriers };
  }

  #replyTo(departure: Departure, need: Need | undefined, asked: Asked): void {
    const { hops, causes } = departure;
    if (departure.end === 'unreachable' || departure.end === 'unknown') {
      const missing = departure.end === 'unknown' ? departure.missing : [];
      keepWorst(asked, departure.end, () => ({ request: hops, reply: [], causes, missing }));
    } else if (departure.end === 'outside') {
      const verdict = overInternet(asked.intent);
      keepWorst(asked, verdict, () => ({
        request: [...hops, microsoft, arrives],
        reply: [
          { node: 'microsoft', reason: 'reply-outside' },
          { node: 'internet', reason: 'over-internet' },
          ...homeward(hops),
        ],
        causes: causesOf(verdict, asked.flow, causes),
        missing: [],
      }));
    } else {
      for (const worn of departure.worn) this.#answer(departure, worn, need, asked);
    }
  }

  #answer(
    departure: Extract<Departure, { worn: Worn[] }>,
    worn: Worn,
    need: Need | undefined,
    asked: Asked,
  ): void {
    const { hops, causes, site } = departure;
    const { flow, intent, off, touched } = asked;
    const link = departure.end === 'link' ? departure.link : undefined;
    const exit = link ? (link.edge as NetworkEdge) : (departure as { edge: NetworkEdge }).edge;
    // A common pool, or one of no edge, stands before its circuit divides; all else is done where the packet leaves.
    const { pool } = worn;
    const isBoundToEdge = pool === undefined || (pool.edge !== undefined && pool.link !== 'both');
    const arrival = this.replies.find({ address: worn.address, need, askedOver: link, isBoundToEdge }, off);
    if (arrival.kind === 'express-route') for (const part of arrival.touched) touched.add(part);
    const at =
      arrival.kind === 'express-route' ? arrival.link.edge : this.#internetEdgeFor(worn, exit, link, site);
    for (const part of at?.parts ?? []) touched.add(part);
    asked.carriers.add(link ? link.id : `edges/${exit.id}`);
    const reasons = [worn.origin, ...arrival.origins];
    const end = (verdict: FlowVerdict, more: () => Hop[], missing: readonly FindingOrigin[] = []) =>
      keepWorst(asked, verdict, () => ({
        request: [...hops, microsoft, arrives],
        reply: [...replyHops(arrival, worn.text), ...more()],
        causes: causesOf(verdict, flow, verdict === 'leak' ? [...reasons, ...causes] : reasons),
        missing,
      }));
    const isSameWay =
      arrival.kind === 'express-route'
        ? arrival.link.circuit === link?.circuit && (!isBoundToEdge || at === exit)
        : link === undefined && at === exit;
    if (at && isEdgeDown(at, off)) {
      end('unreachable', () => [{ node: `edges/${at.id}`, reason: 'edge-down' }]);
    } else if (isSameWay) {
      end(link ? 'express-route' : overInternet(intent), () => [known(at ?? exit), ...homeward(hops)]);
    } else {
      const crossing = crossingOf(exit, at, worn.pool !== undefined, worn.text);
      if (crossing.kind === 'unknown') {
        const missing = [this.topology.cell('edges', crossing.edge.id, 'firewall')];
        end('unknown', () => [crossing.hop], missing);
      } else if (crossing.kind === 'dropped') {
        end('asymmetric-dropped', () => [crossing.hop]);
      } else {
        end(passing(link, arrival), () => [crossing.hop, ...homeward(hops)]);
      }
    }
  }

  /** Where the internet delivers an address: at the edge that owns it, else at the one the site uses. */
  #internetEdgeFor(worn: Worn, exit: NetworkEdge, link: unknown, site: NetworkSite): NetworkEdge | undefined {
    const owner = worn.pool?.isInternet ? this.topology.edges.get(worn.pool.edge ?? '') : undefined;
    // A server's own pool may stand at another edge than it leaves by: the reply goes there.
    if (!link) return owner && owner.kind !== 'express-route' ? owner : exit;
    return owner ?? site.way.find((one) => one.internetEdge !== undefined)?.internetEdge;
  }
}

/** What is walked to, need by need; without one the default route. */
type Routed = { needs: readonly (Need | undefined)[]; key: string };
const blind: Routed = { needs: [undefined], key: '' };

/** How a walk ends, and its story for whoever reads it. */
type Ending = { verdict: FlowVerdict; story: () => Pick<Trace, 'request' | 'reply' | 'causes' | 'missing'> };
type Walked = Ending & Pick<Asked, 'touched' | 'carriers'>;

/** One flow being walked: over all its needs and addresses, the worst end is the flow's. */
type Asked = {
  flow: ClientFlow;
  intent: Intent;
  off: ReadonlySet<string>;
  touched: Set<string>;
  carriers: Set<string>;
  worst: Ending | undefined;
};

function keepWorst(asked: Asked, verdict: FlowVerdict, story: Ending['story']): void {
  if (!asked.worst || isWorse(verdict, asked.worst.verdict)) asked.worst = { verdict, story };
}

/** What was planned for a flow; a cell to ask for where nobody has. */
function intentOf(source: Source, destination: Destination): Intent | FindingOrigin {
  if (destination.isInternetOnly) return 'by-design';
  if (destination.plan === undefined) return destination.origin;
  if (destination.plan === 'internet') return 'internet';
  if (source.plan === undefined) return source.at('path');
  if (source.plan === 'internet') return 'internet';
  return destination.plan === 'both' ? 'either' : 'express-route';
}

function planOf({ isInternetOnly, plan }: Destination): string {
  return isInternetOnly ? 'by-design' : String(plan);
}

function overInternet(intent: Intent): FlowVerdict {
  if (intent === 'by-design') return 'internet-by-design';
  return intent === 'express-route' ? 'leak' : 'internet-as-intended';
}

/** A reply that comes back elsewhere and is let through. */
function passing(link: NetworkLink | undefined, arrival: Arrival): FlowVerdict {
  if (arrival.kind === 'express-route')
    return arrival.link.circuit === link?.circuit ? 'express-route' : 'other-circuit';
  return link === undefined ? 'other-circuit' : 'leak';
}

function causesOf(verdict: FlowVerdict, flow: ClientFlow, causes: readonly FindingOrigin[]): FindingOrigin[] {
  if (verdict === 'leak') return [flow.destination.origin, flow.source.at('path'), ...causes];
  return [...causes];
}

const microsoft: Hop = { node: 'microsoft', reason: 'arrives' };
const arrives: Hop = { node: destinationNode, reason: 'arrives' };

function known(edge: NetworkEdge): Hop {
  return { node: `edges/${edge.id}`, reason: 'state-known' };
}

const ownRooms = ['sites/', 'proxies/', 'clientGroups/', 'servers/'];

/** Inside the customer's network the reply goes back as the request came. */
export function homeward(hops: readonly Hop[]): Hop[] {
  const nodes = hops.map((hop) => hop.node).filter((node) => ownRooms.some((room) => node.startsWith(room)));
  return [...new Set(nodes.reverse())].map((node) => ({ node, reason: 'back' }));
}

export function replyHops(arrival: Arrival, address: string): Hop[] {
  if (arrival.kind === 'internet') {
    const decided: Hop =
      arrival.prefix === undefined
        ? { node: 'microsoft', reason: 'reply-default', values: { address } }
        : { node: 'microsoft', reason: 'reply-internet', values: { address, prefix: arrival.prefix } };
    return [decided, { node: 'internet', reason: 'over-internet' }];
  }
  const { link, prefix, by, circuits } = arrival;
  const values = { address, prefix, circuit: link.circuit.name, circuits };
  return [
    { node: 'microsoft', reason: by, values },
    ...(link.location === undefined
      ? []
      : [{ node: `locations/${link.location}`, reason: 'handed-over' as const }]),
    { node: link.id, reason: 'over-circuit' },
  ];
}

function unknownWalk(node: string, missing: readonly FindingOrigin[]): Walked {
  return {
    verdict: 'unknown',
    story: () => ({ request: [{ node, reason: 'missing' }], reply: [], causes: [], missing }),
    touched: new Set(),
    carriers: new Set(),
  };
}

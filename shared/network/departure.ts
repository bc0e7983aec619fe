/** Walks a request from its source to where it leaves the customer's network, and says which addresses it wears then. */
import type { FindingOrigin } from '../view.ts';
import { type Address, formatAddress } from './address.ts';
import { getFirstAddress, type Prefix } from './prefix.ts';
import type { ReplyFinder } from './replies.ts';
import { chooseRoute, isEdgeDown, type RouteFinder, reachableWay, walkBetween, walkUp } from './routes.ts';
import type {
  Destination,
  Need,
  NetworkEdge,
  NetworkLink,
  NetworkPool,
  NetworkProxy,
  NetworkSite,
  Source,
  Topology,
} from './topology.ts';
import type { Hop, Reason } from './trace.ts';

export type Intent = 'express-route' | 'internet' | 'either' | 'by-design';

/** A source address as Microsoft sees it. */
export type Worn = { address: Address; text: string; pool: NetworkPool | undefined; origin: FindingOrigin };

export type Departure = {
  hops: Hop[];
  touched: string[];
  /** What made it go this way, for findings. */
  causes: FindingOrigin[];
} & (
  | { end: 'link'; link: NetworkLink; site: NetworkSite; worn: Worn[] }
  | { end: 'internet'; edge: NetworkEdge; site: NetworkSite; worn: Worn[] }
  /** From somebody else's addresses: a home, a mobile network, a proxy in the cloud. */
  | { end: 'outside' }
  | { end: 'unreachable' }
  | { end: 'unknown'; missing: readonly FindingOrigin[] }
);

type Trail = { hops: Hop[]; touched: string[]; causes: FindingOrigin[] };

export type Request = {
  source: Source;
  destination: Destination;
  intent: Intent;
  need: Need | undefined;
  off: ReadonlySet<string>;
};

export class Departures {
  readonly #topology: Topology;
  readonly #routes: RouteFinder;
  readonly #replies: ReplyFinder;
  /** What is worn and written at every walk, written once. */
  readonly #worn = new Map<NetworkPool, readonly Worn[]>();
  readonly #firsts = new Map<Prefix, string>();

  constructor(topology: Topology, routes: RouteFinder, replies: ReplyFinder) {
    this.#topology = topology;
    this.#routes = routes;
    this.#replies = replies;
  }

  depart(request: Request): Departure {
    const { source, off } = request;
    const trail: Trail = { hops: [], touched: [], causes: [] };
    const inside = this.#enter(source, trail);
    if (inside !== 'in') return inside;
    const { site } = source;
    if (!site) return unknown(trail, source.id, [source.at('site')]);
    const choice = this.#chooseProxy(request);
    if ('missing' in choice) return unknown(trail, source.id, [choice.missing]);
    trail.hops.push({
      node: source.id,
      reason: choice.reason,
      ...(choice.proxy || choice.values
        ? { values: { ...choice.values, ...(choice.proxy ? { proxy: choice.proxy.name } : {}) } }
        : {}),
    });
    if (choice.proxy) return this.#throughProxy(request, choice.proxy, site, trail);
    const sees = this.#seesRoutes(request);
    if (typeof sees === 'object') return unknown(trail, `sites/${site.id}`, [sees]);
    if (!sees && request.intent === 'express-route')
      trail.causes.push(source.at(source.kind === 'servers' ? 'seesRoutes' : 'steering'));
    return this.#route({ ...request, off }, site, sees, trail);
  }

  /** Whether the traffic enters the customer's network at all. */
  #enter(source: Source, trail: Trail): 'in' | Departure {
    if (source.population === 'inside') return 'in';
    const { vpn } = this.#topology.answers;
    const isTunnelled =
      source.plan === 'vpn-express-route' || (source.population === 'vpn' && source.plan === 'express-route');
    if (source.population === 'vpn' && vpn === undefined && !isTunnelled)
      return unknown(trail, source.id, [this.#topology.question.vpn]);
    if (
      (isTunnelled && vpn !== 'split' && vpn !== 'none') ||
      (source.population === 'vpn' && vpn === 'forced')
    ) {
      trail.hops.push({ node: source.id, reason: 'vpn-tunnel' });
      return 'in';
    }
    trail.hops.push({ node: source.id, reason: 'own-line' }, { node: 'internet', reason: 'over-internet' });
    trail.causes.push(
      source.at('path'),
      source.population === 'vpn' || source.plan === 'vpn-express-route'
        ? this.#topology.question.vpn
        : source.at('kind'),
    );
    return { ...trail, end: 'outside' };
  }

  #chooseProxy({
    source,
    destination,
    intent,
  }: Request): { reason: Reason; proxy?: NetworkProxy; values?: Hop['values'] } | { missing: FindingOrigin } {
    const { proxy, steering } = source;
    const seen = this.#topology.evidence.pac?.(source.id, destination.id);
    if (seen) {
      const { proxy: id, host, line, file, taken } = seen;
      const values = { host, line, file, taken };
      if (id === undefined) return { reason: 'pac-seen-direct', values };
      const seenProxy = this.#topology.proxies.get(id);
      // A proxy that the plan does not know leads nobody knows where.
      return seenProxy
        ? { reason: 'pac-seen-proxy', proxy: seenProxy, values }
        : { missing: source.at('proxy') };
    }
    const isForCircuit = intent === 'express-route' || intent === 'either';
    switch (steering) {
      case 'pac': {
        const { pacOrder } = this.#topology.answers;
        if (pacOrder === 'not-written') return { missing: this.#topology.question.pacOrder };
        // The broad rule first sends even internet-only names past the proxy.
        if (isForCircuit || pacOrder === 'broad-first') return { reason: 'pac-direct' };
        return proxy ? { reason: 'pac-proxy', proxy } : { missing: source.at('proxy') };
      }
      case 'explicit-proxy':
      case 'transparent-proxy':
        if (!proxy) return { missing: source.at('proxy') };
        return proxy.isBypassed && isForCircuit
          ? { reason: 'bypassed-proxy' }
          : { reason: 'explicit-proxy', proxy };
      case undefined:
        return isForCircuit ? { missing: source.at('steering') } : { reason: 'routed' };
      default:
        return { reason: 'routed' };
    }
  }

  #seesRoutes({ source, intent }: Request): boolean | FindingOrigin {
    const { propagation } = this.#topology.answers;
    if (propagation === 'edge-only') return false;
    if (source.kind === 'servers') {
      if (source.seesRoutes !== undefined) return source.seesRoutes;
      return propagation === 'everywhere' ? true : source.at('seesRoutes');
    }
    if (propagation === 'everywhere') return true;
    if (source.plan === 'internet') return false;
    return source.steering !== 'none' || intent === 'internet';
  }

  #throughProxy(request: Request, proxy: NetworkProxy, from: NetworkSite, trail: Trail): Departure {
    const { off, intent, source } = request;
    const node = `proxies/${proxy.id}`;
    trail.touched.push(node);
    trail.causes.push(proxy.egressOrigin);
    if (proxy.isCloud) {
      const way = reachableWay(from, off);
      const place = way.findIndex((site) => site.internetEdge !== undefined);
      const edge = way[place]?.internetEdge;
      const walk = walkUp(way, Math.max(0, place));
      trail.hops.push(...walk.hops);
      trail.touched.push(...walk.lines, ...(edge?.parts ?? []));
      if (edge && isEdgeDown(edge, off)) return unreachable(trail, `edges/${edge.id}`, 'edge-down');
      if (edge) trail.hops.push({ node: `edges/${edge.id}`, reason: 'over-internet' });
      if (off.has(node)) return unreachable(trail, node, 'proxy-down');
      trail.hops.push({ node, reason: 'proxy-cloud' });
      return { ...trail, end: 'outside' };
    }
    if (!proxy.site) return unknown(trail, node, [proxy.siteOrigin]);
    const walk = walkBetween(from, proxy.site, off);
    // Which line it was, its own walk says.
    trail.touched.push(...(walkBetween(from, proxy.site, nothingOff)?.lines ?? []));
    if (!walk) return unreachable(trail, `sites/${from.id}`, 'line-down');
    trail.hops.push(...walk.hops);
    if (off.has(node)) return unreachable(trail, node, 'proxy-down');
    const { egress } = proxy;
    if (egress === undefined) return unknown(trail, node, [proxy.egressOrigin]);
    const isToCircuit =
      egress === 'express-route' ||
      (egress === 'by-rule' && (intent === 'express-route' || intent === 'either'));
    trail.hops.push({ node, reason: isToCircuit ? 'proxy-express-route' : 'proxy-internet' });
    const allowed = egress !== 'express-route' && source.mayUseInternet;
    return this.#route(
      {
        ...request,
        source: { ...source, mayUseInternet: allowed, isUntranslated: false, pool: undefined },
      },
      proxy.site,
      isToCircuit,
      trail,
    );
  }

  #route(request: Request, from: NetworkSite, sees: boolean, trail: Trail): Departure {
    const { destination, need, off, intent } = request;
    if (sees && need) {
      const { routes, missing } = this.#routes.find(need, destination);
      const { chosen, isUnsaid } = chooseRoute(this.#topology, routes, from, off);
      if (chosen) {
        const { route, walk } = chosen;
        const preferred = this.#preferredInternet(from, route.localPreference, off);
        if (!preferred) {
          trail.hops.push(...walk.hops, {
            node: `sites/${walk.at.id}`,
            reason: route.shownAs.reason,
            values: route.shownAs.values,
          });
          trail.touched.push(...walk.lines, ...route.link.parts);
          return this.#leaveOverLink(request, route.link, walk.at, trail);
        }
        trail.touched.push(...route.link.parts);
        trail.hops.push({
          node: `sites/${from.id}`,
          reason: 'internet-preferred',
          values: { edge: preferred.name, preference: preferred.localPreference ?? 100 },
        });
      } else if (intent === 'express-route' && (missing.length > 0 || isUnsaid)) {
        // With the last route elsewhere gone, nobody needs to say how far it spreads.
        for (const { link } of isUnsaid ? routes : []) trail.touched.push(...link.parts);
        return unknown(
          trail,
          `sites/${from.id}`,
          missing.length > 0 ? missing : [this.#topology.question.propagation],
        );
      } else if (off.size > 0 && this.#topology.answers.hasStatics) {
        const before = chooseRoute(this.#topology, routes, from, nothingOff).chosen;
        if (before) {
          trail.touched.push(...before.walk.lines, ...before.route.link.parts);
          return unreachable(trail, `sites/${from.id}`, 'static-route');
        }
      }
    } else if (sees && intent === 'express-route') {
      trail.hops.push({ node: `sites/${from.id}`, reason: 'no-route' });
      if (need) trail.causes.push(...this.#routes.find(need, destination).absent);
    } else if (intent === 'express-route') {
      trail.hops.push({ node: `sites/${from.id}`, reason: 'not-steered' });
    }
    return this.#leaveOverInternet(request, from, trail);
  }

  /** An internet edge that learns the same prefixes wins when its preference is higher, or when nothing else decides. */
  #preferredInternet(
    from: NetworkSite,
    preference: number,
    off: ReadonlySet<string>,
  ): NetworkEdge | undefined {
    const edge = reachableWay(from, off).find((site) => site.internetEdge !== undefined)?.internetEdge;
    if (!edge || edge.learns === undefined || edge.learns === 'none' || isEdgeDown(edge, off))
      return undefined;
    if (edge.kind !== 'internet') return undefined;
    const own = edge.localPreference ?? 100;
    return own > preference || (own === preference && this.#topology.answers.ignoresPathLength)
      ? edge
      : undefined;
  }

  #leaveOverLink(request: Request, link: NetworkLink, site: NetworkSite, trail: Trail): Departure {
    const edge = link.edge as NetworkEdge;
    const worn = this.#wornAt(request, link.pools, `edges/${edge.id}`, trail, true);
    if ('end' in worn) return worn;
    trail.hops.push({ node: link.id, reason: 'over-circuit' });
    if (link.location !== undefined)
      trail.hops.push({ node: `locations/${link.location}`, reason: 'handed-over' });
    return { ...trail, end: 'link', link, site, worn: worn.worn };
  }

  #leaveOverInternet(request: Request, from: NetworkSite, trail: Trail): Departure {
    const { source, intent, off } = request;
    if (!source.mayUseInternet) {
      trail.causes.push(source.at('internetAllowed'));
      return unreachable(trail, `sites/${from.id}`, 'internet-forbidden');
    }
    if (intent === 'express-route' && this.#topology.answers.onFailure === 'fail-closed')
      return unreachable(trail, `sites/${from.id}`, 'fail-closed');
    const place = from.way.findIndex((site) => site.internetEdge !== undefined);
    const end = from.way[Math.max(0, place)] as NetworkSite;
    const walk = walkUp(from.way, Math.max(0, place));
    trail.touched.push(...walk.lines);
    if (walk.lines.some((line) => off.has(line))) return unreachable(trail, `sites/${from.id}`, 'line-down');
    const edge = end.internetEdge;
    if (!edge)
      return unknown(trail, `sites/${from.id}`, [this.#topology.cell('sites', from.id, 'internetEdge')]);
    trail.hops.push(...walk.hops, {
      node: `sites/${end.id}`,
      reason: 'default-route',
      values: { edge: edge.name },
    });
    trail.touched.push(...edge.parts);
    if (isEdgeDown(edge, off)) return unreachable(trail, `edges/${edge.id}`, 'edge-down');
    const worn = this.#wornAt(request, edge.internetPools, `edges/${edge.id}`, trail, false);
    if ('end' in worn) return worn;
    trail.hops.push({ node: 'internet', reason: 'over-internet' });
    return { ...trail, end: 'internet', edge, site: end, worn: worn.worn };
  }

  #wornAt(
    { source, off }: Request,
    pools: readonly NetworkPool[],
    node: string,
    trail: Trail,
    isCircuit: boolean,
  ): { worn: Worn[] } | Departure {
    if (source.isUntranslated) {
      if (source.subnets.length === 0) return unknown(trail, node, [source.at('subnets')]);
      if (source.publicSubnets.length === 0) {
        trail.causes.push(source.at('subnets'));
        return unreachable(trail, node, 'private-source');
      }
      trail.hops.push({ node, reason: 'untranslated' });
      return {
        worn: source.publicSubnets.flatMap((prefix) => this.#pieces(prefix, undefined, source.at('subnets'))),
      };
    }
    const own = source.pool && (isCircuit || source.pool.isInternet) ? [source.pool] : pools;
    const live = own.filter((pool) => !off.has(pool.id));
    trail.touched.push(...own.map((pool) => pool.id));
    if (own.length === 0) {
      const { pools: asked } = this.#topology.question;
      if (asked) return unknown(trail, node, [asked]);
      // Nobody advertises anything to Microsoft: whatever the addresses, the reply takes the internet.
      trail.hops.push({ node: 'internet', reason: 'over-internet' });
      return { ...trail, end: 'outside' };
    }
    if (live.length === 0) return unreachable(trail, node, 'pool-down');
    const refused = live.filter((pool) => pool.isPrivate);
    if (refused.length > 0) {
      trail.causes.push(...refused.map((pool) => pool.origin));
      return unreachable(trail, node, 'private-source');
    }
    const [subnet] = source.subnets;
    const pool = live.map(({ text }) => text).join(', ');
    trail.hops.push({
      node,
      reason: 'translated',
      values: { pool },
      translation: { before: subnet ? this.#firstOf(subnet) : source.name, after: pool },
    });
    return { worn: live.flatMap((one) => this.#wornFrom(one)) };
  }

  #firstOf(subnet: Prefix): string {
    let first = this.#firsts.get(subnet);
    if (first === undefined) {
      first = formatAddress(getFirstAddress(subnet));
      this.#firsts.set(subnet, first);
    }
    return first;
  }

  #wornFrom(pool: NetworkPool): readonly Worn[] {
    let worn = this.#worn.get(pool);
    if (!worn) {
      worn = this.#pieces(pool.prefix, pool, pool.origin);
      this.#worn.set(pool, worn);
    }
    return worn;
  }

  #pieces(prefix: Prefix, pool: NetworkPool | undefined, origin: FindingOrigin): Worn[] {
    return this.#replies.piecesOf(prefix).map((address) => ({
      address,
      text: formatAddress(address),
      pool,
      origin,
    }));
  }
}

const nothingOff: ReadonlySet<string> = new Set();

function unknown(trail: Trail, node: string, missing: readonly FindingOrigin[]): Departure {
  trail.hops.push({ node, reason: 'missing' });
  return { ...trail, end: 'unknown', missing };
}

function unreachable(trail: Trail, node: string, reason: Reason): Departure {
  trail.hops.push({ node, reason });
  return { ...trail, end: 'unreachable' };
}

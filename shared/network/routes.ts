/** Finds ways: from a site to an edge, and which edge has the best route to a destination. */
import type { FindingOrigin } from '../view.ts';
import { formatPrefix } from './prefix.ts';
import type {
  Destination,
  Need,
  NetworkCircuit,
  NetworkEdge,
  NetworkLink,
  NetworkSite,
  Topology,
} from './topology.ts';
import type { Hop } from './trace.ts';

/** A route to a need over one link, as the routers compare it. */
export type Route = {
  link: NetworkLink;
  edge: NetworkEdge;
  /** Of the prefix; routes known by their community only are taken to be as specific as any. */
  length: number;
  localPreference: number;
  pathLength: number;
  shownAs: { reason: 'route-community' | 'route-prefix'; values: Record<string, string | number> };
};

export type Routes = {
  routes: readonly Route[];
  missing: readonly FindingOrigin[];
  /** The cells for which circuits do not bring it. */
  absent: readonly FindingOrigin[];
};

const isSeen = ({ shownAs }: Route) => shownAs.reason === 'route-prefix';

const isDown = (parts: readonly string[], off: ReadonlySet<string>) =>
  off.size > 0 && parts.some((part) => off.has(part));

export function isLinkDown(link: NetworkLink, off: ReadonlySet<string>): boolean {
  return isDown(link.parts, off);
}

export function isEdgeDown(edge: NetworkEdge, off: ReadonlySet<string>): boolean {
  return isDown(edge.parts, off);
}

/** How far a way is still whole: the sites up to the first line that is down. */
export function reachableWay(site: NetworkSite, off: ReadonlySet<string>): readonly NetworkSite[] {
  if (off.size === 0) return site.way;
  const end = site.way.findIndex((one, place) => place < site.way.length - 1 && off.has(one.line ?? ''));
  return end < 0 ? site.way : site.way.slice(0, end + 1);
}

/** `at` is the site where it ends; what is decided there is the caller's to say. */
export type Walk = { hops: Hop[]; lines: string[]; at: NetworkSite };

/** From a site along its way to the site at that place of it. */
export function walkUp(way: readonly NetworkSite[], place: number): Walk {
  const hops: Hop[] = [];
  const lines: string[] = [];
  for (const [index, site] of way.slice(0, place).entries()) {
    const next = way[index + 1];
    hops.push({ node: `sites/${site.id}`, reason: 'to-hub', values: { hub: next?.name ?? '' } });
    if (site.line !== undefined) lines.push(site.line);
  }
  return { hops, lines, at: way[place] as NetworkSite };
}

const farAway = 1_000_000;

/** Where two ways meet, counted along each; undefined where only the core between the hubs joins them. */
function meetingOf(from: NetworkSite, to: NetworkSite): { up: number; down: number } | undefined {
  for (const [down, site] of to.way.entries()) {
    const up = from.way.indexOf(site);
    if (up >= 0) return { up, down };
  }
  return undefined;
}

/** How many sites lie between two, a core counting for very many; undefined when a line on the way is down. */
function distanceBetween(from: NetworkSite, to: NetworkSite, off: ReadonlySet<string>): number | undefined {
  const meeting = meetingOf(from, to);
  const up = meeting?.up ?? from.way.length - 1;
  const down = meeting?.down ?? to.way.length - 1;
  if (off.size > 0) {
    const isCut = (way: readonly NetworkSite[], end: number) =>
      way.slice(0, end).some((site) => off.has(site.line ?? ''));
    if (isCut(from.way, up) || isCut(to.way, down)) return undefined;
  }
  return up + down + (meeting ? 0 : farAway);
}

/** From one site to another: up to where the ways meet, else over the core between the hubs; undefined when a line is down. */
export function walkBetween(from: NetworkSite, to: NetworkSite, off: ReadonlySet<string>): Walk | undefined {
  if (distanceBetween(from, to, off) === undefined) return undefined;
  const meeting = meetingOf(from, to);
  const walk = walkUp(from.way, meeting?.up ?? from.way.length - 1);
  if (!meeting) walk.hops.push({ node: `sites/${walk.at.id}`, reason: 'to-core' });
  for (let place = meeting?.down ?? to.way.length - 1; place > 0; place -= 1) {
    const below = to.way[place - 1] as NetworkSite;
    const node = `sites/${(to.way[place] as NetworkSite).id}`;
    if (walk.hops.at(-1)?.node !== node)
      walk.hops.push({ node, reason: 'to-hub', values: { hub: below.name } });
    if (below.line !== undefined) walk.lines.push(below.line);
  }
  return { ...walk, at: to };
}

/** Keeps the routes to each need, so that a thousand flows to the same service ask once. */
export class RouteFinder {
  readonly #topology: Topology;
  readonly #known = new Map<string, Routes>();
  readonly #planned: ReadonlySet<string>;
  readonly #longest: number;

  constructor(topology: Topology) {
    this.#topology = topology;
    this.#planned = new Set(
      topology.destinations
        .filter((one) => one.plan === 'express-route' || one.plan === 'both')
        .flatMap((one) => one.needs.map((need) => need.key)),
    );
    this.#longest = topology.evidence.routes ? 128 : 0;
  }

  /** The routes to a need, the best first by everything but distance. */
  find(need: Need, destination: Destination | undefined): Routes {
    const key = destination && destination.addresses.length > 0 ? `${need.key} ${destination.id}` : need.key;
    let known = this.#known.get(key);
    if (!known) {
      known = this.#search(need, destination);
      this.#known.set(key, known);
    }
    return known;
  }

  #search(need: Need, destination: Destination | undefined): Routes {
    const routes: Route[] = [];
    const missing: FindingOrigin[] = [];
    const absent: FindingOrigin[] = [];
    for (const circuit of this.#topology.circuits) {
      const found = this.#routesOver(circuit, need, destination);
      if ('missing' in found) missing.push(found.missing);
      else if ('absent' in found) absent.push(found.absent);
      else routes.push(...found.routes);
    }
    if (this.#topology.circuits.length === 0) missing.push(this.#topology.question.circuits);
    const seenLengths = routes.filter(isSeen).map((route) => route.length);
    // What nobody has looked at yet is taken to be as specific as what was seen, not more.
    if (seenLengths.length > 0)
      for (const route of routes) if (!isSeen(route)) route.length = Math.max(...seenLengths);
    const { ignoresPathLength } = this.#topology.answers;
    routes.sort(
      (one, other) =>
        other.length - one.length ||
        other.localPreference - one.localPreference ||
        (ignoresPathLength ? 0 : one.pathLength - other.pathLength),
    );
    return { routes, missing, absent };
  }

  #routesOver(
    circuit: NetworkCircuit,
    need: Need,
    destination: Destination | undefined,
  ): { routes: Route[] } | { missing: FindingOrigin } | { absent: FindingOrigin } {
    if (this.#topology.seenCircuits.has(circuit.id) && destination && destination.addresses.length > 0)
      return { routes: this.#seenRoutes(circuit, destination) };
    if (need.community === null) return { absent: circuit.origin };
    if (!circuit.reaches(need)) return { absent: circuit.skuOrigin };
    const { accepts } = circuit;
    if (accepts === 'nothing') return { absent: circuit.origin };
    if (accepts !== 'everything' && 'missing' in accepts) return accepts;
    if (accepts !== 'everything' && !accepts.communities.has(need.community))
      return { absent: circuit.origin };
    const withoutEdge = circuit.links.find((link) => link.edge === undefined);
    const routes = circuit.links.flatMap((link): Route[] => {
      const { edge } = link;
      if (!edge || edge.learns === 'none') return [];
      // A filtering edge is taken to keep what the plan puts on ExpressRoute, and nothing else.
      if (edge.learns === 'filtered' && !this.#planned.has(need.key)) return [];
      const localPreference = this.#preferenceOf(circuit, edge);
      const values = {
        community: need.community ?? '',
        circuit: circuit.name,
        preference: localPreference,
      };
      return [
        {
          link,
          edge,
          length: this.#longest,
          localPreference,
          pathLength: 1,
          shownAs: { reason: 'route-community', values },
        },
      ];
    });
    if (routes.length > 0) return { routes };
    if (withoutEdge) return { missing: withoutEdge.edgeOrigin };
    const edge = circuit.links[0]?.edge?.id ?? '';
    return { absent: this.#topology.cell('edges', edge, 'learnsRoutes') };
  }

  #preferenceOf(circuit: NetworkCircuit, edge: NetworkEdge): number {
    const raised = this.#topology.answers.preference === 'raised' ? 150 : 100;
    return circuit.localPreference ?? edge.localPreference ?? raised;
  }

  #seenRoutes(circuit: NetworkCircuit, destination: Destination): Route[] {
    return destination.addresses.flatMap((address): Route[] => {
      const matches = this.#topology.received.lookupAll(address).reverse();
      for (const { prefix, value } of matches) {
        const seen = value.find((route) => route.circuit === circuit.id);
        if (!seen) continue;
        return circuit.links.flatMap((link): Route[] => {
          if (!link.edge) return [];
          const localPreference = seen.localPreference ?? this.#preferenceOf(circuit, link.edge);
          const values = {
            prefix: formatPrefix(prefix),
            circuit: circuit.name,
            preference: localPreference,
            ...seen.seen,
          };
          return [
            {
              link,
              edge: link.edge,
              length: prefix.length,
              localPreference,
              pathLength: seen.pathLength ?? 1,
              shownAs: { reason: 'route-prefix', values },
            },
          ];
        });
      }
      return [];
    });
  }
}

export type ChosenRoute = { route: Route; walk: Walk };

/**
 * The best route that can be reached from a site, the nearest of equal ones. Routes at other hubs' edges count only where
 * routes are said to spread; `isUnsaid` tells that nobody has said it and it would have mattered.
 */
export function chooseRoute(
  topology: Topology,
  routes: readonly Route[],
  from: NetworkSite,
  off: ReadonlySet<string>,
): { chosen: ChosenRoute | undefined; isUnsaid: boolean } {
  const way = reachableWay(from, off);
  const { propagation, ignoresPathLength } = topology.answers;
  const isSpread = propagation === 'everywhere' || propagation === 'some-segments';
  let best: { route: Route; place: number; distance: number } | undefined;
  let isUnsaid = false;
  for (const route of routes) {
    if (best && isBehind(route, best.route, ignoresPathLength)) break;
    if (best?.distance === 0) continue;
    const { edge } = route;
    if (isLinkDown(route.link, off)) continue;
    const place = way.findIndex((site) => site.expressRouteEdge === edge || site === edge.site);
    if (place < 0 && !isSpread) {
      isUnsaid ||= propagation === undefined;
      continue;
    }
    const distance = place >= 0 ? place : distanceOver(from, edge, way, off);
    if (distance !== undefined && (!best || distance < best.distance)) best = { route, place, distance };
  }
  if (!best) return { chosen: undefined, isUnsaid };
  const { route, place } = best;
  const { site } = route.edge;
  const walk =
    place >= 0 || !site ? walkUp(way, place >= 0 ? place : way.length - 1) : walkBetween(from, site, off);
  return { chosen: walk && { route, walk }, isUnsaid: false };
}

function distanceOver(
  from: NetworkSite,
  { site }: NetworkEdge,
  way: readonly NetworkSite[],
  off: ReadonlySet<string>,
): number | undefined {
  if (site) return distanceBetween(from, site, off);
  // An edge at no site in particular: somewhere in the core, for whoever reaches it.
  return way.length === from.way.length ? farAway : undefined;
}

function isBehind(route: Route, best: Route, ignoresPathLength: boolean): boolean {
  return (
    route.length < best.length ||
    route.localPreference < best.localPreference ||
    (!ignoresPathLength && route.pathLength > best.pathLength)
  );
}

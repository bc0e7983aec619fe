/**
 * The common case of a sound plan, seen without walking it: inside the network, steered to a circuit whose pools Microsoft
 * answers over the same circuit. It says yes only where the walk would.
 */
import type { ReplyFinder } from './replies.ts';
import { chooseRoute, type RouteFinder } from './routes.ts';
import { nothingOff, type Simulator } from './simulate.ts';
import type { SourceKinds } from './source-kinds.ts';
import type { Destination, Need, NetworkLink, NetworkSite, Source, Topology } from './topology.ts';

export class Shortcut {
  readonly #topology: Topology;
  readonly #routes: RouteFinder;
  readonly #replies: ReplyFinder;
  readonly #isOpen: boolean;
  readonly #kinds: SourceKinds;
  readonly #links = new Map<string, Map<string, NetworkLink | undefined>>();
  readonly #answered = new Map<NetworkLink, boolean>();

  constructor({ topology, routes, replies }: Simulator, kinds: SourceKinds) {
    this.#kinds = kinds;
    this.#topology = topology;
    this.#routes = routes;
    this.#replies = replies;
    const { pacOrder, propagation } = topology.answers;
    const competes = [...topology.edges.values()].some(
      (edge) => edge.kind === 'internet' && edge.learns !== undefined && edge.learns !== 'none',
    );
    this.#isOpen =
      !competes && pacOrder !== 'not-written' && propagation !== 'edge-only' && !topology.evidence.pac;
  }

  isSurelyGood(source: Source, destination: Destination): boolean {
    const { site } = source;
    if (!this.#isOpen || !site || source.population !== 'inside' || source.plan !== 'express-route')
      return false;
    if (source.isUntranslated || source.pool || (source.steering !== 'routing' && source.steering !== 'pac'))
      return false;
    if (source.kind === 'servers' && source.seesRoutes !== true) return false;
    if (destination.plan === undefined || (destination.plan === 'internet' && source.steering !== 'routing'))
      return false;
    if (destination.needs.length === 0 || destination.missing.length > 0 || destination.isInternetOnly)
      return false;
    if (destination.addresses.length > 0) return false;
    const place = this.#kinds.placeOf(site);
    return destination.needs.every((need) => {
      const link = this.#linkFor(site, place, need);
      return link !== undefined && this.#isAnswered(link);
    });
  }

  #linkFor(site: NetworkSite, place: string, need: Need): NetworkLink | undefined {
    const known = this.#links.get(place) ?? new Map<string, NetworkLink | undefined>();
    this.#links.set(place, known);
    if (!known.has(need.key)) {
      const { routes } = this.#routes.find(need, undefined);
      known.set(need.key, chooseRoute(this.#topology, routes, site, nothingOff).chosen?.route.link);
    }
    return known.get(need.key);
  }

  /** Whatever is asked for: which of other circuits Microsoft would take depends on it, but then it is another one. */
  #isAnswered(link: NetworkLink): boolean {
    let isAnswered = this.#answered.get(link);
    if (isAnswered === undefined) {
      const addresses = link.pools.flatMap((pool) => this.#replies.piecesOf(pool.prefix));
      isAnswered =
        addresses.length > 0 &&
        addresses.every((address) => {
          const arrival = this.#replies.find({ address, need: undefined, askedOver: link }, nothingOff);
          return arrival.kind === 'express-route' && arrival.link.circuit === link.circuit;
        });
      this.#answered.set(link, isAnswered);
    }
    return isAnswered;
  }
}

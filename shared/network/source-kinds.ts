/** Tells which sources fare alike, so that what one of them reaches soundly need not be walked for the others. */
import type { NetworkSite, Source, Topology } from './topology.ts';

export class SourceKinds {
  readonly #topology: Topology;
  /** Sites that an edge or a proxy stands at, or that other sites' traffic passes. */
  readonly #busy: ReadonlySet<NetworkSite>;
  readonly #isEveryEdgePlaced: boolean;
  readonly #sound = new Map<string, Set<unknown>>();

  constructor(topology: Topology) {
    this.#topology = topology;
    const busy = new Set<NetworkSite>();
    for (const { site } of [...topology.edges.values(), ...topology.proxies.values()])
      if (site) busy.add(site);
    for (const { way } of topology.sites.values()) for (const site of way.slice(1)) busy.add(site);
    this.#busy = busy;
    this.#isEveryEdgePlaced = [...topology.edges.values()].every(
      (edge) => edge.links.length === 0 || edge.site !== undefined,
    );
  }

  /** What sources of this kind are known to reach, kept together for all of them; callers add to it. */
  soundFor(source: Source): Set<unknown> {
    const key = this.kindOf(source);
    let sound = this.#sound.get(key);
    if (!sound) {
      sound = new Set();
      this.#sound.set(key, sound);
    }
    return sound;
  }

  /** All that decides how a walk from there ends; names and rows do not. Whose own line is lost has to be asked besides. */
  kindOf(source: Source): string {
    // What a PAC file says is known for each group by itself, and untranslated traffic wears addresses of its own.
    if (source.isUntranslated || this.#topology.evidence.pac) return source.id;
    const { kind, population, plan, steering, seesRoutes, mayUseInternet, proxy, pool, site } = source;
    const where = site && this.placeOf(site);
    return [kind, population, plan, steering, seesRoutes, mayUseInternet, proxy?.id, pool?.id, where].join(
      '\n',
    );
  }

  /** The line that nobody but the sources of a site passes: its loss is all that sources of a kind do not share. */
  ownLineOf(site: NetworkSite | undefined): string | undefined {
    return site && !this.#busy.has(site) ? site.line : undefined;
  }

  /** Sites at the ends of the network that are tied to it alike; one without edges of its own is like its hub. */
  placeOf(site: NetworkSite): string {
    if (this.#busy.has(site)) return site.id;
    const [, hub] = site.way;
    const { internetEdge, expressRouteEdge } = site;
    if (hub && !internetEdge && !expressRouteEdge && this.#isEveryEdgePlaced && goesOn(site, hub))
      return this.placeOf(hub);
    return [hub?.id, internetEdge?.id, expressRouteEdge?.id].join('>');
  }
}

/** Not where the ways are cut because they are too long. */
function goesOn(site: NetworkSite, hub: NetworkSite): boolean {
  return site.way.length - 1 === hub.way.length && hub.way.every((one, place) => one === site.way[place + 1]);
}

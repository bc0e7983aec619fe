/** How much each line carries when parts are off: the sites' peaks, led along the ways that the simulation finds. */
import { sumOf } from '../assess/load.ts';
import type { Flow } from './flow.ts';
import { isLinkDown } from './routes.ts';
import { nothingOff, type Simulator } from './simulate.ts';
import type { Destination, NetworkSite, Source, Topology } from './topology.ts';
import type { Trace } from './trace.ts';

export type PathLoad = {
  part: string;
  /** In Mbps, in the busier direction. */
  load: number;
  capacity: number | undefined;
  isOver: boolean;
};

/** Sites that go the same way towards Microsoft, from the first of them that has an edge or a choice. */
type Stream = {
  members: readonly Member[];
  /** All that its members stand behind. */
  lines: ReadonlySet<string>;
  peak: number;
  ways: readonly StreamWay[];
};
/** A site and the lines between it and where its stream begins. */
type Member = { site: NetworkSite; lines: readonly string[] };
/** `carried` is what its load comes over: the first carrier, and the lines between sites. */
type StreamWay = { flow: Flow; share: number; normal: Trace; carried: readonly string[] };

export class PathCapacity {
  readonly #simulator: Simulator;
  readonly #streams: readonly Stream[];
  readonly #capacities: ReadonlyMap<string, number>;
  /** What each line carries with nothing off, but for what circuits carry besides. */
  readonly #usual: ReadonlyMap<string, number>;
  /** Those of them that it is too much for. */
  readonly #usuallyOver: readonly string[];
  readonly #leaning = new Map<string, Set<Stream>>();

  constructor(simulator: Simulator) {
    this.#simulator = simulator;
    this.#streams = streamsOf(simulator);
    this.#capacities = capacitiesOf(simulator.topology);
    const usual = new Map<string, number>();
    this.#usual = usual;
    for (const stream of this.#streams) {
      for (const { site, lines } of stream.members) this.#add(usual, lines, site.peak ?? 0);
      for (const { carried, share } of stream.ways) this.#add(usual, carried, stream.peak * share);
      for (const line of stream.lines) this.#lean(stream, line);
      for (const { normal } of stream.ways) for (const part of normal.touched) this.#lean(stream, part);
    }
    this.#usuallyOver = [...usual.keys()].filter((part) => this.#isOver(part, usual));
  }

  /** What each line carries; lines that carry nothing are left out. Only what leans on a part that is off is led anew. */
  loads(off: ReadonlySet<string> = nothingOff): PathLoad[] {
    const changed = this.#changed(off);
    return [...new Set([...this.#usual.keys(), ...changed.keys()])]
      .map((part) => this.#load(part, changed))
      .filter(({ load }) => load > 0);
  }

  /** Only those that carry more than they can, without asking the hundreds of lines that a loss changes nothing for. */
  overloads(off: ReadonlySet<string>): PathLoad[] {
    const changed = this.#changed(off);
    const over = new Set([
      ...this.#usuallyOver.filter((part) => !changed.has(part)),
      ...[...changed.keys()].filter((part) => this.#isOver(part, changed)),
    ]);
    // In the order of all loads.
    const known = over.size > 1 ? [...this.#usual.keys()].filter((part) => over.has(part)) : [];
    return [...new Set([...known, ...over])].map((part) => this.#load(part, changed));
  }

  /** What those lines carry that do not carry what they usually do. */
  #changed(off: ReadonlySet<string>): Map<string, number> {
    const changed = new Map<string, number>();
    const parts = [...off];
    const leaning = new Set(parts.flatMap((part) => [...(this.#leaning.get(part) ?? [])]));
    for (const stream of leaning.size === 0 ? [] : this.#streams) {
      if (!leaning.has(stream)) continue;
      const { members, lines: all, peak, ways } = stream;
      const cut = parts.some((part) => all.has(part))
        ? members.filter(({ lines }) => lines.some((line) => off.has(line)))
        : [];
      for (const { site, lines } of cut) this.#add(changed, lines, -(site.peak ?? 0));
      const left = peak - sumOf(cut, ({ site }) => site.peak);
      for (const { flow, share, normal, carried } of ways) {
        const isSame = parts.every((part) => !normal.touched.has(part));
        if (isSame && cut.length === 0) continue;
        this.#add(changed, carried, -peak * share);
        const { topology } = this.#simulator;
        const now = isSame ? carried : carriedOn(topology, this.#simulator.trace(flow, off));
        this.#add(changed, now, left * share);
      }
    }
    for (const { links, otherLoad = 0 } of this.#simulator.topology.circuits) {
      if (otherLoad === 0) continue;
      const live = links.filter((link) => !isLinkDown(link, off));
      // What is left over from taking away fractions must not make an empty link the heavier one.
      const load = ({ id }: { id: string }) => rounded(this.#sum(id, changed));
      const [first] = live.sort((one, other) => load(other) - load(one));
      if (first) this.#add(changed, [first.id], otherLoad);
    }
    return changed;
  }

  #sum(part: string, changed: ReadonlyMap<string, number>): number {
    return changed.get(part) ?? this.#usual.get(part) ?? 0;
  }

  #add(sums: Map<string, number>, parts: readonly string[], load: number): void {
    if (load !== 0) for (const part of parts) sums.set(part, this.#sum(part, sums) + load);
  }

  #lean(stream: Stream, part: string): void {
    const leaning = this.#leaning.get(part);
    if (leaning) leaning.add(stream);
    else this.#leaning.set(part, new Set([stream]));
  }

  #load(part: string, changed: ReadonlyMap<string, number>): PathLoad {
    const load = rounded(this.#sum(part, changed));
    const capacity = this.#capacities.get(part);
    return { part, load, capacity, isOver: capacity !== undefined && load > capacity };
  }

  #isOver(part: string, changed: ReadonlyMap<string, number>): boolean {
    const capacity = this.#capacities.get(part);
    return capacity !== undefined && rounded(this.#sum(part, changed)) > capacity;
  }
}

function rounded(load: number): number {
  return Math.round(load * 10) / 10;
}

function carriedOn({ sites }: Topology, { carriers: [first], request }: Trace): string[] {
  if (first === undefined) return [];
  const lines = request.flatMap((hop, place) => {
    if (!hop.node.startsWith('sites/')) return [];
    const site = sites.get(hop.node.slice('sites/'.length));
    const next = request[place + 1]?.node;
    return site?.line !== undefined && site.line === `${hop.node}>${next}` ? [site.line] : [];
  });
  return [first, ...lines];
}

function capacitiesOf(topology: Topology): Map<string, number> {
  const capacities = new Map<string, number>();
  const set = (part: string | undefined, value: number | undefined) => {
    if (part !== undefined && value !== undefined) capacities.set(part, value);
  };
  for (const circuit of topology.circuits) for (const link of circuit.links) set(link.id, circuit.bandwidth);
  for (const edge of topology.edges.values()) set(`edges/${edge.id}`, edge.bandwidth);
  for (const site of topology.sites.values()) set(site.line, site.wan);
  return capacities;
}

function streamsOf(simulator: Simulator): Stream[] {
  const { topology } = simulator;
  const groups = new Map<string, { from: NetworkSite; rides: boolean; members: Member[] }>();
  for (const site of topology.sites.values()) {
    if (site.peak === undefined || site.path === undefined) continue;
    const place = site.way.findIndex((one) => one.internetEdge || one.expressRouteEdge);
    const above = site.way.slice(0, Math.max(0, place));
    const from = site.way[above.length] as NetworkSite;
    const rides = site.path !== 'internet';
    const key = `${from.id} ${rides}`;
    const group = groups.get(key) ?? { from, rides, members: [] };
    group.members.push({ site, lines: above.flatMap((one) => one.line ?? []) });
    groups.set(key, group);
  }
  return [...groups.values()].map(({ from, rides, members }) => {
    const wanted = topology.destinations.filter(
      (one) => (one.plan === 'express-route' || one.plan === 'both') === rides && !one.isInternetOnly,
    );
    const [first] = topology.destinations;
    const chosen = wanted.length > 0 ? wanted : first && !rides ? [first] : [];
    const weights = chosen.map((one) => one.peak ?? 1);
    const total = weights.reduce((sum, weight) => sum + weight, 0) || 1;
    const ways = new Map<string, StreamWay>();
    for (const [place, destination] of chosen.entries()) {
      const flow = flowFrom(from, rides, destination);
      const key = simulator.keyOf(flow);
      const share = (weights[place] ?? 0) / total;
      const known = ways.get(key);
      if (known) {
        ways.set(key, { ...known, share: share + known.share });
        continue;
      }
      const normal = simulator.trace(flow);
      ways.set(key, { flow, share, normal, carried: carriedOn(topology, normal) });
    }
    const lines = new Set(members.flatMap((member) => member.lines));
    return { members, lines, peak: sumOf(members, ({ site }) => site.peak), ways: [...ways.values()] };
  });
}

/** All people of a site as one source: its peak is that of all of them. */
export function flowFrom(site: NetworkSite, rides: boolean, destination: Destination): Flow {
  const id = `peak/${site.id}/${rides}`;
  const source: Source = {
    id,
    name: site.name,
    kind: 'clients',
    population: 'inside',
    site,
    users: undefined,
    plan: rides ? 'express-route' : 'internet',
    steering: 'routing',
    proxy: undefined,
    seesRoutes: undefined,
    pool: undefined,
    isUntranslated: false,
    subnets: [],
    publicSubnets: [],
    mayUseInternet: true,
    at: () => destination.origin,
    calls: () => true,
  };
  return {
    id: `${id}>${destination.id}`,
    from: id,
    to: destination.id,
    protocol: destination.protocol,
    opens: 'you',
    source,
    destination,
  };
}

/** How much each line carries when parts are off: the sites' peaks, led along the ways that the simulation finds. */
import { sumOf } from '../assess/load.ts';
import type { Flow } from './flow.ts';
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
type StreamWay = { flow: Flow; share: number; normal: Trace };

export class PathCapacity {
  readonly #simulator: Simulator;
  readonly #streams: readonly Stream[];
  readonly #capacities: ReadonlyMap<string, number>;
  readonly #normal: ReadonlyMap<string, number>;

  constructor(simulator: Simulator) {
    this.#simulator = simulator;
    this.#streams = streamsOf(simulator);
    this.#capacities = capacitiesOf(simulator.topology);
    const normal = new Map<string, number>();
    for (const stream of this.#streams) {
      for (const { site, lines } of stream.members)
        for (const line of lines) add(normal, line, site.peak ?? 0);
      for (const { normal: trace, share } of stream.ways) this.#carry(normal, trace, stream.peak * share);
    }
    this.#normal = normal;
  }

  /** What each line carries; lines that carry nothing are left out. Only what leans on a part that is off is led anew. */
  loads(off: ReadonlySet<string> = nothingOff): PathLoad[] {
    return [...this.#sums(off)].flatMap(([part, exact]) => {
      const load = rounded(exact);
      const capacity = this.#capacities.get(part);
      return load <= 0 ? [] : [{ part, load, capacity, isOver: isOver(load, capacity) }];
    });
  }

  /** Only those that carry more than they can: of hundreds of lines, for each of hundreds of losses. */
  overloads(off: ReadonlySet<string>): PathLoad[] {
    const over: PathLoad[] = [];
    for (const [part, exact] of this.#sums(off)) {
      const capacity = this.#capacities.get(part);
      if (capacity === undefined) continue;
      const load = rounded(exact);
      if (isOver(load, capacity)) over.push({ part, load, capacity, isOver: true });
    }
    return over;
  }

  #sums(off: ReadonlySet<string>): Map<string, number> {
    const loads = new Map(this.#normal);
    const parts = [...off];
    for (const { members, lines: all, peak, ways } of off.size === 0 ? [] : this.#streams) {
      const cut = parts.some((part) => all.has(part))
        ? members.filter(({ lines }) => lines.some((line) => off.has(line)))
        : [];
      for (const { site, lines } of cut) for (const line of lines) add(loads, line, -(site.peak ?? 0));
      const left = peak - sumOf(cut, ({ site }) => site.peak);
      for (const { flow, share, normal } of ways) {
        const isSame = parts.every((part) => !normal.touched.has(part));
        if (isSame && cut.length === 0) continue;
        this.#carry(loads, normal, -peak * share);
        this.#carry(loads, isSame ? normal : this.#simulator.trace(flow, off), left * share);
      }
    }
    for (const circuit of this.#simulator.topology.circuits) {
      const links = circuit.links.filter((link) => !link.parts.some((part) => off.has(part)));
      const [carrying] = links.sort((one, other) => (loads.get(other.id) ?? 0) - (loads.get(one.id) ?? 0));
      add(loads, carrying?.id, circuit.otherLoad ?? 0);
    }
    return loads;
  }

  #carry(loads: Map<string, number>, trace: Trace, load: number): void {
    const [first] = trace.carriers;
    if (first === undefined || load === 0) return;
    add(loads, first, load);
    for (const line of linesOf(this.#simulator.topology, trace)) add(loads, line, load);
  }
}

function rounded(load: number): number {
  return Math.round(load * 10) / 10;
}

function isOver(load: number, capacity: number | undefined): boolean {
  return capacity !== undefined && load > capacity;
}

function add(loads: Map<string, number>, part: string | undefined, load: number): void {
  if (part !== undefined && load !== 0) loads.set(part, (loads.get(part) ?? 0) + load);
}

/** The lines a request passes between sites. */
function linesOf({ sites }: Topology, { request }: Trace): string[] {
  return request.flatMap((hop, place) => {
    if (!hop.node.startsWith('sites/')) return [];
    const site = sites.get(hop.node.slice('sites/'.length));
    const next = request[place + 1]?.node;
    return site?.line !== undefined && site.line === `${hop.node}>${next}` ? [site.line] : [];
  });
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
      ways.set(key, {
        flow,
        share: share + (known?.share ?? 0),
        normal: known?.normal ?? simulator.trace(flow),
      });
    }
    const lines = new Set(members.flatMap((member) => member.lines));
    return { members, lines, peak: sumOf(members, ({ site }) => site.peak), ways: [...ways.values()] };
  });
}

/** All people of a site as one source: its peak is that of all of them. */
function flowFrom(site: NetworkSite, rides: boolean, destination: Destination): Flow {
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

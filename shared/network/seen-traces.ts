/**
 * Holds kept traces against the way each flow is walked. What answered shows where a packet went; what kept silent shows
 * nothing, and neither does a trace from a place that nobody knows, or of a flow that a proxy carries.
 */
import { current } from '../assess/evidence-circuits.ts';
import type { EvidencePiece } from '../assess/evidence-pieces.ts';
import { microsoftPeerings } from '../assess/planned.ts';
import type { Reader } from '../assess/reader.ts';
import type { EvidenceKind } from '../evidence/evidence.ts';
import type { TraceRecord } from '../evidence/tools/records.ts';
import { type Address, formatAddress, parseAddress } from './address.ts';
import type { Flow } from './flow.ts';
import { containsAddress } from './prefix.ts';
import { isHostOf } from './service-hosts.ts';
import type { Simulator } from './simulate.ts';
import type { Destination, Source, Topology } from './topology.ts';
import { knowsAllEnds, placeKinds, type TracePlace, TracePlaces } from './trace-places.ts';
import { walkOf } from './walk.ts';

export const traceKinds = ['trace', ...placeKinds] as const satisfies readonly EvidenceKind[];

/** Where a trace went: past what answered at this hop, or past no end of a circuit though everybody answered. */
export type TraceSign = (TracePlace & { hop: number; address: string }) | { kind: 'no-end' };

type ClientFlow = Extract<Flow, { opens: 'you' }>;

/** What one trace says of the flows it may speak of; the ways are parts that carry them, as they are walked. */
export type SeenTrace = {
  piece: EvidencePiece<'trace'>;
  sign: TraceSign;
  destination: Destination;
  flows: readonly ClientFlow[];
  ways: readonly string[];
  agrees: boolean;
};

/** One run of the tool: its hops, from the first on. */
type Run = { piece: EvidencePiece<'trace'>; hops: TraceRecord[] };

export function readTraces(project: Reader): SeenTrace[] {
  const runs = current(project, 'trace').flatMap(runsOf);
  if (runs.length === 0) return [];
  const { simulator, flows } = walkOf(project);
  const peerings = project.once(microsoftPeerings);
  const places = new TracePlaces(project, peerings);
  const clients = flows.filter((flow) => flow.opens === 'you');
  return runs.flatMap((run) => {
    const destinations = destinationsOf(project, simulator.topology, run);
    const sources = destinations.length === 0 ? [] : sourcesOf(simulator.topology, run);
    return destinations.flatMap((destination): SeenTrace[] => {
      const own = clients.filter((flow) => flow.destination === destination && sources.includes(flow.source));
      const sign = signOf(run, places, (family) => knowsAllEnds(peerings, family), destination);
      const seen = sign && judge(project, simulator, own, sign);
      return seen ? [{ piece: run.piece, sign, destination, flows: own, ...seen }] : [];
    });
  });
}

function runsOf(piece: EvidencePiece<'trace'>): Run[] {
  const runs: Run[] = [];
  for (const record of piece.records) {
    const last = runs.at(-1)?.hops.at(-1);
    if (last && last.target === record.target && last.hop <= record.hop) runs.at(-1)?.hops.push(record);
    else runs.push({ piece, hops: [record] });
  }
  return runs;
}

const addressOf = (text: string | null | undefined): Address | undefined => {
  const parsed = parseAddress(text ?? '');
  return parsed.ok ? parsed.value : undefined;
};

/** The addresses that the target surely had. */
function targetAddresses({ hops: [first] }: Run, destination?: Destination): string[] {
  const own = [first?.target, first?.targetAddress].flatMap((text) => addressOf(text) ?? []);
  return [...own, ...(destination?.addresses ?? [])].map(formatAddress);
}

function destinationsOf(project: Reader, { destinations }: Topology, run: Run): Destination[] {
  const name = run.hops[0]?.target?.toLowerCase().replace(/\.$/, '') ?? '';
  const addresses = targetAddresses(run);
  return destinations.filter(
    (one) =>
      isHostOf(project, name, one.service, one.region) ||
      one.addresses.some((address) => addresses.includes(formatAddress(address))),
  );
}

/** Who may have taken it: whoever is at the site that was named, else those in whose network the first router stands. */
function sourcesOf({ sources }: Topology, { piece, hops }: Run): Source[] {
  const inside = sources.filter(({ population }) => population === 'inside');
  const { site } = piece.about;
  const near = site === undefined ? inside : inside.filter((one) => one.site?.id === site);
  const gateways = hops.flatMap(({ hop, address }) => (hop === 1 ? (addressOf(address) ?? []) : []));
  const [gateway] = gateways;
  const lengthOf = (source: Source) =>
    Math.max(
      -1,
      ...source.subnets.flatMap((prefix) =>
        gateway && containsAddress(prefix, gateway) ? [prefix.length] : [],
      ),
    );
  const longest = gateways.length === 1 ? Math.max(-1, ...near.map(lengthOf)) : -1;
  if (longest >= 0) return near.filter((source) => lengthOf(source) === longest);
  return site === undefined ? [] : near;
}

function signOf(
  run: Run,
  places: TracePlaces,
  knowsAll: (family: Address['family']) => boolean,
  destination: Destination,
): TraceSign | undefined {
  const found = run.hops.flatMap(({ hop, address: text }): Exclude<TraceSign, { kind: 'no-end' }>[] => {
    const address = addressOf(text);
    const place = address && places.find(address);
    return address && place ? [{ ...place, hop, address: formatAddress(address) }] : [];
  });
  const [first] = found;
  // Packets of one trace may be spread over several ways; then it shows none of them.
  if (first) return found.every((one) => isAt(one, first)) ? first : undefined;
  const last = addressOf(run.hops.at(-1)?.address);
  const isWhole =
    last !== undefined &&
    knowsAll(last.family) &&
    targetAddresses(run, destination).includes(formatAddress(last)) &&
    answeredAll(run.hops);
  return isWhole ? { kind: 'no-end' } : undefined;
}

const isAt = (one: TracePlace, other: TracePlace) =>
  one.kind === 'circuit'
    ? other.kind === 'circuit' && one.circuit === other.circuit
    : other.kind === 'edge' && one.edge === other.edge;

function answeredAll(hops: readonly TraceRecord[]): boolean {
  const answered = new Set(hops.flatMap(({ hop, address }) => (address === null ? [] : [hop])));
  return answered.size === hops.at(-1)?.hop && hops.every(({ address }) => address !== null);
}

/** Nothing where one of the flows may go as the trace does and another not: nobody knows whose it was. */
function judge(
  project: Reader,
  simulator: Simulator,
  flows: readonly ClientFlow[],
  sign: TraceSign,
): { ways: string[]; agrees: boolean } | undefined {
  const ways = flows.map((flow) => wayOf(simulator, flow));
  if (ways.length === 0 || ways.some((way) => way === undefined)) return undefined;
  const known = ways as readonly (readonly string[])[];
  const agreeing = known.filter((way) => goesSo(sign, way));
  const all = [...new Set(known.flat())];
  if (agreeing.length === known.length)
    return sign.kind === 'no-end' ? undefined : { ways: all, agrees: true };
  if (agreeing.length > 0) return undefined;
  // What is not built yet cannot carry anything: that is no contradiction.
  const isBuilt = sign.kind === 'circuit' || all.every((way) => mayCarry(project, way));
  return isBuilt ? { ways: all, agrees: false } : undefined;
}

/** The parts that carry it; undefined where it does not arrive, or is carried by a proxy, whose way no trace from a client shows. */
function wayOf(simulator: Simulator, flow: ClientFlow): readonly string[] | undefined {
  const { verdict, request, carriers } = simulator.trace(flow);
  const isProxied = request.some(({ node }) => node.startsWith('proxies/'));
  return verdict === 'unknown' || isProxied || carriers.length === 0 ? undefined : carriers;
}

function goesSo(sign: TraceSign, way: readonly string[]): boolean {
  if (sign.kind === 'edge') return way.includes(`edges/${sign.edge}`);
  const start = sign.kind === 'no-end' ? 'edges/' : `circuits/${sign.circuit}/`;
  return way.some((part) => part.startsWith(start));
}

function mayCarry(project: Reader, way: string): boolean {
  const circuit = /^circuits\/(.+)\/[a-z]+$/.exec(way)?.[1];
  if (circuit === undefined) return true;
  const provisioning = project.row('circuits', circuit)?.provisioning;
  return provisioning === undefined
    ? project.choice('scope.today.stage') === 'running'
    : provisioning === 'provisioned';
}

/** What people call the circuits or edges of a way. */
export function namesOfWays(project: Reader, ways: readonly string[]): string[] {
  const names = ways.map((way) => {
    const [table, id = ''] = way.split('/');
    return project.nameOf(table === 'edges' ? 'edges' : 'circuits', id);
  });
  return [...new Set(names)];
}

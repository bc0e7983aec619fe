/** Finds the flows that end badly, without telling each good one's story: quick enough to run at every change. */
import { groupRows } from '../assess/planned.ts';
import { type Flow, mostFlows } from './flow.ts';
import { Shortcut } from './shortcut.ts';
import { Simulator } from './simulate.ts';
import { SourceKinds } from './source-kinds.ts';
import type { Destination, Source, Topology } from './topology.ts';
import type { Trace } from './trace.ts';
import { isGood } from './verdicts.ts';

/** A source and all destinations that its traffic fails to reach alike. */
export type Fault = { trace: Trace; flow: Flow; destinations: readonly Destination[] };

export function findFaults(topology: Topology): Fault[] {
  const simulator = new Simulator(topology);
  return [...findInbound(simulator), ...findOutbound(simulator)];
}

function findInbound(simulator: Simulator): Fault[] {
  return simulator.topology.endpoints.flatMap((endpoint): Fault[] => {
    const to = endpoint.id;
    const { protocol } = endpoint;
    const flow: Flow = {
      id: `microsoft>${to}`,
      from: 'microsoft',
      to,
      protocol,
      opens: 'microsoft',
      endpoint,
    };
    const trace = simulator.trace(flow);
    return isGood(trace.verdict) ? [] : [{ trace, flow, destinations: [] }];
  });
}

/** Destinations that are walked to alike, and those of them that a source calls. */
type Called = { group: readonly Destination[]; first: Destination; destinations: readonly Destination[] };

function findOutbound(simulator: Simulator): Fault[] {
  const { topology } = simulator;
  const alike = [...groupRows(topology.destinations, (one) => simulator.likenessOf(one)).values()];
  const calledBy = new Map<Source['calls'], readonly Called[]>();
  const kinds = new SourceKinds(topology);
  const shortcut = new Shortcut(simulator, kinds);
  const faults: Fault[] = [];
  let left = mostFlows;
  for (const source of topology.sources) {
    let called = calledBy.get(source.calls);
    if (!called) {
      called = calledOf(alike, source);
      calledBy.set(source.calls, called);
    }
    const sound = kinds.soundFor(source);
    const own = new Map<Trace, { flow: Flow; destinations: Destination[] }>();
    for (const { group, first, destinations } of called.slice(0, left)) {
      const ending = simulator.takesDefault(source, first) ? 'default' : group;
      if (sound.has(ending)) continue;
      if (shortcut.isSurelyGood(source, first)) {
        sound.add(ending);
        continue;
      }
      const flow: Flow = {
        id: `${source.id}>${first.id}`,
        from: source.id,
        to: first.id,
        protocol: first.protocol,
        opens: 'you',
        source,
        destination: first,
      };
      const trace = simulator.trace(flow);
      if (isGood(trace.verdict)) {
        sound.add(ending);
        continue;
      }
      const known = own.get(trace);
      if (known) known.destinations.push(...destinations);
      else own.set(trace, { flow, destinations: [...destinations] });
    }
    left -= Math.min(left, called.length);
    for (const [trace, { flow, destinations }] of own) faults.push({ trace, flow, destinations });
  }
  return faults;
}

function calledOf(alike: readonly (readonly Destination[])[], source: Source): Called[] {
  return alike.flatMap((group) => {
    const destinations = group.filter((destination) => source.calls(destination));
    const [first] = destinations;
    return first ? [{ group, first, destinations }] : [];
  });
}

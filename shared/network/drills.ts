/** The drill: which failures to bring about, in which order, and what has to be seen. */
import type { Failure } from './failures.ts';
import type { NetworkPart, PartKind } from './topology.ts';
import type { FlowVerdict } from './verdicts.ts';

/** From what nobody should notice to what everybody does; what cannot be pulled by hand (a pool) is not drilled. */
const order: readonly PartKind[] = ['link', 'circuit', 'edge', 'firewall', 'proxy', 'wan', 'location'];

export type Drill = {
  part: NetworkPart;
  /** How many flows go from one verdict to another. */
  expected: readonly { before: FlowVerdict; after: FlowVerdict; flows: readonly string[] }[];
  worse: number;
};

export function listDrills(
  failures: readonly Failure[],
  parts: ReadonlyMap<string, NetworkPart>,
  normal: ReadonlyMap<string, FlowVerdict>,
): Drill[] {
  const drills = failures.flatMap((failure): Drill[] => {
    const part = parts.get(failure.parts[0] ?? '');
    if (!part || failure.parts.length > 1 || !order.includes(part.kind)) return [];
    const groups = new Map<string, { before: FlowVerdict; after: FlowVerdict; flows: string[] }>();
    for (const [flow, after] of failure.changed) {
      const before = normal.get(flow) ?? 'unknown';
      const group = groups.get(`${before} ${after}`) ?? { before, after, flows: [] };
      group.flows.push(flow);
      groups.set(`${before} ${after}`, group);
    }
    return [{ part, expected: [...groups.values()], worse: failure.worse.length }];
  });
  // A firewall that takes its edge with it is the same drill twice.
  const distinct = drills.filter(
    (drill) =>
      drill.part.kind !== 'firewall' ||
      !drills.some((other) => other.part.id === drill.part.node && other.worse === drill.worse),
  );
  return distinct.sort(
    (one, other) => order.indexOf(one.part.kind) - order.indexOf(other.part.kind) || one.worse - other.worse,
  );
}

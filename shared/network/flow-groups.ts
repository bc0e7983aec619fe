/** Puts flows together that go the same way and end alike, so that a long list says each thing once. */
import { groupRows } from '../assess/planned.ts';
import type { RouteFlow } from './route-trace.ts';

/** What tells the story of a flow, apart from who it is between. */
type Story = Pick<RouteFlow, 'verdict' | 'leaves' | 'returns' | 'because'>;

export type GroupableFlow = Story & Pick<RouteFlow, 'id' | 'from' | 'fromNode' | 'to'>;

/** Each of `from` reaches each of `to` alike: its flows are all their combinations, and nothing else. */
export type FlowGroup<One extends GroupableFlow = RouteFlow> = Story & {
  /** That of its first flow. */
  id: string;
  from: readonly string[];
  to: readonly string[];
  flows: readonly One[];
};

/**
 * First what one source reaches alike, then the sources that reach the same things alike. The groups, and the flows in
 * them, stand in the order in which the flows came.
 */
export function groupFlows<One extends GroupableFlow>(flows: readonly One[]): FlowGroup<One>[] {
  const ofOneSource = groupRows(flows, (flow) => `${flow.fromNode}\n${storyOf(flow)}`);
  const alike = groupRows([...ofOneSource.values()], (group) =>
    [...group.slice(0, 1).map(storyOf), ...group.map(destinationOf).sort()].join('\n'),
  );
  return [...alike.values()].flatMap((sources): FlowGroup<One>[] => {
    const flow = sources[0]?.[0];
    if (!flow) return [];
    const { id, verdict, leaves, returns, because } = flow;
    return [
      {
        id,
        verdict,
        leaves,
        returns,
        because,
        from: sources.flatMap((group) => group.slice(0, 1).map(({ from }) => from)),
        to: (sources[0] ?? []).map(({ to }) => to),
        flows: sources.flat(),
      },
    ];
  });
}

function storyOf({ verdict, leaves, returns, because }: Story): string {
  return [verdict, leaves, returns, because].join('\n');
}

/** A flow's id is its source's and its destination's; what they are called may stand twice. */
function destinationOf({ id, fromNode }: GroupableFlow): string {
  return id.slice(fromNode.length + 1);
}

/** The rows of the flow list: a flow each, or one for all flows that go the same way and end alike. */
import { groupFlows } from '../../../shared/network/flow-groups.ts';
import type { RouteFlow } from '../../../shared/network/route-trace.ts';
import type { FlowVerdict } from '../../../shared/network/verdicts.ts';

/** Of more flows than these, a list of each one is no help any more. */
const mostApart = 200;

export type FlowRow = {
  /** The flow that is shown when the row is chosen. */
  id: string;
  verdict: FlowVerdict;
  from: readonly string[];
  to: readonly string[];
  flows: ReadonlySet<string>;
};

export function isLong(flows: readonly RouteFlow[]): boolean {
  return flows.length > mostApart;
}

export function rowsOf(flows: readonly RouteFlow[], areTogether: boolean): FlowRow[] {
  if (areTogether)
    return groupFlows(flows).map((group) => ({
      ...group,
      flows: new Set(group.flows.map(({ id }) => id)),
    }));
  return flows.map(({ id, verdict, from, to }) => ({
    id,
    verdict,
    from: [from],
    to: [to],
    flows: new Set([id]),
  }));
}

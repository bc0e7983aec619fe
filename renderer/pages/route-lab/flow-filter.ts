/** Narrows the flows down to those somebody looks for, and counts how they end. */
import type { RouteFlow } from '../../../shared/network/route-trace.ts';
import type { FlowVerdict } from '../../../shared/network/verdicts.ts';

export const everything = 'all';

export type FlowFilter = {
  text: string;
  verdict: FlowVerdict | typeof everything;
  service: string;
  population: RouteFlow['population'] | typeof everything;
};

export const noFilter: FlowFilter = {
  text: '',
  verdict: everything,
  service: everything,
  population: everything,
};

/** `counts` are of the flows that all but the verdict lets through: what choosing each verdict would show. */
export function filterFlows(
  flows: readonly RouteFlow[],
  { text, verdict, service, population }: FlowFilter,
): { shown: RouteFlow[]; counts: ReadonlyMap<FlowVerdict, number>; all: number } {
  const wanted = text.trim().toLowerCase().split(/\s+/).filter(Boolean);
  const fitting = flows.filter((flow) => {
    if (service !== everything && flow.service !== service) return false;
    if (population !== everything && flow.population !== population) return false;
    const haystack = `${flow.from} ${flow.to} ${flow.protocol}`.toLowerCase();
    return wanted.every((word) => haystack.includes(word));
  });
  const counts = new Map<FlowVerdict, number>();
  for (const flow of fitting) counts.set(flow.verdict, (counts.get(flow.verdict) ?? 0) + 1);
  const shown = verdict === everything ? fitting : fitting.filter((flow) => flow.verdict === verdict);
  return { shown, counts, all: fitting.length };
}

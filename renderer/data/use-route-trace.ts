/** The project's flows as the simulator walks them, with parts switched off; worked out anew after each change. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Progress } from '../../shared/contract/call.ts';
import type { RouteFlow } from '../../shared/network/route-trace.ts';
import { call } from '../api.ts';
import { queryClient } from './client.ts';
import { useProject } from './use-project.ts';
import { ask, CallRefused } from './use-workspace.ts';

function useTraceKey(off: readonly string[]) {
  const { id, saved } = useProject();
  return ['route', id, saved.changes, [...off].sort()] as const;
}

/** What was there stays until the next is, but never for another project. */
const keepWithin =
  (project: string) =>
  <T>(previous: T | undefined, query: { queryKey: readonly unknown[] } | undefined): T | undefined =>
    query?.queryKey[1] === project ? previous : undefined;

export function useRouteTrace(off: readonly string[]) {
  const { id: project } = useProject();
  return useQuery({
    queryKey: useTraceKey(off),
    queryFn: () => ask('route.trace', { project, off: [...off] }),
    placeholderData: keepWithin(project),
  });
}

/** One flow with its hops: where there are too many flows for all, they are asked for one by one. */
export function useRouteFlow(flow: RouteFlow | undefined, off: readonly string[]): RouteFlow | undefined {
  const { id: project } = useProject();
  const id = flow?.id ?? '';
  const isWithout = flow !== undefined && flow.request.length === 0;
  const alone = useQuery({
    queryKey: [...useTraceKey(off), 'flow', id],
    queryFn: async () => {
      const { flows } = await ask('route.trace', { project, off: [...off], flows: [id] });
      return flows.find((one) => one.id === id) ?? null;
    },
    enabled: isWithout,
  });
  return isWithout ? (alone.data ?? flow) : flow;
}

/** What the loss of each part (1), or of each two as well (2), does; with how far that is, and the way to call it off. */
export function useRouteFailures(off: readonly string[], failures: 1 | 2) {
  const { id: project } = useProject();
  const [progress, setProgress] = useState<Progress>();
  const queryKey = [...useTraceKey(off), 'failures', failures];
  const query = useQuery({
    queryKey,
    queryFn: async ({ signal }) => {
      setProgress(undefined);
      const reply = await call(
        'route.trace',
        { project, off: [...off], failures },
        { signal, onProgress: setProgress },
      );
      if (!reply.ok) throw new CallRefused(reply.error);
      return reply.value;
    },
    placeholderData: keepWithin(project),
  });
  return { query, progress, cancel: () => void queryClient.cancelQueries({ queryKey }) };
}

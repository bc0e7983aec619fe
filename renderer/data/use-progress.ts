/** What the backend says about the project's past; asked again after each change. */
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { InputOf } from '../../shared/contract.ts';
import type { Moment } from '../../shared/progress/moment.ts';
import { firstPoints } from '../../shared/progress/trend.ts';
import { useProject } from './use-project.ts';
import { ask } from './use-workspace.ts';

export type HistoryFilter = Omit<InputOf<'project.history'>, 'project' | 'path' | 'before' | 'limit'>;

/** A few points at first, which are there at once; then all there is to show. */
export function useTrend(range: { from?: string }) {
  const { id: project, saved } = useProject();
  const key = ['trend', project, range, saved.changes];
  const first = useQuery({
    queryKey: [...key, firstPoints],
    queryFn: () => ask('progress.trend', { project, ...range, points: firstPoints }),
    placeholderData: keepPreviousData,
  });
  const all = useQuery({
    queryKey: key,
    queryFn: () => ask('progress.trend', { project, ...range }),
    enabled: first.data?.isWhole === false && !first.isPlaceholderData,
  });
  return all.data ? { ...first, data: all.data } : first;
}

export function useComparison(from: Moment, to: Moment) {
  const { id: project, saved } = useProject();
  return useQuery({
    queryKey: ['comparison', project, from, to, saved.changes],
    queryFn: () => ask('progress.compare', { project, from, to }),
    placeholderData: keepPreviousData,
  });
}

const pageSize = 60;

export function useHistory(filter: HistoryFilter) {
  const { id: project, saved } = useProject();
  return useInfiniteQuery({
    queryKey: ['history', project, filter, saved.changes],
    queryFn: ({ pageParam: before }) =>
      ask('project.history', {
        project,
        ...filter,
        ...(before === undefined ? {} : { before }),
        limit: pageSize,
      }),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: (page) => (page.length < pageSize ? undefined : page.at(-1)?.clock),
    placeholderData: keepPreviousData,
  });
}

export function useAuthors() {
  const { id: project, saved } = useProject();
  return useQuery({
    queryKey: ['authors', project, saved.changes],
    queryFn: () => ask('project.authors', { project }),
    placeholderData: keepPreviousData,
  });
}

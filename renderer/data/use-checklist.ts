/** An imported checklist with its items, and how what was just said to one shows before it is read again. */
import { type UseQueryResult, useQueries, useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { ReviewChecklist, ReviewItem } from '../../shared/review-checklist/imported.ts';
import type { ProjectView } from '../../shared/view.ts';
import { call } from '../api.ts';
import { queryClient } from './client.ts';
import { useProject } from './use-project.ts';
import { CallRefused } from './use-workspace.ts';

const keyOf = (project: string, id: string) => ['review-checklist', project, id] as const;

/** The number of changes is part of the key: undo and other copies change items too. */
function queryOf(project: ProjectView, id: string) {
  return {
    queryKey: [...keyOf(project.id, id), project.saved.changes],
    queryFn: async () => {
      const reply = await call('checklist.open', { project: project.id, id });
      if (!reply.ok) throw new CallRefused(reply.error);
      return reply.value;
    },
    gcTime: 5000,
  };
}

export function useChecklist(id: string): UseQueryResult<ReviewChecklist> {
  return useQuery({
    ...queryOf(useProject(), id),
    placeholderData: (before: ReviewChecklist | undefined) => (before?.id === id ? before : undefined),
  });
}

/** Those that count, with their items: for the search. */
export function useCountedChecklists(project: ProjectView | null): readonly ReviewChecklist[] {
  return useQueries({
    queries: project
      ? project.checklists.filter(({ counts }) => counts).map(({ id }) => queryOf(project, id))
      : [],
    combine: dataOf,
  });
}

/** Those of these ids that are there, with their items. */
export function useChecklists(project: ProjectView, ids: readonly string[]): readonly ReviewChecklist[] {
  const present = project.checklists.filter(({ id }) => ids.includes(id));
  return useQueries({ queries: present.map(({ id }) => queryOf(project, id)), combine: dataOf });
}

function dataOf(results: readonly UseQueryResult<ReviewChecklist>[]): ReviewChecklist[] {
  return results.flatMap(({ data }) => data ?? []);
}

type Said = Partial<Pick<ReviewItem, 'status' | 'said' | 'comment'>>;

export function useShowItem(id: string): (item: string, said: Said) => void {
  const project = useProject().id;
  return useCallback(
    (item, said) => {
      queryClient.setQueriesData<ReviewChecklist>({ queryKey: keyOf(project, id) }, (checklist) =>
        checklist
          ? {
              ...checklist,
              items: checklist.items.map((one) => (one.id === item ? { ...one, ...said } : one)),
            }
          : undefined,
      );
    },
    [project, id],
  );
}

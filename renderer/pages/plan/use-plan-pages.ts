/** The pages of the plan as they are set: the first at once, then as many more each time they are asked for. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { PlanPages } from '../../../shared/contract/plan.ts';
import type { InputOf } from '../../../shared/contract.ts';
import { announce } from '../../data/announce.ts';
import { keys } from '../../data/client.ts';
import { useProject } from '../../data/use-project.ts';
import { ask } from '../../data/use-workspace.ts';
import { useWords } from '../../words/words.ts';

export type ComingPages = {
  /** Those of the plan before stand until the first of this one is there. */
  pages: PlanPages | undefined;
  /** The pages shown are those of the plan before. */
  isBefore: boolean;
  isComing: boolean;
  /** How many the last whole plan had: so many places are kept while another comes. */
  places: number;
  error: Error | null;
  retry: () => void;
};

export function usePlanPages(choice: InputOf<'plan.build'>, isShown: boolean): ComingPages {
  const { saved } = useProject();
  const query = useQuery({
    // The number of changes is part of the key: each answer makes another plan, and the one before is asked for no more.
    queryKey: [...keys.planPages, choice, saved.changes],
    queryFn: ({ client, queryKey }) => {
      const soFar = client.getQueryData<PlanPages>(queryKey);
      return ask('plan.pages', soFar && !soFar.isWhole ? { ...choice, showing: soFar.showing } : choice);
    },
    enabled: isShown,
    placeholderData: keepPreviousData,
  });
  const { data: pages, isPlaceholderData: isBefore, isFetching, error, refetch } = query;
  const hasMore = isShown && !isBefore && pages?.isWhole === false && !error;
  useEffect(() => {
    if (hasMore && !isFetching) void refetch();
  }, [hasMore, isFetching, refetch]);
  const isComing = isShown && !error && (isBefore || !pages?.isWhole);
  const [places, setPlaces] = useState(0);
  const whole = isComing || !pages?.isWhole ? undefined : pages.pages.length;
  useEffect(() => {
    if (whole !== undefined) setPlaces(whole);
  }, [whole]);
  useSaidOnce(isComing, whole);
  return { pages, isBefore, isComing, places, error, retry: () => void refetch() };
}

/** Once, when all of them are there: not each time that some more have come. */
function useSaidOnce(isComing: boolean, whole: number | undefined): void {
  const words = useWords().plan;
  const wasComing = useRef(false);
  useEffect(() => {
    if (isComing) wasComing.current = true;
    else if (wasComing.current && whole !== undefined) {
      wasComing.current = false;
      announce(words.pages(whole));
    }
  }, [isComing, whole, words]);
}

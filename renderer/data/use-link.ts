/** The shared file of a project: how it stands with it, asked every few seconds, and what came in from it. */
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import type { LinkStatus } from '../../shared/contract/copies.ts';
import type { ProjectView } from '../../shared/view.ts';
import { historyAddress } from '../frame/addresses.ts';
import { useWords } from '../words/words.ts';
import { newArrivals } from './arrivals.ts';
import { keys, queryClient, writerOf } from './client.ts';
import { useNotices } from './use-notices.ts';
import { ask } from './use-workspace.ts';

const every = 2000;

/** Where more came in than the page shows, the page is brought up to date, with a quiet notice of what it was. */
export function useLink(project: string) {
  const words = useWords();
  const notices = useNotices();
  const navigate = useNavigate();
  return useQuery({
    queryKey: keys.link(project),
    queryFn: async () => {
      const status = await ask('link.status', { project });
      const shown = queryClient.getQueryData<ProjectView>(keys.project(project))?.saved.changes;
      if (status.link && shown !== undefined && shown < status.changes) writerOf(project).refresh();
      const { upTo, news } = newArrivals(status.link?.came ?? [], toldUpTo(project));
      if (news) {
        tellUpTo(project, upTo);
        const authors = news.authors.map((author) => author || words.merge.nobody).join(', ');
        const [author] = news.authors.length === 1 ? news.authors : [];
        notices.tell(words.link.came(news.changes, authors, words.merge.places(news.places)), {
          label: words.link.look,
          run: () => void navigate(historyAddress(project, author ? { author } : {})),
        });
      }
      return status;
    },
    refetchInterval: (query) => (query.state.data?.link ? every : false),
  });
}

export function keepLink(project: string, status: LinkStatus): void {
  queryClient.setQueryData(keys.link(project), status);
}

/** Kept by the window, so that loading it again does not tell everything again. */
const keyOf = (project: string) => `onramp.told-changes.${project}`;

function toldUpTo(project: string): number {
  return Number(sessionStorage.getItem(keyOf(project)) ?? 0);
}

function tellUpTo(project: string, total: number): void {
  sessionStorage.setItem(keyOf(project), String(total));
}

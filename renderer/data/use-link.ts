/** The shared file of a project: how it stands with it, asked every few seconds, and what came in from it. */
import { useQuery } from '@tanstack/react-query';
import type { LinkStatus } from '../../shared/contract/copies.ts';
import type { ProjectView } from '../../shared/view.ts';
import { useWords } from '../words/words.ts';
import { keys, queryClient, writerOf } from './client.ts';
import { useNotices } from './use-notices.ts';
import { ask } from './use-workspace.ts';

const every = 2000;

/** Where more came in than the page shows, the page is brought up to date, with a quiet notice of what it was. */
export function useLink(project: string) {
  const words = useWords();
  const notices = useNotices();
  const key = keys.link(project);
  return useQuery({
    queryKey: key,
    queryFn: async () => {
      const before = queryClient.getQueryData<LinkStatus>(key);
      const status = await ask('link.status', { project });
      const shown = queryClient.getQueryData<ProjectView>(keys.project(project))?.saved.changes;
      if (status.link && shown !== undefined && shown < status.changes) writerOf(project).refresh();
      const came = status.link?.came;
      if (before && came && came.at !== before.link?.came?.at) {
        const authors = came.authors.map((author) => author || words.merge.nobody).join(', ');
        notices.tell(words.link.came(came.changes, authors));
      }
      return status;
    },
    refetchInterval: (query) => (query.state.data?.link ? every : false),
  });
}

export function keepLink(project: string, status: LinkStatus): void {
  queryClient.setQueryData(keys.link(project), status);
}

/** Undo and redo of the open project, after whatever is still being typed has been saved. */
import { useCallback } from 'react';
import type { ProjectView } from '../../shared/view.ts';
import { announce } from '../data/announce.ts';
import { keys, queryClient, writerOf } from '../data/client.ts';
import { flushPending } from '../data/pending-edits.ts';
import { useNotices } from '../data/use-notices.ts';
import { useWords } from '../words/words.ts';

export function useUndo(project: string | undefined): (direction: 'undo' | 'redo') => void {
  const notices = useNotices();
  const words = useWords();
  return useCallback(
    async (direction) => {
      if (project === undefined) return;
      flushPending();
      const writer = writerOf(project);
      const view = queryClient.getQueryData<ProjectView>(keys.project(project));
      const isIdle = writer.state.kind === 'idle';
      const isNothing = isIdle && (direction === 'undo' ? view?.undoes === null : view?.canRedo === false);
      const reply = await writer.send(`project.${direction}`, { project });
      if (!reply.ok) notices.fail(reply.error);
      else {
        notices.withdraw();
        announce(words.stepped[isNothing ? 'nothing' : direction]);
      }
    },
    [project, notices, words],
  );
}

/** Undo and redo of the open project, after whatever is still being typed has been saved. */
import { useCallback } from 'react';
import { writerOf } from '../data/client.ts';
import { flushPending } from '../data/pending-edits.ts';
import { useNotices } from '../data/use-notices.ts';

export function useUndo(project: string | undefined): (direction: 'undo' | 'redo') => void {
  const notices = useNotices();
  return useCallback(
    async (direction) => {
      if (project === undefined) return;
      flushPending();
      const reply = await writerOf(project).send(`project.${direction}`, { project });
      if (!reply.ok) notices.fail(reply.error);
    },
    [project, notices],
  );
}

/** Writes a project file and hands it to the person. */
import { useCallback } from 'react';
import { call, saveFile } from '../api.ts';
import { writerOf } from '../data/client.ts';
import { flushPending } from '../data/pending-edits.ts';
import { useNotices } from '../data/use-notices.ts';
import { useWords } from '../words/words.ts';

export function useExportProject(): (project: string) => void {
  const notices = useNotices();
  const words = useWords();
  return useCallback(
    async (project) => {
      flushPending();
      await writerOf(project).drained();
      const reply = await call('project.export', { project });
      if (!reply.ok) return notices.fail(reply.error);
      saveFile(reply.value.fileName, reply.value.text, 'application/json');
      notices.tell(words.projects.exported(reply.value.fileName));
    },
    [notices, words],
  );
}

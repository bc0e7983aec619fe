/** Hands a file to the person and says that it was written, or why not; whoever calls it off knows that. */
import { useCallback } from 'react';
import { saveFile } from '../api.ts';
import { useNotices } from '../data/use-notices.ts';
import { useWords } from '../words/words.ts';

export function useSaveFile(): (...file: Parameters<typeof saveFile>) => Promise<void> {
  const notices = useNotices();
  const words = useWords();
  return useCallback(
    async (...file) => {
      const reply = await saveFile(...file);
      if (!reply.ok) notices.fail(reply.error);
      else if (reply.value !== null) notices.tell(words.projects.exported(reply.value));
    },
    [notices, words],
  );
}

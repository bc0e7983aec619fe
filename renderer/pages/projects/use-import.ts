/** Opens project files that were chosen or dropped, with progress and a way to stop. */
import { useCallback, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import type { Progress } from '../../../shared/contract.ts';
import { call } from '../../api.ts';
import { keepView, keys, queryClient } from '../../data/client.ts';
import { useNotices } from '../../data/use-notices.ts';
import { overviewAddress } from '../../frame/addresses.ts';
import { useWords } from '../../words/words.ts';

export type RunningImport = { file: string; progress: Progress | null; cancel: () => void };

export function useImport(): { running: RunningImport | null; open: (files: readonly File[]) => void } {
  const words = useWords();
  const notices = useNotices();
  const navigate = useNavigate();
  const [running, setRunning] = useState<RunningImport | null>(null);
  const busy = useRef(false);

  const open = useCallback(
    async (files: readonly File[]) => {
      if (busy.current) return;
      busy.current = true;
      let last: string | undefined;
      for (const file of files) {
        const controller = new AbortController();
        setRunning({ file: file.name, progress: null, cancel: () => controller.abort() });
        const reply = await call(
          'project.import',
          { text: await file.text() },
          {
            signal: controller.signal,
            onProgress: (progress) => setRunning((now) => now && { ...now, progress }),
          },
        );
        if (reply.ok) {
          keepView(reply.value);
          last = reply.value.id;
        } else if (reply.error.code !== 'cancelled')
          notices.fail(reply.error, words.projects.importFailed(file.name));
      }
      busy.current = false;
      setRunning(null);
      await queryClient.invalidateQueries({ queryKey: keys.projects });
      if (last !== undefined) void navigate(overviewAddress(last));
    },
    [words, notices, navigate],
  );
  return { running, open };
}

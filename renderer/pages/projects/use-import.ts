/** Opens project files that were chosen or dropped, with progress and a way to stop; of a project that is here, merges them. */
import { useCallback, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import type { Progress } from '../../../shared/contract/call.ts';
import type { MergePreview } from '../../../shared/contract/copies.ts';
import { call } from '../../api.ts';
import { keepView, keys, queryClient } from '../../data/client.ts';
import { useNotices } from '../../data/use-notices.ts';
import { overviewAddress } from '../../frame/addresses.ts';
import { useWords } from '../../words/words.ts';
import type { AskedMerge } from './MergeDialog.tsx';

export type RunningImport = { file: string; progress: Progress | null; cancel: () => void };

export type Import = {
  running: RunningImport | null;
  /** Waits for a decision before another copy is merged. */
  asked: AskedMerge | null;
  /** With a project, only copies of that one are taken. */
  open: (files: readonly File[], project?: string) => void;
};

export function useImport(): Import {
  const words = useWords();
  const notices = useNotices();
  const navigate = useNavigate();
  const [running, setRunning] = useState<RunningImport | null>(null);
  const [asked, setAsked] = useState<AskedMerge | null>(null);
  /** What was opened before comes first; nothing that was opened is left out. */
  const before = useRef<Promise<void>>(Promise.resolve());

  const open = useCallback(
    (files: readonly File[], project?: string) => {
      const agree = (file: string, preview: MergePreview) =>
        new Promise<boolean>((resolve) => {
          const decide = (agreed: boolean) => {
            setAsked(null);
            resolve(agreed);
          };
          setAsked({ file, preview, decide });
        });
      const openOne = async (file: File): Promise<string | undefined> => {
        const controller = new AbortController();
        setRunning({ file: file.name, progress: null, cancel: () => controller.abort() });
        const given = { text: await file.text(), ...(project === undefined ? {} : { project }) };
        const options = {
          signal: controller.signal,
          onProgress: (progress: Progress) => setRunning((now) => now && { ...now, progress }),
        };
        const seen = await call('merge.preview', given, options);
        if (seen.ok && seen.value.isHere) {
          if (seen.value.arrivals.changes === 0) {
            notices.tell(words.merge.nothingNew(file.name));
            return project === undefined ? seen.value.project : undefined;
          }
          if (!(await agree(file.name, seen.value))) return undefined;
        }
        const reply = seen.ok ? await call('project.import', given, options) : seen;
        if (!reply.ok) {
          if (reply.error.code !== 'cancelled')
            notices.fail(reply.error, words.projects.importFailed(file.name));
          return undefined;
        }
        keepView(reply.value);
        const { id, name } = reply.value;
        if (seen.ok && seen.value.isHere) {
          notices.done(words.merge.merged(name, seen.value.arrivals.changes), reply.value);
        }
        return id;
      };
      const openAll = async () => {
        let last: string | undefined;
        for (const file of files) last = (await openOne(file)) ?? last;
        setRunning(null);
        await queryClient.invalidateQueries({ queryKey: keys.projects });
        if (last !== undefined) void navigate(overviewAddress(last));
      };
      before.current = before.current.then(openAll, openAll);
    },
    [words, notices, navigate],
  );
  return { running, asked, open };
}

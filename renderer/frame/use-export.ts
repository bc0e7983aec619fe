/** Writes a project or its plan to a file and hands it to the person. */
import { useCallback } from 'react';
import type { CallError, Reply, WrittenFile } from '../../shared/contract/call.ts';
import type { InputOf } from '../../shared/contract.ts';
import { call } from '../api.ts';
import { bytesOf } from '../data/base64.ts';
import { writerOf } from '../data/client.ts';
import { flushPending } from '../data/pending-edits.ts';
import { useNotices } from '../data/use-notices.ts';
import { useWords } from '../words/words.ts';
import { useSaveFile } from './use-save-file.ts';

/** What is still being typed goes first: a file that lacks the last word would be a wrong one. */
export async function allSaved(project: string): Promise<void> {
  flushPending();
  await writerOf(project).drained();
}

export function useExportProject(): (project: string) => void {
  const notices = useNotices();
  const save = useSaveFile();
  return useCallback(
    async (project) => {
      await allSaved(project);
      const reply = await call('project.export', { project });
      if (!reply.ok) return notices.fail(reply.error);
      await save(reply.value.fileName, reply.value.text, 'application/json');
    },
    [notices, save],
  );
}

export type PlanChoice = Omit<InputOf<'plan.export'>, 'project'>;

type Write = (plain: boolean, signal: AbortSignal) => Promise<Reply<WrittenFile>>;

/** Where the firm's logo or template is what stands in the way, the same file in our own look is one click away. */
function useWriteFile(): (project: string, format: string, ask: Write) => Promise<void> {
  const notices = useNotices();
  const words = useWords();
  const save = useSaveFile();
  return useCallback(
    async (project, format, ask) => {
      await allSaved(project);
      const failed = (error: CallError) => {
        if (error.code === 'cancelled') return;
        if (error.fields?.template === undefined && error.fields?.logo === undefined)
          return notices.fail(error);
        notices.offer(error, { label: words.plan.exportPlain, run: () => void write(true) });
      };
      const write = async (plain: boolean) => {
        const abort = new AbortController();
        const cancel = { label: words.cancel, run: () => abort.abort() };
        const work = notices.work(words.plan.writing(format), cancel);
        const reply = await ask(plain, abort.signal);
        work.done();
        if (!reply.ok) return failed(reply.error);
        const { fileName, mediaType, content } = reply.value;
        await save(fileName, bytesOf(content), mediaType);
      };
      await write(false);
    },
    [notices, words, save],
  );
}

export function useExportPlan(): (project: string, choice: PlanChoice) => void {
  const write = useWriteFile();
  const { formats } = useWords().plan;
  return useCallback(
    (project, choice) =>
      void write(project, formats[choice.format], (plain, signal) =>
        call('plan.export', { project, ...choice, ...(plain ? { plain } : {}) }, { signal }),
      ),
    [write, formats],
  );
}

type WorkshopChoice = Omit<InputOf<'workshop.export'>, 'project'>;

export function useExportWorkshop(): (project: string, choice: WorkshopChoice) => void {
  const write = useWriteFile();
  const { formats } = useWords().workshop.setup;
  return useCallback(
    (project, choice) =>
      void write(project, formats[choice.format], (plain, signal) =>
        call('workshop.export', { project, ...choice, ...(plain ? { plain } : {}) }, { signal }),
      ),
    [write, formats],
  );
}

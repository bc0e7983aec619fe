/** Writes a project or its plan to a file and hands it to the person. */
import { useCallback } from 'react';
import type { CallError, InputOf } from '../../shared/contract.ts';
import type { TextFormat } from '../../shared/document/formats.ts';
import { call, saveFile } from '../api.ts';
import { writerOf } from '../data/client.ts';
import { flushPending } from '../data/pending-edits.ts';
import { useNotices } from '../data/use-notices.ts';
import { useWords } from '../words/words.ts';

type Written = { ok: true; value: { fileName: string; text: string } } | { ok: false; error: CallError };

/** What is still being typed goes first: a file that lacks the last word would be a wrong one. */
function useHandOver(): (project: string, write: () => Promise<Written>, type: string) => Promise<void> {
  const notices = useNotices();
  const words = useWords();
  return useCallback(
    async (project, write, type) => {
      flushPending();
      await writerOf(project).drained();
      const reply = await write();
      if (!reply.ok) return notices.fail(reply.error);
      saveFile(reply.value.fileName, reply.value.text, type);
      notices.tell(words.projects.exported(reply.value.fileName));
    },
    [notices, words],
  );
}

export function useExportProject(): (project: string) => void {
  const handOver = useHandOver();
  return useCallback(
    (project) => void handOver(project, () => call('project.export', { project }), 'application/json'),
    [handOver],
  );
}

const types: Record<TextFormat, string> = {
  html: 'text/html',
  md: 'text/markdown',
  json: 'application/json',
  csv: 'text/csv',
};

type PlanChoice = Omit<InputOf<'plan.export'>, 'project'>;

export function useExportPlan(): (project: string, choice: PlanChoice) => void {
  const handOver = useHandOver();
  return useCallback(
    (project, choice) =>
      void handOver(project, () => call('plan.export', { project, ...choice }), types[choice.format]),
    [handOver],
  );
}

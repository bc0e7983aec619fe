/** Additional checklists: taken into the open project from a file, made anew, and the template for filling one in elsewhere. */
import { useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import type { ProjectView } from '../../shared/view.ts';
import { call } from '../api.ts';
import { asBase64, bytesOf } from '../data/base64.ts';
import { writerOf } from '../data/client.ts';
import { useNotices } from '../data/use-notices.ts';
import { useOptionalProject } from '../data/use-project.ts';
import { useWords } from '../words/words.ts';
import { importedAddress, ownChecklistAddress } from './addresses.ts';
import { type AskedChecklist, arrivalLines } from './KnownChecklistDialog.tsx';
import { allSaved } from './use-export.ts';
import { useSaveFile } from './use-save-file.ts';

const largest = 20_000_000;

export function useAddChecklist(project: string) {
  const notices = useNotices();
  const save = useSaveFile();
  const words = useWords();
  const navigate = useNavigate();
  const known = useOptionalProject()?.checklists;
  /** Waits for a decision: what comes is a newer state of what is here, or a second one. */
  const [asked, setAsked] = useState<AskedChecklist | null>(null);
  const acts = useMemo(() => {
    const newest = (checklists: ProjectView['checklists']) =>
      checklists.find(({ id }) => !known?.some((before) => before.id === id));
    const ask = (about: Omit<AskedChecklist, 'decide'>) =>
      new Promise<'update' | 'second' | undefined>((resolve) => {
        const decide: AskedChecklist['decide'] = (choice) => {
          setAsked(null);
          resolve(choice);
        };
        setAsked({ ...about, decide });
      });

    /** What the file would bring to which checklist, and whether it may; undefined when it is not to be taken at all. */
    const intended = async (
      given: { project: string; name: string; content: string; checklist?: string },
      signal: AbortSignal,
      pause: { done: () => void },
    ) => {
      await allSaved(project);
      const seen = await call('checklist.preview', given, { signal });
      if (!seen.ok) return seen;
      const { known: here } = seen.value;
      if (!here) return { ok: true, checklist: undefined, told: undefined } as const;
      const update = {
        ok: true,
        checklist: here.id,
        told: words.ownChecklist.arrived(here.name, arrivalLines(words, here.arrivals).join(', ')),
      } as const;
      const { name, isItself, isLike, arrivals } = here;
      if (isItself || (given.checklist !== undefined && isLike)) return update;
      pause.done();
      const choice = await ask({ file: given.name, name, isLike, arrivals });
      if (choice === undefined) return undefined;
      return choice === 'update' ? update : ({ ok: true, checklist: undefined, told: undefined } as const);
    };

    return {
      /** With a checklist, the file brings that one up to date; else it is looked at which it is. */
      add: async (file: File, checklist?: string) => {
        const failed = words.imported.failed(file.name);
        if (file.size > largest)
          return notices.fail({ code: 'too-large', message: words.imported.tooLarge }, failed);
        const abort = new AbortController();
        const begin = () =>
          notices.work(words.imported.reading(file.name), { label: words.cancel, run: () => abort.abort() });
        const writer = writerOf(project);
        const isTable = /\.(csv|xlsx)$/i.test(file.name);
        const given = {
          project,
          name: file.name,
          content: await asBase64(file),
          ...(checklist === undefined ? {} : { checklist }),
        };
        let work = begin();
        let told = words.ownChecklist.updated(file.name);
        let target = given;
        if (!isTable) {
          const wanted = await intended(given, abort.signal, work);
          work.done();
          if (!wanted) return;
          if (!wanted.ok)
            return wanted.error.code === 'cancelled' ? undefined : notices.fail(wanted.error, failed);
          const { checklist: _, ...file } = given;
          target = wanted.checklist === undefined ? file : { ...file, checklist: wanted.checklist };
          told = wanted.told ?? told;
          work = begin();
        }
        let reply = await writer.send(isTable ? 'checklist.importTable' : 'checklist.import', target, {
          signal: abort.signal,
        });
        work.done();
        const isCalledOff = !reply.ok && reply.error.code === 'cancelled';
        // Called off too late, it is there all the same: then that is said.
        if (isCalledOff) reply = await writer.send('project.open', { project });
        if (!reply.ok) return notices.fail(reply.error, failed);
        const added = newest(reply.value.checklists);
        if (!added) return isCalledOff ? undefined : notices.done(told, reply.value);
        notices.done(words.imported.added(file.name, added.items), reply.value);
        void navigate(importedAddress(project, added.id));
      },
      make: async () => {
        const reply = await writerOf(project).send('checklist.create', {
          project,
          name: words.ownChecklist.newName,
        });
        if (!reply.ok) return notices.fail(reply.error);
        const made = newest(reply.value.checklists);
        if (made) void navigate(ownChecklistAddress(project, made.id));
      },
      saveTemplate: async (format: 'csv' | 'xlsx') => {
        const reply = await call('checklist.template', { project, format });
        if (!reply.ok) return notices.fail(reply.error);
        await save(reply.value.fileName, bytesOf(reply.value.content), reply.value.mediaType);
      },
    };
  }, [notices, words, navigate, project, known, save]);
  return { ...acts, asked };
}

/** Additional checklists: taken into the open project from a file, made anew, and the template for filling one in elsewhere. */
import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import { call } from '../api.ts';
import { asBase64, bytesOf } from '../data/base64.ts';
import { writerOf } from '../data/client.ts';
import { useNotices } from '../data/use-notices.ts';
import { useOptionalProject } from '../data/use-project.ts';
import { useWords } from '../words/words.ts';
import { importedAddress, ownChecklistAddress } from './addresses.ts';
import { useSaveFile } from './use-save-file.ts';

const largest = 20_000_000;

export function useAddChecklist(project: string) {
  const notices = useNotices();
  const save = useSaveFile();
  const words = useWords();
  const navigate = useNavigate();
  const known = useOptionalProject()?.checklists;
  return useMemo(() => {
    const newest = (checklists: typeof known) =>
      checklists?.find(({ id }) => !known?.some((before) => before.id === id));
    return {
      /** With a checklist, a table brings that one up to date; other files know by themselves which they are. */
      add: async (file: File, checklist?: string) => {
        const failed = words.imported.failed(file.name);
        if (file.size > largest)
          return notices.fail({ code: 'too-large', message: words.imported.tooLarge }, failed);
        const isTable = /\.(csv|xlsx)$/i.test(file.name);
        const given = { project, name: file.name };
        const writer = writerOf(project);
        const reply = isTable
          ? await writer.send('checklist.importTable', {
              ...given,
              content: await asBase64(file),
              ...(checklist === undefined ? {} : { checklist }),
            })
          : await writer.send('checklist.import', { ...given, text: await file.text() });
        if (!reply.ok) return notices.fail(reply.error, failed);
        const added = newest(reply.value.checklists);
        if (!added) return notices.tell(words.ownChecklist.updated(file.name));
        notices.tell(words.imported.added(file.name, added.items));
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
}

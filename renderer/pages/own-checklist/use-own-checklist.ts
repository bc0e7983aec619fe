/** What can be done to a firm's own checklist, each as one step that can be taken back. */
import { useMemo } from 'react';
import type { Reply } from '../../../shared/contract/call.ts';
import type { OwnQuestion } from '../../../shared/review-checklist/own-question.ts';
import type { ProjectView } from '../../../shared/view.ts';
import { useNotices } from '../../data/use-notices.ts';
import { useSend } from '../../data/use-project.ts';
import { useWords } from '../../words/words.ts';

type Place = { section: string } | { item: string };

export function useOwnChecklist(checklist: string) {
  const send = useSend();
  const notices = useNotices();
  const words = useWords();
  return useMemo(() => {
    const own = words.ownChecklist.editor;
    const settled = async (sent: Promise<Reply<ProjectView>>, done?: string): Promise<boolean> => {
      const reply = await sent;
      if (!reply.ok) notices.fail(reply.error);
      else if (done !== undefined) notices.done(done, reply.value);
      return reply.ok;
    };
    return {
      rename: (name: string) => settled(send('checklist.describe', { id: checklist, name })),
      addSection: (name: string) =>
        settled(send('checklist.setSection', { checklist, section: crypto.randomUUID(), name })),
      renameSection: (section: string, name: string) =>
        settled(send('checklist.setSection', { checklist, section, name })),
      removeSection: (section: string, name: string) =>
        settled(send('checklist.setSection', { checklist, section, name: null }), own.removedSection(name)),
      addQuestion: (section: string, question: OwnQuestion) =>
        settled(send('checklist.setQuestion', { checklist, item: crypto.randomUUID(), section, question })),
      changeQuestion: (item: string, question: OwnQuestion) =>
        settled(send('checklist.setQuestion', { checklist, item, question })),
      removeQuestion: (item: string) =>
        settled(send('checklist.setQuestion', { checklist, item, question: null }), own.removedQuestion),
      move: (place: Place, by: -1 | 1) => settled(send('checklist.move', { checklist, ...place, by })),
    };
  }, [send, notices, words, checklist]);
}

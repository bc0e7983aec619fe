/** Short notices at the foot of the window: what was done, with the way to take it back, or what did not work. */
import { useToastController } from '@fluentui/react-components';
import { createElement, useMemo } from 'react';
import type { CallError } from '../../shared/contract/call.ts';
import type { ProjectView } from '../../shared/view.ts';
import { Notice } from '../frame/Notice.tsx';
import { useWords } from '../words/words.ts';
import { announce } from './announce.ts';
import { writerOf } from './client.ts';
import { flushPending } from './pending-edits.ts';

export const noticesId = 'notices';

export type NoticeAction = { label: string; run: () => void };

/** The notices in sight that offer to take back what they tell: once it is taken back elsewhere they tell a thing that is not so. */
const offers = new Set<string>();

export function useNotices() {
  const { dispatchToast, dismissToast } = useToastController(noticesId);
  const words = useWords();
  return useMemo(() => {
    const sentencesOf = ({ message, remedy }: CallError) => [message, remedy].filter(Boolean).join(' ');
    const tell = (title: string, action?: NoticeAction) => {
      const toastId = crypto.randomUUID();
      if (action?.label === words.undo) offers.add(toastId);
      dispatchToast(createElement(Notice, { title, action }), {
        toastId,
        intent: 'success',
        timeout: action ? 10_000 : 4000,
        onStatusChange: (_, { status }) => {
          if (status === 'unmounted') offers.delete(toastId);
        },
      });
    };
    const fail = (error: CallError, title?: string) => {
      const body = sentencesOf(error);
      const reason = words.projects.failed(body);
      dispatchToast(createElement(Notice, title === undefined ? { title: reason } : { title, body }), {
        intent: 'error',
        timeout: 12_000,
      });
    };
    return {
      tell,
      fail,
      /** What was done to a project, as it is afterwards: Undo takes back exactly that, whatever was done since. */
      done: (title: string, { id, undoes }: ProjectView) => {
        if (undoes === null) return tell(title);
        const takeBack = async () => {
          flushPending();
          const reply = await writerOf(id).send('project.undo', { project: id, act: undoes });
          if (reply.ok) announce(words.stepped.undo);
          else fail(reply.error);
        };
        tell(title, { label: words.undo, run: () => void takeBack() });
      },
      /** Takes away what offers to undo: it may just have been undone. */
      withdraw: () => {
        for (const toastId of offers) dismissToast(toastId);
        offers.clear();
      },
      /** Done, but not all of it. */
      warn: (title: string, body: string) => {
        dispatchToast(createElement(Notice, { title, body }), { intent: 'warning', timeout: 12_000 });
      },
      /** Says what is going on while it takes longer than half a second, with the way to call it off. */
      work: (title: string, cancel: NoticeAction): { done: () => void } => {
        const toastId = crypto.randomUUID();
        const shown = setTimeout(
          () =>
            dispatchToast(createElement(Notice, { title, action: cancel, busy: true }), {
              toastId,
              intent: 'info',
              timeout: -1,
            }),
          500,
        );
        return {
          done: () => {
            clearTimeout(shown);
            dismissToast(toastId);
          },
        };
      },
      /** What did not work, with another way to the same end. */
      offer: (error: CallError, action: NoticeAction) => {
        const title = words.projects.failed(sentencesOf(error));
        dispatchToast(createElement(Notice, { title, action }), { intent: 'warning', timeout: 30_000 });
      },
    };
  }, [dispatchToast, dismissToast, words]);
}

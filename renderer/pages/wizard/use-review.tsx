/** Confirms answers or takes that back; a confirmation needs a name, which is asked for when there is none. */
import { type ReactNode, useState } from 'react';
import type { Settings } from '../../../shared/contract/workspace.ts';
import { keys, queryClient } from '../../data/client.ts';
import { useNotices } from '../../data/use-notices.ts';
import { useSend } from '../../data/use-project.ts';
import { NameDialog } from './NameDialog.tsx';

type ReviewOf = {
  confirm: (questions: readonly string[]) => void;
  takeBack: (question: string) => void;
  /** The question for the name, while it is asked. */
  dialog: ReactNode;
};

export function useReview(): ReviewOf {
  const send = useSend();
  const notices = useNotices();
  const [waiting, setWaiting] = useState<readonly string[] | null>(null);
  const set = async (questions: readonly string[], reviewed: boolean) => {
    const reply = await send('answer.review', { questions: [...questions], reviewed });
    if (!reply.ok) notices.fail(reply.error);
  };
  return {
    confirm: (questions) => {
      // Read when it is needed: every question of a section would else be drawn anew when the name changes.
      if (queryClient.getQueryData<Settings>(keys.settings)?.author === '') setWaiting(questions);
      else void set(questions, true);
    },
    takeBack: (question) => void set([question], false),
    dialog: waiting ? (
      <NameDialog
        onClose={() => setWaiting(null)}
        onNamed={() => {
          setWaiting(null);
          void set(waiting, true);
        }}
      />
    ) : null,
  };
}

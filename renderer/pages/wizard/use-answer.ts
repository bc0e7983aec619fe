/** One question's answer for its card: what stands there, and how to say something else. */
import { useCallback } from 'react';
import type { InputOf } from '../../../shared/contract.ts';
import type { Answer } from '../../../shared/project/answer.ts';
import type { ProjectView } from '../../../shared/view.ts';
import { keys, queryClient } from '../../data/client.ts';
import { usePlacedValue } from '../../data/use-placed-value.ts';
import { useProjectId, useSend } from '../../data/use-project.ts';
import { useWords } from '../../words/words.ts';
import { actionAfter, actionIdOf } from './question-actions.ts';

type Said = Answer | undefined;

export function useAnswer(question: string, prompt: string, stored: Said) {
  const project = useProjectId();
  const send = useSend();
  const words = useWords();
  const { value, put, unsettled } = usePlacedValue<Said>({
    key: `answer/${question}`,
    stored,
    write: (answer) => ({ name: 'answer.set', input: { question, answer: answer ?? null } }),
    read: (input) => (input as InputOf<'answer.set'>).answer ?? undefined,
  });
  const say = useCallback(
    (answer: Said) => {
      put(answer);
      const view = queryClient.getQueryData<ProjectView>(keys.project(project));
      const action = actionAfter(view, question, answer, words.wizard.actionTitle(prompt), Date.now());
      const id = actionIdOf(question);
      if (action) void send('action.set', { id, action }, { key: `action/${id}`, repeatable: true });
    },
    [put, send, project, question, prompt, words],
  );
  return { answer: value, say, unsettled };
}

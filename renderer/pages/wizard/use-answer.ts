/** One question's answer for its card: what stands there, and how to say something else. */
import type { InputOf } from '../../../shared/contract.ts';
import type { Answer } from '../../../shared/project/answer.ts';
import { usePlacedValue } from '../../data/use-placed-value.ts';
import { useWords } from '../../words/words.ts';
import { actionTitleFor } from './action-title.ts';

type Said = Answer | undefined;

export function useAnswer(question: string, prompt: string, stored: Said) {
  const words = useWords();
  const { value, put, unsettled } = usePlacedValue<Said>({
    key: `answer/${question}`,
    stored,
    write: (answer) => ({
      name: 'answer.set',
      input: {
        question,
        answer: answer ?? null,
        ...(answer?.state === 'unknown' ? { actionTitle: actionTitleFor(words, prompt) } : {}),
      },
    }),
    read: (input) => (input as InputOf<'answer.set'>).answer ?? undefined,
  });
  return { answer: value, say: put, unsettled };
}

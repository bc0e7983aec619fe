/** The note of a question, saved as it is typed. */
import type { InputOf } from '../../../shared/contract.ts';
import { NoteField } from '../../fields/NoteField.tsx';
import { useWords } from '../../words/words.ts';

export function QuestionNote({ question, note }: { question: string; note: string }) {
  const words = useWords();
  return (
    <NoteField
      place={{
        key: `note/${question}`,
        stored: note,
        write: (text) => ({ name: 'answer.note', input: { question, note: text } }),
        read: (input) => (input as InputOf<'answer.note'>).note,
      }}
      label={words.wizard.note}
      placeholder={words.wizard.addNote}
      takeFocus
    />
  );
}

/** The note of a question, saved as it is typed. */
import { mergeClasses } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { InputOf } from '../../../shared/contract.ts';
import { useAutosave } from '../../data/use-autosave.ts';
import { usePlacedValue } from '../../data/use-placed-value.ts';
import { useFieldStyles } from '../../fields/field-styles.ts';
import { useWords } from '../../words/words.ts';

export function QuestionNote({ question, note }: { question: string; note: string }) {
  const fieldStyles = useFieldStyles();
  const words = useWords();
  const field = useRef<HTMLTextAreaElement>(null);
  const placed = usePlacedValue<string>({
    key: `note/${question}`,
    stored: note,
    write: (text) => ({ name: 'answer.note', input: { question, note: text } }),
    read: (input) => (input as InputOf<'answer.note'>).note,
  });
  const autosave = useAutosave(() => {
    if (field.current && field.current.value !== placed.value) placed.put(field.current.value);
  });
  const { value, unsettled } = placed;
  useEffect(() => {
    if (field.current && field.current.value !== value && !autosave.waiting() && !unsettled())
      field.current.value = value;
  }, [value, unsettled, autosave]);
  // Opened by a button: whoever asked for it goes on typing here.
  useEffect(() => {
    field.current?.focus();
  }, []);
  return (
    <textarea
      ref={field}
      className={mergeClasses(fieldStyles.field, fieldStyles.area)}
      aria-label={words.wizard.note}
      placeholder={words.wizard.addNote}
      maxLength={100_000}
      rows={2}
      defaultValue={value}
      onChange={() => autosave.later()}
      onBlur={() => autosave.now()}
    />
  );
}

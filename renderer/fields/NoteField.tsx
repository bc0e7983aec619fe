/** A free text that is saved as it is typed, at a place of its own in the project. */
import { mergeClasses } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { useAutosave } from '../data/use-autosave.ts';
import { usePlacedValue } from '../data/use-placed-value.ts';
import { useFieldStyles } from './field-styles.ts';

type NoteFieldProps = {
  place: Parameters<typeof usePlacedValue<string>>[0];
  label: string;
  placeholder: string;
  /** Opened by a button: whoever asked for it goes on typing here. */
  takeFocus: boolean;
};

export function NoteField({ place, label, placeholder, takeFocus }: NoteFieldProps) {
  const fieldStyles = useFieldStyles();
  const field = useRef<HTMLTextAreaElement>(null);
  const placed = usePlacedValue<string>(place);
  const autosave = useAutosave(() => {
    if (field.current && field.current.value !== placed.value) placed.put(field.current.value);
  });
  const { value, unsettled } = placed;
  useEffect(() => {
    if (field.current && field.current.value !== value && !autosave.waiting() && !unsettled())
      field.current.value = value;
  }, [value, unsettled, autosave]);
  const wantsFocus = useRef(takeFocus);
  useEffect(() => {
    if (wantsFocus.current) field.current?.focus();
  }, []);
  return (
    <textarea
      ref={field}
      className={mergeClasses(fieldStyles.field, fieldStyles.area)}
      aria-label={label}
      placeholder={placeholder}
      maxLength={100_000}
      rows={2}
      defaultValue={value}
      onChange={() => autosave.later()}
      onBlur={() => autosave.now()}
    />
  );
}

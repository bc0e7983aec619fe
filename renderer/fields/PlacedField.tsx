/** A short text or a day that is saved as it is typed, at a place of its own in the project. */
import { mergeClasses } from '@fluentui/react-components';
import { type Ref, useEffect, useImperativeHandle, useRef } from 'react';
import { useAutosave } from '../data/use-autosave.ts';
import { usePlacedValue } from '../data/use-placed-value.ts';
import { useFieldStyles } from './field-styles.ts';

type PlacedFieldProps = {
  place: Parameters<typeof usePlacedValue<string>>[0];
  label: string;
  shape: 'line' | 'area' | 'date';
  maxLength?: number;
  placeholder?: string;
  /** Emptied, it shows again what it said: nothing is saved. */
  required?: boolean;
  className?: string;
  ref?: Ref<HTMLElement>;
};

export function PlacedField(props: PlacedFieldProps) {
  const { place, label, shape, maxLength, placeholder, required, className, ref } = props;
  const fieldStyles = useFieldStyles();
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  useImperativeHandle(ref, () => field.current as HTMLElement);
  const { value, put, unsettled } = usePlacedValue<string>(place);
  const autosave = useAutosave(() => {
    const at = field.current;
    // Half a date reads as empty; what was there stays until the new one is whole.
    if (!at || at.validity.badInput) return;
    const text = at.value.trim();
    if (text !== value && (text !== '' || !required)) put(text);
  });
  useEffect(() => {
    const at = field.current;
    if (at && at !== document.activeElement && !autosave.waiting() && !unsettled()) at.value = value;
  }, [value, unsettled, autosave]);
  const shared = {
    ref: field,
    'aria-label': label,
    placeholder,
    defaultValue: value,
    maxLength,
    onChange: () => autosave.later(),
    onBlur: () => {
      autosave.now();
      if (required && field.current?.value.trim() === '') field.current.value = value;
    },
  };
  return shape === 'area' ? (
    <textarea {...shared} rows={1} className={mergeClasses(fieldStyles.field, fieldStyles.area, className)} />
  ) : (
    <input
      {...shared}
      type={shape === 'date' ? 'date' : 'text'}
      className={mergeClasses(fieldStyles.field, className)}
      onKeyDown={(event) => event.key === 'Enter' && autosave.now()}
    />
  );
}

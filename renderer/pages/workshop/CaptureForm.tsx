/** One line that is written down while the room talks: a note, an owner, a decision, something parked. */
import { Button, makeStyles, mergeClasses } from '@fluentui/react-components';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useFieldStyles } from '../../fields/field-styles.ts';
import { useWords } from '../../words/words.ts';
import { roomSizes, useRoomStyles } from './room-styles.ts';

const useStyles = makeStyles({
  form: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-end', gap: '0.5em 0.8em', width: '100%' },
  field: {
    display: 'flex',
    flexDirection: 'column',
    gap: '0.2em',
    flexGrow: 1,
    flexBasis: '9em',
    minWidth: 0,
  },
  wide: { flexGrow: 4, flexBasis: '22em' },
  input: { fontSize: roomSizes.text, lineHeight: 1.3, padding: '0.3em 0.5em' },
  // As high as the fields beside it.
  button: { fontSize: roomSizes.text, minHeight: '2.05em' },
});

export type CaptureField = {
  name: string;
  label: string;
  kind?: 'date' | 'lines';
  placeholder?: string;
  required?: boolean;
  wide?: boolean;
  value?: string;
};

type CaptureFormProps = {
  label: string;
  fields: readonly CaptureField[];
  /** What was typed before and not kept: closing the form loses nothing. */
  draft: Record<string, string>;
  onKeep: (values: Record<string, string>) => void;
};

export function CaptureForm({ label, fields, draft, onKeep }: CaptureFormProps) {
  const styles = useStyles();
  const room = useRoomStyles();
  const fieldStyles = useFieldStyles();
  const words = useWords().workshop.room.capture;
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>('input, textarea')?.focus(), []);
  const keep = () => {
    const data = new FormData(form.current ?? undefined);
    const values = Object.fromEntries(fields.map(({ name }) => [name, String(data.get(name) ?? '').trim()]));
    const missing = fields.find(({ name, required }) => required && values[name] === '');
    if (missing) form.current?.querySelector<HTMLElement>(`[name="${missing.name}"]`)?.focus();
    else onKeep(values);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || !(event.target instanceof HTMLTextAreaElement)) return;
    event.preventDefault();
    keep();
  };
  return (
    <form
      ref={form}
      className={mergeClasses(styles.form, room.small)}
      aria-label={label}
      onKeyDown={onKey}
      onSubmit={(event) => {
        event.preventDefault();
        keep();
      }}
    >
      {fields.map(({ name, label: text, kind, placeholder, wide, value = '' }) => {
        const shared = {
          id: `capture-${name}`,
          name,
          placeholder,
          defaultValue: draft[name] ?? value,
          maxLength: 2000,
          className: mergeClasses(fieldStyles.field, styles.input),
          onChange: (event: { target: { value: string } }) => {
            draft[name] = event.target.value;
          },
        };
        return (
          <label
            key={name}
            htmlFor={`capture-${name}`}
            className={mergeClasses(styles.field, wide && styles.wide)}
          >
            {text}
            {kind === 'lines' ? (
              <textarea rows={1} {...shared} />
            ) : (
              <input type={kind === 'date' ? 'date' : 'text'} {...shared} />
            )}
          </label>
        );
      })}
      <Button className={styles.button} type="submit" appearance="primary">
        {words.keep}
      </Button>
    </form>
  );
}

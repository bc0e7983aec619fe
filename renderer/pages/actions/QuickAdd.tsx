/** One line to write down a new thing: Enter adds it, and the line is ready for the next. */
import { Button, makeStyles, mergeClasses } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons';
import { useRef } from 'react';
import { useFieldStyles } from '../../fields/field-styles.ts';
import { useWords } from '../../words/words.ts';

const useStyles = makeStyles({
  form: { display: 'flex', gap: '8px', maxWidth: '640px', marginBottom: '16px' },
  field: { flexGrow: 1, minWidth: 0 },
  add: { flexShrink: 0 },
});

type QuickAddProps = {
  label: string;
  placeholder: string;
  maxLength: number;
  /** True when it is saved: the line is emptied only then. */
  onAdd: (text: string) => Promise<boolean>;
};

export function QuickAdd({ label, placeholder, maxLength, onAdd }: QuickAddProps) {
  const styles = useStyles();
  const fieldStyles = useFieldStyles();
  const words = useWords();
  const field = useRef<HTMLInputElement>(null);
  const add = async () => {
    const at = field.current;
    const text = at?.value.trim() ?? '';
    if (!at || text === '') return at?.focus();
    if (!(await onAdd(text))) return;
    if (at.value.trim() === text) at.value = '';
    at.focus();
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <input
        ref={field}
        type="text"
        className={mergeClasses(fieldStyles.field, styles.field)}
        aria-label={label}
        placeholder={placeholder}
        maxLength={maxLength}
        autoComplete="off"
      />
      <Button className={styles.add} type="submit" icon={<AddRegular />}>
        {words.actions.addButton}
      </Button>
    </form>
  );
}

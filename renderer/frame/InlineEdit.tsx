/** A text that is read most of the time and changed in place: a click or Enter edits, Escape leaves it as it was. */
import { Input, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { useWords } from '../words/words.ts';

const useStyles = makeStyles({
  button: {
    font: 'inherit',
    fontSize: tokens.fontSizeBase300,
    color: tokens.colorNeutralForeground1,
    textAlign: 'start',
    backgroundColor: 'transparent',
    border: `1px solid transparent`,
    borderRadius: tokens.borderRadiusMedium,
    padding: '3px 8px',
    minWidth: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    cursor: 'text',
    ':hover': { border: `1px solid ${tokens.colorNeutralStroke1}` },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  strong: { fontWeight: tokens.fontWeightSemibold, fontSize: tokens.fontSizeBase400 },
  quiet: { color: tokens.colorNeutralForeground3 },
  input: { minWidth: '120px', flexGrow: 1, maxWidth: '360px' },
});

type InlineEditProps = {
  label: string;
  value: string;
  placeholder?: string;
  required?: boolean;
  strong?: boolean;
  className?: string;
  onSave: (value: string) => void;
};

export function InlineEdit({
  label,
  value,
  placeholder,
  required,
  strong,
  className,
  onSave,
}: InlineEditProps) {
  const styles = useStyles();
  const words = useWords();
  const [typed, setTyped] = useState<string | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const backToButton = useRef(false);

  useEffect(() => {
    if (typed === null && backToButton.current) button.current?.focus();
    backToButton.current = false;
  }, [typed]);

  if (typed === null) {
    return (
      <button
        type="button"
        ref={button}
        title={value || undefined}
        aria-label={value === '' ? placeholder : words.edit(label, value)}
        className={mergeClasses(styles.button, strong && styles.strong, !strong && styles.quiet, className)}
        onClick={() => setTyped(value)}
      >
        {value || placeholder}
      </button>
    );
  }
  const finish = () => {
    const text = typed.trim();
    if (text !== value && (text !== '' || !required)) onSave(text);
    setTyped(null);
  };
  return (
    <Input
      autoFocus
      className={styles.input}
      value={typed}
      maxLength={200}
      aria-label={label}
      onFocus={(event) => event.target.select()}
      onChange={(_, data) => setTyped(data.value)}
      onBlur={finish}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== 'Escape') return;
        // The focus goes back to the button, which the same Enter would press.
        event.preventDefault();
        event.stopPropagation();
        backToButton.current = true;
        if (event.key === 'Enter') finish();
        else setTyped(null);
      }}
    />
  );
}
